"""PDF files that lie, are locked or never end: each ends with a code, and what is sound is read."""

from __future__ import annotations

import pypdfium2
import pytest

from benchmarks.pages import Sheet, images_as_pdf, pdf
from extraction.errors import UnreadableError
from extraction.readers.documents.limits import Limits
from extraction.readers.pages.geometry import PageContent
from extraction.readers.read import read
from tests.unit.extraction.readers.broken_pdfs import SOUND, TITLE, deflated, locked, looped


def code_of(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, limits or Limits())
    return caught.value.code


def test_a_locked_file_says_so():
    assert code_of(locked()) == "encrypted"


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.8])
def test_half_a_file_is_damaged_or_read_as_far_as_it_goes(kept):
    data = pdf([Sheet().text(72, 60, TITLE)] * 4)
    try:
        assert TITLE in read(data[: int(len(data) * kept)], Limits()).text
    except UnreadableError as error:
        assert error.code in {"damaged", "empty"}


def test_pages_that_contain_themselves_end():
    assert code_of(looped()) in {"damaged", "empty"}


def test_too_many_pages_are_counted_and_not_read():
    assert code_of(pdf([Sheet().text(72, 60, TITLE)] * 12), Limits(pages=10)) == "too_many_pages"


def test_a_scan_has_a_bound_of_its_own(monkeypatch):
    def recognised(_, index):
        return PageContent(index + 1, 595, 842, recognised=True)

    monkeypatch.setattr("extraction.readers.pages.pdf._recognised", recognised)
    scan = images_as_pdf([(b"\xff\xd8\xff\xd9", 500, 700)] * 6, 72)
    assert code_of(scan, Limits(scanned_pages=5)) == "too_many_pages"
    assert code_of(scan, Limits(scanned_pages=6)) == "empty"


def test_too_much_text_is_set_aside():
    assert code_of(pdf([Sheet().text(72, 60, TITLE * 3)]), Limits(characters=50)) == "too_large"


def test_a_file_without_any_text_is_empty():
    assert code_of(pdf([Sheet()])) == "empty"
    assert code_of(b"%PDF-1.7\n") == "damaged"


def test_packed_contents_are_read():
    drawn = SOUND[SOUND.index(b"stream\n") + 7 : SOUND.index(b"\nendstream")]
    assert read(deflated(drawn), Limits()).text.strip() == TITLE


@pytest.mark.parametrize("layers", [1, 2, 5])
def test_a_content_that_unpacks_without_end_never_reaches_pdfium(layers, monkeypatch):
    monkeypatch.setattr("extraction.readers.pages.pdf.pypdfium2", None)
    bomb = deflated(b"0 0 m 9 9 l S\n" * 200_000, layers)
    assert code_of(bomb, Limits(decompressed_bytes=2_000_000)) == "too_large"


def test_a_slanting_watermark_is_no_text():
    mark = b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <51855BB98D448981> Tj ET\n"
    drawn = SOUND[SOUND.index(b"stream\n") + 7 : SOUND.index(b"\nendstream")]
    assert read(deflated(mark + drawn), Limits()).text.strip() == TITLE


def test_the_files_of_these_tests_are_what_they_say():
    assert len(pypdfium2.PdfDocument(SOUND)) == 1
    assert b"/Encrypt" in locked() and b"/Kids [2 0 R]" in looped()

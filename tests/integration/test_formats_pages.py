"""The samples on paper, as PDF, as OFD and as scans: their figures, scoring rows, identity and verdicts are their text's."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from benchmarks.page_layout import sheets_of
from benchmarks.pages import font_file, image, ofd, pdf
from benchmarks.render import without_marks
from extraction.extract import extract
from extraction.readers.text import decode
from orchestration.paths import SAMPLES
from tests.integration.formats_compared import assert_same, figures, verdicts

TEXTS = sorted(SAMPLES.iterdir())
#: A page each, for recognition takes seconds a page; benchmarks.scans reads all samples.
SCANNED = next(path for path in TEXTS if path.name.startswith("兴文"))
PHOTOGRAPHED = next(path for path in TEXTS if path.name.startswith("宁乡"))
WRITERS = {"pdf": pdf, "ofd": ofd}
_USED_FROM = 0.9
_FEWEST_READ = 0.95


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name[:6])
def test_a_sample_on_paper_says_the_same(path, form):
    data = path.read_bytes()
    sheets = sheets_of(data)
    found = extract(WRITERS[form](sheets), f"x.{form}")
    assert_same(found, extract(data, path.name))
    assert found.pages == len(sheets)
    assert all(1 <= figure.locator.page <= len(sheets) for figure in found.figures)


def test_a_sample_on_paper_is_judged_like_its_text():
    texts = [extract(without_marks(decode(path.read_bytes())[0]).encode(), path.name) for path in TEXTS]
    papers = [extract(pdf(sheets_of(path.read_bytes())), path.name) for path in TEXTS]
    said = verdicts([*texts, *papers])
    for text, paper in zip(texts, papers, strict=True):
        assert said[paper.document_id] == said[text.document_id], text.file_name
    assert sum(said[text.document_id].total() for text in texts) > 1_000


@pytest.fixture(scope="module")
def recogniser() -> None:
    if font_file() is None:
        pytest.skip("NO CHINESE FONT, SCANS ARE NOT CHECKED: apt-get install fonts-noto-cjk")
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        pytest.skip("NO RECOGNISER, SCANS ARE NOT CHECKED: python -m pip install rapidocr onnxruntime")


def _assert_read(scan, text):
    """Whatever is asserted is right, and nearly everything is."""
    true = figures(text)
    asserted = figures(
        type(scan)("", "", scan.outcome, figures=[f for f in scan.figures if f.confidence >= _USED_FROM])
    )
    assert asserted - true == {}
    assert figures(scan).total() == true.total()
    assert (asserted & true).total() >= _FEWEST_READ * true.total() > 0
    assert all("recognised in the image of page" in f.note for f in scan.figures)
    assert scan.identity == text.identity


@pytest.mark.usefixtures("recogniser")
def test_a_worn_scan_asserts_nothing_wrong():
    from benchmarks.scans import scanned

    sheets = sheets_of(SCANNED.read_bytes())[:1]
    scan = extract(scanned(sheets, 200, wear=1.0), "扫描件.pdf")
    assert scan.reader == "pdf_ocr"
    _assert_read(scan, extract(pdf(sheets), "第一页.pdf"))


@pytest.mark.usefixtures("recogniser")
def test_a_photographed_page_asserts_nothing_wrong():
    sheets = sheets_of(PHOTOGRAPHED.read_bytes())[:1]
    photograph = extract(image(sheets[0], 200), "照片.png")
    assert photograph.reader == "image_ocr"
    _assert_read(photograph, extract(pdf(sheets), "第一页.pdf"))

"""Broken files of every format: nothing but a document or a typed error comes out, and soon."""

from __future__ import annotations

import random
import time
import zipfile
from io import BytesIO

import docx
import pytest
import xlsxwriter

from benchmarks.pages import Sheet, ofd, pdf, rows_as_cells
from extraction.errors import MESSAGES, UnreadableError
from extraction.extract import extract
from extraction.model import Document, Table
from extraction.readers.documents.limits import Limits
from extraction.readers.pages import scan
from extraction.readers.read import read
from tests.unit.extraction.readers.broken_pdfs import TITLE, deflated

ROWS = [["项目", "预算数", "决算数"], ["基本支出", "200.00", "198.50"], ["项目支出", "112.50", "114.00"]]
_TRIES = 80
_SECONDS = 2.0


def _docx() -> bytes:
    word = docx.Document()
    word.add_paragraph(TITLE, style="List Number")
    table = word.add_table(rows=3, cols=3)
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    word.sections[0].footer.paragraphs[0].text = "单位：万元"
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _xlsx() -> bytes:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("支出表")
    sheet.merge_range(0, 0, 0, 2, TITLE)
    for r, row in enumerate(ROWS, 1):
        sheet.write_row(r, 0, row)
    sheet.write(4, 1, 0.314, book.add_format({"num_format": "0.00%"}))
    book.close()
    return target.getvalue()


def _html() -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{text}" for text in row) for row in ROWS)
    return (
        f'<html><meta charset="utf-8"><p>{TITLE}<table><tr><td colspan=3 rowspan=2>表{cells}</table>'.encode()
    )


def _rtf() -> bytes:
    rows = "".join(
        "\\trowd\\cellx900\\clvmgf\\cellx1800\\clmrg\\cellx2700\\pard\\intbl "
        + "\\cell ".join(row)
        + "\\cell\\row "
        for row in ROWS
    )
    return ("{\\rtf1\\ansicpg936\\uc1\\u25903 ?" + TITLE + "\\par " + rows + "\\pard\\par}").encode("gb18030")


def _sheets() -> list[Sheet]:
    cells = rows_as_cells(ROWS)
    return [
        Sheet().text(72, 60, TITLE).grid(72, 700, [120, 90, 90], 24, cells),
        Sheet().grid(72, 60, [120, 90, 90], 24, cells).text(72, 300, "2022年支出合计312.5万元。"),
    ]


def _zip(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


SEEDS = {
    "docx": _docx(),
    "xlsx": _xlsx(),
    "html": _html(),
    "rtf": _rtf(),
    "pdf": pdf(_sheets()),
    "packed pdf": deflated(b"0 0 m 300 0 l S BT /F1 12 Tf 72 700 Td <57FA672C> Tj ET"),
    "ofd": ofd(_sheets()),
    "text": "\n".join([TITLE, *(" | ".join(row) for row in ROWS), "2022年支出合计312.5万元。"]).encode(),
    "zip": _zip({"报告.txt": TITLE.encode(), "表.docx": _docx(), "in.zip": _zip({"a.html": _html()})}),
}
_PACKAGES = ("docx", "xlsx", "ofd")


def broken(data: bytes, dice: random.Random) -> bytes:
    """The bytes with some of them changed, moved, repeated or cut off."""
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 12)):
        at = dice.randrange(len(changed))
        match dice.randrange(5):
            case 0:
                changed[at] = dice.randrange(256)
            case 1:
                changed[at] ^= 1 << dice.randrange(8)
            case 2:
                del changed[at : at + dice.randrange(1, 40)]
            case 3:
                changed[at:at] = changed[max(0, at - dice.randrange(1, 200)) : at]
            case _:
                changed[at : at + 4] = dice.choice(
                    [b"9999", b"-1-1", b"\xff\xff\xff\x7f", b"\0\0\0\0", b"<<<<"]
                )
        if not changed:
            return b"\0"
    return bytes(changed[: dice.randrange(1, len(changed) + 1)]) if dice.random() < 0.3 else bytes(changed)


def broken_inside(package: bytes, dice: random.Random) -> bytes:
    """The package, sound as such, with one part broken."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([name for name, data in files.items() if data])
    return _zip(files | {name: broken(files[name], dice)})


def assert_whole(document: Document) -> None:
    """Spans lie in the text, on what they say."""
    assert document.text.strip() and len(document.reading) == len(document.text)
    for block in document.blocks:
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row]
            assert all(document.reading[c.span.start : c.span.end] == c.text for c in cells)
        else:
            assert 0 <= block.span.start <= block.span.end <= len(document.text)
    assert all(document.text[r.span.start : r.span.end] == r.text for r in document.regions)


def assert_read_or_refused(data: bytes) -> None:
    """The bytes are read whole or refused with one of the known messages, and neither takes long."""
    start = time.process_time()
    try:
        assert_whole(read(data, Limits()))
    except UnreadableError as error:
        assert error.code in MESSAGES
    assert time.process_time() - start < _SECONDS


@pytest.mark.parametrize("form", SEEDS)
def test_the_seed_is_read(form):
    assert_whole(read(SEEDS[form], Limits()))


@pytest.mark.parametrize("form", SEEDS)
def test_broken_bytes(form):
    dice = random.Random(form)
    for _ in range(_TRIES):
        assert_read_or_refused(broken(SEEDS[form], dice))


@pytest.mark.parametrize("form", _PACKAGES)
def test_broken_parts_of_sound_packages(form):
    dice = random.Random(form)
    for _ in range(_TRIES):
        assert_read_or_refused(broken_inside(SEEDS[form], dice))


@pytest.mark.parametrize("form", SEEDS)
def test_what_a_broken_file_still_says_can_be_extracted(form):
    dice = random.Random(form + "extracted")
    for _ in range(8):
        found = extract(broken(SEEDS[form], dice), "x")
        assert found.outcome.status in {"extracted", "not_a_report", "template_only", "quarantined"}


def test_archives_that_lie_about_their_members():
    """Found by longer runs of the tests above: members without a name, and before the beginning of the file."""
    assert_read_or_refused(_zip({"x.txt": TITLE.encode()}).replace(b"x.txt", b"\0.txt"))
    moved = bytearray(SEEDS["docx"])
    tail = moved.rindex(b"PK\5\6") + 16
    moved[tail : tail + 4] = b"\xff\xff\xff\x7f"  # all offsets count from somewhere before the file
    assert_read_or_refused(bytes(moved))


def test_broken_images_never_reach_the_recogniser_as_garbage(monkeypatch):
    cv2 = pytest.importorskip("cv2", reason="NO RECOGNISER, IMAGES ARE NOT CHECKED")
    seen = []
    monkeypatch.setattr(scan, "recognise", lambda image, number, width: seen.append(image.shape) or 1 / 0)
    dice = random.Random("image")
    for suffix in (".png", ".jpg", ".bmp", ".tiff"):
        whole = bytes(cv2.imencode(suffix, cv2.UMat(60, 80, cv2.CV_8UC1).get())[1])
        for _ in range(_TRIES // 2):
            try:
                read(broken(whole, dice), Limits())
            except UnreadableError as error:
                assert error.code in MESSAGES
            except ZeroDivisionError:  # an image, in the stand-in for the recogniser
                assert len(seen[-1]) == 2

"""An inbox full of traps: every file ends as one row with words, and the good reports are read."""

from __future__ import annotations

import os
import struct
import threading
import time
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter

from extraction.version import EXTRACTOR_VERSION
from orchestration.lake import state
from orchestration.lake.arrow import read_rows
from orchestration.lake.ingest import ingest, scan_inbox
from orchestration.lake.pool import Limits

REPORT = "石门县林业局2022年度部门整体支出绩效自评报告\n2022年支出合计312.5万元，其中：基本支出200万元、项目支出112.5万元。\n"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _zip(files: dict[str, bytes | str]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def _word(body: bytes) -> bytes:
    return _zip({"word/document.xml": b"<w:document xmlns:w='%s'>%s</w:document>" % (_WORD.encode(), body)})


def _docx() -> bytes:
    target = BytesIO()
    word = docx.Document()
    word.add_paragraph(REPORT)
    word.save(target)
    return target.getvalue()


def _xlsx() -> bytes:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.add_worksheet("表").write_row(0, 0, ["项目", "决算数"])
    book.close()
    return target.getvalue()


def _entities() -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (n + 1, b"&e%d;" % n * 10) for n in range(9))
    head = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "aaaaaaaaaa">' + levels + b"]>"
    body = b"<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
    document = b"<w:document xmlns:w='%s'>%s</w:document>" % (_WORD.encode(), body)
    return _zip({"word/document.xml": head + document})


def _outside() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = b"<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
    document = b"<w:document xmlns:w='%s'>%s</w:document>" % (_WORD.encode(), body)
    return _zip({"word/document.xml": head + document})


def _locked_zip() -> bytes:
    data = bytearray(_zip({"a.txt": REPORT}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1)
    return bytes(data)


def _traps() -> dict[str, tuple[bytes, set[str | None]]]:
    """File name -> bytes and the error codes it may end with; None where it is read."""
    deep = b"<w:body>" + b"<w:p>" * 20_000 + b"</w:p>" * 20_000 + b"</w:body>"
    rows = b"<w:tbl>" + b"<w:tr><w:tc/><w:tc/></w:tr>" * 120_000 + b"</w:tbl>"
    wide = b"<w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr></w:tc></w:tr></w:tbl></w:body>"
    return {
        "zip_bomb.docx": (_word(b" " * 80_000_000), {"too_large"}),
        "entities.docx": (_entities(), {"damaged", "empty"}),
        "outside.docx": (_outside(), {"damaged", "empty"}),
        "deep.docx": (_word(deep), {"damaged", "empty"}),
        "rows.docx": (_word(b"<w:body>" + rows + b"</w:body>"), {"too_large"}),
        "span.docx": (_word(wide), {"empty"}),
        "truncated.docx": (_docx()[:-200], {"damaged"}),
        "truncated.xlsx": (_xlsx()[:-200], {"damaged"}),
        "macros.docm": (_zip({**_parts(_docx()), "word/vbaProject.bin": b"\0" * 99}), {None}),
        "wrong_extension.pdf": (_docx(), {None}),
        "archive_in_archive.zip": (_zip({"a.zip": _zip({"b.zip": _zip({"c.txt": REPORT})})}), {"too_large"}),
        "traversal.zip": (_zip({"../../../tmp/jihe_trap.txt": REPORT}), {None}),
        "locked.zip": (_locked_zip(), {"encrypted"}),
        "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1500, {"damaged", "encrypted"}),
        "truncated.zip": (_zip({"a.txt": REPORT})[:-30], {"damaged"}),
        "script.html": (f"<html><script>while(1){{}}</script><p>{REPORT}".encode(), {None}),
        "deep.html": (b"<html>" + b"<div>" * 200_000 + REPORT.encode(), {"damaged"}),
        "spans.html": (
            f"<html><p>{REPORT}<table><tr><td rowspan=999999999 colspan=999999999>甲<td>乙".encode(),
            {None},
        ),
        "truncated.rtf": (b"{\\rtf1 x", {"legacy_format"}),
        "noise.bin": (bytes(range(256)) * 40, {"binary"}),
        "empty.txt": (b"", {"empty"}),
        "long.txt": (REPORT.encode() * 30_000, {"too_large"}),
        "huge.txt": (b"1" * 6_000_000, {"too_large"}),
        "right\u202eto\x07left.txt": (REPORT.replace("312.5", "311.5").encode(), {None}),
        "报告.md": (REPORT.encode("gb18030"), {None}),
    }


def _parts(data: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    folder = tmp_path_factory.mktemp("hostile")
    inbox, lake = folder / "inbox", folder / "lake"
    inbox.mkdir()
    for name, (data, _) in _traps().items():
        (inbox / name).write_bytes(data)
    (folder / "secret.txt").write_text(REPORT)
    (inbox / "link.txt").symlink_to(folder / "secret.txt")
    os.mkfifo(inbox / "pipe.txt")
    limits = Limits(seconds=60, size_bytes=5_000_000)
    ingest(lake, scan_inbox(inbox, lake), EXTRACTOR_VERSION, workers=2, limits=limits)
    return {str(row["file_name"]): row for row in read_rows(state.documents_path(lake))}


@pytest.mark.parametrize("name", sorted(_traps()))
def test_each_file_is_one_row_with_words(documents, name):
    row, allowed = documents[name], _traps()[name][1]
    assert row["error_code"] in allowed
    assert (
        row["status"] == ("extracted" if row["error_code"] is None else "quarantined") or row["duplicate_of"]
    )
    if row["error_code"]:
        assert row["message_zh"] and row["message_en"]


def test_nothing_outside_the_inbox_was_opened_or_written(documents):
    assert documents["link.txt"]["error_code"] == "link_outside"
    assert documents["pipe.txt"]["error_code"] == "not_a_file"
    assert not Path("/tmp/jihe_trap.txt").exists()
    assert len(documents) == len(_traps()) + 2


def test_a_file_that_is_still_being_written_is_left_for_the_next_run(tmp_path):
    inbox, lake = tmp_path / "inbox", tmp_path / "lake"
    inbox.mkdir()
    (inbox / "done.txt").write_text(REPORT)
    growing = (inbox / "growing.txt").open("w")
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            growing.write("支出")
            growing.flush()
            time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = scan_inbox(inbox, lake)
    finally:
        stop.set()
        writer.join()
        growing.close()
    assert [receipt.file_name for receipt in found.receipts] == ["done.txt"]
    assert found.growing == 1
    time.sleep(0.1)
    assert len(scan_inbox(inbox, lake).receipts) == 2

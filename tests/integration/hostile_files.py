"""Files that try to break their reader, each with the error codes it may end with; all made here, none kept."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import docx
import xlsxwriter

from benchmarks.pages import Sheet, ofd, pdf
from tests.unit.extraction.readers.broken_pdfs import deflated, locked, looped

REPORT = "石门县林业局2022年度部门整体支出绩效自评报告\n2022年支出合计312.5万元，其中：基本支出200万元、项目支出112.5万元。\n"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROWS = 120_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512
#: File name -> bytes and the error codes it may end with; None where it is read.
Traps = dict[str, tuple[bytes, set[str | None]]]


def zipped(files: dict[str, bytes | str]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file, the container of old office files, with these streams."""
    contents = {name: data.ljust(4096, b"\0") for name, data in streams.items()}  # shorter ones lie elsewhere
    sectors, table, entries = b"", [0xFFFFFFFD, 0xFFFFFFFE], []
    for data in contents.values():
        start, count = len(table), -(-len(data) // _SECTOR)
        table += [start + n + 1 for n in range(count - 1)] + [0xFFFFFFFE]
        sectors += data.ljust(count * _SECTOR, b"\0")
        entries.append((start, len(data)))
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    for number, (name, place) in enumerate(zip(contents, entries, strict=True), start=1):
        right = number + 1 if number < len(contents) else 0xFFFFFFFF
        directory += _entry(name, 2, *place, right=right)
    header = _OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * 432
    fat = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    return header + fat + directory.ljust(_SECTOR, b"\0") + sectors


def _entry(
    name: str, kind: int, start: int, size: int, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    title = name.encode("utf-16-le") + b"\0\0"
    head = title.ljust(64, b"\0") + struct.pack("<HBB", len(title), kind, 1)
    return head + struct.pack("<III", 0xFFFFFFFF, right, child) + b"\0" * 36 + struct.pack("<IQ", start, size)


def word(body: bytes) -> bytes:
    return zipped({"word/document.xml": b"<w:document xmlns:w='%s'>%s</w:document>" % (_WORD.encode(), body)})


def workbook(rows: bytes) -> bytes:
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" {relation}><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>',
            "xl/sheet.xml": b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>'
            % (_SHEET.encode(), rows),
        }
    )


def sound_docx() -> bytes:
    target = BytesIO()
    one = docx.Document()
    one.add_paragraph(REPORT)
    one.save(target)
    return target.getvalue()


def sound_xlsx() -> bytes:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.add_worksheet("表").write_row(0, 0, ["项目", "决算数"])
    book.close()
    return target.getvalue()


def _entities() -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (n + 1, b"&e%d;" % n * 10) for n in range(9))
    head = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "aaaaaaaaaa">' + levels + b"]>"
    return zipped({"word/document.xml": head + _saying(b"&e9;")})


def _outside() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return zipped({"word/document.xml": head + _saying(b"&x;")})


def _saying(text: bytes) -> bytes:
    body = b"<w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body>" % text
    return b"<w:document xmlns:w='%s'>%s</w:document>" % (_WORD.encode(), body)


def locked_zip() -> bytes:
    data = bytearray(zipped({"a.txt": REPORT}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1)
    return bytes(data)


def parts(data: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def traps() -> Traps:
    return {**_bombs(), **_locked(), **_endless(), **_truncated(), **_harmless()}


def _bombs() -> Traps:
    """Small files that unpack to more than any machine holds."""
    return {
        "zip_bomb.docx": (word(b" " * 80_000_000), {"too_large"}),
        "entities.docx": (_entities(), {"damaged", "empty"}),
        "stream_bomb.pdf": (deflated(b"0 0 m 9 9 l S\n" * 8_000_000), {"too_large"}),
        "stream_in_stream.pdf": (deflated(b"0 0 m 9 9 l S\n" * 8_000_000, 2), {"too_large"}),
        "archive_in_archive.zip": (
            zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": REPORT})})}),
            {"too_large"},
        ),
        "page_bomb.ofd": (
            ofd([Sheet()], {"Doc_0/Pages/Page_0/Content.xml": b" " * 80_000_000}),
            {"too_large"},
        ),
        "long.txt": (REPORT.encode() * 30_000, {"too_large"}),
        "huge.txt": (b"1" * 6_000_000, {"too_large"}),
    }


def _locked() -> Traps:
    """Files with a password."""
    lock = compound({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"\0" * 99})
    return {
        "locked.zip": (locked_zip(), {"encrypted"}),
        "locked.docx": (lock, {"encrypted"}),
        "locked.xlsx": (lock + b"\0", {"encrypted"}),
        "locked.doc": (
            compound({"WordDocument": b"\xec\xa5" + b"\0" * 8 + b"\0\1" + b"\0" * 600}),
            {"encrypted"},
        ),
        "locked.pdf": (locked(), {"encrypted"}),
        "locked.ofd": (ofd([Sheet()], {"Doc_0/encryptions.xml": b"<a/>"}), {"encrypted"}),
    }


def _endless() -> Traps:
    """Files that go on and on: in depth, in pages, in rows, in width."""
    deep = b"<w:body>" + b"<w:p>" * 20_000 + b"</w:p>" * 20_000 + b"</w:body>"
    rows = b"<w:body><w:tbl>" + b"<w:tr><w:tc/><w:tc/></w:tr>" * _ROWS + b"</w:tbl></w:body>"
    wide = b"<w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr></w:tc></w:tr></w:tbl></w:body>"
    cell = b"<c t='inlineStr'><is><t>1</t></is></c>"
    far = b"<row><c r='A1'><v>1</v></c></row><row><c r='XFD1048576'><v>1</v></c></row>"
    blocks = "<ofd:PageBlock>" * 20_000
    return {
        "deep.docx": (word(deep), {"damaged", "empty"}),
        "deep.html": (b"<html>" + b"<div>" * 200_000 + REPORT.encode(), {"damaged"}),
        "deep.ofd": (ofd([Sheet()], {"Doc_0/Pages/Page_0/Content.xml": blocks.encode()}), {"damaged"}),
        "rows.docx": (word(rows), {"too_large"}),
        "rows.xlsx": (workbook((b"<row>" + cell * 2 + b"</row>") * _ROWS), {"too_large"}),
        "rows.html": (b"<html><table>" + b"<tr><td>1<td>2" * _ROWS, {"too_large"}),
        "rows.txt": (b"| 1 | 2 |\n" * _ROWS, {"too_large", "not_a_report"}),
        "corners.xlsx": (workbook(far), {"too_large"}),
        "span.docx": (word(wide), {"empty"}),
        "spans.html": (
            f"<html><p>{REPORT}<table><tr><td rowspan=999999999 colspan=999999999>甲<td>乙".encode(),
            {None},
        ),
        "pages.pdf": (pdf([Sheet().text(72, 60, "支出")] * 5_000), {"too_many_pages"}),
        "pages.ofd": (ofd([Sheet()] * 1_200), {"too_many_pages"}),
        "loop.pdf": (looped(), {"damaged", "empty"}),
    }


def _truncated() -> Traps:
    """Files that end before their end, of every format."""
    paper = [Sheet().text(72, 60, "石门县林业局2022年度部门整体支出绩效自评报告")]
    old = compound({"WordDocument": b"\xec\xa5" + b"\0" * 600, "1Table": b""})
    return {
        "truncated.docx": (sound_docx()[:-200], {"damaged"}),
        "truncated.xlsx": (sound_xlsx()[:-200], {"damaged"}),
        "truncated.doc": (old[:-3_000], {"damaged", "empty"}),
        "truncated.xls": (compound({"Workbook": b"\x09\x08\x10\0\0\6\5\0"})[:-2_000], {"damaged"}),
        "truncated.pdf": (pdf(paper)[:400], {"damaged"}),
        "truncated.ofd": (ofd(paper)[:-60], {"damaged"}),
        "truncated.zip": (zipped({"a.txt": REPORT})[:-30], {"damaged"}),
        "truncated.rtf": (b"{\\rtf1\\ansicpg936 " + REPORT.encode("gb18030")[:-30], {None}),
        "truncated.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", {"damaged", "ocr_missing"}),
        "truncated.7z": (b"7z\xbc\xaf\x27\x1c\0\4", {"archive", "archive_tool"}),
        "truncated.rar": (b"Rar!\x1a\x07\x01\0\1", {"archive", "archive_tool"}),
        "truncated.html": (f"<html><body><table><tr><td>{REPORT}".encode()[:-19], {None}),
        "truncated.txt": (REPORT.encode()[:-40], {None, "encoding"}),
        "before_97.doc": (compound({"WordDocument": b"\xdc\xa5" + b"\0" * 600}), {"legacy_format"}),
        "head_only.doc": (_OLE + b"\0" * 1500, {"damaged"}),
        "noise.bin": (bytes(range(256)) * 40, {"binary"}),
        "empty.txt": (b"", {"empty"}),
    }


def _harmless() -> Traps:
    """Files that hold something to be afraid of beside a report that can be read."""
    script = f"<html><script>while(1){{}}</script><iframe src='file:///etc/passwd'></iframe><p>{REPORT}"
    return {
        "outside.docx": (_outside(), {"damaged", "empty"}),
        "macros.docm": (zipped({**parts(sound_docx()), "word/vbaProject.bin": b"\0" * 99}), {None}),
        "wrong_extension.pdf": (sound_docx(), {None}),
        "traversal.zip": (zipped({"../../../tmp/jihe_trap.txt": REPORT}), {None}),
        "script.html": (script.encode(), {None}),
        "right\u202eto\x07left.txt": (REPORT.replace("312.5", "311.5").encode(), {None}),
        "报告.md": (REPORT.encode("gb18030"), {None}),
    }

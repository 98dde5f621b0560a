"""A zip archive is one submission: its files are read together, and what is not read is said."""

from __future__ import annotations

import stat
import struct
import zipfile
from io import BytesIO

import docx
import pytest

from extraction.errors import UnreadableError
from extraction.extract import extract
from extraction.readers.archive import name_of
from extraction.readers.limits import Limits
from extraction.readers.read import read

NARRATIVE = (
    "石门县林业局2022年度部门整体支出绩效自评报告\n一、收支情况\n2022年支出合计312.5万元，其中：基本支出200万元。"
    "详见附件：部门整体支出绩效自评表。\n"
)


def _zip(files, **flags):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, **flags)
    return target.getvalue()


def _scores():
    word = docx.Document()
    table = word.add_table(rows=3, cols=4)
    for number, row in enumerate(
        (
            ("一级指标", "三级指标", "分值", "得分"),
            ("产出", "造林", "60", "58"),
            ("效益", "满意度", "40", "39"),
        )
    ):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def test_narrative_and_scoring_table_are_one_report():
    found = extract(_zip({"自评表.docx": _scores(), "自评报告.txt": NARRATIVE}), "林业局.zip")
    assert found.outcome.status == "extracted"
    assert found.identity.title == "石门县林业局2022年度部门整体支出绩效自评报告"
    assert [f.value for f in found.figures if f.concept == "total_expenditure"] == ["312.5"]
    assert [row.score for row in found.indicators] == ["58", "39"]
    assert found.reader == "zip(text+docx)"


def test_every_span_lies_in_the_joined_text():
    document = read(_zip({"a.txt": NARRATIVE, "b.docx": _scores()}), Limits())
    cells = [cell for b in document.blocks if hasattr(b, "rows") for row in b.rows for cell in row]
    assert all(document.text[c.span.start : c.span.end] == c.text for c in cells)
    assert "〔文件：b.docx〕" in document.text


def test_files_that_cannot_be_read_are_named_and_the_others_are_read():
    found = extract(
        _zip({"报告.txt": NARRATIVE, "表.rtf": b"{\\rtf1}", "照片.bin": bytes(range(256))}), "a.zip"
    )
    assert found.outcome.status == "extracted"
    assert "表.rtf" in found.outcome.message_zh and "照片.bin" in found.outcome.message_zh
    assert "2 files" in found.outcome.message_en


def test_names_of_old_programs_are_in_gb18030():
    info = zipfile.ZipInfo("自评表.txt".encode("gb18030").decode("cp437"))
    assert name_of(info) == "自评表.txt"
    assert name_of(zipfile.ZipInfo("../../etc/\u202epwd\x07.txt")) == "pwd.txt"


def _with_link():
    info = zipfile.ZipInfo("链接.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return target.getvalue()


def _locked():
    data = bytearray(_zip({"a.txt": NARRATIVE}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_with_link(), "link"),
        (_locked(), "encrypted"),
        (_zip({"a.txt": b"0" * 30_000_000}), "too_large"),
        (_zip({f"{n}.txt": "x" for n in range(200)}), "too_large"),
        (_zip({"a.zip": _zip({"b.zip": _zip({"c.txt": NARRATIVE})})}), "too_large"),
        (_zip({}), "empty"),
        (_zip({"a.txt": NARRATIVE})[:-20], "damaged"),
    ],
)
def test_what_is_refused_says_why(data, code):
    with pytest.raises(UnreadableError) as caught:
        read(data, Limits())
    assert caught.value.code == code


def test_an_archive_inside_an_archive_is_read_once():
    assert "312.5万元" in read(_zip({"in.zip": _zip({"a.txt": NARRATIVE})}), Limits()).text

"""A zip archive is one submission: its files are read together, and what is not read is said."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import subprocess
import zipfile
import zlib
from io import BytesIO

import docx
import pytest

from extraction.errors import UnreadableError
from extraction.extract import extract
from extraction.readers.documents.limits import Limits
from extraction.readers.packages import repack
from extraction.readers.packages.archive import name_of
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
        _zip({"报告.txt": NARRATIVE, "表.docx": b"PK\x03\x04", "照片.bin": bytes(range(256))}), "a.zip"
    )
    assert found.outcome.status == "extracted"
    assert "表.docx" in found.outcome.message_zh and "照片.bin" in found.outcome.message_zh
    assert "2 files" in found.outcome.message_en


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("水利局.txt", NARRATIVE.replace("林业局", "水利局")),
        ("去年.txt", NARRATIVE.replace("2022", "2021")),
        ("邻县.txt", NARRATIVE.replace("石门县", "临澧县")),
    ],
)
def test_reports_of_several_departments_or_years_are_set_aside_by_name(name, other):
    found = extract(_zip({"林业局.txt": NARRATIVE, name: other, "表.docx": _scores()}), "汇总.zip")
    assert (found.outcome.status, found.outcome.error_code) == ("quarantined", "several_reports")
    for message in (found.outcome.message_zh, found.outcome.message_en):
        assert "林业局.txt" in message and name in message and "表.docx" not in message


def test_files_of_one_department_stay_one_submission():
    table = "石门县林业局\n2022年度部门整体支出绩效自评表\n单位名称：林业局\n基本支出200万元\n"
    project = "石门县国有林场2022年度造林项目支出绩效自评报告\n项目支出112.5万元。\n"
    files = {"报告.txt": NARRATIVE, "表.txt": table, "项目.txt": project}
    assert extract(_zip(files), "林业局.zip").outcome.status == "extracted"


def test_equal_files_are_read_once():
    found = extract(_zip({"报告.txt": NARRATIVE, "备份/报告(1).txt": NARRATIVE}), "林业局.zip")
    assert [f.value for f in found.figures if f.concept == "total_expenditure"] == ["312.5"]


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


# -- rar and 7z, which bsdtar turns into zip ------------------------------------------------------------


def _rar4(files):
    """An archive as WinRAR wrote it for twenty years: nothing packed, names in GB18030."""

    def block(kind, flags, body):
        rest = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(rest) & 0xFFFF) + rest

    parts = [b"Rar!\x1a\x07\x00", block(0x73, 0, b"\0" * 6)]
    for name, data in files.items():
        size, given = len(data), name.encode("gb18030")
        facts = (size, size, 2, zlib.crc32(data), 0x5A6A6A6A, 20, 0x30, len(given), 0x20)
        parts += [block(0x74, 0x8000, struct.pack("<IIBIIBBHI", *facts) + given), data]
    return b"".join([*parts, block(0x7B, 0x4000, b"")])


def _rar5(files):
    def number(value):
        low, rest = value & 127, value >> 7
        return bytes([low | 128]) + number(rest) if rest else bytes([low])

    def block(kind, flags, body):
        head = number(kind) + number(flags) + body
        head = number(len(head)) + head
        return struct.pack("<I", zlib.crc32(head)) + head

    parts = [b"Rar!\x1a\x07\x01\x00", block(1, 0, number(0))]
    for name, data in files.items():
        given = name.encode()
        facts = number(len(data)) + number(4) + number(len(data)) + number(0x20)
        facts += struct.pack("<I", zlib.crc32(data)) + number(0) * 2 + number(len(given)) + given
        parts += [block(2, 2, facts), data]
    return b"".join([*parts, block(5, 0, number(0))])


def _seven(files, folder):
    for name, data in files.items():
        (folder / name).write_bytes(data)
    made = folder / "made.7z"
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    command = ["bsdtar", "-c", "--format=7zip", "-f", made, "-C", folder, *files]
    subprocess.run(command, check=True, env=environment)
    return made.read_bytes()


@pytest.fixture
def bsdtar():
    if shutil.which("bsdtar") is None:
        pytest.skip("BSDTAR ABSENT, RAR AND 7Z ARE NOT CHECKED: apt-get install libarchive-tools")


@pytest.mark.usefixtures("bsdtar")
@pytest.mark.parametrize("kind", ["rar4", "rar5", "7z"])
def test_rar_and_7z_are_read_like_zip(kind, tmp_path):
    files = {"自评报告.txt": NARRATIVE.encode(), "自评表.docx": _scores()}
    data = _seven(files, tmp_path) if kind == "7z" else {"rar4": _rar4, "rar5": _rar5}[kind](files)
    found = extract(data, f"林业局.{kind}")
    assert found.outcome.status == "extracted" and not found.outcome.message_zh
    assert [f.value for f in found.figures if f.concept == "total_expenditure"] == ["312.5"]
    assert [row.score for row in found.indicators] == ["58", "39"]
    assert "〔文件：自评表.docx〕" in read(data, Limits()).text


@pytest.mark.usefixtures("bsdtar")
def test_what_cannot_be_repacked_says_why(tmp_path):
    whole = _rar5({"a.txt": NARRATIVE.encode() * 50})
    bomb = _seven({"a.txt": b"0" * 9_000_000}, tmp_path)
    cases = [(whole[:-900], Limits(), "archive"), (b"Rar!\x1a\x07\x00xx", Limits(), "archive")]
    cases += [(bomb, Limits(decompressed_bytes=1_000_000), "too_large")]
    for data, limits, code in cases:
        with pytest.raises(UnreadableError) as caught:
            read(data, limits)
        assert caught.value.code == code


@pytest.mark.usefixtures("bsdtar")
def test_links_in_a_7z_are_refused(tmp_path):
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    made = tmp_path / "made.7z"
    subprocess.run(["bsdtar", "-c", "--format=7zip", "-f", made, "-C", tmp_path, "link.txt"], check=True)
    with pytest.raises(UnreadableError) as caught:
        read(made.read_bytes(), Limits())
    assert caught.value.code == "link"


def test_without_the_program_the_message_names_it(monkeypatch):
    monkeypatch.setattr(repack.shutil, "which", lambda _: None)
    found = extract(_rar5({"a.txt": NARRATIVE.encode()}), "a.rar")
    assert (found.outcome.status, found.outcome.error_code) == ("quarantined", "archive_tool")
    assert "apt-get install libarchive-tools" in found.outcome.message_zh

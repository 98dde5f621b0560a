"""Sheets put together of packed rows: an archive that any program reads, with just these rows."""

import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from orchestration.publishing.rows import Rows
from orchestration.publishing.splice import fill_sheet, joined, leave_room, packed
from orchestration.publishing.workbook import opened

DAY = datetime(2026, 3, 1, tzinfo=UTC)


def test_the_checksum_of_pieces_is_that_of_the_whole() -> None:
    rng = Random(5)
    for length in (0, 1, 2, 255, 65_536, 3_000_001):
        first, second = rng.randbytes(rng.randrange(90)), rng.randbytes(length)
        assert joined(zlib.crc32(first), zlib.crc32(second), length) == zlib.crc32(first + second)


@pytest.mark.parametrize("number", [0, 1, 900])
def test_a_workbook_has_the_rows_that_are_put_in_and_all_else_as_it_was(tmp_path: Path, number: int) -> None:
    path = tmp_path / "x.xlsx"
    noise = Random(3).randbytes(200_000).hex()
    with opened(path, DAY) as book:
        rows = Rows(book, None, [{}, {}])
        rows.reserve({"bold": True})
        book.write(book.sheet("一"), 0, 0, noise[:30_000])
        sheet = book.sheet("二")
        book.headings(sheet, 0, ["甲", "乙"])
        leave_room(sheet, 1, max(number, 1), 2)
        book.write(book.sheet("三"), 0, 0, "end")
    before = parts(path)
    texts = [rows.anywhere([f"第{at}", at], {0: {"bold": True}} if at % 2 else None) for at in range(number)]
    fill_sheet(path, 2, (packed(text) for text in texts))
    after = parts(path)
    assert list(after) == list(before)
    name = "xl/worksheets/sheet2.xml"
    assert before.pop(name).decode().replace("<!--rows-->", "".join(texts)) == after[name].decode()
    assert {key: content for key, content in after.items() if key != name} == before
    found = [
        ["".join(cell.itertext()) for cell in row]
        for row in ElementTree.fromstring(after[name]).iter()
        if row.tag.endswith("}row")
    ]
    assert found == [["甲", "乙"], *([f"第{at}", str(at)] for at in range(number))]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x.xlsx"]


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        return {name: archive.read(name) for name in archive.namelist()}


def test_rows_for_another_workbook_use_no_format_that_this_one_may_not_have(tmp_path: Path) -> None:
    with opened(tmp_path / "x.xlsx", DAY) as book:
        rows = Rows(book, None, [{}])
        rows.reserve()
        with pytest.raises(ValueError, match="reserved"):
            rows.anywhere(["a"], {0: {"bold": True}})
        with pytest.raises(ValueError, match="reserved"):
            rows.anywhere([DAY])

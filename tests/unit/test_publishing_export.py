"""Exports: nothing that a spreadsheet would run, no digit lost."""

import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from orchestration.commands.extract import plain
from orchestration.publishing.export import UnknownTableError, export
from orchestration.publishing.xlsx import write_workbook


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "jihe.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts")
        connection.execute(
            "create table marts.t as select '=1+1' as name, '-3.5' as value, 12.50::decimal(20, 2) as amount_yuan"
        )
    return path


def test_csv_neutralises_formulas_and_opens_as_utf8(database: Path, tmp_path: Path) -> None:
    (path,) = export(database, tmp_path / "out", "csv")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines() == ["name,value,amount_yuan", "'=1+1,-3.5,12.50"]


def test_parquet_keeps_types(database: Path, tmp_path: Path) -> None:
    (path,) = export(database, tmp_path / "out", "parquet", ["t"])
    assert duckdb.read_parquet(str(path)).fetchall() == [("=1+1", "-3.5", Decimal("12.50"))]


def test_an_unknown_table_is_named(database: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownTableError, match="nothing"):
        export(database, tmp_path / "out", "csv", ["nothing"])


def test_a_workbook_holds_text_as_text_and_numbers_exactly(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    rows = [("=cmd", Decimal("1589.25"), None, 12345678901234567), ("a<b>\x0b&", -3, True, "一")]
    write_workbook(path, [("表一", ("甲", "乙", "丙", "丁"), rows)])
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    cells = [cell for cell in sheet.iter() if cell.tag.endswith("}c")]
    values = ["".join(cell.itertext()) for cell in cells]
    assert values[4:] == ["=cmd", "1589.25", "", "12345678901234567", "a<b>&", "-3", "True", "一"]
    assert not [cell for cell in sheet.iter() if cell.tag.endswith("}f")]


@pytest.mark.parametrize(
    ("given", "shown"), [("=1", "'=1"), ("@x", "'@x"), ("-3.5", "-3.5"), ("-x", "'-x"), (3, 3), (None, None)]
)
def test_plain_cells(given: object, shown: object) -> None:
    assert plain(given) == shown

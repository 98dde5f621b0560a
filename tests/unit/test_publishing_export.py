"""Exports: nothing that a spreadsheet would run, no digit lost."""

import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from orchestration.commands.extract import plain
from orchestration.publishing.export import UnknownTableError, export
from orchestration.publishing.workbook import opened


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


def cells(path: Path, sheet: int = 1) -> list[ElementTree.Element]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    assert not [cell for cell in root.iter() if cell.tag.endswith("}f")]
    return [cell for cell in root.iter() if cell.tag.endswith("}c")]


def test_a_workbook_holds_text_as_text_and_numbers_exactly(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    row = (
        "=cmd",
        Decimal("1589.25"),
        None,
        12345678901234567,
        "a<b>\x0b&\ud800",
        -3,
        True,
        "=" + "一" * 40_000,
    )
    with opened(path, datetime(2026, 3, 1, tzinfo=UTC)) as book:
        sheet = book.sheet("表一")
        for column, value in enumerate(row):
            book.write(sheet, 0, column, value)
    found = cells(path)
    values = ["".join(cell.itertext()) for cell in found]
    assert values[:7] == ["=cmd", "1589.25", "", "12345678901234567", "a<b>&", "-3", "True"]
    assert len(values[7]) == 32_767
    assert [cell.get("t") for cell in found] == [
        *("inlineStr", None, None, "inlineStr", "inlineStr", None, "inlineStr", "inlineStr")
    ]


def test_an_exported_workbook_is_the_same_twice_and_never_runs_a_text(database: Path, tmp_path: Path) -> None:
    (first,) = export(database, tmp_path / "one", "xlsx")
    (second,) = export(database, tmp_path / "two", "xlsx")
    assert first.read_bytes() == second.read_bytes()
    assert ["".join(cell.itertext()) for cell in cells(first)][3:] == ["=1+1", "-3.5", "12.50"]
    with zipfile.ZipFile(first) as archive:
        assert b'quotePrefix="1"' in archive.read("xl/styles.xml")


def test_a_sheet_that_is_full_says_so(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with duckdb.connect(str(database)) as connection:
        connection.execute("create table marts.u as select range as n from range(10)")
    monkeypatch.setattr("orchestration.publishing.export.ROW_LIMIT", 5)
    (path,) = export(database, tmp_path / "out", "xlsx", ["u"])
    values = ["".join(cell.itertext()) for cell in cells(path)]
    assert values[:4] == ["n", "0", "1", "2"]
    assert "parquet" in values[4]
    assert len(values) == 5


def test_half_a_workbook_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), opened(tmp_path / "book.xlsx", datetime(2026, 3, 1, tzinfo=UTC)) as book:
        book.write(book.sheet("表"), 0, 0, "x")
        raise KeyError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "shown"), [("=1", "'=1"), ("@x", "'@x"), ("-3.5", "-3.5"), ("-x", "'-x"), (3, 3), (None, None)]
)
def test_plain_cells(given: object, shown: object) -> None:
    assert plain(given) == shown

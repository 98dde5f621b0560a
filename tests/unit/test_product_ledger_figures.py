"""The sheet of all figures: rows of the ledger before are used, and it is the ledger that would be made without."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from orchestration.products import ledger_figures
from orchestration.products.ledger import write_ledger
from tests.unit.product_builders import figure, finding, published, report, sheets, warehouse

Change = Callable[[Path], None]


def sql(text: str) -> Change:
    """A change of the published file."""

    def run(database: Path) -> None:
        with duckdb.connect(str(database)) as connection:
            connection.execute(text)

    return run


def one_more(database: Path) -> None:
    sql(
        "insert into marts.dim_report by name select * replace ('r1a' as report_id, 'r1a' as report_key, '甲市第0局' as department_name)"
        " from marts.dim_report where report_id = 'r1';"
        "insert into marts.fct_figures by name select * replace ('r1a' as report_id, '新' as label) from marts.fct_figures where report_id = 'r1'"
    )(database)


#: What happened, and of how many of the four reports rows are made.
CHANGES: dict[str, tuple[Change, int]] = {
    "nothing": (lambda _: None, 0),
    "another build": (sql("update meta.build set build_id = 'b2', created_at = timestamptz '2027-11-11 02:00:00+00'"), 0),
    "a report more": (one_more, 1),
    "a report gone": (sql("delete from marts.dim_report where report_id = 'r1'"), 0),
    "a figure more": (sql("insert into marts.fct_figures (report_id, figure_id) values ('r2', 'r2/F9')"), 1),
    "a figure less": (sql("delete from marts.fct_figures where figure_id = 'r2/F1'"), 1),
    "a figure that no spreadsheet holds": (sql("update marts.fct_figures set value_base = 12345678901234.123456 where figure_id = 'r2/F1'"), 1),
    "figures in another order": (sql("update marts.fct_figures set char_start = 1 - char_start where report_id = 'r2'"), 1),
    "another department": (sql("update marts.dim_report set department_name = '丙局' where report_id = 'r0'"), 1),
    "another order of reports": (sql("update marts.dim_report set report_key = 'zz' where report_id = 'r3'"), 0),
    "the name of a concept": (sql("update marts.dim_concept set label_zh = '支出'"), 3),
    "findings that need more formats": (sql("insert into marts.fct_findings by name select * replace ('f8' as fingerprint, 'warning' as severity,"
                                            " 'points' as base_unit) from marts.fct_findings"), 0),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    # Somebody may be writing the program while it is tested.
    monkeypatch.setattr(ledger_figures, "code_digest", lambda: "one")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rows that are packed."""
    texts: list[str] = []
    packed = ledger_figures.packed

    def seen(text: str) -> ledger_figures.Packed:
        texts.append(text)
        return packed(text)

    monkeypatch.setattr(ledger_figures, "packed", seen)
    return texts


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "jihe.duckdb"
    with warehouse(path) as insert:
        for number in range(4):
            report(insert, f"r{number}", f"甲市第{number % 2}局")
        for number in range(3):
            figure(insert, 0, f"r{number}", value_base=None)
            figure(insert, 1, f"r{number}", char_start=1 if number else 0)
        finding(insert, "f0", "r0")
    return path


def ledger(database: Path, name: str = "a", kept: bool = True, lang: str = "zh") -> Path:
    folder = database.parent
    path = folder / f"{name}.xlsx"
    with published(database) as source:
        rows = folder / "rows.bin" if kept else None
        write_ledger(path, folder / "products" / "a.xlsx", folder / "site", source, {}, lang, rows)
    return path


@pytest.mark.parametrize("name", CHANGES)
def test_only_rows_that_changed_are_made_and_the_ledger_is_the_one_made_without(
    database: Path, made: list[str], name: str
) -> None:
    change, number = CHANGES[name]
    ledger(database)
    assert len(made) == 4
    made.clear()
    change(database)
    found = ledger(database)
    assert len(made) == number
    assert found.read_bytes() == ledger(database, "b", kept=False).read_bytes()
    made.clear()
    assert ledger(database).read_bytes() == found.read_bytes()
    assert not made
    assert sorted(path.name for path in database.parent.iterdir()) == [
        *("a.xlsx", "b.xlsx", "jihe.duckdb", "rows.bin"),
    ]


def test_another_language_and_another_program_make_all_rows(
    database: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger(database)
    ledger(database, lang="en")
    monkeypatch.setattr(ledger_figures, "code_digest", lambda: "another")
    ledger(database, lang="en")
    assert len(made) == 12


@pytest.mark.parametrize("where", [0.0, 0.3, 0.6, 0.99, None])
def test_kept_rows_that_are_damaged_are_made_anew(
    database: Path, made: list[str], where: float | None
) -> None:
    good = ledger(database).read_bytes()
    kept = database.parent / "rows.bin"
    content = bytearray(kept.read_bytes())
    if where is None:
        del content[len(content) // 2 :]
    else:
        content[int(where * len(content))] ^= 0xFF
    kept.write_bytes(content)
    assert ledger(database).read_bytes() == good
    assert ledger(database).read_bytes() == good


def test_a_full_sheet_ends_with_a_whole_report_and_keeps_what_it_holds(
    database: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_figures, "ROW_LIMIT", 5)
    rows = sheets(ledger(database))["全部数字"]
    assert len(rows) == 4
    assert "jihe export --format parquet fct_figures" in rows[3][0]
    made.clear()
    found = ledger(database)
    assert len(made) == 2  # the first that is too long, and the sentence
    assert found.read_bytes() == ledger(database, "b", kept=False).read_bytes()

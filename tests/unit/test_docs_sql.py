"""The worked questions of docs/sql.md give the right answers; the dictionary says what the models say."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.paths import DBT_PROJECT, REPOSITORY
from orchestration.warehouse.descriptions import comment_on_tables, described_tables
from orchestration.warehouse.dictionary_page import PAGE, page
from tests.unit.site_builders import empty_marts, insert

QUESTIONS = re.findall(
    r"## (\d+)\..*?```sql\n(.*?)```", (REPOSITORY / "docs" / "sql.md").read_text(encoding="utf-8"), re.DOTALL
)
#: What each question answers on the rows below.
ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "1": [("甲局", 2023, Decimal("140.00"), "没有原因")],
    "2": [("甲局", 2023, 98, 93, 5)],
    "3": [("丙局", 2023, None, 12, ["x.pdf"]), ("丁局", 2023, None, 0, [])],
    "4": [("甲局", 2023, "公用经费", "final_account", 3.0, 4.0, 2)],
    "5": [("甲局", "480万元", 4_800_000, "总支出480万元", None, None, None, None, 7)],
    "6": [("C07", "大偏差说明", 1, 2, 0, 50.0)],
    "7": [("公用经费", 2, 1)],
    "8": [
        ("乙局", 2023, "carryover_rate_pct", 150, 94, 3, Decimal("-6.3")),
        ("乙局", 2023, "staff_control_rate_pct", 150, 94, 3, Decimal("4.0")),
    ],
    "9": [("甲局", 2023, 600.0, 480.0, -20, "same_report"), ("乙局", 2023, 0.0, 480.0, None, "same_report")],
    "10": [("budgeting", 2, "预算编得粗")],
}


def rows(connection: duckdb.DuckDBPyConnection) -> None:
    """Each question has rows that belong to its answer and rows that only look like it."""
    for report_id, name, current in (("r1", "甲局", True), ("r2", "乙局", True), ("old", "甲局", False)):
        insert(
            connection,
            "marts.dim_report",
            report_id=report_id,
            department_name=name,
            fiscal_year=2023,
            is_current=current,
        )
        insert(
            connection,
            "marts.fct_statements",
            report_id=report_id,
            kind="problem",
            topic="budgeting",
            text="预算编得粗",
        )
        insert(
            connection, "marts.fct_statements", report_id=report_id, kind="goal", topic="other", text="目标"
        )
        for concept, stage in (
            ("total_expenditure", "final_account"),
            ("total_expenditure", "initial_budget"),
        ):
            if report_id != "r2":
                insert(connection, "marts.fct_figures", report_id=report_id, concept=concept, measure="level", stage=stage,
                       org_scope="department", printed="480万元", value_base=4_800_000, quote="总支出480万元", char_start=7)  # fmt: skip
    for report_id, name, rate in (("r1", "甲局", 140), ("r2", "乙局", 150), ("r0", "丙局", 120)):
        insert(connection, "marts.mart_department_scorecard", report_id=report_id, department_name=name,
               fiscal_year=2023, budget_completion_rate_pct=rate)  # fmt: skip
    for ratio, distance in (
        ("carryover_rate_pct", -6.3),
        ("staff_control_rate_pct", 4),
        ("basic_share_pct", 3.5),
        ("x", None),
    ):
        insert(connection, "marts.mart_peer_distance", department_name="乙局", fiscal_year=2023, ratio=ratio, value_pct=150,
               median_pct=94, departments=3, robust_z=distance)  # fmt: skip
    for name, concept, before, change in (
        ("甲局", "total_expenditure", 6_000_000, -20), ("乙局", "total_expenditure", 0, None), ("甲局", "basic_expenditure", 9, 9),
    ):  # fmt: skip
        insert(connection, "marts.mart_yearly_change", department_name=name, concept=concept, fiscal_year=2023,
               before_yuan=before, now_yuan=4_800_000, change_pct=change, before_source="same_report")  # fmt: skip
    season(connection)


def season(connection: duckdb.DuckDBPyConnection) -> None:
    """Verdicts, scores and submissions of the same reports."""
    for report_id, outcome, missing in (
        ("r1", "weakness", []), ("r2", "pass", []), ("old", "weakness", []),
    ):  # fmt: skip
        insert(connection, "marts.fct_verdicts", verdict_id=report_id, report_id=report_id, rule_id="C07", outcome=outcome,
               message_zh="没有原因", missing=missing)  # fmt: skip
    for report_id in ("r1", "r2"):
        insert(connection, "marts.fct_verdicts", report_id=report_id, rule_id="A02", outcome="not_run",
               missing=["public_expenditure"])  # fmt: skip
    insert(connection, "marts.dim_rule", rule_id="C07", label_zh="大偏差说明")
    insert(connection, "marts.dim_rule", rule_id="A02", label_zh="基本支出")
    insert(connection, "marts.dim_concept", concept="public_expenditure", label_zh="公用经费")
    for report_id, stated, supported in (("r1", 98, 93), ("r2", 90, 95), ("old", 99, 90)):
        for level in ("report", "item"):
            insert(connection, "marts.mart_rescoring", report_id=report_id, level=level,
                   stated_high_points=stated, recomputed_high_points=supported)  # fmt: skip
    for name, status, days, files in (
        ("丙局", "late", 12, ["x.pdf"]), ("丁局", "not_sent", 0, []), ("戊局", "clean", 0, []),
    ):  # fmt: skip
        insert(connection, "marts.mart_submission_status", is_expected=True, department_name=name, status=status,
               fiscal_year=2023, days_late=days, possible_files=files)  # fmt: skip
    for report_id, agree in (("r1", False), ("r2", True), ("old", False)):
        insert(connection, "marts.fct_spending", report_id=report_id, concept="public_expenditure", fiscal_year=2023,
               stage="final_account", lowest_yuan=30_000, highest_yuan=40_000, statement_count=2,
               statements_agree=agree)  # fmt: skip


@pytest.fixture(scope="module")
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        empty_marts(connection)
        rows(connection)
        yield connection


def test_there_are_ten_questions() -> None:
    assert [number for number, _ in QUESTIONS] == [str(number) for number in range(1, 11)] == list(ANSWERS)


@pytest.mark.parametrize(("number", "sql"), QUESTIONS)
def test_the_answer_is_right(warehouse: duckdb.DuckDBPyConnection, number: str, sql: str) -> None:
    assert warehouse.execute(sql).fetchall() == ANSWERS[number]


def test_the_dictionary_is_not_stale() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m orchestration.warehouse.dictionary_page"


def test_every_mart_and_column_is_described_in_the_published_file(tmp_path: Path) -> None:
    database = tmp_path / "build.duckdb"
    with duckdb.connect(str(database)) as connection:
        empty_marts(connection)
    assert comment_on_tables(database) > 300
    with duckdb.connect(str(database), read_only=True) as connection:
        bare = connection.execute(
            "select table_name, column_name from duckdb_columns() where schema_name = 'marts' and coalesce(comment, '') = ''"
            " union all select table_name, null from duckdb_tables() where schema_name = 'marts' and coalesce(comment, '') = ''"
        ).fetchall()
        stated = connection.execute(
            "select comment from duckdb_tables() where table_name = 'dim_report'"
        ).fetchone()
    assert bare == [] and stated == (described_tables()["dim_report"].grain,)
    models = {path.stem for path in (DBT_PROJECT / "models").rglob("*.sql")}
    assert {name for name in models if name.startswith(("dim_", "fct_", "mart_"))} <= set(described_tables())

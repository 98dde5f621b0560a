"""Great Expectations on broken tables: every fault is found, and what cannot be judged never passes."""

from pathlib import Path

import duckdb
import pytest

from expectations.catalogue import implemented_rules
from expectations.consistency import consistency_suite
from expectations.judge import judge
from expectations.lake_integrity import lake_suite
from expectations.model import Outcome
from expectations.warehouse_integrity import findings_suite, warehouse_suite
from extraction.schema import TABLES
from extraction.schema_types import DUCKDB_TYPES
from orchestration.paths import reference_folder


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("create schema lake")
    for table in TABLES:
        columns = ", ".join(f"{column.name} {DUCKDB_TYPES[column.type]}" for column in table.columns)
        connection.execute(f"create table lake.{table.name} ({columns})")
    connection.execute("attach ':memory:' as build; create schema build.marts")
    return connection


def by_name(judged: list[Outcome]) -> dict[str, Outcome]:
    return {outcome.name: outcome for outcome in judged}


def document(
    connection: duckdb.DuckDBPyConnection, receipt: str, status: str = "extracted", **values: str
) -> None:
    row = {
        "receipt_id": receipt,
        "document_id": "0" * 64,
        "extractor_version": "1",
        "status": status,
        **values,
    }
    names = ", ".join(row)
    connection.execute(
        f"insert into lake.documents ({names}) values ({', '.join('?' * len(row))})", list(row.values())
    )


def test_an_empty_lake_is_in_order(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    suite = lake_suite()
    judged = by_name(judge(suite, connection, tmp_path))
    assert set(judged) == {item.name for _, item in suite.checks()} and len(judged) > 10
    assert [name for name, outcome in judged.items() if not outcome.passed] == []


def test_faults_of_the_lake_are_found_with_their_keys(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    document(connection, "a")
    document(connection, "a", status="quarantined")
    document(connection, "b", status="strange", message_zh="x")
    connection.execute(
        "insert into lake.figures (figure_id, document_id, extractor_version, measure, quote, char_start, char_end)"
        " select 'f', repeat('0', 64), '1', 'level', '', 5, 5"
    )
    judged = by_name(judge(lake_suite(), connection, tmp_path))
    failed = {name for name, outcome in judged.items() if not outcome.passed}
    assert failed == {
        *("documents_unique", "documents_status_known", "documents_explained"),
        *("figures_have_quote", "figures_have_place"),
    }
    assert judged["documents_status_known"].failing_rows == [{"receipt_id": "b"}]
    assert judged["figures_have_quote"].is_our_fault


def test_a_rule_that_fails_names_report_and_instance(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    connection.execute(
        """create table build.marts.fct_verdicts as
           select * from (values ('A01', 'r1', 'x', 'contradiction', '甲'), ('A01', 'r2', 'x', 'pass', '乙'),
                                 ('A02', 'r1', 'y', 'not_run', '丙'))
             as v (rule_id, report_id, instance, outcome, message_zh)"""
    )
    judged = by_name(judge(consistency_suite(reference_folder()), connection, tmp_path))
    assert [name for name, outcome in judged.items() if not outcome.passed] == ["rule_A01"]
    row = judged["rule_A01"].failing_rows[0]
    assert (row["rule_id"], row["report_id"], row["instance"]) == ("A01", "r1", "x")
    assert judged["rule_A01"].rows == 2


def test_groups_are_judged_and_every_fault_behind_them_is_named(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    connection.execute(
        """create table build.marts.fct_verdicts as
           select * from (values ('A01', 'r3', 'x', 'weakness', '丁'), ('A01', 'r1', 'y', 'contradiction', '乙'),
                                 ('A01', 'r2', 'x', 'pass', '戊'), ('A01', 'r1', 'x', 'weakness', null),
                                 ('A01', 'r4', null, 'contradiction', '己'), ('A02', 'r1', 'x', 'weakness', '庚'),
                                 ('A03', 'r1', 'x', 'pass', '辛'))
             as v (rule_id, report_id, instance, outcome, message_zh)"""
    )
    suite = consistency_suite(reference_folder())
    judged = by_name(judge(suite, connection, tmp_path))
    found = {name: [tuple(row.values()) for row in outcome.failing_rows] for name, outcome in judged.items()}
    assert {name: rows for name, rows in found.items() if rows} == {
        "rule_A01": [
            ("A01", "r1", "x", None),
            ("A01", "r1", "y", "乙"),
            ("A01", "r3", "x", "丁"),
            ("A01", "r4", None, "己"),
        ],
        "rule_A02": [("A02", "r1", "x", "庚")],
    }
    assert [name for name, outcome in judged.items() if not outcome.passed] == ["rule_A01", "rule_A02"]
    assert (judged["rule_A01"].rows, judged["rule_A03"].rows, judged["rule_A04"].rows) == (5, 1, 0)
    assert list(judged["rule_A01"].failing_rows[0]) == list(suite.batches[0].keys)


def marts(connection: duckdb.DuckDBPyConnection, rules: list[str]) -> None:
    """Two reports with one figure each, and a verdict of every rule on each."""
    connection.execute(
        "create table build.marts.dim_report as select unnest(['r1', 'r2']) as report_id, 2022 as fiscal_year"
    )
    connection.execute(
        "create table build.marts.fct_figures as select * from"
        " (values ('f1', 'c', '甲', 'r1'), ('f2', 'c', '乙', 'r2')) as v (figure_id, concept, quote, report_id)"
    )
    for table, source in (("fct_documents", "documents"), ("fct_statements", "statements")):
        connection.execute(f"create table build.marts.{table} as select * from lake.{source}")
    connection.execute("create table rules as select unnest(?) as rule_id", [rules])
    connection.execute(
        """create table build.marts.fct_verdicts as
           select rule_id, report_id, 'x' as instance, 'pass' as outcome, 'error' as severity,
                  '甲' as message_zh, 'a' as message_en
           from rules cross join build.marts.dim_report"""
    )
    connection.execute(
        "insert into lake.documents (receipt_id, document_id, extractor_version, status) values ('a', 'd', '1', 'extracted')"
    )
    connection.execute("insert into build.marts.fct_documents select * from lake.documents")
    connection.execute(
        "insert into lake.figures (figure_id, document_id, extractor_version) select unnest(['f1', 'f2']), 'd', '1'"
    )


@pytest.mark.parametrize(
    ("fault", "failing"),
    [
        ("select 1", {}),
        ("delete from fct_verdicts where rule_id = 'A02' and report_id = 'r2'", {"fct_verdicts_every_rule": ("A02", "r2")}),
        ("insert into fct_verdicts select * from fct_verdicts where rule_id = 'A02' and report_id = 'r1'", {"fct_verdicts_unique": ("A02", "r1", "x")}),
        ("update fct_verdicts set outcome = 'perhaps' where rule_id = 'A02' and report_id = 'r2'", {"fct_verdicts_outcome_known": ("A02", "r2")}),
        ("update fct_verdicts set message_en = null where rule_id = 'A02' and report_id = 'r2'", {"fct_verdicts_explained": ("A02", "r2")}),
        ("update fct_figures set quote = null where figure_id = 'f2'", {"fct_figures_quote_present": ("f2",)}),
        ("update fct_figures set figure_id = 'f1'", {"fct_figures_unique": ("f1",)}),
        ("update fct_figures set report_id = 'r9' where figure_id = 'f2'", {"fct_figures_have_report": ("f2",)}),
        ("delete from fct_figures where figure_id = 'f2'", {"fct_figures_complete": ("fct_figures",)}),
        ("update dim_report set fiscal_year = 22 where report_id = 'r1'", {"dim_report_year": ("r1",)}),
    ],
)  # fmt: skip
def test_faults_of_the_warehouse_are_found_with_an_example(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, fault: str, failing: dict[str, tuple[str, ...]]
) -> None:
    suite = warehouse_suite(reference_folder())
    marts(connection, [rule.rule_id for rule in implemented_rules(reference_folder())])
    connection.execute("use build.marts")
    connection.execute(fault)
    connection.execute("use memory.main")
    judged = judge(suite, connection, tmp_path)
    assert not [outcome for outcome in judged if outcome.error]
    assert {o.name: tuple(o.failing_rows[0].values()) for o in judged if not o.passed} == failing
    rows = by_name(judged)["fct_verdicts_outcome_known"].rows
    assert rows == connection.execute("select count(*) from build.marts.fct_verdicts").fetchone()[0]


def test_a_missing_table_is_an_error_never_a_pass(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    judged = judge(findings_suite(), connection, tmp_path)
    assert all(outcome.error and not outcome.passed and outcome.is_our_fault for outcome in judged)

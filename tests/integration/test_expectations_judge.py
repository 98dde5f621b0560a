"""Great Expectations on broken tables: every fault is found, and what cannot be judged never passes."""

from pathlib import Path

import duckdb
import pytest

from expectations.consistency import consistency_suite
from expectations.integrity import findings_suite, lake_suite
from expectations.judge import judge
from expectations.model import Outcome
from extraction.schema import DUCKDB_TYPES, TABLES
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
    assert all(outcome.passed for outcome in judge(lake_suite(), connection, tmp_path))


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


def test_a_missing_table_is_an_error_never_a_pass(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    judged = judge(findings_suite(), connection, tmp_path)
    assert all(outcome.error and not outcome.passed and outcome.is_our_fault for outcome in judged)

"""The dbt project on a lake of samples: builds, keeps its promises, and decides as ``jihe check`` does."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import duckdb
import pytest

from extraction.extract import extract
from extraction.schema import TABLES
from extraction.schema_types import DUCKDB_TYPES
from orchestration.checking.engine import check_extractions
from orchestration.checking.tables import create_lake, fill_lake
from orchestration.paths import DBT_PROJECT, SAMPLES, Home, reference_folder
from orchestration.season.columns import TABLES as SEASON_TABLES
from orchestration.season.prepare import prepare_season, run_file

ROOT = "/inbox"
MARTS = {
    "dim_region", "dim_department", "dim_concept", "dim_rule", "dim_report", "fct_documents", "fct_figures", "fct_spending",
    "fct_staffing", "fct_assets", "fct_indicators", "fct_scores", "fct_verdicts", "fct_findings", "fct_statements",
    "mart_department_scorecard", "mart_rescoring", "mart_submission_status", "mart_version_figures", "mart_version_findings",
    "mart_corrections", "mart_accepted_findings", "mart_peer_benchmark", "mart_peer_distance", "mart_yearly_change",
}  # fmt: skip


def _samples():
    return [
        extract(path.read_bytes(), path.name)
        for path in sorted(SAMPLES.iterdir())
        if path.suffix in {".txt", ".md"}
    ]


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.csv"))}


def _write_lake(folder: Path, extractions) -> None:
    (folder / "extracts" / "0").mkdir(parents=True)
    with duckdb.connect() as connection:
        create_lake(connection)
        fill_lake(connection, extractions, ROOT)
        # A receipt of another folder: it must not appear in this publication.
        connection.execute(
            "insert into lake.documents select * replace ('/elsewhere' as root, 'x' as receipt_id) from lake.documents limit 1"
        )
        for table in TABLES:
            place = folder if table.name in {"documents", "submissions"} else folder / "extracts" / "0"
            connection.execute(f"copy lake.{table.name} to '{place}/{table.name}.parquet'")


def _half_a_batch(folder: Path) -> None:
    """What a worker of a cluster leaves that died while it wrote: rows that another batch has already."""
    shutil.copytree(folder / "extracts" / "0", folder / "extracts" / ".writing-1.x")


def _write_run_files(folder: Path, rows) -> None:
    """What lies between the verdicts and the findings: here every verdict that deserves it is flagged."""
    flagged = [
        (row["rule_id"], row["report_id"], row["instance"])
        for row in rows
        if row["outcome"] in {"contradiction", "weakness"}
    ]
    with duckdb.connect() as connection:
        connection.execute(
            "create table e (rule_id varchar, report_id varchar, instance varchar, expectation varchar)"
        )
        connection.executemany("insert into e values (?, ?, ?, 'consistency')", flagged)
        connection.execute(f"copy e to '{folder}/expectations.parquet'")
        connection.execute("create table s (fingerprint varchar, first_seen timestamp with time zone)")
        connection.execute(f"copy s to '{folder}/seen.parquet'")


def _dbt(folder: Path, *arguments: str):
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    here = [
        "--project-dir",
        str(DBT_PROJECT),
        "--profiles-dir",
        str(DBT_PROJECT),
        "--target-path",
        str(folder / "target"),
        "--quiet",
    ]
    before = Path.cwd()
    os.chdir(DBT_PROJECT)
    try:
        return dbtRunner().invoke([*arguments, *here, "--log-level-file", "none"])
    finally:
        os.chdir(before)
        DuckDBConnectionManager.close_all_connections()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    extractions = _samples()
    verdicts = check_extractions(extractions)
    _write_lake(folder / "lake", extractions)
    _half_a_batch(folder / "lake")
    _write_run_files(folder, verdicts)
    home = Home.at(folder / "home")
    prepare_season(home)
    variables = {
        "JIHE_BUILD_DB": f"{folder}/build.duckdb", "JIHE_LAKE": f"{folder}/lake", "JIHE_ROOT": ROOT, "DO_NOT_TRACK": "1",
        "JIHE_EXPECTATIONS": f"{folder}/expectations.parquet", "JIHE_FINDINGS_SEEN": f"{folder}/seen.parquet",
        "JIHE_REPORTS_IN_A_SLICE": "3",  # so few that verdicts are made in several slices; the check knows none
        **{f"JIHE_{table.name.upper()}": str(run_file(home, table)) for table in SEASON_TABLES},
    }  # fmt: skip
    reference = _digests(reference_folder())
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        result = _dbt(folder, "build")
    with duckdb.connect(f"{folder}/build.duckdb", read_only=True) as connection:
        yield {
            "result": result,
            "connection": connection,
            "verdicts": verdicts,
            "reports": extractions,
            "reference": reference,
        }


def test_everything_builds_and_every_dbt_test_passes(built):
    bad = [
        (row.node.name, row.status.value, row.message)
        for row in built["result"].result.results
        if row.status.value not in {"success", "pass"}
    ]
    assert not bad


def test_dbt_leaves_the_reference_data_alone(built):
    """dbt writes what it ran below its target; a wrong seed path would aim that at the CSV files."""
    assert _digests(reference_folder()) == built["reference"]


def test_schemas_and_marts_have_exactly_the_promised_names(built):
    rows = (
        built["connection"]
        .execute("select table_schema, table_name from information_schema.tables")
        .fetchall()
    )
    assert {schema for schema, _ in rows} == {"staging", "intermediate", "reference", "marts"}
    assert {name for schema, name in rows if schema == "marts"} == MARTS


def test_the_warehouse_and_the_check_decide_alike(built):
    connection = built["connection"]
    names = [column for column in built["verdicts"][0] if column not in {"operands", "locators"}]
    cursor = connection.execute(
        f"select {', '.join(names)} from marts.fct_verdicts order by report_id, rule_id, instance"
    )
    warehouse = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
    check = [{name: row[name] for name in names} for row in built["verdicts"]]
    assert len(warehouse) == len(check)
    assert warehouse == check
    places = connection.execute(
        "select operands, locators from marts.fct_verdicts order by report_id, rule_id, instance"
    ).fetchall()
    assert [(json.loads(a), json.loads(b)) for a, b in places] == [
        (row["operands"], row["locators"]) for row in built["verdicts"]
    ]


def test_other_folders_stay_out(built):
    connection = built["connection"]
    assert connection.execute("select distinct root from marts.fct_documents").fetchall() == [(ROOT,)]
    assert connection.execute("select count(*) from marts.fct_documents").fetchone() == (
        len(built["reports"]),
    )


def test_findings_are_the_flagged_verdicts(built):
    expected = {
        (row["report_id"], row["rule_id"], row["instance"])
        for row in built["verdicts"]
        if row["outcome"] in {"contradiction", "weakness"} and row["same_cause_as"] is None
    }
    rows = (
        built["connection"]
        .execute(
            "select report_id, rule_id, instance, first_seen, last_seen, fingerprint from marts.fct_findings"
        )
        .fetchall()
    )
    assert {row[:3] for row in rows} == expected
    assert all(first <= last for *_, first, last, _ in rows)
    assert len({row[5] for row in rows}) == len(rows)


def test_findings_name_every_rule_that_saw_their_cause(built):
    rows = (
        built["connection"]
        .execute(
            "select verdict_id, rule_id, seen_by, message_zh, message_en, quotes, locators, figure_ids from marts.fct_findings"
        )
        .fetchall()
    )
    assert all(rule in seen_by and seen_by == sorted(seen_by) for _, rule, seen_by, *_ in rows)
    told = {row[0]: row for row in rows}
    shared = [row for row in built["verdicts"] if row["same_cause_as"]]
    assert shared  # the samples hold a cause that more than one rule saw
    for row in shared:
        _, _, seen_by, zh, en, quotes, locators, figures = told[row["same_cause_as"]]
        assert row["rule_id"] in seen_by and f"{row['rule_id']} " in zh and f"{row['rule_id']} " in en
        assert set(row["quotes"]) <= set(quotes) and len(quotes) == len(json.loads(locators))
        assert {operand["figure_id"] for operand in row["operands"]} <= set(figures)


def test_topics_of_problems_are_counted_across_departments(built):
    counted = (
        built["connection"]
        .execute(
            "select topic, count(distinct department_name) from marts.fct_statements join marts.dim_report using (report_id)"
            " where kind = 'problem' and is_current group by topic order by all"
        )
        .fetchall()
    )
    assert len(counted) > 2 and max(departments for _, departments in counted) > 1


def test_every_lake_column_has_its_type(built):
    """The contract of fct_figures says in SQL what extraction/schema.py says in Python."""
    figures = next(table for table in TABLES if table.name == "figures")
    described = dict(row[:2] for row in built["connection"].execute("describe marts.fct_figures").fetchall())
    assert {column.name: DUCKDB_TYPES[column.type] for column in figures.columns}.items() <= described.items()


def test_the_scorecard_has_a_row_for_every_current_report(built):
    connection = built["connection"]
    current = connection.execute("select count(*) from marts.dim_report where is_current").fetchone()
    assert connection.execute("select count(*) from marts.mart_department_scorecard").fetchone() == current
    errors = connection.execute("select sum(findings_error) from marts.mart_department_scorecard").fetchone()
    assert (
        errors
        == connection.execute("select count(*) from marts.fct_findings where severity = 'error'").fetchone()
    )


def test_points_are_recomputed_from_the_figures(built):
    """平江: items add to 93.1, 95.1 is stated; 96 % of fixed assets in use costs 0.4 points of 3."""
    connection = built["connection"]
    stated, items = connection.execute(
        "select stated_high_points, items_points from marts.mart_rescoring"
        " where level = 'report' and stated_high_points <> items_points and stated_low_points = stated_high_points"
    ).fetchone()
    assert (float(stated), float(items)) == (95.1, 93.1)
    row = connection.execute(
        "select stated_low_points, recomputed_high_points, fits, inputs from marts.mart_rescoring"
        " where measure = 'fixed_asset_utilisation_rate' and ratio_pct = 96"
    ).fetchone()
    assert (float(row[0]), float(row[1]), row[2]) == (2.6, 2.6, True)
    assert {"figure_id", "quote"} <= set(json.loads(row[3])[0])

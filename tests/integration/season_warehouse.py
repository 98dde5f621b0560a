"""A small season in a real warehouse: reports by hand, the season's tables, and dbt in two steps as in a run.

Not here: extraction, Great Expectations and Dagster; every verdict that deserves it is flagged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from extraction.model import Extraction, Identity
from extraction.schema import TABLES
from orchestration.checking.tables import create_lake, fill_lake
from orchestration.lake.state import documents_path
from orchestration.paths import Home
from orchestration.publishing.builds import working_database
from orchestration.season.prepare import prepare_season
from orchestration.warehouse.environment import dbt_environment, expectations_file
from orchestration.warehouse.runner import run_dbt
from tests.unit.verdict_builders import Part, report

ROOT = "/inbox"


@dataclass(frozen=True)
class Sent:
    """One file of the season."""

    department: str | None
    received: str  # a day
    arrival: int
    parts: Sequence[Part]
    path: str = ""
    status: str = "extracted"
    region: tuple[str | None, str | None] = ("431081", "湖南省郴州市资兴市")
    year: int = 2022
    family: str = "narrative"
    kind: str = "department_self_evaluation"
    presence: str = "here"

    def extraction(self, number: int) -> Extraction:
        made = report(*self.parts)
        identity = Identity(
            title="自评报告", department_name=self.department, region_code=self.region[0], region_name=self.region[1],
            fiscal_year=self.year, report_kind=self.kind, form_family=self.family,
        )  # fmt: skip
        name = self.path or f"{self.department}-{self.received}.txt"
        return replace(made, document_id=f"{number:016x}" * 4, identity=identity, file_name=name)


def report_id(number: int) -> str:
    """Key of the file with this number."""
    return f"{number:016x}"


def write_lake(home: Home, sent: Sequence[Sent], root: str = ROOT) -> None:
    """The lake after these files were read."""
    folder = home.lake / "extracts" / "0"
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        create_lake(connection)
        fill_lake(connection, [file.extraction(number) for number, file in enumerate(sent)], root)
        for number, file in enumerate(sent):
            connection.execute(
                "update lake.documents set received_at = ?, arrival_no = ?, status = ?, presence = ? where left(document_id, 16) = ?",
                [datetime.fromisoformat(file.received).replace(hour=4, tzinfo=UTC), file.arrival, file.status, file.presence, report_id(number)],
            )  # fmt: skip
        for table in TABLES:
            place = home.lake if table.name in {"documents", "submissions"} else folder
            connection.execute(f"copy lake.{table.name} to '{place}/{table.name}.parquet'")
    assert documents_path(home.lake).exists()


def build(home: Home, root: str = ROOT) -> list[str]:
    """Both steps of dbt; what failed."""
    prepare_season(home)
    with duckdb.connect() as connection:
        connection.execute("create table s (fingerprint varchar, first_seen timestamptz)")
        connection.execute(f"copy s to '{home.findings_seen}' (format parquet)")
    home.builds.mkdir(parents=True, exist_ok=True)
    variables = dbt_environment(home, root)
    quick = ("--exclude-resource-type", "test", "unit_test")
    results = run_dbt(home, ["build", "--exclude", "tag:findings", *quick], variables)
    with duckdb.connect(str(working_database(home)), read_only=True) as connection:
        flagged = connection.execute(
            "select rule_id, report_id, instance, 'rule' as expectation from marts.fct_verdicts"
            " where outcome in ('contradiction', 'weakness')"
        ).fetchall()
    names = ("rule_id", "report_id", "instance", "expectation")
    schema = pa.schema([(name, pa.string()) for name in names])
    rows = [dict(zip(names, row, strict=True)) for row in flagged]
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), expectations_file(home))
    results += run_dbt(home, ["build", "--select", "tag:findings", *quick[:1], "unit_test"], variables)
    return [f"{result.unique_id}: {result.message}" for result in results if result.is_failure]


def query(home: Home, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Rows of the build."""
    with duckdb.connect(str(working_database(home)), read_only=True) as connection:
        return connection.execute(sql, list(parameters)).fetchall()


def home_with(folder: Path, sent: Sequence[Sent]) -> Home:
    """A home with these files in its lake."""
    home = Home.at(folder)
    write_lake(home, sent)
    return home

"""A build in which only some reports are made anew; rows of all others are those of the published build.

Belongs here: making the part, putting it onto a copy of what is published, testing the whole. Does not belong here: which
reports these are (warehouse.changed). Every test of the project and every expectation judges the whole; what departments
look like from afar (findings, scorecards) is made of the whole as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.files import replaced
from orchestration.paths import Home
from orchestration.publishing.builds import LEAVE_DELETED, Build, part_database, working_database
from orchestration.publishing.publish import is_sound
from orchestration.warehouse.changed import Changed
from orchestration.warehouse.environment import dbt_environment
from orchestration.warehouse.query import quoted
from orchestration.warehouse.runner import NodeResult, Progress, run_dbt

#: Models of which no row belongs to one report: they are made of the whole.
WHOLE = "tag:whole"
#: DuckDB takes most of the machine by itself; rows are only passed on here.
_MEMORY = "1000MB"
#: Old rows are left in the file, marked as deleted, until so many reports were replaced (as a share of all): to clean up costs as much as a
#: thousand reports.
_MOST_REPLACED = 0.5
_NO_FINDINGS = ("--exclude", "tag:findings")


def build_part(home: Home, build: Build, changed: Changed, progress: Progress) -> list[NodeResult]:
    """Make the warehouse of a build out of the published one and what has changed; every node's result, tests of the whole.

    Raises:
        DbtError: when dbt itself fails; failing nodes are returned, not raised.
        duckdb.Error: the published file is damaged.
    """
    variables = dbt_environment(home, build.root)
    scope = home.dbt / "scope.parquet"
    with replaced(scope) as temporary:
        pq.write_table(pa.table({"document_id": pa.array(sorted(changed.read), pa.string())}), temporary)
    no_unit_tests = ("--exclude-resource-type", "unit_test")
    arguments = [
        "build",
        "--select",
        "fqn:*",
        *_NO_FINDINGS,
        "--exclude-resource-type",
        "test",
        *no_unit_tests,
    ]
    copy = home.builds / ".published.tmp"
    try:
        with ThreadPoolExecutor(1) as beside:
            sound = beside.submit(_copied, home.published, copy)
            made = run_dbt(home, arguments, {**variables, "JIHE_SCOPE": str(scope)}, progress)
        if any(result.is_failure for result in made):
            return made
        if not sound.result():
            raise duckdb.IOException("the published file is damaged")
        build.replaced = changed.base.replaced + len(changed.anew) / max(changed.reports, 1)
        cleans_up = build.replaced > _MOST_REPLACED
        build.replaced = 0.0 if cleans_up else build.replaced
        put_together(home, changed, copy, cleans_up=cleans_up)
    finally:
        copy.unlink(missing_ok=True)
    arguments = ["build", "--select", WHOLE, "resource_type:test", *_NO_FINDINGS, *no_unit_tests]
    whole = {result.unique_id: result for result in run_dbt(home, arguments, variables)}
    # the order of the first call: Dagster wants every table after those it is made of
    return [*(whole.pop(result.unique_id, result) for result in made), *whole.values()]


def _copied(published: Path, copy: Path) -> bool:
    """Copy what is published; whether every page of the copy can be read."""
    shutil.copyfile(published, copy)
    return is_sound(copy)


def put_together(home: Home, changed: Changed, copy: Path, *, cleans_up: bool) -> None:
    """Put the part that was made onto a copy of the published file, report by report; the copy becomes the build.

    Args:
        home: the working home; its working database is the part.
        changed: whose rows are replaced.
        copy: of the published file.
        cleans_up: take rows out of the file that were replaced, now and before.
    """
    working, part = working_database(home), part_database(home)
    with duckdb.connect(str(working)) as connection:
        connection.execute("checkpoint")  # a log would be left behind
    working.rename(part)
    try:
        copy.rename(working)
        with duckdb.connect(str(working)) as connection:
            connection.execute(f"set memory_limit = '{_MEMORY}'")
            connection.execute("set fsync_mode = 'NONE'")  # as in profiles.yml
            if not cleans_up:
                connection.execute(LEAVE_DELETED)
            connection.execute(f"attach '{quoted(part)}' as part (read_only)")
            for table in _of_the_other_build(connection):
                connection.execute(f"drop table {table}")
            connection.execute(
                "create temp table anew as select unnest(?) as report_id", [sorted(changed.anew)]
            )
            for table in _tables_by_report(connection):
                connection.execute(f"delete from {table} where report_id in (select report_id from anew)")  # noqa: S608
                connection.execute(
                    f"insert into {table} by name select * from part.{table} where report_id in (select report_id from anew)"  # noqa: S608
                )
    finally:
        part.unlink(missing_ok=True)


def _of_the_other_build(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Its name, findings and scorecards: a build that is refused must not show those of another."""
    rows = connection.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = current_database() and not internal"
        " except select schema_name, table_name from duckdb_tables() where database_name = 'part'"
    ).fetchall()
    return [f'"{schema}"."{table}"' for schema, table in rows]


def _tables_by_report(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    rows: Iterable[tuple[str, str]] = connection.execute(
        "select schema_name, table_name from duckdb_columns() where database_name = 'part' and column_name = 'report_id'"
        " order by schema_name, table_name"
    ).fetchall()
    return (f'"{schema}"."{table}"' for schema, table in rows)

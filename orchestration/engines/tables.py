"""Tables between the two: reference data lent to the cluster, models brought back with their contracts.

Belongs here: Parquet files as tables of Spark and of DuckDB. Does not belong here: when (warehouse).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import duckdb
from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]

from orchestration.files import replaced
from orchestration.warehouse.query import quoted

_REFERENCE = "reference"


def lend_reference(database: Path, folder: Path, prefix: str) -> None:
    """Write the seeds, as dbt loaded them on DuckDB, where the cluster reads them."""
    with duckdb.connect(str(database), read_only=True) as connection:
        tables = connection.execute(
            "select table_name from duckdb_tables() where schema_name = ?", [_REFERENCE]
        ).fetchall()
        for (table,) in tables:
            path = folder / f"{prefix}_{_REFERENCE}" / table / "seed.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            with replaced(path) as temporary:
                connection.execute(f"copy {_REFERENCE}.\"{table}\" to '{quoted(temporary)}' (format parquet)")


def register(session: SparkSession, folder: Path) -> None:
    """Make every table that lies in the folder known: a server that was restarted has forgotten them."""
    for schema in sorted(path for path in folder.iterdir() if path.is_dir()):
        session.sql(f"create schema if not exists {schema.name} location '{quoted(schema)}'")
        for table in sorted(path for path in schema.iterdir() if path.is_dir()):
            session.sql(
                f"create table if not exists {schema.name}.{table.name} using parquet location '{quoted(table)}'"
            )


def bring_back(manifest: Path, folder: Path, database: Path, prefix: str, built: Collection[str]) -> None:
    """Put the built models into the build's file, columns and types as their contracts say.

    Raises:
        duckdb.Error: when a table does not hold what its contract says.
    """
    nodes = json.loads(manifest.read_text(encoding="utf-8"))["nodes"]
    with duckdb.connect(str(database)) as connection:
        connection.execute("set TimeZone = 'UTC'")
        for unique_id in built:
            node = nodes[unique_id]
            schema = str(node["schema"]).removeprefix(f"{prefix}_")
            files = folder / str(node["schema"]) / str(node["alias"]) / "*.parquet"
            connection.execute(f'create schema if not exists "{schema}"')
            select = (
                f"select {_columns(node)} from read_parquet('{quoted(files)}', hive_partitioning = false)"  # noqa: S608
            )
            connection.execute(f'create or replace table "{schema}"."{node["alias"]}" as {select}')


def _columns(node: Mapping[str, Any]) -> str:
    if not node["config"].get("contract", {}).get("enforced"):
        return "*"
    return ", ".join(
        f'cast("{name}" as {column["data_type"]}) as "{name}"' for name, column in node["columns"].items()
    )

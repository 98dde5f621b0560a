"""Reading a lake and a build together, without ever holding a file longer than needed.

Belongs here: connections that see the schemas ``lake`` and ``build``.
Does not belong here: the queries.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from extraction.schema import TABLES
from orchestration.lake.state import documents_path, submissions_path
from orchestration.paths import Home


def quoted(text: object) -> str:
    """A text or path as it stands between the quotation marks of SQL."""
    return str(text).replace("'", "''")


@contextmanager
def lake_and_build(
    home: Home, root: str, database: Path | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in memory with ``lake.*`` as views of one inbox, and ``build.*`` when a file is given."""
    with duckdb.connect() as connection:
        connection.execute("create schema lake")
        for table in TABLES:
            connection.execute(
                f"create view lake.{table.name} as select * from {_source(home, table.name, root)}"  # noqa: S608
            )
        if database is not None:
            connection.execute(f"attach '{quoted(database)}' as build (read_only)")
        yield connection


def _source(home: Home, table: str, root: str) -> str:
    if table == "documents":
        return f"read_parquet('{quoted(documents_path(home.lake))}') where root = '{quoted(root)}'"
    if table == "submissions":
        return f"read_parquet('{quoted(submissions_path(home.lake))}')"
    return f"read_parquet('{quoted(home.lake)}/extracts/[0-9]*/{table}.parquet')"

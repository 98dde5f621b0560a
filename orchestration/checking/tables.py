"""Lake tables in memory: extractions as rows of the tables that the SQL of the warehouse reads.

Belongs here: making tables from ``extraction.schema`` and filling them.
Does not belong here: what is computed from them (``engine`` runs the compiled SQL).
Imports neither pandas nor pyarrow: ``jihe check`` answers in under a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import duckdb

from extraction.model import Extraction
from extraction.rows import content_row, table_rows
from extraction.schema import TABLES
from extraction.schema_types import DUCKDB_TYPES, Table

Row = Mapping[str, Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def create_lake(connection: duckdb.DuckDBPyConnection) -> None:
    """Empty tables of the lake's schema, in the schema ``lake``."""
    connection.execute("create schema lake")
    for table in TABLES:
        columns = ", ".join(f'"{column.name}" {DUCKDB_TYPES[column.type]}' for column in table.columns)
        connection.execute(f'create table lake."{table.name}" ({columns})')


def fill_lake(
    connection: duckdb.DuckDBPyConnection, extractions: Sequence[Extraction], root: str = ""
) -> None:
    """One received file for every extraction, and everything that was read from it."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for extraction in extractions:
        document = _document_row(extraction, root)
        rows["documents"].append(document)
        rows["submissions"].append(_submission_row(document))
        for name, found in table_rows(extraction).items():
            rows[name] += found
    for table in TABLES:
        insert_rows(connection, table, rows[table.name])


def insert_rows(connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[Row]) -> None:
    """Rows into one table, by the columns of its schema and all in one statement."""
    values = [row.get(name) for row in rows for name in table.column_names]
    if not values:
        return
    width = len(table.column_names)
    # One statement with all parameters is some ten times quicker than executemany.
    group = "(" + ", ".join(["?"] * width) + ")"
    for start in range(0, len(values), width * 500):
        part = values[start : start + width * 500]
        marks = ", ".join([group] * (len(part) // width))
        connection.execute(f'insert into lake."{table.name}" values {marks}', part)  # noqa: S608


def _document_row(extraction: Extraction, root: str) -> dict[str, Any]:
    content = content_row(extraction)
    return {
        **content,
        "receipt_id": extraction.document_id,
        "submission_id": extraction.document_id[:16],
        "root": root,
        "relative_path": extraction.file_name,
        "file_name": extraction.file_name,
        "size_bytes": content.get("characters") or 0,
        "received_at": _EPOCH,
        "presence": "here",
    }


def _submission_row(document: Row) -> dict[str, Any]:
    return {
        "submission_id": document["submission_id"],
        "document_id": document["document_id"],
        "collection": "",
        "received_at": _EPOCH,
        "file_count": 1,
    }

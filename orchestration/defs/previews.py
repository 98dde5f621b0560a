"""What a person sees of a table in Dagster's UI: counts, a few rows, a table of findings.

Belongs here: turning rows into metadata.
Does not belong here: choosing what is computed.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import dagster as dg
import duckdb

from extraction.schema_types import DUCKDB_TYPES, Table

OWNERS = ["team:performance_office"]
_WIDTH = 60


def markdown_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> dg.MarkdownMetadataValue:
    """Rows as a Markdown table, long cells cut."""
    lines = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows]
    return dg.MetadataValue.md("\n".join(lines))


def _cell(value: Any) -> str:
    text = "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def preview(
    connection: duckdb.DuckDBPyConnection, relation: str, columns: str = "*", limit: int = 10
) -> dict[str, Any]:
    """Row count and first rows of a table or view; of one with damaged pages, that it cannot be read.

    To look at rows stops no run: the step that needs them finds the damage and says what to do.
    """
    try:
        counted = connection.execute(f"select count(*) from {relation}").fetchone()  # noqa: S608
        cursor = connection.execute(f"select {columns} from {relation} limit {limit}")  # noqa: S608
    except duckdb.Error as error:
        return {"preview": f"不能读取 / cannot be read: {type(error).__name__}"}
    names = [column[0] for column in cursor.description or []]
    return {
        "dagster/row_count": int(counted[0]) if counted else 0,
        "preview": markdown_table(names, cursor.fetchall()),
    }


def rows_of(connection: duckdb.DuckDBPyConnection, query: str) -> dg.MarkdownMetadataValue:
    """The rows of a query as a table."""
    cursor = connection.execute(query)
    return markdown_table([column[0] for column in cursor.description or []], cursor.fetchall())


def columns_of(connection: duckdb.DuckDBPyConnection, relation: str) -> dg.TableSchema:
    """The columns of a table as they are."""
    found = connection.execute(f"describe {relation}").fetchall()
    return dg.TableSchema(columns=[dg.TableColumn(row[0], row[1]) for row in found])


def column_schema(table: Table) -> dg.TableSchema:
    """The columns of a lake table, for the UI."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                column.name,
                DUCKDB_TYPES[column.type],
                column.description,
                dg.TableColumnConstraints(nullable=column.nullable),
            )
            for column in table.columns
        ]
    )


def failing_rows(rows: Sequence[Mapping[str, Any]], limit: int = 100) -> dict[str, Any]:
    """Failing rows of a check: how many, and the first of them as a table."""
    shown = rows[:limit]
    metadata: dict[str, Any] = {"failing_rows": len(rows)}
    if shown:
        names = list(shown[0])
        metadata["rows"] = markdown_table(names, [[row.get(name) for name in names] for row in shown])
    return metadata

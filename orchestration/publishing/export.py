"""The published marts as Parquet, CSV or one workbook.

Belongs here: reading the tables and writing files whole. Does not belong here: the xlsx format (workbook),
workbooks for people (products). Text that a spreadsheet would run as a formula is made plain in CSV; cells
of a workbook carry their type.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from orchestration.files import replaced
from orchestration.publishing.workbook import ROW_LIMIT, Book, opened

# What begins like a formula and is not simply a signed number.
_PLAIN = (
    "case when regexp_matches({0}, '^[=+\\-@\\t\\r]') and not regexp_full_match({0}, '[+\\-]?[0-9.]+')"
    " then '''' || {0} else {0} end as {0}"
)

_AT_ONCE = 2000
_TOO_LONG = (
    "表格最多容纳 1048576 行，其余行未列出；全部数据请用 jihe export --format parquet。"
    " / A sheet holds 1,048,576 rows; the rest is left out here: jihe export --format parquet has all of it."
)


class UnknownTableError(Exception):
    """No mart has this name."""


def export(database: Path, folder: Path, file_format: str, tables: Sequence[str] = ()) -> list[Path]:
    """Write the marts; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(database), read_only=True) as connection:
        known = [
            str(row[0])
            for row in connection.execute(
                "select table_name from information_schema.tables where table_schema = 'marts' order by 1"
            ).fetchall()
        ]
        unknown = [name for name in tables if name not in known]
        if unknown:
            raise UnknownTableError(", ".join(unknown))
        chosen = list(tables) or known
        if file_format == "xlsx":
            return [_workbook(connection, folder / "jihe.xlsx", chosen)]
        return [_file(connection, folder, name, file_format) for name in chosen]


def _file(connection: duckdb.DuckDBPyConnection, folder: Path, table: str, file_format: str) -> Path:
    path = folder / f"{table}.{file_format}"
    columns = "*" if file_format == "parquet" else _plain_columns(connection, table)
    with replaced(path) as temporary:
        target = str(temporary).replace("'", "''")
        options = "format parquet" if file_format == "parquet" else "format csv, header"
        connection.execute(f"copy (select {columns} from marts.\"{table}\") to '{target}' ({options})")  # noqa: S608
        if file_format == "csv":
            # With a byte order mark Excel reads UTF-8 as what it is.
            temporary.write_bytes(b"\xef\xbb\xbf" + temporary.read_bytes())
    return path


def _plain_columns(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    described = connection.execute(f'describe marts."{table}"').fetchall()
    return ", ".join(
        _PLAIN.format(f'"{row[0]}"') if row[1] == "VARCHAR" else f'"{row[0]}"' for row in described
    )


def _workbook(connection: duckdb.DuckDBPyConnection, path: Path, tables: Sequence[str]) -> Path:
    with replaced(path) as temporary, opened(temporary, _created(connection)) as book:
        for table in tables:
            _sheet(connection, book, table)
    return path


def _created(connection: duckdb.DuckDBPyConnection) -> datetime:
    """When the build began; fixed where the database has no build, so that its workbook is fixed too."""
    known = connection.execute("select 1 from duckdb_tables() where schema_name = 'meta'").fetchone()
    row = connection.execute("select created_at from meta.build").fetchone() if known else None
    return row[0] if row else datetime(2000, 1, 1, tzinfo=UTC)


def _sheet(connection: duckdb.DuckDBPyConnection, book: Book, table: str) -> None:
    """One table as one sheet, in the table's order; a longer one says where the rest is."""
    sheet = book.sheet(table)
    cursor = connection.execute(f'select * from marts."{table}"')  # noqa: S608
    names = [column[0] for column in cursor.description or []]
    book.headings(sheet, 0, names, bold=True)
    sheet.freeze_panes(1, 0)
    number = 0
    while rows := cursor.fetchmany(_AT_ONCE):
        for row in rows:
            number += 1
            if number == ROW_LIMIT - 1:
                book.write(sheet, number, 0, _TOO_LONG)
                return
            for column, value in enumerate(row):
                moment = {"num_format": "yyyy-mm-dd hh:mm:ss"} if isinstance(value, datetime) else {}
                book.write(sheet, number, column, value, **moment)

"""Parquet schemas of the lake, derived from extraction.schema, and reading and writing rows in them.

Belongs here: the translation of column types to Arrow and of rows to Parquet files.
Does not belong here: which columns exist (extraction.schema) and where files lie (batches, state).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extraction.schema import (
    CONTENT_TABLES,
    DOCUMENTS,
    SUBMISSIONS,
    TEXTS,
)
from extraction.schema_types import Column, ColumnType, Table
from orchestration.files import flush_file, replaced

ARROW_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "int": pa.int64(),
    "bool": pa.bool_(),
    "money": pa.decimal128(20, 6),
    "fraction": pa.decimal128(4, 3),
    "timestamp": pa.timestamp("us", tz="UTC"),
}
_SCALES: dict[ColumnType, Decimal] = {"money": Decimal("0.000001"), "fraction": Decimal("0.001")}

# What extraction knows of a document; the rest of `documents` belongs to its receipt.
_RECEIPT_COLUMNS = frozenset(
    {
        "receipt_id",
        "submission_id",
        "root",
        "relative_path",
        "file_name",
        "size_bytes",
        "received_at",
        "arrival_no",
        "duplicate_of",
        "presence",
    }
)
CONTENTS = Table(
    "contents",
    "one document as one extractor version read it",
    tuple(column for column in DOCUMENTS.columns if column.name not in _RECEIPT_COLUMNS),
)
BATCH_TABLES: tuple[Table, ...] = (CONTENTS, *CONTENT_TABLES, TEXTS)
STATE_TABLES: tuple[Table, ...] = (DOCUMENTS, SUBMISSIONS)

Row = Mapping[str, Any]


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a lake table, its grain and descriptions included."""
    fields = [
        pa.field(column.name, ARROW_TYPES[column.type], column.nullable, {"description": column.description})
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"grain": table.grain})


def arrow_table(table: Table, rows: Iterable[Row]) -> pa.Table:
    """Rows as an Arrow table; a missing value in a required column is an error of ours."""
    listed = list(rows)
    arrays = [_array(column, [row.get(column.name) for row in listed]) for column in table.columns]
    for column, array in zip(table.columns, arrays, strict=True):
        if not column.nullable and array.null_count:
            raise ValueError(f"{table.name}.{column.name} must not be empty ({array.null_count} rows are)")
    return pa.Table.from_arrays(arrays, schema=arrow_schema(table))


def _array(column: Column, values: list[Any]) -> pa.Array:
    kind, scale = ARROW_TYPES[column.type], _SCALES.get(column.type)
    if scale is not None:
        values = [None if value is None else Decimal(str(value)).quantize(scale) for value in values]
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        # Parquet text is UTF-8; half a surrogate pair from a damaged file would stop the batch.
        return pa.array([_encodable(value) for value in values], kind)


def _encodable(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def write_rows(path: Path, table: Table, rows: Iterable[Row]) -> int:
    """Write a new Parquet file and flush it; the number of rows."""
    content = arrow_table(table, rows)
    pq.write_table(content, path, compression="zstd", write_page_checksum=True)
    flush_file(path)
    return int(content.num_rows)


def replace_rows(path: Path, table: Table, rows: Iterable[Row]) -> int:
    """Replace a Parquet file atomically; the number of rows."""
    with replaced(path) as temporary:
        return write_rows(temporary, table, rows)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """All rows of a Parquet file; none when it does not exist yet."""
    if not path.exists():
        return []
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows


def column_names(path: Path) -> list[str]:
    """The columns of a Parquet file."""
    return list(pq.read_schema(path).names)

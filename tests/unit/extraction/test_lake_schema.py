"""The one description of the lake's tables."""

from __future__ import annotations

import pytest

from extraction import schema
from extraction.schema_types import DUCKDB_TYPES


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_tables_say_their_grain_and_name_each_column_once(table):
    assert table.grain.startswith("one ")
    assert len(set(table.column_names)) == len(table.columns)
    assert all(column.description for column in table.columns)
    assert all(column.type in DUCKDB_TYPES for column in table.columns)


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_the_first_column_is_a_key_and_never_null(table):
    assert table.columns[0].name.endswith("_id")
    assert not table.columns[0].nullable


@pytest.mark.parametrize("name", ["figures", "indicators", "statements"])
def test_every_extracted_row_says_where_it_stands_and_who_read_it(name):
    (table,) = [table for table in schema.TABLES if table.name == name]
    required = {column.name for column in table.columns if not column.nullable}
    assert {"document_id", "extractor_version", "char_start", "char_end"} <= required
    assert {"page", "table_no", "row_no", "column_no"} <= set(table.column_names)


def test_money_is_never_a_float():
    assert DUCKDB_TYPES["money"].startswith("DECIMAL")
    assert not any("DOUBLE" in kind or "FLOAT" in kind for kind in DUCKDB_TYPES.values())

"""Rows of the lake as Arrow tables: exact amounts, text that Parquet can hold, required columns."""

from decimal import Decimal

import pytest

from extraction.schema_types import Column, Table
from orchestration.lake.arrow import arrow_table

TABLE = Table(
    "t", "one row", (Column("name", "text", "a name", nullable=False), Column("value", "money", "an amount"))
)


def test_amounts_are_exact_and_missing_ones_stay_missing():
    rows = [{"name": "a", "value": "0.1"}, {"name": "b", "value": Decimal("-12345678901.5")}, {"name": "c"}]
    assert arrow_table(TABLE, rows)["value"].to_pylist() == [Decimal("0.1"), Decimal("-12345678901.5"), None]


def test_half_a_character_of_a_damaged_file_does_not_stop_the_batch():
    rows = [{"name": "甲\ud800乙"}, {"name": "丙"}]
    assert arrow_table(TABLE, rows)["name"].to_pylist() == ["甲?乙", "丙"]


def test_a_required_column_that_is_empty_is_named():
    with pytest.raises(ValueError, match=r"t\.name"):
        arrow_table(TABLE, [{"name": None}])

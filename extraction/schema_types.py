"""What a column and a table of the lake are: types, and how DuckDB calls them.

Belongs here: the kinds of column that there can be. Does not belong here: which tables and columns there are (``schema``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "int", "bool", "money", "fraction", "timestamp"]

DUCKDB_TYPES: dict[ColumnType, str] = {
    "text": "VARCHAR",
    "int": "BIGINT",
    "bool": "BOOLEAN",
    # 14 digits before the point hold any sum of a state budget in yuan; six after it hold
    # half a unit of the last printed digit of 万元 amounts with up to nine decimals.
    "money": "DECIMAL(20,6)",
    "fraction": "DECIMAL(4,3)",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a lake table."""

    name: str
    type: ColumnType
    description: str
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """One lake table: its grain in words and its columns in order."""

    name: str
    grain: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns in order."""
        return tuple(column.name for column in self.columns)

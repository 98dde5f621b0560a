"""The unit of a cell of a table: printed in it, over it, before it, or taken from a neighbour with a note.

Belongs here: the unit of one amount and how sure it is.
Does not belong here: finding units in captions and headings (``columns``), what the amount is of (``gridfigures``).
"""

from __future__ import annotations

from decimal import Decimal

from extraction.model import Table
from extraction.tables.gridstate import TableState
from extraction.text.numbers import UNITS, Number

_UNITS_OF_COUNTS = {"reception_batches": "批次", "reception_persons": "人次", "vehicle_stock": "辆"}
_COUNTED = frozenset(_UNITS_OF_COUNTS.values())
_INHERITED = Decimal("0.9")


class CellUnits:
    """Units of the cells of one document; a table without a unit has that of the last one that had."""

    def __init__(self) -> None:
        self._last_unit: str | None = None

    def of(
        self, state: TableState, table: Table, number: Number, kind: str, concept: str, declared: str | None
    ) -> tuple[Number | None, Decimal, str | None]:
        """The number in a unit that suits its concept; None where it has another kind of unit."""
        declared = (kind == "count" and _UNITS_OF_COUNTS.get(concept)) or declared
        base = {"money": "yuan", "persons": "persons", "percent": "percent", "points": "points"}.get(kind)
        if number.unit:
            if kind == "persons" and number.unit == "个":
                return number.with_unit("人"), Decimal(1), None
            if number.base_unit == base == "yuan":
                self._last_unit = self._last_unit or number.unit
            return (number, Decimal(1), None) if number.base_unit == base else (None, Decimal(0), None)
        if kind == "count" and declared in _COUNTED:
            return number.with_unit(declared), Decimal(1), None
        if kind in {"persons", "points"}:
            return number.with_unit("人" if kind == "persons" else "分"), Decimal(1), None
        if kind == "percent":
            return number.with_unit("%"), _INHERITED, "percent sign not printed"
        if kind != "money":
            return None, Decimal(0), None
        if declared and UNITS[declared][1] == "yuan":
            self._last_unit = declared
            return number.with_unit(declared), Decimal(1), None
        return self._from_elsewhere(state, table, number)

    def _from_elsewhere(
        self, state: TableState, table: Table, number: Number
    ) -> tuple[Number, Decimal, str | None]:
        if table_unit := state.only_unit(table):
            return number.with_unit(table_unit), _INHERITED, "unit taken from another heading"
        if self._last_unit:
            return number.with_unit(self._last_unit), _INHERITED, "unit taken from another table"
        return number, Decimal(0), None

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
#: 所属单位数 | 3; not 二级机构1 | 304.3, which is whose money it is.
BODIES = {"internal_division_count": "个", "subordinate_unit_count": "个"}
_COUNTED = frozenset((*_UNITS_OF_COUNTS.values(), "个"))
_MOST_BODIES = 400
_INHERITED = Decimal("0.9")
#: 执行率 0.958: what was meant is 95.8 %, or less than one in a hundred.
_MAY_BE_RATIO = Decimal("1.5")
_UNSURE = Decimal("0.5")


class CellUnits:
    """Units of the cells of one document; a table without a unit has that of the last one that had."""

    def __init__(self) -> None:
        self._last_unit: str | None = None

    def of(
        self, state: TableState, table: Table, number: Number, kind: str, concept: str, declared: str | None
    ) -> tuple[Number | None, Decimal, str | None]:
        """The number in a unit that suits its concept; None where it has another kind of unit."""
        if kind == "count":
            return _counted(number, concept, declared)
        base = {"money": "yuan", "persons": "persons", "percent": "percent", "points": "points"}.get(kind)
        if number.unit:
            if kind == "persons" and number.unit == "个":
                return number.with_unit("人"), Decimal(1), None
            if number.base_unit == base == "yuan":
                self._last_unit = self._last_unit or number.unit
            return (number, Decimal(1), None) if number.base_unit == base else (None, Decimal(0), None)
        if kind in {"persons", "points"}:
            return number.with_unit("人" if kind == "persons" else "分"), Decimal(1), None
        if kind == "percent":
            return number.with_unit("%"), *_without_sign(number)
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


def _without_sign(number: Number) -> tuple[Decimal, str]:
    """How sure a percentage without its sign is, and why."""
    if 0 < abs(number.value) <= _MAY_BE_RATIO:
        return _UNSURE, "percent sign not printed; it may be a ratio"
    return _INHERITED, "percent sign not printed"


def _counted(number: Number, concept: str, declared: str | None) -> tuple[Number | None, Decimal, str | None]:
    """A number of things: in the unit printed, else in that of what is counted."""
    if number.unit:
        counts = UNITS[number.unit][0] in {*_COUNTED, "人"}
        return (number if counts else None), Decimal(counts), None
    if concept in BODIES and (number.decimals or number.value > _MOST_BODIES):
        return None, Decimal(0), None
    unit = _UNITS_OF_COUNTS.get(concept) or BODIES.get(concept) or declared
    return (number.with_unit(unit), Decimal(1), None) if unit in _COUNTED else (None, Decimal(0), None)

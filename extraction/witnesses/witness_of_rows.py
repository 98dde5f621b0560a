"""What the amounts of one table say of each other: the sign of a change that is not printed, and a row said twice.

Belongs here: 上年决算数 12.10 | 本年决算数 9.20 | 增减额 2.90 is a decrease; 基本支出 a second time below 合计 is of something else.
Does not belong here: which heading and label a cell has (``tables``); running text (``witness_of_changes``, ``witness_of_repeats``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from extraction.doubt import CONFIRMED, UNCERTAIN, USED_BY_RULES
from extraction.model import Figure
from extraction.records import replace
from extraction.witnesses.things import thing_of

_HUNDRED = Decimal(100)
_NO_SIGN = "no sign printed; the amounts of the row fell by it"
_TWICE = "the table gives another amount of this above; whose this one is, it does not say"
_CHANGES = {"change", "change_rate"}
_TWO = 2
#: Things of which one table has several.
_SEVERAL = {"project_item", "activity_count"}


def settle_rows(figures: Sequence[Figure]) -> list[Figure]:
    """Give changes without a sign the sign that the amounts of their row have, and mark what a table says a second time."""
    rows: dict[tuple[int, int, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.source_kind == "table" and figure.locator.table and figure.locator.row:
            rows[figure.locator.table, figure.locator.row, figure.concept].append(figure)
    fell = {
        id(figure)
        for row in rows.values()
        for figure in row
        if figure.measure in _CHANGES and _fell(figure, row)
    }
    twice = _said_twice(figures)
    if not (fell or twice):
        return list(figures)
    return [
        _negative(figure)
        if id(figure) in fell
        else replace(figure, confidence=UNCERTAIN, note=_TWICE)
        if id(figure) in twice
        else figure
        for figure in figures
    ]


def _fell(figure: Figure, row: Sequence[Figure]) -> bool:
    """Whether a change printed as if it rose is by how much the later of two amounts of its row is less."""
    levels = [other for other in row if other.measure == "level" and other.base_unit == "yuan"]
    if not figure.value_base or figure.value_base < 0 or len(levels) != _TWO:
        return False
    before, after = sorted(levels, key=_when)
    if _when(before) == _when(after) or before.value_base is None or after.value_base is None:
        return False
    change = after.value_base - before.value_base
    if figure.measure == "change":
        return figure.value_base == -change
    if not before.value_base:
        return False
    half_of_last_digit = Decimal("0.51").scaleb(-(figure.decimals or 0))
    return (
        change < 0 and abs(-change / before.value_base * _HUNDRED - figure.value_base) <= half_of_last_digit
    )


def _when(figure: Figure) -> tuple[int, int]:
    """The order of two amounts in time: the year, then what was budgeted before what was spent."""
    return figure.fiscal_year or 0, ("initial_budget", "adjusted_budget", "final_account").index(
        figure.stage or "final_account"
    )


def _negative(figure: Figure) -> Figure:
    base = None if figure.value_base is None else -figure.value_base
    return replace(
        figure,
        value=f"-{figure.value}",
        value_base=base,
        confidence=min(figure.confidence, CONFIRMED),
        note=_NO_SIGN,
    )


def _said_twice(figures: Sequence[Figure]) -> set[int]:
    """Amounts of a column that an earlier row of the same table gave otherwise."""
    first: dict[tuple[Any, ...], Figure] = {}
    found: set[int] = set()
    for figure in figures:
        where = figure.locator
        if figure.source_kind != "table" or not where.table or figure.confidence < USED_BY_RULES:
            continue
        if figure.measure != "level" or figure.base_unit != "yuan" or figure.concept in _SEVERAL:
            continue
        if figure.org_scope != "department":
            continue  # a department has several units, each with a row of its own: rules add them up
        earlier = first.setdefault((where.table, where.column, figure.label, thing_of(figure)), figure)
        if earlier.value_base != figure.value_base and earlier.locator.row != where.row:
            found.add(id(figure))
    return found

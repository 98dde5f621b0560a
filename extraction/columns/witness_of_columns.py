"""Under which headings the numbers of a row stand whose empty cells were lost: its rate of execution decides.

Belongs here: trying the assignments that keep the order of the numbers.
Does not belong here: rows whose columns are seen (``gridrows``), readings of words (``witness``).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from extraction.columns.headings import Heading
from extraction.text.numbers import Number

#: A funds row has six columns; more would make too many assignments to try.
_MOST_COLUMNS = 10
_HALF_PERCENT = Decimal("0.51")


def align(numbers: Sequence[Number], headings: Sequence[Heading]) -> list[Heading | None]:
    """Headings for the numbers of a funds row that lost its empty cells.

    The numbers keep their order. A percentage must stand under 执行率, and that rate must follow from
    the executed amount and the full-year (else the initial) budget.

    Returns:
        For each number the heading that all agreeing assignments give it; None where they differ or
        where none agrees.
    """
    if not 0 < len(numbers) < len(headings) <= _MOST_COLUMNS:
        return [None] * len(numbers)
    agreeing = [
        chosen
        for chosen in combinations(headings, len(numbers))
        if _rate_follows(list(zip(chosen, numbers, strict=True)))
    ]
    places = zip(*agreeing, strict=True) if agreeing else ([] for _ in numbers)
    return [column[0] if len(set(column)) == 1 else None for column in map(list, places)]


def _rate_follows(row: list[tuple[Heading, Number]]) -> bool:
    rates = [number for heading, number in row if "率" in heading.text]
    if len(rates) != 1 or any((number.unit == "%") != ("率" in heading.text) for heading, number in row):
        return False
    by_stage = {heading.stage: number.value for heading, number in row}
    executed = by_stage.get("final_account")
    budget = by_stage.get("adjusted_budget", by_stage.get("initial_budget"))
    if executed is None or not budget:
        return False
    return abs(executed * 100 / budget - rates[0].value) <= _HALF_PERCENT

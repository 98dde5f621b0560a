"""Points of a scoring table that stand elsewhere than beside their indicator: in a column of words, in one cell for several rows.

Belongs here: telling by all rows together whose such points are.
Does not belong here: a row by itself (``scoreitems``); moving numbers: those in a column of words are kept there (``shifted_points``).
"""

from __future__ import annotations

from decimal import Decimal

from extraction.model import Indicator
from extraction.records import replace
from extraction.scoring.scorerows import points_in


def shift(found: list[Indicator]) -> list[Indicator]:
    """Where no row has points and most reasons are bare numbers, those numbers are points in the wrong column."""
    items = [row for row in found if row.row_kind == "item"]
    bare = [row for row in items if row.reason and points_in(row.reason)]
    if any(row.score or row.full_marks for row in items) or 2 * len(bare) <= len(items):
        return found
    return [
        replace(row, shifted_points=points_in(row.reason), reason=None)
        if row.row_kind == "item" and row.reason and points_in(row.reason)
        else row
        for row in found
    ]


def share_merged(found: list[Indicator]) -> list[Indicator]:
    """Rows whose points stand in one merged cell: the first carries them, those below are blank."""
    result = list(found)
    group = 0
    start = 0
    while start < len(result):
        end = start + 1
        while end < len(result) and _continues(result[start], result[end]):
            end += 1
        first = result[start]
        scores = sum((Decimal(row.score or 0) for row in result[start:end]), Decimal(0))
        if end > start + 1 and first.full_marks and Decimal(first.score or 0) < Decimal(first.full_marks):
            group += 1
            for index in range(start, end):
                result[index] = replace(
                    result[index], full_marks=None, shared_full_marks=first.full_marks, shared_group=group
                )
        start = end if scores or end > start else start + 1
    return result


def _continues(first: Indicator, row: Indicator) -> bool:
    same = (first.row_kind, first.level_1, first.level_2) == (row.row_kind, row.level_1, row.level_2)
    return (
        same
        and row.row_kind == "item"
        and first.full_marks is not None
        and row.full_marks is None
        and row.score is not None
    )

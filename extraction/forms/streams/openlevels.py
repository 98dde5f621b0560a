"""Levels of a rubric that go on, each with its points, until its parts make them up.

Belongs here: what is left of the open levels behind a row.
Does not belong here: rows (``streampoints``).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

#: points of an open level, and what its parts so far leave of them
Open = tuple[tuple[Decimal, Decimal], ...]


def left(levels: Open, marks: Sequence[Decimal]) -> Open | None:
    """The open levels behind a row with these points; None where a part has more than its level."""
    open_ = [*levels, *((points, points) for points in marks[:-1])]
    taken = marks[-1]
    while open_:
        whole, rest = open_.pop()
        if rest < taken:
            return None
        if rest > taken:
            return (*open_, (whole, rest - taken))
        taken = whole
    return ()

"""Cells that stand on lines of their own: what all ways of dividing them into rows share.

Belongs here: the next cell, blank cells, rows of one width as a table.
Does not belong here: those ways (``closedcells``, ``ladders``, ``plaincells``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.flattened.blanks.spanrows import rows_at
from extraction.model import Cell, Span, Table
from extraction.text.lines import Line

BLANK = re.compile(r"^[-—–/\\\s]*$")
#: Headings of the second of two levels.
OF_GROUPS = {"小计", "其中", "其中:"}
#: Columns that such a table has at most.
WIDEST = 14


def next_filled(lines: Sequence[Line], at: int) -> int | None:
    """The next line that is not empty, at most three lines on: cells of one table stand close together."""
    for index in range(at, min(at + 4, len(lines))):
        if lines[index].words:
            return index
    return None


def table_of(text: str, spans: Sequence[Span], width: int, headings: tuple[str, ...] = ()) -> Table:
    """Cells in their order as rows of one width, below headings where these were not printed."""
    above: tuple[tuple[Cell, ...], ...] = ()
    if headings:  # printed once above the ladder, or not at all
        place = Span(spans[0].start, spans[0].start)
        above = (tuple(Cell(word, place, 1, column) for column, word in enumerate(headings, start=1)),)
    rows = (spans[start : start + width] for start in range(0, len(spans), width))
    return Table(0, above + rows_at(text, rows, 1 + len(above)))  # numbered by whoever keeps it

"""Tables of which each cell is closed by a bar, and each row is filled up with bars to the width of the table.

Copies of web pages print a cell a line (``cell |``, or the bar on a line of its own), and behind the last cell of a row as many bars as
cells were merged: ``||||``. So the bars of every row are as many.

Belongs here: telling the width by the bars, and dividing the cells into rows.
Does not belong here: rows on one line (``gridlines``), cells without such rows of bars (``closedcells``, ``barlines``), forms (``lostcolumns``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import gcd

from extraction.flattened.bars import barlines
from extraction.flattened.bars.closedcells import ends_cell
from extraction.flattened.blanks.spanrows import rows_at
from extraction.model import Cell, Span
from extraction.text.lines import Line

_BAR = "|"
_BARS = re.compile(r"\|+")
_FEWEST_ENDS = 3
_NARROWEST, _WIDEST = 4, 30
_MOST_LINES = 2000
#: A cell of more lines than this is no cell.
_MOST_BROKEN = 8

Rows = tuple[tuple[Cell, ...], ...]


def begins_cell(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` is a cell that a bar closes, or nothing but a bar."""
    return ends_cell(lines[at].text) or barlines.may_begin(lines, at)


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Rows, int]:
    """The rows of the table that begins in line ``at``, without the empty cells at their ends, and the line behind it.

    Without rows of bars that agree on a width there are no rows, and the line is the one up to which bars were followed.
    """
    cells, ends, end = _cells(lines, at)
    width = _width([count for count, filled in ends if filled])
    if not width:
        return (), end
    whole = [(count, line) for line, (count, _) in enumerate(ends, start=at + 1) if count % width == 0]
    count, end = next((count, line) for count, line in reversed(whole) if count)
    stop, end = end, min(line for number, line in whole if number == count)
    if _is_last_row(cells[count:], cells[:count], width):
        return _divided(text, [*cells, Span(cells[-1].end, cells[-1].end)], width), stop
    return _divided(text, cells[:count], width), end


def _is_last_row(rest: Sequence[Span], cells: Sequence[Span], width: int) -> bool:
    """Whether the cells behind the last whole row are one whose last bar is cut off, below rows that hold nothing in that place."""
    return len(rest) == width - 1 and not any(cell.end > cell.start for cell in cells[width - 1 :: width])


def _cells(lines: Sequence[Line], at: int) -> tuple[list[Span], list[tuple[int, bool]], int]:
    """Cells from line ``at`` on; of each line how many there are behind it and whether it is nothing but bars; and the line that is no cell."""
    cells: list[Span] = []
    ends: list[tuple[int, bool]] = []
    opened: Span | None = None
    broken, here = 0, at
    while here < len(lines) and here - at < _MOST_LINES:
        words, line = lines[here].words, lines[here]
        bars = len(words) if _BARS.fullmatch(words) else 0
        closes = words.endswith(_BAR)
        if bars:
            cells.extend([opened] if opened else [])
            cells.extend([Span(line.start, line.start)] * (bars - (opened is not None)))
        elif words:
            if words.count(_BAR) > closes or broken == _MOST_BROKEN:
                break
            opened = Span(opened.start if opened else line.bare.start, line.bare.end - closes)
            cells.extend([opened] if closes else [])
        if words:
            opened, broken = (None, 0) if closes else (opened, broken + 1)
        ends.append((-1 if opened else len(cells), bars > 1))
        here += 1
    return cells, ends, here


def _width(ends: Sequence[int]) -> int:
    """The number of cells that divides all of these; 0 where too few rows are filled up, or no width does."""
    if len(ends) < _FEWEST_ENDS:
        return 0
    width = gcd(*ends)
    return width if _NARROWEST <= width <= _WIDEST else 0


def _divided(text: str, cells: Sequence[Span], width: int) -> Rows:
    rows: list[list[Span]] = []
    for start in range(0, len(cells), width):
        row = [_stripped(text, span) for span in cells[start : start + width]]
        while row and row[-1].start == row[-1].end:
            row.pop()
        if row:
            rows.append(row)
    return rows_at(text, rows)


def _stripped(text: str, span: Span) -> Span:
    content = text[span.start : span.end]
    start = span.start + len(content) - len(content.lstrip())
    return Span(start, max(start, span.start + len(content.rstrip())))

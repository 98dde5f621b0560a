"""Rows of ``cell |`` lines that a line break inside a cell cut in pieces.

Belongs here: putting the pieces of such rows together where the width of the table says how many cells belong together.
Does not belong here: dividing lines into cells (``layout``) or what the cells mean (``scoring``, ``grids``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extraction.model import Cell
from extraction.records import replace
from extraction.text.normalise import folded

_HEADS = re.compile(r"指标|分值|权重|得分|标准|内容|说明|完成|原因|评分|序号")
_FEWEST_HEADS = 4
_NARROWEST = 5
_MOST_PIECES = 8

_Rows = Sequence[tuple[Cell, ...]]


def rejoin(rows: _Rows) -> tuple[tuple[Cell, ...], ...]:
    """The rows with broken ones put together; as they are where the heading row is whole.

    Only a table whose own headings were cut is one in which cells hold line breaks; pieces are then joined where
    their cells together are exactly as many as the headings.
    """
    width = _width(rows)
    if not width:
        return tuple(rows)
    joined: list[tuple[Cell, ...]] = []
    at = 0
    while at < len(rows):
        end = _end_of_row(rows, at, width)
        pieces = rows[at:end] if end else rows[at : at + 1]
        joined.append(tuple(cell for piece in pieces for cell in piece))
        at += len(pieces)
    return tuple(_numbered(row, number) for number, row in enumerate(joined, start=1))


def rejoin_by_bars(rows: _Rows, bars: Sequence[int]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table in which every row has as many bars, those put together that together have them.

    Args:
        rows: the lines of the table as rows.
        bars: how many bars each of the lines has.
    """
    times = Counter(bars)
    usual = max(times, key=lambda count: (times[count], count), default=0)
    if len(bars) != len(rows) or 2 * times[usual] < len(bars):
        return tuple(rows)
    joined: list[tuple[Cell, ...]] = []
    at = 0
    while at < len(rows):
        end, count = at + 1, bars[at]
        while count < usual and end < len(rows) and end - at < _MOST_PIECES:
            count, end = count + bars[end], end + 1
        end = end if count == usual else at + 1
        joined.append(tuple(cell for row in rows[at:end] for cell in row))
        at = end
    return tuple(_numbered(row, number) for number, row in enumerate(joined, start=1))


def _width(rows: _Rows) -> int:
    """How wide the rows are, told by headings in several pieces; 0 where no headings are cut."""
    widest = max((len(row) for row in rows), default=0)
    if widest < _NARROWEST:
        return 0
    for at, row in enumerate(rows):
        if len(row) < widest and any(_HEADS.search(folded(cell.text)) for cell in row):
            end = _end_of_row(rows, at, widest)
            heads = [cell.text for piece in rows[at:end] for cell in piece] if end else []
            named = sum(1 for text in heads if len(text) <= 20 and _HEADS.search(folded(text)))
            if end > at + 1 and named >= _FEWEST_HEADS:
                return widest
    return 0


def _end_of_row(rows: _Rows, at: int, width: int) -> int:
    """The row after the pieces from ``at`` on that make a whole row; 0 where none do."""
    cells = 0
    for end in range(at, min(at + _MOST_PIECES, len(rows))):
        cells += len(rows[end])
        if cells >= width:
            return end + 1 if cells == width else 0
    return 0


def _numbered(row: tuple[Cell, ...], number: int) -> tuple[Cell, ...]:
    return tuple(replace(cell, row=number, column=column) for column, cell in enumerate(row, start=1))

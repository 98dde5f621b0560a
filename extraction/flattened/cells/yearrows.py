"""The “三公” form with a row for each year, a cell a line: 2021年, its amounts, 2022年, its amounts, and how they changed.

Belongs here: where such rows begin and end.
Does not belong here: which order the columns have (``headtree``); rows whose stages are printed (``stagedrows``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extraction.columns.headings import read_heading
from extraction.model import Cell, Span, Table
from extraction.records import replace
from extraction.text.numbers import parse_cell

_YEAR = re.compile(r"(?:19|20)\d\d年度?|[上本]年度?")
_OF_YEARS = re.compile(r"年度|年份|项目")
_FEWEST_ROWS = 2

#: Headings and amounts of one row as rows of cells, where the amounts add up in one order of columns.
_RowOf = Callable[[str, Sequence[str], Sequence[Span]], "tuple[tuple[Cell, ...], ...] | None"]


def are_of_years(words: Sequence[str], first: int) -> bool:
    """Whether the first amounts, from token ``first`` on, stand behind a year."""
    return first > 1 and _YEAR.fullmatch(words[first - 1]) is not None


def read(
    text: str, spans: Sequence[Span], words: Sequence[str], first: int, row_of: _RowOf
) -> tuple[Table | None, int]:
    """The table whose first amounts stand at ``first`` behind their year, and how many of the cells it takes; None where rows differ in width."""
    rows: list[tuple[int, int]] = []
    at, width = first - 1, 0
    while at < len(words) and (
        _YEAR.fullmatch(words[at]) or (rows and read_heading(words[at]).measure != "level")
    ):
        end = at + 1
        while end < len(words) and parse_cell(words[end]):
            end += 1
        width = width or end - at - 1
        if end - at - 1 != width:
            return None, 0
        rows.append((at, end))
        at = end
    heads = [word for word in words[: first - 1] if not _OF_YEARS.fullmatch(word)]
    columns = row_of(text, heads, spans[first : first + width]) if len(rows) >= _FEWEST_ROWS else None
    if columns is None:
        return None, 0
    found = [_behind(Cell("", Span(spans[0].start, spans[0].start), 1, 1), row) for row in columns[:-1]]
    for number, (start, end) in enumerate(rows, start=len(found) + 1):
        found.append(
            tuple(
                Cell(text[span.start : span.end], span, number, column)
                for column, span in enumerate(spans[start:end], start=1)
            )
        )
    return Table(0, tuple(found)), rows[-1][1]


def _behind(corner: Cell, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row of headings one column further on, behind an empty cell."""
    first = replace(corner, row=row[0].row)
    return (first, *(replace(cell, column=cell.column + 1) for cell in row))

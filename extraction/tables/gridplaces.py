"""Which heading stands over which cell of a table whose cells were merged: told by the columns that each covers.

Belongs here: comparing the places of two rows of one table.
Does not belong here: what headings say (``headings``); tables found in text, whose merged cells left no trace.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.columns.headings import Heading
from extraction.model import Cell
from extraction.records import replace

#: For each cell of a row the first column that it covers and the one behind its last.
Places = list[tuple[int, int]]


def places(row: Sequence[Cell]) -> Places:
    """The columns that the cells of a row cover, counted from 0."""
    found: Places = []
    at = 0
    for cell in row:
        found.append((at, at + cell.column_span))
        at += cell.column_span
    return found


def printed(row: Sequence[Cell]) -> int:
    """How many cells a row has without the empty ones that fill it up."""
    return max((at for at, cell in enumerate(row, start=1) if cell.text), default=0)


def comparable(upper: Places, lower: Places) -> bool:
    """Whether two rows are equally wide and cells of one were merged, so that their places tell what belongs together."""
    if not upper or not lower or upper[-1][1] != lower[-1][1]:
        return False
    return upper[-1][1] > min(len(upper), len(lower))


def covering(above: Places, row: Places) -> list[int]:
    """For each cell of a row which cell above it covers its first column."""
    found: list[int] = []
    at = 0
    for start, _ in row:
        while at + 1 < len(above) and above[at][1] <= start:
            at += 1
        found.append(at)
    return found


def within(above: Places, row: Places, columns: Sequence[int]) -> bool:
    """Whether each of these cells of a row is no wider than the cell above it: what goes across several headings has none of them."""
    at = covering(above, row)
    return all(row[column][1] <= above[at[column]][1] for column in columns)


def over(upper: Sequence[Heading], above: Places, row: Places) -> list[Heading]:
    """For each cell of a row the heading that stands over it; over several, the one over its first column."""
    return [upper[at] for at in covering(above, row)]


def merged(upper: Sequence[Heading], above: Places, lower: Sequence[Heading], below: Places) -> list[Heading]:
    """Headings of two levels as one row, as wide as the lower one."""
    return [
        heading.below(replace(group, text="")) if heading.text else group
        for heading, group in zip(lower, over(upper, above, below), strict=True)
    ]

"""Two rows of headings as one, where merged cells leave nothing: told by the width of the rows below.

Belongs here: how wide those rows are, and that headings which can be divided in several ways stand over nothing known.
Does not belong here: which headings stand below which (``columns.groupedcolumns``), cells whose places are seen (``gridplaces``).
"""

from __future__ import annotations

from itertools import takewhile

from extraction.columns import groupedcolumns, valuecolumns
from extraction.columns.headings import Heading
from extraction.model import Cell, Table
from extraction.tables import gridplaces
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

#: Rows of headings that may stand between one and the amounts.
_MOST_LEVELS = 3
#: Rows that are asked how wide they are.
_MOST_ROWS = 40


def by_width(
    above: list[Heading] | None, headings: list[Heading], row: tuple[Cell, ...], table: Table
) -> list[Heading] | None:
    """Headings of two rows as one as wide as the rows below, where merged cells leave nothing: unknown ones where they can be divided in several ways.

    The last columns may be blank in all rows.
    """
    if above is None or any(cell.column_span > 1 for cell in row):
        return None
    least, between = _width_below(row, table)
    most = least if table.columns_lost else max(least, len(row))
    if table.columns_lost and (behind := groupedcolumns.of_width([Heading(), *above], headings, least)):
        return behind  # the empty corner is gone too
    for width in range(least, most + 1):
        if grouped := groupedcolumns.of_width(above, headings, width):
            return grouped
    unknown = valuecolumns.UNKNOWN
    here = len(groupedcolumns.printed(headings))
    whole = here == most or (here >= least and not valuecolumns.heads_amounts(headings[0]))
    whole = whole or max(between, default=0) >= least
    reach = least - sum(count - 1 for count in between)
    displaced = groupedcolumns.is_displaced(above, headings, reach, most) or unknown in above
    if table.columns_lost or whole or not displaced:
        return None
    below = groupedcolumns.under_group(groupedcolumns.printed(above), groupedcolumns.printed(headings))
    return below if below and len(below) <= most else [unknown] * most


def _width_below(row: tuple[Cell, ...], table: Table) -> tuple[int, list[int]]:
    """How many cells the longest row with amounts below a row of headings has, and rows of further headings between; without empty cells at their ends."""
    below = table.rows[row[0].row : row[0].row + _MOST_ROWS]
    first = next((at for at, other in enumerate(below[:_MOST_LEVELS]) if _has_amounts(other)), len(below))
    amounts = takewhile(_has_amounts, below[first:])
    between = list(map(gridplaces.printed, below[:first]))
    return max(map(gridplaces.printed, amounts), default=0), between


def _has_amounts(row: tuple[Cell, ...]) -> bool:
    return any(parse_cell(folded(cell.text)) for cell in row)

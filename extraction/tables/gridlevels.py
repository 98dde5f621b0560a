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


def by_width(
    above: list[Heading] | None, headings: list[Heading], row: tuple[Cell, ...], table: Table
) -> list[Heading] | None:
    """Headings of two rows as one as wide as the rows below, where merged cells leave nothing: unknown ones where they can be divided in several ways.

    The last columns may be blank in all rows.
    """
    if above is None or any(cell.column_span > 1 for cell in row):
        return None
    least = _width_below(row, table)
    most = least if table.columns_lost else max(least, len(row))
    if table.columns_lost and (behind := groupedcolumns.of_width([Heading(), *above], headings, least)):
        return behind  # the empty corner is gone too
    for width in range(least, most + 1):
        if grouped := groupedcolumns.of_width(above, headings, width):
            return grouped
    if table.columns_lost or not groupedcolumns.is_displaced(above, headings, least, most):
        return None
    return [valuecolumns.UNKNOWN] * most


def _width_below(row: tuple[Cell, ...], table: Table) -> int:
    """How many cells the longest row with amounts below a row of headings has, without empty cells at its end."""
    below = (other for other in table.rows if other[0].row > row[0].row)
    amounts = takewhile(lambda other: any(parse_cell(folded(cell.text)) for cell in other), below)
    return max((gridplaces.printed(other) for other in amounts), default=0)

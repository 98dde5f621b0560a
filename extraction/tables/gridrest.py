"""A table without headings that follows another one at once and is its rest on the next page.

Belongs here: whether it is.
Does not belong here: scoring tables (``scoring``), what is known of the table before (``gridstate``).
"""

from __future__ import annotations

from extraction import reference
from extraction.columns.gridcolumns import NOTHING
from extraction.columns.headings import read_heading
from extraction.model import Table
from extraction.tables import gridplaces
from extraction.tables.gridstate import TableState
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

#: Columns of a table that many others have too.
_NARROW = 2


def is_rest(last: TableState, table: Table) -> bool:
    """Whether a table is as wide as the one before it, with amounts below its amounts and no words below them."""
    if last.headings is None or table.ragged or table.columns_lost:
        return False
    row = next((row for row in table.rows if any(cell.text for cell in row)), ())
    here = gridplaces.places(row)
    as_wide = bool(here) and bool(last.places) and here[-1][1] == last.places[-1][1] > _NARROW
    if not as_wide:
        return False
    over = gridplaces.over(last.headings, last.places, here)
    texts = [folded(cell.text) for cell in row]
    amounts = [bool(parse_cell(text)) for text in texts]
    words = any(
        heading.says_something and not (found or NOTHING.fullmatch(text))
        for heading, text, found in zip(over, texts, amounts, strict=True)
    )
    stock = any(reference.concepts()[concept].nature != "flow" for concept in read_heading(texts[0]).concepts)
    stages = {heading.stage for heading in last.headings if heading.stage}
    if stock and len(stages) > 1:
        return False  # posts, rates: not what the headings of budgets and accounts are on
    return any(amounts[1:]) and not words

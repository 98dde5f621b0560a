"""The first columns of the national table of spending, where headings behind them were broken over other lines.

Belongs here: telling that the amounts of all rows stand in 本年支出合计 | 基本支出 | 项目支出, the first three columns of that form.
Does not belong here: headings whose pieces leave no doubt (``blankheads``), rows whose places are known (``blankplaces``).

The form prints 0.00 in a column that holds amounts elsewhere and leaves a column blank that holds none. Where every row has three
amounts, a zero among them, and the first is the sum of the others, the columns behind are blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.columns.headings import read_heading
from extraction.flattened.blanks.blankcells import Row, is_value
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_COLUMNS = 3
_PARTS = [("basic_expenditure",), ("project_expenditure",)]
_WHOLES = {"合计", "本年支出合计"}
_FEWEST_ROWS = 3
#: Amounts are rounded each by itself.
_ROUNDED = Decimal("0.02")


def of_spending(heads: Row, rows: Sequence[Row]) -> Row | None:
    """The headings of labels and of the three columns, where all amounts of the rows stand below those; else None."""
    words = [folded(cell.text) for cell in heads]
    if len(words) <= _COLUMNS + 1 or words[1] not in _WHOLES:
        return None
    if [read_heading(word).concepts for word in words[2 : _COLUMNS + 1]] != _PARTS:
        return None
    amounts = [found for row in rows if (found := _amounts(row))]
    if len(amounts) < _FEWEST_ROWS or not all(map(_adds_up, amounts)):
        return None
    held = all(any(column) for column in zip(*amounts, strict=True))  # else a later column may be meant
    return heads[: _COLUMNS + 1] if held and any(0 in found for found in amounts) else None


def _amounts(row: Row) -> list[Decimal]:
    words = [folded(cell.text) for cell in row]
    return [number.value if (number := parse_cell(word)) else Decimal(-1) for word in words if is_value(word)]


def _adds_up(amounts: Sequence[Decimal]) -> bool:
    return len(amounts) == _COLUMNS and abs(amounts[0] - sum(amounts[1:])) <= _ROUNDED

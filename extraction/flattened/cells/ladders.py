"""Tables whose label, row number and amount stand on lines of their own: ladders of row numbers (行次).

Belongs here: the lines of such a table as rows.
Does not belong here: which numbers rise through it (``rungs``); cells without row numbers (``plaincells``), tables that run on (``runs``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.flattened.cells.loosecells import next_filled, table_of
from extraction.flattened.cells.rungs import Rung, follow
from extraction.model import Cell, Span, Table
from extraction.records import replace
from extraction.text.lines import Line
from extraction.text.normalise import folded

_FEWEST_RUNGS = 3
_HEADINGS = ("项目", "行次", "金额")
#: 总计 is printed on either side, of what came in and of what went out.
_TOTALS = ("收入总计", "支出总计", "支出总计")


class _Cells:
    """The filled lines from one on, as long as they stand close together, sought as they are asked for."""

    def __init__(self, text: str, lines: Sequence[Line], at: int) -> None:
        self._text, self._lines = text, lines
        self.places = [at]

    def __call__(self, number: int) -> str | None:
        while len(self.places) <= number:
            place = next_filled(self._lines, self.places[-1] + 1)
            if place is None:
                return None
            self.places.append(place)
        bare = self._lines[self.places[number]].bare
        return folded(self._text[bare.start : bare.end])


def read_ladder(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """Label, row number, amount, each on a line of its own (行次), as rows of three cells.

    A label without an amount is followed by its row number alone; that number is never an amount.

    Returns:
        the table or None, and the line up to which the ladder was followed.
    """
    if not _may_begin_ladder(lines, at):
        return None, at + 1
    cells = _Cells(text, lines, at)
    found, taken = follow(cells, 0)
    end = cells.places[taken - 1] + 1 if taken else at + 1
    spans = [lines[place].bare for place in cells.places]
    table = ladder_of(text, spans, found)
    return table, end


def ladder_of(text: str, spans: Sequence[Span], found: Sequence[Rung]) -> Table | None:
    """Rungs as rows of three cells; None where they are few or hold no amount."""
    if len(found) < _FEWEST_RUNGS or all(rung.amount is None for rung in found):
        return None
    cells: list[Span] = []
    for rung in found:
        number = spans[rung.number]
        amount = Span(number.end, number.end) if rung.amount is None else spans[rung.amount]
        cells += [spans[rung.label], number, amount]
    table = table_of(text, cells, len(_HEADINGS), headings=_HEADINGS)
    if len({rung.side for rung in found}) == 1:
        return table
    rows = ((_named(row[0], rung.side), *row[1:]) for row, rung in zip(table.rows[1:], found, strict=True))
    return replace(table, rows=(table.rows[0], *rows))


def _named(label: Cell, side: int) -> Cell:
    return replace(label, text=_TOTALS[side]) if folded(label.text) == "总计" else label


def _may_begin_ladder(lines: Sequence[Line], at: int) -> bool:
    """Whether the next filled line is a number of a row: asked of every line, so it is asked cheaply."""
    for line in lines[at + 1 : at + 5]:
        if line.words:
            return len(line.words) <= 3 and line.words.isdigit()
    return False

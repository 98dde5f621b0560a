"""Tables of ``|`` rows whose empty and merged cells became bars at the ends of the rows: which columns cells stand in is lost.

Belongs here: recognising such tables, and finding forms in them.
Does not belong here: dividing lines into cells (``gridlines``), the forms themselves (``streamtables``), which headings a
row has (``valuecolumns``).

Copies of web pages print a row as ``| a | b |||``: as many bars as cells that are empty, or were merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.flattened.bars import gridlines
from extraction.flattened.bars.brokenrows import rejoin, rejoin_by_bars
from extraction.forms.recovered.streamtables import read_at
from extraction.forms.streams.rubricheads import heads_of
from extraction.forms.streams.stream import stream_of
from extraction.model import Cell, Span, Table
from extraction.records import replace
from extraction.text.lines import Line
from extraction.text.normalise import folded

_BARS = re.compile(r"\|{2,}\s*$")
_SPACED = re.compile(r"[^|\s] \| ?[^|\s]")
#: 6.00 | | 4.00, and 6.00 | | |||: an empty cell before another, and before the bars that fill the row up.
_EMPTY_WITHIN = re.compile(r"[^|\s]\s*\|\s*\|\s*[^|\s]|\|\s+\|\s+\|{2,}\s*$")
_UNNUMBERED = 0
_ONE_WIDTH = 1

_Row = tuple[Cell, ...]


def read_rows(text: str, lines: list[Line], at: int) -> tuple[Table, int]:
    """A table with one row a line and the line behind it; of bars, with what lost cells and line breaks left of its rows."""
    rows, bars, end = gridlines.rows_of(text, lines, at)
    if _without_empty(rows) and (found := _with_forms(text, Table(_UNNUMBERED, rows, columns_lost=True)))[1]:
        return found[0], end
    if not bars:
        return Table(_UNNUMBERED, rows, ragged=True), end
    whole = rejoin(rows)
    if _lost([line.text for line in lines[at:end]]):
        kept = rejoin_by_bars(rows, [line.text.count("|") for line in lines[at:end]])
        table, forms = _with_forms(text, Table(_UNNUMBERED, kept, columns_lost=True))
        if forms or whole == rows:
            return table, end
    return Table(_UNNUMBERED, whole, ragged=True), end


def of_rows(text: str, rows: tuple[_Row, ...]) -> Table:
    """Rows that are known as a table with its forms; where no empty cell stands within one, those cells are gone."""
    table, forms = _with_forms(text, Table(_UNNUMBERED, rows, columns_lost=True))
    kept = any(not cell.text for row in rows for cell in row[1:-1])
    return Table(_UNNUMBERED, rows, ragged=True) if kept and not forms else table


def _lost(lines: Sequence[str]) -> bool:
    """Whether bars at the ends of rows are all that is left of empty and merged cells."""
    if not any(_BARS.search(line) for line in lines) or any(_EMPTY_WITHIN.search(line) for line in lines):
        return False
    filled = {sum(1 for part in line.split("|") if part.strip()) for line in lines}
    return len(filled) > 1 and any(_SPACED.search(line) for line in lines)


def _without_empty(rows: Sequence[_Row]) -> bool:
    """Whether rows of several widths below the headings of a rubric have no empty cell: those that were empty are gone."""
    widths = {len(row) for row in rows}
    if len(widths) == _ONE_WIDTH or not all(cell.text for row in rows for cell in row):
        return False
    return any(heads_of([folded(cell.text) for cell in row]) for row in rows)


def _with_forms(text: str, table: Table) -> tuple[Table, bool]:
    """The table without its bars, the rows of forms within it with all their cells in their columns.

    Returns:
        the table, and whether a form was found in it.
    """
    rows = [kept for row in table.rows if (kept := tuple(cell for cell in row if cell.text))]
    spans = [cell.span for row in rows for cell in row]
    begins = frozenset(row[0].span.start for row in rows)
    found: list[_Row] = []
    done = 0
    forms = list(_forms(text, spans, begins))
    for form in forms:
        start = next(cell.span.start for cell in form.rows[0] if cell.text)
        found.extend(_between(rows, done, start))
        found.extend(form.rows)
        done = max(cell.span.end for cell in form.rows[-1])
    found.extend(_between(rows, done, len(text)))
    numbered = (
        tuple(replace(cell, row=number, column=column) for column, cell in enumerate(row, start=1))
        for number, row in enumerate(found, start=1)
    )
    return replace(table, rows=tuple(numbered)), bool(forms)


def _forms(text: str, spans: Sequence[Span], begins: frozenset[int]) -> Iterator[Table]:
    stream = stream_of(text, spans, begins)
    at = 0
    while at < len(spans):
        table, end = read_at(stream, at)
        if table is not None:
            yield table
        at = end if table else at + 1


def _between(rows: Sequence[_Row], start: int, end: int) -> Iterator[_Row]:
    """The cells from ``start`` to ``end``, row by row."""
    for row in rows:
        if kept := tuple(cell for cell in row if start <= cell.span.start < end):
            yield kept

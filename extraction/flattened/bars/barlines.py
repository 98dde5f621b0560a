"""Tables whose cells and whose bars stand on lines of their own: a bar between two cells, two bars between two rows.

Belongs here: dividing such lines into rows.
Does not belong here: rows on one line (``layout``), cells closed by a bar (``closedcells``), or whose the values are
(``valuecolumns``: rows with fewer values than headings are left out).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.headings import read_heading
from extraction.columns.valuecolumns import by_values
from extraction.flattened.bars.closedcells import ROW_END
from extraction.flattened.blanks.spanrows import rows_at
from extraction.model import Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded

_BAR = "|"
_LONGEST = 40
_MOST_LINES = 2000
_FEWEST_ROWS = 2
#: A cell of more lines than this is no cell.
_MOST_BROKEN = 4
#: What stands between tables and in none: a note, a unit, the title of the next table.
_BETWEEN = re.compile(r"(?:注|备注|说明|(?:金额)?单位)[:：]|.*(?:表|。)$")


def may_begin(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` is a bar, or a cell that the next line closes with one."""
    return lines[at].words == _BAR or (at + 1 < len(lines) and lines[at + 1].words == _BAR)


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table that begins with the bar in line ``at``.

    Returns:
        the table or None, and the line after it; without a table the line up to which bars were followed.
    """
    rows: list[list[Span]] = [[]]
    bars = broken = 0
    end = last = at
    while end < len(lines) and end - at < _MOST_LINES:
        words = lines[end].words
        end += 1
        if not words:
            continue
        if words == _BAR:
            bars, broken, last = bars + 1, 0, end
            continue
        if len(words) > _LONGEST or _BAR in words or broken == _MOST_BROKEN:
            break
        span = lines[end - 1].bare
        if bars > 1:
            rows.append([])
        if bars or not rows[-1]:
            rows[-1].append(span)
        else:
            rows[-1][-1] = Span(rows[-1][-1].start, span.end)
        bars, broken = 0, broken + 1
    rows = [kept for row in rows if (kept := [span for span in row if span.end <= lines[last - 1].end])]
    return (_table(text, rows), last) if _fits(text, rows) else (None, last)


def closed_cells(lines: Sequence[Line], at: int) -> tuple[list[Span], list[int], int]:
    """The cells from line ``at`` on, each closed by a bar on the line below it, an empty one by a second bar.

    Returns:
        the cells, the line behind each, and the line up to which bars were followed.
    """
    spans: list[Span] = []
    ends: list[int] = []
    end, broken = at, 0
    cell: Span | None = None
    while end < len(lines) and end - at < _MOST_LINES:
        line = lines[end]
        if line.words == _BAR:
            spans.append(cell or Span(line.start, line.start))
            cell, broken = None, 0
            ends.append(end + 1)
        elif spans and ROW_END.fullmatch(line.words):
            pass  # what is left of the empty cells at the end of a row
        elif broken == _MOST_BROKEN or (end > at and _ends_table(lines, end)):
            break
        elif line.words:
            cell = Span(cell.start if cell else line.bare.start, line.bare.end)
            broken += 1
        end += 1
    return spans, ends, ends[-1] if ends else at


def _ends_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands in no table: long words, a row on one line, a note or a title that no bar closes."""
    words = lines[at].words
    closed = at + 1 < len(lines) and lines[at + 1].words == _BAR
    return len(words) > _LONGEST or _BAR in words or (not closed and _BETWEEN.match(words) is not None)


def _fits(text: str, rows: Sequence[Sequence[Span]]) -> bool:
    """Whether rows have as many values as the headings above them ask for."""
    words = [[folded(text[span.start : span.end]) for span in row] for row in rows]
    head = next((row for row in words if len(row) > 1), [])
    headings = [read_heading(word) for word in head]
    if not any(heading.says_something for heading in headings[1:]):
        return False
    found = sum(by_values(row, headings) is not None for row in words if len(row) > 1 and row != head)
    return found >= _FEWEST_ROWS


def _table(text: str, rows: Sequence[Sequence[Span]]) -> Table:
    return Table(0, rows_at(text, rows), columns_lost=True)

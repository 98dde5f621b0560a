"""Tables that run on from a title, among lines of which other ways may see the rows.

Belongs here: what becomes of the words before such tables and of the line that goes on behind them; rows that can be seen go first.
Does not belong here: finding and proving the tables (``runs``), the other ways (``ways``).
"""

from __future__ import annotations

from extraction.forms.recovered.streamtables import may_hold_form, read_line
from extraction.forms.streams.stream import is_value
from extraction.forms.ways import Ways
from extraction.model import Paragraph, Table
from extraction.runs.sections import Runs
from extraction.text.lines import Line
from extraction.text.normalise import folded


def read(text: str, lines: list[Line], at: int, runs: Runs) -> tuple[list[Paragraph | Table], int] | None:
    """Tables that run on from a title in line ``at``, what stands before it, and the line that goes on behind them."""
    tables, place = runs.at(at)
    if not tables or _in_rows(text, lines, at, place.end, tables):
        return None
    before = _part(text, lines[at].start, place.start)
    pieces = (may_hold_form(before.text) and read_line(text, before)) or [Paragraph(before.bare)][
        : len(before.words)
    ]
    while at + 1 < len(lines) and lines[at + 1].start < place.end:
        at += 1
    rest = _part(text, place.end, lines[at].end)
    if rest.words:
        lines[at] = rest
    return [*pieces, *tables], at + (not rest.words)


def _in_rows(text: str, lines: list[Line], at: int, end: int, tables: list[Table]) -> bool:
    """Whether rows that can be seen hold at least as many amounts below a title as were proved of tables that run on."""
    ways = Ways(text, lines)
    seen = 0
    while at < len(lines) and lines[at].start < end:
        table, behind = ways.at(at) if lines[at].words else (None, at)
        seen += _amounts(text, table) if table else 0
        at = max(behind, at + 1)
    return seen > 0 and seen >= sum(
        is_value(folded(cell.text)) for table in tables for row in table.rows for cell in row
    )


def _amounts(text: str, table: Table) -> int:
    rows = [row for row in table.rows if "\n" not in text[row[0].span.start : row[-1].span.end]]
    return sum(is_value(folded(cell.text)) for row in rows for cell in row if cell.text)


def _part(text: str, start: int, end: int) -> Line:
    """A part of a line, as a line."""
    part = text[start:end]
    return Line(start, end, part, part.strip(), starts_cell=False)

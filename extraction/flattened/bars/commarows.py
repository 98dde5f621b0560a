"""Rows of comma separated values: 产出指标,数量指标,培训人次,≥300,286,10,9.5,"场地不足, 已补办".

Belongs here: telling such rows from prose with commas, and their cells.
Does not belong here: rows with every cell in quotation marks, tabs or bars (``layout``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.flattened.blanks.spanrows import rows_at
from extraction.model import Span, Table
from extraction.text.lines import Line

_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^,"]*+))(?:,|$)')
#: 40,934,007.55 11,208,315.62: amounts parted by blanks, whose commas part thousands.
_AMOUNTS_PARTED = re.compile(r"\d\s+-?\d")
#: 人员经费98,416,200.00元，执行…: commas that part thousands, in a sentence.
_AMOUNT_IN_WORDS = re.compile(r"\d,\d{3}(?:,\d{3})*+(?:,\d{3}|\.\d\d)(?:亿|万)?元")
_TELLING = re.compile(r"|-?\d[\d.]*%?")
_FEWEST_CELLS = 4
_FEWEST_ROWS = 3
_LONGEST = 600


def may_be_row(line: str) -> bool:
    """Whether a line has as many commas as a row has; asked of every line, so it is asked cheaply."""
    return "," in line and line.count(",") >= _FEWEST_CELLS - 1 and len(line) <= _LONGEST


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table that begins in line ``at``: lines that all have the same number of cells, several of them empty or numbers.

    Returns:
        the table or None, and the line up to which lines were followed.
    """
    rows: list[list[Span]] = []
    end = at
    while end < len(lines) and may_be_row(lines[end].text):
        spans = _cells(text, lines[end])
        if not spans or (rows and len(spans) != len(rows[0])):
            break
        rows.append(spans)
        end += 1
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_CELLS or not _filled_as_tables_are(text, rows):
        return None, max(end, at + 1)
    return Table(0, rows_at(text, rows), ragged=True), end


def _cells(text: str, line: Line) -> list[Span]:
    """Where the cells of a line stand, without their quotation marks; empty where the line is no such row."""
    if _AMOUNTS_PARTED.search(line.text) or _AMOUNT_IN_WORDS.search(line.text):
        return []
    found: list[Span] = []
    at = line.start
    while match := _CELL.match(text, at, line.end):
        start, end = match.span("quoted" if match["quoted"] is not None else "bare")
        content = text[start:end]
        start += len(content) - len(content.lstrip())
        found.append(Span(start, max(start, start + len(content.strip()))))
        if match.end() == at or (match.end() == line.end and text[match.end() - 1] != ","):
            return found
        at = match.end()
    return []


def _filled_as_tables_are(text: str, rows: Sequence[Sequence[Span]]) -> bool:
    """Whether most rows have a cell that is empty or holds a number, which sentences between commas do not."""
    told = sum(any(_TELLING.fullmatch(text, span.start, span.end) for span in row) for row in rows)
    return 2 * told > len(rows)

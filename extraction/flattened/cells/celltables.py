"""Recovers tables that a word processor wrote as text.

A cell is introduced by newline and tab, a row ends with an empty line, merged cells come out empty.

Belongs here: this one way of flattening, including cells that hold empty lines themselves.
Does not belong here: other layouts (``layout``) or the meaning of cells (``grids``, ``scoring``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.model import Cell, Paragraph, Span, Table
from extraction.text.lines import Line

#: A cell that begins with empty lines goes on only with words as short as a heading's.
_SHORT_CELL = 30
_PROSE_CELL = 40
_SENTENCE_END = "。"


@dataclass(slots=True)
class _RawCell:
    start: int
    end: int
    ends_row: bool


def read_cell_lines(
    text: str, lines: list[Line], at: int, numbers: Iterator[int]
) -> tuple[list[Table], list[Paragraph], int]:
    """Read one table from line ``at`` on.

    Returns:
        the table (none when every cell is empty), the prose of its cells as paragraphs, and the
        first line after it.
    """
    raw: list[_RawCell] = []
    width = in_row = 0
    while at < len(lines) and lines[at].starts_cell:
        cell, at = _read_cell(text, lines, at, fills_row=in_row + 1 == width)
        raw.append(cell)
        in_row += 1
        if cell.ends_row:
            width, in_row = in_row, 0
    rows = _join_broken_rows(_rows(raw))
    table_rows = []
    paragraphs: list[Paragraph] = []
    for row_number, row in enumerate(rows, start=1):
        cells = tuple(_cell(text, cell, row_number, column) for column, cell in enumerate(row, start=1))
        table_rows.append(cells)
        paragraphs.extend(prose_of(text, cells))
    tables = (
        [Table(next(numbers), tuple(table_rows))] if any(c.text for row in table_rows for c in row) else []
    )
    return tables, paragraphs, at


def prose_of(text: str, cells: Sequence[Cell]) -> Iterator[Paragraph]:
    """The sentences that stand in cells, as paragraphs: a note below the amounts, a description of what was done."""
    for cell in cells:
        if len(cell.text) >= _PROSE_CELL and _SENTENCE_END in cell.text:
            yield from (Paragraph(part, in_table=True) for part in _prose_lines(text, cell.span))


def _read_cell(text: str, lines: list[Line], at: int, fills_row: bool) -> tuple[_RawCell, int]:
    """One cell: its first line, the lines that follow without an empty one, and what the row end allows.

    An empty cell may go on below empty lines (a merged cell with its words in the middle), unless it
    is the last one of its row: then what follows is text after the table.
    """
    first = lines[at]
    start = first.start + first.text.index("\t") + 1
    end, at = first.end, at + 1
    while at < len(lines):
        if lines[at].starts_cell:
            return _RawCell(start, end, ends_row=False), at
        if lines[at].words:
            end, at = lines[at].end, at + 1
            continue
        upto = at
        while upto < len(lines) and not lines[upto].text.strip("\n \r\u3000"):
            upto += 1
        at_end = upto == len(lines) or lines[upto].starts_cell or fills_row
        if at_end or text[start:end].strip() or not _continues_short(lines, upto):
            return _RawCell(start, end, ends_row=True), upto
        at = upto
    return _RawCell(start, end, ends_row=True), at


def _continues_short(lines: list[Line], at: int) -> bool:
    """Whether the lines from ``at`` up to the next cell are a few short words, so still this cell."""
    length = 0
    while at < len(lines) and lines[at].words and not lines[at].starts_cell:
        length += len(lines[at].words)
        at += 1
    return length <= _SHORT_CELL and any(line.starts_cell for line in lines[at : at + 2])


def _rows(raw: list[_RawCell]) -> list[list[_RawCell]]:
    rows: list[list[_RawCell]] = [[]]
    for cell in raw:
        rows[-1].append(cell)
        if cell.ends_row:
            rows.append([])
    return [row for row in rows if row]


def _join_broken_rows(rows: list[list[_RawCell]]) -> list[list[_RawCell]]:
    """Put rows together that an empty line inside a cell cut in two.

    Two neighbours are one row when together they are as wide as the row above or the row below,
    and neither of them is.
    """
    joined: list[list[_RawCell]] = []
    at = 0
    while at < len(rows):
        if at + 1 < len(rows):
            first, second = rows[at], rows[at + 1]
            width = len(first) + len(second)
            neighbours = {len(joined[-1])} if joined else set()
            if at + 2 < len(rows):
                neighbours.add(len(rows[at + 2]))
            if (
                width in neighbours
                and len(first) > 1
                and width >= 4
                and not neighbours & {len(first), len(second)}
            ):
                joined.append(first + second)
                at += 2
                continue
        joined.append(rows[at])
        at += 1
    return joined


def _cell(text: str, raw: _RawCell, row: int, column: int) -> Cell:
    content = text[raw.start : raw.end]
    stripped = content.strip()
    start = raw.start + content.find(stripped)
    return Cell(stripped, Span(start, start + len(stripped)), row, column)


def _prose_lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1

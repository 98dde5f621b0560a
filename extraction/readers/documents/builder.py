"""Makes a ``Document`` of what a reader found: one text, and blocks whose spans lie exactly in it.

Belongs here: joining paragraphs and cells to readable text, and finding tables in runs of words.
Does not belong here: file formats, or where on a page something stands (``geometry_build``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extraction.errors import UnreadableError
from extraction.layout import blocks
from extraction.model import Cell, Document, Paragraph, Span, Table
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Grid, GridCell, Piece
from extraction.text.simplify import simplify

#: A cell with this much prose is read as text too, as in tables recovered from text.
_PROSE_CELL = 40
_SENTENCE_END = "。"
_LINE_END = "\n"


def build(
    pieces: Iterable[Piece],
    reader: str,
    limits: Limits,
    encoding: str | None = None,
    pages: int | None = None,
) -> Document:
    """The document of ``pieces``.

    Raises:
        UnreadableError: ``empty``, or ``too_large``.
    """
    builder = DocumentBuilder(limits)
    for piece in pieces:
        if isinstance(piece, str):
            builder.paragraph(piece)
        else:
            builder.table(piece)
    return builder.finish(reader, encoding, pages)


class DocumentBuilder:
    """Grows one text: paragraphs a line each, rows of tables a line each with tabs between their cells."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._length = 0
        self._run: list[str] = []
        self._blocks: list[Paragraph | Table] = []
        self._tables = 0

    def paragraph(self, text: str) -> None:
        """Add a line of words; neighbouring ones are looked through for tables that are laid out with blanks."""
        self._run.append(text)

    def table(self, grid: Grid, page: int | None = None) -> None:
        """Add a table; empty ones are left out."""
        if not any(cell.text for cell in grid.cells):
            return
        self._end_run()
        self._tables += 1
        rows = [
            tuple(
                self._cell(cell, number, column, last=column == len(line))
                for column, cell in enumerate(line, 1)
            )
            for number, line in enumerate(grid.lines(), 1)
            if line
        ]
        self._blocks.append(Table(self._tables, tuple(rows), page))
        self._blocks.extend(self._prose(rows))

    def finish(self, reader: str, encoding: str | None = None, pages: int | None = None) -> Document:
        """The document of all that was added.

        Raises:
            UnreadableError: ``empty``, or ``too_large``.
        """
        self._end_run()
        text = "".join(self._parts)
        if not text.strip():
            raise UnreadableError("empty")
        return Document(text, simplify(text), tuple(self._blocks), reader, encoding, pages)

    def _add(self, text: str) -> Span:
        self._parts.append(text)
        self._length += len(text)
        if self._length > self._limits.characters:
            raise UnreadableError("too_large")
        return Span(self._length - len(text), self._length)

    def _end_run(self) -> None:
        if not self._run:
            return
        run = simplify(_LINE_END.join(self._run) + _LINE_END)
        start = self._length
        self._add(_LINE_END.join(self._run) + _LINE_END)
        self._run = []
        for block in blocks(run):
            if isinstance(block, Table):
                self._tables += 1
                rows = tuple(tuple(_moved(cell, start) for cell in row) for row in block.rows)
                self._blocks.append(replace(block, number=self._tables, rows=rows))
            else:
                span = Span(block.span.start + start, block.span.end + start)
                self._blocks.append(replace(block, span=span))

    def _cell(self, cell: GridCell, row: int, column: int, last: bool) -> Cell:
        text = simplify(cell.text)
        span = self._add(cell.text)
        self._add(_LINE_END if last else "\t")
        return Cell(text, span, row, column, cell.row_span, cell.column_span)

    def _prose(self, rows: list[tuple[Cell, ...]]) -> list[Paragraph]:
        """Cells that hold sentences, line by line: figures in them count as text."""
        found: list[Paragraph] = []
        for cell in (cell for row in rows for cell in row):
            if len(cell.text) < _PROSE_CELL or _SENTENCE_END not in cell.text:
                continue
            start = cell.span.start
            for line in cell.text.split(_LINE_END):
                if line.strip():
                    found.append(Paragraph(Span(start, start + len(line)), in_table=True))
                start += len(line) + 1
        return found


def _moved(cell: Cell, by: int) -> Cell:
    return replace(cell, span=Span(cell.span.start + by, cell.span.end + by))

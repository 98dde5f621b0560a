"""What a reader of flowing documents hands on: runs of words and grids of cells, in reading order.

Belongs here: plain data, and filling a grid from cells that span rows and columns.
Does not belong here: any file format, or offsets in the document's text (``builder``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that begins at ``row`` and ``column``, counted from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Grid:
    """A table; ``caption`` is what stands over it in the file's own structure, such as the name of a sheet."""

    cells: list[GridCell] = field(default_factory=list)
    rows: int = 0

    def lines(self) -> Iterator[list[GridCell]]:
        """The rows as the rest of the program knows them from text.

        A cell merged sideways is printed once; below a cell that was merged downwards stands an empty one.
        """
        by_row: list[list[GridCell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            by_row[cell.row].append(cell)
            for below in range(cell.row + 1, min(cell.row + cell.row_span, self.rows)):
                by_row[below].append(GridCell(below, cell.column, "", 1, cell.column_span))
        for row in by_row:
            yield sorted(row, key=lambda cell: cell.column)


#: A paragraph, or a table.
Piece = str | Grid

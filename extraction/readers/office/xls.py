"""Reads the older workbooks (.xls, and .et as WPS writes it): each sheet as a table, its numbers as they are shown.

Belongs here: turning xlrd's cells into ours.
Does not belong here: number formats (``cell_numbers``), where tables begin on a sheet (``sheets``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.builder import build
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Grid, GridCell, Piece
from extraction.readers.office.cell_numbers import formatted
from extraction.readers.office.sheets import pieces_of


def read_xls(data: bytes, limits: Limits) -> Document:
    """A workbook of the older format as a document.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``too_large``, ``empty``.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True, logfile=_Silent())
        pieces = list(_sheets(book, limits))
    except UnreadableError:
        raise
    except Exception as error:  # xlrd raises whatever a broken record leads it to
        raise UnreadableError("encrypted" if "encrypt" in str(error).lower() else "damaged") from error
    return build(pieces, "xls", limits)


class _Silent:
    """Where xlrd's remarks on a file go: nowhere; they may quote it."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        """Nothing is kept."""


def _sheets(book: Book, limits: Limits) -> Iterator[Piece]:
    left = limits.cells
    for at in range(book.nsheets):
        sheet = book.sheet_by_index(at)
        if sheet.nrows * sheet.ncols > max(left, 1) * 4:
            raise UnreadableError("too_large")
        grid = _grid(book, sheet)
        left -= sum(1 for cell in grid.cells if cell.text)
        if left < 0:
            raise UnreadableError("too_large")
        if any(cell.text for cell in grid.cells):
            yield sheet.name
            yield from pieces_of(grid)


def _grid(book: Book, sheet: Sheet) -> Grid:
    spans = {(low, left): (high - low, right - left) for low, high, left, right in sheet.merged_cells}
    covered = {
        (row, column)
        for (top, left), (rows, columns) in spans.items()
        for row in range(top, min(top + rows, sheet.nrows))
        for column in range(left, min(left + columns, sheet.ncols))
        if (row, column) != (top, left)
    }
    cells = [
        GridCell(row, column, _shown(book, sheet.cell(row, column)), *spans.get((row, column), (1, 1)))
        for row in range(sheet.nrows)
        for column in range(sheet.ncols)
        if (row, column) not in covered
    ]
    return Grid(cells, sheet.nrows)


def _shown(book: Book, cell: Cell) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value).strip()
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "是" if cell.value else "否"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#错误"))
    if cell.ctype not in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        return ""
    code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    if cell.ctype == xlrd.XL_CELL_DATE:
        code = "date"
    return formatted(Decimal(repr(cell.value)), "" if code == "General" else code, book.datemode == 1)

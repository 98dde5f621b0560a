"""Reports with the merged cells of real forms, as .docx, .html and .xlsx, and what stands in which cell of them.

Belongs here: which cells of a text's tables a form would merge, and files that hold them merged.
Does not belong here: plain files for tests (``render``), or who reads them how well (``readers``).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import NamedTuple

import docx
import xlsxwriter

from benchmarks.render import blocks_of
from extraction.model import Cell


class Slot(NamedTuple):
    """A cell of a table: its first row and column from 0, how many it covers, its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


Blocks = list[str | list[Slot]]


def form_of(data: bytes) -> Blocks:
    """Lines and tables of a text; empty cells at the start of a row belong to the ones above them."""
    return [block if isinstance(block, str) else _merged(block) for block in blocks_of(data)]


def _merged(rows: Sequence[tuple[Cell, ...]]) -> list[Slot]:
    width = max(len(row) for row in rows)
    slots: list[Slot] = []
    above: dict[int, int] = {}
    for number, row in enumerate(rows):
        leading = True
        now: dict[int, int] = {}
        for column, cell in enumerate(row):
            last = column == len(row) - 1
            leading = leading and not cell.text and not last
            if leading and column in above:
                at = above[column]
                slots[at] = slots[at]._replace(rows=slots[at].rows + 1)
                now[column] = at
                continue
            leading = False
            slots.append(Slot(number, column, 1, width - column if last else 1, cell.text))
            if cell.text and not last:
                now[column] = len(slots) - 1
        above = now
    return slots


def as_docx(blocks: Blocks) -> bytes:
    """A Word document."""
    word = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            for line in block.split("\n"):
                word.add_paragraph(line)
            continue
        table = word.add_table(rows=_height(block), cols=_width(block))
        table.style = "Table Grid"
        grid = [list(row.cells) for row in table.rows]
        for slot in block:
            cell = grid[slot.row][slot.column]
            if slot.rows * slot.columns > 1:
                cell = cell.merge(grid[slot.row + slot.rows - 1][slot.column + slot.columns - 1])
            cell.text = slot.text
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def as_html(blocks: Blocks) -> bytes:
    """A web page."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            parts.extend(f"<p>{escape(line)}</p>" for line in block.split("\n"))
            continue
        rows: list[list[str]] = [[] for _ in range(_height(block))]
        for slot in block:
            text = escape(slot.text).replace("\n", "<br>")
            rows[slot.row].append(f"<td rowspan={slot.rows} colspan={slot.columns}>{text}</td>")
        parts.append("<table>" + "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows) + "</table>")
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>'.encode()


def as_xlsx(blocks: Blocks) -> bytes:
    """A workbook with the running text on its first sheet and one sheet a table."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    words = book.add_worksheet("正文")
    for row, text in enumerate(block for block in blocks if isinstance(block, str)):
        words.write_string(row, 0, text)
    for number, block in enumerate((block for block in blocks if not isinstance(block, str)), 1):
        sheet = book.add_worksheet(f"表{number}")
        for slot in block:
            if slot.rows * slot.columns > 1:
                last_row, last_column = slot.row + slot.rows - 1, slot.column + slot.columns - 1
                sheet.merge_range(slot.row, slot.column, last_row, last_column, slot.text)
            else:
                sheet.write_string(slot.row, slot.column, slot.text)
    book.close()
    return target.getvalue()


def _height(slots: list[Slot]) -> int:
    return max(slot.row + slot.rows for slot in slots)


def _width(slots: list[Slot]) -> int:
    return max(slot.column + slot.columns for slot in slots)

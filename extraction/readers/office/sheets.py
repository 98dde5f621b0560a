"""A sheet as people fill it: words between tables, and tables of different widths below each other.

Belongs here: where on a sheet a table begins and ends.
Does not belong here: reading cells of a file format (``xlsx``, ``xls``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extraction.readers.documents.pieces import Grid, GridCell, Piece

_LONGEST_LABEL = 20
_SENTENCE = re.compile(r"[。；，：:;,]|^\s*[(（]?[一二三四五六七八九十]+[)）、.]")
#: What no label of amounts has: the title of a table, a note, a sentence.
_NO_LABEL = re.compile(r"[。；，;]|表$|^\s*(?:注|备注|说明|单位|金额单位|编制单位|部门)\s*[：:]")
#: 三、自评得分: a heading, unless what follows is numbered so as well.
_NUMBERED = re.compile(r"^\s*[(（]?[一二三四五六七八九十]+[)）、.]")
_NUMBER = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?%?\s*")
_TOTAL = re.compile(r"[收支入出本年\s]*[合总]\s*计")
_LONGEST_ITEM = 40
#: Labels without amounts that may stand together.
_MOST_BLANK = 8
#: Labels above a blank one of the right half of a table.
_FEWEST_LABELS = 3


def pieces_of(grid: Grid) -> Iterator[Piece]:
    """Paragraphs and tables of a sheet, in reading order.

    A row with words in one cell is a paragraph, unless it is a label without amounts inside a table.
    """
    rows: list[list[GridCell]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append(cell)
    filled = [[cell for cell in row if cell.text] for row in rows]
    table: list[int] = []
    for at, cells in enumerate(filled):
        if (
            len(cells) == 1
            and not _is_label(filled, at, rows)
            and not (table and _is_item(filled, at, table))
        ):
            yield from _table(rows, table)
            table = []
            lines = cells[0].text.split("\n")
            short = sum(map(len, lines)) <= _LONGEST_LABEL
            yield from ["".join(lines)] if short else lines  # a label broken to fit its cell
        elif cells or table:
            table.append(at)
    yield from _table(rows, table)


def _is_label(filled: list[list[GridCell]], at: int, rows: list[list[GridCell]]) -> bool:
    """A short row label whose amounts are blank, between rows of a table or beside a merged blank field.

    Or the rest of a merged row.
    """
    cell = filled[at][0]
    beside = [filled[n] for n in (at - 1, at + 1) if 0 <= n < len(filled)]
    inside = len(beside) == 2 and all(len(cells) > 1 for cells in beside)
    short = len(cell.text) <= _LONGEST_LABEL and not _SENTENCE.search(cell.text)
    short = short and (
        cell.column_span == 1 or (inside and all(_as_wide(cell, cells[0]) for cells in beside))
    )
    merged_into = any(above.row_span > 1 for above in rows[at - 1]) if at else False
    field = (
        len(filled) > at + 1 and len(filled[at + 1]) > 1 and any(_is_blank_field(other) for other in rows[at])
    )
    return (short and (inside or field)) or (merged_into and inside)


def _is_item(filled: list[list[GridCell]], at: int, table: list[int]) -> bool:
    """The label of a row of amounts that are all blank: 其中:(1)公务用车购置费, one of several on end, or the last but one.

    The next row with more cells goes on with amounts behind a label in the same column, as far as the table does;
    headings of another table hold none, and a table of its own is seldom as wide.
    """
    cell = filled[at][0]
    words = "".join(cell.text.split())
    if len(words) > _LONGEST_ITEM or _NO_LABEL.search(words):
        return False
    above = [other for row in table for other in filled[row] if len(filled[row]) > 1]
    if cell.column_span > 1 and not any(_as_wide(cell, other) for other in above):
        return False  # merged as the labels of no row are
    following = next((cells for cells in filled[at + 1 : at + 1 + _MOST_BLANK] if len(cells) > 1), [])
    if _of_right_half(cell, above, following):
        return True
    if not following or not _as_wide(cell, following[0]):
        return False
    if _TOTAL.fullmatch(following[0].text) and any("".join(other.text.split()) == words for other in above):
        return True  # said of what was left of each budget, as above of what came in
    if _NUMBERED.match(words) and not _NUMBERED.match(following[0].text):
        return False
    return (
        not _NUMBER.fullmatch(following[0].text)
        and all(_NUMBER.fullmatch(other.text) for other in following[1:])
        and following[-1].column == max(filled[row][-1].column for row in table)
    )


def _of_right_half(cell: GridCell, above: list[GridCell], following: list[GridCell]) -> bool:
    """Whether labels stand in this place, which is not the first one, in rows above and in the next row: no title does."""
    labels = [other for other in above if _as_wide(cell, other) and not _NUMBER.fullmatch(other.text)]
    return (
        len(labels) >= _FEWEST_LABELS
        and cell.column > min(other.column for other in above)
        and any(_as_wide(cell, other) and not _NUMBER.fullmatch(other.text) for other in following)
    )


def _as_wide(cell: GridCell, other: GridCell) -> bool:
    """Whether two labels stand in the same merged columns."""
    return (cell.column, cell.column_span) == (other.column, other.column_span)


def _is_blank_field(cell: GridCell) -> bool:
    return not cell.text and cell.column_span > 1


def _table(rows: list[list[GridCell]], numbers: list[int]) -> Iterator[Piece]:
    while numbers and not any(cell.text for cell in rows[numbers[-1]]):
        numbers = numbers[:-1]
    if not numbers:
        return
    first, last = numbers[0], numbers[-1]
    cells = [cell for at in range(first, last + 1) for cell in rows[at]]
    left = min(cell.column for cell in cells if cell.text)
    right = max(cell.column + cell.column_span for cell in cells if cell.text)
    yield Grid(
        [
            replace(
                cell,
                row=cell.row - first,
                column=cell.column - left,
                row_span=min(cell.row_span, last - cell.row + 1),
                column_span=min(cell.column_span, right - cell.column),
            )
            for cell in cells
            if left <= cell.column < right
        ],
        last - first + 1,
    )

"""Tables without rules: lines whose parts stand below each other in columns.

Belongs here: recognising such lines by where their parts begin and end.
Does not belong here: ruled tables, or what the cells mean.
"""

from __future__ import annotations

import re

from extraction.readers.pages.geometry import GridBlock, GridCell, Line, Piece
from extraction.readers.pages.geometry_lines import regions_of

_NUMBER = re.compile(r"[-+]?[\d,，]+(?:\.\d+)?\s*[%％]?")
_FEWEST_LINES = 3
#: In line heights: lines further apart than this are not rows of one table.
_FURTHEST = 2.5


def aligned_tables(lines: list[Line], breaks: list[float], page: int) -> list[tuple[GridBlock, Line]]:
    """Take tables out of ``lines``, each with its first line.

    Args:
        lines: lines of the page from top to bottom; those that become rows are removed.
        breaks: heights at which ruled tables stand; no table runs across one.
        page: number of the page.
    """
    found: list[tuple[GridBlock, Line]] = []
    kept: list[Line] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and len(lines[end].pieces) > 1 and _near(lines, start, end, breaks):
            end += 1
        run = lines[start:end]
        columns = _columns(run) if len(run) >= _FEWEST_LINES else []
        if len(columns) > 1 and _holds_numbers(run):
            found.append((_table(run, columns, page), run[0]))
            start = end
        else:
            kept.extend(lines[start : max(end, start + 1)])
            start = max(end, start + 1)
    lines[:] = kept
    return found


def _near(lines: list[Line], start: int, at: int, breaks: list[float]) -> bool:
    if at == start:
        return True
    before, line = lines[at - 1], lines[at]
    if line.top - before.bottom > _FURTHEST * line.height:
        return False
    return not any(before.top < height < line.top for height in breaks)


def _columns(run: list[Line]) -> list[tuple[float, float]]:
    """Extents of the columns: parts that overlap sideways stand in one column.

    A part that covers several columns, as a heading over them does, joins none of them: the parts are
    taken from narrow to wide, and one that would join two columns is left out.
    """
    columns: list[tuple[float, float]] = []
    pieces = sorted(
        (piece for line in run for piece in line.pieces), key=lambda piece: piece.right - piece.left
    )
    for piece in pieces:
        touched = [column for column in columns if piece.left < column[1] and piece.right > column[0]]
        if not touched:
            columns.append((piece.left, piece.right))
        elif len(touched) == 1:
            columns.remove(touched[0])
            columns.append((min(piece.left, touched[0][0]), max(piece.right, touched[0][1])))
    return sorted(columns)


def _holds_numbers(run: list[Line]) -> bool:
    """Whether at least two lines have a number of their own: what aligns otherwise may be prose."""
    return sum(any(_NUMBER.fullmatch(piece.text) for piece in line.pieces) for line in run) >= 2


def _table(run: list[Line], columns: list[tuple[float, float]], page: int) -> GridBlock:
    cells = []
    for row, line in enumerate(run):
        taken: dict[int, GridCell] = {}
        for piece, region in zip(line.pieces, regions_of(line, page), strict=True):
            first, last = _covered(piece, columns)
            if first in taken:
                taken[first].text += "  " + piece.text
                taken[first].regions.append(region)
            else:
                taken[first] = GridCell(row, first, 1, last - first + 1, piece.text, [region])
        covered = {c for cell in taken.values() for c in range(cell.column, cell.column + cell.column_span)}
        empty = [GridCell(row, c, 1, 1, "") for c in range(len(columns)) if c not in covered]
        cells += sorted([*taken.values(), *empty], key=lambda cell: cell.column)
    edges = [columns[0][0], *[column[1] for column in columns]]
    return GridBlock(cells, edges, len(run), page, bottom=run[-1].bottom, ruled=False)


def _covered(piece: Piece, columns: list[tuple[float, float]]) -> tuple[int, int]:
    touched = [n for n, (low, high) in enumerate(columns) if piece.left < high and piece.right > low]
    if touched:
        return touched[0], touched[-1]
    nearest = min(range(len(columns)), key=lambda n: abs(columns[n][0] - piece.left))
    return nearest, nearest

"""Tables of old Word files and RTF: rows with the edges of their cells, put on one grid.

Belongs here: [MS-DOC] 2.9.325 (table definition): edges, cells merged sideways and downwards.
Does not belong here: the words of cells (``doc``, ``rtf``).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, replace

from extraction.readers.documents.pieces import Grid, GridCell

#: Edges less than 0.8 mm apart are one.
_SAME_EDGE = 45
_DESCRIPTION = 20
_MERGED_SIDEWAYS, _FIRST_DOWN, _RESTARTS = 2, 1, 3
#: Flag words of cells that go on with the cell at their left, with the one above, or may go on below.
SIDEWAYS, DOWNWARDS, MAY_GO_ON = _MERGED_SIDEWAYS, _FIRST_DOWN << 5, _RESTARTS << 5


@dataclass(frozen=True, slots=True)
class Row:
    """Words of the cells, the definition of the row, and later changes of how cells merge downwards."""

    cells: list[str]
    definition: bytes
    merges: dict[int, int]


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """Words of the cells, their left edges and the right one of the last, in twips, and a flag word for each cell."""

    cells: list[str]
    edges: list[int]
    flags: list[int]


def grid_of(rows: list[Row]) -> Grid:
    """The table that consecutive rows make."""
    return grid_between([PlacedRow(row.cells, *_edges(row)) for row in rows])


def grid_between(rows: list[PlacedRow]) -> Grid:
    """The table of rows whose edges are known."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not columns or edge - columns[-1] > _SAME_EDGE:
            columns.append(edge)
    grid = Grid(rows=len(rows))
    open_cells: dict[tuple[int, int], int] = {}
    for number, row in enumerate(rows):
        edges = [_column(columns, edge) for edge in row.edges]
        open_cells = _add_row(grid, number, row.cells, edges, row.flags, open_cells)
    return grid


def _add_row(
    grid: Grid,
    number: int,
    cells: list[str],
    edges: list[int],
    flags: list[int],
    above: dict[tuple[int, int], int],
) -> dict[tuple[int, int], int]:
    """Put one row on the grid; returns the cells that may go on in the next one."""
    still_open: dict[tuple[int, int], int] = {}
    last: int | None = None
    for at, text in enumerate(cells):
        left, right = edges[at], max(edges[at + 1], edges[at] + 1)
        down = (flags[at] >> 5) & 3
        if flags[at] & 3 == _MERGED_SIDEWAYS and last is not None:
            cell = grid.cells[last]
            grid.cells[last] = replace(cell, column_span=cell.column_span + right - left)
        elif down == _FIRST_DOWN and (left, right) in above:
            last = above[left, right]
            grid.cells[last] = replace(grid.cells[last], row_span=grid.cells[last].row_span + 1)
            still_open[left, right] = last
        else:
            grid.cells.append(GridCell(number, left, text, 1, right - left))
            last = len(grid.cells) - 1
            if down in {_FIRST_DOWN, 2, _RESTARTS}:
                still_open[left, right] = last
    return still_open


def _edges(row: Row) -> tuple[list[int], list[int]]:
    """Left edges of the cells and the right one of the last, in twips, and a flag word for each cell."""
    count = len(row.cells)
    definition = row.definition
    if not definition or definition[0] < count or len(definition) < 1 + 2 * (definition[0] + 1):
        return [1000 * number for number in range(count + 1)], [0] * count
    defined = definition[0]
    edges = list(struct.unpack_from(f"<{defined + 1}h", definition, 1))
    flags = []
    for number in range(defined):
        at = 1 + 2 * (defined + 1) + _DESCRIPTION * number
        flags.append(struct.unpack_from("<H", definition, at)[0] if at + 2 <= len(definition) else 0)
    for number, merge in row.merges.items():
        if number < defined:
            flags[number] = (flags[number] & ~0x60) | ((merge & 3) << 5)
    return edges, flags


def _column(columns: list[int], edge: int) -> int:
    return max(0, bisect_right(columns, edge) - 1)

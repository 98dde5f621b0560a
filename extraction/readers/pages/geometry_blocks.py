"""Blocks of one page in reading order: tables between rules, tables by alignment, paragraphs.

Belongs here: which glyphs stand in which cell, and what is left over.
Does not belong here: several pages (``geometry_pages``).
"""

from __future__ import annotations

from bisect import bisect_right

from extraction.readers.pages.geometry import Glyph, GridBlock, GridCell, Line, PageContent, TextBlock
from extraction.readers.pages.geometry_aligned import aligned_tables
from extraction.readers.pages.geometry_lines import flows_on, joined, lines_of, regions_of, wraps_in_cell
from extraction.readers.pages.geometry_rules import Lattice, lattices

_MOST_RULES = 20_000
#: Share of a page's width to which its lines reach at least.
_USUAL_RIGHT = 0.7
_Found = tuple[float, float, TextBlock | GridBlock]


class PageLayout:
    """Tables of one page, and the lines beside them.

    Args:
        page: what the page holds.
        drop: glyphs (their numbers) that belong to running heads and page numbers.
    """

    def __init__(self, page: PageContent, drop: frozenset[int] = frozenset()) -> None:
        self.number = page.number
        self.width = page.width
        glyphs = [glyph for number, glyph in enumerate(page.glyphs) if number not in drop]
        self._tables: list[_Found] = []
        if len(page.horizontal) + len(page.vertical) <= _MOST_RULES:
            for lattice in sorted(lattices(page.horizontal, page.vertical), key=_area):
                if any(_holds(lattice, top, left) for top, left, _ in self._tables):
                    continue  # a frame around a table
                inside = [_slot(lattice, glyph) for glyph in glyphs]
                grid = _grid(lattice, glyphs, inside, page.number)
                glyphs = [glyph for glyph, slot in zip(glyphs, inside, strict=True) if slot is None]
                if any(cell.text for cell in grid.cells):
                    self._tables.append((lattice.rows[0], lattice.columns[0], grid))
        self._lines = lines_of(glyphs)
        breaks = [top for top, _, _ in self._tables]
        for table, first in aligned_tables(self._lines, breaks, page.number):
            self._tables.append((first.top, first.left, table))

    @property
    def right(self) -> float:
        """Where lines beside the tables end, in points; where all are short, where they would on such paper."""
        if not self._lines:
            return 0.0
        left = min(line.left for line in self._lines)
        usual = min(_USUAL_RIGHT * self.width, self.width - 2 * left)
        return max(usual, *(line.right for line in self._lines))

    def blocks(self, right: float) -> list[TextBlock | GridBlock]:
        """Blocks from top to bottom.

        Args:
            right: where lines of the document end, in points.
        """
        breaks = sorted(top for top, _, _ in self._tables)
        found = self._tables + _paragraphs(self._lines, breaks, right, self.number)
        return [block for _, _, block in sorted(found, key=lambda item: item[:2])]


def _area(lattice: Lattice) -> float:
    return (lattice.columns[-1] - lattice.columns[0]) * (lattice.rows[-1] - lattice.rows[0])


def _holds(lattice: Lattice, top: float, left: float) -> bool:
    return (
        len(lattice.cells) == 1
        and lattice.rows[0] < top < lattice.rows[-1]
        and lattice.columns[0] < left < lattice.columns[-1]
    )


def _slot(lattice: Lattice, glyph: Glyph) -> tuple[int, int] | None:
    """Row and column of the slot in which the middle of a glyph stands."""
    left, top, right, bottom, _, _ = glyph
    x, y = (left + right) / 2, (top + bottom) / 2
    columns, rows = lattice.columns, lattice.rows
    if not (columns[0] <= x <= columns[-1] and rows[0] <= y <= rows[-1]):
        return None
    row, column = bisect_right(rows, y) - 1, bisect_right(columns, x) - 1
    return min(row, len(rows) - 2), min(column, len(columns) - 2)


def _grid(
    lattice: Lattice, glyphs: list[Glyph], inside: list[tuple[int, int] | None], page: int
) -> GridBlock:
    """The lattice with its text."""
    owner: dict[tuple[int, int], int] = {}
    for number, (row, column, row_span, column_span) in enumerate(lattice.cells):
        for r in range(row, row + row_span):
            for c in range(column, column + column_span):
                owner.setdefault((r, c), number)
    contents: list[list[Glyph]] = [[] for _ in lattice.cells]
    for glyph, slot in zip(glyphs, inside, strict=True):
        if slot is not None:
            contents[owner[slot]].append(glyph)
    cells = [
        _cell(place, content, lattice, page) for place, content in zip(lattice.cells, contents, strict=True)
    ]
    return GridBlock(cells, lattice.columns, len(lattice.rows) - 1, page, bottom=lattice.rows[-1])


def _cell(place: tuple[int, int, int, int], glyphs: list[Glyph], lattice: Lattice, page: int) -> GridCell:
    row, column, row_span, column_span = place
    width = lattice.columns[column + column_span] - lattice.columns[column]
    lines = lines_of(glyphs)
    return GridCell(
        row,
        column,
        row_span,
        column_span,
        cell_text(lines, width),
        [r for line in lines for r in regions_of(line, page)],
    )


def cell_text(lines: list[Line], width: float) -> str:
    """Lines of a cell as its text: those broken at the edge of the cell are put together again."""
    parts: list[list[str]] = []
    for index, line in enumerate(lines):
        if index and wraps_in_cell(lines[index - 1], line, width):
            parts[-1].append(line.text)
        else:
            parts.append([line.text])
    return "\n".join(joined(part) for part in parts)


def _paragraphs(lines: list[Line], breaks: list[float], right: float, page: int) -> list[_Found]:
    """Paragraphs of the lines that no table took."""
    if not lines:
        return []
    left = min(line.left for line in lines)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        apart = before is None or bisect_right(breaks, before.top) != bisect_right(breaks, line.top)
        if before is not None and not apart and flows_on(before, line, left, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    found: list[_Found] = []
    for group in groups:
        first, last = group[0], group[-1]
        block = TextBlock(
            joined(line.text for line in group),
            page,
            [region for line in group for region in regions_of(line, page)],
            open_end=last.right > right - 1.6 * last.height and len(last.pieces) == 1,
            indented=first.left > left + first.height,
        )
        found.append((first.top, first.left, block))
    return found

"""Page breaks: tables and paragraphs that run on from one page to the next.

Belongs here: what goes on with what, headings printed again, rows cut in two.
Does not belong here: running heads (``geometry_pages``), blocks of a single page (``geometry_blocks``).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from extraction.readers.pages.geometry import GridBlock, GridCell, TextBlock
from extraction.readers.pages.geometry_lines import joined, starts_item, width_of_first_word
from extraction.readers.pages.geometry_margins import PAGE_NUMBER

_BARE_NUMBER = re.compile(r"[-\d.,%％\s]+")
_SAME_EDGE = 3.0
_TERMINAL = "。！？!?；;：:"
_FOOTER = 20
_PROSE = 40
#: Points that a cell leaves free at its sides together.
_PADDING = 12.0


def go_on(whole: list[TextBlock | GridBlock], blocks: list[TextBlock | GridBlock]) -> None:
    """Join the first block of a page to the last one before it, where it goes on with it."""
    last, first = whole[-1], blocks[0]
    if isinstance(first, GridBlock):
        footer = isinstance(last, TextBlock) and len(last.text) < _FOOTER and len(whole) > 1
        table = whole[-2] if footer and PAGE_NUMBER.fullmatch(last.text) else last  # type: ignore[union-attr]
        if isinstance(table, GridBlock) and _same_columns(table, first):
            append(table, first)
            blocks.pop(0)
    elif (
        isinstance(last, TextBlock)
        and last.open_end
        and not first.indented
        and last.text[-1:] not in _TERMINAL
    ):
        last.text = joined((last.text, first.text))
        last.regions += first.regions
        last.open_end = first.open_end
        blocks.pop(0)


def _same_columns(one: GridBlock, other: GridBlock) -> bool:
    """Whether both stand between the same margins; rows of one table may divide differently."""
    return (
        one.ruled
        and other.ruled
        and abs(one.edges[0] - other.edges[0]) <= _SAME_EDGE
        and abs(one.edges[-1] - other.edges[-1]) <= _SAME_EDGE
    )


def _align(one: GridBlock, other: GridBlock) -> None:
    """Give both tables the column edges of both."""
    edges: list[float] = []
    for edge in sorted(one.edges + other.edges):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    for table in (one, other):
        places = [_nearest(edges, edge) for edge in table.edges]
        for cell in table.cells:
            right = places[cell.column + cell.column_span]
            cell.column = places[cell.column]
            cell.column_span = max(1, right - cell.column)
        table.edges = edges


def _nearest(edges: list[float], edge: float) -> int:
    at = bisect_left(edges, edge)
    return min((n for n in (at - 1, at) if 0 <= n < len(edges)), key=lambda n: abs(edges[n] - edge))


def append(table: GridBlock, more: GridBlock) -> None:
    """Add the rows of ``more`` below ``table``; headings printed again are left out, a row cut in two is joined."""
    _align(table, more)
    repeated = _repeated_rows(table, more)
    if repeated:
        more.cells = [_moved(cell, -repeated) for cell in more.cells if cell.row >= repeated]
        more.rows -= repeated
    above = {
        (cell.column, cell.column_span): cell
        for cell in table.cells
        if cell.row + cell.row_span == table.rows
    }
    below = [cell for cell in more.cells if cell.row == 0]
    pairs = [(above.get((cell.column, cell.column_span)), cell) for cell in below]
    cut = _is_cut(pairs, table.edges)
    shift = table.rows - (1 if cut else 0)
    for cell in more.cells:
        upper = above.get((cell.column, cell.column_span)) if cell.row == 0 else None
        if upper is not None and cut:
            parts = [text for text in (upper.text, cell.text) if text]
            upper.text = joined(parts) if _goes_on(upper, cell, table.edges) else "\n".join(parts)
            upper.regions += cell.regions
            upper.row_span += cell.row_span - 1
        elif upper is not None and upper.text and not cell.text and (upper.row_span > 1 or cell.row_span > 1):
            upper.row_span += cell.row_span
        else:
            table.cells.append(_moved(cell, shift))
    table.rows = shift + more.rows
    table.bottom = more.bottom


def _moved(cell: GridCell, rows: int) -> GridCell:
    return GridCell(cell.row + rows, cell.column, cell.row_span, cell.column_span, cell.text, cell.regions)


def _repeated_rows(table: GridBlock, more: GridBlock) -> int:
    """How many rows at the top of ``more`` are the first rows of ``table``, printed again."""
    first, again = _by_row(table), _by_row(more)
    count = 0
    while (
        count < min(table.rows, more.rows) - 1 and first.get(count) and first.get(count) == again.get(count)
    ):
        count += 1
    while count and any(cell.row < count < cell.row + cell.row_span for cell in more.cells):
        count -= 1
    said = [text for row in range(count) for *_, text in first[row] if text]
    return count if any(not _BARE_NUMBER.fullmatch(text) for text in said) else 0


def _by_row(table: GridBlock) -> dict[int, list[tuple[int, int, str]]]:
    rows: dict[int, list[tuple[int, int, str]]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append((cell.column, cell.column_span, cell.text))
    return rows


def _is_cut(pairs: list[tuple[GridCell | None, GridCell]], edges: list[float]) -> bool:
    """Whether the page broke inside a row: its cells go on with filled cells and hold no new label or number."""
    both = [(upper, cell) for upper, cell in pairs if upper is not None]
    if len(both) < len(pairs) or any(cell.text and not upper.text for upper, cell in both):
        return False
    goes_on = [(upper, cell) for upper, cell in both if cell.text and upper.row_span == 1]
    if not goes_on or any(_BARE_NUMBER.fullmatch(cell.text) or starts_item(cell.text) for _, cell in goes_on):
        return False
    if any(
        upper.text and not cell.text for upper, cell in both
    ):  # cells that end above: no row is that empty
        of_one_row = [(upper, cell) for upper, cell in goes_on if cell.row_span == 1]
        return bool(of_one_row) and all(
            _goes_on(upper, cell, edges) or len(cell.text) > _PROSE for upper, cell in of_one_row
        )
    return all(_goes_on(upper, cell, edges) for upper, cell in goes_on)


def _goes_on(upper: GridCell, cell: GridCell, edges: list[float]) -> bool:
    """Whether the first word of ``cell`` had no room left in the last line of the cell above it."""
    if not upper.regions:
        return False
    left, top, right, bottom = upper.regions[-1].box
    width = edges[upper.column + upper.column_span] - edges[upper.column]
    return right - left + width_of_first_word(cell.text, bottom - top) > width - _PADDING

"""Tables of which each cell stands on a line of its own and is closed by a bar: ``cell |``.

Belongs here: recovering rows where a single width fits the cells.
Does not belong here: bars on lines of their own (``barlines``), cells without bars (``plaincells``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.gridcolumns import NOTHING
from extraction.columns.headings import read_heading
from extraction.flattened.cells.loosecells import BLANK, OF_GROUPS, WIDEST, next_filled, table_of
from extraction.model import Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_CELL_LINE = re.compile(r"^(?P<cell>[^|\n]*)\|\s*$")
#: || on a line of its own: what is left of the empty cells at the end of a row.
ROW_END = re.compile(r"\|{2,}")
_FEWEST_CELLS = 6


def ends_cell(line: str) -> bool:
    """Whether a line is one cell closed by ``|``."""
    return "|" in line and bool(_CELL_LINE.match(line))


def cell_column(text: str, lines: Sequence[Line], at: int) -> tuple[list[Span], list[int], int]:
    """The contents of consecutive ``cell |`` lines, empty ones too, the line behind each, and the line behind all."""
    end = at
    spans: list[Span] = []
    ends: list[int] = []
    while (next_at := next_filled(lines, end)) is not None:
        line = lines[next_at]
        if spans and ROW_END.fullmatch(line.words):
            end = next_at + 1
            continue
        if not ends_cell(line.text):
            break
        spans.append(_stripped(text, line.start, line.start + line.text.rindex("|")))
        end = next_at + 1
        ends.append(end)
    return spans, ends, end


def read_cell_column(text: str, spans: Sequence[Span]) -> Table | None:
    """Such cells as rows; None where no single width makes a table of them."""
    cells = [folded(text[span.start : span.end]) for span in spans]
    if len(cells) < _FEWEST_CELLS:
        return None
    for kept in (spans, _without_empty_column(spans, cells)):
        words = [folded(text[span.start : span.end]) for span in kept]
        widths = [width for width in range(2, WIDEST + 1) if _fits(words, width)]
        if len(widths) == 1:
            return table_of(text, kept, widths[0])
    return None


def _without_empty_column(spans: Sequence[Span], cells: list[str]) -> Sequence[Span]:
    """The cells without a first column that is empty in every row; all of them where there is none."""
    for width in range(3, WIDEST + 2):
        if len(cells) >= 2 * width and not any(cells[::width]) and all(cells[1:width]):
            return [span for index, span in enumerate(spans) if index % width]
    return spans


def _fits(cells: list[str], width: int) -> bool:
    """Whether rows of this width have words first, a heading row of words, and amounts below it."""
    if len(cells) < 2 * width or len(cells) % width > 1:
        return False
    if len(cells) % width and parse_cell(cells[-1]):
        return False  # an amount is no last label whose empty cells are not printed
    cells = cells[: len(cells) - len(cells) % width]
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    headed = all(cell and not parse_cell(cell) and cell not in OF_GROUPS for cell in rows[0])
    labelled = all(row[0] and not parse_cell(row[0]) and not BLANK.match(row[0]) for row in rows)
    numeric = sum(1 for row in rows[1:] if any(parse_cell(cell) for cell in row[1:]))
    columns = all(_same_kind([row[column] for row in rows[1:]]) for column in range(1, width))
    # headings of two levels: 合计 | 公务接待费 | 合计 | 公务接待费, of which the last is no label
    repeated = len(rows) == 2 and rows[1][0] in rows[0] and read_heading(rows[1][0]).concepts
    if not (headed and labelled and columns) or repeated:
        return False
    if 2 * numeric >= len(rows) - 1:
        return True
    return numeric > 0 and all(
        read_heading(cell).says_something for cell in rows[0][1:]
    )  # a form left blank for the most part


def _same_kind(column: list[str]) -> bool:
    """A column holds amounts or words, not both; blanks, dashes and 无 are neither."""
    said = [cell for cell in column if not NOTHING.fullmatch(cell)]
    amounts = sum(parse_cell(cell) is not None for cell in said)
    return amounts in {0, len(said)}


def _stripped(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    first = start + len(content) - len(content.lstrip())
    return Span(first, max(first, start + len(content.rstrip())))

"""Tables with one cell a line and nothing between the cells but empty lines.

Belongs here: recovering rows where their width is certain from the cells themselves.
Does not belong here: cells closed by bars (``closedcells``), rows that only sums show to be right (``runs``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.flattened.cells.loosecells import BLANK, OF_GROUPS, WIDEST, next_filled, table_of
from extraction.model import Span, Table
from extraction.text.headnames import common_name
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import UNITS, parse_cell

_OF_WHICH = re.compile(r"(?:其中|减|加)：[^：]+$")
_CODE = re.compile(r"[12]\d{2}(?:\d{2}){0,2}")
_LONGEST_CELL = 24
_MOST_CELLS = 600
#: Heads points, and is no label of a row.
_OF_POINTS = re.compile(r"(?:自评|评价)?(?:分值|权重|得分|评分|自评分)")
#: Characters of such a heading.
_FOUR = 4
_FIRST_HEADINGS = frozenset(
    {
        "项目",
        "类别",
        "人员类别",
        "资产类别",
        "科目名称",
        "单位名称",
        "指标",
        "支出项目",
        "收入项目",
        "预算项目",
        "内容",
        "名称",
    }
)
#: 经费项目, 使用项目: what rows are on, in other words.
_OTHER_FIRST = re.compile(r"[\u4e00-\u9fff]{2}项目")


def may_head(words: str) -> bool:
    """Whether words can be the first heading of a table with a cell a line, or with cells parted by blanks."""
    stripped = words.strip()
    return common_name(folded(stripped)) in _FIRST_HEADINGS or (
        len(stripped) == _FOUR and _OTHER_FIRST.fullmatch(stripped) is not None
    )


def read_plain_cells(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """A table with one cell a line and nothing between them but empty lines.

    Only where the lines divide into rows in a single way: a heading row of words that begins at ``at``, then
    rows of a label and amounts alone. Prose and lists never do.

    Returns:
        the table or None, and the line up to which short lines were followed.
    """
    spans: list[Span] = []
    end = at
    while (next_at := next_filled(lines, end)) is not None and len(spans) < _MOST_CELLS:
        span = lines[next_at].bare
        if not _is_cell(text[span.start : span.end]):
            break
        spans.append(span)
        end = next_at + 1
    width, count = plain_rows([folded(text[span.start : span.end]) for span in spans])
    if not count:
        return None, end
    return table_of(text, spans[:count], width), _line_after(lines, spans[count - 1], at)


def plain_rows(cells: Sequence[str]) -> tuple[int, int]:
    """The width of the rows that ``cells`` begin with, and how many cells they are; zeros where no width fits."""
    for width in range(2, WIDEST + 1):
        count = _rows_of(cells, width) * width
        if count >= 3 * width:
            return width, count
    return 0, 0


def _rows_of(cells: Sequence[str], width: int) -> int:
    """How many rows from the first cell on are a heading row or a label with amounts in every other cell."""
    heading = cells[:width]
    if len(heading) < width or any(parse_cell(cell) for cell in heading):
        return 0
    if any(cell in OF_GROUPS for cell in heading[1:]) or _ends_with_codes(cells, width):
        return 0  # headings of two levels: in which order the columns are cannot be seen
    rows = 1
    for start in range(width, len(cells) - width + 1, width):
        label, *amounts = cells[start : start + width]
        if start == width and _OF_POINTS.fullmatch(label):
            return 0  # a heading: the row of them is longer
        if parse_cell(label) or not all(parse_cell(c) or BLANK.match(c) or c in UNITS for c in amounts):
            break
        if not any(parse_cell(cell) for cell in amounts):
            break
        rows += 1
    return rows


def _ends_with_codes(cells: Sequence[str], width: int) -> bool:
    """Whether the last cells of the first rows are codes of the rows that follow them."""
    return all(_CODE.fullmatch(cell) for cell in cells[2 * width - 1 : 4 * width : width])


def _is_cell(content: str) -> bool:
    """Whether a line may be a cell: short, and no sentence; 其中：流动资产 is a label, 单位：万元 is none."""
    if len(content) > _LONGEST_CELL or any(mark in content for mark in "。；，|\t"):
        return False
    return "：" not in content or _OF_WHICH.match(content) is not None


def _line_after(lines: Sequence[Line], span: Span, at: int) -> int:
    index = at
    while index < len(lines) and lines[index].start < span.end:
        index += 1
    return index

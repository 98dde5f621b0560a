"""A row of a scoring table with its cells in their columns, where merged or empty cells moved them.

Belongs here: telling by the columns of points how far a row was moved.
Does not belong here: which columns a table has, or what its rows say (``scoring``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from extraction.model import Cell, Span
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

Row = tuple[Cell, ...]
_RATE = re.compile(r"[1-9]\d{0,2}(?:\.\d{1,2})?")
_ROUNDED = Decimal("0.06")

#: 成本指标 is a group of items and the name of none.
KIND_OF_ITEMS = re.compile(r"(?:数量|质量|时效|成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度)指标")


#: 一、预算编制(20分) over the rows of that section, in a rubric with names of one level.
_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十]{1,2}\))[^。；\d]{2,20}(?:\(\d{1,3}(?:\.\d)?分?\))?"
)
LEVEL_ABOVE = "一级指标"


def is_section(text: str) -> bool:
    """Whether a folded cell is the title of a section of indicators."""
    return _SECTION.fullmatch(text) is not None


def points_in(text: str) -> str | None:
    """The digits of a cell that holds points: a number without a unit, or with 分."""
    number = parse_cell(folded(text))
    return number.digits if number and number.unit in {None, "分"} else None


def points_before_rate(text: str, score: str | None) -> str | None:
    """The points of a cell that holds a rate behind them, as one run: 2090% beside a score of 18 is 20 and 90%."""
    digits = folded(text)
    if score is None or not digits.endswith("%"):
        return None
    for at in (1, 2):
        points, rate = digits[:at], digits[at:-1]
        if not _RATE.fullmatch(rate) or not points.isdigit() or points == "0":
            continue
        if abs(Decimal(points) * min(Decimal(rate), Decimal(100)) / 100 - Decimal(score)) <= _ROUNDED:
            return points
    return None


def placed(row: Row, columns: dict[str, int], width: int, columns_lost: bool) -> Row | None:
    """The row as wide as the headings, its points below theirs.

    Some writers print a row below merged cells without them: the levels are then missing at the left, and all that follows
    stands as many columns early.

    Returns:
        the row as printed where it stands right, or where no single move brings its points below their headings; None for such a row of a table
        whose columns are lost.
    """
    whole = len(row) >= width
    row = _filled(row, width)
    filled = max((index for index, cell in enumerate(row) if cell.text), default=0)
    empty = len(row) - 1 - filled
    names = [columns[level] for level in ("level_3", "level_2", "level_1") if level in columns]
    fitting = [by for by in range(min(empty, names[0] if names else 0) + 1) if _fits(row, columns, by)]
    if 0 not in fitting and len(fitting) != 1:
        return None if columns_lost and not whole else row
    return _moved(row, fitting[0], min(names))


def _fits(row: Row, columns: dict[str, int], by: int) -> bool:
    """Whether points stand below every heading of points, and words below that of names, once the row is moved."""
    points = [columns[name] - by for name in ("full_marks", "score") if name in columns]
    name = columns.get("level_3", columns.get("level_2", columns.get("level_1", 0))) - by
    if name < 0 or any(not 0 <= index < len(row) for index in points):
        return False
    named = bool(row[name].text) and points_in(row[name].text) is None
    if by and KIND_OF_ITEMS.fullmatch(folded(row[name].text)):
        return False  # a group of items is the name of none: the row lost cells at its end too
    return named and all(points_in(row[index].text) is not None for index in points)


def _moved(row: Row, by: int, first: int) -> Row:
    if not by:
        return row
    place = Span(row[first].span.start, row[first].span.start)
    gap = tuple(Cell("", place, row[0].row, 0) for _ in range(by))
    return row[:first] + gap + row[first : len(row) - by]


def _filled(row: Row, width: int) -> Row:
    """The row with the empty cells at its end that the text left out."""
    last = row[-1]
    place = Span(last.span.end, last.span.end)
    return row + tuple(Cell("", place, last.row, column) for column in range(len(row) + 1, width + 1))

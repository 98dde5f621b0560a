"""Which headings a row has that is shorter than they are, or whose merged cells stand apart: told by where its amounts begin and by its sums.

Belongs here: rows that lost cells at their end, or whose merged cells are printed once.
Does not belong here: rows with all their values (``valuecolumns``), rows that kept their cells (``gridcolumns``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.columns.gridcolumns import misplaced
from extraction.columns.headings import Heading
from extraction.columns.valuecolumns import (
    CODES_AND_NAMES,
    ROUNDED,
    UNKNOWN,
    by_values,
    is_label,
    is_remark,
    is_value,
)
from extraction.text.numbers import parse_cell

_SUMS_OF_GROUP = {"合计", "小计"}
_SEVERAL = 2


def of_shorter(texts: Sequence[str], headings: Sequence[Heading]) -> list[Heading] | None:
    """The headings of a row that is shorter than they are: of merged cells nothing was copied, or of empty ones at its end.

    None where an amount would stand below a heading of labels: then cells in front of it are gone; nor where what is
    less than nothing would be an amount beside a column of changes.
    """
    if counted := by_values(texts, headings) or behind_merged(texts, headings):
        return counted
    first = next((at for at, heading in enumerate(headings) if not is_label(heading)), len(headings))
    if any(is_value(text) and text for text in texts[:first]):
        return None
    if any(heading.measure == "change" for heading in headings[len(texts) :]) and any(
        text.startswith("-") and is_value(text) for text in texts
    ):
        return None
    if misplaced(list(texts), list(headings)):
        return None  # 99.46% below 分值: a title merged down is not printed in this row
    if not _sums_hold(texts, headings):
        return None
    return list(headings[: len(texts)])


def _sums_hold(texts: Sequence[str], headings: Sequence[Heading]) -> bool:
    """Whether the parts below 合计 | 基本支出 | 项目支出 | 合计 | … add up to each sum: else cells in the middle of the row are gone."""
    totals = [at for at, heading in enumerate(headings) if heading.text in _SUMS_OF_GROUP]
    if len(totals) < _SEVERAL or len({headings[at].text for at in totals}) > 1:
        return True
    for start, end in pairwise([*totals, len(headings)]):
        numbers = [number.value for text in texts[start:end] if (number := parse_cell(text))]
        if len(numbers) > 1 and abs(numbers[0] - sum(numbers[1:])) > ROUNDED * len(numbers):
            return False
    return True


def behind_merged(texts: Sequence[str], headings: Sequence[Heading]) -> list[Heading] | None:
    """The headings of a row in which a merged cell is printed once, or was printed in a row above: 合计 | 90 | 70 below 编码 | 名称 | 合计 | 基本支出.

    Its amounts then begin below a heading of labels, and as many cells are gone, or empty ones stand at its end. None for another row:
    with a name below one of those headings (208 | 05 | | 养老支出) it kept its cells, and what stands in front of it is a code.
    """
    labels = 1
    while labels < len(headings) and _stands_over_labels(headings[labels]):
        labels += 1
    start = next((at for at, text in enumerate(texts) if at and text), labels)
    missing = labels - start
    if missing < 1 or len(texts) < labels or parse_cell(texts[start]) is None or not texts[0]:
        return None
    if not all(map(is_value, texts[start:labels])):
        return None
    if len(texts) == len(headings) and not any(texts[len(texts) - missing :]):
        return [*headings[missing:], *[UNKNOWN] * missing]
    rest = headings[missing + len(texts) :]
    if len(texts) > len(headings) - missing:
        return None
    return list(headings[missing:][: len(texts)]) if all(map(is_remark, rest)) else [UNKNOWN] * len(texts)


def _stands_over_labels(heading: Heading) -> bool:
    return is_label(heading) or CODES_AND_NAMES.fullmatch(heading.text) is not None

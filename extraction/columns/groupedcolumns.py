"""Headings of two rows as one, where the lower ones stand below one or several of the upper ones and empty cells are gone.

Belongs here: which of the upper headings is a group, and the headings that take its place.
Does not belong here: matching values and headings (``valuecolumns``), rows that kept their cells (``gridcolumns``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.headings import Heading

_SEVERAL = 2
#: 基本支出 | 项目支出: the two natures of expenditure, side by side.
NATURES = [("basic_expenditure",), ("project_expenditure",)]
_OF_PROJECTS = re.compile(r"特定目标|运转类")
_TOTALS_OF_GROUP = {"小计", "合计"}
_OF_WHICH = re.compile(r"其中:?")


def under_group(upper: Sequence[Heading], lower: Sequence[Heading]) -> list[Heading] | None:
    """Headings of two rows as one, where the lower ones stand under the one heading that is no column of its own.

    2016年预算数 over 小计 | 其中：…; 比上年增减情况 over 增减金额 | 增减幅度; 其中 over the parts of 收入合计.
    Below several, where the same ones are printed again for each: 预算数 | 决算数 over 合计 | 一般公共预算 | 合计 | 一般公共预算.
    """
    if repeated := _below_each(upper, lower):
        return repeated
    if len(upper) == 2 and upper[1].stage and len(lower) > 1 and lower[0].text in _TOTALS_OF_GROUP:
        return [upper[0], *(heading.below(upper[1]) for heading in lower)]  # one heading over all amounts
    if [heading.concepts for heading in upper[-2:]] == NATURES and any(
        map(_OF_PROJECTS.search, (h.text for h in lower))
    ):
        return [*upper[:-2], *lower]  # 基本支出 | 项目支出 over 人员类 | 公用经费 | 特定目标类 | 其他运转类
    changes = all(heading.measure != "level" for heading in lower)
    groups = [
        at
        for at, heading in enumerate(upper)
        if (heading.measure != "level" and changes) or _OF_WHICH.fullmatch(heading.text)
    ]
    if len(groups) != 1 or len(lower) < 2:
        return None
    return [*upper[: groups[0]], *lower, *upper[groups[0] + 1 :]]


def _below_each(upper: Sequence[Heading], lower: Sequence[Heading]) -> list[Heading] | None:
    """The same headings of amounts below each stage or year; None where others stand below them."""
    groups = [heading for heading in upper if heading.stage or heading.year or heading.years_back]
    size, rest = divmod(len(lower), len(groups) or 1)
    words = [heading.text for heading in lower]
    if len(groups) < _SEVERAL or rest or size < _SEVERAL or words != words[:size] * len(groups):
        return None
    below = iter(lower)
    return [
        one
        for heading in upper
        for one in (
            [next(below).below(heading) for _ in range(size)]
            if heading.stage or heading.year or heading.years_back
            else [heading]
        )
    ]

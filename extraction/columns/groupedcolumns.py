"""Headings of two rows as one, where the lower ones stand below one or several of the upper ones and empty cells are gone.

Belongs here: which of the upper headings is a group, and the headings that take its place.
Does not belong here: matching values and headings (``valuecolumns``), rows that kept their cells (``gridcolumns``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction import reference
from extraction.columns.headings import Heading
from extraction.records import replace
from extraction.words.words_of_vehicles import part_of_vehicles

_SEVERAL = 2
#: 基本支出 | 项目支出: the two natures of expenditure, side by side.
NATURES = [("basic_expenditure",), ("project_expenditure",)]
_OF_PROJECTS = re.compile(r"特定目标|运转类")
_TOTALS_OF_GROUP = {"小计", "合计"}
_OF_WHICH = re.compile(r"其中:?")
#: 项目 over 功能分类科目编码 | 科目名称, and these.
_OVER_LABELS = re.compile(r"(?:预算|支出|收入)?(?:项目|科目).{0,4}")
LABEL = re.compile(r"(?:支出)?(?:功能|经济)?(?:分类)?(?:科目)?(?:编码|代码|名称)")
_WHOLE = re.compile(r"[合总小]计")
#: 事业收入 over 小计 | 其中：教育收费, in the form of income.
_EDUCATION = re.compile(r"(?:其中:?)?教育收费")
#: Stand over columns and over no amounts of their own.
_GROUP = re.compile(r"其中:?|(?:账面)?(?:数量|价值|金额)(?:\((?:元|万元|台|辆|个|台/辆)\))?")


def under_group(upper: Sequence[Heading], lower: Sequence[Heading]) -> list[Heading] | None:
    """Headings of two rows as one, where the lower ones stand under the one heading that is no column of its own.

    2016年预算数 over 小计 | 其中：…; 比上年增减情况 over 增减金额 | 增减幅度; 其中 over the parts of 收入合计.
    Below several, where the same ones are printed again for each: 预算数 | 决算数 over 合计 | 一般公共预算 | 合计 | 一般公共预算,
    or where each has its sum and parts of its own: 本年收入 | 本年支出 over 合计 | 基本支出 | 合计 | 基本支出 | 项目支出.
    """
    if repeated := _below_each(upper, lower) or _below_totals(upper, lower):
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


def of_width(upper: Sequence[Heading], lower: Sequence[Heading], width: int) -> list[Heading] | None:
    """Headings of two rows as one of this width, where each prints its merged cells once and the lower one begins below a group.

    数量 | 价值 over 年初数 | 年末数 | 年初数 | 年末数, five columns wide: that many headings are groups as both rows have too many cells.
    None where several ways of dividing them are possible.
    """
    upper, lower = printed(upper), printed(lower)
    labels = next((at for at, heading in enumerate(lower) if not LABEL.fullmatch(heading.text)), len(lower))
    if labels and upper and _OVER_LABELS.fullmatch(upper[0].text):
        upper, lower, named = upper[1:], lower[labels:], lower[:labels]
    else:
        named = []
    rest = _divided(upper, lower, width - len(named)) if lower else list(upper)
    return [*named, *rest] if rest and len(named) + len(rest) == width else None


def _divided(upper: Sequence[Heading], lower: Sequence[Heading], width: int) -> list[Heading] | None:
    """The same of headings that stand over amounts: below each group the same ones, or 小计 and its parts below a single one."""
    count = len(upper) + len(lower) - width
    size, rest = divmod(len(lower), count) if count > 0 else (0, 1)
    words = [heading.text for heading in lower]
    if rest or size < _SEVERAL or words != words[:size] * count:
        return None
    if count == 1 and words[0] not in _TOTALS_OF_GROUP:
        return None
    groups = [at for at, heading in enumerate(upper) if _may_be_group(heading, lower)]
    if len(groups) != count:
        return None
    below = iter(lower)
    found: list[Heading] = []
    for at, heading in enumerate(upper):
        if at in groups:
            group = replace(heading, text="")
            found += [next(below).below(group) for _ in range(size)]
        else:
            found.append(heading)
    return found


def is_displaced(upper: Sequence[Heading], lower: Sequence[Heading], least: int, most: int) -> bool:
    """Whether the cells of two rows of headings cannot stand below each other as they are printed: merged ones leave nothing.

    There are ``least`` columns at least and ``most`` at most.
    """
    upper, lower = printed(upper), printed(lower)
    kept = any(not heading.text for heading in (*upper[1:], *lower))
    return not kept and max(len(upper), len(lower)) < most and least < len(upper) + len(lower)


def names_groups(row: Sequence[Heading]) -> bool:
    """Whether a row of headings has some that stand over others and say nothing alone: 数量 | 价值."""
    return any(_GROUP.fullmatch(heading.text) for heading in row)


def printed(row: Sequence[Heading]) -> Sequence[Heading]:
    """A row of headings without the empty cells that fill it up."""
    last = max((at for at, heading in enumerate(row) if heading.text), default=-1)
    return row[: last + 1]


def _may_be_group(heading: Heading, lower: Sequence[Heading]) -> bool:
    """Whether the headings of a lower row may stand below one: it says what all of them leave open, or names what they are parts of."""
    if not heading.text or heading.ignored or _WHOLE.search(heading.text):
        return False
    if any(_EDUCATION.fullmatch(one.text) for one in lower):
        return heading.concepts == ("undertaking_revenue",)
    if _GROUP.fullmatch(heading.text):
        return True
    if heading.concepts:
        parts = [part_of_vehicles(one.text, heading.concepts) or one.concepts for one in lower]
        parts = [part for part in parts if part]
        return bool(parts) and all(
            heading.concepts[0] in (*part, *reference.ancestors(part[0])) for part in parts
        )
    staged = heading.stage or heading.year or heading.years_back
    return bool(staged) and not any(one.stage for one in lower)


def _below_totals(upper: Sequence[Heading], lower: Sequence[Heading]) -> list[Heading] | None:
    """Each of several headings over a sum and its parts; None where a heading has no sum below it or there are labels without a heading over them."""
    labels = next((at for at, heading in enumerate(lower) if not LABEL.fullmatch(heading.text)), len(lower))
    named = upper[:1] if upper and _OVER_LABELS.fullmatch(upper[0].text) else []
    groups = upper[len(named) :]
    sums = [at for at, heading in enumerate(lower) if heading.text in _TOTALS_OF_GROUP]
    if len(groups) < _SEVERAL or len(sums) != len(groups) or sums[0] != labels or bool(labels) != bool(named):
        return None
    if not all(group.concepts or group.stage or group.year for group in groups):
        return None
    ends = [*sums[1:], len(lower)]
    return [
        *lower[:labels],
        *(
            heading.below(replace(group, text=""))
            for group, start, end in zip(groups, sums, ends, strict=True)
            for heading in lower[start:end]
        ),
    ]


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

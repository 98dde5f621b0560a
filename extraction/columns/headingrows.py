"""Headings that stand together: in rows one below the other, and beside each other in one row.

Belongs here: what headings say only because of those above and beside them.
Does not belong here: reading one heading (``headings``); rows of a table in order (``tables.gridstate``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.headings import SCOPE_OF_FUNDS, Heading
from extraction.records import replace
from extraction.words.words_of_vehicles import VEHICLES, is_expense

_CONTROL_RATES = {"控制率", "控制率%", "控制率(%)"}
#: 预算调整数 beside 调整后预算数.
_ADJUSTED_BY = re.compile(r"(?:年中)?(?:预算调整|调整预算)(?:金额|[数额])?(?:\(.*\))?")
_FIRST_BUDGET = re.compile(r"年初|批复")
_PLAIN_BUDGET = re.compile(r"预算(?:总?数|总?额|合计|金额|指标|总计)?(?:\([^()]*\))?")
_POSTS = {"行政": "administrative_quota", "事业": "institution_quota", "工勤": "worker_quota"}
_WHOLE = re.compile(r"总额|合计|小计|总计")
#: 项目, 项目(按功能分类): the labels of one half of a table; 项目支出 is an amount.
_LABELS_OF_HALF = re.compile(r"项目(?:名称|\(.*|按.*)?")
_REST = re.compile(r"(?:其中:?)?(?:其他|自有|自筹|单位自筹|其他来源)(?:资金|收入)?(?:\([^()]*\))?")
#: Later than every year that is printed: 预算数 beside 2023年决算数 is of this year.
_THIS_YEAR = 9999


def merge_levels(upper: list[Heading], lower: list[Heading]) -> list[Heading]:
    """Headings of two rows as one row as wide as the lower one.

    An empty lower cell stands under a cell that was merged downwards; a run of filled cells
    stands under one cell that was merged sideways (其中). Filled cells are assigned from the left,
    and the empty ones after the last run from the right, so that two neighbouring groups do no harm.
    """
    merged = list(lower)
    position = 0
    in_run = False
    seen: set[str] = set()
    filled = [index for index, heading in enumerate(lower) if heading.text]
    last_filled = filled[-1] if filled else -1
    for index, heading in enumerate(lower[: last_filled + 1]):
        if heading.text:
            if heading.text in seen:  # the same labels again: the next group has begun
                position, seen = position + 1, set()
            seen.add(heading.text)
            group = upper[position] if position < len(upper) else Heading()
            merged[index] = heading.below(_as_group(group))
            in_run = True
            continue
        position += in_run
        in_run, seen = False, set()
        merged[index] = upper[position] if position < len(upper) else Heading()
        position += 1
    trailing = len(lower) - 1 - last_filled
    for step in range(trailing):
        merged[len(lower) - 1 - step] = upper[len(upper) - 1 - step] if step < len(upper) else Heading()
    return merged


def stack_levels(upper: list[Heading], lower: list[Heading]) -> list[Heading]:
    """Headings of two rows of equal width, where a cell merged sideways is followed by empty ones."""
    stacked: list[Heading] = []
    group = Heading()
    for above, below in zip(upper, lower, strict=True):
        group = above if above.text else group
        if not below.text:
            stacked.append(above)
        else:
            stacked.append(below.below(above if above.text else _as_group(group)))
    return stacked


def has_halves(headings: Sequence[Heading]) -> bool:
    """Whether two columns of labels stand beside each other: what came in and what was spent."""
    return sum(names_labels(heading.text) for heading in headings) > 1


def names_labels(text: str) -> bool:
    """Whether a heading stands over the labels of a table or of one half of it."""
    return _LABELS_OF_HALF.fullmatch(text) is not None


def spent_from(headings: list[Heading]) -> list[Heading]:
    """合计 | 一般公共预算财政拨款 | … on the side of spending: whose money was spent, and no income."""
    sides = [at for at, heading in enumerate(headings) if names_labels(heading.text)]
    if len(sides) < 2:
        return headings
    return [
        replace(heading, concepts=(), fund_scope=SCOPE_OF_FUNDS[heading.concepts[0]])
        if at > sides[1] and heading.concepts and heading.concepts[0] in SCOPE_OF_FUNDS
        else heading
        for at, heading in enumerate(headings)
    ]


def without_adjustments(headings: list[Heading]) -> list[Heading]:
    """年初预算数 | 预算调整数 | 调整后预算数: what was adjusted, beside what came of it, is no budget."""
    adjusted = [heading for heading in headings if heading.stage == "adjusted_budget"]
    by = [heading for heading in adjusted if _ADJUSTED_BY.fullmatch(heading.text)]
    if len(by) == len(adjusted):
        return headings
    return [replace(heading, ignored=True, stage=None) if heading in by else heading for heading in headings]


def with_plain_budgets(headings: list[Heading]) -> list[Heading]:
    """年初预算 | 追加（追减） | 预算总额 | 执行数: a budget that is called no more than that, beside the one of the beginning, is the adjusted one.

    Not where another column is called so.
    """
    budgets = [one for one in headings if one.stage == "initial_budget" and one.measure == "level"]
    first = [one for one in budgets if _FIRST_BUDGET.search(one.text)]
    plain = [one for one in budgets if _PLAIN_BUDGET.fullmatch(one.text)]
    alone = len(first) == len(plain) == 1 and first[0].year == plain[0].year
    if not alone or any(one.stage == "adjusted_budget" and not one.concepts for one in headings):
        return headings
    return [replace(one, stage="adjusted_budget") if one is plain[0] else one for one in headings]


def with_sources(headings: list[Heading]) -> list[Heading]:
    """执行数 over 总额 | 财政拨款 | 其他资金: what was spent out of each source, and no income from it; 其他 is no whole."""
    wholes = {heading.stage for heading in headings if heading.stage and _WHOLE.fullmatch(heading.text)}
    return [_of_source(heading) if heading.stage in wholes else heading for heading in headings]


def _of_source(heading: Heading) -> Heading:
    if heading.concepts == ("fiscal_appropriation_revenue",):
        return replace(heading, concepts=(), fund_scope="fiscal_appropriation")
    return replace(heading, ignored=True) if _REST.fullmatch(heading.text) else heading


def with_control_rate(headings: list[Heading]) -> list[Heading]:
    """编制数 | 实际在职人数 | 控制率: the rate beside the numbers that it is of."""
    named = {heading.concepts[0] for heading in headings if heading.concepts}
    if not {"staff_quota", "staff_in_service"} <= named:
        return headings
    rate = ("staff_control_rate",)
    return [
        replace(heading, concepts=rate) if heading.text in _CONTROL_RATES else heading for heading in headings
    ]


def with_heads_in_service(headings: list[Heading]) -> list[Heading]:
    """实有在职人数, also over 小计 | 行政 | 事业: heads in service."""
    return [
        replace(heading, concepts=("staff_in_service",))
        if heading.concepts == ("staff_actual",) and "在职" in heading.text
        else heading
        for heading in headings
    ]


def with_parts_of_quota(headings: list[Heading]) -> list[Heading]:
    """编制数 | 其中：行政 | 事业 | 工勤: parts of the posts beside them."""
    found: list[Heading] = []
    within = False
    for heading in headings:
        part = _POSTS.get(heading.text.removeprefix("其中").lstrip(":"))
        within = heading.concepts == ("staff_quota",) or (within and part is not None)
        found.append(
            replace(heading, concepts=(part,)) if within and part and not heading.concepts else heading
        )
    return found


def with_cost_of_vehicles(headings: list[Heading]) -> list[Heading]:
    """因公出国 | 公务接待 | 公务用车: what they cost beside the other expenses, and not how many there are."""
    if not any(is_expense(heading.concepts) for heading in headings):
        return headings
    return [
        replace(heading, concepts=("official_vehicle",))
        if heading.concepts == ("vehicle_stock",) and heading.text in VEHICLES
        else heading
        for heading in headings
    ]


def with_stage_of_changes(headings: list[Heading]) -> list[Heading]:
    """2023年预算数 | 2024年预算数 | 增减额: what changed is what the newest amounts beside it are of, a budget.

    As printed where those amounts are of several stages: 预算数 | 决算数 | 增减额.
    """
    levels = [
        heading
        for heading in headings
        if heading.stage and heading.measure == "level" and not heading.ignored
    ]
    newest = max(map(_age, levels), default=None)
    stages = {heading.stage for heading in levels if _age(heading) == newest}
    if len(stages) != 1:
        return headings
    stage = stages.pop()
    return [
        replace(heading, stage=stage) if heading.measure != "level" and not heading.stage else heading
        for heading in headings
    ]


def _age(heading: Heading) -> tuple[int, int]:
    """Greater for a later year; 上年 is earlier than whatever says another year or none."""
    return -heading.years_back, heading.year or _THIS_YEAR


def _as_group(heading: Heading) -> Heading:
    """A heading above several columns gives them stage, year and unit; a concept only beside stages."""
    return replace(heading, text="")

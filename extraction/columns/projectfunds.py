"""The block of a project's money with each amount behind its name: 计划安排资金 | 170 | 实际到位资金 | 170 | 实际支出 | 165, and 预算数: | 55.50 | 执行数: | 49.50.

Belongs here: which cells of a row are planned and spent money of the project.
Does not belong here: the funds block with headings over its amounts (``funds``); making figures (``gridfigures``).

What is spent is the project's only below or beside what was planned for it; where it came from (其中：中央财政) is none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.columns import funds
from extraction.columns.headings import Heading, unit_in
from extraction.model import Figure
from extraction.records import replace
from extraction.text.headnames import printed_as
from extraction.text.numbers import Number, parse_cell

#: Why what the form of a single project says in a report on more than it is used by no rule.
ONE_AMONG_OTHERS = "stated by the form of one project among others"
OF_ONE_OF_SEVERAL = Decimal("0.85")
_OF_ALL = {"project_expenditure", "total_expenditure"}
_UNIT = r"(?:\((?:万元|元)\))?:?"
_PLANNED = re.compile(rf"(?:项目)?计划(?:安排|投入|下达)(?:项目)?(?:资金|金额)(?:总额)?{_UNIT}")
_SPENT = re.compile(
    rf"(?:(?:项目|资金)?实际(?:支出|使用)(?:资金|金额|总额|数|额)?|{printed_as('全年执行数')}|执行数){_UNIT}"
)
#: A budget by this name alone is the project's where a colon says that its amount follows, or where what was spent stands beside it.
_BUDGET = re.compile(rf"(?:年度|全年)?预算数{_UNIT}")
_STAGED = (("initial_budget", _PLANNED), ("initial_budget", _BUDGET), ("final_account", _SPENT))


def of_one_among_others(figure: Figure) -> Figure:
    """An amount of the form of a single project in a report on more than it: shown as that project's, and used by no rule."""
    concept = "project_item" if figure.concept in _OF_ALL else figure.concept
    return replace(
        figure, concept=concept, confidence=min(figure.confidence, OF_ONE_OF_SEVERAL), note=ONE_AMONG_OTHERS
    )


def begins(texts: Sequence[str]) -> bool:
    """Whether a row says what was planned for the project."""
    if any("计划" in text and _PLANNED.fullmatch(text) for text in texts):
        return True
    budget = next(
        (name for name, text in pairwise(texts) if _BUDGET.fullmatch(name) and parse_cell(text)), None
    )
    if budget is None:
        return False
    return budget.endswith(":") or any(
        _SPENT.fullmatch(name) and parse_cell(text) for name, text in pairwise(texts)
    )


def is_budget(name: str) -> bool:
    """Whether a name is that of a budget, beside which what was spent may stand: 预算数:."""
    return _BUDGET.fullmatch(name) is not None


def is_source(texts: Sequence[str]) -> bool:
    """Whether a row says of the money above where it came from: 其中：财政拨款 | 45.50 | 其中：财政拨款 | 41.20."""
    return any(funds.source_of(name) and parse_cell(text) for name, text in pairwise(texts))


def amounts(texts: Sequence[str]) -> Iterator[tuple[int, Number, Heading]]:
    """The columns of planned and spent money in a row of the block, the amounts, and what each is."""
    for column, (name, text) in enumerate(pairwise(texts), start=1):
        stage = next((stage for stage, pattern in _STAGED if pattern.fullmatch(name)), None)
        number = parse_cell(text) if stage else None
        if number is not None:
            heading = Heading(text=name, concepts=("project_expenditure",), stage=stage, unit=unit_in(name))
            yield column, number, heading

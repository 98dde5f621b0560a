"""Rows and headings that name only a total or a fund: what the caption or the half of the table says of them.

Belongs here: 合计, 总计, 支出数 and budgets by name, which take their concept from what stands over the table.
Does not belong here: labels that name a concept, and whose amount it is (``gridrows``).
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.columns import funds
from extraction.columns.headingrows import names_labels
from extraction.columns.headings import SCOPE_OF_FUNDS, Heading
from extraction.records import replace
from extraction.tables.gridrows import kind

#: 支出合计 in a table on the “三公” expenses is their sum.
_SUMS_OF_CAPTION = {"支出合计", "支出总计"}
_FEWEST_OF_HALF = 2
_TOTAL = re.compile(r"合计|总计|小计|\"?三公\"?经费合计")
_PLAIN_SPENDING = re.compile(r"(?:实际|全年)?支出(?:数|额|金额)?(?:\([^()]*\))?")
_FUND_ROWS = {
    "一般公共预算": "general_public_budget_appropriation",
    "一般公共预算资金": "general_public_budget_appropriation",
    "政府性基金预算资金": "government_fund_appropriation",
    "国有资本经营预算资金": "state_capital_appropriation",
    "政府性基金预算": "government_fund_appropriation",
    "政府性基金": "government_fund_appropriation",
    "国有资本经营预算": "state_capital_appropriation",
}


def fund_of_income(label: Heading, column: int, headings: list[Heading] | None) -> Heading:
    """一般公共预算 alone as a row of the half of income is what was appropriated from that budget."""
    concept = _FUND_ROWS.get(label.text)
    if concept is None or label.concepts or not headings:
        return label
    sides = [at for at, heading in enumerate(headings) if names_labels(heading.text)]
    return replace(label, concepts=(concept,)) if len(sides) > 1 and column < sides[1] else label


def total_of_half(label: Heading, column: int, headings: list[Heading] | None) -> Heading:
    """总计 in a table of income beside expenditure is the total of its half."""
    if label.text != "总计" or not headings:
        return label
    half = next((at for at, heading in enumerate(headings) if at and _is_other_half(heading, headings[0])), 0)
    if half < _FEWEST_OF_HALF or not headings[0].text:
        return label
    return replace(label, concepts=("total_resources",) if column < half else ("total_uses",))


def _is_other_half(heading: Heading, first: Heading) -> bool:
    """Whether a heading is that of the labels of spending: 项目 again, or 项目(按功能分类)."""
    return heading.text.partition("(")[0] == first.text.partition("(")[0]


def total_of_caption(label: Heading, heading: Heading, caption: Heading) -> tuple[Heading, Heading]:
    """合计 in a table on one concept (“三公”经费情况) is that concept."""
    if caption.concepts and heading.stage and kind(caption) != "money":
        return label, heading  # 绩效自评表: below 决算数 stand amounts
    heading = _of_caption(heading, caption)
    if label.text in _SUMS_OF_CAPTION and caption.concepts and _is_spending(caption.concepts[0]):
        label = replace(label, concepts=caption.concepts)
    of_class = bool(label.function_code or label.economic_code)
    names_money = of_class or (bool(label.concepts) and kind(label) == "money")  # 二级机构1 names a body
    rate = funds.RATE.fullmatch(heading.text) is not None
    if caption.concepts and (rate or not heading.concepts) and not names_money:
        if _TOTAL.fullmatch(heading.text):
            return label, replace(heading, concepts=caption.concepts)
        plain = heading.measure == "level" and not (heading.stage or heading.year or rate)
        if _TOTAL.fullmatch(label.text) and not (plain and heading.text):
            return replace(label, concepts=caption.concepts), heading
    return label, heading


def _is_spending(concept: str) -> bool:
    """Whether a concept is a part of all spending."""
    return "total_expenditure" in reference.ancestors(concept)


def _of_caption(heading: Heading, caption: Heading) -> Heading:
    """支出数 in a table of project expenditure is what was spent on projects; 其中：财政拨款 in one of “三公” expenses is no income."""
    if (
        caption.concepts == ("three_public_total",)
        and heading.concepts
        and heading.concepts[0] in SCOPE_OF_FUNDS
    ):
        return replace(heading, concepts=(), fund_scope=SCOPE_OF_FUNDS[heading.concepts[0]])
    plain = heading.concepts == ("total_expenditure",) and _PLAIN_SPENDING.fullmatch(heading.text)
    if (
        not plain
        or not caption.concepts
        or "total_expenditure" not in reference.ancestors(caption.concepts[0])
    ):
        return heading
    return replace(heading, concepts=caption.concepts, stage=heading.stage or "final_account")

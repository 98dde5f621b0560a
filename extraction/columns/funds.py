"""The funds block of a self-evaluation form: 年度资金总额 and the sources it consists of.

Belongs here: what a row of the block measures.
Does not belong here: binding cells (``grids``); the points that the block gives (``scoring``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

TOTAL = re.compile(
    r"年度资金总额|年度预算总额|部门预算总额|年度总金额|资金总额|资金总金额|整体支出总额|^总额$"
)
#: 资金总额 beside 年度资金总额: of all years of the project.
OF_THE_YEAR = re.compile(r"(?:当年|本年|年度)资金总额")
OF_ALL_YEARS = re.compile(r"(?:项目|实施期|中期)?资金总额:?")
RATE = re.compile(r"(?:预算)?执行率(?:%|\([^()]*\))?")
#: 金额合计 below the tasks of the year, which are all that a department spends on, under 总额.
SUM_OF_TASKS = re.compile(r"金额合计")
WHOLE_OF_TASKS = re.compile(r".*(?:总额|合计|小计)(?:\(.*\))?|(?:预算|执行|实际支出)(?:金额|数)(?:\(.*\))?")
#: 年度预算数(万元): the title of the amounts, which stands over the labels and not over amounts.
BLOCK_TITLE = re.compile(r"^年度预算数|资金|情况")
#: 部门预算执行情况(万元) over one row of amounts without a label of its own, below headings of what was planned and spent.
BLOCK_OF_ONE = re.compile(r"(?:部门|单位)?(?:整体)?预算(?:(?:执行)?情况|资金)(?:\((?:万元|元)\))?")
ONE_ROW = "年度资金总额"
#: In forms of goals and of departments: the other division of the total, by the budgets that it comes from.
BY_INCOME = re.compile(r"按(?:收入|资金)(?:性质|来源)分")
#: row label -> fund_scope of the concept budget_execution_score_line
_SOURCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "current_appropriation",
        re.compile(
            r"(?<!非)(?:当年|本年)?(?:一般公共预算)?(?<!非)财政拨款$|(?:当年|本年)一般公共预算拨款$|(?<![央级方省市县区非])财政资金$"
        ),
    ),
    ("carryover", re.compile(r"上年结转(?:资金)?$")),
    ("other", re.compile(r"其他资金$|单位资金$")),
)
_SUM = re.compile(r"(?:合计|总计)(?:\((?:万元|元)\))?")
LINE = "budget_execution_score_line"
_BY_LEVEL = {("upper_level_funds",), ("local_level_funds",)}
#: 财政专户管理资金: beside 财政资金 and 单位资金, in forms that do not divide by budgets as well.
_APART = {("special_account_revenue",)}
#: 按支出性质分: the other division of 年度资金总额, in forms of whole departments.
_BY_NATURE = {
    ("basic_expenditure",),
    ("project_expenditure",),
    ("personnel_expenditure",),
    ("public_expenditure",),
}
#: 按收入性质分: what comes from each budget; 其他资金 is there whatever is left.
_BY_BUDGET = {
    ("general_public_budget_appropriation",),
    ("government_fund_appropriation",),
    ("state_capital_appropriation",),
    ("special_account_revenue",),
}


def is_over_labels(headings: Sequence[str], at: int) -> bool:
    """Whether a heading stands over the labels of the block: its title, or nothing behind that title."""
    return BLOCK_TITLE.search(headings[at] or headings[0]) is not None


def is_sum_of_block(label: str, headings: Sequence[str]) -> bool:
    """Whether a row is the sum of a block of the funds of a year, which another form calls 年度资金总额."""
    of_funds = "资金" in "".join(headings[:2]) and BLOCK_TITLE.search(headings[0])
    return bool(of_funds and _SUM.fullmatch(label) and any(map(RATE.fullmatch, headings)))


def source_of(label: str) -> str | None:
    """The fund scope of a row below 年度资金总额; None for a row that is no source of the usual three."""
    return next((scope for scope, pattern in _SOURCES if pattern.search(label)), None)


def parts_of_total(project_form: bool, by_income: bool) -> set[tuple[str, ...]]:
    """The concepts that rows below the total may be of, beside its sources."""
    return _BY_LEVEL | _APART | (set() if project_form else _BY_NATURE) | (_BY_BUDGET if by_income else set())


def is_line(label: str) -> bool:
    """Whether a label is one of the block: its total or a source."""
    return TOTAL.search(label) is not None or source_of(label) is not None


def total_concept(project_form: bool) -> str:
    """What the block's total states besides: spending of the project or of the whole department."""
    return "project_expenditure" if project_form else "total_expenditure"

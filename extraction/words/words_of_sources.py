"""Short names of the sources of income, as lists print them below all income: 一般公共预算, 专户拨款, 其他.

Belongs here: these names, and how such a list goes on from one to the next.
Does not belong here: full names (``data/reference``), budgets that pay for something (``words_of_funds``), kinds of spending (``words_of_sides``).
"""

from __future__ import annotations

import re

_GENERAL, _FUND = "general_public_budget_appropriation", "government_fund_appropriation"
_CAPITAL, _ACCOUNT = "state_capital_appropriation", "special_account_revenue"
#: What a short name means; the budgets are parts of 财政拨款收入 as well.
BUDGETS = {
    "一般公共预算": _GENERAL,
    "一般公共": _GENERAL,
    "政府性基金": _FUND,
    "政府性基金预算": _FUND,
    "基金预算": _FUND,
    "基金": _FUND,
    "国有资本经营": _CAPITAL,
    "国有资本经营预算": _CAPITAL,
    "国有资本经营收益": _CAPITAL,
}
SOURCES = BUDGETS | {
    "财政专户": _ACCOUNT,
    "财政专户管理": _ACCOUNT,
    "专户": _ACCOUNT,
    "预算外": _ACCOUNT,
    "事业": "undertaking_revenue",
    "经营": "business_operation_revenue",
    "事业单位经营": "business_operation_revenue",
    "上级补助": "superior_subsidy_revenue",
    "附属单位上缴": "affiliated_unit_remittance",
    "其他": "other_revenue",
    "其它": "other_revenue",
    "单位其他": "other_revenue",
    "单位资金": "other_revenue",
    "其他来源": "other_revenue",
}
_ANY = "|".join(sorted(SOURCES, key=len, reverse=True))
_TAIL = r"(?:财政拨款|核拨|拨款|返还|预算|资金|收入|当年|安排)*"
_NAME = rf"(?P<source>{_ANY}){_TAIL}(?:\([^()\d]{{1,16}}\))?(?:合计|共计|为|是|:)*"
#: 。按资金性质分，|、|其中：| before a name.
_LEADS = r"[)）]?[，、,:；;。(]*(?:按[^，。;:\d]{1,10}(?:分类|划分|分)[:，]?|其中[:，]?|包括[:，]?)?"
MEMBER = re.compile(rf"{_LEADS}{_NAME}")
#: ，其中|一般公共预算|增加6万元, 主要是|政府性基金收入|减少: a budget named right before its change.
_CHANGED = re.compile(
    rf"(?:^|[，、,:；;。(]|其中|主要是|主要为|主要系|原因是|由于|[一二三]是)(?P<source>{'|'.join(sorted(BUDGETS, key=len, reverse=True))}){_TAIL}$"
)
#: 1.一般公共预算, （2）专户拨款: a name at the beginning of a line or a sentence.
ITEM = re.compile(rf"(?:\(?\d{{1,2}}(?:\)[、.]?|[、.])|[①-⑨]|其中:)?{_NAME}")
#: 收入预算包括：
LISTED = re.compile(rf"(?:[^，。；;:\d]{{0,12}}收入(?:预算)?(?:来源)?(?:包括|有|分为):|收入:){_NAME}")
#: 收入来源：财政补助90万元，事业…
OPENS = re.compile(r"[^，。；;:\d]{0,12}收入(?:预算|计划|来源|情况|构成)?:")
#: 按来源分：
DIVIDED = re.compile(r"按(?:资金|收入|经费)?来源(?:渠道|性质)?(?:分类|划分|分)")


def budget_changed(words: str) -> tuple[str, str] | None:
    """The budget that the last words before a change name, as concept and name: 其中政府性基金(减少6万元)."""
    named = _CHANGED.search(words)
    return (BUDGETS[named["source"]], named["source"]) if named else None

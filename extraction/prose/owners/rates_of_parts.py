"""Rates of execution that are of a part of the money and not of all of it: 其中基本支出1592万元，执行率99.5%.

Belongs here: whether such a rate is that of a part, by what its sentence has named.
Does not belong here: other amounts that are not the department's (``clauses_of_others``), which rate a percentage is (``rates``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction import reference
from extraction.concepts import ALL_INCOME, FUND_OF_REVENUE, SPENDING
from extraction.prose.owners.paid_of_funds import is_of_contract, is_share_of_part
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match
from extraction.words import grammar, words_of_items, words_of_others

#: 执行率 alone says less than 预算执行率.
_SHORT_RATES = {"执行率", "执行进度", "支出率", "支付率"}
#: 整体支出执行率: a name that can be of no part.
_OF_WHOLE = re.compile("整体|部门|收支|支出预算|项目资金")
#: 项目类支出|支出|执行率: what may stand between a kind of spending and its rate.
_BETWEEN = re.compile(r"(?:支出|经费|资金|年度|预算|的|类)*")


@lru_cache(maxsize=1)
def _rates() -> frozenset[str]:
    """Names of the rate of execution that may be of a part."""
    names = {
        alias.text
        for alias in reference.aliases()
        if alias.concepts[0] in {"budget_execution_rate", "budget_completion_rate"}
    }
    return frozenset(name for name in names if not _OF_WHOLE.search(name))


def is_rate_of_part(now: State, label: Match) -> bool:
    """Whether a rate is that of a part of the money, as a sum or the words before it show."""
    if label.term.text == "资金支出率":
        begins = max(now.sentence.start, label.start - 4 * grammar.REACH)
        return words_of_items.EARMARKED.search(now.text, begins, label.start) is not None
    if label.term.text not in _rates():
        return False
    return _names_part(now, label) or _is_paid_of_part(now, label) or _executes_part(now, label)


def _is_paid_of_part(now: State, label: Match) -> bool:
    """下达资金600万元，其中第一标段300万元，支付270万元，支付率90%: of that part, as the sum shows; 合同价60万元，已支付58万元，支付率97%: of a contract."""
    before = (one for one in reversed(now.sentence.numbers) if one.end <= label.start)
    paid = next((one for one in before if one.base_unit == "yuan"), None)
    if paid is None:
        return False
    on_project = now.around.whole == "project_expenditure"
    return is_of_contract(now.text, now.sentence.start, paid) or (
        on_project and is_share_of_part(now.text, paid)
    )


def _names_part(now: State, label: Match) -> bool:
    """项目支出预算执行率94.84%, 护岸改造年度执行率62.35%."""
    before = now.before(label.start)
    if words_of_items.KIND_OF_SPENDING_AT_END.search(before) or words_of_items.WORKS_AT_END.search(before):
        return True
    begins = max(now.sentence.start, label.start - 4 * grammar.REACH)
    named = [term for term in now.sentence.terms_in(begins, label.start) if term.term.names_concept]
    if (
        named
        and named[-1].term.concepts[0] in SPENDING
        and _BETWEEN.fullmatch(now.text, named[-1].end, label.start)
    ):
        return True
    return (
        now.flow.first is None and words_of_others.OF_SOME.search(now.text, begins, label.start) is not None
    )


def _executes_part(now: State, label: Match) -> bool:
    """公用经费预算160万元，执行150万元，执行率93.75%: the rate of what the sentence began with, not of all spending."""
    if label.term.text == "经费执行率":
        # 森林防火经费执行率: of the project, or of an item of the department's
        return now.around.whole == "total_expenditure"
    first, whole = now.flow.first, now.around.whole
    last = now.said.amounts[-1] if now.said.amounts else None
    if whole == "project_expenditure" and last and last.concepts == (whole,):
        return False  # 中央资金5万元，省级资金1万元，实际支付5.8万元，执行率97%: of what was paid of both
    if first is None:
        return now.said.unknown
    if last and _is_given_for_whole(now, last):
        return True
    if first.concepts[0] in FUND_OF_REVENUE and _is_one_of_several(now, label):
        return True
    if label.term.text not in _SHORT_RATES:
        # 年末结转2万元，预算执行率99%: a rate with a full name is of a part of spending only
        return "total_expenditure" in reference.ancestors(first.concepts[0]) and whole not in first.concepts
    return not set(first.concepts) & {
        *ALL_INCOME,
        "total_expenditure",
        "total_uses",
        whole,
        "procurement_budget",
        "budget_execution_score_line",
    }


def _is_one_of_several(now: State, label: Match) -> bool:
    """财政拨款预算12万元，执行11万元，执行率91.67%；其他资金…，执行率83%: each of one source."""
    begins = max(now.sentence.start, label.start - 8 * grammar.REACH)
    return now.text.count(label.term.text, begins, min(now.sentence.end, label.end + 8 * grammar.REACH)) > 1


def _is_given_for_whole(now: State, part: Subject) -> bool:
    """支出90万元，执行率98%，其中：基本支出50万元，执行率99%: the rate of all spending stands before the part already."""
    if "total_expenditure" not in reference.ancestors(part.concepts[0]):
        return False
    before = now.sentence.terms_in(now.sentence.start, part.start)
    return any(one.term.concepts == ("budget_execution_rate",) for one in before)

"""Labelled amounts that are not the department's: of a project, of one fund of some spending, of what nobody knows.

Belongs here: refusing an amount whose label alone would name the department's.
Does not belong here: other bodies and words around a label (``ownership``), what remains (``clauses_of_level``).
"""

from __future__ import annotations

import re

from extraction.concepts import ALL_INCOME, APPROPRIATIONS, FUNDS_OF_LEVELS, TOPICS, WHOLE_INCOME, kind_of
from extraction.prose.owners.amounts_of_projects import (
    is_balance_of_project,
    is_cost_of_project,
    is_item_of_project,
    is_score_of_project,
)
from extraction.prose.owners.governed import is_governed, is_paid_by_projects
from extraction.prose.owners.ownership import is_of_another
from extraction.prose.owners.parts_of_rest import is_part_of_rest
from extraction.prose.owners.rates_of_parts import is_rate_of_part
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import (
    grammar,
    words_of_bodies,
    words_of_funds,
    words_of_items,
    words_of_others,
    words_of_parts,
)

#: 某项目资金23650万元，其中|中央资金: parts of what nobody knows.
_PARTS_OF_UNKNOWN = re.compile(r"\((?:其中|含)?[:，]?|[，,；;]其中[:，]?")
_PARTS_OF_SPENDING = {"basic_expenditure", "project_expenditure", *TOPICS}
#: Names of all spending that may stand for what is spent of a budget named before.
ALL_SPENDING = {
    "支出总额",
    "支出总数",
    "全年支出",
    "全年实际支出",
    "本年支出",
    "本年支出合计",
    "支出合计",
    "总支出",
}


_SUMS_UP = ("共", "共计", "合计", "总计")
#: A sum of amounts that nobody knows has no more of them.
_SUMMANDS = 12


class Others:
    """Clauses whose amount is of something else than their label names."""

    def __init__(self, now: State) -> None:
        self._now = now

    def are_meant(self, number: Number, gap_start: int, label: Match) -> bool:
        """Whether the amount is of something else than the label names alone."""
        now = self._now
        return (
            is_of_another(now.text, now.sentence, now.flow, label, gap_start, number.start)
            or is_paid_by_projects(now, number, label, gap_start)
            or is_governed(now, number, label)
            or is_part_of_rest(now, number, label)
            or is_rate_of_part(now, label)
            or self._is_fund_of_spending(label)
            or self._is_spending_of_unknown(label)
            or self._is_sum_of_unknown(label, number)
            or self._is_spending_of_clause(label, number)
            or is_score_of_project(now, label)
            or is_balance_of_project(now, label)
            or self._is_income_of_hospitals(label)
            or (label.term.text == "收入" and now.before(label.start).endswith("收入实际"))
            or is_item_of_project(now, label)
            or self._is_spent_of_balance(label, number, gap_start)
            or self._is_level_of_unknown(label)
            or words_of_items.ADDED_WITH.search(now.before(label.start)) is not None
            or (
                now.around.department is not None
                and kind_of(label.term.concepts[0]) == "money"
                and any(
                    words.match(now.text, now.sentence.start)
                    for words in (words_of_others.ON_A_PLACE, words_of_bodies.KEPT_APART)
                )
            )
            or (
                label.term.concepts[0] == "project_expenditure"
                and words_of_funds.IN_PLACE.match(now.text, number.start) is not None
            )
            or (
                label.term.concepts == ("budget_adjustment",)
                and any(
                    words.search(now.before(label.start))
                    for words in (words_of_items.SHORT_OF_MONEY, words_of_items.ADDED_TO_ONE)
                )
            )
            or self._is_added(label)
            or is_cost_of_project(now, label)
        )

    def _is_added(self, label: Match) -> bool:
        """追加预算收入5万元: what came to the whole."""
        return label.term.concepts[0] in WHOLE_INCOME and self._now.before(label.start).endswith(
            ("追加", "追加预算")
        )

    def _is_fund_of_spending(self, label: Match) -> bool:
        """“三公”经费支出6万元(其中:一般公共预算支出6万元): by whose money that spending was paid."""
        now = self._now
        whole = now.flow.subject
        if self._pays_for_procurement(label):
            return True
        by_fund = (
            label.term.fund_scope
            or label.term.text == "国有资本经营预算支出"
            or (label.term.concepts[0] in APPROPRIATIONS and "收入" not in label.term.text)
        )
        if not by_fund or whole is None or whole.concepts[0] not in TOPICS:
            return False
        listed = grammar.OF_WHICH.search(now.text, whole.start, label.start) is not None
        now.said.passed = bool(now.said.open) or listed
        return now.said.passed

    def _pays_for_procurement(self, label: Match) -> bool:
        """政府采购预算9万元。按资金来源分：财政拨款8万元: of what the sentence before spoke of."""
        now = self._now
        before = now.flow.previous[:1]
        divided = (
            label.term.concepts[0] in APPROPRIATIONS and bool(before) and before[0].startswith("procurement")
        )
        return divided and words_of_others.DIVIDES.match(now.text, now.sentence.start) is not None

    def _is_spending_of_unknown(self, label: Match) -> bool:
        """食堂全年支出20万元; 水库维修项目预算200万元，全年支出190万元: of something that nobody knows."""
        now = self._now
        if label.term.text not in ALL_SPENDING or now.around.whole != "total_expenditure":
            return False
        if words_of_items.NAME_BEFORE_ALL.search(now.before(label.start)):
            return True
        if words_of_parts.AMOUNT_WITH_BASIC.match(now.text, label.end):
            return (
                False  # 到位资金100万元，全年支出95万元，其中基本支出60万元: parts that only a whole body has
            )
        # 追加50万元，其中人员经费20万元…，全年支出300万元: those parts are known, though no figures of the year
        return now.said.unknown and now.flow.first is None and now.flow.rest_part < 0

    def _is_sum_of_unknown(self, label: Match, number: Number) -> bool:
        """防汛支出100万元，抗旱支出20万元，共支出120万元: what two or more amounts that nobody knows add up to."""
        left = number.in_base_units()
        summed = self._now.before(label.start).endswith(_SUMS_UP) or label.term.text.endswith(_SUMS_UP)
        if label.term.concepts != ("total_expenditure",) or not left or not summed:
            return False  # 收入227万元，其中甲187万元，乙40万元；支出227万元: the other side
        for count, (value, figure) in enumerate(reversed(self._now.flow.amounts[-_SUMMANDS:]), start=1):
            if figure is not None or value > left:
                return False
            left -= value
            if not left:
                return count > 1
        return False

    def _is_spending_of_clause(self, label: Match, number: Number) -> bool:
        """完成培训1期80人，支出8.6万元: spent on what the clause before speaks of, no amount of the department."""
        now = self._now
        if label.term.text != "支出" or words_of_parts.AMOUNT_WITH_BASIC.match(self._now.text, label.end):
            return False
        last, first = now.flow.subject, now.flow.first
        if last is not None and last.concepts[0] in FUNDS_OF_LEVELS:
            return (
                first is None or first.concepts[0] in FUNDS_OF_LEVELS
            )  # 中央补助资金120万元，支出120万元: of that money
        if now.flow.first or last:
            return False
        if any(term.term.stage for term in now.sentence.terms_in(label.end, number.start)):
            return False  # 支出全年预算数为4105万元
        said = now.text[now.sentence.start : label.start]
        if not said.endswith("，") or grammar.OPENING.match(said):
            return False
        named = now.sentence.terms_in(now.sentence.start, label.start)
        if any(term.term.concepts and term.term.concepts[0] in TOPICS for term in named):
            return False  # 会议费控制在预算内，支出2万元
        return bool(grammar.NAMES_NOTHING.sub("", said[:-1][-grammar.REACH :]))

    def _is_income_of_hospitals(self, label: Match) -> bool:
        """医院总收入62万元, where no hospital reports."""
        now = self._now
        own = now.around.department
        if label.term.concepts[0] not in ALL_INCOME or own is None or "医院" in own or "卫生院" in own:
            return False
        return words_of_others.OF_HOSPITALS.search(now.before(label.start)) is not None

    def _is_spent_of_balance(self, label: Match, number: Number, gap_start: int) -> bool:
        """其中上年结转资金支出158万元，当年预算支出868万元; 项目支出280万元（含上年结转30万元）: spending divided by the year of its money."""
        now = self._now
        behind = now.text[label.end : number.start]
        if label.term.concepts == ("opening_carryover",):
            used = now.before(label.start).endswith(("使用", "动用", "盘活", "用"))
            part = now.flow.subject is not None and now.flow.subject.concepts[0] in _PARTS_OF_SPENDING
            listed = words_of_parts.PAID_FOR_WHAT.match(now.text, gap_start, label.start)
            return used or behind in {"支出", "安排支出", "列支"} or (part and listed is not None)
        whole = now.flow.list_whole or now.flow.subject
        spent = whole is not None and whole.stage == "final_account"
        return spent and now.before(number.start).endswith(("当年预算支出", "本年预算支出"))

    def _is_level_of_unknown(self, label: Match) -> bool:
        """医保补助资金23650万元(县级配套1865万元): given for what nobody knows, in a report on a department."""
        now = self._now
        if label.term.concepts[0] not in FUNDS_OF_LEVELS or now.around.whole != "total_expenditure":
            return False
        if words_of_items.PROJECT_AT_END.search(now.before(label.start)):
            return True  # 乡村振兴项目中央补助资金120万元
        end = now.flow.unbound_end
        if end < 0 or _PARTS_OF_UNKNOWN.fullmatch(now.text, end, label.start) is None:
            return False
        now.flow.of_another = end
        return True

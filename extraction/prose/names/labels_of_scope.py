"""Whose an amount is and by whose money it was paid: body, fund, basic or project spending.

Belongs here: what words beside a label and the whole of its list narrow it to.
Does not belong here: names of bodies (``bodies``), amounts that are of something else (``ownership``).
"""

from __future__ import annotations

import re

from extraction.concepts import BALANCES, FUND_OF_REVENUE, FUNDS_OF_LEVELS, SPENDING, kind_of
from extraction.prose.names.labels_of_parts import Lists
from extraction.prose.owners import bodies
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match
from extraction.words import grammar, words_of_funds

#: Expenditure that reports give both for all funds and for 财政拨款 alone.
_NARROWED = {
    "total_expenditure",
    "basic_expenditure",
    "project_expenditure",
    "personnel_expenditure",
    "public_expenditure",
}
#: Fund scope of what is paid by no budget.
OTHER_FUNDS = "other"
_GRAND_TOTALS = {"total_resources", "total_uses"}
#: What the account of one budget consists of.
_SIDES = {*_GRAND_TOTALS, *BALANCES, *FUND_OF_REVENUE, "total_revenue", "total_expenditure"}
_SIDE_OF_ACCOUNT = re.compile(
    r"(?:本年|当年|全年)?(?:收入|支出)(?:合计|总计|决算|预算|总预算)?|(?:年初|年末|上年|本年)(?:财政拨款)?(?:结转|结余)(?:和?(?:结转|结余))?"
)
_INCOME_IN_ALL = re.compile(r"[^\d，。；;]{0,24}收入总计")
_SUMS = ("总计", "总预算")
_AMOUNT = re.compile(r"\d(?:亿元|万元|元|万)")
_NAME_AND_AMOUNT = re.compile(
    r"[^\d，。；;]{0,40}(?:(?:19|20)\d\d年[^\d，。；;]{0,12})?[\d,.]{1,20}(?:亿元|万元|元|万)[，、；,;](?:(?:19|20)\d\d年度?)?"
)
#: How far a name and its amount reach, in characters.
_FAR = 6 * grammar.REACH
_BASIC_OR_PROJECT = {"basic_expenditure": "basic", "project_expenditure": "project"}


class LabelScopes:
    """What labels are narrowed to."""

    def __init__(self, now: State, lists: Lists) -> None:
        self._now, self._lists = now, lists

    def fund(self, match: Match) -> str | None:
        """The budget whose money an expenditure is narrowed to, in words beside its label or of its whole."""
        now = self._now
        concept = match.term.concepts[0]
        if concept in BALANCES or concept in _GRAND_TOTALS or concept == "total_revenue":
            own = self._funds_before(match) or self._fund_of_account(match) or self._fund_of_same(match)
            return own or (now.around.fund_scope if concept in BALANCES or concept in _GRAND_TOTALS else None)
        if concept not in _NARROWED and concept not in SPENDING:
            return None
        left = words_of_funds.PAID_FOR.sub("", now.before(match.start)[-16:])
        if words_of_funds.OTHER_FUNDS.search(left):
            return OTHER_FUNDS
        if concept not in _NARROWED:
            return self._beside_own_money(left)
        right = now.text[match.end : match.end + 12]
        for side in (left, right):
            found = list(words_of_funds.FUND_SCOPE.finditer(side))
            touches = found and (found[-1].end() == len(side) if side is left else found[0].start() == 0)
            if touches:
                return found[-1 if side is left else 0].lastgroup
        whole = now.flow.whole or now.flow.subject
        if whole and whole.concepts[0] not in FUNDS_OF_LEVELS and self._lists.is_part(match, whole):
            return self._past_funds(whole, match).fund_scope
        return self._beside_income(match) or self._fund_of_account(match) or now.around.fund_scope

    def _beside_income(self, match: Match) -> str | None:
        """政府性基金预算财政拨款本年收入3万元，本年支出2万元: the budget that the income beside it is of."""
        last = self._now.flow.subject
        both = last is not None and last.label.startswith("本年") and match.term.text.startswith("本年支出")
        return FUND_OF_REVENUE.get(last.concepts[0]) if last is not None and both else None

    def _fund_of_account(self, match: Match) -> str | None:
        """政府性基金预算财政拨款年初结转1万元，本年收入3万元，本年支出2万元，年末结转2万元: the account of one budget, of which the first name alone says so.

        财政拨款收入90万元，支出88万元 says of what is spent only where both are sums with the balances.
        """
        now = self._now
        last, name = now.flow.subject, match.term.text
        if self._ends_account(match):
            return self._fund_of(now.flow.first)
        if last is None or last.concepts[0] not in _SIDES or not _SIDE_OF_ACCOUNT.fullmatch(name):
            return None
        if last.start < now.sentence.start or not self._is_next(last, match):
            return None
        if name.startswith("上年") and last.concepts[0] in FUND_OF_REVENUE:
            return None  # 收入：一般公共预算拨款90万元，上年结转3万元: the next source of all income
        fund = self._fund_of(last)
        sums = name.endswith(_SUMS) and last.label.endswith(_SUMS)
        return fund if sums or fund != "fiscal_appropriation" else None

    def _ends_account(self, match: Match) -> bool:
        """财政拨款收入总计90万元（含年初结转2万元），增长3%；支出总计90万元: the other sum of the account that the sentence began with."""
        first = self._now.flow.first
        if first is None or match.term.text != "支出总计" or first.start < self._now.sentence.start:
            return False
        return _INCOME_IN_ALL.match(self._now.text, first.start) is not None

    @staticmethod
    def _fund_of(side: Subject | None) -> str | None:
        return (side.fund_scope or FUND_OF_REVENUE.get(side.concepts[0])) if side else None

    def _fund_of_same(self, match: Match) -> str | None:
        """财政拨款收、支总计各9万元，与上年相比，收、支总计各减少1万元: the budget of the same sums, named before in the sentence."""
        last = self._now.flow.subject
        same = last is not None and last.concepts == match.term.concepts and last.concepts[0] in _GRAND_TOTALS
        return last.fund_scope if last and same and last.start >= self._now.sentence.start else None

    def _is_next(self, last: Subject, match: Match) -> bool:
        """Whether a name goes on with an account: nothing but its amount parts it from the one before, which opens the clause or goes on as well."""
        text = self._now.text
        begins = max(self._now.sentence.start, last.start - _FAR)
        begins = max(begins, *(text.rfind(mark, begins, last.start) + 1 for mark in "；;"))
        if _AMOUNT.search(text, begins, last.start) and not _SIDE_OF_ACCOUNT.fullmatch(last.label):
            return False  # 一般公共预算拨款收入90万元，政府性基金预算收入3万元，支出合计93万元
        near = match.start - last.start <= _FAR
        return near and _NAME_AND_AMOUNT.fullmatch(text, last.start, match.start) is not None

    def _beside_own_money(self, left: str) -> str | None:
        """“三公”经费均由事业收入列支，财政拨款安排的“三公”经费为0: what the budget paid, where the department's own money paid as well."""
        if not left.endswith("财政拨款"):
            return None
        now = self._now
        own = words_of_funds.OWN_MONEY_PAYS.search(now.text, now.sentence.start, now.sentence.end)
        return "fiscal_appropriation" if own else None

    def _funds_before(self, match: Match) -> str | None:
        """政府性基金预算财政拨款上年结转3万元: a balance or total of that budget alone, if its words stand right before."""
        return fund_named(self._now.before(match.start))

    def _past_funds(self, whole: Subject, match: Match) -> Subject:
        """本年支出95万元，其中一般公共预算支出92万元、基金支出3万元；基本支出25万元: parts of the whole, not of the last fund."""
        now = self._now
        above = now.flow.list_whole
        if above is None or not whole.fund_scope or above.concepts != whole.concepts:
            return whole
        between = now.text[whole.start : match.start]
        return whole if grammar.OF_WHICH.search(between) else above

    def body(self, match: Match) -> str:
        """Whose amount it is: that of the body named before it, else of the whole that it is listed below."""
        now = self._now
        of_people = kind_of(match.term.concepts[0]) == "persons"
        if of_people and bodies.of_units(now.text, now.sentence.start, match.start):
            return bodies.SUBORDINATE
        scope = body_before(now, match.start)
        if of_people and scope == bodies.DEPARTMENT and self._of_same_office(match):
            return bodies.HEADQUARTERS
        if scope == bodies.DEPARTMENT and (listed := self._listed_in_sentence_before(match)):
            return listed
        whole = now.flow.whole
        if (
            scope == bodies.DEPARTMENT
            and whole
            and whole.org_scope != scope
            and self._lists.is_part(match, whole)
        ):
            return scope if self._names_all(whole, match) else whole.org_scope
        return scope

    def _of_same_office(self, match: Match) -> bool:
        """局机关行政编制46人，实有44人，下属事业单位7个: people behind the posts of the office, in a sentence that goes on to its units."""
        now = self._now
        last = now.flow.subject
        if bodies.units_have_people(now.text, now.sentence.start, match.start, match.end, now.sentence.end):
            return True
        if last is None or last.org_scope != bodies.HEADQUARTERS or kind_of(last.concepts[0]) != "persons":
            return False
        parted = any(mark in now.text[last.start : match.start] for mark in "；;。")
        return not parted and bodies.WITH_UNITS.search(now.text, match.end, now.sentence.end) is not None

    def _listed_in_sentence_before(self, match: Match) -> str | None:
        """下属水文站支出80万元。其中：人员经费60万元: the body of the sentence that 其中 goes on with; None where it is the department."""
        now = self._now
        begins = now.sentence.start
        if not now.text.startswith("其中", begins) or bodies.WHOLE_AGAIN.search(
            now.text, begins, match.start
        ):
            return None
        whole = now.flow.list_whole or now.flow.subject
        if whole is not None and whole.org_scope != bodies.DEPARTMENT:
            return whole.org_scope
        before = now.text.rfind("。", max(0, begins - _FAR), begins - 1) + 1
        opened = bodies.opens_sentence(now.text, before, begins, now.around.department)
        return opened if opened != bodies.DEPARTMENT else None

    def _names_all(self, whole: Subject, match: Match) -> bool:
        """Whether words since the whole speak of the whole department: 局机关决算支出20万元，全系统基本支出90万元."""
        return bodies.WHOLE_AGAIN.search(self._now.text, whole.start, match.start) is not None

    def spending(self, match: Match) -> str | None:
        """基本支出20万元，包括工资福利支出12万元、商品和服务支出8万元: classes of the basic expenditure."""
        now = self._now
        before = now.flow.subject
        if not match.term.economic_code or before is None:
            return None
        between = now.text[before.start : match.start]
        if "。" in between:
            return None
        if before.economic_code:
            return before.expenditure_scope
        listed = grammar.OF_WHICH.search(between[-2 * grammar.REACH :]) is not None
        return _BASIC_OR_PROJECT.get(before.concepts[0]) if listed else None


def body_before(now: State, position: int) -> str:
    """Whose an amount is by the words before its label: the department's, its headquarters' or a unit's."""
    text, begins = now.text, now.sentence.start
    terms = now.sentence.terms_in(position - 3 * grammar.REACH, position)
    scope = bodies.scope_of(text, begins, terms, position, now.around.department)
    opened = text.rfind("(", max(begins, position - 3 * grammar.REACH), position)
    if scope != bodies.DEPARTMENT or opened < 0 or ")" in text[opened:position]:
        return scope
    return bodies.scope_of(
        text, begins, terms, opened, now.around.department
    )  # 下属水文站(编制8名，其中聘用3人


def fund_named(words: str) -> str | None:
    """政府性基金预算|年初预算: the budget that words end with, whose money alone is spoken of; None where they name none."""
    left = words_of_funds.PAID_FOR.sub("", words.removesuffix(":")[-16:])
    found = list(words_of_funds.FUND_SCOPE.finditer(left))
    return found[-1].lastgroup if found and found[-1].end() == len(left) else None

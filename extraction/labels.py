"""Finds the label a number belongs to, and what the label and the words beside it say.

Belongs here: the way from a number back to its label; stage, budget and body that words narrow it to.
Does not belong here: what kind of statement a number is (``clauses``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction import bodies, grammar, reference
from extraction.numbers import Number
from extraction.ownership import names_something_else
from extraction.sentences import Sentence
from extraction.subjects import Flow, Subject, Surroundings
from extraction.terms import Match, vocabulary

#: Expenditure that reports give both for all funds and for 财政拨款 alone.
_NARROWED = {
    "total_expenditure",
    "basic_expenditure",
    "project_expenditure",
    "personnel_expenditure",
    "public_expenditure",
}
#: 总支出125万元，其中本年支出116万元: the total with the balances.
_GRAND = {
    "收入合计": "total_resources",
    "收入预算合计": "total_resources",
    "支出预算合计": "total_uses",
    "支出合计": "total_uses",
    "总收入": "total_resources",
    "收入总额": "total_resources",
    "收入预算总额": "total_resources",
    "收入决算总额": "total_resources",
    "总支出": "total_uses",
    "支出总额": "total_uses",
    "支出决算总额": "total_uses",
}
TWO_SIDES = {("total_revenue", "total_expenditure"), ("total_resources", "total_uses")}
#: Kinds of spending whose sum may be called 支出 or 支出合计 behind their name.
SPENDING = {
    "three_public_total",
    "overseas_travel",
    "official_vehicle",
    "official_vehicle_purchase",
    "official_vehicle_operation",
    "official_reception",
    "agency_operating_cost",
    "meeting_expenditure",
    "training_expenditure",
    "basic_expenditure",
    "project_expenditure",
    "personnel_expenditure",
    "public_expenditure",
    "procurement_budget",
    "procurement_actual",
}
#: 1、收入: the comma of a numbering joins no parts.
_NUMBERED = re.compile(r"(?:^|[。；;])\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})、$")
#: 机关运行经费当年一般公共预算拨款186万元: by whom the spending named before is paid.
_APPROPRIATIONS = {"general_public_budget_appropriation", "fiscal_appropriation_revenue"}
#: Fund scope of what is paid by no budget.
OTHER_FUNDS = "other"
_PLAIN_BUDGET = {"预算数", "预算", "支出预算数", "支出预算"}
_AMOUNT = re.compile(r"[\d.,]+(?:亿元|万元|元|万)?")
_BASIC_OR_PROJECT = {"basic_expenditure": "basic", "project_expenditure": "project"}


class Labels:
    """The labels of one sentence."""

    def __init__(self, text: str, sentence: Sentence, flow: Flow, around: Surroundings) -> None:
        self._text = text
        self._sentence = sentence
        self._flow = flow
        self._around = around

    def nearest(self, number: Number, gap_start: int, upto: int, of_any_kind: bool = False) -> Match | None:
        """The nearest label of the number's kind between ``gap_start`` and ``upto`` whose words lead on."""
        for match in reversed(self._sentence.terms_in(gap_start, upto)):
            if match.end > upto or not match.term.names_concept:
                continue
            if self._in_closed_bracket(match, upto):
                continue
            left = self.before(match.start)
            if match.term.strength == "weak" and not grammar.WEAK_LEFT.search(left):
                continue  # part of a longer word that the vocabulary does not know
            if not of_any_kind and not _fits(match, number):
                continue  # a label of persons before an amount of money
            if names_something_else(self._text, self._sentence, self._flow, match, upto):
                self._flow.subject = self._flow.money = None  # what follows is not of the last subject either
                self._flow.of_another = match.end
                return None
            leads = grammar.LEADS_LOOSELY if match.term.strength == "loose" else grammar.LEADS
            return (
                self._named_before(match, gap_start)
                if leads.fullmatch(self._text, match.end, upto)
                and not _stated_of_another(self._of_whole_place(match, left), self._text, upto)
                else None
            )
        return None

    def _of_whole_place(self, match: Match, left: str) -> str:
        """全县“三公”经费支出: in a statement that no department gives, its own; else the words as they are."""
        collective = self._around.department is None and match.term.concepts[0] in SPENDING
        return grammar.OF_OTHERS.sub("", left) if collective else left

    def _in_closed_bracket(self, match: Match, upto: int) -> bool:
        """其他支出(对附属单位补助支出、上缴上级支出)3万元: a label among the words of a bracket that has ended."""
        between = self._text[match.end : upto]
        if between.count(")") <= between.count("("):
            return False
        start = max(self._sentence.start, match.start - 3 * grammar.REACH)
        opened = self._text.rfind("(", start, match.start)
        return opened >= 0 and opened + 1 < match.start

    def _named_before(self, match: Match, gap_start: int) -> Match:
        """“三公”经费财政拨款支出合计: the kind of spending that is named, not all spending."""
        paid_by = match.term.concepts[0] in _APPROPRIATIONS
        if match.term.concepts != ("total_expenditure",) and not paid_by:
            return match
        before = [term for term in self._sentence.terms_in(gap_start, match.start) if term.term.names_concept]
        if before and before[-1].term.concepts[0] in SPENDING:
            words = self._text[before[-1].end : match.start]
            if (grammar.THIS_YEAR if paid_by else grammar.BETWEEN_NAMES).fullmatch(words):
                return before[-1]
        return match

    def clause_of(self, gap_start: int, upto: int) -> Match | None:
        """The label of money that a clause begins with, before words that say it did not change."""
        for match in reversed(self._sentence.terms_in(gap_start, upto)):
            if match.term.names_concept and kind_of(match.term.concepts[0]) == "money":
                words = self._text[match.end : upto]
                return match if "，" in words and grammar.UNCHANGED.fullmatch(words) else None
        return None

    def subject(self, match: Match, gap_start: int) -> Subject:
        """The subject that a label makes, with the stage, budget and body that the words give it."""
        term = match.term
        stage, printed = self._stage_for(match, gap_start)
        concepts, fund = term.concepts, term.fund_scope
        last = self._flow.subject
        if term.text == "执行率" and last and last.concepts[0].startswith("procurement"):
            concepts = ("procurement_execution_rate",)
        if concepts == ("procurement_actual",) and stage in {"initial_budget", "adjusted_budget"}:
            concepts = ("procurement_budget",)
        if term.text == "财政拨款收入总计" and (
            grammar.OF_WHICH_BALANCE.match(self._text, match.end)
            or grammar.BOTH_TOTALS.match(self._text, match.end)
        ):
            self._flow.grand_funds = True
        if term.text == "财政拨款收入总计" and self._flow.grand_funds:
            concepts, fund = ("total_resources",), "fiscal_appropriation"
        if concepts[0] in _APPROPRIATIONS and self._is_spent(match):
            concepts = ("total_expenditure",)
            fund = next((found.lastgroup for found in grammar.FUND_SCOPE.finditer(term.text)), fund)
        if term.text in _GRAND and grammar.OF_WHICH_THIS_YEAR.match(self._text, match.end):
            self._flow.grand = True
        if term.text in _GRAND and (self._flow.grand or self._sums_up_balance(match)):
            concepts = (_GRAND[term.text],)
        left = self.before(match.start)
        return Subject(
            concepts,
            stage,
            term.text,
            match.start,
            function_code=term.function_code,
            economic_code=term.economic_code,
            fund_scope=fund or self._fund_scope(match),
            expenditure_scope=self._expenditure_scope(match),
            org_scope=self._org_scope(match),
            stage_printed=printed,
            is_part=self._text[match.start - 1 : match.start] == "、" and not _NUMBERED.search(left),
        )

    def _is_spent(self, match: Match) -> bool:
        """一般公共预算支出情况: 一般公共预算财政拨款年初预算18万元，…，全年支出21万元: what is spent of that budget."""
        behind = self._sentence.terms_in(match.end, match.end + 1)
        budgeted = bool(behind) and behind[0].term.stage in {"initial_budget", "adjusted_budget"}
        return budgeted and self._around.on_spending

    def _sums_up_balance(self, match: Match) -> bool:
        """年初结转32万元，本年收入3268万元，收入合计3300万元: the total of both."""
        named = {
            concept
            for term in self._sentence.terms_in(match.start - 4 * grammar.REACH, match.start)
            for concept in term.term.concepts
        }
        balance = "opening_carryover" if "收入" in match.term.text else "closing_carryover"
        return {balance, *match.term.concepts} <= named

    def _stage_for(self, match: Match, gap_start: int) -> tuple[str | None, bool]:
        """Stage printed in or beside the label (then True), else that of its whole, else of the heading."""
        if reference.concepts()[match.term.concepts[0]].nature != "flow":
            return None, False
        if match.term.text == "预算收入" and not grammar.OF_WHICH_INITIAL.match(self._text, match.end):
            return "initial_budget", True
        if match.term.stage:
            return match.term.stage, True
        nearby = self._sentence.terms_in(gap_start, match.end + grammar.REACH)
        beside = [other.term.stage for other in nearby if other.term.stage and self._near(other, match)]
        if beside:
            return self._as_whole(beside[-1], nearby, match), True
        if self._flow.whole and self._is_part(match, self._flow.whole):
            return self._flow.whole.stage, False
        other = self._flow.subject
        if (
            other
            and match.term.strength != "weak"
            and other.stage_printed
            and (*other.concepts, *match.term.concepts) in TWO_SIDES
        ):
            return other.stage, False  # 部门预算总收入12万元，总支出12万元
        before = self.before(match.start)
        if grammar.BY_BUDGET.search(before) and not grammar.SPENT_WORD.search(before):
            return "initial_budget", False
        return self._around.default_stage, False

    def _as_whole(self, stage: str, nearby: Sequence[Match], match: Match) -> str:
        """全年预算数4856万元，其中基本支出预算数1956万元: the plain 预算数 of a part is of the stage of its whole."""
        whole = self._flow.whole
        named = [other.term.text for other in nearby if other.term.stage and self._near(other, match)]
        plain = bool(named) and named[-1] in _PLAIN_BUDGET
        if not plain or whole is None or whole.stage != "adjusted_budget":
            return stage
        concepts = reference.concepts()
        beside = concepts[whole.concepts[0]].parent == concepts[match.term.concepts[0]].parent
        return whole.stage if beside or self._is_part(match, whole) else stage

    def _near(self, stage: Match, label: Match) -> bool:
        """Whether a stage word belongs to the label: in its own clause, not inside a comparison."""
        if stage.start >= label.end:
            return grammar.LEADS.fullmatch(self._text, label.end, stage.start) is not None
        if stage.term.strength == "weak":
            return grammar.LEADS.fullmatch(self._text, stage.end, label.start) is not None
        between = self._text[stage.end : label.start]
        return not re.search(r"[，。;；]", between) and not grammar.COMPARED_NUMBER.search(
            self.before(stage.start)
        )

    def _is_part(self, match: Match, whole: Subject) -> bool:
        """Whether the label is listed as part of the whole before it, in words or by what it means."""
        if match.start < self._flow.whole_end:
            return False
        if self._flow.whole_end < self._flow.unbound_end <= match.start and not self._list_goes_on(match):
            return False
        between = self._text[self._flow.whole_end : match.start]
        parts = {ancestor for concept in match.term.concepts for ancestor in reference.ancestors(concept)}
        return grammar.OF_WHICH.search(between[: 3 * grammar.REACH]) is not None or bool(
            parts & set(whole.concepts)
        )

    def _list_goes_on(self, match: Match) -> bool:
        """收入102万元，其中：财政拨款102万元，某项0万元，其他收入0万元: an unknown part of a list ends it not."""
        opened = grammar.OF_WHICH.search(self._text, self._flow.whole_end, self._flow.unbound_end)
        return opened is not None and self._text[self._flow.unbound_end : match.start] in {"，", "、", ","}

    def _fund_scope(self, match: Match) -> str | None:
        """The budget whose money an expenditure is narrowed to, in words beside its label or of its whole."""
        concept = match.term.concepts[0]
        if concept == "budget_adjustment" and self._flow.subject:
            return self._flow.subject.fund_scope  # of the same budget as the amount before it
        if concept not in _NARROWED and concept not in SPENDING:
            return None
        left = grammar.PAID_FOR.sub("", self.before(match.start)[-16:])
        if grammar.OTHER_FUNDS.search(left):
            return OTHER_FUNDS
        if concept not in _NARROWED:
            return None
        right = self._text[match.end : match.end + 12]
        for side in (left, right):
            found = list(grammar.FUND_SCOPE.finditer(side))
            touches = found and (found[-1].end() == len(side) if side is left else found[0].start() == 0)
            if touches:
                return found[-1 if side is left else 0].lastgroup
        whole = self._flow.whole or self._flow.subject
        if whole and self._is_part(match, whole):
            return self._past_funds(whole, match).fund_scope
        return self._around.fund_scope

    def _past_funds(self, whole: Subject, match: Match) -> Subject:
        """本年支出95万元，其中一般公共预算支出92万元、基金支出3万元；基本支出25万元: parts of the whole, not of the last fund."""
        above = self._flow.list_whole
        if above is None or not whole.fund_scope or above.concepts != whole.concepts:
            return whole
        between = self._text[whole.start : match.start]
        return whole if grammar.OF_WHICH.search(between) else above

    def _org_scope(self, match: Match) -> str:
        """Whose amount it is: that of the body named before it, else of the whole that it is listed below."""
        of_people = kind_of(match.term.concepts[0]) == "persons"
        if of_people and bodies.of_units(self._text, self._sentence.start, match.start):
            return bodies.SUBORDINATE
        scope = self.body_before(match.start)
        whole = self._flow.whole
        if scope == bodies.DEPARTMENT and whole and whole.org_scope != scope and self._is_part(match, whole):
            return scope if self._names_all(whole, match) else whole.org_scope
        return scope

    def _names_all(self, whole: Subject, match: Match) -> bool:
        """Whether words since the whole speak of the whole department: 局机关决算支出20万元，全系统基本支出90万元."""
        return bodies.WHOLE_AGAIN.search(self._text, whole.start, match.start) is not None

    def body_before(self, position: int) -> str:
        """Whose an amount is by the words before its label: the department's, its headquarters' or a unit's."""
        terms = self._sentence.terms_in(position - 3 * grammar.REACH, position)
        return bodies.scope_of(self._text, self._sentence.start, terms, position, self._around.department)

    def _expenditure_scope(self, match: Match) -> str | None:
        """基本支出20万元，包括工资福利支出12万元、商品和服务支出8万元: classes of the basic expenditure."""
        before = self._flow.subject
        if not match.term.economic_code or before is None:
            return None
        between = self._text[before.start : match.start]
        if "。" in between:
            return None
        if before.economic_code:
            return before.expenditure_scope
        listed = grammar.OF_WHICH.search(between[-2 * grammar.REACH :]) is not None
        return _BASIC_OR_PROJECT.get(before.concepts[0]) if listed else None

    def whole_in_sentence(self, subject: Subject) -> str | None:
        """The whole that 其中：甲…，占… means when it does not say of what."""
        whole = self._flow.list_whole
        if whole is None:
            return self._parent_of(subject)
        return whole.concepts[0] if whole.concepts[0] in reference.ancestors(subject.concepts[0]) else None

    def _parent_of(self, subject: Subject) -> str | None:
        """部门支出合计95万元。按性质分：基本支出25万元，占26%: the whole named last before, where it consists of such parts."""
        concept = subject.concepts[0]
        among = {
            term.term.concepts[0]
            for term in self._sentence.terms_in(self._sentence.start, subject.start)
            if term.term.names_concept and grammar.AMONG.match(self._text, term.end)
        }
        for above in reference.ancestors(concept):
            if above in among:
                return above  # “三公”经费支出决算中，公务接待费3万元，占69%
        whole = self._flow.total
        if whole is None or whole.stage != subject.stage or whole.fund_scope != subject.fund_scope:
            return None
        return whole.concepts[0] if whole.concepts[0] == reference.concepts()[concept].parent else None

    def in_turn(self, gap_start: int, match: Match, upto: int) -> list[Match]:
        """Labels joined before 分别 (甲和乙分别为…), in order; empty where the label stands alone."""
        if not grammar.EACH_IN_TURN.search(self._text, match.end, upto):
            return []
        joined = [match]
        for other in reversed(self._sentence.terms_in(gap_start, match.start)):
            between = self._text[other.end : joined[0].start]
            if not other.term.names_concept or not grammar.JOINED.fullmatch(between):
                break
            joined.insert(0, other)
        return joined if len(joined) > 1 else []

    def of_several_years(self, gap_start: int, match: Match, upto: int) -> bool:
        """2021年和2022年基本支出分别为…: whose year an amount is, is not said clause by clause."""
        years = [year for year in self._sentence.years_until(match.start) if year.start >= gap_start]
        return len(years) > 1 and grammar.EACH_IN_TURN.search(self._text, match.end, upto) is not None

    def before(self, position: int) -> str:
        """The words of the sentence just before a position."""
        return self._text[max(self._sentence.start, position - grammar.REACH) : position]

    def with_year(self, start: int) -> int:
        """Where the year begins that stands just before ``start``, else ``start``."""
        years = self._sentence.years_until(start)
        return years[-1].start if years and years[-1].end == start else start


def concept_in(words: str) -> str | None:
    """The first concept that some words name; a kind of spending rather than who pays for it: 财政拨款“三公”经费支出."""
    named = [match.term.concepts[0] for match in vocabulary().find(words) if match.term.names_concept]
    if named and named[0] in _APPROPRIATIONS:
        return next((concept for concept in named if concept in SPENDING), named[0])
    return named[0] if named else None


def kind_of(concept: str) -> str:
    """money, persons, percent, points, count, grade or text."""
    return reference.concepts()[concept].kind


def _fits(match: Match, number: Number) -> bool:
    """Whether the unit of a level suits the label; points may be printed bare (自评得分：95)."""
    kind = kind_of(match.term.concepts[0])
    if kind == "persons":
        return number.base_unit == "persons" or number.unit == "个"
    if match.term.concepts[0] == "reception_persons":
        return number.base_unit in {"persons", "count"}
    base = {"money": "yuan", "percent": "percent", "points": "points", "count": "count"}.get(kind)
    return base == number.base_unit


def _stated_of_another(left: str, text: str, upto: int) -> bool:
    """Whether the words around the amount at ``upto`` say that it is no amount of the department's year.

    People hired, a whole county, an amount per head, a plan, an amount misused.
    """
    before = (grammar.HIRING, grammar.OF_OTHERS, grammar.NOT_STATED)
    if any(pattern.search(left) for pattern in before):
        return True
    number = _AMOUNT.match(text, upto)
    return (
        number is not None
        and grammar.NOT_STATED_AFTER.match(text[number.end() : number.end() + 8]) is not None
    )

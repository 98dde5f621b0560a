"""Finds the label a number belongs to, and makes the subject that the label names.

Belongs here: the way from a number back to its label, names that mean another concept where they stand.
Does not belong here: lists, stages and bodies (``labels_of_*``), what kind of statement a number is (``clauses``).
"""

from __future__ import annotations

import re

from extraction.concepts import APPROPRIATIONS, SPENDING, kind_of
from extraction.prose import bodies
from extraction.prose.doubts import STAGE_BY_COMPARISON, STAGE_DENIED, STAGE_GUESSED, STAGE_OF_KIND
from extraction.prose.kinds_of_procurement import PROCURED, kind_named
from extraction.prose.labels_of_scope import ScopeLabels
from extraction.prose.ownership_of_names import names_something_else
from extraction.prose.subjects import Subject
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_funds, words_of_others, words_of_parts

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
#: 1、收入: the comma of a numbering joins no parts.
_NUMBERED = re.compile(r"(?:^|[。；;:])\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})、$")
_AMOUNT = re.compile(r"[\d.,]+(?:亿元|万元|元|万)?")


class Labels(ScopeLabels):
    """The labels of one sentence."""

    def nearest(self, number: Number, gap_start: int, upto: int, of_any_kind: bool = False) -> Match | None:
        """The nearest label of the number's kind between ``gap_start`` and ``upto`` whose words lead on."""
        for match in reversed(self._sentence.terms_in(gap_start, upto)):
            if match.end > upto or not match.term.names_concept:
                continue
            if self._in_closed_bracket(match, upto):
                continue
            left = self.before(match.start)
            if match.term.strength == "weak" and not self._begins_clause(left):
                continue  # part of a longer word that the vocabulary does not know
            if not of_any_kind and not (_fits(match, number) and self._counts_posts(match, number)):
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
                and not (
                    match.term.concepts[0].startswith("staff_")
                    and words_of_others.STAFF_OF_A_UNIT.search(left)
                )
                else None
            )
        return None

    def _counts_posts(self, match: Match, number: Number) -> bool:
        """事业编制16个; not 编制16个绩效指标, which were drawn up."""
        if number.unit != "个" or kind_of(match.term.concepts[0]) != "persons":
            return True
        return self._text[number.end : number.end + 1] in grammar.CLAUSE_MARKS | {"、", "("}

    def _begins_clause(self, left: str) -> bool:
        """Whether a weak label stands where a clause begins, also behind the department's own name: 县城管局支出."""
        if grammar.WEAK_LEFT.search(left):
            return True
        own = bodies.without_own_name(left, self._around.department)
        return own != left and own.endswith("本部门")

    def _of_whole_place(self, match: Match, left: str) -> str:
        """全县“三公”经费支出: in a statement that no department gives, its own; else the words as they are."""
        collective = self._around.department is None and match.term.concepts[0] in SPENDING
        return words_of_others.OF_OTHERS.sub("", left) if collective else left

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
        if outer := self._glossed(match):
            return outer
        paid_by = match.term.concepts[0] in APPROPRIATIONS
        if match.term.concepts != ("total_expenditure",) and not paid_by:
            return match
        before = [term for term in self._sentence.terms_in(gap_start, match.start) if term.term.names_concept]
        if before and before[-1].term.concepts[0] in SPENDING:
            words = self._text[before[-1].end : match.start]
            if (grammar.THIS_YEAR if paid_by else grammar.BETWEEN_NAMES).fullmatch(words):
                return before[-1]
        return match

    def _glossed(self, match: Match) -> Match | None:
        """工资福利支出(人员支出)326万元: of the class, which the words in brackets only explain."""
        if self._text[match.start - 1 : match.start] != "(" or self._text[match.end : match.end + 1] != ")":
            return None
        reach = match.start - 2 * grammar.REACH
        before = [term for term in self._sentence.terms_in(reach, match.start) if term.end == match.start - 1]
        return next((term for term in before if term.term.economic_code), None)

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
        if concepts[0] in PROCURED and (kind := kind_named(self._text, self._sentence.start, match.start)):
            concepts = (kind,)
        if term.text == "财政拨款收入总计" and (
            words_of_parts.OF_WHICH_BALANCE.match(self._text, match.end)
            or words_of_parts.BOTH_TOTALS.match(self._text, match.end)
        ):
            self._flow.grand_funds = True
        if term.text == "财政拨款收入总计" and self._flow.grand_funds:
            concepts, fund = ("total_resources",), "fiscal_appropriation"
        if concepts[0] in APPROPRIATIONS and self._is_spent(match):
            concepts = ("total_expenditure",)
            fund = next((found.lastgroup for found in words_of_funds.FUND_SCOPE.finditer(term.text)), fund)
        if term.text in _GRAND and words_of_parts.OF_WHICH_THIS_YEAR.match(self._text, match.end):
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
            note=self._note_on_stage(match, gap_start, printed),
            is_part=self._text[match.start - 1 : match.start] == "、" and not _NUMBERED.search(left),
        )

    def _is_stage_open(self, match: Match) -> bool:
        """Whether the stage is only what documents of this kind usually report."""
        of_later_year = (self._flow.year or 0) > (self._around.fiscal_year or 9999)
        if not (self._around.stage_open or of_later_year) or kind_of(match.term.concepts[0]) != "money":
            return False
        return self._flow.whole is None or not self._is_part(match, self._flow.whole)

    def _of_accounts(self) -> bool:
        """Whether the document says that it gives what was spent."""
        return self._around.default_stage == "final_account" and not self._around.kind_unknown

    def _is_only_measured(self, match: Match, gap_start: int) -> bool:
        """Whether no word but the comparison with the budget of the year before says that an amount is a budget."""
        nearby = self._sentence.terms_in(gap_start, match.end + grammar.REACH)
        staged = any(other.term.stage for other in nearby if self._near(other, match))
        return not staged and not match.term.stage and self.is_measured_by_prior_budget(match)

    def _note_on_stage(self, match: Match, gap_start: int, printed: bool) -> str | None:
        if printed:
            if self._of_accounts() and self._is_only_measured(match, gap_start):
                return STAGE_BY_COMPARISON
            return STAGE_DENIED if self.is_slip(match, gap_start) else None
        if not self._is_stage_open(match):
            return None
        return STAGE_GUESSED if self._around.kind_unknown else STAGE_OF_KIND

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
    before = (words_of_others.HIRING, words_of_others.OF_OTHERS, words_of_others.NOT_STATED)
    if any(pattern.search(left) for pattern in before):
        return True
    number = _AMOUNT.match(text, upto)
    return (
        number is not None
        and words_of_others.NOT_STATED_AFTER.match(text[number.end() : number.end() + 8]) is not None
    )

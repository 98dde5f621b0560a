"""Paragraphs that open with an amount of the whole department, and go on with it.

Belongs here: whether words before a stage open such a paragraph, turn to its other side, come to its adjusted budget.
Does not belong here: amounts of a subject named before (``clauses_of_stage``).
"""

from __future__ import annotations

from extraction.concepts import TOPICS, kind_of
from extraction.prose.clauses_of_change import ChangeClauses
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_change, words_of_parts, words_of_stage

_OF_SPENDING = {"支出决算", "支出决算数", "支出预算", "支出预算数"}
_INCOME = {"total_revenue", "total_resources"}
#: Headings below which a budget without a name may be of all spending.
_ON_ALL = ((), ("total_expenditure",), ("total_revenue", "total_expenditure"))
_CLAUSE_JOINED = {"，", ",", "；", ";", "、"}
#: What a heading names so that 年初预算 below it needs no name of its own.
_NAMED_BY_HEADING = TOPICS | {"basic_expenditure", "project_expenditure"}


class OpeningClauses(ChangeClauses):
    """Clauses that begin to speak of the whole department."""

    def _opens_with_people(self, number: Number, gap_start: int, before: str) -> bool:
        """年初预算数98万元（其中人员经费68万元…）: opening a paragraph, of a whole body, because its people are paid of it."""
        opens = (
            gap_start == self._sentence.start
            and self._around.whole == "total_expenditure"
            and not (self._around.item or self._flow.item or self._around.heading_concepts)
            and self._nothing_before()
            and words_of_parts.WITH_PEOPLE.match(self._text, number.start) is not None
            and grammar.OPENING.match(before) is not None
            and "机关" not in before
        )
        self._flow.opened = self._flow.opened or opens
        return opens

    def _is_after_adjustment(self, gap_start: int, before: str) -> bool:
        """执行中追加预算42万元，全年预算数74万元: of the department, where the sentence began with its adjustment."""
        if self._flow.subject or self._flow.first or not grammar.SAME_SUBJECT.fullmatch(before):
            return False
        if self._around.item or self._flow.item or not (self._flow.named or self._flow.opened):
            return False
        said = self._sentence.terms_in(self._sentence.start, gap_start)
        adjusted = any("budget_adjustment" in term.term.concepts for term in said)
        if adjusted or not self._flow.opened:
            return adjusted
        return words_of_change.WITHIN_YEAR.match(self._text, self._sentence.start) is not None

    def _spends_later(self, number: Number, gap_start: int, before: str) -> bool:
        """全年收入3862万元。年初预算数3420万元，决算支出3790万元: the sentence goes on to all spending by its name."""
        if gap_start != self._sentence.start:
            return False
        alone = self._flow.total is None
        if alone and self._around.whole != "total_expenditure":
            return False
        if alone and not (self._nothing_before() and self._around.heading_concepts in _ON_ALL):
            return False
        if self._flow.item or self._around.item:
            return False
        if set(self._around.heading_concepts) & TOPICS or not grammar.OPENING.match(before):
            return False
        later = self._sentence.terms_in(number.end, number.end + 2 * grammar.REACH)
        named = next((term for term in later if term.term.names_concept), None)
        if named is None or named.term.concepts != ("total_expenditure",):
            return False
        if alone:
            if self._labels.body_before(named.start) != "department" or "机关" in before:
                return False
            return named.term.text in {"全年实际支出", "全年支出", "总支出"}
        return named.term.strength != "weak" or self._labels.before(named.start).endswith("，决算")

    def _opened_with(self, number: Number, stage: str) -> tuple[str, ...]:
        """What an amount is of that opens a paragraph: what the heading names, else what the report is on."""
        sides = {"total_revenue", "total_expenditure"}
        if stage.startswith("支出") and sides <= set(self._around.heading_concepts):
            return ("total_expenditure",)  # 收入支出预决算对比
        if words_of_parts.WITH_BASIC_PART.match(self._text, number.start):
            return ("total_expenditure",)
        named = tuple(c for c in self._around.heading_concepts if kind_of(c) == "money")
        return named or (self._around.whole,)

    def _is_other_side(self, stage: Match, before: str, gap_start: int) -> bool:
        """2021年收入决算26435.78万元。支出决算26398.46万元: spending, after a sentence or a clause on income."""
        if stage.term.text not in _OF_SPENDING:
            return False
        if self._flow.income and gap_start == self._sentence.start:
            return grammar.OPENING.match(before) is not None
        subject = self._flow.subject
        return (
            subject is not None
            and subject.concepts[0] in _INCOME
            and subject.stage == stage.term.stage
            and before in _CLAUSE_JOINED
        )

    def _opens_or_goes_on(self, before: str, stage: str) -> bool:
        """2022年年初预算4856万元，其中：…。全年预算调整为5632万元: the sentence of a paragraph that began with all spending."""
        if self._around.whole == "total_expenditure" and (self._around.item or self._flow.item):
            return False  # below the name of an item: 信访救助项目
        if self._opens_report(before, stage) and self._nothing_before():
            self._flow.opened = True
            return True
        goes_on = self._flow.opened or self._flow.previous == (self._around.whole,)
        return goes_on and grammar.OPENING.match(before) is not None

    def _nothing_before(self) -> bool:
        """Whether the paragraph has spoken of no concept and no other amount yet."""
        return not self._flow.named and self._flow.unbound_end < 0

    def _opens_report(self, before: str, stage: str) -> bool:
        """Whether the words up to a stage open a paragraph on the whole department: 2022年, 本部门, 年初部门预算."""
        on_one = self._around.heading_concepts
        named = len(on_one) == 1 and on_one[0] in _NAMED_BY_HEADING
        said = (
            self._around.on_whole
            or self._flow.on_whole
            or named
            or words_of_stage.WHOLE_DEPARTMENT.search(before + stage)
        )
        return bool(grammar.OPENING.match(before)) and bool(said)

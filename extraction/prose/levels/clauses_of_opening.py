"""Paragraphs that open with an amount of the whole department, and go on with it.

Belongs here: whether words before a stage open such a paragraph, turn to its other side, come to its adjusted budget.
Does not belong here: amounts of a subject named before (``clauses_of_stage``).
"""

from __future__ import annotations

import re

from extraction.concepts import TOPICS, WHOLE_INCOME, kind_of
from extraction.prose.names.labels_of_scope import body_before
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_change, words_of_parts, words_of_stage

_ADJUSTED_SPENDING = {"支出全年预算", "支出全年预算数", "支出调整预算", "支出调整预算数"}
_OF_SPENDING = {"支出决算", "支出决算数", "支出预算", "支出预算数", *_ADJUSTED_SPENDING}
#: Headings below which a budget without a name may be of all spending.
_ON_ALL = ((), ("total_expenditure",), ("total_revenue", "total_expenditure"))
#: ；2019年度: before 支出决算, behind what came in.
_JOINED_WITH_YEAR = re.compile(r"[，,；;、](?:(?:19|20)\d\d年度?|本年度?|全年)?")
#: What a heading names so that 年初预算 below it needs no name of its own.
_NAMED_BY_HEADING = TOPICS | {"basic_expenditure", "project_expenditure"}


class Openings:
    """Clauses that begin to speak of the whole department."""

    def __init__(self, now: State) -> None:
        self._now = now

    def with_people(self, number: Number, gap_start: int, before: str) -> bool:
        """年初预算数98万元（其中人员经费68万元…）: opening a paragraph, of a whole body, because its people are paid of it."""
        now = self._now
        opens = (
            gap_start == now.sentence.start
            and now.around.whole == "total_expenditure"
            and not (now.around.item or now.flow.item or self._announced())
            and self._nothing_before()
            and words_of_parts.WITH_PEOPLE.match(now.text, number.start) is not None
            and grammar.OPENING.match(before) is not None
            and "机关" not in before
        )
        now.flow.opened = now.flow.opened or opens
        return opens

    def are_after_adjustment(self, gap_start: int, before: str) -> bool:
        """执行中追加预算42万元，全年预算数74万元: of the department, where the sentence began with its adjustment."""
        now = self._now
        if gap_start == now.sentence.start and words_of_change.WITHIN_YEAR.match(before):
            before = before[before.rfind("，") :]  # 执行中上级下达补助资金等，全年预算数74万元
        if now.flow.subject or now.flow.first or not grammar.SAME_SUBJECT.fullmatch(before):
            return False
        if now.around.item or now.flow.item:
            return False
        within_year = words_of_change.WITHIN_YEAR.match(now.text, now.sentence.start) is not None
        leads = now.flow.opened or (now.flow.on_whole and self._leads_with_adjustment())
        said = now.sentence.terms_in(now.sentence.start, gap_start)
        if any("budget_adjustment" in term.term.concepts for term in said):
            return leads or now.flow.named or (within_year and not now.sentence.start)
        return leads and within_year

    def _leads_with_adjustment(self) -> bool:
        """2.预算调整。年内收到上级补助61万元，预算调整为223万元: the first sentence says that the paragraph is on it."""
        now = self._now
        return words_of_change.LEAD_ON_ADJUSTMENT.match(now.text, 0, now.sentence.start) is not None

    def spend_later(self, number: Number, gap_start: int, before: str) -> bool:
        """全年收入3862万元。年初预算数3420万元，决算支出3790万元: the sentence goes on to all spending by its name."""
        now = self._now
        if gap_start != now.sentence.start:
            return False
        alone = now.flow.total is None
        if alone and now.around.whole != "total_expenditure":
            return False
        if alone and not (self._nothing_before() and self._announced() in _ON_ALL):
            return False
        if now.flow.item or now.around.item:
            return False
        if set(self._announced()) & TOPICS or not grammar.OPENING.match(before):
            return False
        later = now.sentence.terms_in(number.end, number.end + 2 * grammar.REACH)
        named = next((term for term in later if term.term.names_concept), None)
        if named is None or named.term.concepts != ("total_expenditure",):
            return False
        if alone:
            if body_before(now, named.start) != "department" or "机关" in before:
                return False
            return named.term.text in {"全年实际支出", "全年支出", "总支出"}
        return named.term.strength != "weak" or now.before(named.start).endswith("，决算")

    def concepts(self, number: Number, stage: str) -> tuple[str, ...]:
        """What an amount is of that opens a paragraph: what the heading names, else what the report is on."""
        now = self._now
        sides = {"total_revenue", "total_expenditure"}
        announced = self._announced()
        if sides <= set(announced) and (words_of_stage.SPENDS.search(stage) or self._has_people(number)):
            return ("total_expenditure",)  # 收入支出预决算对比
        if words_of_parts.WITH_BASIC_PART.match(now.text, number.start):
            return ("total_expenditure",)
        named = tuple(c for c in announced if kind_of(c) == "money")
        return named or (now.around.whole,)

    def _has_people(self, number: Number) -> bool:
        """部门预算310万元，包括人员支出178万元: parts that only spending has."""
        return words_of_parts.WITH_PEOPLE.match(self._now.text, number.start) is not None

    def _gives_stages(self, behind: int) -> bool:
        """年初预算3164万元，调整预算数3482万元: stages one behind the other, below no name but such as any report has."""
        now = self._now
        lead = now.text[: now.sentence.start]
        return (
            now.around.whole == "total_expenditure"
            and now.around.general
            and not now.flow.narrowed
            and (not lead or words_of_stage.GENERAL_HEADING.fullmatch(lead) is not None)
            and any(
                words.match(now.text, behind)
                for words in (words_of_stage.OTHER_STAGE, words_of_stage.GROWING)
            )
        )

    def _leads_with_nothing(self) -> bool:
        """（三）具体情况。年初预算64万元，决算60万元: no name stands before the stage, nor on the line above."""
        now = self._now
        lead = now.text[: now.sentence.start]
        if now.around.whole != "total_expenditure" or now.flow.narrowed or now.flow.named:
            return False
        return words_of_stage.GENERAL_HEADING.fullmatch(lead) is not None

    def _announced(self) -> tuple[str, ...]:
        """What the lead of the paragraph, else its heading, is on."""
        return self._now.flow.topic or self._now.around.heading_concepts

    def turn_to_spending(self, stage: Match, before: str, gap_start: int) -> bool:
        """2021年收入决算26435.78万元。支出决算26398.46万元: spending, after a sentence or a clause on income."""
        now = self._now
        if stage.term.text not in _OF_SPENDING:
            return False
        if gap_start == now.sentence.start:
            if self._was_added_to(stage):
                return True
            if now.flow.income:
                return grammar.OPENING.match(before) is not None
        subject = now.flow.subject
        return (
            subject is not None
            and subject.concepts[0] in WHOLE_INCOME
            and (subject.stage == stage.term.stage or now.around.whole == "total_expenditure")
            and _JOINED_WITH_YEAR.fullmatch(before) is not None
        )

    def _was_added_to(self, stage: Match) -> bool:
        """年中因应急需要追加后，支出全年预算数: the budget of the department, where the paragraph is on no item."""
        now = self._now
        if stage.term.text not in _ADJUSTED_SPENDING or now.flow.item or now.around.item:
            return False
        return words_of_change.WITHIN_YEAR.match(now.text, now.sentence.start, stage.start) is not None

    def have_parts(self, stage: Match, before: str, gap_start: int) -> bool:
        """部门预算拨款395万元，其中：年初部门预算351万元; 年初结转11万元，年初预算786万元: of the whole, behind what it is part of or beside."""
        now = self._now
        if now.around.whole != "total_expenditure" or now.around.item or now.flow.item or now.flow.on_part:
            return False
        if now.around.heading_concepts or now.flow.topic or not stage.term.text.startswith("年初"):
            return False
        said = now.text[now.sentence.start : stage.end]
        first = now.flow.first
        if first is not None and first.concepts == ("opening_carryover",):
            joined = grammar.SAME_SUBJECT.fullmatch(before) is not None
            led = now.text[first.start - 1 : first.start] == ":"  # 我局预算指标来源如下：上年结转…
            return joined and (led or first.start - now.sentence.start <= grammar.REACH // 4)
        parts = first is None and grammar.OF_WHICH.search(before) is not None
        return (
            parts and words_of_stage.SURELY_WHOLE.search(said[: gap_start - now.sentence.start]) is not None
        )

    def open_or_go_on(self, before: str, stage: str, behind: int) -> bool:
        """2022年年初预算4856万元，其中：…。全年预算调整为5632万元: the sentence of a paragraph that began with all spending.

        ``behind`` is where the amount begins.
        """
        now = self._now
        if now.around.whole == "total_expenditure" and (now.around.item or now.flow.item or now.flow.on_part):
            return False  # below the name of an item: 信访救助项目
        if self._opens_report(before, stage, behind) and self._nothing_before(before + stage):
            now.flow.opened = True
            return True
        if now.around.on_whole and stage.startswith("调整后") and grammar.OPENING.match(before):
            return True  # 2.预算调整。共追加62万元。调整后预算503万元: below such a heading it can be of nothing else
        goes_on = now.flow.opened or now.flow.previous == (now.around.whole,)
        return goes_on and grammar.OPENING.match(before) is not None

    def _nothing_before(self, said: str = "") -> bool:
        """Whether the paragraph has spoken of no concept and no other amount yet, or turns to the whole by its name.

        财政安排居民医保补助资金23650万元。本部门年初预算812万元: the sentence before is of something else.
        """
        now = self._now
        if now.flow.named:
            return False
        return now.flow.unbound_end < 0 or words_of_stage.SURELY_WHOLE.search(said) is not None

    def _opens_report(self, before: str, stage: str, behind: int) -> bool:
        """Whether the words up to a stage open a paragraph on the whole department: 2022年, 本部门, 年初部门预算."""
        now = self._now
        on_one = self._announced()
        named = len(on_one) == 1 and on_one[0] in _NAMED_BY_HEADING
        said = (
            now.around.on_whole
            or now.flow.on_whole
            or named
            or words_of_stage.WHOLE_DEPARTMENT.search(before + stage)
            or self._gives_stages(behind)
            or (on_one == ("total_expenditure",) and self._leads_with_nothing())
        )
        return bool(grammar.OPENING.match(before)) and bool(said)

"""Additions to a budget within the year: 年中追加20万元.

Belongs here: whether the words for a change are such an addition, and what is doubtful of it.
Does not belong here: changes against another stage or year (``clauses_of_change``), the budget after them (``clauses_of_opening``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction import reference
from extraction.concepts import TOPICS
from extraction.doubt import UNCERTAIN
from extraction.model import Figure
from extraction.prose.names.labels import Labels
from extraction.prose.sentence.doubts import BUDGET_OF_FORMULA, TO_PART
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_change

#: Wholes to whose budget more may be added.
_BUDGETED = {"total_expenditure", "total_revenue", "total_resources", "fiscal_appropriation_revenue"}


def _is_narrower(concept: str) -> bool:
    """Whether a concept is a part of what a department is given or spends."""
    about = reference.concepts()[concept]
    return (
        about.kind == "money" and about.nature == "flow" and concept not in {*_BUDGETED, "budget_adjustment"}
    )


class Additions:
    """Clauses that add to a budget."""

    def __init__(self, now: State, labels: Labels, stating: Stating) -> None:
        self._now, self._labels, self._stating = now, labels, stating

    def are_named(self, number: Number, gap_start: int) -> bool:
        """年中追加20万元: the words for a change are themselves the name of an amount."""
        now = self._now
        label = self._labels.nearest(number, gap_start, number.start)
        return (
            label is not None and words_of_change.CHANGE.search(now.text, label.start, label.end) is not None
        )

    def are_within_year(self, number: Number, gap: str) -> bool:
        """年初预算2864万元，其中项目支出852万元；年中因增资追加196万元: to the budget that the sentence began with."""
        now = self._now
        first = now.flow.first
        whole = now.around.whole == "total_expenditure" and not (now.flow.item or now.around.item)
        if whole and words_of_change.ADDED_FIRST.fullmatch(now.text, now.sentence.start, number.start):
            now.flow.opened = True  # 2.预算调整：追加12万元，调整后预算27万元
            return number.base_unit == "yuan"
        return (
            first is not None
            and first.concepts[0] in _BUDGETED
            and first.stage == "initial_budget"
            and not first.fund_scope
            and number.base_unit == "yuan"
            and now.around.whole == "total_expenditure"
            and words_of_change.ADDED_WITHIN_YEAR.search(gap) is not None
        )

    def within_year(self, number: Number, gap: str) -> Iterator[Figure]:
        """年中因增资追加196万元: an adjustment, quoted from the words for it."""
        start = number.start - len(gap.lstrip("，；;)"))
        added = Subject(("budget_adjustment",), "adjusted_budget", "追加", start)
        yield from self._stating.emit(number, added, start)

    def add_to_whole(self, subject: Subject, number: Number, change: re.Match[str]) -> bool:
        """年初预算1986万元，上级追加313万元: what was added to the budget of the whole."""
        now = self._now
        return (
            change.group().startswith(("追加", "调增"))
            and number.base_unit == "yuan"
            and now.around.whole == "total_expenditure"
            and subject.concepts[0] in _BUDGETED
            and (now.flow.subject or subject).stage in {"initial_budget", "adjusted_budget"}
        )

    def cut_whole(self, subject: Subject, number: Number, gap: str) -> bool:
        """年初预算1986万元，因压减支出调减96万元: cut from the budget of the whole, which did not change by that alone."""
        return (
            words_of_change.CUT_FROM_BUDGET.search(gap) is not None
            and words_of_change.last_comparison(gap) is None
            and number.base_unit == "yuan"
            and subject.concepts[0] in _BUDGETED
            and subject.stage in {"initial_budget", "adjusted_budget"}
        )

    def doubted(self, figure: Figure, number: Number) -> Figure:
        """年中追加189万元，核减5万元; 项目支出年中追加189万元: not all that the budget was changed by, so no rule reckons with it."""
        now = self._now
        if self._is_plain_budget_of_formula(figure, number):
            return replace(figure, confidence=UNCERTAIN, note=BUDGET_OF_FORMULA)
        if figure.concept != "budget_adjustment" or figure.measure != "level":
            return figure
        if self._is_to_part(number):
            return replace(figure, confidence=UNCERTAIN, note=TO_PART)
        begins = max(now.sentence.start, number.start - 5 * grammar.REACH)
        ends = min(now.sentence.end, number.end + 5 * grammar.REACH)
        if not words_of_change.CUT_AS_WELL.search(now.text, begins, ends):
            return figure
        return replace(figure, confidence=UNCERTAIN, note="something was cut from the budget as well")

    def _is_to_part(self, number: Number) -> bool:
        """项目支出年初预算9万元，年中追加2万元; 该专项年中追加2万元: whether the sentence speaks of less than the whole."""
        now = self._now
        if now.around.whole != "total_expenditure":
            return False
        if words_of_change.TO_PART.search(now.before(number.start)):
            return True
        last, whole = now.flow.subject, now.flow.list_whole
        if last is None:
            of = now.flow.topic
        elif number.start < last.start or (whole and whole.concepts[0] in _BUDGETED):
            return False
        else:
            of = last.concepts
        led = now.flow.on_part and now.sentence.start > 0  # （二）水利专项使用情况。年中追加2万元
        return led or (bool(of) and all(_is_narrower(one) for one in of))

    def _is_plain_budget_of_formula(self, figure: Figure, number: Number) -> bool:
        """控制率=实际支出25万元/预算26万元: a budget that is an operand, and neither called 年初预算 nor 全年预算."""
        if figure.stage != "initial_budget" or figure.base_unit != "yuan" or "年初" in figure.quote:
            return False
        text = self._now.text
        before = text[max(self._now.sentence.start, number.start - grammar.REACH // 2) : number.start]
        return text[number.end : number.end + 1] in {"=", "÷", "/"} or "÷" in before or "/" in before

    def are_to_one_budget(self, subject: Subject, gap: str) -> bool:
        """公务接待费年初预算3万元，追加1万元: no change against anything, and not what the department's budget was adjusted by."""
        budget = subject.stage == "initial_budget" and subject.concepts[0] in TOPICS
        return budget and words_of_change.OF_BUDGETS_ALONE.search(gap) is not None

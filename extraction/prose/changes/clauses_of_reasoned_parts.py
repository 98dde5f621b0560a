"""Changes of parts, told as the reason why their whole changed: 较上年减少134万元，主要是基本支出增加147万元，项目支出减少281万元.

Belongs here: which amounts inside a reason are such changes; they are of the year, the stage and the body of their whole.
Does not belong here: where a reason begins and ends (``clauses_of_reasons``), changes outside of reasons (``clauses_of_change``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction import reference
from extraction.concepts import BALANCES, TOPICS, WHOLE_INCOME
from extraction.model import Figure
from extraction.prose.changes.clauses_of_change import Changes
from extraction.prose.names.labels import Labels
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import words_of_change, words_of_sources

#: Names that single grants and projects go by as well, and what is left at the end of a year.
_OF_ITEMS = {
    *("earmarked_fund_expenditure", "key_project_expenditure", "project_item", "other_revenue"),
    *("local_level_funds", "upper_level_funds", "agency_operating_cost"),
} | (BALANCES - {"opening_carryover"})
#: What “三公” expenses are parts of; in the reason of other spending they may be of a project.
_EXPENSES = {"three_public_total", "official_vehicle"}


class ReasonedParts:
    """Changes of parts in the reason for the change of their whole."""

    def __init__(self, now: State, labels: Labels, changes: Changes) -> None:
        self._now, self._labels, self._changes = now, labels, changes

    def figures(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """The change of a part that begins its clause, and the rate right behind it."""
        now = self._now
        part = now.said.reasoned
        if number.base_unit == "percent":
            if part and part[0] == gap_start and words_of_change.SAME_COMPARISON.fullmatch(gap):
                yield from self._changes.signed(number, *part[1:], gap_start)
            return
        whole = now.flow.changed_of
        change = words_of_change.CHANGE.search(gap) if whole and number.base_unit == "yuan" else None
        if whole is None or change is None or change["open"] or number.value < 0:
            return
        if words_of_change.OF_BUDGETS_ALONE.search(gap) or (whole[0].year or 9999) < (
            now.around.fiscal_year or 0
        ):
            return
        compared = words_of_change.last_comparison(gap)
        if compared and words_of_change.of_distant_year(compared.group(), whole[0].year):
            return
        begins = gap_start + (compared or change).start()
        subject = self._part(number, gap_start, begins, whole[0])
        if subject is None:
            return
        falls = change["down"] is not None
        yield from self._changes.signed(number, subject, falls, whole[1], subject.start)
        now.flow.changed_of = whole
        now.said.reasoned = (number.end, subject, falls, whole[1])

    def _part(self, number: Number, gap_start: int, begins: int, whole: Subject) -> Subject | None:
        """What changed inside the reason, as part of its whole: by its label, or a budget of the income by its short name."""
        if label := self._named(number, gap_start, begins):
            (concept, *_), name, start = label.term.concepts, label.term.text, label.start
        elif budget := words_of_sources.budget_changed(self._now.text[gap_start:begins]):
            (concept, name), start = budget, begins - len(budget[1])
        else:
            return None
        if not self._is_part(concept, label.term.stage if label else None, whole):
            return None
        return replace(
            whole,
            concepts=label.term.concepts if label else (concept,),
            label=name,
            stage=whole.stage if reference.concepts()[concept].nature == "flow" else None,
            start=start,
            function_code=label.term.function_code if label else None,
            economic_code=label.term.economic_code if label else None,
            is_part=False,
        )

    def are_stated(self, number: Number, gap_start: int) -> bool:
        """原因：1.基本支出32万元，增加2万元: a part with its amount and its change, which is no reason any more."""
        whole = self._now.flow.changed_of
        if whole is None or not words_of_change.CHANGES_BEHIND.match(self._now.text, number.end):
            return False
        label = self._named(number, gap_start, number.start)
        return label is not None and self._is_part(label.term.concepts[0], label.term.stage, whole[0])

    def _named(self, number: Number, gap_start: int, upto: int) -> Match | None:
        """The label that a clause of the reason begins with; what others are named leaves the subject as it was."""
        flow = self._now.flow
        before = flow.subject, flow.money, flow.of_another
        label = self._labels.nearest(number, gap_start, upto, of_any_kind=True)
        flow.subject, flow.money, flow.of_another = before
        if label is None or self._now.sentence.years_until(upto, gap_start):
            return None
        clause = self._now.text[gap_start : label.start]
        return label if words_of_change.BEGINS_IN_REASON.search(clause) else None

    def _is_part(self, concept: str, stage: str | None, whole: Subject) -> bool:
        """Whether what changed is a part of what the reason is for, at no other stage."""
        if concept in _OF_ITEMS or (stage and stage != whole.stage):
            return False
        if concept in TOPICS and not set(whole.concepts) & _EXPENSES:
            return False
        if concept == "opening_carryover" and whole.concepts[0] in WHOLE_INCOME:
            return True  # 收入预算增加41万元，主要是…，上年结转增加8万元
        return not whole.function_code and bool(set(whole.concepts) & set(reference.ancestors(concept)))

"""Amounts without a name, by what their unit says they may be.

Belongs here: points that sum up others, money left and carried on; to which clauses other units lead.
Does not belong here: those clauses themselves (``clauses_of_stage``, ``clauses_of_counts``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction.concepts import ALL_INCOME
from extraction.model import Figure
from extraction.prose.levels.clauses_below_headings import BelowHeadings
from extraction.prose.levels.clauses_of_counts import Counts
from extraction.prose.levels.clauses_of_heads import Heads
from extraction.prose.levels.clauses_of_parts import Parts
from extraction.prose.levels.clauses_of_stage import Stages
from extraction.prose.owners.countedbodies import counted_bodies
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.words import words_of_parts, words_of_score

#: How far before a sum of points its parts are looked for.
_FAR = 600


class Units:
    """Clauses that only a unit tells of."""

    def __init__(
        self,
        now: State,
        stating: Stating,
        stages: Stages,
        counts: Counts,
        heads: Heads,
        parts: Parts,
        below: BelowHeadings,
    ) -> None:
        self._now = now
        self._stating = stating
        self._stages = stages
        self._counts = counts
        self._heads = heads
        self._parts = parts
        self._below = below

    def level(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """A level without a name, by what its unit says it may be."""
        now = self._now
        if number.unit == "分":
            yield from self._points(number, gap_start)
        elif number.base_unit == "yuan":
            stated = list(self._stages.alone(number, gap_start))
            yield from stated
            if stated and now.flow.subject:
                yield from self._parts.all_of(number, now.flow.subject)
            if not stated and (headed := self._below.subject(number, gap_start)):
                yield from self._stating.emit(number, headed, headed.start)
                now.flow.remember(headed, number.end)
                yield from self._parts.all_of(number, headed)
            elif not stated and self._is_carried_on(number, gap_start):
                yield from self._stating.emit(
                    number, Subject(("closing_carryover",), None, "结转下年", number.end), gap_start
                )
        elif counted := self._counts.without_name(number, gap_start):
            yield from self._stating.emit(number, counted, counted.start)
        elif counted := self._heads.without_name(number, gap_start):
            yield from self._stating.emit(number, counted, counted.start)
            now.flow.remember(counted, number.end)
        elif number.canonical_unit in {"批次", "人次"} or number.base_unit == "persons":
            yield from self._counts.reception(number, gap_start)
        elif number.canonical_unit in {"个", "家"} and (bodies := counted_bodies(now, number)):
            yield from self._stating.emit(
                number, Subject((bodies,), None, bodies, number.start), number.start
            )

    def _points(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """Points that sum up others, stand in brackets behind their grade, or are those of a review."""
        now = self._now
        gap = now.text[gap_start : number.start]
        start = gap_start + len(gap) - len(gap.lstrip("，、；;)"))
        told = words_of_score.BEHIND_GRADE, words_of_score.AS_CONCLUDED
        if self._sum_of_points(number, gap_start) or any(
            words.search(now.before(number.start)) for words in told
        ):
            subject = Subject(("self_evaluation_score",), None, "合计", start)
        elif words_of_score.AS_REVIEWED.search(gap) or words_of_score.AS_SETTLED.search(gap):
            subject = Subject(("review_score",), None, "复核", start)
        else:
            return
        yield from self._stating.emit(number, subject, start)

    def _is_carried_on(self, number: Number, gap_start: int) -> bool:
        """支出2398万元，剩余46万元结转下年: left of the department's money, where the sentence began with all of it."""
        now = self._now
        first = now.flow.first
        return (
            first is not None
            and first.concepts[0] in {*ALL_INCOME, "total_expenditure", now.around.whole}
            and not (first.fund_scope or now.flow.item or now.around.item)
            and words_of_parts.CARRIED_ON.match(now.text, number.end) is not None
            and words_of_parts.WHAT_IS_LEFT.fullmatch(now.text, gap_start, number.start) is not None
        )

    def _sum_of_points(self, number: Number, gap_start: int) -> bool:
        """合计98.3分, 得分为18+40+38=96分: where the points named before in the sentence add up to it."""
        now = self._now
        if now.text[number.start - 1 : number.start] == "=":
            begins = max(now.sentence.start, number.start - _FAR)
            formula = words_of_score.SUM_FORMULA.search(now.text, begins, number.start)
            if formula:
                added = words_of_score.ADDEND.findall(formula["sum"])
                return len(added) > 1 and sum(map(Decimal, added)) == number.value
        if not words_of_score.SUM_OF_POINTS.fullmatch(now.text, gap_start, number.start):
            return False
        since = max(0, number.start - _FAR)
        above = [Decimal(one[1]) for one in words_of_score.REACHED.finditer(now.text, since, number.start)]
        begins = max(since, now.sentence.start)
        parts = [
            Decimal(one[1]) for one in words_of_score.ALL_POINTS.finditer(now.text, begins, number.start)
        ]
        return any(len(points) > 1 and sum(points) == number.value for points in (parts, above))

"""Guests, batches and counted shares: 接待46批次、512人次, 111人，相当于总数的74%.

Belongs here: numbers whose unit says what is counted.
Does not belong here: counts with a label (``clauses_of_level``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction import grammar
from extraction.clauses_of_stage import COUNTED_GUESTS, StageClauses
from extraction.model import Figure
from extraction.numbers import Number
from extraction.records import replace
from extraction.subjects import Subject


class CountClauses(StageClauses):
    """Clauses that count."""

    def _reception(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """接待46批次、512人次: the unit says what is counted."""
        subject = self._flow.subject
        received = "接待" in self._labels.before(gap_start) + self._text[gap_start : number.start]
        left = self._text[max(self._sentence.start, number.start - 2 * grammar.REACH) : number.start]
        abroad = grammar.ABROAD.search(grammar.IN_BRACKETS.sub("", left))
        if abroad or grammar.FOREIGN.search(self._text, gap_start, number.start):
            if subject and subject.concepts[0] in COUNTED_GUESTS:
                self._flow.subject = None  # guests from abroad are some of those counted before
            return
        if number.canonical_unit == "批次" and received:
            self._flow.subject = Subject(("reception_batches",), None, number.unit or "", number.start)
            yield from self._emit(number, self._flow.subject, number.start)
        elif (
            subject
            and subject.concepts == ("reception_batches",)
            and grammar.GUESTS.fullmatch(self._text, gap_start, number.start)
        ):
            yield from self._emit(number, replace(subject, concepts=("reception_persons",)), number.start)

    def _counted_share(self, count: Number, share: Number, gap_start: int) -> Iterator[Figure]:
        """111人，相当于总数的74%: a count and what share of a whole it is."""
        if self._labels.nearest(count, self._sentence.start, count.start):
            return
        subject = Subject(("activity_count",), None, count.unit or "", count.start)
        yield from self._emit(count, subject, count.start)
        yield from self._emit(share, subject, gap_start, measure="share")

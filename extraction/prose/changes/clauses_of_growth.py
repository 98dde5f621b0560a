"""What grew or fell from one level to another: 由上年的12万元降至8万元; and what it came to: 比上年增加3万元，达15万元.

Belongs here: both levels of such a clause, each with its year.
Does not belong here: by how much it changed (``clauses_of_change``), levels only compared with (``clauses_of_years``), rates, budgets
that were adjusted (``clauses_of_stage``).
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.concepts import kind_of
from extraction.model import Figure
from extraction.prose.names.labels import Labels
from extraction.prose.names.naming import Naming
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_growth

#: The kind of what is counted in each base unit.
_KINDS = {"yuan": "money", "persons": "persons", "count": "count"}


class Growth:
    """Clauses that lead from one level to another."""

    def __init__(self, now: State, labels: Labels, naming: Naming, stating: Stating) -> None:
        self._now, self._labels, self._naming, self._stating = now, labels, naming, stating

    def figures(self, number: Number, gap_start: int, gap: str) -> list[Figure] | None:
        """The figures of the first or the second of two such numbers; None where it is neither."""
        said = self._now.said
        grown, said.grown = said.grown, None
        if number.base_unit not in _KINDS:
            return None
        if grown and (to := _words_between(number).fullmatch(gap)):
            year = int(to["year"]) if to["year"] else grown.year
            return self._states(number, replace(grown, year=year), gap_start)
        if "由" in gap or "从" in gap:
            return self._from(number, gap_start, gap)
        return self._come_to(number, gap_start) if gap.startswith(("，", ";")) else None

    def _from(self, number: Number, gap_start: int, gap: str) -> list[Figure] | None:
        """由上年的12万元降至: the earlier level; the later one is what follows."""
        now = self._now
        first = words_of_growth.FROM.search(gap)
        behind = first and _words_between(number).match(now.text, number.end)
        if first is None or behind is None or not now.text[behind.end() : behind.end() + 1].isdigit():
            return None
        subject = self._named(number, gap_start, gap_start + first.start())
        if subject is None or len(subject.concepts) != 1 or now.around.fiscal_year is None:
            return None
        since = int(first["year"]) if first["year"] else 0
        reported = self._stating.year_before(gap_start + first.start()) + 1
        reported = reported if reported > since else now.around.fiscal_year
        if first["begins"] and reference.concepts()[subject.concepts[0]].nature == "flow":
            return None  # 由年初12万元增加到: the budget of the beginning, it may be
        now.said.grown = replace(subject, year=reported)
        if not any(first.group("year", "before", "begins")):
            return []  # 由12万元降至8万元: when it was so much is not said
        year = since or reported - 1
        return self._states(number, replace(subject, year=year), gap_start, remember=False)

    def _named(self, number: Number, gap_start: int, upto: int) -> Subject | None:
        """What is named before 由, or spoken of already."""
        label = self._labels.nearest(number, gap_start, upto)
        if label:
            return self._naming.subject(label, gap_start)
        subject = self._now.flow.subject
        goes_on = grammar.SAME_SUBJECT.fullmatch(self._now.text, gap_start, upto) is not None
        same = subject is not None and kind_of(subject.concepts[0]) == _KINDS[number.base_unit or ""]
        return subject if goes_on and same else None

    def _come_to(self, number: Number, gap_start: int) -> list[Figure] | None:
        """比上年增加3万元，达15万元: the level of what has just been said to have changed."""
        now = self._now
        last = now.said.last_change
        if last is None or last[0] != gap_start or last[3] not in {"prior_year", None}:
            return None
        if words_of_growth.COME_TO.fullmatch(now.text, gap_start, number.start) is None:
            return None
        same = kind_of(last[1].concepts[0]) == _KINDS[number.base_unit or ""]
        return self._states(number, last[1], gap_start) if same and len(last[1].concepts) == 1 else None

    def _states(
        self, number: Number, subject: Subject, gap_start: int, *, remember: bool = True
    ) -> list[Figure]:
        stated = list(self._stating.emit(number, subject, gap_start))
        if remember:
            self._now.flow.remember(subject, number.end)
        return stated


def _words_between(number: Number) -> re.Pattern[str]:
    return words_of_growth.TO if number.base_unit == "yuan" else words_of_growth.TURNED_TO

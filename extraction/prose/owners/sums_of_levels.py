"""Sums of what levels of government gave to the one project that a report is on, stated behind them or behind batches.

Belongs here: proving that an amount is such a sum, and whose money stands before it.
Does not belong here: a whole whose levels follow (``levels_of_funds``), other money of the project (``clauses_of_projects``).
"""

from __future__ import annotations

from extraction.concepts import FUNDS_OF_LEVELS
from extraction.prose.owners import levels_of_funds
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.witnesses.witness_of_projects import ONE_PROJECT
from extraction.words import grammar, words_of_project


class SumsOfLevels:
    """Sums in one sentence."""

    def __init__(self, now: State) -> None:
        self._now = now

    def first_of_levels(self, number: Number, clause: int) -> Subject | None:
        """中央财政2034万元，省财政680万元，两级资金合计2714万元: the first of the levels whose sum follows."""
        now = self._now
        if now.flow.first is not None or any(now.said.amounts):
            return None
        years = now.sentence.years_until(number.start)
        begins = max(clause, years[-1].end if years else 0)
        found = levels_of_funds.added_up(now.text, begins)
        if found is None or number.start not in found:
            return None
        said_from = max(now.sentence.start, number.start - 4 * grammar.REACH)
        if words_of_project.OF_OTHER_TIMES.search(now.text, said_from, number.start):
            return None
        now.flow.levels = {start: (source, "initial_budget") for start, source in found.items()}
        source = found[number.start]
        return source and Subject(
            source[:1], "initial_budget", "", begins, fund_scope=source[1], note=ONE_PROJECT
        )

    def in_batches(self, number: Number, clause: int) -> Subject | None:
        """中央下达我省3批防汛资金，共计6800万元; …分两批下达，第一批20万元，第二批30万元，共计50万元."""
        now = self._now
        if now.flow.first is not None or not words_of_project.IN_ALL.fullmatch(
            now.text, clause, number.start
        ):
            return None
        given = words_of_project.IN_BATCHES.match(now.text, now.sentence.start, clause)
        before = [one for one in now.sentence.numbers if one.end <= clause and one.base_unit == "yuan"]
        if given is None or (before and sum(one.value for one in before) != number.value):
            return None
        concept, scope = levels_of_funds.LEVELS[given["level"][0]]
        return Subject((concept,), "initial_budget", "合计", clause, fund_scope=scope, note=ONE_PROJECT)

    def of_levels(self, number: Number, gap_start: int) -> bool:
        """中央安排258万元，省级配套103万元，合计361万元: the money of all levels that gave some."""
        now = self._now
        if not words_of_project.SUMMED_UP.fullmatch(now.text, gap_start, number.start):
            return False
        parts = [
            other.value
            for other in now.sentence.numbers
            if other.base_unit == "yuan" and other.end <= gap_start and other.unit == number.unit
            if now.text.rfind("(", now.sentence.start, other.start)
            <= now.text.rfind(")", now.sentence.start, other.start)
        ]
        known = [subject for subject in now.said.amounts if subject]
        of_levels = all(subject.concepts[0] in FUNDS_OF_LEVELS for subject in known)
        return (
            1 < len(parts) <= len(known) == len(now.said.amounts) and of_levels and sum(parts) == number.value
        )

"""高于预算数1.11万元: by how much an amount differs from what it is compared with, or that amount itself.

Belongs here: which of the two an amount behind 高于 and 低于 is; the amounts themselves tell.
Does not belong here: changes with a verb (``clauses_of_change``), amounts of other years and budgets (``clauses_of_years``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.model import Figure
from extraction.prose.changes.clauses_of_change import Changes
from extraction.prose.sentence.state import State
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import words_of_change


class Differences:
    """Clauses that say by how much an amount is above or below another."""

    def __init__(self, now: State, changes: Changes) -> None:
        self._now, self._changes = now, changes

    def figures(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure] | None:
        """The change of the amount right before; None where the words compare with nothing, or with an amount by itself.

        What spending is below of is more than it, so less than it is a difference; what it is above of is seldom under
        half of it, and never more.
        """
        compared = words_of_change.ABOVE_OR_BELOW.search(gap)
        flow = self._now.flow
        if compared is None or number.base_unit != "yuan" or not flow.amounts or flow.subject is None:
            return None
        figure = flow.amounts[-1][1]
        if figure is None or figure.measure != "level" or figure.concept != flow.subject.concepts[0]:
            return None
        least = min(amount for amount, of in flow.amounts if of and of.concept == figure.concept)
        below = compared["sign"] == "低于"
        printed = number.in_base_units()
        if printed >= least if below else least / 2 <= printed <= least:
            return None
        base = words_of_change.compared_with(compared["base"], figure.fiscal_year)
        subject = replace(flow.subject, stage=figure.stage)
        return self._changes.signed(number, subject, below, base, gap_start + compared.start())

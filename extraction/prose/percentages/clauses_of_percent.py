"""Percentages: which kind of clause one stands in.

Belongs here: the order in which readings of a percentage are tried; rates that stand alone or behind a formula.
Does not belong here: shares (``clauses_of_shares``), completion of a budget (``clauses_of_completion``), rates of change
(``clauses_of_change``), short names of rates (``rates``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction import reference
from extraction.concepts import kind_of
from extraction.model import Figure
from extraction.prose.changes.clauses_of_change import Changes
from extraction.prose.levels.clauses_of_counts import Counts
from extraction.prose.levels.clauses_of_level import Levels
from extraction.prose.names.naming import Naming
from extraction.prose.percentages import rates
from extraction.prose.percentages.clauses_of_completion import Completions
from extraction.prose.percentages.clauses_of_rates import Rates
from extraction.prose.percentages.clauses_of_shares import Shares
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.words import words_of_change, words_of_parts


class Percents:
    """Clauses that state a percentage."""

    def __init__(
        self,
        now: State,
        naming: Naming,
        stating: Stating,
        counts: Counts,
        completions: Completions,
        shares: Shares,
        changes: Changes,
        levels: Levels,
        named_rates: Rates,
    ) -> None:
        self._now = now
        self._naming = naming
        self._stating = stating
        self._counts = counts
        self._completions = completions
        self._shares = shares
        self._changes = changes
        self._levels = levels
        self._named_rates = named_rates

    def figures(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        """What a percentage states, by the words before it."""
        now = self._now
        if rate := rates.computed(now.text, now.sentence, number, now.flow.topic):
            yield from self._stating.emit(number, self._naming.subject(rate, gap_start), rate.start)
        elif previous and (share := self._named_rates.of_amount(number, gap, previous.start)) is not None:
            yield from share
        elif (
            previous
            and previous.base_unit in {"persons", "count"}
            and words_of_parts.COUNTED_SHARE.match(gap)
        ):
            yield from self._counts.share(previous, number, gap_start)
        elif (defined := self._named_rates.defined(number, gap_start)) is not None:
            yield from defined
        elif (match := words_of_parts.SHARE.search(gap)) and not self._completions.are_meant(match):
            yield from self._shares.share(number, gap_start, match)
        elif gap == "的" and now.said.completed and now.flow.subject:
            yield from self._completions.behind_budget(
                number, now.flow.subject, now.said.completed, gap_start
            )
        elif (
            match := words_of_parts.SHARE.search(gap) or words_of_parts.COMPLETION.search(gap)
        ) and "预算" in match["base"]:
            yield from self._completions.rate(number, gap_start, match)
        else:
            yield from self._rate(number, gap_start, gap)

    def _short_rate(self, gap: str) -> str | None:
        """控制率为72.94%: of the last subject, or of the whole behind its parts, which what follows is of then as well."""
        now = self._now
        last, whole = now.flow.subject, now.flow.list_whole
        if last and kind_of(last.concepts[0]) == "percent":
            last = now.flow.money  # 支出6万元，控制率57%；与上年7万元相比，变动率-9%
        if last is None:
            return None
        concept = rates.short(last.concepts[0], gap)
        if concept or whole is None or whole.concepts[0] not in reference.ancestors(last.concepts[0]):
            return concept
        concept = rates.short(whole.concepts[0], gap)
        now.flow.subject = whole if concept else last
        return concept

    def _rate(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """A rate by itself, of a change or of the last subject (控制率为72.94%)."""
        if words_of_change.CHANGE.search(gap):
            yield from self._changes.change(number, gap_start, gap)
        elif (of_change := self._changes.in_brackets(number, gap_start, gap)) is not None:
            yield from of_change
        elif (share := self._shares.in_brackets(number, gap_start, gap)) is not None:
            yield from share
        elif (done := self._completions.of_own_budget(number, gap_start, gap)) is not None:
            yield from done
        elif concept := self._short_rate(gap):
            name = gap_start + len(gap) - len(gap.lstrip("，、；;("))
            yield from self._stating.emit(number, Subject((concept,), None, gap, name), name)
        else:
            labelled = list(self._levels.level(number, gap_start))
            yield from labelled or self._named_rates.figures(number, gap_start)

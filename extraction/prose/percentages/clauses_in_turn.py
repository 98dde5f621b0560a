"""Numbers behind 分别 that take up the amounts before them in their order: 分别完成预算的50%、97%, 决算分别为….

Belongs here: rates, changes and further stages of several amounts in turn.
Does not belong here: labels with their amounts in turn (``labels_of_parts``), shares (``clauses_of_shares``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction import reference
from extraction.concepts import kind_of
from extraction.model import Figure
from extraction.prose.names.naming import Naming
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_turns


class InTurn:
    """Clauses that go through the last amounts once more."""

    def __init__(self, now: State, naming: Naming, stating: Stating) -> None:
        self._now, self._naming, self._stating = now, naming, stating

    def figures(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure] | None:
        """The figures of the next number of such a list; None where it stands in none."""
        said = self._now.said
        waiting, said.waiting = said.waiting, []
        if waiting and words_of_turns.NEXT.fullmatch(gap):
            return self._next(number, waiting, gap, gap_start)
        if "分别" not in gap or number.unit is None:
            return None
        labels = self._labels_before(gap_start, number)
        if len(labels) <= 1 and (stages := self._stages_of(gap_start, number, labels)) is not None:
            return self._next(number, stages, gap, gap_start)
        begun = words_of_turns.BEGINS.fullmatch(
            self._now.text, labels[-1].end if labels else gap_start, number.start
        )
        if begun is None or (labels and begun["stage"] is not None):
            return None
        subjects = self._listed(number, labels, gap_start)
        if not subjects:
            return iter(()) if labels else None  # 甲、乙分别完成预算的50%: whose it is, is not said
        if begun["base"] is not None:
            base = "adjusted_budget" if begun["base"] in {"全年", "调整后", "调整"} else "initial_budget"
            return self._next(number, [(one, "completion_rate", base) for one in subjects], gap, gap_start)
        if begun["stage"] is not None:
            stage = words_of_turns.stage_of(begun["stage"])
            again = [replace(one, stage=stage, stage_printed=True) for one in subjects]
            return self._next(number, [(one, "level", None) for one in again], gap, gap_start)
        measure = "change_rate" if number.base_unit == "percent" else "change"
        return self._next(number, [(one, measure, said.base_stage) for one in subjects], gap, gap_start)

    def _stages_of(
        self, gap_start: int, number: Number, labels: list[Match]
    ) -> list[tuple[Subject, str, str | None]] | None:
        """公务接待费预算数、决算数分别为6万元、4万元: two stages of one amount; None where the words are no such pair."""
        now = self._now
        start = labels[0].end if labels else gap_start
        pair = words_of_turns.STAGES.fullmatch(now.text, start, number.start)
        more = words_of_turns.MORE.match(now.text, number.end) if pair else None
        if pair is None or more is None or len(words_of_turns.ONE_MORE.findall(more.group())) != 1:
            return None
        subject = self._naming.subject(labels[0], gap_start) if labels else now.flow.subject
        if subject is None or len(subject.concepts) > 1 or kind_of(subject.concepts[0]) != "money":
            return None
        stages = [words_of_turns.stage_of(pair[which]) for which in ("one", "two")]
        return [(replace(subject, stage=stage, stage_printed=True), "level", None) for stage in stages]

    def _labels_before(self, gap_start: int, number: Number) -> list[Match]:
        """甲、乙 of 甲、乙分别完成预算的: the labels that stand before the words, joined."""
        now = self._now
        named = [one for one in now.sentence.terms_in(gap_start, number.start) if one.term.names_concept]
        joined = named[-1:]
        for other in reversed(named[:-1]):
            if not grammar.JOINED.fullmatch(now.text, other.end, joined[0].start):
                break
            joined.insert(0, other)
        return joined

    def _listed(self, number: Number, labels: list[Match], gap_start: int) -> list[Subject]:
        """The labels, or as many of the last amounts, as numbers stand in turn; empty where one is unknown, or named twice."""
        now = self._now
        more = words_of_turns.MORE.match(now.text, number.end)
        count = 1 + (len(words_of_turns.ONE_MORE.findall(more.group())) if more else 0)
        given = [self._naming.subject(one, gap_start) for one in labels] or now.said.amounts[-count:]
        named = [one for one in given if one and len(one.concepts) == 1]
        kinds = {(one.concepts, one.function_code) for one in named}
        if count < 2 or not len(named) == count == len(kinds):
            return []
        wholes = {above for one in named for above in reference.ancestors(one.concepts[0])}
        if any(one.concepts[0] in wholes or kind_of(one.concepts[0]) != "money" for one in named):
            return []  # 甲9万元，其中乙3万元，分别下降: of a whole and its part, or of parts not named
        return named

    def _next(
        self, number: Number, turns: list[tuple[Subject, str, str | None]], gap: str, start: int
    ) -> Iterator[Figure]:
        (subject, measure, base), *rest = turns
        self._now.said.waiting = rest
        falls = measure.startswith("change") and self._falls(gap)
        signed = (
            replace(number, digits=f"-{number.digits}") if falls and number.value > Decimal(0) else number
        )
        if measure == "completion_rate":
            subject = replace(subject, stage="final_account")
        yield from self._stating.emit(signed, subject, start, measure=measure, base_stage=base)
        if measure == "level":
            self._now.flow.remember(subject, number.end)

    def _falls(self, gap: str) -> bool:
        """Whether the words before the number say that it falls; where they say nothing, as the one before it."""
        said = self._now.said
        verb = words_of_turns.VERB.search(gap)
        if verb:
            said.falls = verb["down"] is not None
        return said.falls

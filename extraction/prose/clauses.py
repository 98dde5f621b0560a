"""Binds each number of a sentence to what it measures.

Belongs here: reading a sentence from left to right, deciding of each number what kind of clause it stands in.
Does not belong here: which kinds there are (``kinds``, ``clauses_of_*``), the patterns (``words_of_*``), finding labels, headings, tables.

A number is bound only through words that stand between it and its label; what the grammar does
not recognise is left out, because a wrong figure is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction.concepts import BALANCES
from extraction.model import Figure
from extraction.prose.clauses_of_numbers import (
    is_code,
    is_hoped_for,
    is_numbering,
    is_operand_or_cell,
    year_entered,
)
from extraction.prose.kinds import Kinds
from extraction.prose.names.both_stages import at_other_stage
from extraction.prose.owners.parts_of_rest import note_rest
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Flow, Surroundings
from extraction.prose.sentence.topics import topic_of
from extraction.prose.unbound import forget_ended, leave_unbound, leave_unknown_people
from extraction.text.normalise import Folded
from extraction.text.numbers import Number
from extraction.text.sentences import Sentence
from extraction.text.spelt import is_spelt
from extraction.words import grammar, words_of_change, words_of_stage


class Clauses:
    """The sentences of one report, each read from left to right, number by number."""

    def __init__(self, source: str) -> None:
        self._now = State(source)
        self._kinds = Kinds(self._now)

    def figures(
        self, folded: Folded, sentence: Sentence, flow: Flow, around: Surroundings, sentence_no: int
    ) -> Iterator[Figure]:
        """Figures of the next sentence in reading order, then its grade."""
        self._now.enter(folded, sentence, flow, around, sentence_no)
        text = folded.text
        self._enter_year(text, sentence)
        if not any(number.unit and number.unit != "分" for number in sentence.numbers):
            flow.topic = topic_of(text, sentence)
        gap_start = sentence.start
        previous: Number | None = None
        for paired in self._kinds.numbers.paired():
            if is_numbering(text, sentence, paired) or is_code(text, paired):
                continue
            gap = text[gap_start : paired.start]
            self._enter_gap(gap_start, gap, paired)
            number = self._kinds.numbers.with_points(paired)
            if flow.reason:
                yield from self._kinds.reasons.parts.figures(number, gap_start, gap)
            elif self._states(number, gap):
                yield from self._stated(number, gap_start, gap, previous)
            gap_start, previous = (gap_start, previous) if is_spelt(text, number) else (number.end, number)
        yield from self._kinds.grades.figures()

    def _enter_gap(self, gap_start: int, gap: str, number: Number) -> None:
        """Take note of what the words before a number say, whether it states anything or not."""
        self._kinds.numbers.enter_brackets(gap)
        self._kinds.reasons.note(gap_start, gap, number)
        if compared := words_of_change.COMPARED_NUMBER.search(gap):
            self._now.said.compared = compared.group()
            if number.unit is None and words_of_stage.BEHIND_BARE_PRIOR.match(self._now.text, number.end):
                self._kinds.years.enter_bare(gap_start, number)

    def _states(self, number: Number, gap: str) -> bool:
        """Whether a number may state a figure: it has a unit and is no limit, operand, cell, summand or hope."""
        now = self._now
        if number.unit is None or now.text[number.start - 1 : number.start] in grammar.BOUNDS:
            return False
        if number.limit and not (now.said.turns or words_of_stage.KEPT_WITHIN.search(gap)):
            return False
        if is_operand_or_cell(now.text, number):
            return False
        if gap.startswith(("+", "＋")):
            return False  # 年初预算2136万元+追加1728万元: how the amount before came about
        return number.base_unit not in {"percent", "yuan"} or not is_hoped_for(now.text, now.sentence, number)

    def _stated(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        """The figures that a number states, taking note of each and of a number that states none."""
        said = self._now.said
        said.passed = False
        bound: Figure | None = None
        for figure in self._bind(number, gap_start, gap, previous):
            bound = bound or figure
            self._note(figure, gap)
            yield self._kinds.additions.doubted(figure, number)
            if other := at_other_stage(self._now, number, figure):
                yield other
        if bound and self._now.flow.of_another >= 0:
            forget_ended(self._now, gap_start)
        if number.base_unit == "yuan":
            if not bound and not said.passed:
                leave_unbound(self._now, number, gap_start, gap)
            note_rest(self._now, number, bound, gap)
            said.amounts.append(self._now.flow.subject if bound else None)
            self._now.flow.amounts.append((number.in_base_units(), bound))
        elif not bound and number.base_unit == "persons":
            leave_unknown_people(self._now, number, gap)
        elif not bound and gap_start == self._now.flow.unbound_end:
            # 某基金200万元，占16%，较上年增加: still of what nobody knows
            self._now.flow.unbound_end = number.end

    def _bind(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        """Ask the kinds of clause in turn; one that was announced by the number before goes first."""
        said = self._now.said
        second, said.second_change = said.second_change, None
        shared, said.share_turns = said.share_turns, []
        kinds = self._kinds
        for clauses in (kinds.in_turn, kinds.growth, kinds.differences, kinds.assets):
            if (found := clauses.figures(number, gap_start, gap)) is not None:
                yield from found
                return
        if second and gap in {",", "，", "、", "和"}:
            yield from kinds.changes.signed(number, *second, gap_start)
        elif shared and number.base_unit == "percent":
            yield from kinds.shares.in_turn(number, shared, gap_start)
        elif number.base_unit == "percent":
            yield from kinds.percents.figures(number, gap_start, gap, previous)
        elif kinds.changes.are_stated(number, gap_start, gap):
            yield from kinds.changes.change(number, gap_start, gap)
        elif (budget := kinds.completions.budget(number, gap_start, gap)) is not None:
            yield from budget
        elif not words_of_change.COMPARED_NUMBER.search(gap) or kinds.changes.stand_before_label(
            number, gap_start, gap
        ):
            yield from kinds.levels.level(number, gap_start)
        else:
            yield from kinds.years.figures(number, gap_start, gap)

    def _enter_year(self, text: str, sentence: Sentence) -> None:
        """The year that goes on from sentence to sentence, and whether it is an earlier one among sentences on the year evaluated."""
        flow, reported = self._now.flow, self._now.around.fiscal_year
        if flow.latest == reported:
            # 2022年支出190万元，2023年223万元。培训费15万元: the sentence before came to this year
            flow.in_own_year, flow.year = True, flow.year and flow.latest
        flow.latest = None
        if (entered := year_entered(text, sentence, reported)) is not None:
            flow.year, flow.aside = entered, flow.in_own_year and entered < (reported or 0)

    def _note(self, figure: Figure, gap: str) -> None:
        """Remember the latest years and the last change of an amount; what was left over may be of an earlier year."""
        now = self._now
        if figure.measure == "change" and figure.base_unit == "yuan":
            now.said.change_of = abs(figure.value_base or Decimal(0))
            now.said.parts_of_change = grammar.OF_WHICH.search(gap) is not None
        if figure.concept == "official_reception" and figure.measure == "level":
            now.flow.guests = figure.value
        if figure.fiscal_year and figure.concept not in BALANCES:
            now.flow.latest = max(now.flow.latest or 0, figure.fiscal_year)
        if figure.measure == "level" and figure.fiscal_year:
            latest = now.said.levels.get(figure.concept, 0)
            now.said.levels[figure.concept] = max(latest, figure.fiscal_year)

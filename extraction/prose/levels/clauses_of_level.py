"""Levels: an amount behind its label, behind a bracket, or by what goes on from the clause before.

Belongs here: the order in which readings of a level are tried.
Does not belong here: amounts behind a label (``clauses_of_labels``), by their unit (``clauses_by_unit``), parts, changes, shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.concepts import TOPICS
from extraction.model import Figure
from extraction.prose.levels.clauses_by_unit import Units
from extraction.prose.levels.clauses_of_labels import Labelled
from extraction.prose.levels.clauses_of_open_names import OpenNames
from extraction.prose.levels.clauses_of_parts import Parts
from extraction.prose.levels.clauses_of_years import PriorYears
from extraction.prose.names.labels import Labels
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_stage

_FULL_MARKS = 100
#: Behind an amount in brackets of its own; 项目支出(120万元)300万元 is of something else.
_ALONE = re.compile(r"\)(?![\d.])")


class Levels:
    """Clauses that state a level."""

    def __init__(
        self,
        now: State,
        labels: Labels,
        stating: Stating,
        years: PriorYears,
        parts: Parts,
        open_names: OpenNames,
        units: Units,
        labelled: Labelled,
    ) -> None:
        self._now = now
        self._labels = labels
        self._stating = stating
        self._years = years
        self._parts = parts
        self._open_names = open_names
        self._units = units
        self._labelled = labelled

    def level(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """What an amount or a count states, by its label or by what went before it."""
        now = self._now
        label = self._label_of(number, gap_start)
        subject = now.flow.subject
        gap = now.text[gap_start : number.start]
        prior = (
            words_of_stage.OF_PRIOR_YEAR.fullmatch(words_of_stage.PURPOSE.sub("", gap))
            if subject and "年" in gap
            else None
        )
        if prior and label and label.term.text == "支出" and self._is_aside(prior, gap_start):
            yield from self._years.of_prior_year(number, gap_start, prior)  # 经费支出18万元，2020年支出21万元
        elif label:
            yield from self._labelled.figures(number, gap_start, label)
        elif now.said.turns and gap in {"、", "，", "和", ",", "与"}:
            yield from self._parts.next_in_turn(number)
        elif words_of_stage.BUDGETS_IN_TURN.search(now.text, gap_start, number.start) and (
            more := words_of_stage.FURTHER_AMOUNTS.match(now.text, number.end)
        ):
            yield from self._budgets_in_turn(number, 1 + more.group().count("元"))
        elif number.start == now.said.second and subject and len(subject.concepts) > 1:
            yield from self._stating.emit(
                number, replace(subject, concepts=subject.concepts[1:]), subject.start
            )
        elif part := self._parts.by_short_name(number, gap_start):
            yield from self._parts.part(number, part)
        elif named := self._open_names.subject(number, gap_start):
            yield from self._stating.emit(number, named, named.start)
            now.flow.remember(named, number.end)
        elif prior:
            yield from self._years.of_prior_year(number, gap_start, prior)
        elif opened := self._bracket_before(number, gap_start):
            yield from self._behind_bracket(number, opened)
        else:
            yield from self._units.level(number, gap_start)

    def _label_of(self, number: Number, gap_start: int) -> Match | None:
        """The label before a number, or before the bracket that it fills; 支出 may be the verb of what a project paid."""
        label = self._labels.nearest(number, gap_start, number.start) or self._before_bracket(
            number, gap_start
        )
        paid = label and self._open_names.are_project_paid(number, gap_start, label.term.text)
        return None if paid else label

    def _before_bracket(self, number: Number, gap_start: int) -> Match | None:
        """整体自评得分(95.16分), 基本支出(544万元): the label of points or money alone in brackets; a hundred is what could be had."""
        text, opened = self._now.text, number.start - 1
        if not text.startswith("(", opened):
            return None
        points = number.unit == "分" and number.value < _FULL_MARKS
        money = number.base_unit == "yuan" and _ALONE.match(text, number.end) is not None
        label = self._labels.nearest(number, gap_start, opened) if points or money else None
        if label is None or label.end != opened:
            return None
        return label if points or label.term.strength != "weak" else None

    def _bracket_before(self, number: Number, gap_start: int) -> int:
        """Where the bracket begins that stands between an amount and its name: 预算总额(含上年结转32万元)986万元; 0 for none."""
        now = self._now
        if not grammar.BEHIND_BRACKET.fullmatch(now.text, gap_start, number.start):
            return 0
        opened = now.text.rfind("(", max(now.sentence.start, gap_start - grammar.REACH), gap_start)
        return opened if opened > 0 and now.text.startswith(("(含", "(包括"), opened) else 0

    def _behind_bracket(self, number: Number, opened: int) -> Iterator[Figure]:
        """The amount behind a bracket, as if the bracket were not there."""
        now = self._now
        at_bracket = replace(number, start=opened)
        begins = now.sentence.start
        for term in now.sentence.terms_in(now.sentence.start, opened):
            begins = term.start if now.text[term.start - 1 : term.start] in grammar.CLAUSE_MARKS else begins
        now.flow.subject = now.flow.money = None
        if begins == 0:  # nothing but what the bracket holds has been said in this paragraph
            now.flow.named, now.flow.unbound_end = False, -1
        for figure in self.level(at_bracket, begins):
            yield replace(
                figure,
                printed=self._stating.quote(number.start, number.end),
                locator=self._stating.locator(number.start, number.end),
            )

    def _is_aside(self, prior: re.Match[str], gap_start: int) -> bool:
        """“三公”经费支出18万元，2020年支出21万元: of the same subject, in a year before the one reported."""
        now = self._now
        subject = now.flow.subject
        if subject and set(subject.concepts) <= TOPICS:
            return True  # 2021年“三公”经费支出6万元，2022年支出5万元
        year, reported = prior["year"], now.around.fiscal_year
        return gap_start > now.sentence.start and not (year and reported and int(year) >= reported)

    def _budgets_in_turn(self, number: Number, count: int) -> Iterator[Figure]:
        """会议费支出2万元，培训费支出3万元，均控制在年初预算4万元和5万元以内: of the amounts before, where all of them are known."""
        now = self._now
        spent = now.said.amounts[-count:]
        named = [subject for subject in spent if subject and len(subject.concepts) == 1]
        if len(named) == count == len({subject.concepts for subject in named}):
            stage = (
                "adjusted_budget" if "全年" in now.text[number.start - 8 : number.start] else "initial_budget"
            )
            now.said.turns = [replace(subject, stage=stage, stage_printed=True) for subject in named]
            yield from self._parts.next_in_turn(number)

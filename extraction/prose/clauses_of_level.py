"""Levels: an amount behind its label, behind a bracket, or by what goes on from the clause before.

Belongs here: the order in which readings of a level are tried, and what the words before its label make of it.
Does not belong here: finding the label (``labels``), whose amount it is (``ownership``, ``clauses_of_others``), parts, changes, shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.concepts import COUNTED_GUESTS, TOPICS, are_three_public
from extraction.model import Figure
from extraction.prose.clauses_by_unit import Units
from extraction.prose.clauses_of_open_names import OpenNames
from extraction.prose.clauses_of_others import Others
from extraction.prose.clauses_of_parts import Parts
from extraction.prose.clauses_of_spending import Spending
from extraction.prose.clauses_of_years import PriorYears
from extraction.prose.state import State
from extraction.prose.stating import Stating
from extraction.prose.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_change, words_of_stage


class Levels:
    """Clauses that state a level."""

    def __init__(
        self,
        now: State,
        stating: Stating,
        years: PriorYears,
        parts: Parts,
        open_names: OpenNames,
        units: Units,
        others: Others,
        spending: Spending,
    ) -> None:
        self._now = now
        self._stating = stating
        self._years = years
        self._parts = parts
        self._open_names = open_names
        self._units = units
        self._others = others
        self._spending = spending

    def level(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """What an amount or a count states, by its label or by what went before it."""
        now = self._now
        label = now.labels.nearest(number, gap_start, number.start)
        subject = now.flow.subject
        prior = (
            words_of_stage.OF_PRIOR_YEAR.fullmatch(now.text[gap_start : number.start]) if subject else None
        )
        if prior and label and label.term.text == "支出" and self._is_aside(prior, gap_start):
            yield from self._years.of_prior_year(number, gap_start, prior)  # 经费支出18万元，2020年支出21万元
        elif label:
            yield from self._labelled(number, gap_start, label)
        elif now.said.turns and now.text[gap_start : number.start] in {"、", "，", "和", ",", "与"}:
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

    def _labelled(self, number: Number, gap_start: int, label: Match) -> Iterator[Figure]:
        """A level, or what the words before its label make of it."""
        now = self._now
        not_ours = self._others.are_meant(number, gap_start, label) or self._is_part_of_change(
            number, gap_start, label
        )
        subject = None if not_ours else self._named_by(number, gap_start, label)
        if subject is None:
            return
        if verb := words_of_change.VERB_BEFORE.search(now.labels.before(min(subject.start, label.start))):
            signed = replace(number, digits=f"-{number.digits}") if verb["down"] and number.value else number
            yield from self._stating.emit(signed, subject, label.start, measure="change")
            return
        if turns := now.labels.in_turn(gap_start, label, number.start):
            now.said.turns = [now.labels.subject(turn, gap_start) for turn in turns]
            yield from self._parts.next_in_turn(number)
            return
        if self._is_one_of_several(number, gap_start, label):
            return
        counted = now.flow.subject.concepts[0] if now.flow.subject else ""
        if label.term.text == "支出" and counted in COUNTED_GUESTS:
            subject = replace(subject, concepts=("official_reception",))  # 接待34批次、260人次，支出3万元
        if now.flow.subject and self._spending.is_of_subject(label):
            subject = replace(now.flow.subject, stage="final_account", stage_printed=True)
        if grammar.OF_WHICH.search(now.text, gap_start, label.start):
            now.flow.list_whole = now.flow.subject
        if label.term.function_code:
            now.flow.function_code = label.term.function_code
        paired = now.said.second > number.start and len(subject.concepts) > 1
        stated = replace(subject, concepts=subject.concepts[:1]) if paired else subject
        yield from self._stating.emit(number, stated, label.start)
        yield from self._parts.all_of(number, subject)
        now.flow.opened = now.flow.opened or self._opens_with(subject)
        if subject.concepts != ("budget_adjustment",):  # what follows it is of what was adjusted
            now.flow.remember(subject, number.end)

    def _named_by(self, number: Number, gap_start: int, label: Match) -> Subject | None:
        """The subject of a label, or of several that one amount is the sum of; None where nothing names that."""
        now = self._now
        subject = self._spending.on_topic(label, now.labels.subject(label, gap_start))
        joined = now.labels.joined_before(gap_start, label, number.start) if number.value else []
        if subject is None or not joined:
            return subject
        if not are_three_public({concept for one in joined for concept in one.term.concepts}):
            return None  # 会议费、培训费支出9万元: of both together
        return replace(subject, concepts=("three_public_total",), start=joined[0].start, is_part=False)

    def _is_one_of_several(self, number: Number, gap_start: int, label: Match) -> bool:
        """执行率分别为98.87%、90.67%: of the amounts before, in their order; or of several years."""
        now = self._now
        rates = number.base_unit == "percent" and "分别" in now.text[label.end : number.start]
        return rates or now.labels.of_several_years(gap_start, label, number.start)

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

    def _is_part_of_change(self, number: Number, gap_start: int, label: Match) -> bool:
        """比上年减少“三公”经费34万元，其中公务接待费31万元: no level, where the sentence has given none and it is no larger."""
        now = self._now
        if now.said.change_of is None or now.said.levels or number.base_unit != "yuan":
            return False
        opened = now.said.parts_of_change or grammar.OF_WHICH.search(now.text, gap_start, label.start)
        staged = any(term.term.stage for term in now.sentence.terms_in(label.start, number.start))
        now.said.parts_of_change = bool(
            opened and not staged and number.in_base_units() <= now.said.change_of
        )
        return now.said.parts_of_change

    def _opens_with(self, subject: Subject) -> bool:
        """部门预算支出安排86万元，其中：…。预算调整后为92万元: the paragraph begins with all spending of the department."""
        now = self._now
        narrowed = subject.fund_scope or now.around.fund_scope or subject.org_scope != "department"
        return not narrowed and not now.flow.named and subject.concepts == (now.around.whole,)

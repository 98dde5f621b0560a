"""Rates whose name stands further before their value: 预算执行率偏低，仅为86.3%; 满意度目标值≥90%，实际91.3%.

Belongs here: finding the name of a rate across targets, remarks and brackets, and short names of the rate spoken of before.
Does not belong here: names right before their value (``labels``), formulas and short names behind an amount (``rates``), patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.concepts import kind_of
from extraction.model import Figure
from extraction.prose.owners.clauses_of_others import Others
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.text.terms import Match, Term
from extraction.words import grammar, words_of_others, words_of_rates, words_of_score

#: How far before its value a name is looked for, and a full name before a short one.
_REACH, _FAR = 90, 200
_CLAUSE = re.compile(r"[，。；;:、()=×?!]")


class Rates:
    """Clauses in which other words stand between a rate's name and its value."""

    def __init__(self, now: State, stating: Stating, others: Others) -> None:
        self._now, self._stating, self._others = now, stating, others

    def defined(self, number: Number, gap_start: int) -> Iterator[Figure] | None:
        """重点支出安排率：重点项目支出占项目总支出的92%; None where no rate's name announces the share."""
        now = self._now
        if "占" not in now.text[gap_start : number.start]:
            return None
        since = max(now.sentence.start - _REACH, number.start - 2 * _FAR, 0)
        for name in self._names(since, number.start):
            if words_of_rates.IN_BRACKETS.fullmatch(now.text, name.end, number.start):
                return self._state(number, gap_start, name)
            leads = words_of_rates.DEFINES.fullmatch(now.text, name.end, number.start)
            share = words_of_rates.SHARES.get(name.term.concepts[0])
            meant = leads and share and share.search(leads["share"])
            return self._state(number, gap_start, name) if meant else None
        return None

    def figures(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """The rate that a percentage is the value of, across the words between them."""
        now = self._now
        if words_of_rates.IS_RULE.match(now.text, number.end) or self._is_weight(number):
            return
        if one := self._of_prior_year(number, gap_start) or self._in_turn(number, gap_start):
            yield from self._stating.emit(number, one, gap_start)
            return
        for name in self._names(max(now.sentence.start, number.start - _REACH), number.start):
            before = words_of_rates.FROM.fullmatch(now.text, name.end, number.start)
            if before and words_of_rates.RISES.match(now.text, number.end):
                yield from self._state(number, gap_start, name, self._year_before(before["year"]))
            elif name.term.concepts == ("satisfaction_rate",) and words_of_rates.OF_GROUPS.fullmatch(
                now.text, name.end, number.start
            ):
                yield from self._of_groups(number, name)
            elif words_of_rates.LEADS_ON.fullmatch(now.text, name.end, number.start):
                yield from self._state(number, gap_start, name)
            return

    def _of_groups(self, number: Number, name: Match) -> Iterator[Figure]:
        """学生、家长、教师满意度分别为95%、93%、91%: each is one."""
        subject = Subject(name.term.concepts, None, name.term.text, name.start)
        more = words_of_rates.MORE_RATES.match(self._now.text, number.end)
        self._now.said.turns = [subject] * (more.group().count("%") if more else 0)
        yield from self._stating.emit(number, subject, name.start)

    def _in_turn(self, number: Number, gap_start: int) -> Subject | None:
        """预算执行率…，2020年、2021年分别为95.8%、97.1%: of the first of two years; that of the second is what follows."""
        now = self._now
        years = [
            found
            for found in words_of_rates.YEARS_IN_TURN.finditer(now.text, gap_start, number.start)
            if found.end() == number.start
        ]
        name = (
            next(self._names(max(now.sentence.start, number.start - 2 * _FAR), number.start), None)
            if years
            else None
        )
        if name is None:
            return None
        first, second = (
            Subject(name.term.concepts, None, name.term.text, gap_start, year=int(year))
            for year in years[0].group("first", "second")
        )
        now.said.turns = [second]
        return first

    def of_amount(self, number: Number, gap: str, base_start: int) -> Iterator[Figure] | None:
        """在职136人，占编制数143人的95%: the rate that such a share is by definition; None for a share of anything else."""
        now = self._now
        last = now.flow.subject
        begins = max(now.sentence.start, base_start - grammar.REACH)
        if last is None or not words_of_rates.OF_AMOUNT.fullmatch(gap):
            return None
        since = now.text.rfind("占", begins, base_start)
        if since < 0 or words_of_rates.CLAUSE_MARK.search(now.text, since, base_start):
            return None
        parts = now.sentence.terms_in(max(now.sentence.start, since - 2 * grammar.REACH), since)
        part = next((one.term.concepts[0] for one in reversed(parts) if one.term.names_concept), None)
        rate = words_of_rates.RATE_OF_SHARE.get((part or "", last.concepts[0]))
        subject = Subject((rate,), None, "占", since) if rate else None
        return self._stating.emit(number, subject, since) if subject else None

    def _year_before(self, printed: str | None) -> int | None:
        """2020年, or 上年: the year before the one evaluated."""
        reported = self._now.around.fiscal_year
        return int(printed) if printed else reported and reported - 1

    def _state(
        self, number: Number, gap_start: int, name: Match, year: int | None = None
    ) -> Iterator[Figure]:
        """The figure of a rate, unless the words around its name say that it is of something else."""
        now = self._now
        left = now.before(name.start)
        if words_of_others.OF_OTHERS.search(left) or self._others.are_meant(number, gap_start, name):
            return
        years = now.sentence.years_until(number.start, name.end)
        year = year or (years[-1].year if years else None)
        subject = Subject(name.term.concepts, None, name.term.text, name.start, year=year)
        yield from self._stating.emit(number, subject, name.start)
        now.flow.remember(subject, number.end)

    def _of_prior_year(self, number: Number, gap_start: int) -> Subject | None:
        """执行率99.12%，较2022年的96.4%提升: of the rate just stated, a year before."""
        now = self._now
        last = now.flow.subject
        prior = words_of_rates.PRIOR.fullmatch(now.text, gap_start, number.start)
        if prior is None or last is None or kind_of(last.concepts[0]) != "percent":
            return None
        year = self._year_before(prior["year"])
        rises = prior["than"] or words_of_rates.RISES.match(now.text, number.end)
        if year is None or not rises:
            return None
        return Subject(last.concepts, None, last.label, last.start, year=year)

    def _is_weight(self, number: Number) -> bool:
        """指标权重设置为：产出指标50%、满意度指标10%: the weight of what is named."""
        now = self._now
        since = max(now.sentence.start, number.start - _REACH)
        return words_of_score.WEIGHTS_LISTED.search(now.text, since, number.start) is not None

    def _names(self, start: int, upto: int) -> Iterator[Match]:
        """The last name of a rate in the text from ``start`` to ``upto``, if it is one that is known."""
        now = self._now
        found = list(words_of_rates.SUFFIX.finditer(now.text, start, upto))
        if not found:
            return
        begins, words = self._clause_of(found[-1].start(), found[-1].end())
        concept = words_of_rates.named(words) or self._spoken_of(words, begins)
        if concept:
            yield Match(Term(words, (concept,)), begins, found[-1].end())

    def _clause_of(self, name: int, end: int) -> tuple[int, str]:
        """Where the clause begins that holds a name, and its words up to the name's end."""
        now = self._now
        since = max(0, name - grammar.REACH)
        marks = [mark.end() for mark in _CLAUSE.finditer(now.text, since, name)]
        begins = marks[-1] if marks else since
        return begins, now.text[begins:end]

    def _spoken_of(self, words: str, upto: int) -> str | None:
        """财政供养人员控制率：…实有在职30人，控制率93.75%: a short name, of the rate named in full before it."""
        short = words_of_rates.SHORT.fullmatch(words)
        if short is None:
            return None
        now = self._now
        for found in reversed(list(words_of_rates.SUFFIX.finditer(now.text, max(0, upto - _FAR), upto))):
            concept = words_of_rates.named(self._clause_of(found.start(), found.end())[1])
            if concept:
                return concept if concept in words_of_rates.SHORT_FOR[short["what"]] else None
        headed = words_of_rates.SHORT_FOR[short["what"]].intersection(now.around.heading_concepts)
        return next(iter(headed)) if len(headed) == 1 else None

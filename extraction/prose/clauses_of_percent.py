"""Percentages: shares, completion of a budget, rates that stand alone or behind a formula.

Belongs here: which of those a percentage is, and of what.
Does not belong here: rates of change (``clauses_of_change``), short names of rates (``rates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction import reference
from extraction.concepts import concept_in, kind_of
from extraction.model import Figure
from extraction.prose import rates
from extraction.prose.clauses_of_level import LevelClauses
from extraction.prose.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_change, words_of_funds, words_of_others, words_of_parts

_WHOLES = {"total_revenue", "total_expenditure", "total_resources", "total_uses"}


class PercentClauses(LevelClauses):
    """Clauses that state a percentage."""

    def _percent(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        if rate := rates.computed(self._text, self._sentence, number):
            yield from self._emit(number, self._labels.subject(rate, gap_start), rate.start)
        elif (
            previous
            and previous.base_unit in {"persons", "count"}
            and words_of_parts.COUNTED_SHARE.match(gap)
        ):
            yield from self._counted_share(previous, number, gap_start)
        elif (match := words_of_parts.SHARE.search(gap)) and not self._is_completion(match):
            yield from self._share(number, gap_start, match)
        elif gap == "的" and self._completed and self._flow.subject:
            done = replace(self._flow.subject, stage="final_account")
            start = gap_start
            yield from self._emit(number, done, start, measure="completion_rate", base_stage=self._completed)
        elif (
            match := words_of_parts.SHARE.search(gap) or words_of_parts.COMPLETION.search(gap)
        ) and "预算" in match["base"]:
            start = gap_start + match.start()
            unknown = self._is_of_unbound(number, gap_start, start)
            subject = None if unknown else self._subject_of(number, gap_start, start)
            if subject and kind_of(subject.concepts[0]) != "money":
                subject = self._flow.money  # past the guests and vehicles counted meanwhile
            if subject:
                base_stage = "adjusted_budget" if re.search("全年|调整", match["base"]) else "initial_budget"
                done = replace(subject, stage="final_account" if subject.stage else None)
                if (
                    gap_start <= subject.start < start
                ):  # 上年支出为年初预算的92%: of the year of its own label
                    done = replace(done, year=self._year_of(subject.start))
                yield from self._emit(number, done, start, measure="completion_rate", base_stage=base_stage)
        else:
            yield from self._rate(number, gap_start, gap)

    def _is_completion(self, match: re.Match[str]) -> bool:
        """占调整预算的97.6%, said of what was spent; a share of a budget, said of a budget."""
        subject = self._flow.subject
        if subject is None or subject.stage != "final_account" or not self._has_own_budget(subject):
            return False
        return words_of_parts.SHARE_OF_BUDGET.fullmatch(match["base"]) is not None

    def _has_own_budget(self, subject: Subject) -> bool:
        """基本支出60万元，占预算的30%: part of the budget of the whole, where none of its own was named."""
        own = subject.first_stage in {"initial_budget", "adjusted_budget"}
        return own or subject.concepts[0] in {*_WHOLES, "three_public_total", self._around.whole}

    def _share(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """占66.75%: a share of the whole that the words or the list name."""
        start = gap_start + match.start()
        if "分别" in self._text[max(gap_start, start - 2) : number.start]:
            yield from self._first_of_shares(number, gap_start, match)
            return
        subject = (
            None
            if self._is_of_unbound(number, gap_start, start) or self._names_another(number, gap_start, start)
            else self._subject_of(number, gap_start, start)
        )
        if subject and not subject.fund_scope and concept_in(match["base"]) in subject.concepts:
            last = self._last_subject(
                number
            )  # 其他收入12万元，主要是捐赠收入，占总收入的43%: no whole is part of itself
            subject = None if last is None or last.concepts == subject.concepts else last
        if subject is not None:
            yield from self._share_of(number, subject, match["base"], start)

    def _names_another(self, number: Number, gap_start: int, start: int) -> bool:
        """…；2.财政补助仅占总收入的27%: behind a semicolon, of what that clause names and the vocabulary does not know."""
        begins = max(self._text.rfind(mark, self._sentence.start, start) for mark in "；;") + 1
        if begins == 0 or any(begins <= one.start < start and one.unit for one in self._sentence.numbers):
            return False
        if self._labels.nearest(number, gap_start, start, of_any_kind=True):
            return False
        return grammar.NAMES_NOTHING.sub("", self._text[begins:start].strip("，、:其")) != ""

    def _first_of_shares(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """甲85万元、乙12万元，分别占总支出的70%、10%: of the amounts in turn, where all of them are known."""
        more = words_of_parts.MORE_SHARES.match(self._text, number.end)
        count = 1 + (more.group().count("%") if more else 0)
        subjects = [subject for subject in self._amounts[-count:] if subject]
        named = [
            term
            for term in self._sentence.terms_in(gap_start, gap_start + match.start())
            if term.term.names_concept
        ]
        if named:  # …，基本支出、项目支出分别占77%、22%
            subjects = [self._labels.subject(term, gap_start) for term in named]
        if count > 1 and len(subjects) == count:
            shared = [(subject, match["base"]) for subject in subjects]
            yield from self._shares_in_turn(number, shared, gap_start + match.start())

    def _shares_in_turn(
        self, number: Number, shared: list[tuple[Subject, str]], start: int
    ) -> Iterator[Figure]:
        (subject, words), *self._share_turns = shared
        yield from self._share_of(number, subject, words, start)

    def _share_of(self, number: Number, subject: Subject, words: str, start: int) -> Iterator[Figure]:
        if "到位" in words or "下达" in words:
            return  # 占到位资金的97%: of what was received, which is no whole of what was spent
        base = self._base_of_share(words, subject)
        if base is None and not subject.fund_scope and subject.concepts[0] in _WHOLES:
            return  # 上半年支出占比38.6%: all spending is no part of anything
        if subject.stage != "final_account":  # a share is taken of what was spent, where that is known
            subject = replace(subject, stage=subject.first_stage or subject.stage)
        yield from self._emit(number, subject, start, measure="share", base_concept=base)

    def _base_of_share(self, words: str, subject: Subject) -> str | None:
        """What a share is taken of; None where the words name a whole that is not known.

        占财政拨款支出的65%: that of one budget, which is the whole only of what the same budget pays.
        """
        if words_of_parts.UNNAMED_BASE.fullmatch(words):
            return self._labels.whole_in_sentence(subject)
        base = concept_in(words)
        funds = words_of_funds.FUND_SCOPE.search(words) if base and base.endswith("_expenditure") else None
        narrower = funds is not None and funds.lastgroup != subject.fund_scope
        return None if narrower or words_of_others.BASE_OF_OTHERS.search(words) else base

    def _short_rate(self, gap: str) -> str | None:
        """控制率为72.94%: of the last subject, or of the whole behind its parts, which what follows is of then as well."""
        last, whole = self._flow.subject, self._flow.list_whole
        if last is None:
            return None
        concept = rates.short(last.concepts[0], gap)
        if concept or whole is None or whole.concepts[0] not in reference.ancestors(last.concepts[0]):
            return concept
        concept = rates.short(whole.concepts[0], gap)
        self._flow.subject = whole if concept else last
        return concept

    def _rate(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """A rate by itself, of a change or of the last subject (控制率为72.94%)."""
        if words_of_change.CHANGE.search(gap):
            yield from self._change(number, gap_start, gap)
        elif concept := self._short_rate(gap):
            yield from self._emit(number, Subject((concept,), None, gap, gap_start), gap_start)
        else:
            yield from self._level(number, gap_start)

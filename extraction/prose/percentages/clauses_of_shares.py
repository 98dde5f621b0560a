"""Shares: 占总支出的66.75%, and several in turn.

Belongs here: whose a share is, and what it is taken of.
Does not belong here: how much of a budget was spent (``clauses_of_completion``), shares of a count (``clauses_of_counts``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction import reference
from extraction.concepts import WHOLES, concept_in
from extraction.model import Figure
from extraction.prose.names.antecedents import Antecedents
from extraction.prose.names.closed_lists import closed_whole
from extraction.prose.names.labels import Labels
from extraction.prose.names.labels_of_parts import Lists
from extraction.prose.names.naming import Naming
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_change, words_of_funds, words_of_others, words_of_parts

#: Amounts before a share that are asked whether it is taken of them.
_WHOLES_ASKED = 24


class Shares:
    """Clauses that state a share."""

    def __init__(
        self,
        now: State,
        labels: Labels,
        naming: Naming,
        lists: Lists,
        antecedents: Antecedents,
        stating: Stating,
    ) -> None:
        self._now = now
        self._labels = labels
        self._naming = naming
        self._lists = lists
        self._antecedents = antecedents
        self._stating = stating

    def share(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """占66.75%: a share of the whole that the words or the list name."""
        start = gap_start + match.start()
        if "分别" in self._now.text[max(gap_start, start - 2) : number.start]:
            yield from self._first_of_shares(number, gap_start, match)
            return
        subject = (
            None
            if self._antecedents.is_unbound(number, gap_start, start)
            or self._names_another(number, gap_start, start)
            else self._antecedents.of(number, gap_start, start)
        )
        if subject and not subject.fund_scope and concept_in(match["base"]) in subject.concepts:
            # 其他收入12万元，主要是捐赠收入，占总收入的43%: no whole is part of itself
            last = self._antecedents.last(number)
            subject = None if last is None or last.concepts == subject.concepts else last
        if subject is not None:
            yield from self._share_of(number, self._or_whole(subject, match["base"]), match["base"], start)

    def _or_whole(self, subject: Subject, words: str) -> Subject:
        """基本支出500万元，人员经费420万元，公用经费80万元，占总支出的57%: of the whole of a closed list, none of whose parts has a share."""
        if self._now.said.last_share or subject is not self._now.flow.subject:
            return subject
        whole = closed_whole(self._now.flow, subject)
        base = concept_in(words)
        return whole if whole and base and base in reference.ancestors(whole.concepts[0]) else subject

    def in_turn(self, number: Number, shared: list[tuple[Subject, str]], start: int) -> Iterator[Figure]:
        """The next of several shares, of the next of the subjects."""
        (subject, words), *self._now.said.share_turns = shared
        yield from self._share_of(number, subject, words, start)

    def in_brackets(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure] | None:
        """本年支出90万元：基本支出60万元（66.67%）: a rate that nothing names, where the amounts say that it is a share; None elsewhere."""
        now, subject = self._now, self._now.flow.subject
        alone = gap == "(" and now.text.startswith((")", ",", "，"), number.end)
        if not alone or subject is None or not now.flow.amounts:
            return None
        amount, part = now.flow.amounts[-1]
        if part is None or part.concept != subject.concepts[0]:
            return None
        for whole, figure in reversed(now.flow.amounts[-_WHOLES_ASKED:-1]):
            if figure is None or figure.stage != part.stage or figure.fiscal_year != part.fiscal_year:
                continue
            above = figure.concept in reference.ancestors(part.concept)
            if above and figure.measure == "level" and _is_share(number, amount, whole):
                self._now.said.last_share = (number.end, subject)
                return self._stating.emit(
                    number, subject, gap_start, measure="share", base_concept=figure.concept
                )
        return None

    def _names_another(self, number: Number, gap_start: int, start: int) -> bool:
        """，绿化占3%; …；2.财政补助仅占总收入的27%: of what the clause, or all behind a semicolon, names and the vocabulary does not know."""
        now = self._now
        if self._labels.nearest(number, gap_start, start, of_any_kind=True):
            return False
        if now.flow.subject and words_of_change.names_another(
            now.text[gap_start:start], now.flow.subject.label
        ):
            return True
        begins = max(now.text.rfind(mark, now.sentence.start, start) for mark in "；;") + 1
        if begins == 0 or any(begins <= one.start < start and one.unit for one in now.sentence.numbers):
            return False
        return grammar.NAMES_NOTHING.sub("", now.text[begins:start].strip("，、:其")) != ""

    def _first_of_shares(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """甲85万元、乙12万元，分别占总支出的70%、10%: of the amounts in turn, where all of them are known."""
        now = self._now
        more = words_of_parts.MORE_SHARES.match(now.text, number.end)
        count = 1 + (more.group().count("%") if more else 0)
        subjects = [subject for subject in now.said.amounts[-count:] if subject]
        named = [
            term
            for term in now.sentence.terms_in(gap_start, gap_start + match.start())
            if term.term.names_concept
        ]
        if named:  # …，基本支出、项目支出分别占77%、22%
            subjects = [self._naming.subject(term, gap_start) for term in named]
        if count > 1 and len(subjects) == count:
            shared = [(subject, match["base"]) for subject in subjects]
            yield from self.in_turn(number, shared, gap_start + match.start())

    def _share_of(self, number: Number, subject: Subject, words: str, start: int) -> Iterator[Figure]:
        if words_of_parts.NO_WHOLE.search(words):
            return  # 占到位资金的97%, 占增加额的20%: of what was received or came to it, which is no whole of what was spent
        base = self._base_of_share(words, subject)
        if base is None and not subject.fund_scope and subject.concepts[0] in WHOLES:
            return  # 上半年支出占比38.6%: all spending is no part of anything
        if subject.stage != "final_account":  # a share is taken of what was spent, where that is known
            subject = replace(subject, stage=subject.first_stage or subject.stage)
        self._now.said.last_share = (number.end, subject)
        if self._now.flow.subject is None:
            self._now.flow.subject = self._now.flow.money = subject  # 事业收入占62%，较上年增加2万元
        yield from self._stating.emit(number, subject, start, measure="share", base_concept=base)

    def _base_of_share(self, words: str, subject: Subject) -> str | None:
        """What a share is taken of; None where the words name a whole that is not known.

        占财政拨款支出的65%: that of one budget, which is the whole only of what the same budget pays.
        """
        if words_of_parts.UNNAMED_BASE.fullmatch(words):
            return self._lists.whole_in_sentence(subject)
        base = concept_in(words)
        funds = words_of_funds.FUND_SCOPE.search(words) if base and base.endswith("_expenditure") else None
        narrower = funds is not None and funds.lastgroup != subject.fund_scope
        return None if narrower or words_of_others.BASE_OF_OTHERS.search(words) else base


def _is_share(number: Number, part: Decimal, whole: Decimal) -> bool:
    """Whether a percentage, as far as it is printed, is the part of the whole."""
    if not 0 < part < whole:
        return False
    return abs(part * 100 / whole - number.value) <= Decimal(1).scaleb(-max(number.decimals or 0, 1))

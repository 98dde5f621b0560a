"""Binds each number of a sentence to what it measures.

Belongs here: reading a sentence from left to right and deciding of each number what kind of clause it stands in.
Does not belong here: the kinds of clause (``clauses_of_*``), the patterns (``grammar``, ``words_of_*``), finding labels (``labels``),
headings (``running_text``), tables (``grids``).

A number is bound only through words that stand between it and its label; what the grammar does
not recognise is left out, because a wrong figure is worse than a missing one. Each kind of clause is a class above the
one before it and uses only those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction import reference
from extraction.doubt import UNCERTAIN
from extraction.model import Figure
from extraction.prose.clauses_of_numbers import NumberClauses
from extraction.prose.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import (
    grammar,
    words_of_change,
    words_of_items,
    words_of_parts,
    words_of_score,
    words_of_stage,
)


class Clauses(NumberClauses):
    """One sentence, read from left to right, number by number."""

    def figures(self) -> Iterator[Figure]:
        """Figures of the sentence in reading order, then its grade."""
        self._enter_year()
        if not any(number.unit for number in self._sentence.numbers):
            self._flow.topic = self._topic()
        gap_start = self._sentence.start
        previous: Number | None = None
        for number in self._paired():
            if self._is_numbering(number):
                continue
            gap = self._text[gap_start : number.start]
            self._brackets(gap)
            self._note_reason(gap_start, gap, number)
            if compared := words_of_change.COMPARED_NUMBER.search(gap):
                self._compared = compared.group()
            number = self._with_points(number)
            limit = self._text[number.start - 1 : number.start] in grammar.BOUNDS or (
                number.limit and not (self._turns or words_of_stage.KEPT_WITHIN.search(gap))
            )
            stated = number.unit is not None and not limit and not self._is_operand_or_cell(number)
            added = gap.startswith(
                ("+", "＋")
            )  # 年初预算2136万元+追加1728万元: how the amount before came about
            hoped = number.base_unit in {"percent", "yuan"} and self._is_hoped_for(number)
            if stated and not self._flow.reason and not added and not hoped:
                bound = self._passed = False
                for figure in self._bind(number, gap_start, gap, previous):
                    bound = True
                    self._note_stated(figure, gap)
                    yield self._doubted(figure, number)
                if not bound and not self._passed and number.base_unit == "yuan":
                    self._leave_unbound(number, gap_start, gap)
                if number.base_unit == "yuan":
                    self._amounts.append(self._flow.subject if bound else None)
            gap_start, previous = number.end, number
        yield from self._grades()

    def _completes_budget(self, number: Number, gap: str) -> re.Match[str] | None:
        """完成预算84万元(的63%), 为年初预算数84万元的63%: words before the budget that an amount is measured by."""
        if "预算" not in gap:
            return None
        if match := words_of_parts.COMPLETION_BASE_AMOUNT.search(gap):
            return match
        shared = words_of_parts.SHARE_BEHIND.match(self._text, number.end)
        return words_of_parts.OF_BUDGET_AMOUNT.search(gap) if shared else None

    def _changes_by_verb(self, number: Number, gap_start: int, gap: str) -> bool:
        """较上年减少了“三公”经费9万元: the change stands before its label."""
        if not words_of_change.SOME_CHANGE.search(gap):
            return False
        label = self._labels.nearest(number, gap_start, number.start)
        return (
            label is not None
            and words_of_change.VERB_BEFORE.search(self._labels.before(label.start)) is not None
        )

    def _note_stated(self, figure: Figure, gap: str) -> None:
        """Remember the latest year of each level, and the last change of an amount."""
        if figure.measure == "change" and figure.base_unit == "yuan":
            self._change_of = abs(figure.value_base or Decimal(0))
            self._parts_of_change = grammar.OF_WHICH.search(gap) is not None
        if figure.concept == "official_reception" and figure.measure == "level":
            self._flow.guests = figure.value
        self._note_year(figure.concept, figure.fiscal_year)
        if figure.measure == "level" and figure.fiscal_year:
            latest = self._levels.get(figure.concept, 0)
            self._levels[figure.concept] = max(latest, figure.fiscal_year)

    def _budget_completed(self, base: str | None) -> str:
        """The stage of the budget in 完成全年预算84万元; 完成预算12万元 is of that named before in the paragraph."""
        if base:
            self._flow.completed = "adjusted_budget" if base in {"全年", "调整"} else "initial_budget"
        return self._flow.completed or "initial_budget"

    def _budget_of(self, match: re.Match[str]) -> Subject | None:
        """Whose budget the words name: that of the last subject; 占年初预算 may be the whole's, then None."""
        subject = self._flow.subject
        own = subject is None or not match.group().startswith("占") or self._has_own_budget(subject)
        return subject if own else None

    def _leave_unbound(self, number: Number, gap_start: int, gap: str) -> None:
        """Remember an amount that nothing was found for: what follows it may be of it."""
        self._flow.unbound_end = number.end
        before = self._sentence.terms_in(gap_start, number.start)
        self._flow.unbound_stage = any(term.term.stage for term in before)
        if self._flow.unbound_stage and words_of_parts.PARTS_FOLLOW.match(self._text, number.end):
            self._flow.of_another = (
                number.end
            )  # 某预算98万元（其中人员经费68万元: of a budget that nobody knows
        self._unknown = self._unknown or grammar.OPENING.match(gap) is None
        if self._flow.of_another < 0 and words_of_items.OWN_ITEM.search(gap):
            self._flow.of_another = number.end
        if words_of_items.OWN_NAME.search(gap):  # a rate that follows is of this amount, whatever it is
            self._flow.subject = self._flow.money = None

    def _is_changed(self, number: Number, gap_start: int, gap: str) -> bool:
        """较上年增加20万元; 当年省、市追加指标21万元, which no label names."""
        if words_of_change.CHANGE.search(gap):
            return not self._is_adjustment(number, gap_start)
        if not self._is_added_within_year(number, gap):
            return False  # asked first: looking for a label forgets the subject of what is none of ours
        return self._labels.nearest(number, gap_start, number.start) is None

    def _doubted(self, figure: Figure, number: Number) -> Figure:
        """年中追加189万元，核减5万元: what was added is not all that the budget was changed by, so no rule reckons with it."""
        if figure.concept != "budget_adjustment" or figure.measure != "level":
            return figure
        begins = max(self._sentence.start, number.start - 5 * grammar.REACH)
        ends = min(self._sentence.end, number.end + 5 * grammar.REACH)
        if not words_of_change.CUT_AS_WELL.search(self._text, begins, ends):
            return figure
        return replace(figure, confidence=UNCERTAIN, note="something was cut from the budget as well")

    def _bind(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        second, self._second_change = self._second_change, None
        shared, self._share_turns = self._share_turns, []
        if second and gap in {",", "，", "、", "和"}:
            yield from self._changed(number, *second, gap_start)
        elif shared and number.base_unit == "percent":
            yield from self._shares_in_turn(number, shared, gap_start)
        elif number.base_unit == "percent":
            yield from self._percent(number, gap_start, gap, previous)
        elif self._is_changed(number, gap_start, gap):
            yield from self._change(number, gap_start, gap)
        elif (match := self._completes_budget(number, gap)) and self._is_of_unbound(
            number, gap_start, gap_start + match.start()
        ):
            self._completed = None  # 其中工会经费8万元，为年初预算9万元的88%: of what nothing was found for
        elif match and (subject := self._budget_of(match)):
            self._completed = stage = self._budget_completed(match["base"])
            yield from self._emit(number, replace(subject, stage=stage), gap_start + match.start())
        elif not words_of_change.COMPARED_NUMBER.search(gap) or self._changes_by_verb(number, gap_start, gap):
            yield from self._level(number, gap_start)
        else:
            compared = gap_start + words_of_change.compared_at(gap)
            label = self._labels.nearest(number, gap_start, compared, True)
            if label:
                self._flow.subject = self._labels.subject(label, gap_start)
            yield from self._labelled_prior(number, compared) or self._prior_level(number, gap_start, gap)

    def _grades(self) -> Iterator[Figure]:
        start, end = self._sentence.start, self._sentence.end
        told = any(self._text.find(word, start, end) >= 0 for word in words_of_score.BEFORE_GRADES)
        for before in words_of_score.GRADE_BEFORE.finditer(self._text, start, end) if told else ():
            group = next(name for name in ("word", "quoted", "plain") if before[name])
            yield self._grade("等次", before.start(), reference.grades()[before[group]], *before.span(group))
        for match in self._sentence.terms:
            if "grade" not in match.term.concepts:
                continue
            if match.term.strength == "weak" and not grammar.WEAK_LEFT.search(
                self._labels.before(match.start)
            ):
                continue
            word = words_of_score.GRADE.match(self._text[match.end : match.end + 12])
            if word:
                start, end = match.end + word.start("word"), match.end + word.end("word")
                yield self._grade(match.term.text, match.start, reference.grades()[word["word"]], start, end)

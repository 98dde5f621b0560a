"""Changes: 较上年增加3万元，增长5%, of one subject or of both totals.

Belongs here: amounts and rates of change, their base.
Does not belong here: money added to a budget (``clauses_of_additions``), reasons (``clauses_of_reasons``), the level of the year compared
with (``clauses_of_years``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction import reference
from extraction.concepts import ALL_INCOME, APPROPRIATIONS, COUNTED_GUESTS, TWO_SIDES
from extraction.model import Figure
from extraction.prose.changes import doubts_of_changes
from extraction.prose.changes.clauses_of_additions import Additions
from extraction.prose.names.antecedents import Antecedents
from extraction.prose.names.labels import Labels
from extraction.prose.names.labels_of_parts import lists_classes
from extraction.prose.owners import heads
from extraction.prose.sentence.dating import Dating
from extraction.prose.sentence.doubts import FAR_YEAR
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_change, words_of_counts, words_of_others, words_of_sources

#: In place of a stage: measured against a year before the last, or against what is allowed (比编制数少1人).
_DISTANT, _ALLOWED = "distant_year", "allowed"


class Changes:
    """Clauses that state a change."""

    def __init__(
        self,
        now: State,
        labels: Labels,
        dating: Dating,
        antecedents: Antecedents,
        stating: Stating,
        additions: Additions,
    ) -> None:
        self._now, self._labels, self._dating = now, labels, dating
        self._antecedents, self._stating, self._additions = antecedents, stating, additions

    def are_stated(self, number: Number, gap_start: int, gap: str) -> bool:
        """较上年增加20万元; 当年省、市追加指标21万元, which no label names."""
        if self._has_sign(number, gap):
            return True
        if words_of_change.CHANGE.search(gap):
            return not self._additions.are_named(number, gap_start)
        if not self._additions.are_within_year(number, gap):
            return False  # asked first: looking for a label forgets the subject of what is none of ours
        return self._labels.nearest(number, gap_start, number.start) is None

    def stand_before_label(self, number: Number, gap_start: int, gap: str) -> bool:
        """较上年减少了“三公”经费9万元: the change stands before its label."""
        now = self._now
        if not words_of_change.SOME_CHANGE.search(gap):
            return False
        label = self._labels.nearest(number, gap_start, number.start)
        return label is not None and words_of_change.VERB_BEFORE.search(now.before(label.start)) is not None

    def change(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """较预算增加278.46万元: a change of the subject, never its level; 年中因增资追加196万元: an adjustment."""
        if self._additions.are_within_year(number, gap):
            yield from self._additions.within_year(number, gap)
        elif compared := self._has_sign(number, gap):
            start = gap_start + compared.start()
            if subject := self._changing(number, gap_start, start, gap):
                base = words_of_change.compared_with(compared.group(), self._of_year(subject, start))
                yield from self.signed(number, subject, False, base, start)
        else:
            yield from self._stated_change(number, gap_start, gap)

    def _has_sign(self, number: Number, gap: str) -> re.Match[str] | None:
        """较上年-0.13万元, 较上年+0.05万元: a change whose sign stands for the verb."""
        signed = number.value < 0 or gap.endswith(("+", "＋"))
        return words_of_change.BEFORE_SIGN.search(gap) if signed else None

    def _stated_change(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        now = self._now
        change = words_of_change.CHANGE.search(gap)
        if change is None or number.base_unit == "percentage_points" or words_of_change.INCLUDED.search(gap):
            return
        if change["open"] and number.value:
            return  # 增加(减少)3万元: which of the two nobody struck out
        compare = words_of_change.last_comparison(gap)
        start = heads.change_begins(now.sentence, number, gap_start, change, compare)
        start -= 2 * self._is_scope(start - 2)
        last = now.flow.subject
        subject = self._changing(number, gap_start, start, gap)
        if subject is None or (compare is None and self._additions.are_to_one_budget(subject, gap)):
            return
        if last and subject is not last and grammar.OF_WHICH.search(gap):
            now.flow.list_whole = last  # 预算减少8万元，其中接待费减少1万元。比上年执行数减少2万元
        subject = self._as_compared(subject, compare, subject is last)
        if words_of_change.EACH_OF_BOTH.search(gap):
            subject = self._both_sides(subject)
        if not compare and self._additions.add_to_whole(subject, number, change):
            added = replace(subject, concepts=("budget_adjustment",), stage="adjusted_budget")
            yield from self._stating.emit(number, added, start)
            return
        if subject is not last and subject.stage_printed:  # 预算较上年增加2万元，其中甲增加1万元
            now.flow.whole, now.flow.whole_end = subject, number.end
            now.flow.printed[now.flow.year] = subject.stage or ""
        now.flow.subject = subject
        falls = change["down"] is not None
        base_stage = now.said.base_stage = self._measured_against(gap, compare, self._of_year(subject, start))
        if base_stage == _ALLOWED:
            return
        if len(subject.concepts) > 1 and words_of_change.ANOTHER_FOLLOWS.match(now.text, number.end):
            now.said.second_change = (replace(subject, concepts=subject.concepts[1:]), falls, base_stage)
            subject = replace(subject, concepts=subject.concepts[:1])
        noted = doubts_of_changes.noted(now, subject, gap, gap_start, subject is last)
        yield from self.signed(number, noted, falls, base_stage, start)

    def _is_scope(self, start: int) -> bool:
        """公车购置及运行费整体比上年增加2万元; 公车购置费全县增加2万元, where no department reports."""
        now = self._now
        if now.text.startswith("整体", start):
            return True
        return now.around.department is None and now.text.startswith(words_of_others.WHOLE_PLACES, start)

    def in_brackets(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure] | None:
        """较上年减少2万元(12%): the rate of the change before the bracket, which holds nothing else; None elsewhere."""
        last = self._now.said.last_change
        alone = gap in {"(", "(-"} and self._now.text.startswith(")", number.end)
        alone = alone or (gap in {"、", "，"} and number.value < 0)  # 同比-8万元、-12%
        if last is None or not alone or last[0] != gap_start:
            return None
        return self.signed(number, *last[1:], gap_start)

    def _changing(self, number: Number, gap_start: int, start: int, gap: str) -> Subject | None:
        """What a change is of whose words begin at ``start``; None where that is something nobody knows."""
        now = self._now
        of_unknown = grammar.OF_WHICH.search(gap) and gap_start == now.flow.unbound_end
        of_unknown = of_unknown or gap_start == now.flow.unknown_people
        if of_unknown or self._antecedents.is_unbound(number, gap_start, start):
            return None  # 预算数较决算数少18万元，其中公用经费压减5万元
        subject = self._antecedents.compared(number, start) or self._antecedents.of(number, gap_start, start)
        if subject is None or not self._may_change(subject, number, gap):
            return None
        if words_of_change.has_reason_of_another(now.text[gap_start : number.start], subject.label):
            return None
        if subject is not now.flow.subject:
            return subject
        if budget := words_of_sources.budget_changed(now.text[gap_start:start]):
            divides = subject.concepts[0] in {
                *ALL_INCOME,
                *APPROPRIATIONS,
            }  # 支出增加3万元，其中政府性基金减少1万元: of spending
            return replace(subject, concepts=budget[:1], label=budget[1], start=start) if divides else None
        compare = words_of_change.last_comparison(gap)
        own = compare is not None and any(
            term.term.concepts == subject.concepts
            for term in now.sentence.terms_in(gap_start + compare.start("base"), number.start)
        )
        base = compare["base"] if compare and not own else None  # 2017年比上年基本支出增加
        change = words_of_change.CHANGE.search(gap)
        of_rate = change is not None and "率" in change.group()
        another = words_of_change.names_another(now.text[gap_start:start], subject.label, base, of_rate)
        return None if another else subject

    def _as_compared(self, subject: Subject, compare: re.Match[str] | None, goes_on: bool) -> Subject:
        """The subject of a change as the words of the comparison mean it."""
        if compare and "收入" in compare["base"] and subject.concepts == ("total_expenditure",):
            return replace(subject, concepts=("total_revenue",))  # 支出52万元，比上年收入增加50%
        if goes_on and subject.first_stage == "final_account":
            return replace(subject, stage=subject.first_stage)  # 支出5万元，年初预算6万元，较上年减少
        return subject

    def _measured_against(self, gap: str, compare: re.Match[str] | None, year: int | None) -> str | None:
        """The stage that a change is measured against, by the words before its amount or those before them."""
        now = self._now
        base = (compare["base"] or compare.group()[:2]) if compare else now.said.compared
        if not base and (announced := words_of_change.COMPARED_BEFORE.search(gap)):
            base = announced.group()
        now.said.compared = ""
        if words_of_change.of_no_year(base):
            return _ALLOWED
        if words_of_change.of_distant_year(base, year):
            return _DISTANT
        if not base and words_of_change.SAME_COMPARISON.fullmatch(gap):
            return now.said.base_stage  # 较上年减少1.43万元，下降7.10%
        return words_of_change.compared_with(base, year)

    def _of_year(self, subject: Subject, start: int) -> int | None:
        """The year of what changes: the latest one for which the sentence gives its level."""
        return max(
            filter(None, (self._dating.year_of(start), self._now.said.levels.get(subject.concepts[0]))),
            default=None,
        )

    def _may_change(self, subject: Subject, number: Number, gap: str) -> bool:
        """Whether the words allow that the change is of the subject."""
        now = self._now
        if subject.function_code and subject is now.flow.subject and lists_classes(now):
            return False  # 支出包括：教育支出9万元，住房保障支出2万元，比上年减少1万元: of a whole that nothing names
        if subject.is_part and subject is now.flow.subject:
            return False  # 其中甲、乙，较上年减少: of the last part or of the whole, the words do not say
        if len(subject.concepts) == 1 and grammar.EACH_IN_TURN.search(gap):
            now.flow.subject = None  # 甲3万元，乙9万元，较上年分别下降2%和12%
            return False
        if self._additions.cut_whole(subject, number, gap):
            return False
        if subject.concepts[0] in COUNTED_GUESTS and words_of_counts.GUESTS_TOGETHER.search(
            now.before(number.start - len(gap))
        ):
            return False
        about = reference.concepts()[subject.concepts[0]]
        if words_of_change.OF_BUDGETS_ALONE.search(gap) and about.nature != "flow":
            return False  # 其中上年结转3万元，本年追加9万元
        if about.kind == "percent" and number.base_unit == "percent":
            return False  # 满意率95%，信访总量下降12%: rates rise and fall by points
        return number.base_unit != "yuan" or about.kind == "money"

    def _both_sides(self, subject: Subject) -> Subject:
        """收入总计3256万元，支出总计3256万元，与2021年度相比，各增加256万元: of income and of spending."""
        first = self._now.flow.first
        pair = (*first.concepts, *subject.concepts) if first else ()
        return replace(subject, concepts=pair) if pair in TWO_SIDES else subject

    def signed(
        self, number: Number, subject: Subject, falls: bool, base_stage: str | None, start: int
    ) -> Iterator[Figure]:
        """The figure of a change, less than nothing where it falls."""
        if base_stage == _DISTANT:
            subject, base_stage = replace(subject, note=FAR_YEAR), None
        self._now.flow.changed = True
        self._now.said.last_change = (number.end, subject, falls, base_stage)
        signed = replace(number, digits=f"-{number.digits}") if falls and number.value > 0 else number
        measure = "change_rate" if number.base_unit == "percent" else "change"
        stated = self._stating.emit(signed, subject, start, measure=measure, base_stage=base_stage)
        for figure in map(self._stating.of_latest_year, stated):
            changed = replace(subject, year=figure.fiscal_year, note=figure.note), base_stage
            if not _is_within(changed, self._now.flow.changed_of):
                self._now.flow.changed_of = changed
            yield figure


def _is_within(part: tuple[Subject, str | None], whole: tuple[Subject, str | None] | None) -> bool:
    """支出增加8万元：1.基本支出…，增加2万元；2.项目支出…，增加6万元: a change of a part, where that of the whole is still spoken of."""
    if whole is None or part[1] not in {None, whole[1]}:
        return False
    (one, _), (other, _) = part, whole
    alike = (one.stage, one.year, one.org_scope) == (other.stage, other.year, other.org_scope)
    return alike and bool(set(other.concepts) & set(reference.ancestors(one.concepts[0])))

"""Levels behind their label: 公务接待费3万元.

Belongs here: what the words around its label make of an amount.
Does not belong here: finding the label (``labels``), whose amount it is (``ownership``, ``clauses_of_others``), amounts without a label
(``clauses_of_level``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.concepts import COUNTED_GUESTS, SPENDING, TWO_SIDES, are_three_public
from extraction.model import Figure
from extraction.prose.levels.clauses_of_parts import Parts
from extraction.prose.levels.clauses_of_spending import Spending
from extraction.prose.names.labels_of_parts import Lists
from extraction.prose.names.naming import Naming
from extraction.prose.names.stages_of_lists import is_next_of_list
from extraction.prose.owners.clauses_of_others import Others
from extraction.prose.sentence.dating import this_year_is_known
from extraction.prose.sentence.doubts import FAR_YEAR, SEVERAL_YEARS
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_change, words_of_parts, words_of_stage

#: 、51万元 and the end of the clause.
_SECOND_AMOUNT = re.compile(r"[、/][\d.,]+(?:亿元|万元|元|万)(?=[，；。;,)、]|$)")


class Labelled:
    """Clauses in which a label stands before its amount."""

    def __init__(
        self,
        now: State,
        naming: Naming,
        lists: Lists,
        stating: Stating,
        parts: Parts,
        others: Others,
        spending: Spending,
    ) -> None:
        self._now = now
        self._naming = naming
        self._lists = lists
        self._stating = stating
        self._parts = parts
        self._others = others
        self._spending = spending

    def figures(self, number: Number, gap_start: int, label: Match) -> Iterator[Figure]:
        """A level, or what the words before its label make of it."""
        now = self._now
        not_ours = self._others.are_meant(number, gap_start, label) or self._is_part_of_change(
            number, gap_start, label
        )
        subject = None if not_ours else self._named_by(number, gap_start, label)
        if subject is None:
            return
        if (changed := self._changed_by_verb(number, gap_start, subject, label)) is not None:
            yield from changed
            return
        if turns := self._turns(number, gap_start, label):
            now.said.turns = turns
            yield from self._parts.next_in_turn(number)
            return
        if self._is_one_of_several(number, gap_start, label) or self._is_first_of_two(number, subject):
            return
        counted = now.flow.subject.concepts[0] if now.flow.subject else ""
        if label.term.text == "支出" and counted in COUNTED_GUESTS:
            subject = replace(subject, concepts=("official_reception",))  # 接待34批次、260人次，支出3万元
        if budget := self._spending.budget_spent(label) or self._spending.budget_received(label, gap_start):
            first = budget.first_stage or budget.stage
            subject = replace(budget, stage="final_account", stage_printed=True, first_stage=first)
        if now.text.startswith(":", gap_start) or words_of_parts.LISTED.search(
            now.text, gap_start, label.start
        ):
            now.flow.list_whole = now.flow.subject  # 年初预算3985万元：基本支出…；项目支出…
        if subject.function_code:
            now.flow.function_code = subject.function_code
        paired = now.said.second > number.start and len(subject.concepts) > 1
        subject = _both_sides(self._lists.each_of(gap_start, label, number.start), subject) or subject
        stated = replace(subject, concepts=subject.concepts[:1]) if paired else subject
        yield from self._each_before(number, gap_start, label, subject)
        yield from self._stating.emit(number, stated, label.start)
        yield from self._parts.all_of(number, subject)
        now.flow.opened = now.flow.opened or self._opens_with(subject)
        if subject.concepts != ("budget_adjustment",):  # what follows it is of what was adjusted
            now.flow.remember(subject, number.end)

    def _changed_by_verb(
        self, number: Number, gap_start: int, subject: Subject, label: Match
    ) -> Iterator[Figure] | None:
        """节约公务接待费1万元: a change, as the verb before its label or its list says; None where there is none."""
        now = self._now
        last = now.said.verb_change
        verb = words_of_change.VERB_BEFORE.search(now.before(min(subject.start, label.start)))
        if verb is None and last and last[0] == gap_start and is_next_of_list(now, label, gap_start):
            subject, verb = replace(subject, stage=last[1], note=None), last[2]
            if words_of_change.ADDED_OR_CUT.match(verb.group()) is None:
                return iter(())  # 比上年减少接待费2万元，会议费3万元: less by that, or as much
        if verb is None:
            return None
        compare = words_of_change.last_comparison(now.before(min(subject.start, label.start)))
        if compare and words_of_change.of_distant_year(compare["base"] or "", now.around.fiscal_year):
            subject = replace(subject, note=FAR_YEAR)  # 较2021年减少“三公”经费5万元, said of 2023
        now.said.verb_change = (number.end, subject.stage, verb)
        if verb["down"] and self._adjusts_budget(label.start, number.end):
            return iter(())
        signed = replace(number, digits=f"-{number.digits}") if verb["down"] and number.value else number
        return self._stating.emit(signed, subject, label.start, measure="change")

    def _adjusts_budget(self, start: int, end: int) -> bool:
        """一是补发考核奖31万元；二是压减公用经费2万元: cut from a budget, among what was added to it."""
        text = self._now.text
        return (
            words_of_change.ADJUSTING.search(text, max(0, start - 4 * grammar.REACH), end + grammar.REACH)
            is not None
        )

    def _turns(self, number: Number, gap_start: int, label: Match) -> list[Subject]:
        """甲、乙分别为: the labels whose amounts follow in turn."""
        if self._lists.of_several_years(gap_start, label, number.start):
            return []  # 2021年、2022年甲、乙分别为: four amounts, or two of several years
        turns = self._lists.in_turn(gap_start, label, number.start)
        return _at_one_stage([self._naming.subject(turn, gap_start) for turn in turns])

    def _each_before(self, number: Number, gap_start: int, label: Match, last: Subject) -> Iterator[Figure]:
        """甲、乙、丙均为0: the same amount of each label before the last."""
        if last.concepts in TWO_SIDES:
            return  # both are stated as one subject
        for other in self._lists.each_of(gap_start, label, number.start):
            yield from self._stating.emit(number, self._naming.subject(other, gap_start), other.start)

    def _named_by(self, number: Number, gap_start: int, label: Match) -> Subject | None:
        """The subject of a label, or of several that one amount is the sum of; None where nothing names that."""
        if number.value < 0 and label.term.concepts[0] in SPENDING:
            return (
                None  # 接待费-0.5万元: nothing that was spent, and the words do not say that it is a change
            )
        named = self._spending.on_topic(label, self._naming.subject(label, gap_start))
        subject = named and self._spending.of_body(label, named, gap_start)
        if subject and (year := self._year_behind(label, number)):
            if self._is_of_last_year(label, number) and not this_year_is_known(self._now):
                return None
            several = words_of_stage.OF_SEVERAL_YEARS.search(self._now.text, label.end, number.start)
            subject = replace(subject, year=year, note=SEVERAL_YEARS if several else subject.note)
        joined = self._lists.joined_before(gap_start, label, number.start) if number.value else []
        if subject is None or not joined:
            return subject
        if not are_three_public({concept for one in joined for concept in one.term.concepts}):
            now = self._now
            now.said.passed = True  # 会议费、培训费支出9万元: of both together, whose parts are ours
            return None
        return replace(subject, concepts=("three_public_total",), start=joined[0].start, is_part=False)

    def _year_behind(self, label: Match, number: Number) -> int | None:
        """公务接待费2021年3万元, 公务接待费去年决算3万元: the year between a name and its amount."""
        now = self._now
        if self._is_of_last_year(label, number):
            return now.around.fiscal_year and now.around.fiscal_year - 1
        years = now.sentence.years_until(number.start, label.end)
        leads = years and grammar.LEADS.fullmatch(now.text, label.end, number.start)
        return years[0].year if leads and not years[0].dated else None

    def _is_of_last_year(self, label: Match, number: Number) -> bool:
        return words_of_stage.LAST_YEAR_BETWEEN.match(self._now.text, label.end, number.start) is not None

    def _is_one_of_several(self, number: Number, gap_start: int, label: Match) -> bool:
        """执行率分别为98.87%、90.67%: of the amounts before, in their order; or of several years."""
        now = self._now
        rates = number.base_unit == "percent" and "分别" in now.text[label.end : number.start]
        return rates or self._lists.of_several_years(gap_start, label, number.start)

    def _is_first_of_two(self, number: Number, subject: Subject) -> bool:
        """基本支出：48万元、51万元: of two stages or years, which the words do not say."""
        now = self._now
        alone = len(subject.concepts) == 1 and now.text[number.end - 1] in "元万"
        return alone and _SECOND_AMOUNT.match(now.text, number.end) is not None

    def _is_part_of_change(self, number: Number, gap_start: int, label: Match) -> bool:
        """比上年减少“三公”经费34万元，其中公务接待费31万元: no level, where the sentence has given none or all of them make up the change."""
        now = self._now
        if now.said.change_of is None or number.base_unit != "yuan":
            return False
        if now.said.levels and not now.said.parts_of_change and not self._make_up_change(number, gap_start):
            return False
        if "分别" in now.text[label.end : number.start]:
            return False  # …，其中甲减少3万元，乙、丙与上年持平，分别为1万元、2万元
        opened = now.said.parts_of_change or grammar.OF_WHICH.search(now.text, gap_start, label.start)
        staged = any(term.term.stage for term in now.sentence.terms_in(label.start, number.start))
        now.said.parts_of_change = bool(
            opened and not staged and number.in_base_units() <= now.said.change_of
        )
        return now.said.parts_of_change

    def _make_up_change(self, number: Number, gap_start: int) -> bool:
        """预算520万元，增加20万元，其中：人员经费12万元，项目支出8万元: parts of the amount right before, for they add up to it."""
        now = self._now
        if words_of_parts.OF_WHICH_RIGHT_BEHIND.match(now.text, gap_start) is None:
            return False
        total, end = Decimal(0), number.start
        for one in now.sentence.numbers:
            if one.start < number.start or one.base_unit != "yuan":
                continue
            if end != number.start and not words_of_parts.NEXT_MEMBER.fullmatch(now.text, end, one.start):
                break
            total, end = total + one.in_base_units(), one.end
        return total == now.said.change_of

    def _opens_with(self, subject: Subject) -> bool:
        """部门预算支出安排86万元，其中：…。预算调整后为92万元: the paragraph begins with all spending of the department."""
        now = self._now
        narrowed = subject.fund_scope or now.around.fund_scope or subject.org_scope != "department"
        return not narrowed and not now.flow.named and subject.concepts == (now.around.whole,)


def _at_one_stage(turns: list[Subject]) -> list[Subject]:
    """人员经费、公用经费年初预算分别为: the stage behind the last of the labels is that of all of them."""
    last = turns[-1] if turns else None
    if last is None or not last.stage_printed or any(one.stage_printed for one in turns[:-1]):
        return turns
    return [replace(one, stage=last.stage, stage_printed=True, note=last.note) for one in turns]


def _both_sides(others: list[Match], subject: Subject) -> Subject | None:
    """总收入与总支出均为96万元: both totals as one subject; None for other names."""
    both = (*others[0].term.concepts, *subject.concepts) if len(others) == 1 else ()
    return replace(subject, concepts=both) if both in TWO_SIDES else None

"""Levels: an amount behind its label, behind a bracket, or by what goes on from the clause before.

Belongs here: the order in which readings of a level are tried, and what the words before its label make of it.
Does not belong here: finding the label (``labels``), whose amount it is (``ownership``, ``clauses_of_others``), parts, changes, shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.concepts import ALL_INCOME, COUNTED_GUESTS, SPENDING, TOPICS, are_three_public
from extraction.model import Figure
from extraction.prose.clauses_of_others import ALL_SPENDING, OtherClauses
from extraction.prose.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_bodies, words_of_change, words_of_items, words_of_stage

_BARE_SPENDING = {"支出", "全年支出", "全年实际支出"}


class LevelClauses(OtherClauses):
    """Clauses that state a level."""

    def _level(self, number: Number, gap_start: int) -> Iterator[Figure]:
        label = self._labels.nearest(number, gap_start, number.start)
        subject = self._flow.subject
        prior = (
            words_of_stage.OF_PRIOR_YEAR.fullmatch(self._text[gap_start : number.start]) if subject else None
        )
        if prior and label and label.term.text == "支出" and self._is_aside(prior, gap_start):
            yield from self._of_prior_year(number, gap_start, prior)  # 经费支出18万元，2020年支出21万元
        elif label:
            yield from self._labelled(number, gap_start, label)
        elif self._turns and self._text[gap_start : number.start] in {"、", "，", "和", ",", "与"}:
            yield from self._next_in_turn(number)
        elif words_of_stage.BUDGETS_IN_TURN.search(self._text, gap_start, number.start) and (
            more := words_of_stage.FURTHER_AMOUNTS.match(self._text, number.end)
        ):
            yield from self._budgets_in_turn(number, 1 + more.group().count("元"))
        elif number.start == self._second and subject and len(subject.concepts) > 1:
            yield from self._emit(number, replace(subject, concepts=subject.concepts[1:]), subject.start)
        elif part := self._part_by_short_name(number, gap_start):
            yield from self._part(number, part)
        elif named := self._open_name(number, gap_start):
            yield from self._emit(number, named, named.start)
            self._flow.remember(named, number.end)
        elif prior:
            yield from self._of_prior_year(number, gap_start, prior)
        elif opened := self._bracket_before(number, gap_start):
            yield from self._behind_bracket(number, opened)
        else:
            yield from self._by_unit(number, gap_start)

    def _bracket_before(self, number: Number, gap_start: int) -> int:
        """Where the bracket begins that stands between an amount and its name: 预算总额(含上年结转32万元)986万元; 0 for none."""
        if not grammar.BEHIND_BRACKET.fullmatch(self._text, gap_start, number.start):
            return 0
        opened = self._text.rfind("(", max(self._sentence.start, gap_start - grammar.REACH), gap_start)
        return opened if opened > 0 and self._text.startswith(("(含", "(包括"), opened) else 0

    def _behind_bracket(self, number: Number, opened: int) -> Iterator[Figure]:
        """The amount behind a bracket, as if the bracket were not there."""
        at_bracket = replace(number, start=opened)
        begins = self._sentence.start
        for term in self._sentence.terms_in(self._sentence.start, opened):
            begins = term.start if self._text[term.start - 1 : term.start] in grammar.CLAUSE_MARKS else begins
        self._flow.subject = self._flow.money = None
        if begins == 0:  # nothing but what the bracket holds has been said in this paragraph
            self._flow.named, self._flow.unbound_end = False, -1
        for figure in self._level(at_bracket, begins):
            yield replace(
                figure,
                printed=self._quote(number.start, number.end),
                locator=self._locator(number.start, number.end),
            )

    def _is_aside(self, prior: re.Match[str], gap_start: int) -> bool:
        """“三公”经费支出18万元，2020年支出21万元: of the same subject, in a year before the one reported."""
        subject = self._flow.subject
        if subject and set(subject.concepts) <= TOPICS:
            return True  # 2021年“三公”经费支出6万元，2022年支出5万元
        year, reported = prior["year"], self._around.fiscal_year
        return gap_start > self._sentence.start and not (year and reported and int(year) >= reported)

    def _labelled(self, number: Number, gap_start: int, label: Match) -> Iterator[Figure]:
        """A level, or what the words before its label make of it."""
        not_ours = self._is_not_ours(number, gap_start, label) or self._is_part_of_change(
            number, gap_start, label
        )
        subject = None if not_ours else self._named_by(number, gap_start, label)
        if subject is None:
            return
        if verb := words_of_change.VERB_BEFORE.search(self._labels.before(min(subject.start, label.start))):
            signed = replace(number, digits=f"-{number.digits}") if verb["down"] and number.value else number
            yield from self._emit(signed, subject, label.start, measure="change")
            return
        if turns := self._labels.in_turn(gap_start, label, number.start):
            self._turns = [self._labels.subject(turn, gap_start) for turn in turns]
            yield from self._next_in_turn(number)
            return
        if self._is_one_of_several(number, gap_start, label):
            return
        counted = self._flow.subject.concepts[0] if self._flow.subject else ""
        if label.term.text == "支出" and counted in COUNTED_GUESTS:
            subject = replace(subject, concepts=("official_reception",))  # 接待34批次、260人次，支出3万元
        if self._flow.subject and self._spends_subject(label):
            subject = replace(self._flow.subject, stage="final_account", stage_printed=True)
        if grammar.OF_WHICH.search(self._text, gap_start, label.start):
            self._flow.list_whole = self._flow.subject
        if label.term.function_code:
            self._flow.function_code = label.term.function_code
        paired = self._second > number.start and len(subject.concepts) > 1
        stated = replace(subject, concepts=subject.concepts[:1]) if paired else subject
        yield from self._emit(number, stated, label.start)
        yield from self._all_of(number, subject)
        self._flow.opened = self._flow.opened or self._opens_with(subject)
        if subject.concepts != ("budget_adjustment",):  # what follows it is of what was adjusted
            self._flow.remember(subject, number.end)

    def _named_by(self, number: Number, gap_start: int, label: Match) -> Subject | None:
        """The subject of a label, or of several that one amount is the sum of; None where nothing names that."""
        subject = self._on_topic(label, self._labels.subject(label, gap_start))
        joined = self._labels.joined_before(gap_start, label, number.start) if number.value else []
        if subject is None or not joined:
            return subject
        if not are_three_public({concept for one in joined for concept in one.term.concepts}):
            return None  # 会议费、培训费支出9万元: of both together
        return replace(subject, concepts=("three_public_total",), start=joined[0].start, is_part=False)

    def _is_one_of_several(self, number: Number, gap_start: int, label: Match) -> bool:
        """执行率分别为98.87%、90.67%: of the amounts before, in their order; or of several years."""
        rates = number.base_unit == "percent" and "分别" in self._text[label.end : number.start]
        return rates or self._labels.of_several_years(gap_start, label, number.start)

    def _budgets_in_turn(self, number: Number, count: int) -> Iterator[Figure]:
        """会议费支出2万元，培训费支出3万元，均控制在年初预算4万元和5万元以内: of the amounts before, where all of them are known."""
        spent = self._amounts[-count:]
        named = [subject for subject in spent if subject and len(subject.concepts) == 1]
        if len(named) == count == len({subject.concepts for subject in named}):
            stage = (
                "adjusted_budget"
                if "全年" in self._text[number.start - 8 : number.start]
                else "initial_budget"
            )
            self._turns = [replace(subject, stage=stage, stage_printed=True) for subject in named]
            yield from self._next_in_turn(number)

    def _is_part_of_change(self, number: Number, gap_start: int, label: Match) -> bool:
        """比上年减少“三公”经费34万元，其中公务接待费31万元: no level, where the sentence has given none and it is no larger."""
        if self._change_of is None or self._levels or number.base_unit != "yuan":
            return False
        opened = self._parts_of_change or grammar.OF_WHICH.search(self._text, gap_start, label.start)
        staged = any(term.term.stage for term in self._sentence.terms_in(label.start, number.start))
        self._parts_of_change = bool(opened and not staged and number.in_base_units() <= self._change_of)
        return self._parts_of_change

    def _opens_with(self, subject: Subject) -> bool:
        """部门预算支出安排86万元，其中：…。预算调整后为92万元: the paragraph begins with all spending of the department."""
        narrowed = subject.fund_scope or self._around.fund_scope or subject.org_scope != "department"
        return not narrowed and not self._flow.named and subject.concepts == (self._around.whole,)

    def _on_topic(self, label: Match, subject: Subject) -> Subject | None:
        """（二）公务接待费。2022年支出4万元: spent on what was announced, or on what the heading names; None if unknown."""
        if label.term.text not in _BARE_SPENDING or subject.concepts != ("total_expenditure",):
            return subject
        if self._flow.first or self._flow.subject or self._flow.list_whole:
            return subject
        announced = {
            term.term.concepts[0]
            for term in self._sentence.terms_in(self._sentence.start, label.start)
            if term.term.names_concept and term.term.concepts[0] in SPENDING - {"total_expenditure"}
        }
        if announced:  # 三公经费控制较好，全年共支出5万元
            return replace(subject, concepts=tuple(announced)) if len(announced) == 1 else None
        said = self._text[self._sentence.start : label.start]
        head = said[: said.rfind(":") + 1]
        if self._flow.item or self._around.item or words_of_items.ITEM_NAME.fullmatch(head):
            return None
        clause = said[max(said.rfind(mark) for mark in "，；:") + 1 :][-grammar.REACH :]
        name = grammar.NAMES_NOTHING.sub("", clause)
        if name and not words_of_bodies.ORGAN_AT_END.search(name):
            return None  # 医疗救助金2022年支出236万元
        named = set(self._flow.topic or self._around.heading_concepts)
        if "total_expenditure" in named or not named & SPENDING:
            return subject
        return replace(subject, concepts=tuple(named)) if len(named) == 1 else None

    def _spends_subject(self, label: Match) -> bool:
        """公务接待费预算2万元，支出1万元: 支出 or 全年支出 after a budget is spent of that budget."""
        subject = self._flow.subject
        if label.term.text in ALL_SPENDING and (self._flow.count > 1 or self._flow.list_whole):
            return False  # after several amounts it is the spending of them all
        if (
            subject
            and self._flow.list_whole
            and grammar.CLAUSES_END.search(self._text, subject.start, label.start)
        ):
            return False  # 预算支出236万元，其中…项目支出50万元；决算支出298万元: of the whole
        return (
            label.term.text in {"支出", *ALL_SPENDING}
            and subject is not None
            and subject.stage in {"initial_budget", "adjusted_budget"}
            and not set(subject.concepts) & (ALL_INCOME | {"total_expenditure"})
        )

"""Levels: an amount behind its label, the next of several in turn, a part by its short name, the sum of points.

Belongs here: what a labelled number states, and what the words before its label make of it.
Does not belong here: finding the label (``labels``), whose amount it is (``ownership``), changes and shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction import (
    grammar,
    reference,
    words_of_bodies,
    words_of_change,
    words_of_funds,
    words_of_items,
    words_of_others,
    words_of_parts,
    words_of_score,
    words_of_stage,
)
from extraction.clauses_of_open_names import OpenNameClauses
from extraction.clauses_of_stage import COUNTED_GUESTS, TOPICS
from extraction.concepts import SPENDING, kind_of
from extraction.model import Figure
from extraction.numbers import Number
from extraction.ownership import counted_bodies, is_of_another
from extraction.records import replace
from extraction.subjects import Subject
from extraction.terms import Match

_APPROPRIATED = {
    "一般公共预算": "general_public_budget_appropriation",
    "政府性基金预算": "government_fund_appropriation",
    "国有资本经营预算": "state_capital_appropriation",
}
_BALANCES = {"carryover_funds", "surplus_funds", "closing_carryover"}
_REVENUES = {"total_revenue", "total_resources", "fiscal_appropriation_revenue"}
_FUND_REVENUES = {*_APPROPRIATED.values(), "fiscal_appropriation_revenue"}
_CLAUSE_ENDS = {"", "，", "。", "；", ";", ",", ")"}
_NET = {
    "净值": "fixed_assets_net",
    "净额": "fixed_assets_net",
    "原值": "fixed_assets_gross",
    "在用": "fixed_assets_in_use",
}
_VEHICLE_PARTS = {"购置": "official_vehicle_purchase", "运行": "official_vehicle_operation"}
#: Names of all spending that may stand for what is spent of a budget named before.
ALL_SPENDING = {"全年支出", "全年实际支出", "本年支出", "本年支出合计", "支出合计", "总支出"}
_SHORT_RATES = {"执行率", "支出率"}
_EXECUTION_RATES = {"支出率", "执行率", "预算执行率", "资金执行率", "支出执行率"}
_BARE_SPENDING = {"支出", "全年支出", "全年实际支出"}
#: What one project costs; in a report on a whole department it is of some project.
_INVESTED = {"总投资", "计划投资", "项目总投资", "计划总投资"}
_TOTALS = {"total_revenue", "total_resources", "fiscal_appropriation_revenue"}


class LevelClauses(OpenNameClauses):
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
            begins = term.start if self._text[term.start - 1 : term.start] in _CLAUSE_ENDS else begins
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

    def _by_unit(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """A level without a name, by what its unit says it may be."""
        if number.unit == "分" and self._sum_of_points(number, gap_start):
            yield from self._emit(
                number, Subject(("self_evaluation_score",), None, "合计", gap_start), gap_start
            )
        elif number.base_unit == "yuan":
            stated = list(self._stage_alone(number, gap_start))
            yield from stated
            if stated and self._flow.subject:
                yield from self._all_of(number, self._flow.subject)
            if not stated and self._is_carried_on(number, gap_start):
                yield from self._emit(
                    number, Subject(("closing_carryover",), None, "结转下年", number.end), gap_start
                )
        elif counted := self._counted_without_name(number, gap_start):
            yield from self._emit(number, counted, counted.start)
        elif number.canonical_unit in {"批次", "人次"} or number.base_unit == "persons":
            yield from self._reception(number, gap_start)
        elif number.canonical_unit in {"个", "家"} and (bodies := counted_bodies(self._text, number)):
            yield from self._emit(number, Subject((bodies,), None, bodies, number.start), number.start)

    def _is_carried_on(self, number: Number, gap_start: int) -> bool:
        """支出2398万元，剩余46万元结转下年: left of the department's money, where the sentence began with all of it."""
        first = self._flow.first
        return (
            first is not None
            and first.concepts[0] in {*_TOTALS, "total_expenditure", self._around.whole}
            and not (first.fund_scope or self._flow.item or self._around.item)
            and words_of_parts.CARRIED_ON.match(self._text, number.end) is not None
            and words_of_parts.WHAT_IS_LEFT.fullmatch(self._text, gap_start, number.start) is not None
        )

    def _labelled(self, number: Number, gap_start: int, label: Match) -> Iterator[Figure]:
        """A level, or what the words before its label make of it."""
        not_ours = self._is_not_ours(number, gap_start, label)
        subject = None if not_ours else self._on_topic(label, self._labels.subject(label, gap_start))
        if subject is None:
            return
        if verb := words_of_change.VERB_BEFORE.search(self._labels.before(label.start)):
            signed = replace(number, digits=f"-{number.digits}") if verb["down"] and number.value else number
            yield from self._emit(signed, subject, label.start, measure="change")
            return
        if turns := self._labels.in_turn(gap_start, label, number.start):
            self._turns = [self._labels.subject(turn, gap_start) for turn in turns]
            yield from self._next_in_turn(number)
            return
        if self._labels.of_several_years(gap_start, label, number.start):
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

    def _opens_with(self, subject: Subject) -> bool:
        """部门预算支出安排86万元，其中：…。预算调整后为92万元: the paragraph begins with all spending of the department."""
        narrowed = subject.fund_scope or self._around.fund_scope or subject.org_scope != "department"
        return not narrowed and not self._flow.named and subject.concepts == (self._around.whole,)

    def _all_of(self, number: Number, whole: Subject) -> Iterator[Figure]:
        """收入合计1200万元，均为财政拨款收入: the part that is as large as its whole."""
        behind = words_of_parts.ALL_OF.match(self._text, number.end)
        if behind is None or number.base_unit != "yuan" or whole.fund_scope:
            return
        named = [
            term
            for term in self._sentence.terms_in(behind.end(), behind.end() + 1)
            if term.term.names_concept
        ]
        if not named or self._text[named[0].end : named[0].end + 1] not in _CLAUSE_ENDS:
            return
        if not set(whole.concepts) & set(reference.ancestors(named[0].term.concepts[0])):
            return
        part = replace(
            whole,
            concepts=named[0].term.concepts,
            label=named[0].term.text,
            fund_scope=named[0].term.fund_scope,
        )
        yield from self._emit(number, part, number.start)

    def _is_not_ours(self, number: Number, gap_start: int, label: Match) -> bool:
        """Whether the amount is of something else than the label names alone."""
        return (
            is_of_another(self._text, self._sentence, self._flow, label, gap_start, number.start)
            or self._executes_part(label)
            or self._is_fund_of_spending(label, gap_start)
            or self._is_spending_of_unknown(label)
            or self._is_spending_of_clause(label, number)
            or self._is_score_of_project(label)
            or self._is_balance_of_project(label)
            or (
                self._around.department is not None
                and kind_of(label.term.concepts[0]) == "money"
                and words_of_others.ON_A_PLACE.match(self._text, self._sentence.start) is not None
            )
            or (
                label.term.concepts[0] == "project_expenditure"
                and words_of_funds.IN_PLACE.match(self._text, number.start) is not None
            )
            or (label.term.text in _INVESTED and self._around.whole != "project_expenditure")
        )

    def _part(self, number: Number, part: Subject) -> Iterator[Figure]:
        """A part by its short name; a change behind one of the vehicles is of that part."""
        yield from self._emit(number, part, part.start)
        if part.concepts[0] in {*_VEHICLE_PARTS.values(), *_APPROPRIATED.values()}:
            self._flow.remember(part, number.end)

    def _part_by_short_name(self, number: Number, gap_start: int) -> Subject | None:
        """A part named shortly behind its whole.

        财政拨款收入3150万元(其中一般公共预算3100万元…), 公务用车购置及运行费9万元，其中购置费0万元.
        """
        whole = self._flow.subject
        if whole is None or number.base_unit != "yuan":
            return None
        if whole.concepts[0] in _TOTALS and grammar.OF_WHICH.search(self._text, gap_start, number.start):
            self._flow.list_whole = whole  # 预算收入12亿元，其中一般公共预算11亿元，政府性基金预算1亿元
        listed = self._flow.list_whole
        of_revenue = listed is not None and listed.concepts[0] in _REVENUES
        if (of_revenue and whole.concepts[0] in _FUND_REVENUES | _TOTALS) or whole.concepts == (
            "fiscal_appropriation_revenue",
        ):
            pattern, concepts = words_of_funds.SOURCE_OF_APPROPRIATION, _APPROPRIATED
        elif whole.concepts[0] in {"official_vehicle", "official_vehicle_purchase"}:
            pattern, concepts = words_of_parts.PART_OF_VEHICLES, _VEHICLE_PARTS
        elif whole.concepts[0] in {"fixed_assets_gross", "fixed_assets_net"}:
            pattern, concepts = words_of_parts.NET_OF_ASSETS, _NET
        else:
            return None
        match = pattern.fullmatch(self._text, gap_start, number.start)
        return (
            replace(whole, concepts=(concepts[match[1]],), label=match[1], start=gap_start) if match else None
        )

    def _sum_of_points(self, number: Number, gap_start: int) -> bool:
        """合计98.3分, where the points named before in the sentence add up to it."""
        if not words_of_score.SUM_OF_POINTS.fullmatch(self._text, gap_start, number.start):
            return False
        parts = [
            other.value
            for other in self._sentence.numbers
            if other.unit == "分" and other.end <= number.start
        ]
        reached = [
            other.value
            for other in self._sentence.numbers
            if other.unit == "分"
            and other.end <= number.start
            and self._text[other.start - 2 : other.start].endswith(("得", "得分"))
        ]
        return any(len(points) > 1 and sum(points) == number.value for points in (parts, reached))

    def _is_fund_of_spending(self, label: Match, gap_start: int) -> bool:
        """“三公”经费支出6万元(其中:一般公共预算支出6万元): by whose money that spending was paid."""
        whole = self._flow.subject
        by_fund = label.term.fund_scope or label.term.text == "国有资本经营预算支出"
        if not by_fund or whole is None or whole.concepts[0] not in TOPICS:
            return False
        listed = grammar.OF_WHICH.search(self._text, gap_start, label.start) is not None
        self._passed = bool(self._open) or listed
        return self._passed

    def _executes_part(self, label: Match) -> bool:
        """公用经费预算160万元，执行150万元，执行率93.75%: the rate of what the sentence began with, not of all spending."""
        if label.term.text not in _EXECUTION_RATES:
            return False
        if words_of_items.KIND_OF_SPENDING_AT_END.search(self._labels.before(label.start)):
            return True  # 项目支出预算执行率94.84%
        first, whole = self._flow.first, self._around.whole
        if first is None:
            return self._unknown and whole == "total_expenditure"
        if (
            label.term.text not in _SHORT_RATES
        ):  # 年末结转2万元，预算执行率99%: a rate with a full name is of a part of spending only
            return (
                "total_expenditure" in reference.ancestors(first.concepts[0]) and whole not in first.concepts
            )
        return not set(first.concepts) & {
            *_TOTALS,
            "total_expenditure",
            "total_uses",
            whole,
            "procurement_budget",
        }

    def _next_in_turn(self, number: Number) -> Iterator[Figure]:
        """The next of several labels whose amounts follow in the same order."""
        subject, *self._turns = self._turns
        yield from self._emit(number, subject, subject.start)
        self._flow.remember(subject, number.end)

    def _is_spending_of_unknown(self, label: Match) -> bool:
        """食堂全年支出20万元; 水库维修项目预算200万元，全年支出190万元: of something that nobody knows."""
        if label.term.text not in ALL_SPENDING or self._around.whole != "total_expenditure":
            return False
        if words_of_items.NAME_BEFORE_ALL.search(self._labels.before(label.start)):
            return True
        return self._unknown and self._flow.first is None

    def _is_spending_of_clause(self, label: Match, number: Number) -> bool:
        """完成培训1期80人，支出8.6万元: spent on what the clause before speaks of, no amount of the department."""
        if label.term.text != "支出" or self._flow.first or self._flow.subject:
            return False
        if any(term.term.stage for term in self._sentence.terms_in(label.end, number.start)):
            return False  # 支出全年预算数为4105万元
        said = self._text[self._sentence.start : label.start]
        if not said.endswith("，") or grammar.OPENING.match(said):
            return False
        return bool(grammar.NAMES_NOTHING.sub("", said[:-1][-grammar.REACH :]))

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

    def _is_score_of_project(self, label: Match) -> bool:
        """“渠道清淤”项目绩效自评得分92分, in a document on the whole department."""
        if self._around.whole != "total_expenditure" or kind_of(label.term.concepts[0]) != "points":
            return False
        named = label.term.text.startswith("项目") or words_of_items.ON_ONE_PROJECT.search(
            self._text, self._sentence.start, label.start
        )
        return bool(named) or self._labels.before(label.start).endswith(("项目", "项目支出"))

    def _is_balance_of_project(self, label: Match) -> bool:
        """东干渠改造项目结转资金198万元: left of that project alone."""
        if label.term.concepts[0] not in _BALANCES or self._around.whole != "total_expenditure":
            return False
        return words_of_items.PROJECT_AT_END.search(self._labels.before(label.start)) is not None

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
            and not set(subject.concepts) & (_TOTALS | {"total_expenditure"})
        )

"""Parts of the amount before them: by a short name, in the order of their labels, as large as their whole.

Belongs here: amounts whose name says something only behind that of their whole.
Does not belong here: parts under a full name of their own (``clauses_of_level``), shares in percent (``clauses_of_percent``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction import reference
from extraction.concepts import TOPICS
from extraction.model import Figure
from extraction.prose.levels.clauses_of_sources import Sources
from extraction.prose.names.classes_by_name import Classes, may_be_part
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_parts, words_of_sides, words_of_sources
from extraction.words.words_of_vehicles import OF_VEHICLES, PARTS_OF_EXPENSES, PARTS_OF_VEHICLES

_NET = {
    "净值": "fixed_assets_net",
    "净额": "fixed_assets_net",
    "原值": "fixed_assets_gross",
    "在用": "fixed_assets_in_use",
    "闲置": "fixed_assets_idle",
    "出租": "fixed_assets_leased",
    "出租出借": "fixed_assets_leased",
    "新增": "asset_additions",
    "购置": "asset_additions",
    "处置": "asset_disposals",
    "报废": "asset_disposals",
}
#: Parts that a share or a change behind them is of.
_REMEMBERED = {
    *words_of_sources.SOURCES.values(),
    *TOPICS,
    "function_class_amount",
    "economic_class_amount",
} | {concept for names in words_of_sides.SIDES.values() for concept in names.values()}
_LEFT_OVER = {"结转": "carryover_funds", "结余": "surplus_funds"}
#: Assets behind which further ones are named shortly.
_ASSETS = {"fixed_assets_gross", "fixed_assets_net", "fixed_assets_in_use", "asset_additions"}


class Parts:
    """Clauses that state a part of what was stated before."""

    def __init__(self, now: State, stating: Stating) -> None:
        self._now, self._stating = now, stating
        self._classes, self._sources = Classes(now), Sources(now)

    def all_of(self, number: Number, whole: Subject) -> Iterator[Figure]:
        """收入合计1200万元，均为财政拨款收入: the part that is as large as its whole."""
        now = self._now
        if whole.concepts == ("total_revenue",) and words_of_parts.BALANCED.match(now.text, number.end):
            spent = replace(whole, concepts=("total_expenditure",), label="支出预算")
            yield from self._stating.emit(number, spent, number.start)
        behind = words_of_parts.ALL_OF.match(now.text, number.end)
        if behind is None or number.base_unit != "yuan" or whole.fund_scope:
            return
        named = [
            term for term in now.sentence.terms_in(behind.end(), behind.end() + 1) if term.term.names_concept
        ]
        if not named or now.text[named[0].end : named[0].end + 1] not in grammar.CLAUSE_MARKS:
            return
        if not set(whole.concepts) & set(reference.ancestors(named[0].term.concepts[0])):
            return
        part = replace(
            whole,
            concepts=named[0].term.concepts,
            label=named[0].term.text,
            fund_scope=named[0].term.fund_scope,
        )
        yield from self._stating.emit(number, part, number.start)

    def part(self, number: Number, part: Subject) -> Iterator[Figure]:
        """A part by its short name; what is said behind it is of that part."""
        yield from self._stating.emit(number, part, part.start)
        if part.concepts[0] in _REMEMBERED:
            self._now.flow.remember(part, number.end)
        elif part.concepts == ("fixed_assets_net",):
            # 原值900万元，净值600万元，较上年增加50万元: of which of them the words do not say
            self._now.flow.remember(replace(part, is_part=True), number.end)

    def by_short_name(self, number: Number, gap_start: int) -> Subject | None:
        """A part named shortly behind its whole.

        财政拨款收入3150万元(其中一般公共预算3100万元…), 公务用车购置及运行费9万元，其中购置费0万元.
        """
        if number.base_unit != "yuan":
            return None
        now = self._now
        whole = now.flow.subject
        if named := self._classes.subject(number, gap_start):
            return named
        if source := self._sources.subject(number, gap_start):
            return source
        if opened := None if whole else words_of_sides.OPENS.match(now.text, gap_start, number.start):
            whole = Subject(("total_expenditure",), now.around.default_stage, "支出", gap_start)
            now.flow.list_whole, gap_start = whole, opened.end()
        if whole is None:
            return None
        if whole.concepts == ("vehicle_stock",):
            # 三公经费4万元，其中：公务用车2辆，运行维护费4万元
            spent = now.flow.money or replace(whole, stage=now.around.default_stage)
            whole = replace(spent, concepts=("official_vehicle",), label="公务用车")
        pattern, concepts = self._names_below(whole)
        match = pattern.fullmatch(now.text, gap_start, number.start) if pattern else None
        if match is None:
            return self._by_side(number, gap_start, now.flow.list_whole or whole)
        if now.flow.list_whole is None and now.text.startswith(":", gap_start):
            now.flow.list_whole = whole  # “三公”经费9万元：出国0；接待9万元。较上年减少1万元
        part = replace(whole, concepts=(concepts[match[1]],), label=match[1], start=gap_start)
        return _of_year_named(part, match.groupdict())

    def _names_below(self, whole: Subject) -> tuple[re.Pattern[str] | None, dict[str, str]]:
        """How the parts of a whole are named shortly, and what they are; nothing where it has no such parts."""
        if whole.concepts == ("three_public_total",) or self._is_listed_expense(whole):
            return words_of_parts.PART_OF_EXPENSES, PARTS_OF_EXPENSES
        if whole.concepts[0] in OF_VEHICLES:
            return words_of_parts.PART_OF_VEHICLES, PARTS_OF_VEHICLES
        if whole.concepts[0] in _ASSETS:
            return words_of_parts.NET_OF_ASSETS, _NET
        if whole.concepts == ("closing_carryover",):
            return words_of_parts.PART_OF_BALANCE, _LEFT_OVER
        return None, {}

    def _by_side(self, number: Number, gap_start: int, whole: Subject) -> Subject | None:
        """本年收入90万元：财政拨款88万元、其他2万元: a source of all income or a kind of all spending, by the first word of its name."""
        total = self._now.flow.total
        if total and total.concepts[0] in reference.ancestors(whole.concepts[0]):
            whole = total  # 基本60万元，项目30万元
        names = words_of_sides.SIDES.get(whole.concepts[0])
        named = words_of_sides.MEMBER.fullmatch(self._now.text, gap_start, number.start) if names else None
        concept = names.get(named["what"]) if names and named else None
        if self._now.flow.subject and not may_be_part(self._now.flow, number):
            return None
        return (
            replace(whole, concepts=(concept,), label=named["what"], start=named.start("what"), is_part=False)
            if concept and named
            else None
        )

    def _is_listed_expense(self, subject: Subject) -> bool:
        """(其中接待2万元、公车运行3万元: whether the last part was one of the “三公” expenses by its short name."""
        return subject.concepts[0] in TOPICS and subject.label in PARTS_OF_EXPENSES

    def next_in_turn(self, number: Number) -> Iterator[Figure]:
        """The next of several labels whose amounts follow in the same order."""
        now = self._now
        subject, *now.said.turns = now.said.turns
        yield from self._stating.emit(number, subject, subject.start)
        now.flow.remember(subject, number.end)


def _of_year_named(part: Subject, named: dict[str, str | None]) -> Subject:
    """其中购置费2021年决算数2万元: the part at the year and the stage that stand behind its name."""
    if not named.get("stage"):
        return part
    stage = "final_account" if named["stage"] == "决算" else "initial_budget"
    return replace(part, stage=stage, year=int(named["year"] or 0), stage_printed=True)

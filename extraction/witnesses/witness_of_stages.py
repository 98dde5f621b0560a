"""Budgets that are called 预算 or 预算数 alone: at the beginning of the year, or as adjusted.

Belongs here: choosing between the two by the amounts that running text gives with their stage; the stage of two halves by the total that they make up.
Does not belong here: headings that say which (``columns``), notes below a table (``tables.grids``), adjustments (``witness``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from extraction.concepts import TOPICS
from extraction.doubt import CONFIRMED, UNCERTAIN, USED_BY_RULES
from extraction.model import Figure
from extraction.records import replace

#: Noted on an amount below 预算数 alone until it is settled.
PLAIN = "headed 预算数 alone"
_AS_ADJUSTED = "headed 预算数 alone; the text gives the same amount as the adjusted budget"
_OPEN = "headed 预算数 alone; the text gives another amount as the initial budget"
_ADD_UP = "called 预算 alone; with its other half it makes up the adjusted budget"
_UNSAID = "stage not printed; with its other half it makes up the budget before it"
_BUDGETS = {"initial_budget", "adjusted_budget"}
#: Words of a half that say of which stage it is.
_SAYS_STAGE = re.compile("预算|决算|执行|实际|支出数|完成|使用|支付|实支")
#: What two halves make up.
_HALVES = {
    "total_expenditure": ("basic_expenditure", "project_expenditure"),
    "basic_expenditure": ("personnel_expenditure", "public_expenditure"),
}
#: Parts stand no further than this behind the total that they make up, in characters.
_REACH = 300
#: The first row of the funds block is all spending of the department.
_SAME_AS = {"budget_execution_score_line": "total_expenditure"}
#: Amounts of a half that are asked behind a total.
_MOST_BEHIND = 8
#: Where an amount begins in the text, and its place among the figures.
_Place = tuple[int, int]
_Key = tuple[str, int | None, str | None, str | None, str]


def settle_plain_budgets(figures: Sequence[Figure]) -> list[Figure]:
    """An amount below 预算数 is the adjusted budget where the text says so, and open where the text begins with another."""
    if not any(figure.note == PLAIN for figure in figures):
        return list(figures)
    told: dict[tuple[_Key, str | None], set[Decimal]] = defaultdict(set)
    for figure in figures:
        if figure.source_kind == "text" and figure.measure == "level" and figure.confidence >= USED_BY_RULES:
            told[(_key(figure), figure.stage)].add(figure.value_base or Decimal(0))
    return [_settled(figure, told) if figure.note == PLAIN else figure for figure in figures]


def _key(figure: Figure) -> _Key:
    concept = _SAME_AS.get(figure.concept, figure.concept)
    return concept, figure.fiscal_year, figure.function_code, figure.expenditure_scope, figure.org_scope


def _settled(figure: Figure, told: dict[tuple[_Key, str | None], set[Decimal]]) -> Figure:
    key, value = _key(figure), figure.value_base or Decimal(0)
    initial, adjusted = told.get((key, "initial_budget"), set()), told.get((key, "adjusted_budget"), set())
    if value in initial or not (initial or adjusted):
        return replace(figure, note=None)
    if value in adjusted:
        confidence = min(figure.confidence, CONFIRMED)
        return replace(figure, stage="adjusted_budget", note=_AS_ADJUSTED, confidence=confidence)
    if not initial or figure.concept in TOPICS:
        return replace(figure, note=None)  # forms of the “三公” expenses have no other budget
    return replace(figure, note=_OPEN, confidence=min(figure.confidence, UNCERTAIN))


def settle_plain_halves(figures: Sequence[Figure]) -> list[Figure]:
    """年初预算48万元，调整后预算57万元，执行53万元。其中：基本支出预算12万元…；项目支出预算45万元: halves of the total that they make up."""
    found = list(figures)
    for whole, names in _HALVES.items():
        _settle_halves(found, whole, names)
    return found


def _settle_halves(found: list[Figure], whole: str, names: Sequence[str]) -> None:
    totals = [figure for figure in found if _is_level_of(whole, figure)]
    if not totals:
        return
    given = {(total.stage, total.fiscal_year, total.value_base) for total in totals}
    where = [_places(name, found) for name in names]
    for total in totals:
        halves = _halves_behind(total, found, where) if total.stage in _BUDGETS else []
        for at in halves:
            half = found[at]
            if half.stage == total.stage or (half.stage, total.fiscal_year, total.value_base) in given:
                continue  # of the stage that they have now it is as much: nothing tells
            note = _ADD_UP if half.stage in _BUDGETS else _UNSAID
            found[at] = replace(
                half, stage=total.stage, note=note, confidence=min(half.confidence, CONFIRMED)
            )


def _is_level_of(concept: str, figure: Figure) -> bool:
    return figure.concept == concept and figure.measure == "level" and figure.source_kind == "text"


def _places(concept: str, figures: Sequence[Figure]) -> list[_Place]:
    """Where the amounts of a half begin in the text, in order, and their places among the figures."""
    return sorted(
        (figure.locator.char_start, at) for at, figure in enumerate(figures) if _is_level_of(concept, figure)
    )


def _halves_behind(total: Figure, figures: Sequence[Figure], where: Sequence[Sequence[_Place]]) -> list[int]:
    """Where both halves stand that the total is made up of, at its stage or at one that no word but 预算 gives; empty if there are none."""
    places = [at for places in where if (at := _half_behind(total, figures, places)) is not None]
    if len(places) < len(where):
        return []
    return places if sum(figures[at].value_base or 0 for at in places) == total.value_base else []


def _half_behind(total: Figure, figures: Sequence[Figure], where: Sequence[_Place]) -> int | None:
    """The amount of a half behind a total: called a budget and not the one at the beginning of the year, or nothing at all."""
    end = total.locator.char_end
    first = bisect_right(where, (end, len(figures)))
    for start, at in where[first : first + _MOST_BEHIND]:
        if start - end >= _REACH:
            return None
        if _of_same(figures[at]) == _of_same(total):
            return at if _is_open(figures[at], total) else None
    return None


def _of_same(figure: Figure) -> tuple[int | None, str, str | None]:
    return figure.fiscal_year, figure.org_scope, figure.fund_scope


def _is_open(half: Figure, total: Figure) -> bool:
    """基本支出预算12万元 behind the adjusted budget; 基本支出12万元 behind any."""
    if half.stage == total.stage:
        return True
    if half.stage == "initial_budget":
        return total.stage == "adjusted_budget" and "预算" in half.quote and "年初" not in half.quote
    return half.stage == "final_account" and _SAYS_STAGE.search(half.quote) is None

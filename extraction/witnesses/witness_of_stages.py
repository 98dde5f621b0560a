"""Budgets that are called 预算 or 预算数 alone: at the beginning of the year, or as adjusted.

Belongs here: choosing between the two by the amounts that running text gives with their stage, and by the total that two parts make up.
Does not belong here: headings that say which (``columns``), notes below a table (``tables.grids``), adjustments (``witness``).
"""

from __future__ import annotations

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
_HALVES = ("basic_expenditure", "project_expenditure")
#: Parts stand no further than this behind the total that they make up, in characters.
_REACH = 300
#: The first row of the funds block is all spending of the department.
_SAME_AS = {"budget_execution_score_line": "total_expenditure"}
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
    for total in figures:
        if not (_is_total(total) and total.stage == "adjusted_budget"):
            continue
        halves = [_half_behind(concept, total, figures) for concept in _HALVES]
        if None in halves or sum(half.value_base or 0 for half in halves if half) != total.value_base:
            continue
        if any(_is_total(other) and _is_budgeted_alike(other, total) for other in figures):
            continue  # the budget at the beginning of the year was as large: nothing tells
        for half in halves:
            if half:
                sure = min(half.confidence, CONFIRMED)
                found[found.index(half)] = replace(
                    half, stage="adjusted_budget", note=_ADD_UP, confidence=sure
                )
    return found


def _is_total(figure: Figure) -> bool:
    return (
        figure.concept == "total_expenditure" and figure.measure == "level" and figure.source_kind == "text"
    )


def _is_budgeted_alike(other: Figure, total: Figure) -> bool:
    """Whether the initial budget of the same year is the same amount."""
    return (other.stage, other.fiscal_year, other.value_base) == (
        "initial_budget",
        total.fiscal_year,
        total.value_base,
    )


def _half_behind(concept: str, total: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The amount of a half behind a total that is called a budget and not the one at the beginning of the year."""
    for figure in figures:
        near = 0 < figure.locator.char_start - total.locator.char_end < _REACH
        plain = "预算" in figure.quote and "年初" not in figure.quote
        alike = (figure.measure, figure.stage, figure.fiscal_year, figure.org_scope, figure.fund_scope) == (
            "level",
            "initial_budget",
            total.fiscal_year,
            total.org_scope,
            total.fund_scope,
        )
        if figure.concept == concept and near and plain and alike and figure.source_kind == "text":
            return figure
    return None

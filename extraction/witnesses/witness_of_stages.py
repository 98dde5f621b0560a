"""Budgets of tables that are headed 预算数 alone: at the beginning of the year, or as adjusted.

Belongs here: choosing between the two by the amounts that running text gives with their stage.
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

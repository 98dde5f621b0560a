"""Lets the report's own arithmetic decide between readings that its words leave open.

Belongs here: the unit of a table that prints none, what a balance by itself means, which of two budgets is an adjustment.
Does not belong here: columns that were lost (``witness_of_columns``), changes (``witness_of_changes``), several projects
(``witness_of_projects``); changing a printed number, or preferring a reading that the words do not allow.

A choice is made only when exactly one reading agrees with the rest of the report; it is noted on the
figure. Where none or several agree, the figure stays uncertain (confidence below 0.9) or is not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from extraction.doubt import CONFIRMED, UNCERTAIN
from extraction.model import Figure
from extraction.records import replace
from extraction.text.numbers import UNITS

#: Printed for a unit that is not known yet.
UNKNOWN_UNIT = "?"
_CANDIDATES = ("万元", "元")
#: Noted on an amount that is called 结余 alone: of the year, or with the balance before it.
OPEN_BALANCE = "called 结余 alone"
#: Noted on fixed assets where the report does not say whether depreciation is taken off.
GROSS_OR_NET = "whether gross or net is not said"
_ADJUSTED = "taken for the adjustment because the two budgets differ by it"
_BY_RATE = "taken for the adjustment because its share of the budget is the stated rate of adjustment"
_OPEN = {OPEN_BALANCE, GROSS_OR_NET}


def settle_units(figures: Sequence[Figure]) -> list[Figure]:
    """Give the amounts of tables without a printed unit the unit that other statements confirm.

    The same concept, stage and year stated elsewhere with its unit is the witness. Without one the
    usual 万元 is kept at a confidence at which no rule uses it.
    """
    open_tables: dict[int | None, list[Figure]] = defaultdict(list)
    known: dict[tuple[str, str | None, int | None], set[Decimal]] = defaultdict(set)
    for figure in figures:
        if figure.unit == UNKNOWN_UNIT:
            open_tables[figure.locator.table].append(figure)
        elif figure.base_unit == "yuan" and figure.value_base and figure.measure == "level":
            known[(figure.concept, figure.stage, figure.fiscal_year)].add(figure.value_base)
    if not open_tables:
        return list(figures)
    chosen = {table: _confirmed_unit(rows, known) for table, rows in open_tables.items()}
    return [
        _with_unit(figure, chosen[figure.locator.table]) if figure.unit == UNKNOWN_UNIT else figure
        for figure in figures
    ]


def _confirmed_unit(
    figures: list[Figure], known: dict[tuple[str, str | None, int | None], set[Decimal]]
) -> str | None:
    agreeing = [
        unit
        for unit in _CANDIDATES
        if any(
            Decimal(figure.value) * UNITS[unit][2]
            in known[(figure.concept, figure.stage, figure.fiscal_year)]
            for figure in figures
        )
    ]
    return agreeing[0] if len(agreeing) == 1 else None


def _with_unit(figure: Figure, unit: str | None) -> Figure:
    sure = unit is not None
    return replace(
        figure,
        unit=unit or _CANDIDATES[0],
        value_base=Decimal(figure.value) * UNITS[unit or _CANDIDATES[0]][2],
        base_unit="yuan",
        confidence=CONFIRMED if sure else UNCERTAIN,
        note="unit confirmed by the same amount elsewhere" if sure else "unit not printed",
    )


def settle_open_names(figures: Sequence[Figure]) -> list[Figure]:
    """Tell by income and spending what 结余 alone means; what stays open is kept at a confidence no rule uses."""
    return [_settled(figure, figures) if figure.note in _OPEN else figure for figure in figures]


def _settled(figure: Figure, figures: Sequence[Figure]) -> Figure:
    uncertain = replace(figure, confidence=UNCERTAIN)
    if figure.note == GROSS_OR_NET:
        return uncertain
    given = {
        other.concept: other.value_base
        for other in figures
        if other.sentence_no == figure.sentence_no
        and other.source_kind == "text"
        and other.measure == "level"
        and other.base_unit == "yuan"
        and other.fiscal_year == figure.fiscal_year
    }
    income = given.get("total_revenue", given.get("total_resources"))
    spent = given.get("total_expenditure", given.get("total_uses"))
    if income is None or spent is None or figure.value_base is None:
        return uncertain
    if "total_resources" in given and "total_revenue" not in given:
        return figure if income - spent == figure.value_base else uncertain
    if income - spent == figure.value_base and not given.get("opening_carryover"):
        return replace(figure, concept="current_year_surplus", stage="final_account")
    with_opening = income - spent + (given.get("opening_carryover") or 0)
    return figure if with_opening == figure.value_base else uncertain


def settle_adjustments(figures: Sequence[Figure]) -> list[Figure]:
    """Tell a budget after its adjustment from the adjustment itself, which many call alike: 预算调整数.

    年初预算168万元，调整后预算251万元，预算调整数83万元: what the two others differ by. 年初预算168万元，预算调整数83万元，预算调整率49.4%: what has the stated
    rate (预算调整率＝预算调整数÷预算数, 财预〔2013〕53号).
    """
    budgets = [figure for figure in figures if _is_budget(figure)]
    initial = {figure.value_base for figure in budgets if figure.stage == "initial_budget"}
    adjusted = {figure.value_base for figure in budgets if figure.stage == "adjusted_budget"}
    differing = {
        after - before for before in initial for after in adjusted if before and after and after > before
    }
    changed = dict.fromkeys(adjusted & differing if len(adjusted) > 1 else (), _ADJUSTED)
    rates = [figure for figure in figures if figure.concept == "budget_adjustment_rate"]
    for value in adjusted - changed.keys():
        if any(_has_rate(value, before, rate) for before in initial for rate in rates):
            changed[value] = _BY_RATE
    return [
        replace(figure, concept="budget_adjustment", note=changed[figure.value_base], confidence=CONFIRMED)
        if _is_budget(figure) and figure.stage == "adjusted_budget" and figure.value_base in changed
        else figure
        for figure in figures
    ]


def _has_rate(amount: Decimal | None, budget: Decimal | None, rate: Figure) -> bool:
    """Whether the amount is that share of the budget, as exactly as the rate is printed."""
    if not amount or not budget or not rate.value_base or rate.base_unit != "percent":
        return False
    half_a_step = Decimal(5).scaleb(-1 - (rate.decimals or 0))
    return abs(100 * amount / budget - rate.value_base) <= half_a_step


def _is_budget(figure: Figure) -> bool:
    return (
        figure.concept in {"total_expenditure", "total_revenue"}
        and figure.measure == "level"
        and figure.source_kind == "text"
        and figure.fund_scope is None
        and figure.org_scope == "department"
    )

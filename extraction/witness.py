"""Lets the report's own arithmetic decide between readings that its words leave open.

Belongs here: the unit of a table that prints none, the columns of a row whose empty cells were lost.
Does not belong here: changing a printed number, or preferring a reading that the words do not allow.

A choice is made only when exactly one reading agrees with the rest of the report; it is noted on the
figure. Where none or several agree, the figure stays uncertain (confidence below 0.9) or is not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from extraction.headings import Heading
from extraction.model import Figure
from extraction.numbers import UNITS, Number
from extraction.records import replace

#: Printed for a unit that is not known yet.
UNKNOWN_UNIT = "?"
#: A funds row has six columns; more would make too many assignments to try.
_MOST_COLUMNS = 10
_CANDIDATES = ("万元", "元")
#: Noted on amounts without a label in a report on one project.
ONE_PROJECT = "no label; the report is on one project"
#: Noted on an amount that is called 结余 alone: of the year, or with the balance before it.
OPEN_BALANCE = "called 结余 alone"
#: Noted on fixed assets where the report does not say whether depreciation is taken off.
GROSS_OR_NET = "whether gross or net is not said"
_ADJUSTED = "taken for the adjustment because the two budgets differ by it"
CONFIRMED = Decimal("0.95")
_UNCERTAIN = Decimal("0.5")
_FUNDS_OF_LEVEL = {"upper_level_funds", "local_level_funds"}
_OPEN = {OPEN_BALANCE, GROSS_OR_NET}
#: Points: no report scores as little, and no item as much.
_MOST_OF_ITEM = Decimal(30)
_FULL_MARKS = Decimal(100)
_LEAST_OF_REPORT = Decimal(60)
_HALF_PERCENT = Decimal("0.51")


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
        confidence=CONFIRMED if sure else _UNCERTAIN,
        note="unit confirmed by the same amount elsewhere" if sure else "unit not printed",
    )


def settle_open_names(figures: Sequence[Figure]) -> list[Figure]:
    """Tell by income and spending what 结余 alone means; what stays open is kept at a confidence no rule uses."""
    return [_settled(figure, figures) if figure.note in _OPEN else figure for figure in figures]


def _settled(figure: Figure, figures: Sequence[Figure]) -> Figure:
    uncertain = replace(figure, confidence=_UNCERTAIN)
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
    """年初预算168万元，调整后预算251万元，预算调整数83万元: the budget that is what the two others differ by is the adjustment."""
    budgets = [figure for figure in figures if _is_budget(figure)]
    initial = {figure.value_base for figure in budgets if figure.stage == "initial_budget"}
    adjusted = {figure.value_base for figure in budgets if figure.stage == "adjusted_budget"}
    differing = {
        after - before for before in initial for after in adjusted if before and after and after > before
    }
    changed = {value for value in adjusted & differing if len(adjusted) > 1}
    return [
        replace(figure, concept="budget_adjustment", note=_ADJUSTED, confidence=CONFIRMED)
        if _is_budget(figure) and figure.stage == "adjusted_budget" and figure.value_base in changed
        else figure
        for figure in figures
    ]


def _is_budget(figure: Figure) -> bool:
    return (
        figure.concept == "total_expenditure"
        and figure.measure == "level"
        and figure.source_kind == "text"
        and figure.fund_scope is None
        and figure.org_scope == "department"
    )


def settle_scores(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out scores in running text that can only be those of items: 该项自评得5分 beside a total of 94."""
    figures = _without_full_marks(figures)
    scores = [figure.value_base for figure in figures if _is_score(figure)]
    small = {value for value in scores if value is not None and value <= _MOST_OF_ITEM}
    large = any(value is not None and value >= _LEAST_OF_REPORT for value in scores)
    if not small or (not large and len(small) == 1):
        return list(figures)
    return [figure for figure in figures if not (_is_score(figure) and figure.value_base in small)]


def _without_full_marks(figures: Sequence[Figure]) -> Sequence[Figure]:
    """自评总分100分，得分94.5分: the hundred beside another score of the sentence is what could be had."""
    beside = {
        figure.sentence_no for figure in figures if _is_score(figure) and figure.value_base != _FULL_MARKS
    }
    return [
        figure
        for figure in figures
        if not (_is_score(figure) and figure.value_base == _FULL_MARKS and figure.sentence_no in beside)
    ]


def _is_score(figure: Figure) -> bool:
    return figure.concept == "self_evaluation_score" and figure.source_kind == "text"


def settle_projects(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out amounts without a label where the report gives several for one stage: it is on several projects."""
    figures = _without_several_grants(figures)
    given: dict[tuple[str | None, int | None], set[Decimal | None]] = defaultdict(set)
    for figure in figures:
        if (
            figure.note == ONE_PROJECT
            and figure.measure == "level"
            and figure.concept == "project_expenditure"
        ):
            given[(figure.stage, figure.fiscal_year)].add(figure.value_base)
    if not any(len(values) > 1 for values in given.values()):
        return list(figures)
    told = {figure.sentence_no for figure in figures if figure.note == ONE_PROJECT}
    rates = {figure.value_base for figure in figures if _is_rate_of(figure, told)}
    return [
        figure
        for figure in figures
        if figure.note != ONE_PROJECT and not (len(rates) > 1 and _is_rate_of(figure, told))
    ]


def _without_several_grants(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Leave out what a level of government gave, where another amount of it is named: one of several payments."""
    given: dict[tuple[str, str | None, int | None], set[Decimal | None]] = defaultdict(set)
    for figure in figures:
        if figure.concept in _FUNDS_OF_LEVEL and figure.measure == "level":
            given[(figure.concept, figure.fund_scope, figure.fiscal_year)].add(figure.value_base)
    several = {key for key, values in given.items() if len(values) > 1}
    return [
        figure
        for figure in figures
        if figure.concept not in _FUNDS_OF_LEVEL
        or figure.note != ONE_PROJECT
        or (figure.concept, figure.fund_scope, figure.fiscal_year) not in several
    ]


def _is_rate_of(figure: Figure, sentences: set[int | None]) -> bool:
    """Whether it is a rate of execution given beside the amounts of one of several projects."""
    return (
        figure.concept == "budget_execution_rate"
        and figure.source_kind == "text"
        and figure.sentence_no in sentences
    )


def align(numbers: Sequence[Number], headings: Sequence[Heading]) -> list[Heading | None]:
    """Headings for the numbers of a funds row that lost its empty cells.

    The numbers keep their order. A percentage must stand under 执行率, and that rate must follow from
    the executed amount and the full-year (else the initial) budget.

    Returns:
        For each number the heading that all agreeing assignments give it; None where they differ or
        where none agrees.
    """
    if not 0 < len(numbers) < len(headings) <= _MOST_COLUMNS:
        return [None] * len(numbers)
    agreeing = [
        chosen
        for chosen in combinations(headings, len(numbers))
        if _rate_follows(list(zip(chosen, numbers, strict=True)))
    ]
    places = zip(*agreeing, strict=True) if agreeing else ([] for _ in numbers)
    return [column[0] if len(set(column)) == 1 else None for column in map(list, places)]


def _rate_follows(row: list[tuple[Heading, Number]]) -> bool:
    rates = [number for heading, number in row if "率" in heading.text]
    if len(rates) != 1 or any((number.unit == "%") != ("率" in heading.text) for heading, number in row):
        return False
    by_stage = {heading.stage: number.value for heading, number in row if heading.stage}
    executed = by_stage.get("final_account")
    budget = by_stage.get("adjusted_budget", by_stage.get("initial_budget"))
    if executed is None or not budget:
        return False
    return abs(executed * 100 / budget - rates[0].value) <= _HALF_PERCENT

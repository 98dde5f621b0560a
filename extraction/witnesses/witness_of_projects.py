"""Leaves out what the report's own figures show to be of an item or of one of several projects.

Belongs here: scores, grants and amounts without a label of which a report gives more than one report can have.
Does not belong here: choosing between readings of one figure (``witness``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from extraction import notes
from extraction.concepts import FUNDS_OF_LEVELS, SPENDING
from extraction.doubt import UNCERTAIN
from extraction.model import Figure
from extraction.records import replace

#: Noted on amounts without a label in a report on one project.
ONE_PROJECT = "no label; the report is on one project"
#: 共投入资金406万元 in such a report.
PROJECT_PUT_IN = "no label; the report is on one project, and whether it was planned or spent is not said"
_OF_PROJECT = {ONE_PROJECT, PROJECT_PUT_IN}
#: Noted on an amount far below another one of the same project and stage.
PART_OF_PROJECT = "far below another amount of the project; it may be a part"
#: Noted on kinds of spending in such a report: 支出68万元，其中培训费5万元.
COST_OF_PROJECT = "in a report on one project; it may be of the project alone"
_OF_DEPARTMENTS = {"basic_expenditure", "three_public_total", "staff_quota", "staff_in_service"}
_COSTS = {*SPENDING, "total_revenue", "total_expenditure"} - {*_OF_DEPARTMENTS, "project_expenditure"}
_FAR_BELOW = Decimal("0.6")
#: Points: no report scores as little, and no item as much.
_MOST_OF_ITEM = Decimal(30)
_FULL_MARKS = Decimal(100)
_LEAST_OF_REPORT = Decimal(60)


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
            figure.note in _OF_PROJECT
            and figure.measure == "level"
            and figure.concept == "project_expenditure"
        ):
            given[(figure.stage, figure.fiscal_year)].add(figure.value_base)
    if not any(len(values) > 1 for values in given.values()):
        return list(figures)
    told = {figure.sentence_no for figure in figures if figure.note in _OF_PROJECT}
    rates = {figure.value_base for figure in figures if _is_rate_of(figure, told)}
    return [
        figure
        for figure in figures
        if figure.note not in _OF_PROJECT and not (len(rates) > 1 and _is_rate_of(figure, told))
    ]


def doubt_parts(figures: Sequence[Figure]) -> list[Figure]:
    """Doubt an amount far below another one of the same stage in a report on a project: that of one kind of it.

    One that is a tenth or a hundredth of the other is no part but a slip, and stays.
    """
    largest: dict[tuple[str | None, int | None], Decimal] = {}
    for figure in figures:
        if _is_of_project(figure) and figure.value_base is not None:
            key = (figure.stage, figure.fiscal_year)
            largest[key] = max(largest.get(key, figure.value_base), figure.value_base)
    return [
        replace(
            figure,
            confidence=min(figure.confidence, UNCERTAIN),
            note=notes.joined(figure.note, PART_OF_PROJECT),
        )
        if _is_of_project(figure)
        and _is_far_below(figure.value_base, largest[(figure.stage, figure.fiscal_year)])
        else figure
        for figure in figures
    ]


def doubt_costs(figures: Sequence[Figure]) -> list[Figure]:
    """Doubt kinds of spending in a report on a project, where nothing in it is of a whole department."""
    if any(figure.concept in _OF_DEPARTMENTS for figure in figures):
        return list(figures)
    return [
        replace(
            figure,
            confidence=min(figure.confidence, UNCERTAIN),
            note=notes.joined(figure.note, COST_OF_PROJECT),
        )
        if figure.concept in _COSTS and figure.source_kind == "text"
        else figure
        for figure in figures
    ]


def _is_of_project(figure: Figure) -> bool:
    return (
        figure.concept == "project_expenditure"
        and figure.measure == "level"
        and figure.source_kind == "text"
        and figure.value_base is not None
    )


def _is_far_below(value: Decimal | None, largest: Decimal) -> bool:
    if value is None or value <= 0 or value > largest * _FAR_BELOW:
        return False
    slipped = largest / value
    return all(slipped != power for power in (10, 100, 1000, 10000))


def _without_several_grants(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Leave out what a level of government gave, where another amount of it is named: one of several payments."""
    given: dict[tuple[str, str | None, int | None, str | None], set[Decimal | None]] = defaultdict(set)
    for figure in figures:
        if figure.concept in FUNDS_OF_LEVELS and figure.measure == "level":
            given[_grant_of(figure)].add(figure.value_base)
    several = {key for key, values in given.items() if len(values) > 1}
    return [
        figure
        for figure in figures
        if figure.concept not in FUNDS_OF_LEVELS
        or figure.note != ONE_PROJECT
        or _grant_of(figure) not in several
    ]


def _grant_of(figure: Figure) -> tuple[str, str | None, int | None, str | None]:
    return figure.concept, figure.fund_scope, figure.fiscal_year, figure.stage


def _is_rate_of(figure: Figure, sentences: set[int | None]) -> bool:
    """Whether it is a rate of execution given beside the amounts of one of several projects."""
    return (
        figure.concept == "budget_execution_rate"
        and figure.source_kind == "text"
        and figure.sentence_no in sentences
    )

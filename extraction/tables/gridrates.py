"""Rates in tables: of a line of a budget, of a change.

Belongs here: what a column of rates says of the row that it is read in.
Does not belong here: amounts (``gridrows``), rates in running text (``prose.rates``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from extraction.columns import funds
from extraction.columns.headings import Heading
from extraction.concepts import WHOLE_SPENDING
from extraction.model import Cell, Table
from extraction.records import replace
from extraction.tables.gridrows import kind
from extraction.text.normalise import folded
from extraction.text.numbers import Number, parse_cell

_RATES_OF_BUDGET = {"budget_completion_rate", "budget_execution_rate"}
_RATE_ROUNDED = Decimal("0.51")
_ROUNDED = Decimal("0.02")
_SEVERAL, _MOST_ROWS = 2, 40
_YEAR = re.compile(r"(?:19|20)\d\d年度?(?:决算数?)?")


def rate_of_line(
    heading: Heading, label: Heading, texts: list[str], column: int, headings: list[Heading] | None
) -> Heading:
    """基本支出 | … | 99.63% below 预算完成率: the rate of that line; only the total's is the department's.

    It is ignored where the budget that it is taken of cannot be known.
    """
    if not (heading.concepts and label.concepts) or heading.concepts[0] not in _RATES_OF_BUDGET:
        return heading
    if heading.ignored or funds.TOTAL.search(label.text):
        return heading  # the rate of the funds block
    if kind(label) != "money" or label.concepts[0] in WHOLE_SPENDING:
        return heading
    base = _base_of_rate(texts, column, headings)
    if base is None:
        return replace(heading, ignored=True)
    return replace(heading, concepts=(), stage="final_account", measure="completion_rate", base_stage=base)


def _base_of_rate(texts: list[str], column: int, headings: list[Heading] | None) -> str | None:
    """The budget from which a row's rate follows, where that is one alone."""
    rate = parse_cell(texts[column])
    amounts = {
        heading.stage: number.value
        for heading, text in zip(headings or (), texts, strict=False)
        if heading.stage
        and heading.measure == "level"
        and (number := parse_cell(text))
        and number.unit != "%"
    }
    spent = amounts.get("final_account")
    if rate is None or spent is None:
        return None
    fitting = [
        stage
        for stage in ("initial_budget", "adjusted_budget")
        if (budget := amounts.get(stage)) and abs(spent * 100 / budget - rate.value) <= _RATE_ROUNDED
    ]
    return fitting[0] if len(fitting) == 1 else None


def change_of_row(
    label: Heading, heading: Heading, cell: Cell, number: Number, table: Table
) -> tuple[Heading, Heading]:
    """增减% | -16.77 below a row for each of two years: how much what the heading names changed, where that follows from them.

    The label is empty then; heading and label as they are where it does not.
    """
    told = label.measure != "level" and not label.concepts and len(table.rows) <= _MOST_ROWS
    if not told or not heading.concepts or heading.measure != "level":
        return label, heading
    years = {
        year: level.value
        for row in table.rows
        if len(row) >= cell.column and (year := _year_of_row(folded(row[0].text)))
        if (level := parse_cell(folded(row[cell.column - 1].text)))
    }
    if len(years) < _SEVERAL:
        return label, heading
    before, now = (years[year] for year in sorted(years)[-_SEVERAL:])
    rate = "%" in label.text or number.unit == "%" or label.measure == "change_rate"
    if rate and (not before or abs((now - before) * 100 / before - number.value) > _RATE_ROUNDED):
        return label, heading
    if not rate and abs(now - before - number.value) > _ROUNDED:
        return label, heading
    measure = "change_rate" if rate else "change"
    return Heading(), replace(heading, measure=measure, year=max(years), unit=None if rate else heading.unit)


def _year_of_row(words: str) -> int | None:
    """The year that a row is of, and of nothing else: 2021年."""
    return int(words[:4]) if _YEAR.fullmatch(words) else None


def measure_of(heading: Heading, number: Number) -> str:
    """Level, change or change rate; under 比上年增减 alone the cell's percent sign decides."""
    if heading.measure == "change" and number.base_unit == "percent":
        return "change_rate"
    return heading.measure

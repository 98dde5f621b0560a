"""Rates in tables: of a line of a budget, of a change.

Belongs here: what a column of rates says of the row that it is read in.
Does not belong here: amounts (``gridrows``), rates in running text (``prose.rates``).
"""

from __future__ import annotations

from decimal import Decimal

from extraction.columns import funds
from extraction.columns.headings import Heading
from extraction.concepts import WHOLE_SPENDING
from extraction.records import replace
from extraction.tables.gridrows import kind
from extraction.text.numbers import Number, parse_cell

_RATES_OF_BUDGET = {"budget_completion_rate", "budget_execution_rate"}
_RATE_ROUNDED = Decimal("0.51")


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


def measure_of(heading: Heading, number: Number) -> str:
    """Level, change or change rate; under 比上年增减 alone the cell's percent sign decides."""
    if heading.measure == "change" and number.base_unit == "percent":
        return "change_rate"
    return heading.measure

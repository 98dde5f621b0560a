"""Rates in rows of indicators: 预算执行率 | 10 | ≥95% | 98.7% | 9.8 states the rate of the department as a sentence does.

Belongs here: which rows state a figure of the department, beside what they are as indicators.
Does not belong here: reading rows (``scoring``), names of rates (``words_of_rates``), rates in running text (``clauses_of_rates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from extraction.model import Figure, Indicator, Locator
from extraction.records import replace
from extraction.text.normalise import folded
from extraction.words.words_of_rates import named

_VALUE = re.compile(r"=?(?P<digits>-?\d{1,3}(?:\.\d{1,4})?)%")
#: 预算执行率(%), 1.预算执行率
_AROUND = re.compile(r"^\(?\d{1,2}[.、)]|\((?:%|\d{1,2}分)\)$")


def rates_of_rows(
    indicators: Iterable[Indicator], figures: Iterable[Figure], fiscal_year: int | None, text: str
) -> Iterator[Figure]:
    """The rates that rows give as done, but for those that the report states as figures already."""
    stated = {(figure.concept, figure.value_base) for figure in figures}
    for row in indicators:
        value = _VALUE.fullmatch(folded(row.actual_text or ""))
        name = _AROUND.sub("", folded(row.level_3 or row.level_2 or ""))
        concept = named(name) if value and name else None
        if value is None or concept is None or (concept, Decimal(value["digits"])) in stated:
            continue
        place = _place_of(row, value["digits"], text)
        if place is None:
            continue
        stated.add((concept, Decimal(value["digits"])))
        yield Figure(
            concept=concept,
            measure="level",
            stage=None,
            fiscal_year=fiscal_year,
            label=name,
            value=value["digits"],
            unit="%",
            decimals=len(value["digits"].partition(".")[2]),
            value_base=Decimal(value["digits"]),
            base_unit="percent",
            printed=text[place.char_start : place.char_end],
            quote=text[place.char_start : place.char_end],
            source_kind="table",
            locator=place,
        )


def _place_of(row: Indicator, digits: str, text: str) -> Locator | None:
    """Where a row prints its value: behind the target, where both are the same."""
    printed = re.compile(rf"(?<![\d.]){re.escape(digits)}\s*[%％]")
    found = list(printed.finditer(text, row.locator.char_start, row.locator.char_end))
    if not found:
        return None
    as_wanted = digits in (row.target_text or "") and len(found) > 1
    start, end = found[int(as_wanted)].span()
    return replace(row.locator, char_start=start, char_end=end)

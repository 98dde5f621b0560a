"""Comparisons that print the amount of the earlier year and the difference: the amount of now follows, and so of what they are.

Belongs here: finding the amount of the paragraph that an earlier amount and its change add up to.
Does not belong here: stating the change (``clauses_of_change``) or the earlier amount (``clauses_of_years``).

与2021年支出901.44万元相比减少53.20万元 names nothing that the vocabulary knows alone, but only one amount of the paragraph may be
848.24万元.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from extraction.concepts import COUNTED_GUESTS
from extraction.model import Figure
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number

#: Amounts of the paragraph that are asked, the last ones: a long one costs no more than its length.
_AT_MOST = 60
#: 901.44万元|相比，下降5.9%，减少|53.20万元
_DIFFERENCE = re.compile(
    r"\)?(?:相比|比较|对比|相较|比)?，?(?:(?:同比)?(?:下降|降低|减少|增长|增加|上升)了?[\d.]{1,8}%[，、])?(?:同比)?(?:(?P<up>增加|增长|上升|多支出?|增支)|减少|下降|降低|压减|节约|少支出?)(?:了|为)?(?=\d)"
)


def difference_behind(now: State, earlier: Number) -> Decimal | None:
    """By how much an earlier amount grew (fell: below nothing) as the words behind it say; None where they give no amount."""
    said = _DIFFERENCE.match(now.text, earlier.end)
    if said is None or earlier.base_unit != "yuan":
        return None
    numbers = now.sentence.numbers
    at = bisect_left(numbers, said.end(), key=lambda number: number.start)
    change = numbers[at] if at < len(numbers) and numbers[at].start == said.end() else None
    if change is None or change.base_unit != "yuan" or not change.value:
        return None
    return change.in_base_units() if said["up"] else -change.in_base_units()


def of_difference(now: State, earlier: Number, difference: Decimal) -> list[Subject]:
    """The things of which the paragraph gives what an earlier amount grew to; each of the three may have been rounded."""
    amount = earlier.in_base_units() + difference
    things = {
        (one.concept, one.stage, one.fiscal_year, one.function_code): _subject(one)
        for value, one in now.flow.amounts[-_AT_MOST:]
        if one
        and one.measure == "level"
        and one.concept not in COUNTED_GUESTS
        and abs(value - amount) <= earlier.step
    }
    return list(things.values())


def _subject(figure: Figure) -> Subject:
    return Subject(
        concepts=(figure.concept,),
        stage=figure.stage,
        label=figure.label,
        start=-1,
        function_code=figure.function_code,
        economic_code=figure.economic_code,
        fund_scope=figure.fund_scope,
        expenditure_scope=figure.expenditure_scope,
        org_scope=figure.org_scope,
        year=figure.fiscal_year,
        stage_printed=True,
        note=figure.note,
    )

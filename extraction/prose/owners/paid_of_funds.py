"""Whether an amount paid is of a part of a project alone, as its rate proves, or all that was spent, as its parts add up to it.

Belongs here: what the amounts of one paragraph prove while it is read.
Does not belong here: what all amounts of a report prove (``extraction.projects``), patterns (``words_of_project``).
"""

from __future__ import annotations

from decimal import Decimal

from extraction.prose.sentence.state import State
from extraction.text.numbers import UNITS, Number
from extraction.words import words_of_project

#: How far before an amount paid the money is looked for that it was paid of, in characters.
_REACH = 400
#: Parts that a sum is reckoned from at most.
_AT_MOST = 24
_HUNDRED = Decimal(100)


def is_share_of_part(text: str, number: Number) -> bool:
    """第一标段60万元，支付58万元，支付率96.67%: whether the rate behind ``number`` is its share in money of a part of the project."""
    rate = words_of_project.RATE_OF_PAID.match(text, number.end)
    if rate is None:
        return False
    printed, paid = Decimal(rate["rate"]), number.in_base_units()
    tolerance = Decimal(1).scaleb(-max(1, len(rate["rate"].partition(".")[2])))
    for before in words_of_project.AMOUNT_WITH_WORDS.finditer(
        text, max(0, number.start - _REACH), number.start
    ):
        funds = Decimal(before["digits"].replace(",", "")) * UNITS[before["unit"]][2]
        if funds and abs(paid / funds * _HUNDRED - printed) <= tolerance:
            return words_of_project.FUNDS_OF_A_PART.search(before["words"]) is not None
    return False


def is_of_contract(text: str, begins: int, number: Number) -> bool:
    """设备采购合同价60万元，已支付58万元: whether an amount in the sentence that begins at ``begins`` is of a contract, which its clause names."""
    begins = max(begins, number.start - _REACH)
    since = max(begins, *(text.rfind(mark, begins, number.start) + 1 for mark in "；;"))
    return words_of_project.PRICE_OF_CONTRACT.search(text, since, number.end) is not None


def sums_up_spent(now: State, number: Number, gap_start: int) -> bool:
    """兑付到户58万元，管护费8万元，共支出66万元: the sum of what was paid, in a sentence that names no source of the money."""
    summed = words_of_project.SPENT_IN_SUM.fullmatch(now.text, gap_start, number.start)
    if summed is None:
        return False
    said = now.text[max(now.sentence.start, number.start - _REACH) : gap_start]
    if words_of_project.OF_SOURCES.search(said):
        return False
    if not (summed["verb"] or words_of_project.SPENT_OF_PROJECT.search(said)):
        return False
    left = number.in_base_units()
    for count, (value, _) in enumerate(reversed(now.flow.amounts[-_AT_MOST:]), start=1):
        left -= value
        if left <= 0:
            return left == 0 and count > 1
    return False

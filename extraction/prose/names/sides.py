"""Income and spending named beside each other: a budget balances, accounts hardly ever do.

Belongs here: comparing the amounts on both sides of a label.
Does not belong here: the stage that follows from it (``labels_of_stage``).
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.terms import Match

#: 2，298.11万元 is one number in two pieces.
_SPLIT = 2


def as_large_as_before(now: State, label: Match) -> bool:
    """部门预算收入12万元，支出12万元: a budget balances."""
    difference = _difference(now, label)
    return difference is not None and not difference


def out_of_balance(now: State, label: Match) -> bool:
    """部门预算总收入12万元，总支出11万元: no budget, whose sides are alike."""
    return bool(_difference(now, label)) and now.around.default_stage == "final_account"


def _difference(now: State, label: Match) -> Decimal | None:
    """By how much the amount before a label differs from the one behind it; None where either is no amount of money."""
    numbers = now.sentence.numbers
    at = bisect_left(numbers, label.end, key=_start)
    before = numbers[at - 1] if at else None
    behind = next((one for one in numbers[at : at + _SPLIT] if one.base_unit == "yuan"), None)
    if before is None or behind is None or before.base_unit != "yuan":
        return None
    return before.in_base_units() - behind.in_base_units()


def _start(number: Number) -> int:
    return number.start

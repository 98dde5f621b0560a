"""Random amounts that add up: splitting, rounding and percentages in ``Decimal``.

Belongs here: arithmetic shared by the accounts and the renderers of the generated corpus.
Does not belong here: what the amounts mean.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random

CENT = Decimal("0.01")


def cents(value: Decimal | int | str) -> Decimal:
    """The value with two decimals, rounded as accountants do."""
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def between(rng: Random, low: int, high: int) -> Decimal:
    """A random amount from ``low`` to ``high``, with two decimals."""
    return Decimal(rng.randint(low * 100, high * 100)).scaleb(-2)


def part_of(rng: Random, whole: Decimal, low: int, high: int) -> Decimal:
    """Between ``low`` and ``high`` percent of ``whole``, with two decimals."""
    return cents(whole * rng.randint(low * 10, high * 10) / 1000)


def split(rng: Random, whole: Decimal, count: int) -> list[Decimal]:
    """``count`` positive parts with two decimals that add up to ``whole`` exactly."""
    return split_by([rng.randint(20, 100) for _ in range(count)], whole)


def split_by(weights: list[int], whole: Decimal) -> list[Decimal]:
    """Parts by weight; the first takes what rounding leaves over."""
    parts = [cents(whole * weight / sum(weights)) for weight in weights[1:]]
    return [whole - sum(parts, Decimal(0)), *parts]


def percent(part: Decimal, whole: Decimal, decimals: int = 2) -> Decimal:
    """``part`` in percent of ``whole``, rounded to ``decimals``."""
    return (part / whole * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

"""Faults planted in consistent pages, each with the rules that can see it.

Belongs here: what a clerk gets wrong - a digit, a unit, a swap, a lost row, a wrong total or score.
Does not belong here: deciding whether the rules found it (``benchmarks.detection``).

Every fault keeps the page readable: only printed numbers change, or one row is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from benchmarks.corpus.identities import broken_rules
from benchmarks.corpus.page import Mention, Rendering

_MONEY = ("万元", "元")
_WHOLES = frozenset({"total_expenditure", "basic_expenditure", "three_public_total", "official_vehicle", "procurement_actual", "total_assets", "fixed_assets_gross", "staff_quota"})  # fmt: skip
_TRIES = 25
#: Rules that see the cause itself and then stand for the sums it breaks.
_ALSO = {"unit slipped": frozenset({"K02"})}


@dataclass(frozen=True, slots=True)
class Fault:
    """A page with one fault; ``rules`` are those whose identity it breaks and the page kept before."""

    kind: str
    page: Rendering
    rules: frozenset[str]


def plant(kind: str, page: Rendering, rng: Random) -> Fault | None:
    """One visible fault of a kind; None where this page shows nothing that such a fault would break."""
    before = broken_rules(page)
    for _ in range(_TRIES):
        faulty = KINDS[kind](page, rng)
        if faulty is None:
            return None
        rules = broken_rules(faulty) - before
        if rules:
            return Fault(kind, faulty, rules | _ALSO.get(kind, frozenset()))
    return None


def _slots(page: Rendering, wanted: Callable[[Mention], bool]) -> list[int]:
    printed = {id(mention) for mention in page.printed}
    return [n for n, mention in enumerate(page.mentions) if id(mention) in printed and wanted(mention)]


def _one(page: Rendering, rng: Random, wanted: Callable[[Mention], bool]) -> int | None:
    slots = _slots(page, wanted)
    return rng.choice(slots) if slots else None


def _is_amount(mention: Mention) -> bool:
    return (
        mention.measure == "level" and mention.unit in _MONEY and mention.value > 0 and not mention.optional
    )


def _digit(page: Rendering, rng: Random) -> Rendering | None:
    """Another digit in one place of an amount or a head count."""
    at = _one(page, rng, lambda m: _is_amount(m) or (m.unit == "人" and m.value > 0))
    if at is None:
        return None
    digits = page.mentions[at].digits
    place = rng.choice([n for n, character in enumerate(digits) if character.isdigit()])
    other = rng.choice([d for d in "123456789" if d != digits[place]])
    return page.with_mention(at, value=Decimal(digits[:place] + other + digits[place + 1 :]))


def _unit(page: Rendering, rng: Random) -> Rendering | None:
    """元 printed for 万元 or the other way round, the number unchanged."""
    at = _one(page, rng, lambda m: _is_amount(m) and bool(m.printed_unit.strip()))
    if at is None:
        return None
    other = "元" if page.mentions[at].unit == "万元" else "万元"
    return page.with_mention(at, unit=other, printed_unit=other)


def _swap(page: Rendering, rng: Random) -> Rendering | None:
    """Two amounts that stand near each other have changed places."""
    slots = _slots(page, _is_amount)
    first = rng.randrange(len(slots) - 1) if len(slots) > 1 else 0
    near = slots[first : first + 3]
    if len(near) < 2:
        return None
    one, other = near[0], rng.choice(near[1:])
    values = page.mentions[one], page.mentions[other]
    if values[0].digits == values[1].digits or values[0].place != values[1].place:
        return page
    swapped = page.with_mention(one, value=values[1].value, decimals=values[1].decimals)
    return swapped.with_mention(other, value=values[0].value, decimals=values[0].decimals)


def _lost_row(page: Rendering, rng: Random) -> Rendering | None:
    """A row of a scoring table or of a unit is missing while the totals still count it."""
    return page.without(rng.choice(page.parts)) if page.parts else None


def _wrong_total(page: Rendering, rng: Random) -> Rendering | None:
    """A total that is not what its parts add up to."""
    at = _one(page, rng, lambda m: m.concept in _WHOLES and m.measure == "level" and m.value > 0)
    if at is None:
        return None
    old = page.mentions[at]
    step = Decimal(1) if old.unit == "人" else max(old.value * rng.randint(2, 25) / 100, Decimal("0.05"))
    value = (old.value + rng.choice((-1, 1)) * step).quantize(Decimal(1).scaleb(-old.decimals))
    return page.with_mention(at, value=value) if value > 0 else page


def _copied(page: Rendering, rng: Random) -> Rendering | None:
    """The amount of the line before, printed again."""
    slots = _slots(page, _is_amount)
    if len(slots) < 2:
        return None
    at = rng.randrange(1, len(slots))
    source, target = page.mentions[slots[at - 1]], page.mentions[slots[at]]
    if source.digits == target.digits or source.unit != target.unit:
        return page
    return page.with_mention(slots[at], value=source.value, decimals=source.decimals)


def _above_maximum(page: Rendering, rng: Random) -> Rendering | None:
    """An item with more points than it can have."""
    at = _one(page, rng, lambda m: m.concept == "indicator_score" and m.row is not None)
    if at is None:
        return None
    full = next(
        m for m in page.mentions if m.concept == "indicator_weight" and m.row == page.mentions[at].row
    )
    return page.with_mention(at, value=full.value + rng.randint(1, 3), decimals=0)


def _group_sum(page: Rendering, rng: Random) -> Rendering | None:
    """Full marks of an item that no longer add up to those of its group."""
    at = _one(page, rng, lambda m: m.concept == "indicator_weight" and m.row is not None)
    if at is None:
        return None
    return page.with_mention(at, value=page.mentions[at].value + rng.randint(1, 3))


def _score_total(page: Rendering, rng: Random) -> Rendering | None:
    """A total score that the items do not add up to."""
    at = _one(page, rng, lambda m: m.concept == "self_evaluation_score")
    if at is None:
        return None
    value = page.mentions[at].value + rng.choice((-4, -3, -2, -1, 1, 2, 3))
    return page.with_mention(at, value=value) if value <= 100 else page


def _grade(page: Rendering, rng: Random) -> Rendering | None:
    """A grade of another band."""
    at = _one(page, rng, lambda m: m.concept == "grade")
    if at is None:
        return None
    return page.with_mention(at, word=rng.choice([g for g in "优良中差" if g != page.mentions[at].word]))


def _percent(page: Rendering, rng: Random) -> Rendering | None:
    """A share or a rate that does not follow from its amounts."""
    at = _one(page, rng, lambda m: m.unit == "%")
    if at is None:
        return None
    old = page.mentions[at]
    value = old.value + rng.choice((-1, 1)) * Decimal(rng.randint(2, 30))
    return page.with_mention(at, value=value) if 0 < value < 150 else page


def _change(page: Rendering, rng: Random) -> Rendering | None:
    """A stated increase or decrease that is not the difference of its amounts."""
    at = _one(page, rng, lambda m: m.measure == "change")
    if at is None:
        return None
    old = page.mentions[at]
    wrong = (old.value * Decimal("1.2")).quantize(Decimal("0.01"))
    return page.with_mention(at, value=wrong, decimals=2)


KINDS: dict[str, Callable[[Rendering, Random], Rendering | None]] = {
    "digit changed": _digit,
    "unit slipped": _unit,
    "two amounts swapped": _swap,
    "row lost": _lost_row,
    "wrong total": _wrong_total,
    "amount copied": _copied,
    "score above maximum": _above_maximum,
    "group marks": _group_sum,
    "total score": _score_total,
    "grade": _grade,
    "percentage": _percent,
    "stated change": _change,
}

"""The one row of the “三公” form, whatever is left of its headings: which of its amounts is what, told by their sums.

Belongs here: the orders in which the form prints its six amounts, and choosing one.
Does not belong here: finding the row (``headtree``, ``blankrows``); forms with a row for each expense (``grids``).

Total = travel abroad + vehicles + reception, and vehicles = purchase + operation. An order is taken only where both hold, in
every stage. Where several fit that give an amount other names, it is the one in which the headings are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

_TOTAL, _TRAVEL, _VEHICLES, _PURCHASE, _OPERATION, _RECEPTION = (
    "“三公”经费合计",
    "因公出国(境)费",
    "公务用车购置及运行维护费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
)
_AGENCY = "机关运行经费"
AMOUNTS = 6
_NEEDED = tuple(map(re.compile, ("合计|小计|总计", "出国", "购置", "运行", "接待|公务接")))
_PARTS = re.compile(r"(?:购置(?!及|和|与|、|\(含)|(?<![及和与、关])运行)")


def names_all(heads: str) -> bool:
    """Whether folded words of headings name everything that the form has."""
    return "三公" in heads and all(pattern.search(heads) for pattern in _NEEDED)


def columns_of(heads: str, stages: Sequence[str], values: Sequence[Decimal]) -> list[tuple[str, str]] | None:
    """For each of the amounts below headings its stage, empty where the title says it, and its name.

    Args:
        heads: all headings, folded and put together.
        stages: those of them that name a stage, in the order printed: 2023年预算数. They stand beside each other below
            each name, or over one block each.
        values: the amounts of the row.
    """
    if not names_all(heads):
        return None
    agency = _AGENCY in heads and len(values) % AMOUNTS == 1
    count = len(values) - agency
    extra = [("", _AGENCY)] if agency else []
    distinct = list(dict.fromkeys(stages)) or [""]
    if count != AMOUNTS * len(distinct):
        return None
    beside = len(stages) > len(distinct)
    blocks = [
        values[at : count : len(distinct)] if beside else values[at * AMOUNTS : (at + 1) * AMOUNTS]
        for at in range(len(distinct))
    ]
    order = _order(heads, blocks)
    if order is None:
        return None
    if beside:
        return [*((stage, name) for name in order for stage in distinct), *extra]
    return [*((stage, name) for stage in distinct for name in order), *extra]


def _order(heads: str, stages: Sequence[Sequence[Decimal]]) -> list[str] | None:
    """The names of six amounts; None where their sums fit in no order, or in several with other names."""
    parts = [_PURCHASE, _OPERATION]
    if _PARTS.findall(heads)[:1] == ["运行"]:
        parts.reverse()
    # travel and reception are alike for the sums: they stand in the order in which their headings are printed
    first, last = (
        (_TRAVEL, _RECEPTION) if heads.find("出国") < heads.find("公务接") else (_RECEPTION, _TRAVEL)
    )
    siblings = ((first, _VEHICLES, last), (first, last, _VEHICLES), (_VEHICLES, first, last))
    orders = [_with_parts(names, parts) for names in siblings]
    fitting = [
        order for order in orders if all(_adds_up(dict(zip(order, values, strict=True))) for values in stages)
    ]
    named = {frozenset(zip(order, zip(*stages, strict=True), strict=True)) for order in fitting}
    if len(named) == 1:
        return fitting[0]
    places = {_TRAVEL: heads.find("出国"), _VEHICLES: heads.find("购置"), _RECEPTION: heads.find("公务接")}
    printed = _with_parts(sorted(places, key=lambda name: places[name]), parts)
    return printed if printed in fitting else None


def _with_parts(siblings: Iterable[str], parts: list[str]) -> list[str]:
    order = [_TOTAL]
    for name in siblings:
        order += [name, *parts] if name == _VEHICLES else [name]
    return order


def _adds_up(amounts: dict[str, Decimal]) -> bool:
    whole = amounts[_TRAVEL] + amounts[_VEHICLES] + amounts[_RECEPTION]
    return amounts[_TOTAL] == whole and amounts[_VEHICLES] == amounts[_PURCHASE] + amounts[_OPERATION]

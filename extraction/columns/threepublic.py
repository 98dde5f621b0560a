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
from itertools import combinations

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
#: A heading that is read as one of numbers which are no amounts.
UNKNOWN = "差异"
_MOST_STAGES = 2
#: Amounts of a stage below which pairs add up by chance: 5 5.
_FEWEST_BESIDE = 3
#: What the form has where it does not part vehicles into their purchase and operation.
_WHOLES = 4
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
    if len(values) == _WHOLES * len(stages) and len(distinct) == len(stages) and not _PARTS.search(heads):
        return _columns_of_wholes(heads, stages, values)
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


def _columns_of_wholes(
    heads: str, stages: Sequence[str], values: Sequence[Decimal]
) -> list[tuple[str, str]] | None:
    """The same for four amounts of each stage, in the order in which their headings are printed."""
    names = [name for name in _in_printed_order(heads) if name not in {_PURCHASE, _OPERATION}]
    blocks = [values[at : at + _WHOLES] for at in range(0, len(values), _WHOLES)]
    if not all(block[0] == sum(block[1:], Decimal(0)) for block in blocks):
        return None
    return [(stage, name) for stage in stages for name in names]


def columns_left(
    heads: str, stages: Sequence[str], values: Sequence[Decimal]
) -> list[tuple[str, str]] | None:
    """The same for a row whose empty cells are gone: the names that the sums leave no choice about, others as ``UNKNOWN``.

    None where the amounts add up in no way, or where stages cannot be told apart.
    """
    distinct = list(dict.fromkeys(stages)) or [""]
    if not names_all(heads) or len(distinct) > _MOST_STAGES:
        return None
    if len(stages) > len(distinct):
        return _beside_left(heads, distinct, values)
    splits = (
        [(0, len(values))] if len(distinct) == 1 else [(at, len(values)) for at in range(2, len(values) - 1)]
    )
    found = []
    for split, end in splits:
        blocks = [values[:split], values[split:end]] if split else [values[:end]]
        names = [_names_left(heads, block) for block in blocks]
        if all(names):
            found.append(
                [(stage, name) for stage, block in zip(distinct, names, strict=True) for name in block]
            )
    return found[0] if len(found) == 1 else None


def _beside_left(
    heads: str, stages: Sequence[str], values: Sequence[Decimal]
) -> list[tuple[str, str]] | None:
    """The same where the stages stand beside each other below each name: those names that add up in every stage."""
    if len(values) % len(stages) or len(values) // len(stages) < _FEWEST_BESIDE:
        return None
    blocks = [values[at :: len(stages)] for at in range(len(stages))]
    names = [_names_left(heads, block) for block in blocks]
    if not all(names) or any(other != names[0] for other in names[1:]):
        return None
    return [(stage, name) for name in names[0] for stage in stages]


def _names_left(heads: str, values: Sequence[Decimal]) -> list[str]:
    """The names of fewer than six amounts of one stage; empty where they add up in no order."""
    if not 1 < len(values) <= AMOUNTS:
        return []
    printed = [_in_printed_order(heads)]
    fitting = (
        _fitting(printed, values) or _fitting(_orders(heads), values) or _without_subtotal(printed, values)
    )
    return [column.pop() if len(column) == 1 else UNKNOWN for column in map(set, zip(*fitting, strict=True))]


def _fitting(orders: Sequence[Sequence[str]], values: Sequence[Decimal]) -> list[tuple[str, ...]]:
    """The names under which fewer than six amounts add up, left in one of the orders."""
    return [
        names
        for order in orders
        for rest in combinations(order[1:], len(values) - 1)
        if _adds_up(
            dict.fromkeys(order, Decimal(0)) | dict(zip(names := (order[0], *rest), values, strict=True))
        )
        if not {_PURCHASE, _OPERATION}.isdisjoint(rest) or _VEHICLES not in rest
    ]


def _without_subtotal(orders: Sequence[Sequence[str]], values: Sequence[Decimal]) -> list[tuple[str, ...]]:
    """The names of all amounts but that of vehicles, whose cell is empty though both its parts are printed."""
    found = []
    for order in orders:
        names = tuple(name for name in order if name != _VEHICLES)
        amounts = dict(zip(names, values, strict=False))
        if len(values) == len(names) and amounts[_TOTAL] == sum(values[1:], Decimal(0)):
            found.append(names)
    return found


def _in_printed_order(heads: str) -> list[str]:
    """The names in the order of their headings, parts behind their whole."""
    places = {_TRAVEL: heads.find("出国"), _VEHICLES: heads.find("购置"), _RECEPTION: _reception_in(heads)}
    parts = [name for name in _orders(heads)[0] if name in {_PURCHASE, _OPERATION}]
    return _with_parts(sorted(places, key=lambda name: places[name]), parts)


def _orders(heads: str) -> list[list[str]]:
    """The orders in which the form prints its amounts below these headings."""
    parts = [_PURCHASE, _OPERATION]
    if _PARTS.findall(heads)[:1] == ["运行"]:
        parts.reverse()
    # travel and reception are alike for the sums: they stand in the order in which their headings are printed
    first, last = (
        (_TRAVEL, _RECEPTION) if heads.find("出国") < _reception_in(heads) else (_RECEPTION, _TRAVEL)
    )
    siblings = ((first, _VEHICLES, last), (first, last, _VEHICLES), (_VEHICLES, first, last))
    return [_with_parts(names, parts) for names in siblings]


def _reception_in(heads: str) -> int:
    """Where the heading of reception stands, which may be broken: 公务 | 接待费."""
    return heads.find("公务接") if "公务接" in heads else heads.find("接待")


def _order(heads: str, stages: Sequence[Sequence[Decimal]]) -> list[str] | None:
    """The names of six amounts; None where their sums fit in no order, or in several with other names."""
    fitting = [
        order
        for order in _orders(heads)
        if all(_adds_up(dict(zip(order, values, strict=True))) for values in stages)
    ]
    named = {frozenset(zip(order, zip(*stages, strict=True), strict=True)) for order in fitting}
    if len(named) == 1:
        return fitting[0]
    printed = _in_printed_order(heads)
    return printed if printed in fitting else None


def _with_parts(siblings: Iterable[str], parts: list[str]) -> list[str]:
    order = [_TOTAL]
    for name in siblings:
        order += [name, *parts] if name == _VEHICLES else [name]
    return order


def _adds_up(amounts: dict[str, Decimal]) -> bool:
    whole = amounts[_TRAVEL] + amounts[_VEHICLES] + amounts[_RECEPTION]
    return amounts[_TOTAL] == whole and amounts[_VEHICLES] == amounts[_PURCHASE] + amounts[_OPERATION]

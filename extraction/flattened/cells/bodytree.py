"""Headings of a table of bodies printed level by level: which order the columns below them have.

Belongs here: ordering concepts as wholes with their parts behind them, and the sums that confirm it.
Does not belong here: the form of the “三公” expenses (``headtree``).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction import reference
from extraction.columns.headings import read_heading
from extraction.text.numbers import parse_cell


def columns_of_bodies(words: Sequence[str], amounts: Sequence[str]) -> list[int]:
    """The headings of a table of bodies in the order of its columns; empty where the amounts do not add up in any.

    机构名称, 支出合计, 结余, 基本支出, 项目支出, 当年结余, 累计结余, 人员支出, 公用支出: printed level by level, while the
    columns are 支出合计, 基本支出, 人员支出, 公用支出, 项目支出, 当年结余, 累计结余.
    """
    heads = [read_heading(word) for word in words]
    named = {head.concepts[0] if head.concepts else head.text: at for at, head in enumerate(heads) if at}
    if len(named) != len(amounts):
        named = {head.concepts[0]: at for at, head in enumerate(heads) if at and head.concepts}
    if len(named) != len(amounts):
        return []
    children: dict[str | None, list[str]] = {}
    for name, at in named.items():
        above = reference.ancestors(name) if heads[at].concepts else ()
        parent = next((other for other in above if other in named), None)
        children.setdefault(parent, []).append(name)
    order: list[str] = []
    _collect(None, children, order)
    values = {
        name: number.value for name, word in zip(order, amounts, strict=True) if (number := parse_cell(word))
    }
    sums = [
        (values[parent], sum((values[part] for part in parts), Decimal(0)))
        for parent, parts in children.items()
        if parent is not None and len(parts) > 1 and all(part in values for part in (parent, *parts))
    ]
    return [0, *(named[name] for name in order)] if sums and all(a == b for a, b in sums) else []


def _collect(parent: str | None, children: dict[str | None, list[str]], order: list[str]) -> None:
    for concept in children.get(parent, []):
        order.append(concept)
        _collect(concept, children, order)

"""Amounts that running text gives to one thing several times over, each another: whose each is, its words do not say.

Belongs here: marking them as uncertain (confidence below 0.9), so that no rule takes several bodies for a contradiction.
Does not belong here: several amounts of which the words tell the owner (``ownership``), scores and grants (``witness_of_projects``).

A report repeats its own amounts; it gives a second amount of the same year, stage and owner in the next sentence only when
that is of another body or item. Two amounts far apart stay as they are: that is how a report contradicts itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.doubt import UNCERTAIN, USED_BY_RULES
from extraction.model import Figure
from extraction.notes import joined
from extraction.records import replace
from extraction.witnesses.things import Thing, thing_of

#: Things of which one report has several.
_SEVERAL = {
    "activity_count",
    "earmarked_fund_expenditure",
    "key_project_expenditure",
    "project_item",
}
_COUNTED = {"yuan", "persons", "count"}
#: Amounts nearer to each other than this part of them are one amount, rounded in one place: 约1.2亿元.
_ROUNDED = Decimal("0.02")
_FEW = 2
_NOTE = "the text gives {count} different amounts of this; whose this one is, it does not say"


def settle_repeats(figures: Sequence[Figure]) -> list[Figure]:
    """Mark what cannot all be of one body: of two amounts side by side the second, of three and more all but their sum."""
    said: dict[Thing, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure == "level" and _may_repeat(figure):
            said[thing_of(figure)].append(figure)
    doubtful: dict[tuple[str, int | None], int] = {}
    marked: dict[int, int] = {}
    for stated in said.values():
        amounts = _different(stated)
        if len(amounts) == 1 or _is_slip(amounts) or (len(amounts) == _FEW and not _are_beside(amounts)):
            continue
        kept = amounts[0] if len(amounts) == _FEW else _sum_of_others(amounts)
        for figure in stated:
            if kept is None or not _is_same(figure, kept):
                marked[id(figure)] = len(amounts)
                doubtful[(figure.concept, figure.sentence_no)] = len(amounts)
    if not marked:
        return list(figures)
    return [_marked(figure, marked.get(id(figure)) or _beside(figure, doubtful)) for figure in figures]


def _may_repeat(figure: Figure) -> bool:
    return (
        figure.source_kind == "text"
        and figure.base_unit in _COUNTED
        and bool(figure.value_base)
        and figure.concept not in _SEVERAL
        and figure.confidence >= USED_BY_RULES
    )


def _different(stated: Sequence[Figure]) -> list[Figure]:
    """The first statement of each amount, in reading order."""
    amounts: list[Figure] = []
    for figure in stated:
        if not any(_is_same(figure, other) for other in amounts):
            amounts.append(figure)
    return amounts


def _is_same(one: Figure, other: Figure) -> bool:
    a, b = one.value_base or Decimal(0), other.value_base or Decimal(0)
    return abs(a - b) <= _ROUNDED * max(abs(a), abs(b))


def _is_slip(amounts: Sequence[Figure]) -> bool:
    """1.58万元 and 1.58元: the same digits in another unit are a slip, and rules find those."""
    return len({figure.value.rstrip("0").rstrip(".") for figure in amounts}) == 1


def _are_beside(amounts: Sequence[Figure]) -> bool:
    """Whether the amounts stand in one sentence or in neighbouring ones."""
    places = [figure.sentence_no for figure in amounts]
    return all(a is not None and b is not None and abs(a - b) <= 1 for a, b in pairwise(places))


def _sum_of_others(amounts: Sequence[Figure]) -> Figure | None:
    """共计81万元，其中…39万元，…24万元，…18万元: the amount that the others add up to is the whole."""
    values = [figure.value_base or Decimal(0) for figure in amounts]
    whole = max(range(len(values)), key=values.__getitem__)
    others = sum(values) - values[whole]
    return amounts[whole] if abs(others - values[whole]) <= Decimal("0.001") * values[whole] else None


def _beside(figure: Figure, doubtful: dict[tuple[str, int | None], int]) -> int | None:
    """A share or a change told of a doubtful amount in its own sentence is no more certain."""
    if figure.source_kind != "text" or figure.measure == "level":
        return None
    return doubtful.get((figure.concept, figure.sentence_no))


def _marked(figure: Figure, count: int | None) -> Figure:
    if count is None:
        return figure
    note = joined(figure.note, _NOTE.format(count=count))
    return replace(figure, confidence=min(figure.confidence, UNCERTAIN), note=note)

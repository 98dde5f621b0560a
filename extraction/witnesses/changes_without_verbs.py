"""Amounts that may be changes whose verb was forgotten: 公务接待费决算1.6万元，增长25.4%, where 7.9万元 stands elsewhere.

Belongs here: marking such an amount (confidence below 0.9), where its own rate says by how much it is less than another amount of the same thing.
Does not belong here: several amounts that no rate tells apart (``witness_of_repeats``), changes with their verb (``witness_of_changes``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.doubt import UNCERTAIN
from extraction.model import Figure
from extraction.notes import joined
from extraction.records import replace
from extraction.witnesses.things import Thing, thing_of
from extraction.witnesses.witness_of_changes import is_rate

_NOTE = "its rate is that of a change by this amount; the word for a change may be forgotten"
_DOUBLED = Decimal(100)


def doubt_changes_without_verbs(figures: Sequence[Figure]) -> list[Figure]:
    """Mark each level that another level of the same thing shows to be a change, by the rate right behind it."""
    pairs = [(at, one, rate) for at, (one, rate) in enumerate(pairwise(figures)) if _has_rate(one, rate)]
    if not pairs:
        return list(figures)
    levels: dict[Thing, set[Decimal]] = defaultdict(set)
    for figure in figures:
        if figure.measure == "level" and figure.value_base:
            levels[thing_of(figure)].add(figure.value_base)
    settled = list(figures)
    for at, one, rate in pairs:
        if any(_changed_by(one, rate, other) for other in levels[thing_of(one)]):
            settled[at] = _doubted(one)
    return settled


def _has_rate(one: Figure, rate: Figure) -> bool:
    """Whether a rate of change stands right behind an amount; a round one (doubled, halved) proves nothing."""
    return (
        rate.measure == "change_rate"
        and one.measure == "level"
        and one.source_kind == "text"
        and one.base_unit == "yuan"
        and one.sentence_no == rate.sentence_no
        and thing_of(one) == thing_of(rate)
        and bool(rate.decimals)
        and rate.value_base is not None
        and abs(rate.value_base) != _DOUBLED
    )


def _changed_by(one: Figure, rate: Figure, level: Decimal) -> bool:
    """Whether the level grew or fell by the amount at that rate; the amount itself is no other level."""
    amount, growth = one.value_base or Decimal(0), rate.value_base or Decimal(0)
    change = amount if growth > 0 else -amount
    return level != amount and is_rate(rate, change, level - change)


def _doubted(figure: Figure) -> Figure:
    return replace(figure, confidence=min(figure.confidence, UNCERTAIN), note=joined(figure.note, _NOTE))

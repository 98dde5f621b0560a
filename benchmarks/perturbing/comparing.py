"""What is read of a text before and after it was written otherwise.

Belongs here: the keys by which figures and scoring rows of two readings are the same, what was lost and what is new.
Does not belong here: how a text is changed (``changes``), tables of the counts (``benchmarks.perturbations``).

A key holds the amount in its base unit, for a change may write 元 for 万元. Only what was right before can be lost; what is
new is wrong, unless it was read before, or the truth holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from benchmarks.perturbing.texts import Text
from extraction.doubt import USED_BY_RULES
from extraction.evaluation.evaluation_truth import Truth, key_of_figure, keys_of_fact, value_of
from extraction.extract import extract
from extraction.model import Extraction, Figure, Indicator
from extraction.records import replace
from extraction.text.normalise import folded
from extraction.text.numbers import UNITS
from extraction.text.simplify import simplify


class Key(NamedTuple):
    """What makes two figures the same."""

    concept: str
    measure: str
    stage: str | None
    year: int | None
    value: Decimal | str
    unit: str
    function_code: str | None = None


class Row(NamedTuple):
    """What makes two rows of a scoring table the same."""

    name: str
    full_marks: str
    score: str
    target: str
    actual: str


class Reading(NamedTuple):
    """Figures with the greatest confidence they have, and rows of scoring tables."""

    figures: dict[Key, Decimal]
    rows: frozenset[Row]


class Baseline(NamedTuple):
    """What is right of the reading of a text, and all that may be read of it without being new."""

    right: Reading
    known: frozenset[Key]


class Difference(NamedTuple):
    """What the second of two readings has otherwise; ``kept`` counts what could be lost and was not."""

    kept: int
    lost: tuple[Key, ...]
    doubted: tuple[Key, ...]
    new: tuple[Key, ...]
    rows_kept: int
    rows_lost: tuple[Row, ...]


def reading_of(data: bytes) -> Reading:
    """Figures and rows of a file."""
    return _reading(extract(data, "text.txt"))


def _reading(found: Extraction) -> Reading:
    figures: dict[Key, Decimal] = {}
    for figure in found.figures:
        key = _key(figure)
        figures[key] = max(figure.confidence, figures.get(key, Decimal(0)))
    return Reading(figures, frozenset(map(_row, found.indicators)))


def baseline_of(text: Text) -> Baseline:
    """What is read of a text and is right; scoring rows count as right, for few truths list them."""
    found = extract(text.text.encode(), "text.txt")
    asked = _keys_of_truth(text.truth)
    right = tuple(figure for figure in found.figures if key_of_figure(figure, with_year=True) in asked)
    known = {*_reading(found).figures, *known_of(text.truth)}
    return Baseline(_reading(replace(found, figures=right)), frozenset(known))


def difference(
    before: Baseline, after: Reading, expected: Callable[[Key], Key], *, rows: bool = True
) -> Difference:
    """What ``after`` lost or has beyond what is known.

    Args:
        before: what was right before the change.
        after: what is read after it.
        expected: the key of a figure after the change.
        rows: whether rows of scoring tables are compared; their names may be among what was changed.
    """
    wanted = {expected(key): confidence for key, confidence in before.right.figures.items()}
    lost = tuple(key for key in wanted if key not in after.figures)
    kept = [key for key in wanted if key in after.figures]
    doubted = tuple(key for key in kept if after.figures[key] < USED_BY_RULES <= wanted[key])
    new = tuple(after.figures.keys() - set(map(expected, before.known)))
    asked = before.right.rows if rows else frozenset()
    rows_lost = tuple(asked - after.rows)
    return Difference(len(kept), lost, doubted, new, len(asked) - len(rows_lost), rows_lost)


def known_of(truth: Truth) -> set[Key]:
    """Keys of the facts of a truth, and of what may be read beside them."""
    year = truth.get("fiscal_year")
    facts = [*truth.get("facts", []), *truth.get("may_also", [])]
    return {_in_base_unit(Key(*key)) for fact in facts for key in keys_of_fact(fact, year)}


def _keys_of_truth(truth: Truth) -> set[tuple[object, ...]]:
    year = truth.get("fiscal_year")
    return {key for fact in truth.get("facts", []) for key in keys_of_fact(fact, year)}


def _key(figure: Figure) -> Key:
    return _in_base_unit(Key(*key_of_figure(figure, with_year=True)))


def _in_base_unit(key: Key) -> Key:
    if key.unit not in UNITS or not isinstance(key.value, Decimal):
        return key
    _, base, factor = UNITS[key.unit]
    return key._replace(value=(key.value * factor).normalize(), unit=base)


def _row(indicator: Indicator) -> Row:
    return Row(
        _said(indicator.level_3),
        _number(indicator.full_marks),
        _number(indicator.score),
        _said(indicator.target_text),
        _said(indicator.actual_text),
    )


def _said(text: str | None) -> str:
    return folded(simplify(text or ""))


def _number(printed: str | None) -> str:
    try:
        return str(Decimal(folded(printed or "")).normalize())
    except InvalidOperation:
        return str(value_of(printed or ""))

"""Truths written by hand: reading them, and the keys by which their facts and figures are compared.

Belongs here: what makes two figures the same.
Does not belong here: comparing and counting (``evaluation``, ``evaluation_rubric``).

A figure is keyed by concept, measure, stage, year, value, unit and function class: the same amount stated twice is one key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extraction.model import Figure

Truth = dict[str, Any]
Key = tuple[str, str, str | None, int | None, Decimal | str, str, str | None]


def load_truth(path: Path) -> Truth:
    """Read a truth file; a list is a truth of scoring rows alone. Numbers never pass through floats."""
    content = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return {"indicators": content} if isinstance(content, list) else content


def concepts_asked(truth: Truth) -> set[str]:
    """Concepts that a truth speaks of: a figure of any of them that it does not hold is wrong."""
    asked = {concept for fact in truth.get("facts", []) for concept in concepts_of(fact)}
    return asked | {entry["concept"] for entry in truth.get("may_also", [])}


def concepts_of(fact: Truth) -> list[str]:
    """The concept of a fact, then those that are right as well."""
    return [fact["concept"], *fact.get("also_right", [])]


def keys_of_fact(fact: Truth, year: int | None) -> Iterator[Key]:
    """Keys under which a fact may be found; without ``year`` years are not compared."""
    for concept in concepts_of(fact):
        yield (
            concept,
            fact.get("measure", "level"),
            fact.get("stage"),
            fact.get("fiscal_year", year) if year is not None else None,
            value_of(fact["value"]),
            fact.get("unit") or "",
            fact.get("function_code"),
        )


def key_of_figure(figure: Figure, with_year: bool) -> Key:
    """The key of a figure that was read."""
    return (
        figure.concept,
        figure.measure,
        figure.stage,
        figure.fiscal_year if with_year else None,
        value_of(figure.value),
        figure.unit,
        figure.function_code,
    )


def value_of(printed: object) -> Decimal | str:
    """What is compared: 0.50 equals 0.5; a grade is compared as a word."""
    try:
        return Decimal(str(printed).replace(",", ""))
    except InvalidOperation:
        return str(printed)

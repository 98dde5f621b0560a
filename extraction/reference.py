"""Reads ``data/reference``: concepts, aliases, stages, classes, grades, topics and divisions.

Belongs here: loading and looking up reference rows, cached for the life of the process.
Does not belong here: vocabulary itself (that is CSV) or matching it in text (``terms``).
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_DEFAULT = Path(__file__).resolve().parent.parent / "data" / "reference"


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of ``concepts.csv``; ``kind`` is money, persons, percent, points, count, grade or text."""

    id: str
    label_zh: str
    kind: str
    nature: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """One printed name. ``concepts`` has two entries where one number states two concepts (收、支总计)."""

    text: str
    concepts: tuple[str, ...]
    stage: str | None
    fund_scope: str | None
    strength: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of ``statement_topics.csv``."""

    id: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """One division of GB/T 2260."""

    code: str
    name: str
    parent: str | None


def folder() -> Path:
    """The folder of reference data; ``JIHE_REFERENCE`` names another one."""
    return Path(os.environ.get("JIHE_REFERENCE") or _DEFAULT)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (folder() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@lru_cache(maxsize=1)
def concepts() -> dict[str, Concept]:
    """Concepts by id."""
    return {
        row["id"]: Concept(row["id"], row["label_zh"], row["kind"], row["nature"], row["parent"] or None)
        for row in _rows("concepts.csv")
    }


def ancestors(concept: str) -> Iterator[str]:
    """The concepts that a concept is part of, nearest first."""
    parent = concepts()[concept].parent
    while parent:
        yield parent
        parent = concepts()[parent].parent


@lru_cache(maxsize=1)
def aliases() -> tuple[Alias, ...]:
    """All printed names of concepts.

    Raises:
        ValueError: an alias names a concept that ``concepts.csv`` does not have.
    """
    known = concepts()
    found = []
    for row in _rows("aliases.csv"):
        ids = tuple(row["concept"].split("|"))
        missing = [id_ for id_ in ids if id_ not in known]
        if missing:
            raise ValueError(f"aliases.csv: {row['alias']!r} names unknown concept {missing[0]!r}")
        found.append(
            Alias(row["alias"], ids, row["stage"] or None, row["fund_scope"] or None, row["strength"])
        )
    return tuple(found)


@lru_cache(maxsize=1)
def stage_terms() -> dict[str, tuple[str, str]]:
    """Stage and strength of each printed name of a budget stage; a weak one must touch its label."""
    return {row["term"]: (row["stage"], row["strength"]) for row in _rows("stage_terms.csv") if row["stage"]}


@lru_cache(maxsize=1)
def heading_names() -> dict[str, str]:
    """Common name of each heading that forms and tables print under several names."""
    return {row["printed"]: row["name"] for row in _rows("heading_names.csv")}


@lru_cache(maxsize=1)
def words_of_no_stage() -> tuple[str, ...]:
    """Words that hold the name of a stage and name none: 转移支付 is money of another level, and nothing that was paid."""
    return tuple(row["term"] for row in _rows("stage_terms.csv") if not row["stage"])


@lru_cache(maxsize=1)
def function_classes() -> dict[str, str]:
    """Code of a functional class by each of its names; names never moved from one code to another."""
    return {row["name"]: row["code"] for row in _rows("function_classes.csv")}


@lru_cache(maxsize=1)
def economic_classes() -> dict[str, str]:
    """Code of an economic class by each of its names."""
    return {row["name"]: row["code"] for row in _rows("economic_classes.csv")}


@lru_cache(maxsize=1)
def figure_notes() -> dict[str, str]:
    """Chinese words of each note on a figure by its English ones; both may hold ``{names}`` of what is filled in."""
    return {row["note_en"]: row["note_zh"] for row in _rows("figure_notes.csv")}


@lru_cache(maxsize=1)
def grades() -> dict[str, str]:
    """Grade 优, 良, 中 or 差 by printed word."""
    return {row["term"]: row["grade"] for row in _rows("grades.csv")}


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that a rule holds against the figures."""

    name: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def claims() -> tuple[Claim, ...]:
    """The claims, with their patterns over folded text."""
    return tuple(Claim(row["claim"], re.compile(row["pattern"])) for row in _rows("claims.csv"))


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """Topics of statements in order of precedence."""
    return tuple(
        Topic(row["topic"], tuple(word for word in row["keywords"].split(";") if word))
        for row in _rows("statement_topics.csv")
    )


@lru_cache(maxsize=1)
def regions() -> dict[str, Region]:
    """Divisions by code."""
    return {
        row["code"]: Region(row["code"], row["name"], row["parent_code"] or None)
        for row in _rows("regions.csv")
    }

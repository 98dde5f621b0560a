"""Turns an ``Extraction`` into rows of the lake tables: exactly the columns of ``schema``, nothing computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from extraction.model import Extraction, Locator
from extraction.version import EXTRACTOR_VERSION

Row = dict[str, Any]


def content_row(extraction: Extraction) -> Row:
    """The columns of ``documents`` that depend on the bytes alone."""
    return {
        **_origin(extraction),
        **asdict(extraction.outcome),
        **asdict(extraction.identity),
        "reader": extraction.reader,
        "encoding": extraction.encoding,
        "pages": extraction.pages,
        "characters": extraction.characters,
    }


def figure_rows(extraction: Extraction) -> list[Row]:
    """One row per figure, in reading order."""
    return list(_numbered(extraction, extraction.figures, "figure_id", "F"))


def indicator_rows(extraction: Extraction) -> list[Row]:
    """One row per row of a scoring table, in reading order."""
    return list(_numbered(extraction, extraction.indicators, "indicator_id", "I"))


def statement_rows(extraction: Extraction) -> list[Row]:
    """One row per statement, in reading order."""
    return list(_numbered(extraction, extraction.statements, "statement_id", "S"))


def observation_rows(extraction: Extraction) -> list[Row]:
    """One row per observation, by kind of observer and then in reading order."""
    return list(_numbered(extraction, extraction.observations, "observation_id", "O"))


def table_rows(extraction: Extraction) -> dict[str, list[Row]]:
    """The rows of every content table, by its name."""
    return {
        "figures": figure_rows(extraction),
        "indicators": indicator_rows(extraction),
        "statements": statement_rows(extraction),
        "observations": observation_rows(extraction),
    }


def _numbered(extraction: Extraction, items: tuple[Any, ...], key: str, letter: str) -> Iterator[Row]:
    origin = _origin(extraction)
    for number, item in enumerate(items, start=1):
        row = {name: getattr(item, name) for name in item.__slots__ if name != "locator"}
        yield {
            key: f"{extraction.document_id[:16]}/{letter}{number}",
            **origin,
            **row,
            **_place(item.locator),
        }


def _origin(extraction: Extraction) -> Row:
    return {"document_id": extraction.document_id, "extractor_version": EXTRACTOR_VERSION}


def _place(locator: Locator) -> Row:
    return {
        "page": locator.page,
        "char_start": locator.char_start,
        "char_end": locator.char_end,
        "table_no": locator.table,
        "row_no": locator.row,
        "column_no": locator.column,
    }

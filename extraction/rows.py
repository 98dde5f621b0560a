"""Turns an ``Extraction`` into rows of the lake tables: exactly the columns of ``schema``, nothing computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from extraction.model import Extraction, Landmark, Locator
from extraction.notes import in_chinese, in_english
from extraction.text.paragraphs import landmark_at
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
    rows = list(_numbered(extraction, extraction.figures, "figure_id", "F"))
    for row in rows:
        note = row.pop("note")
        row["note_zh"], row["note_en"] = in_chinese(note), in_english(note)
    return rows


def indicator_rows(extraction: Extraction) -> list[Row]:
    """One row per row of a scoring table, in reading order."""
    return list(_numbered(extraction, extraction.indicators, "indicator_id", "I"))


def statement_rows(extraction: Extraction) -> list[Row]:
    """One row per statement, in reading order."""
    return list(_numbered(extraction, extraction.statements, "statement_id", "S", rows_too=True))


def observation_rows(extraction: Extraction) -> list[Row]:
    """One row per observation, by kind of observer and then in reading order."""
    return list(_numbered(extraction, extraction.observations, "observation_id", "O", rows_too=True))


def table_rows(extraction: Extraction) -> dict[str, list[Row]]:
    """The rows of every content table, by its name."""
    return {
        "figures": figure_rows(extraction),
        "indicators": indicator_rows(extraction),
        "statements": statement_rows(extraction),
        "observations": observation_rows(extraction),
    }


def _numbered(
    extraction: Extraction, items: tuple[Any, ...], key: str, letter: str, rows_too: bool = False
) -> Iterator[Row]:
    """Rows with their keys and places.

    What was looked for in the text alone has no row of a table yet: ``rows_too`` gives it one. Figures and scoring rows
    tell by theirs that they were read as cells, so they keep what they have.
    """
    origin = _origin(extraction)
    marks = extraction.landmarks
    starts = [mark.start for mark in marks]
    for number, item in enumerate(items, start=1):
        row = {name: getattr(item, name) for name in item.__slots__ if name != "locator"}
        place = item.locator
        mark = None if place.table is not None else landmark_at(marks, starts, place.char_start)
        yield {
            key: f"{extraction.document_id[:16]}/{letter}{number}",
            **origin,
            **row,
            **_place(place, mark, rows_too),
        }


def _origin(extraction: Extraction) -> Row:
    return {"document_id": extraction.document_id, "extractor_version": EXTRACTOR_VERSION}


def _place(locator: Locator, mark: Landmark | None, rows_too: bool) -> Row:
    place: Row = {
        "page": locator.page,
        "char_start": locator.char_start,
        "char_end": locator.char_end,
        "table_no": locator.table,
        "row_no": locator.row,
        "column_no": locator.column,
        "paragraph_no": None,
        "paragraph_words": None,
    }
    if mark is not None:
        place["page"] = locator.page or mark.page
        place["paragraph_no"], place["paragraph_words"] = mark.paragraph, mark.words
        if rows_too:
            place["table_no"], place["row_no"] = mark.table, mark.row
    return place

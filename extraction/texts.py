"""The text of a report as the lake keeps it: masked, with its paragraphs and tables, for showing evidence in place.

Belongs here: the row of ``texts`` and its JSON. Does not belong here: what is read from the text, and how it is shown.

``blocks`` lists, in reading order, ``["p", start, end, page]`` for a paragraph and
``["t", number, page, rows]`` for a table; a row is a list of cells ``[start, end, row_span, column_span]``. Paragraphs
that repeat the prose of a table's cell are left out: the cell has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from extraction.model import Cell, Document, Extraction, Table
from extraction.privacy.masking import mask
from extraction.privacy.persons import person_spans
from extraction.version import EXTRACTOR_VERSION


def text_rows(extraction: Extraction, document: Document | None) -> list[dict[str, Any]]:
    """The row of a report that was read; none for any other file."""
    if document is None or extraction.outcome.status != "extracted":
        return []
    return [
        {
            "document_id": extraction.document_id,
            "extractor_version": EXTRACTOR_VERSION,
            "text": masked_text(document.text, person_spans(document)),
            "blocks": json.dumps(blocks_of(document), separators=(",", ":")),
        }
    ]


def masked_text(text: str, names: Iterable[tuple[int, int]]) -> str:
    """A text with numbers, and the names of persons at these places, as asterisks; every other character keeps its place."""
    text = mask(text)
    for start, end in names:
        text = text[:start] + "*" * (end - start) + text[end:]
    return text


def blocks_of(document: Document) -> list[list[Any]]:
    """Paragraphs and tables as plain lists."""
    blocks: list[list[Any]] = []
    tables = [_extent(block) for block in document.blocks if isinstance(block, Table)]
    for block in document.blocks:
        if isinstance(block, Table):
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            blocks.append(["t", block.number, block.page, rows])
        elif not (block.in_table and any(low <= block.span.start < high for low, high in tables)):
            blocks.append(["p", block.span.start, block.span.end, block.page])
    return blocks


def _cell(cell: Cell) -> list[int]:
    return [cell.span.start, cell.span.end, cell.row_span, cell.column_span]


def _extent(table: Table) -> tuple[int, int]:
    spans = [cell.span for row in table.rows for cell in row]
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)

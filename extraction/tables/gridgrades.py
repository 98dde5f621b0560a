"""Grades in tables: beside their label, in one cell with it, or behind the points of a total.

Belongs here: which cells of a row say what grade the whole got.
Does not belong here: grades in running text (``clauses``), points (``scoring``), amounts (``gridfigures``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction import reference
from extraction.columns.headings import read_heading
from extraction.model import Cell, Figure, Locator, Table
from extraction.text.numbers import parse_cell

#: 总分 | 100 | 96 | 优: behind the points of the total the grade needs no label.
_TOTAL = re.compile(r"(?:自评|综合)?(?:总分|总得分|得分合计|合计得分)(?:\([^()]{1,8}\))?")
#: (自评等级:优): label and grade in one cell.
_IN_ONE_CELL = re.compile(r"\(?([^():]{2,8}):([\u4e00-\u9fff]{1,3})\)?")


def grades(texts: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Column, label and grade of every cell that states one; ``texts`` are folded."""
    words = reference.grades()
    for column, text in enumerate(texts):
        if text in words:
            left = texts[column - 1] if column else ""
            if _is_label(left) or (parse_cell(left) and any(map(_TOTAL.fullmatch, texts[:column]))):
                yield column, left, text
            continue
        both = _IN_ONE_CELL.fullmatch(text) if ":" in text else None
        if both and both[2] in words and _is_label(both[1]):
            yield column, both[1], both[2]


def grade_figures(
    table: Table, row: tuple[Cell, ...], texts: Sequence[str], row_no: int, year: int | None, source: str
) -> Iterator[Figure]:
    """评价等级 | 优 as a figure; ``source`` is the text that the cells are places of."""
    for column, label, word in grades(texts):
        cell = row[column]
        printed = source[cell.span.start : cell.span.end]
        yield Figure(
            concept="grade",
            measure="level",
            stage=None,
            fiscal_year=year,
            label=label,
            value=reference.grades()[word],
            unit="",
            decimals=None,
            value_base=None,
            base_unit=None,
            printed=printed,
            quote=printed,
            source_kind="table",
            locator=Locator(cell.span.start, cell.span.end, table.page, table.number, cell.row, cell.column),
            sentence_no=row_no,
        )


def _is_label(text: str) -> bool:
    return "grade" in read_heading(text).concepts

"""Finds paragraphs and tables in plain text, whatever way the tables were flattened into it.

Belongs here: where blocks begin and end.
Does not belong here: the ways of writing tables (``ways``, ``gridlines``, ``celltables`` and others); decoding bytes (``readers``), what cells mean (``grids``, ``scoring``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from extraction.flattened.bars import barlines, gridlines, paddedcells
from extraction.flattened.bars.closedcells import ends_cell
from extraction.flattened.cells.celltables import prose_of, read_cell_lines
from extraction.forms import runontables
from extraction.forms.recovered.streamtables import may_hold_form, read_line
from extraction.forms.ways import Ways
from extraction.linebreaks import LONG_ENOUGH_TO_WRAP, goes_on, margin_of, runs_on
from extraction.model import Cell, Paragraph, Span, Table
from extraction.records import replace
from extraction.runs.sections import Runs, is_title
from extraction.runs.sections import may_begin as may_run_on
from extraction.text.lines import Line, lines_of

#: （二）简要概述部门支出情况 | 2018年支出合计…: a row of a form that asks for words on the department.
_ASKS = re.compile(
    r"^(?!.*(?:项目|专项|工程))[^，。；]{0,12}(?:(?:概述|简述|简要|描述)[^，。；]{0,10}(?:部门|单位|支出|收支|预算|资金)|(?:部门|单位|整体)[^，。；]{0,8}(?:收支|支出|预算|资金)[^，。；]{0,8}(?:情况|概况|说明))"
)
_ASKED_AND_SAID = 2


def blocks(text: str) -> tuple[Paragraph | Table, ...]:
    """Paragraphs and tables of ``text`` in reading order, with offsets into it."""
    lines = lines_of(text)
    margin = margin_of(lines)
    tables, runs = Ways(text, lines), Runs(text, lines)
    numbers = count(1)
    found: list[Paragraph | Table] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        pieces: list[Paragraph | Table] = []
        if not line.words and not line.starts_cell:
            at += 1
            continue
        if line.starts_cell and not gridlines.is_pasted(lines, at):
            whole, paragraphs, at = read_cell_lines(text, lines, at, numbers)
            found.extend(sorted([*whole, *paragraphs], key=_start))
            continue
        if paddedcells.begins_cell(lines, at) and (pieces := tables.padded(at)):
            end = tables.padded_end
        elif ends_cell(line.text) and (pieces := tables.cells(at)):
            end = tables.cells_end
        elif barlines.may_begin(lines, at) and (pieces := tables.bars(at)):
            end = tables.bars_end
        elif (
            "表" not in line.words
            or not may_run_on(line.words)
            or not (found_run := runontables.read(text, lines, at, runs))
        ):
            pieces, end = _of_lines(text, lines, at, tables)
        else:
            pieces, end = found_run
        if not pieces:
            paragraph, end = _read_paragraph(text, lines, at, margin)
            pieces = [paragraph]
        found.extend(_numbered(text, pieces, numbers))
        at = end
    return tuple(found)


def _of_lines(text: str, lines: list[Line], at: int, tables: Ways) -> tuple[list[Paragraph | Table], int]:
    """The table that begins at a line, or those of a form on it; nothing where there is none."""
    table, end = tables.at(at)
    if table is not None:
        return [table], end
    return (read_line(text, lines[at]) if may_hold_form(lines[at].text) else []), at + 1


def _numbered(
    text: str, pieces: list[Paragraph | Table], numbers: Iterator[int]
) -> Iterator[Paragraph | Table]:
    """Pieces with their tables numbered; a note that fills a row alone stands as paragraphs behind its table.

    Beside other cells a sentence is of what the row names: 灌区管理处 | …本年支出480万元.
    """
    for piece in pieces:
        if isinstance(piece, Table):
            yield replace(piece, number=next(numbers))
            for row in piece.rows:
                yield from _prose_of_row(text, [cell for cell in row if cell.text])
        else:
            yield piece


def _prose_of_row(text: str, filled: list[Cell]) -> Iterator[Paragraph]:
    """The sentences of a row: of one that they fill alone, or that is to be filled with words on the whole department."""
    if len(filled) == 1:
        yield from prose_of(text, filled)
    elif len(filled) == _ASKED_AND_SAID and _ASKS.search(filled[0].text) and "，" in filled[1].text:
        said = filled[1].span
        if len(filled[1].text) >= LONG_ENOUGH_TO_WRAP:
            yield Paragraph(said, in_table=True, asked=True)


def _start(block: Paragraph | Table) -> int:
    return block.span.start if isinstance(block, Paragraph) else block.rows[0][0].span.start


def _read_paragraph(text: str, lines: list[Line], at: int, margin: int) -> tuple[Paragraph, int]:
    """One paragraph from line ``at``: lines broken inside a sentence are taken together, up to one that holds a form."""
    end = at + 1
    while end < len(lines) and lines[end].words and goes_on(lines, end, margin):
        if may_hold_form(lines[end].text) and read_line(text, lines[end]):
            break
        if lines[end].words[-1] == "表" and is_title(lines[end].words):
            break
        end += 1
    paragraph = Paragraph(Span(lines[at].start, lines[end - 1].end))
    tab_alone = end + 1 < len(lines) and lines[end].starts_cell and not lines[end].words
    if tab_alone and lines[end + 1].words and runs_on(lines[end - 1], lines, end + 1, margin):
        end += 1  # a tab inside a sentence begins no table
    return paragraph, end

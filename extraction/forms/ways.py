"""The ways in which lines of cells make a table, each tried where it may begin.

Belongs here: which way is tried in which line, and up to where it was tried in vain.
Does not belong here: those ways (``flattened``, other modules of ``forms``); paragraphs (``layout``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.flattened.bars import barlines, closedgrid, commarows, gridlines, paddedcells
from extraction.flattened.bars.closedcells import cell_column, read_cell_column
from extraction.flattened.blanks import blankrows, classlines, gluedrows, labelpairs, pairlines
from extraction.flattened.cells import expensecells, headtree
from extraction.flattened.cells.ladders import read_ladder
from extraction.flattened.cells.plaincells import may_head, read_plain_cells
from extraction.forms.glued import runon, runonindicators
from extraction.forms.recovered import formtokens, lostcolumns, numberedindicators
from extraction.forms.recovered.formlines import may_be_rows, may_start, read_form
from extraction.forms.recovered.streamtables import (
    read_cells,
    read_lines,
    starts_form,
    starts_rubric,
    starts_staff,
)
from extraction.model import Paragraph, Span, Table
from extraction.text.lines import Line

_DIGITS = frozenset("-0123456789")
#: What a line of cells may hold though it ends as a sentence does: the “三公” form may stand in one line.
_OF_CELLS = re.compile(r"[\t|\",三](?:(?<!三)|公)")
_ROW_NUMBERS = "行次"
#: 一、“三公”经费支出预算表: above a table whose first line is a bar, and none of its cells.
_TITLE_OF_TABLE = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．].*表")
_FEW_LINES = 20
_MOST_FORM_LINES = 400
_MOST_TREE_LINES = 160


class Ways:
    """The lines of one document, asked for the table that begins in each.

    Each way remembers up to which line it was tried in vain, so that a long run of short lines is followed once.
    """

    def __init__(self, text: str, lines: list[Line]) -> None:
        self._text = text
        self._lines = lines
        self.cells_end = self.bars_end = self.padded_end = self._no_ladder_before = self._no_closed_before = 0
        self._no_cells_before = self._no_form_before = self._no_commas_before = 0

    def padded(self, at: int) -> list[Paragraph | Table]:
        """The table of cells closed by bars, its rows filled up with bars, from ``at`` on up to ``padded_end``."""
        if at < self.padded_end:
            return []
        rows, self.padded_end = paddedcells.read_rows(self._text, self._lines, at)
        return [lostcolumns.of_rows(self._text, rows)] if rows else []

    def cells(self, at: int) -> list[Paragraph | Table]:
        """What the ``cell |`` lines from ``at`` on make up to ``cells_end``; empty where that is not known."""
        if at < self.cells_end:
            return []
        spans, ends, end = cell_column(self._text, self._lines, at)
        pieces, taken = self._of_cells(spans)
        self.cells_end = end if taken == len(spans) else ends[taken - 1] if taken else end
        return pieces

    def bars(self, at: int) -> list[Paragraph | Table]:
        """What lines of bars and of cells from ``at`` on make up to ``bars_end``."""
        if self._lines[at].words == "|" and at >= self.bars_end:
            table, self.bars_end = barlines.read_rows(self._text, self._lines, at)
            if table:
                return [table]
        if at < self._no_closed_before or _TITLE_OF_TABLE.fullmatch(self._lines[at].words):
            return []
        spans, ends, self._no_closed_before = barlines.closed_cells(self._lines, at)
        pieces, taken = self._of_cells(spans)
        if pieces:
            self.bars_end = self._no_closed_before = ends[taken - 1]
        return pieces

    def _of_cells(self, spans: list[Span]) -> tuple[list[Paragraph | Table], int]:
        """What cells make of which even the empty ones are known, and how many of them; nothing where that is not known."""
        table, taken = headtree.three_public(self._text, spans)
        if table is None or taken < len(spans):
            table, taken = read_cell_column(self._text, spans), len(spans)
        if table is None:
            table, taken = closedgrid.read_cells(self._text, spans)
            numbered = (
                any(cell.text == _ROW_NUMBERS for row in table.rows for cell in row) if table else False
            )
            forms = [] if numbered else read_cells(self._text, spans)
            if forms and (table is None or _cells_in(forms) > _cells_in([table])):
                return forms, len(spans)
        return ([table], taken) if table else ([], 0)

    def at(self, at: int) -> tuple[Table | None, int]:
        """The table that begins at line ``at``, which is not empty, and the line after it."""
        words = self._lines[at].words
        if words.endswith("。") and not _OF_CELLS.search(words):
            return None, at  # asked first: most lines are sentences
        return self._begun(at)

    def _begun(self, at: int) -> tuple[Table | None, int]:
        text, lines, words = self._text, self._lines, self._lines[at].words
        table: Table | None = None
        end = at
        if (whole := self._whole_form(at))[0]:
            return whole
        if gridlines.begins(lines, at):
            table, end = lostcolumns.read_rows(text, lines, at)
        elif at >= self._no_commas_before and commarows.may_be_row(words):
            table, end = commarows.read_rows(text, lines, at)
            self._no_commas_before = end
        elif at >= self._no_ladder_before:
            table, end = read_ladder(text, lines, at)
            self._no_ladder_before = end
        if table is None and at >= self._no_cells_before and may_head(words):
            table, end = read_plain_cells(text, lines, at)
            self._no_cells_before = at + 1 if end - at < _FEW_LINES else end - _FEW_LINES
        if table is None and formtokens.may_head(words):
            table, end = self._lines_of_form(at)
        if table is None and at >= self._no_form_before and starts_form(words):
            table, taken = read_lines(text, lines[at : at + _MOST_FORM_LINES])
            end, self._no_form_before = at + taken, at + (taken or _FEW_LINES)
        if table is None:
            table, end = self._parted_by_blanks(at, end)
        return (table, end) if table else self._of_headings(at, end)

    def _parted_by_blanks(self, at: int, end: int) -> tuple[Table | None, int]:
        """Rows a line whose cells are parted by blanks, below headings in line ``at``, else None and ``end``."""
        if may_be_rows(self._lines[at].words):
            table, taken = read_form(self._text, self._lines[at : at + _MOST_FORM_LINES])
            if table:
                return table, at + taken
        if blankrows.may_head(self._lines[at].text):
            return blankrows.read_rows(self._text, self._lines, at)
        return None, end

    def _whole_form(self, at: int) -> tuple[Table | None, int]:
        """The “三公” form around line ``at``, or the rubric or the staff with a cell a line whose headings begin in it."""
        expenses = self._three_public(at)
        heads = starts_rubric(self._lines, at) or starts_staff(self._lines[at].words)
        if expenses[0] or at < self._no_form_before or not heads:
            return expenses
        table, taken = read_lines(self._text, self._lines[at : at + _MOST_FORM_LINES])
        return table, at + taken

    def _lines_of_form(self, at: int) -> tuple[Table | None, int]:
        """The rows of a form that kept their lines below the headings in line ``at``."""
        below = self._lines[at : at + _MOST_FORM_LINES]
        table, taken = formtokens.read_rows(self._text, below)
        if table is None:
            table, taken = numberedindicators.read_rows(self._text, below)
        return table, at + taken

    def _three_public(self, at: int) -> tuple[Table | None, int]:
        """The amounts of the “三公” form in line ``at``, or in the next one behind the last of its headings; a row for each expense."""
        if expensecells.may_begin(self._lines, at):
            table, end = expensecells.read_table(self._text, self._lines, at)
            if table:
                return table, end
        following = self._lines[at + 1].words if at + 1 < len(self._lines) else ""
        for place, words in ((at, self._lines[at].words), (at + 1, following)):
            if (words[:1] in _DIGITS or "算数" in words[:16]) and headtree.may_be_row(words):
                return headtree.read_row(self._text, self._lines, place)
        return None, at

    def _of_headings(self, at: int, end: int) -> tuple[Table | None, int]:
        """The table whose headings lost their places and that begins at line ``at``, else None and ``end``."""
        text, lines, words = self._text, self._lines, self._lines[at].words
        table: Table | None = None
        if gluedrows.may_begin(lines, at):
            table, end = gluedrows.read_rows(text, lines, at)
        if table is None and runonindicators.may_head(words):
            table, end = runonindicators.read_rows(text, lines, at)
        if table is None and runon.ends_in_heads(words):
            table, end = runon.read_rows(text, lines, at)
        if classlines.may_begin(words):
            table, end = classlines.read_classes(text, lines, at)
        if table is None and pairlines.may_be_pair(words) and (pair := pairlines.read_pair(text, lines, at)):
            return pair, at + 1
        if table is None and labelpairs.may_be(words) and (pairs := labelpairs.read_line(text, lines[at])):
            return pairs, at + 1
        if table is None and headtree.may_head(words):
            table, taken = headtree.read_three_public(text, lines[at : at + _MOST_TREE_LINES])
            end = at + taken if table else end
        if table is None and may_start(words):
            table, taken = read_form(text, lines[at : at + _MOST_FORM_LINES])
            end = at + taken if table else end
        return table, end


def _cells_in(pieces: Sequence[Paragraph | Table]) -> int:
    """How many filled cells stand in tables."""
    rows = (row for piece in pieces if isinstance(piece, Table) for row in piece.rows)
    return sum(bool(cell.text) for row in rows for cell in row)

"""Figures of tables: binds every amount by the heading of its column and the label of its row.

Belongs here: the order of rows, and which amounts of a row are read.
Does not belong here: finding tables (``layout``, ``celltables``), scoring tables (``scoring``); titles and rows of headings
(``gridstate``); which heading and label a cell has (``gridlabels``); what an amount is once both are known (``gridfigures``).

Where the columns of a row cannot be known - its width fits no heading and it holds several
numbers - nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from extraction import reference
from extraction.columns import blanklabels, fundnature, funds
from extraction.columns.gridcolumns import (
    aligned,
    is_blank_row,
    misplaced,
    moved,
    numbers_columns,
    offset_of,
    stages_apart,
    told_apart,
    total_by_sum,
)
from extraction.columns.headingrows import has_halves
from extraction.columns.headings import Heading, heading_name
from extraction.columns.projectfunds import is_source
from extraction.flattened.bars.gridlines import LEFT_BLANK
from extraction.model import Cell, Document, Figure, Table
from extraction.prose.running_text import Context
from extraction.tables import gridyears
from extraction.tables.gridcaptions import Captions
from extraction.tables.gridfigures import CellFigures
from extraction.tables.gridlabels import headings_over, is_of_all_years, named
from extraction.tables.gridrates import change_of_row, rate_of_line
from extraction.tables.gridrest import is_rest
from extraction.tables.gridrows import has_stage, names_in_columns, states_score
from extraction.tables.gridstate import TableState, enter_headings, enter_title, section_of
from extraction.text.headnames import common_label
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_PROJECT_FORM = re.compile(r"项目(?:支出)?名称")
#: The title of a form of the whole department, behind those of single projects or before them.
_DEPARTMENT_FORM = re.compile(r"(?:部门|单位)?整体(?:支出)?(?:预算)?绩效[^。:]{0,8}表(?:\([^()]*\))?$")
_NOTE_REACH = 160
_ADJUSTED_NOTE = re.compile(r"预算数[为是指][^。；;]{0,24}(?:全年预算|调整后|调整预算)")


class GridReader:
    """Reads the tables of one document in order; a caption before a table speaks for that table alone."""

    def __init__(self, document: Document, context: Context, report_kind: str) -> None:
        self._reading = document.reading
        self._captions = Captions()
        #: what was known of the table before this one at its end
        self._last: TableState | None = None
        self._of_department = report_kind != "project_self_evaluation"
        self._figures = CellFigures(document, context, not self._of_department)

    def note_caption(self, flat: str) -> None:
        """Remember the folded paragraph before a table: its unit, stage and year."""
        if "项目" in flat and _PROJECT_FORM.search(flat):
            self._figures.project_form = True
        if self._of_department and flat.endswith(("表", ")")) and _DEPARTMENT_FORM.search(flat):
            self._figures.project_form = False
        self._captions.note(flat)

    def read(self, table: Table, skip_rows: frozenset[int] = frozenset()) -> Iterator[Figure]:
        """Figures of a table, row by row; rows of a scoring table are left to ``scoring``."""
        if len(table.rows) == 1 and not any(parse_cell(folded(cell.text)) for cell in table.rows[0]):
            for cell in table.rows[0]:
                self.note_caption(folded(cell.text))
            self._figures.row_no += 1
            yield from self._figures.grades(
                table, table.rows[0], [folded(cell.text) for cell in table.rows[0]]
            )
            return
        last = None if self._captions else self._last
        state = last if last and is_rest(last, table) else self._begun(table)
        self._last = None if table.ragged or table.columns_lost else state
        for row in table.rows:
            self._figures.row_no += 1
            texts = [folded(cell.text) for cell in row]
            texts = list(map(common_label if any(map(parse_cell, texts)) else heading_name, texts))
            yield from self._figures.grades(table, row, texts)
            if row[0].row in skip_rows or not any(texts):
                continue
            self._figures.project_form = self._figures.project_form or any(map(_PROJECT_FORM.search, texts))
            if state.nature.take(row):
                yield from self._by_nature(table, state)
            elif not is_blank_row(texts, state.headings):
                yield from self._row(table, row, texts, state)
            state.section = section_of(texts, state.headings) or state.section

    def _begun(self, table: Table) -> TableState:
        """What the paragraphs before a table say of it."""
        caption, fund = self._captions.take()
        return TableState(
            unit=caption.unit,
            stage=caption.stage,
            year=caption.year,
            caption=caption,
            fund=fund,
            budget_adjusted=self._notes_adjusted(table),
            sums=fundnature.rows_over_parts(table),
            years_apart=gridyears.tells_years_apart(table),
        )

    def _row(
        self, table: Table, row: tuple[Cell, ...], texts: list[str], state: TableState
    ) -> Iterator[Figure]:
        """Figures of one row, or what it says of those below it: a title, headings."""
        if len([text for text in texts if text]) == 1 and not parse_cell(texts[0]):
            title = next(text for text in texts if text)
            lost = table.columns_lost or (len(row) > 1 and has_halves(state.headings or ()))
            lost = lost or (table.ragged and _is_blank(row, state.headings or ()))
            blank = blanklabels.is_blank_row(title, lost) if state.headings else False
            if not (blank or _only_labels(table, texts, state)):
                enter_title(state, title)
        elif numbers_columns(texts):
            return
        elif any(parse_cell(text) for text in texts):
            state.open, state.unsaid = False, None
            if states_score(texts):
                state.headings = None  # what stands below them is over
            of_project = list(self._figures.project_funds(table, row, texts, state))
            sourced = state.planned and is_source(texts)
            apart = (
                state.planned or state.headings or state.fund_block
            )  # what these rows say is known otherwise
            paired = None if apart else state.pairs.labels(texts)
            if paired is not None:
                found = self._pairs(table, row, texts, paired, state)
            else:
                found = chain(of_project, () if sourced else self._numbers(table, row, texts, state))
            yield from (self._figures.of_project(figure, state) for figure in found)
        elif not any(text in reference.grades() for text in texts[1:]) and not _only_labels(
            table, texts, state
        ):
            enter_headings(state, row, texts, table)

    def _notes_adjusted(self, table: Table) -> bool:
        """注：预算数为全年预算数，反映调整后的预算 - the national form of the “三公” table has this note."""
        cells = [cell for row in table.rows for cell in row]
        note = self._reading[cells[0].span.start : cells[-1].span.end + _NOTE_REACH]
        return _ADJUSTED_NOTE.search(note) is not None

    def _numbers(
        self, table: Table, row: tuple[Cell, ...], texts: list[str], state: TableState
    ) -> Iterator[Figure]:
        amounts = [column for column, text in enumerate(texts) if parse_cell(text)]
        state.by_income = state.by_income or any(map(funds.BY_INCOME.match, texts))
        headings = headings_over(row, texts, state, table)
        funds_row = any(funds.TOTAL.search(text) for text in texts) and state.headings is not None
        if funds_row and state.headings:
            state.offset = offset_of(texts, amounts, state.headings)
        if state.offset and state.headings:
            headings = moved(state.headings, state.offset, len(row))
        elif funds_row and len(row) < len(state.headings or ()) and not (table.columns_lost and headings):
            headings = aligned(texts, amounts, state.headings or [])
        if headings is not None and (misplaced(texts, headings) or names_in_columns(texts, headings)):
            return  # the amounts stand in other columns than their own
        if headings is None and (total := total_by_sum(texts, amounts, state.headings)):
            headings = total
        lost = table.columns_lost or (stages_apart(state.headings or ()) and has_stage(texts[0]))
        if headings is None and state.headings is not None and (len(amounts) > 1 or lost):
            return  # more or fewer cells than headings: whose the amounts are cannot be known
        for column in told_apart(texts, headings, amounts):
            number = parse_cell(texts[column])
            heading = headings[column] if headings else Heading()
            if number is None or (heading.ignored and not funds.RATE.fullmatch(heading.text)):
                continue
            label, heading = named(texts, column, heading, headings, state, self._figures.row_no)
            if is_of_all_years(row[column], label, texts, state) or (
                state.years_apart and any(map(gridyears.is_of_all_years, (label.text, heading.text)))
            ):
                continue
            heading = rate_of_line(heading, label, texts, column, headings)
            label, heading = change_of_row(label, heading, row[column], number, table)
            yield from self._figures.bind(table, row[column], number, heading, label, state)

    def _pairs(
        self,
        table: Table,
        row: tuple[Cell, ...],
        texts: list[str],
        pairs: Sequence[tuple[int, Heading]],
        state: TableState,
    ) -> Iterator[Figure]:
        """Figures of a row in which each amount stands behind its name and its stage is known."""
        for column, label in pairs:
            number = parse_cell(texts[column])
            if number is not None:
                yield from self._figures.bind(table, row[column], number, Heading(), label, state)

    def _by_nature(self, table: Table, state: TableState) -> Iterator[Figure]:
        """Parts of the total of the funds block in cells of their own, once it is known of which stage."""
        for concept, stage, cell, number in state.nature.settled():
            label = Heading(text=cell.text, concepts=(concept,), stage=stage, note=fundnature.NOTE)
            figure = self._figures.figure(
                table, cell, number, concept, Heading(note=fundnature.NOTE), label, state
            )
            if figure is not None:
                yield figure


def _is_blank(row: tuple[Cell, ...], headings: Sequence[Heading]) -> bool:
    """Whether a row of one label is that of an item left blank: by its numbering, or because empty cells follow it within the columns."""
    return 1 < len(row) < len(headings) or (len(row) == 1 and LEFT_BLANK.match(row[0].text) is not None)


def _only_labels(table: Table, texts: list[str], state: TableState) -> bool:
    return table.columns_lost and blanklabels.is_blank_in_halves(texts, state.headings or ())

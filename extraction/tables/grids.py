"""Figures of tables: binds every amount by the heading of its column and the label of its row.

Belongs here: the order of rows, and which heading and which label each amount has.
Does not belong here: finding tables (``layout``, ``celltables``), scoring tables (``scoring``); titles and rows of headings
(``gridstate``); what an amount is once both are known (``gridfigures``).

Where the columns of a row cannot be known - its width fits no heading and it holds several
numbers - nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from extraction import reference
from extraction.columns import fundnature, funds, valuecolumns
from extraction.columns.gridcolumns import (
    NOTHING,
    aligned,
    headings_for,
    is_blank_row,
    misplaced,
    moved,
    numbers_columns,
    offset_of,
    told_apart,
    total_by_sum,
)
from extraction.columns.headings import Heading, fund_of_table, read_caption, read_heading
from extraction.model import Cell, Document, Figure, Table
from extraction.prose.running_text import Context
from extraction.records import replace
from extraction.tables import gridplaces
from extraction.tables.gridfigures import CellFigures
from extraction.tables.gridrows import (
    fund_of_income,
    of_bodies,
    part_of_row,
    rate_of_line,
    total_of_caption,
    total_of_half,
)
from extraction.tables.gridstate import LONGEST_LABEL, TableState, enter_headings, enter_title, section_of
from extraction.text.normalise import folded
from extraction.text.numbers import UNITS, parse_cell

_PROJECT_FORM = re.compile(r"项目(?:支出)?名称")
#: The title of a form of the whole department, behind those of single projects or before them.
_DEPARTMENT_FORM = re.compile(r"(?:部门|单位)?整体(?:支出)?(?:预算)?绩效[^。:]{0,8}表(?:\([^()]*\))?$")
_NOTE_REACH = 160
#: Columns of a table that many others have too.
_NARROW = 2
#: In a line that holds more than a caption only this is said of the table behind it.
_UNIT_STATED = re.compile(r"(?:金额)?单位:(?:亿元|万元|千元|元)")
_ADJUSTED_NOTE = re.compile(r"预算数[为是指][^。；;]{0,24}(?:全年预算|调整后|调整预算)")


class GridReader:
    """Reads the tables of one document in order; a caption before a table speaks for that table alone."""

    def __init__(self, document: Document, context: Context, report_kind: str) -> None:
        self._reading = document.reading
        self._captions: list[str] = []
        self._fund: str | None = None
        #: what was known of the table before this one at its end
        self._last: TableState | None = None
        self._of_department = report_kind != "project_self_evaluation"
        self._figures = CellFigures(document, context, not self._of_department)

    def note_caption(self, flat: str) -> None:
        """Remember the folded paragraph before a table: its unit, stage and year."""
        if "项目" in flat and _PROJECT_FORM.search(flat):
            self._figures.project_form = True
        if self._of_department and "绩效" in flat and _DEPARTMENT_FORM.search(flat):
            self._figures.project_form = False
        if len(flat) <= LONGEST_LABEL:
            self._captions.append(flat)
        else:
            self._captions = (
                _UNIT_STATED.findall(flat)[-1:] if "单位" in flat else []
            )  # of several tables on one line, the last

    def _take_caption(self) -> Heading:
        """What the short paragraphs before a table say together, read only now that there is a table."""
        before, self._fund = Heading(), None
        for flat in self._captions:
            self._fund = fund_of_table(flat) or (None if flat.endswith("表") else self._fund)
            caption = read_caption(flat)
            before = replace(
                caption,
                concepts=caption.concepts or before.concepts,
                stage=caption.stage or before.stage,
                year=caption.year or before.year,
                unit=caption.unit or before.unit,
            )
        self._captions.clear()
        return before

    def read(self, table: Table, skip_rows: frozenset[int] = frozenset()) -> Iterator[Figure]:
        """Figures of a table, row by row; rows of a scoring table are left to ``scoring``."""
        if len(table.rows) == 1 and not any(parse_cell(folded(cell.text)) for cell in table.rows[0]):
            for cell in table.rows[0]:
                self.note_caption(folded(cell.text))
            return
        state = self._continued(table) or self._begun(table)
        self._last = None if table.ragged or table.columns_lost else state
        for row in table.rows:
            self._figures.row_no += 1
            texts = [folded(cell.text) for cell in row]
            yield from self._figures.grades(table, row, texts)
            if row[0].row in skip_rows or not any(texts):
                continue
            self._figures.project_form = self._figures.project_form or any(
                _PROJECT_FORM.search(text) for text in texts
            )
            if state.nature.take(row):
                yield from self._by_nature(table, state)
            elif not is_blank_row(texts, state.headings):
                yield from self._row(table, row, texts, state)
            state.section = section_of(texts, state.headings) or state.section

    def _begun(self, table: Table) -> TableState:
        """What the paragraphs before a table say of it."""
        caption = self._take_caption()
        return TableState(
            unit=caption.unit,
            stage=caption.stage,
            year=caption.year,
            caption=caption,
            fund=self._fund,
            budget_adjusted=self._notes_adjusted(table),
        )

    def _continued(self, table: Table) -> TableState | None:
        """What is known of the table before, where this one is its rest on the next page: nothing between, as wide, amounts at once."""
        last, row = self._last, next((row for row in table.rows if any(cell.text for cell in row)), ())
        if last is None or last.headings is None or self._captions or table.ragged or table.columns_lost:
            return None
        here = gridplaces.places(row)
        as_wide = bool(here) and bool(last.places) and here[-1][1] == last.places[-1][1] > _NARROW
        if not as_wide:
            return None
        over = gridplaces.over(last.headings, last.places, here)
        texts = [folded(cell.text) for cell in row]
        amounts = [bool(parse_cell(text)) for text in texts]
        words = any(
            heading.says_something and not (found or NOTHING.fullmatch(text))
            for heading, text, found in zip(over, texts, amounts, strict=True)
        )
        stock = any(
            reference.concepts()[concept].nature != "flow" for concept in read_heading(texts[0]).concepts
        )
        stages = {heading.stage for heading in last.headings if heading.stage}
        if stock and len(stages) > 1:
            return None  # posts, rates: not what the headings of budgets and accounts are on
        return last if any(amounts[1:]) and not words else None

    def _row(
        self, table: Table, row: tuple[Cell, ...], texts: list[str], state: TableState
    ) -> Iterator[Figure]:
        """Figures of one row, or what it says of those below it: a title, headings."""
        if len([text for text in texts if text]) == 1 and not parse_cell(texts[0]):
            title = next(text for text in texts if text)
            if not (table.columns_lost and state.headings and valuecolumns.is_blank_row(title)):
                enter_title(state, title)
        elif numbers_columns(texts):
            return
        elif any(parse_cell(text) for text in texts):
            state.open = False
            found = chain(
                self._figures.project_funds(table, row, texts, state),
                self._numbers(table, row, texts, state),
            )
            yield from (self._figures.of_project(figure, state) for figure in found)
        elif not any(text in reference.grades() for text in texts[1:]):
            enter_headings(state, row, texts, table)

    def _notes_adjusted(self, table: Table) -> bool:
        """注：预算数为全年预算数，反映调整后的预算 - the national form of the “三公” table has this note."""
        cells = [cell for row in table.rows for cell in row]
        note = self._reading[cells[0].span.start : cells[-1].span.end + _NOTE_REACH]
        return _ADJUSTED_NOTE.search(note) is not None

    # -- rows -------------------------------------------------------------------------------------

    def _numbers(
        self, table: Table, row: tuple[Cell, ...], texts: list[str], state: TableState
    ) -> Iterator[Figure]:
        amounts = [column for column, text in enumerate(texts) if parse_cell(text)]
        headings = self._headings_over(row, texts, state, table)
        funds_row = any(funds.TOTAL.search(text) for text in texts) and state.headings is not None
        if funds_row and state.headings:
            state.offset = offset_of(texts, amounts, state.headings)
        if state.offset and state.headings:
            headings = moved(state.headings, state.offset, len(row))
        elif funds_row and len(row) < len(state.headings or ()) and not (table.columns_lost and headings):
            headings = aligned(texts, amounts, state.headings or [])
        if headings is not None and misplaced(texts, headings):
            return  # the amounts stand in other columns than their own
        if headings is None and (total := total_by_sum(texts, amounts, state.headings)):
            headings = total
        if headings is None and state.headings is not None and (len(amounts) > 1 or table.columns_lost):
            return  # more or fewer cells than headings: whose the amounts are cannot be known
        for column in told_apart(texts, headings, amounts):
            number = parse_cell(texts[column])
            heading = headings[column] if headings else Heading()
            if number is None or (heading.ignored and not funds.RATE.fullmatch(heading.text)):
                continue
            label, heading = self._named(texts, column, heading, headings, state)
            if self._of_all_years(row[column], label, texts, state):
                continue
            heading = rate_of_line(heading, label, texts, column, headings)
            yield from self._figures.bind(table, row[column], number, heading, label, state)

    def _of_all_years(self, cell: Cell, label: Heading, texts: list[str], state: TableState) -> bool:
        """Whether an amount is of all years of a project, in a form that states beside it what is of this year."""
        if not funds.is_line(label.text):
            return False
        if funds.OF_ALL_YEARS.fullmatch(label.text) and any(map(funds.OF_THE_YEAR.search, texts)):
            state.of_all_years.add(cell.column)
        return cell.column in state.of_all_years

    def _headings_over(
        self, row: tuple[Cell, ...], texts: list[str], state: TableState, table: Table
    ) -> list[Heading] | None:
        """The headings of a row's cells, told by their number, by the columns that they cover or by the values below them."""
        if table.columns_lost:
            return valuecolumns.by_values(texts, state.headings) if state.headings else None
        if table.ragged and state.headings and len(row) < len(state.headings):
            return valuecolumns.of_shorter(texts, state.headings)
        if table.ragged and state.headings and len(row) > len(state.headings):
            return valuecolumns.behind_code(texts, state.headings)
        headings = headings_for(row, state.headings, table.ragged)
        here = gridplaces.places(row)
        counted = headings is not None and not misplaced(texts, headings)
        if not counted and state.headings and gridplaces.comparable(state.places, here):
            amounts = [column for column, text in enumerate(texts) if parse_cell(text)]
            if gridplaces.within(state.places, here, amounts):
                return gridplaces.over(state.headings, state.places, here)
        return headings

    def _by_nature(self, table: Table, state: TableState) -> Iterator[Figure]:
        """Parts of the total of the funds block in cells of their own, once it is known of which stage."""
        for concept, stage, cell, number in state.nature.settled():
            label = Heading(text=cell.text, concepts=(concept,), stage=stage, note=fundnature.NOTE)
            figure = self._figures.figure(
                table, cell, number, concept, Heading(note=fundnature.NOTE), label, state
            )
            if figure is not None:
                yield figure

    def _named(
        self,
        texts: list[str],
        column: int,
        heading: Heading,
        headings: list[Heading] | None,
        state: TableState,
    ) -> tuple[Heading, Heading]:
        """The label of a cell's row and the heading of its column, with what the row above and the caption add."""
        label = part_of_row(self._row_label(texts, column, across_numbers=headings is not None), state.above)
        if not label.text and headings and funds.BLOCK_OF_ONE.fullmatch(headings[0].text):
            state.one_row = state.one_row or self._figures.row_no
            label = Heading(text=funds.ONE_ROW) if state.one_row == self._figures.row_no else label
        state.above = label if label.concepts else state.above
        caption = headings[0] if headings and headings[0].concepts and heading.text else state.caption
        heading = of_bodies(heading, headings, caption)
        label, heading = total_of_caption(label, heading, caption if caption.concepts else state.section)
        number = parse_cell(texts[column])
        if number and heading.stage:
            state.by_nature.note(label.concepts, column, number.value)
        unnamed = not (label.concepts or heading.concepts) or funds.RATE.fullmatch(heading.text)
        if unnamed and state.by_nature.is_sum(label.text, texts):
            label = replace(label, concepts=("total_expenditure",), note=fundnature.SUM_NOTE)
        return fund_of_income(total_of_half(label, column, headings), column, headings), heading

    def _row_label(self, texts: list[str], column: int, across_numbers: bool) -> Heading:
        """The nearest words to the left; past other numbers only where headings name the columns."""
        unit: str | None = None
        for left in range(column - 1, -1, -1):
            text = texts[left]
            if NOTHING.fullmatch(text):
                continue
            if text in UNITS:
                unit = text
            elif not parse_cell(text):
                label = read_heading(text)
                return replace(label, unit=unit) if unit and not label.unit else label
            elif not across_numbers:
                return Heading()
        return Heading()

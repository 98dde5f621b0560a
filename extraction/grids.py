"""Figures of tables: binds every amount by the heading of its column and the label of its row.

Belongs here: headings of one or more levels, row labels, units and stages of tables.
Does not belong here: finding tables (``layout``, ``celltables``) or scoring tables (``scoring``).

Where the columns of a row cannot be known - its width fits no heading and it holds several
numbers - nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extraction import fundnature, funds, gridplaces, lostcolumns, reference
from extraction.gridrows import (
    NOTHING,
    aligned,
    concepts_of,
    headings_for,
    is_blank_row,
    measure_of,
    misplaced,
    moved,
    numbers_columns,
    of_bodies,
    of_something_else,
    offset_of,
    org_scope,
    part_of_row,
    rate_of_line,
    total_by_sum,
    total_of_caption,
    total_of_half,
    with_control_rate,
    with_sources,
)
from extraction.headings import (
    Heading,
    fund_of_table,
    merge_levels,
    read_caption,
    read_heading,
    spent_from,
    stack_levels,
    unit_in,
)
from extraction.model import Cell, Document, Figure, Locator, Table
from extraction.normalise import folded
from extraction.numbers import UNITS, Number, parse_cell
from extraction.records import replace
from extraction.running_text import Context
from extraction.witness import CONFIRMED, UNKNOWN_UNIT

_PROJECT_FORM = re.compile(r"项目(?:支出)?名称")
_PROSE = re.compile(r"。")
_LONGEST_LABEL = 40
_NOTE_REACH = 160
_ADJUSTED_NOTE = re.compile(r"预算数[为是指][^。；;]{0,24}(?:全年预算|调整后|调整预算)")
_INITIAL = re.compile(r"年初|批复")
_FUNDS_BY_LEVEL = {("upper_level_funds",), ("local_level_funds",)}
#: 按支出性质分: the other division of 年度资金总额, in forms of whole departments.
_BY_NATURE = {("basic_expenditure",), ("project_expenditure",)}
_UNITS_OF_COUNTS = {"reception_batches": "批次", "reception_persons": "人次", "vehicle_stock": "辆"}
_COUNTED = frozenset(_UNITS_OF_COUNTS.values())
#: Concepts that a budget pays a part of; appropriations and the “三公” expenses are of budgets by their nature.
_NARROWED = {
    "total_revenue",
    "total_resources",
    "total_expenditure",
    "total_uses",
    "basic_expenditure",
    "project_expenditure",
    "personnel_expenditure",
    "public_expenditure",
    "function_class_amount",
    "economic_class_amount",
    "opening_carryover",
    "closing_carryover",
}
_BELOW_TITLE = re.compile(
    r"(?:金额)?单位:?(?:亿元|万元|千元|元)|\(?(?:公开|财决|附件?|预算)?(?:\d{1,2}(?:-\d)?|[一二三四五六七八九十]{1,2})表\)?"
)
_INHERITED_UNIT = Decimal("0.9")


@dataclass(slots=True)
class _State:
    """What earlier rows of a table say about the rows that follow."""

    headings: list[Heading] | None = None
    #: the columns that the cells of the headings cover
    places: gridplaces.Places = field(default_factory=list)
    unit: str | None = None
    stage: str | None = None
    year: int | None = None
    fund_block: bool = False
    #: cells by which the rows of the funds block begin later than their headings
    offset: int = 0
    #: whether the last row was a heading, so that another one may stand under it
    open: bool = False
    #: whether the note below says that 预算数 means the budget as adjusted
    budget_adjusted: bool = False
    #: whose money all amounts are, where the title says so
    fund: str | None = None
    #: what the caption names: the concept of a row or column that says only 合计
    caption: Heading = field(default_factory=Heading)
    #: label of the last row that named a concept
    above: Heading = field(default_factory=Heading)
    #: 其中：基本支出：865.28 below the funds block
    nature: fundnature.NatureCells = field(default_factory=fundnature.NatureCells)
    by_nature: fundnature.NatureColumns = field(default_factory=fundnature.NatureColumns)


class GridReader:
    """Reads the tables of one document in order; a caption before a table speaks for that table alone."""

    def __init__(self, document: Document, context: Context, report_kind: str) -> None:
        self._source, self._reading = document.text, document.reading
        self._context = context
        self._captions: list[str] = []
        self._last_unit: str | None = None
        self._fund: str | None = None
        self._project_form = report_kind == "project_self_evaluation"
        self._row_no = 0

    def note_caption(self, flat: str) -> None:
        """Remember the folded paragraph before a table: its unit, stage and year."""
        self._project_form = self._project_form or _PROJECT_FORM.search(flat) is not None
        if len(flat) <= _LONGEST_LABEL:
            self._captions.append(flat)
        else:
            self._captions.clear()

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
        caption = self._take_caption()
        state = _State(
            unit=caption.unit,
            stage=caption.stage,
            year=caption.year,
            caption=caption,
            fund=self._fund,
            budget_adjusted=self._notes_adjusted(table),
        )
        for row in table.rows:
            self._row_no += 1
            texts = [folded(cell.text) for cell in row]
            if row[0].row in skip_rows or not any(texts):
                continue
            self._project_form = self._project_form or any(_PROJECT_FORM.search(text) for text in texts)
            if state.nature.take(row):
                yield from self._by_nature(table, state)
            elif not is_blank_row(texts, state.headings):
                yield from self._row(table, row, texts, state)

    def _row(self, table: Table, row: tuple[Cell, ...], texts: list[str], state: _State) -> Iterator[Figure]:
        """Figures of one row, or what it says of those below it: a title, headings."""
        if len([text for text in texts if text]) == 1 and not parse_cell(texts[0]):
            title = next(text for text in texts if text)
            if not (table.columns_lost and state.headings and lostcolumns.is_blank_row(title)):
                self._enter_title(state, title)
        elif numbers_columns(texts):
            return
        elif any(parse_cell(text) for text in texts):
            state.open = False
            yield from self._numbers(table, row, texts, state)
        elif any(text in reference.grades() for text in texts[1:]):
            yield from self._grade(table, row, texts)
        else:
            self._enter_headings(table, state, row, texts)

    def _notes_adjusted(self, table: Table) -> bool:
        """注：预算数为全年预算数，反映调整后的预算 - the national form of the “三公” table has this note."""
        cells = [cell for row in table.rows for cell in row]
        note = self._reading[cells[0].span.start : cells[-1].span.end + _NOTE_REACH]
        return _ADJUSTED_NOTE.search(note) is not None

    # -- headings ---------------------------------------------------------------------------------

    def _enter_title(self, state: _State, text: str) -> None:
        if _PROSE.search(text) or len(text) > _LONGEST_LABEL:
            return
        title = read_caption(text)
        state.headings, state.fund_block, state.offset = None, False, 0
        if _BELOW_TITLE.fullmatch(text):
            state.unit = title.unit or state.unit
            return  # of the table, and nothing of what it is on
        state.unit = title.unit
        state.stage, state.year, state.caption = title.stage, title.year, title
        state.fund = fund_of_table(text)

    def _enter_headings(self, table: Table, state: _State, row: tuple[Cell, ...], texts: list[str]) -> None:
        if any(len(text) > _LONGEST_LABEL for text in texts):
            return
        headings = with_control_rate([read_heading(text) for text in texts])
        state.unit = next((unit for text in texts if (unit := unit_in(text))), state.unit)
        if not any(heading.says_something for heading in headings):
            return
        upper, here = state.headings, gridplaces.places(row)
        if table.columns_lost and upper is not None and state.open and lostcolumns.names_columns(texts):
            return
        grouped = lostcolumns.under_group(upper, headings) if table.columns_lost and upper else None
        if grouped is not None:
            state.headings = grouped
        elif upper is not None and state.open and gridplaces.comparable(state.places, here):
            state.headings = with_sources(gridplaces.merged(upper, state.places, headings, here))
        elif upper is not None and len(row) > len(upper) and not texts[0]:
            state.headings = merge_levels(upper, headings)
        elif upper is not None and len(row) == len(upper) and (not texts[0] or state.open):
            state.headings = stack_levels(upper, headings)
        else:
            state.headings = headings
            state.fund_block, state.offset = False, 0
        state.headings = spent_from(state.headings)
        state.open, state.places = True, here

    # -- rows -------------------------------------------------------------------------------------

    def _numbers(
        self, table: Table, row: tuple[Cell, ...], texts: list[str], state: _State
    ) -> Iterator[Figure]:
        amounts = [column for column, text in enumerate(texts) if parse_cell(text)]
        headings = self._headings_over(row, texts, state, table)
        funds_row = any(funds.TOTAL.search(text) for text in texts) and state.headings is not None
        if funds_row and state.headings:
            state.offset = offset_of(texts, amounts, state.headings)
        if state.offset and state.headings:
            headings = moved(state.headings, state.offset, len(row))
        elif funds_row and len(row) < len(state.headings or ()):
            headings = aligned(texts, amounts, state.headings or [])
        if headings is not None and misplaced(texts, headings):
            return  # the amounts stand in other columns than their own
        numbered = set(amounts)
        if headings is None and (total := total_by_sum(texts, amounts, state.headings)):
            headings = total
        if headings is None and state.headings is not None and (len(amounts) > 1 or table.columns_lost):
            return  # more or fewer cells than headings: whose the amounts are cannot be known
        for column in amounts:
            number = parse_cell(texts[column])
            if headings is None and not numbered.isdisjoint((column - 1, column + 1)):
                continue  # two amounts behind one label, and no heading tells them apart
            heading = headings[column] if headings else Heading()
            if number is None or (heading.ignored and not funds.RATE.fullmatch(heading.text)):
                continue
            label, heading = self._named(texts, column, heading, headings, state)
            heading = rate_of_line(heading, label, texts, column, headings)
            yield from self._bind(table, row[column], number, heading, label, state)

    def _headings_over(
        self, row: tuple[Cell, ...], texts: list[str], state: _State, table: Table
    ) -> list[Heading] | None:
        """The headings of a row's cells, told by their number, by the columns that they cover or by the values below them."""
        if table.columns_lost:
            return lostcolumns.by_values(texts, state.headings) if state.headings else None
        if table.ragged and state.headings and len(row) < len(state.headings):
            return lostcolumns.of_shorter(texts, state.headings)
        headings = headings_for(row, state.headings, table.ragged)
        here = gridplaces.places(row)
        counted = headings is not None and not misplaced(texts, headings)
        if not counted and state.headings and gridplaces.comparable(state.places, here):
            amounts = [column for column, text in enumerate(texts) if parse_cell(text)]
            if gridplaces.within(state.places, here, amounts):
                return gridplaces.over(state.headings, state.places, here)
        return headings

    def _by_nature(self, table: Table, state: _State) -> Iterator[Figure]:
        """Parts of the total of the funds block in cells of their own, once it is known of which stage."""
        for concept, stage, cell, number in state.nature.settled():
            label = Heading(text=cell.text, concepts=(concept,), stage=stage, note=fundnature.NOTE)
            figure = self._figure(table, cell, number, concept, Heading(note=fundnature.NOTE), label, state)
            if figure is not None:
                yield figure

    def _named(
        self, texts: list[str], column: int, heading: Heading, headings: list[Heading] | None, state: _State
    ) -> tuple[Heading, Heading]:
        """The label of a cell's row and the heading of its column, with what the row above and the caption add."""
        label = part_of_row(self._row_label(texts, column, across_numbers=headings is not None), state.above)
        state.above = label if label.concepts else state.above
        caption = headings[0] if headings and headings[0].concepts else state.caption
        heading = of_bodies(heading, headings, caption)
        label, heading = total_of_caption(label, heading, caption)
        number = parse_cell(texts[column])
        if number and heading.stage:
            state.by_nature.note(label.concepts, column, number.value)
        unnamed = not (label.concepts or heading.concepts) or funds.RATE.fullmatch(heading.text)
        if unnamed and state.by_nature.is_sum(label.text, texts):
            label = replace(label, concepts=("total_expenditure",), note=fundnature.SUM_NOTE)
        return total_of_half(label, column, headings), heading

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

    def _year(self, heading: Heading, label: Heading, state: _State) -> int | None:
        """The year printed over or before the cell; 上年 is the year before the one evaluated."""
        printed = heading.year or label.year
        if printed:
            return printed
        year = state.year or self._context.fiscal_year
        back = max(heading.years_back, label.years_back)
        return year - back if year is not None else None

    def _printed(self, cell: Cell) -> str:
        return self._source[cell.span.start : cell.span.end]

    def _grade(self, table: Table, row: tuple[Cell, ...], texts: list[str]) -> Iterator[Figure]:
        """评价等级 | 优: a grade beside its label."""
        for left, cell, text in zip(texts, row[1:], texts[1:], strict=False):
            if text in reference.grades() and "grade" in read_heading(left).concepts:
                yield Figure(
                    concept="grade",
                    measure="level",
                    stage=None,
                    fiscal_year=self._context.fiscal_year,
                    label=left,
                    value=reference.grades()[text],
                    unit="",
                    decimals=None,
                    value_base=None,
                    base_unit=None,
                    printed=self._printed(cell),
                    quote=self._printed(cell),
                    source_kind="table",
                    locator=_locator(table, cell),
                    sentence_no=self._row_no,
                )

    def _bind(
        self, table: Table, cell: Cell, number: Number, heading: Heading, label: Heading, state: _State
    ) -> Iterator[Figure]:
        bound = self._with_funds(number, heading, label, state)
        if bound is None:
            return
        heading, label, fund_scope = bound
        if heading.concepts and of_something_else(label, state.headings):
            return
        concepts, scope, function_code = concepts_of(heading, label, state.caption)
        if not concepts or not (heading.says_something or heading.neutral):
            return
        for concept in concepts:
            figure = self._figure(table, cell, number, concept, heading, label, state)
            if figure is not None:
                of_table = state.fund if concept in _NARROWED else None
                narrowed = fund_scope if concept == funds.LINE else heading.fund_scope or of_table
                yield replace(
                    figure,
                    expenditure_scope=scope,
                    function_code=function_code,
                    economic_code=label.economic_code,
                    fund_scope=narrowed,
                )

    def _with_funds(
        self, number: Number, heading: Heading, label: Heading, state: _State
    ) -> tuple[Heading, Heading, str | None] | None:
        """What a cell of the funds block measures, with its source; other cells as they are.

        None for a cell that is no amount: points, a rate of a part.
        """
        if funds.RATE.fullmatch(heading.text):
            if not (funds.TOTAL.search(label.text) or label.concepts == ("total_expenditure",)):
                return None
            rate = replace(heading, concepts=("budget_execution_rate",), ignored=False)
            return rate, rate, None
        if heading.ignored:
            return None
        if funds.TOTAL.search(label.text):
            state.fund_block = True
            if heading.stage and heading.measure == "level":
                state.nature.totals[heading.stage] = number.value
            return (
                heading,
                replace(label, concepts=(funds.total_concept(self._project_form), funds.LINE)),
                "total",
            )
        source = funds.source_of(label.text) if state.fund_block else None
        if source:
            return heading, replace(label, concepts=(funds.LINE,)), source
        parts = _FUNDS_BY_LEVEL if self._project_form else _FUNDS_BY_LEVEL | _BY_NATURE
        known = not state.fund_block or label.concepts in parts
        return (heading, label, None) if known else None

    def _figure(
        self,
        table: Table,
        cell: Cell,
        number: Number,
        concept: str,
        heading: Heading,
        label: Heading,
        state: _State,
    ) -> Figure | None:
        about = reference.concepts()[concept]
        measure = measure_of(heading, number)
        kind = "percent" if measure in {"change_rate", "completion_rate"} else about.kind
        if kind == "percent" and number.unit is None and not (heading.says_something or "%" in label.text):
            return None  # 在职人员控制率 | 8: in a rubric these are its points
        counted = _UNITS_OF_COUNTS.get(concept) if kind == "count" else None
        sized, confidence, note = self._with_unit(
            number, kind, counted or heading.unit or label.unit or state.unit
        )
        if sized is None:
            return None
        if measure == "change_rate" and "%" in heading.text:
            confidence, note = Decimal(1), None
        flow = about.nature == "flow"
        stage = heading.stage or label.stage or state.stage or self._context.default_stage
        if (
            stage == "initial_budget"
            and state.budget_adjusted
            and not _INITIAL.search(heading.text + label.text)
        ):
            stage = "adjusted_budget"
        named = heading if heading.concepts else label
        if concept == "procurement_actual" and stage in {"initial_budget", "adjusted_budget"}:
            concept = "procurement_budget"
        return Figure(
            concept=concept,
            measure=measure,
            base_stage=heading.base_stage,
            stage=stage if flow else None,
            fiscal_year=self._year(heading, label, state),
            label=named.text,
            value=sized.digits,
            unit=sized.canonical_unit or UNKNOWN_UNIT,
            decimals=sized.decimals,
            value_base=sized.in_base_units() if sized.unit else None,
            base_unit=sized.base_unit,
            printed=self._printed(cell),
            quote=self._printed(cell),
            source_kind="table",
            locator=_locator(table, cell),
            org_scope=org_scope(label.text, state.headings) if heading.concepts else "department",
            confidence=min(confidence, CONFIRMED) if heading.note or label.note else confidence,
            note=note or heading.note or label.note,
            sentence_no=self._row_no,
        )

    def _with_unit(
        self, number: Number, kind: str, declared: str | None
    ) -> tuple[Number | None, Decimal, str | None]:
        """The number in a unit that suits its concept; None where it has another kind of unit."""
        base = {"money": "yuan", "persons": "persons", "percent": "percent", "points": "points"}.get(kind)
        if number.unit:
            if kind == "persons" and number.unit == "个":
                return number.with_unit("人"), Decimal(1), None
            if number.base_unit == base == "yuan":
                self._last_unit = self._last_unit or number.unit
            return (number, Decimal(1), None) if number.base_unit == base else (None, Decimal(0), None)
        if kind == "count" and declared in _COUNTED:
            return number.with_unit(declared), Decimal(1), None
        if kind in {"persons", "points"}:
            return number.with_unit("人" if kind == "persons" else "分"), Decimal(1), None
        if kind == "percent":
            return number.with_unit("%"), _INHERITED_UNIT, "percent sign not printed"
        if kind != "money":
            return None, Decimal(0), None
        if declared and UNITS[declared][1] == "yuan":
            self._last_unit = declared
            return number.with_unit(declared), Decimal(1), None
        if self._last_unit:
            return number.with_unit(self._last_unit), _INHERITED_UNIT, "unit taken from another table"
        return number, Decimal(0), None


def _locator(table: Table, cell: Cell) -> Locator:
    return Locator(cell.span.start, cell.span.end, table.page, table.number, cell.row, cell.column)

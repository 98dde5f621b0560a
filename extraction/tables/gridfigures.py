"""Figures of cells: what a cell measures once its heading and its row's label are known.

Belongs here: concept, stage, year, scope and confidence of one cell.
Does not belong here: which heading and label a cell has (``gridlabels``); its unit (``gridunits``); what is known of its table (``gridstate``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction import reference
from extraction.columns import funds, projectfunds
from extraction.columns.headings import Heading
from extraction.doubt import CONFIRMED
from extraction.model import Cell, Document, Figure, Locator, Table
from extraction.prose.running_text import Context
from extraction.records import replace
from extraction.tables.gridgrades import grade_figures
from extraction.tables.gridrates import measure_of
from extraction.tables.gridrows import concepts_of, of_something_else, of_whole_place, org_scope
from extraction.tables.gridstate import BARE_YEAR, TableState
from extraction.tables.gridunits import BODIES, CellUnits
from extraction.text.numbers import Number
from extraction.witnesses.witness import UNKNOWN_UNIT
from extraction.witnesses.witness_of_stages import PLAIN
from extraction.words.words_of_stage import PART_OF_YEAR

_INITIAL = re.compile(r"年初|批复")
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


class CellFigures:
    """Makes figures of the cells of one document."""

    def __init__(self, document: Document, context: Context, project_form: bool) -> None:
        self._source = document.text
        self._context = context
        self._units = CellUnits()
        #: whether the document is on one project: 年度资金总额 is then the project's
        self.project_form = project_form
        #: rows read so far, so that figures of one row are known as such
        self.row_no = 0

    def _year(self, heading: Heading, label: Heading, state: TableState) -> int | None:
        """The year printed over or before the cell; 上年 is the year before the one evaluated."""
        printed = heading.year or label.year
        if printed:
            return printed
        year = state.year or self._context.fiscal_year
        back = max(heading.years_back, label.years_back)
        return year - back if year is not None else None

    def _printed(self, cell: Cell) -> str:
        return self._source[cell.span.start : cell.span.end]

    def grades(self, table: Table, row: tuple[Cell, ...], texts: list[str]) -> Iterator[Figure]:
        """评价等级 | 优: a grade beside its label."""
        return grade_figures(table, row, texts, self.row_no, self._context.fiscal_year, self._source)

    def project_funds(
        self, table: Table, row: tuple[Cell, ...], texts: list[str], state: TableState
    ) -> Iterator[Figure]:
        """计划安排资金 | 170 | 实际支出 | 165: money of the project, each amount behind its name."""
        if self.project_form and projectfunds.begins(texts):
            state.planned, state.spent = True, False
        for column, number, heading in projectfunds.amounts(texts) if state.planned else ():
            if heading.stage == "final_account" and state.spent:
                continue  # below 实际支出 165: what was spent of the money of one level
            state.spent = state.spent or heading.stage == "final_account"
            yield from self.bind(table, row[column], number, heading, Heading(), state)

    def of_project(self, figure: Figure, state: TableState) -> Figure:
        """What the form of a single project says, as that of one project where the report is on more than it."""
        if not state.planned or self._context.whole == "project_expenditure":
            return figure
        return projectfunds.of_one_among_others(figure)

    def bind(
        self, table: Table, cell: Cell, number: Number, heading: Heading, label: Heading, state: TableState
    ) -> Iterator[Figure]:
        """Figures of one amount, none where heading and label together name nothing."""
        bound = self._with_funds(number, heading, label, state)
        if bound is None:
            return
        heading, label, fund_scope = bound
        if heading.concepts and of_something_else(label, heading, state.headings):
            return
        if self._context.department and of_whole_place(label, state.caption):
            return
        concepts, scope, function_code = concepts_of(heading, label, state.caption)
        known = heading.says_something or heading.neutral or self._is_of_year(heading, label)
        if not concepts or not known:
            return
        for concept in concepts:
            figure = self.figure(table, cell, number, concept, heading, label, state)
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

    def _is_of_year(self, heading: Heading, label: Heading) -> bool:
        """Whether a bare year over an amount is enough: people and things have no stage, and what was spent was spent.

        2022年 beside 2023年 over a budget may be what was planned or what was spent.
        """
        if not heading.year or not label.concepts or not BARE_YEAR.fullmatch(heading.text):
            return False
        if reference.concepts()[label.concepts[0]].nature != "flow":
            return True
        if self._context.stage_open or self._context.kind_unknown:
            return False
        return heading.year == self._context.fiscal_year or self._context.default_stage == "final_account"

    def _with_funds(
        self, number: Number, heading: Heading, label: Heading, state: TableState
    ) -> tuple[Heading, Heading, str | None] | None:
        """What a cell of the funds block measures, with its source; other cells as they are.

        None for a cell that is no amount: points, a rate of a part.
        """
        if funds.RATE.fullmatch(heading.text):
            whole = funds.total_concept(self.project_form)
            if not (funds.TOTAL.search(label.text) or label.concepts in {("total_expenditure",), (whole,)}):
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
                replace(label, concepts=(funds.total_concept(self.project_form), funds.LINE)),
                "total",
            )
        if heading.stage and funds.SUM_OF_TASKS.fullmatch(label.text):
            if heading.concepts or heading.fund_scope or not funds.WHOLE_OF_TASKS.fullmatch(heading.text):
                return None
            return heading, replace(label, concepts=(funds.total_concept(self.project_form),)), None
        source = funds.source_of(label.text) if state.fund_block and not state.by_income else None
        if source:
            return heading, replace(label, concepts=(funds.LINE,)), source
        parts = funds.parts_of_total(self.project_form, state.by_income)
        known = not state.fund_block or label.concepts in parts
        return (heading, label, None) if known else None

    def figure(
        self,
        table: Table,
        cell: Cell,
        number: Number,
        concept: str,
        heading: Heading,
        label: Heading,
        state: TableState,
    ) -> Figure | None:
        """One figure; None where the number cannot be of its concept: another unit, points without a heading."""
        about = reference.concepts()[concept]
        if concept in BODIES and label.text[-1:].isdigit():
            return None  # 二级机构1: one of them
        measure = measure_of(heading, number)
        kind = "percent" if measure in {"change_rate", "completion_rate"} else about.kind
        if kind == "percent" and number.unit is None and not (heading.says_something or "%" in label.text):
            return None  # 在职人员控制率 | 8: in a rubric these are its points
        declared = heading.unit or label.unit or state.unit
        sized, confidence, note = self._units.of(state, table, number, kind, concept, declared)
        if sized is None:
            return None
        if measure == "change_rate" and "%" in heading.text:
            confidence, note = Decimal(1), None
        stage = self._stage(heading, label, state)
        if stage == "final_account" and PART_OF_YEAR.search(state.caption.text):
            return None
        named = heading if heading.concepts else label
        if concept == "procurement_actual" and stage in {"initial_budget", "adjusted_budget"}:
            concept = "procurement_budget"
        return Figure(
            concept=concept,
            measure=measure,
            base_stage=heading.base_stage,
            stage=stage if about.nature == "flow" else None,
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
            note=note
            or heading.note
            or label.note
            or (PLAIN if self._is_plain(heading, label, stage) else None),
            sentence_no=self.row_no,
        )

    def _stage(self, heading: Heading, label: Heading, state: TableState) -> str | None:
        """The stage printed over, before or above the cell; 预算数 is the adjusted budget where a note says so."""
        stage = heading.stage or label.stage or state.stage or self._context.default_stage
        adjusted = state.budget_adjusted and not _INITIAL.search(heading.text + label.text)
        return "adjusted_budget" if stage == "initial_budget" and adjusted else stage

    def _is_plain(self, heading: Heading, label: Heading, stage: str | None) -> bool:
        """预算数 over a cell, which says not whether as approved or as adjusted."""
        words = heading.text + label.text
        return stage == "initial_budget" and "预算数" in words and not _INITIAL.search(words)


def _locator(table: Table, cell: Cell) -> Locator:
    return Locator(cell.span.start, cell.span.end, table.page, table.number, cell.row, cell.column)

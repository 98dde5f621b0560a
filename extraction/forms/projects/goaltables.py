"""Lists of projects with their goals: 项目名称 | 预算数 | 年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | …, a row for each indicator.

Belongs here: the budget of each project in such a table, which stands once for all its indicators.
Does not belong here: the indicators (``scoring``), forms for one project each (``goalforms``), tables of results (``grids``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.columns import projectfunds
from extraction.model import Cell, Document, Figure, Locator, Table
from extraction.text.normalise import fold_span, folded
from extraction.text.numbers import Number, parse_cell

_NAME = re.compile(r"(?:二级)?项目(?:支出)?名称")
_BUDGET = re.compile(
    r"(?:(?:项目|年度|本年|当年)?(?:预算|资金)(?:数|总?额|总?金额|安排(?:数|金额)?)?|项目金额)(?:\((?P<unit>万元|元)\))?"
)
_GOALS = {"三级指标", "指标名称"}
_RESULTS = re.compile(r"执行|完成|得分|自评|决算|支出数")
_UNIT = re.compile(r"单位:(万元|元)")
_ABOVE = 160


def read(document: Document, year: int | None) -> list[Figure]:
    """The budgets of the projects in all such tables; nothing below headings that speak of results."""
    if not any(goals in document.reading for goals in _GOALS):
        return []
    found = [
        figure
        for block in document.blocks
        if isinstance(block, Table)
        for figure in _of_table(document, block, year)
    ]
    return [projectfunds.of_one_among_others(figure) for figure in found]


def _of_table(document: Document, table: Table, year: int | None) -> Iterator[Figure]:
    for at, row in enumerate(table.rows):
        texts = [folded(cell.text) for cell in row]
        if _GOALS.isdisjoint(texts) or any(map(_RESULTS.search, texts)):
            continue
        name = next((index for index, text in enumerate(texts) if _NAME.fullmatch(text)), None)
        budget = next((index for index, text in enumerate(texts) if _BUDGET.fullmatch(text)), None)
        if name is None or budget is None:
            continue
        unit = _unit(document, table, at, texts[budget])
        if unit is None:
            return
        for below in table.rows[at + 1 :]:
            number = parse_cell(folded(below[budget].text)) if len(below) == len(row) else None
            if number is not None and number.unit in {None, "元", "万元"} and below[name].text:
                yield _figure(table, below[budget], number.with_unit(number.unit or unit), year)
        return


def _unit(document: Document, table: Table, at: int, heading: str) -> str | None:
    """The unit in the heading, or in the rows or lines above it."""
    printed = _BUDGET.fullmatch(heading)
    if printed and printed["unit"]:
        return printed["unit"]
    start = table.rows[0][0].span.start
    above = fold_span(document.reading, max(0, start - _ABOVE), max(start, table.rows[at][0].span.start)).text
    found = _UNIT.findall(above)
    return found[-1] if found else None


def _figure(table: Table, cell: Cell, number: Number, year: int | None) -> Figure:
    return Figure(
        concept="project_item",
        measure="level",
        stage="initial_budget",
        fiscal_year=year,
        label="预算数",
        value=number.digits,
        unit=number.canonical_unit or "",
        decimals=number.decimals,
        value_base=number.in_base_units(),
        base_unit=number.base_unit,
        printed=cell.text,
        quote=cell.text,
        source_kind="table",
        locator=Locator(cell.span.start, cell.span.end, table.page, table.number, cell.row, cell.column),
    )

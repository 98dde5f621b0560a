"""Which heading and which label each cell of a row has, with what the row above and the caption add to them.

Belongs here: binding the cells of one row to words.
Does not belong here: what heading and label say together (``gridrows``), reading rows in order (``grids``).
"""

from __future__ import annotations

import re

from extraction.columns import fundnature, funds, shorterrows, threepublicrows, valuecolumns
from extraction.columns.gridcolumns import NOTHING, headings_for, misplaced
from extraction.columns.headings import Heading, read_heading
from extraction.model import Cell, Table
from extraction.records import replace
from extraction.tables import gridplaces
from extraction.tables.gridrows import is_item, of_bodies, part_of_row
from extraction.tables.gridstate import TableState
from extraction.tables.gridtotals import fund_of_income, total_of_caption, total_of_half
from extraction.text.normalise import folded
from extraction.text.numbers import UNITS, parse_cell
from extraction.words.words_of_classes import CODE, DIGITS_OF_CLASS

_YEAR = re.compile(r"20[0-4]\d")


def headings_over(
    row: tuple[Cell, ...], texts: list[str], state: TableState, table: Table
) -> list[Heading] | None:
    """The headings of a row's cells, told by their number, by the columns that they cover or by the values below them."""
    if state.headings and parse_cell(texts[0]) and funds.BLOCK_OF_ONE.fullmatch(state.headings[0].text):
        return None  # the title merged down is not printed in this row: whose its amounts are is not seen
    if table.columns_lost:
        found = valuecolumns.by_values(texts, state.headings) if state.headings else None
        return found or _placed_by_sums(table, state).get(row[0].row)
    if table.ragged and state.headings and _is_coded(texts, state.headings):
        return valuecolumns.by_values(texts, state.headings)
    if table.ragged and state.headings and len(row) < len(state.headings):
        placed = _placed_by_sums(table, state).get(row[0].row)
        return placed or shorterrows.of_shorter(texts, state.headings)
    if table.ragged and state.headings and len(row) > len(state.headings):
        return valuecolumns.behind_code(texts, state.headings)
    headings = headings_for(row, state.headings, table.ragged)
    if headings is not None and all(cell.column_span == 1 for cell in row):
        headings = shorterrows.behind_merged(texts, headings) or headings
    here = gridplaces.places(row)
    counted = headings is not None and not misplaced(texts, headings)
    if not counted and state.headings and gridplaces.comparable(state.places, here):
        amounts = [column for column, text in enumerate(texts) if parse_cell(text)]
        if gridplaces.within(state.places, here, amounts):
            return gridplaces.over(state.headings, state.places, here)
    return headings


def _is_coded(texts: list[str], headings: list[Heading]) -> bool:
    """Whether a code and a name stand below the heading of labels and that of the first amounts: 208 | 社会保障和就业支出 | 70.00."""
    coded = len(texts) > 1 and CODE.fullmatch(texts[0]) and texts[1] and parse_cell(texts[1]) is None
    if len(texts) > len(headings) and len(texts[0]) > DIGITS_OF_CLASS:
        return False
    return bool(coded and len(headings) > 1 and valuecolumns.heads_amounts(headings[1]) and all(texts))


def _placed_by_sums(table: Table, state: TableState) -> dict[int, list[Heading]]:
    """The headings of rows with fewer values than columns, where the sums of a table on the “三公” expenses tell them."""
    if state.headings is None:
        return {}
    if state.placed is None:
        rows = {cells[0].row: [folded(cell.text) for cell in cells] for cells in table.rows}
        state.placed = threepublicrows.told_by_sums(rows, state.headings)
    return state.placed


def named(
    texts: list[str],
    column: int,
    heading: Heading,
    headings: list[Heading] | None,
    state: TableState,
    row_no: int,
) -> tuple[Heading, Heading]:
    """The label of a cell's row and the heading of its column, with what the row above and the caption add."""
    label = part_of_row(_row_label(texts, column, headings), state.above, state.caption)
    if not label.text and headings and funds.BLOCK_OF_ONE.fullmatch(headings[0].text):
        state.one_row = state.one_row or row_no
        label = Heading(text=funds.ONE_ROW) if state.one_row == row_no else label
    elif not label.text and headings and headings[0].stage and not heading.stage:
        # 年度部门整体支出预算 | 资金总额 | 财政拨款 over a row without a name: the corner says of which stage all is
        heading = replace(heading, stage=headings[0].stage)
        label = Heading(text=heading.text) if funds.TOTAL.search(heading.text) else label
    state.above = label if label.concepts else state.above
    of_natures = state.by_nature.is_sum(label.text, texts) or tuple(texts) in state.sums
    if headings and not of_natures and funds.is_sum_of_block(label.text, [h.text for h in headings]):
        label = replace(label, text=funds.ONE_ROW)
    caption = headings[0] if headings and headings[0].concepts and heading.text else state.caption
    heading = of_bodies(heading, headings, caption)
    label, heading = total_of_caption(label, heading, caption if caption.concepts else state.section)
    if headings and is_item(label, heading, [h.text for h in headings[:column]]):
        label = replace(label, concepts=("project_item",))
    number = parse_cell(texts[column])
    if number and heading.stage:
        state.by_nature.note(label.concepts, column, number.value)
    unnamed = not (label.concepts or heading.concepts) or funds.RATE.fullmatch(heading.text)
    if unnamed and of_natures:
        label = replace(label, concepts=("total_expenditure",), note=fundnature.SUM_NOTE)
    return fund_of_income(total_of_half(label, column, headings), column, headings), heading


def is_of_all_years(cell: Cell, label: Heading, texts: list[str], state: TableState) -> bool:
    """Whether an amount is of all years of a project, in a form that states beside it what is of this year."""
    if not funds.is_line(label.text):
        return False
    if funds.OF_ALL_YEARS.fullmatch(label.text) and any(map(funds.OF_THE_YEAR.search, texts)):
        state.of_all_years.add(cell.column)
    return cell.column in state.of_all_years


def _row_label(texts: list[str], column: int, headings: list[Heading] | None) -> Heading:
    """The nearest words to the left; past other numbers only where headings name the columns.

    2022 | 560.00 | 550.00 below 年度 | 收入 | 支出: a bare year in front of a row is its label.
    """
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
        elif headings is None:
            return Heading()
        elif _YEAR.fullmatch(text) and not headings[left].says_something:
            return read_heading(text + "年")
    return Heading()

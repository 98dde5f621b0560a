"""What is known of a table so far: its caption, its headings and what earlier rows said.

Belongs here: the state that rows of one table share, and how titles and rows of headings change it.
Does not belong here: reading amounts (``grids``) and making figures of them (``gridfigures``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extraction.columns import fundnature, groupedcolumns, valuecolumns
from extraction.columns.captions import fund_of_table, read_caption
from extraction.columns.formulas import with_formulas
from extraction.columns.gridcolumns import NOTHING
from extraction.columns.headingrows import (
    merge_levels,
    names_labels,
    spent_from,
    stack_levels,
    with_control_rate,
    with_cost_of_vehicles,
    with_heads_in_service,
    with_parts_of_quota,
    with_plain_budgets,
    with_sources,
    with_stage_of_changes,
    without_adjustments,
)
from extraction.columns.headings import Heading, read_heading, unit_in
from extraction.model import Cell, Table
from extraction.records import replace
from extraction.tables import gridlevels, gridpairs, gridplaces
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell
from extraction.words.words_of_vehicles import part_of_vehicles

_PROSE = re.compile(r"。")
#: A longer paragraph is no caption, a longer cell no heading.
LONGEST_LABEL = 40
_SECTION = re.compile(r"[一二三四五六七八九十]、")
_HALVES = 2
_TOTAL = re.compile(r"[合总]计")
_KIND_OF_BODY = re.compile(r"(?:[^()]{0,8}(?:单位|机关)|参\([^()]*\)公.{0,4}|参公.{0,6}|其他)?")
_FEWEST_KINDS = 3
#: 2022年 over 预算 | 决算: what stands below it tells what the amounts are.
BARE_YEAR = re.compile(r"(?:19|20)\d\d年度?|[上本]年度?")
_SEVERAL = 2
#: 学生数(人) | 补助金额(万元): headings, whatever they name.
_COUNTED_IN = re.compile(r"\((?:人|个|辆|所|户|亩|元|万元|亿元|%)\)$")
_BELOW_TITLE = re.compile(
    r"(?:金额)?单位:?(?:亿元|万元|千元|元)|\(?(?:公开|财决|附件?|预算)?(?:\d{1,2}(?:-\d)?|[一二三四五六七八九十]{1,2})表\)?"
)


@dataclass(slots=True)
class TableState:
    """What earlier rows of a table say about the rows that follow."""

    headings: list[Heading] | None = None
    #: the row of headings right above, which alone says nothing: 数量 | 价值
    unsaid: list[Heading] | None = None
    #: the columns that the cells of the headings cover
    places: gridplaces.Places = field(default_factory=list)
    unit: str | None = None
    stage: str | None = None
    year: int | None = None
    fund_block: bool = False
    #: whether that block says its parts by the nature of income, 其他资金 among them, and of spending
    by_income: bool = False
    #: cells by which the rows of the funds block begin later than their headings
    offset: int = 0
    #: the row of amounts without a label below the title of a block, counted as figures count rows
    one_row: int | None = None
    #: whether the last row was a heading, so that another one may stand under it
    open: bool = False
    #: whether the note below says that 预算数 means the budget as adjusted
    budget_adjusted: bool = False
    #: whose money all amounts are, where the title says so
    fund: str | None = None
    #: columns of what a project gets in all its years, beside those of this year
    of_all_years: set[int] = field(default_factory=set)
    #: what the caption names: the concept of a row or column that says only 合计
    caption: Heading = field(default_factory=Heading)
    #: what the last numbered row without amounts names: the total below it is of that
    section: Heading = field(default_factory=Heading)
    #: whether a row said what was planned for the project, each amount behind its name
    planned: bool = False
    #: whether what was spent of it has been read
    spent: bool = False
    #: label of the last row that named a concept
    above: Heading = field(default_factory=Heading)
    #: 其中：基本支出：865.28 below the funds block
    nature: fundnature.NatureCells = field(default_factory=fundnature.NatureCells)
    by_nature: fundnature.NatureColumns = field(default_factory=fundnature.NatureColumns)
    #: rows 合计 above the rows of both natures
    sums: frozenset[tuple[str, ...]] = frozenset()
    #: the stages that the row above says in front of its amounts
    pairs: gridpairs.PairStages = field(default_factory=gridpairs.PairStages)
    #: whether amounts of one year stand beside those of all years of a project
    years_apart: bool = False
    #: headings of rows with fewer values than columns, told by the sums of the table, sought once
    placed: dict[int, list[Heading]] | None = None
    #: the units that headings of the whole table declare, sought once
    declared: frozenset[str] | None = None

    def only_unit(self, table: Table) -> str | None:
        """The one unit that headings of the table declare, for amounts that stand above the first of them."""
        if self.declared is None:
            self.declared = frozenset(
                unit
                for row in table.rows
                for cell in row
                if "元" in cell.text
                and len(cell.text) <= LONGEST_LABEL
                and (unit := unit_in(folded(cell.text)))
            )
        return next(iter(self.declared)) if len(self.declared) == 1 else None


def enter_title(state: TableState, text: str) -> None:
    """A row that is a title: a new table begins, with its unit, stage, year and concept."""
    if _PROSE.search(text) or len(text) > LONGEST_LABEL:
        return
    title = read_caption(text)
    state.headings, state.offset, state.placed, state.unsaid = None, 0, None, None
    state.fund_block = state.by_income = False
    if _BELOW_TITLE.fullmatch(text):
        state.unit = title.unit or state.unit
        return  # of the table, and nothing of what it is on
    state.unit = title.unit or (None if "表" in text else state.unit)  # 经费控制情况: a part of the form
    state.stage, state.year, state.caption = title.stage, title.year, title
    state.fund = fund_of_table(text)


def _without_halves(upper: list[Heading] | None, texts: list[str]) -> list[Heading] | None:
    """本年收入 | 本年支出 over 项目 | 预算数 | 项目 | 预算数 name the halves of the table and no amounts: 总计 is more than they say."""
    if upper is None or sum(map(names_labels, texts)) < _HALVES:
        return upper
    return [replace(heading, concepts=()) for heading in upper]


def _with_totals_named(upper: list[Heading] | None, caption: Heading) -> list[Heading] | None:
    """合计 over 预算数 | 决算数 in a table on the “三公” expenses: the total is of what the title names."""
    if upper is None or not caption.concepts:
        return upper
    return [
        replace(heading, concepts=caption.concepts) if _TOTAL.fullmatch(heading.text) else heading
        for heading in upper
    ]


def _of_kinds_of_bodies(headings: list[Heading], texts: list[str]) -> list[Heading]:
    """项目 | 合计 | 行政单位 | 事业单位 | …: the total is what a row names, the others are parts by the kind of body."""
    named = len(texts) >= _FEWEST_KINDS and texts[0] == "项目" and _TOTAL.fullmatch(texts[1])
    if not named or not all(_KIND_OF_BODY.fullmatch(text) for text in texts[2:]):
        return headings
    return [*headings[:2], *(replace(heading, ignored=True) for heading in headings[2:])]


def _divides_vehicles(upper: list[Heading] | None, headings: list[Heading]) -> bool:
    """Whether 小计 | 购置费 | 运行费 stand below 公务用车购置及运行费, whose merged cell became empty ones."""
    if upper is None or len(upper) != len(headings) or headings[0].text:
        return False
    group = Heading()
    for above, below in zip(upper, headings, strict=True):
        group = above if above.text else group
        if part_of_vehicles(below.text, group.concepts):
            return True
    return False


def _years_over_columns(row: tuple[Cell, ...], texts: list[str], lost: bool) -> bool:
    """Whether several years each stand over more than one column; a year over a single one says not what its amounts are.

    Where merged cells left nothing (``lost``) the row below tells it.
    """
    years = [at for at, text in enumerate(texts) if BARE_YEAR.fullmatch(text)]
    return len(years) >= _SEVERAL and (
        lost or all(row[at].column_span > 1 or (at + 1 < len(texts) and not texts[at + 1]) for at in years)
    )


def enter_headings(state: TableState, row: tuple[Cell, ...], texts: list[str], table: Table) -> None:
    """A row of headings: alone, or below those of an upper level. A row with a long cell is none."""
    if any(len(text) > LONGEST_LABEL for text in texts):
        return
    headings = with_control_rate(with_heads_in_service([read_heading(text) for text in texts]))
    headings = with_formulas(_of_kinds_of_bodies(headings, texts), texts)
    headings = with_cost_of_vehicles(with_parts_of_quota(headings))
    state.unit = next((unit for text in texts if (unit := unit_in(text))), state.unit)
    upper = _with_totals_named(_without_halves(state.headings, texts), state.caption)
    here = gridplaces.places(row)
    divides = state.open and len(here) > len(state.places) and any(h.text and h.neutral for h in headings)
    divides = divides and gridplaces.comparable(
        state.places, here
    )  # 小计 | 购置费 | 运行费 below one heading
    divides = divides or (state.open and _divides_vehicles(upper, headings))
    grouped = gridlevels.by_width(upper if state.open else state.unsaid, headings, row, table)
    divides = divides or grouped is not None
    if not (divides or _years_over_columns(row, texts, table.columns_lost)) and not any(
        heading.says_something or heading.heads_balance for heading in headings
    ):
        _enter_unsaid(state, headings, texts)
        return
    lost = table.columns_lost or (table.ragged and all(texts))
    if lost and upper is not None and state.open and valuecolumns.names_columns(texts):
        return
    if lost and upper:
        grouped = groupedcolumns.under_group(upper, headings) or grouped
    if grouped is not None:
        state.headings = grouped
    elif upper is not None and state.open and gridplaces.comparable(state.places, here):
        state.headings = gridplaces.merged(upper, state.places, headings, here)
    elif upper is not None and len(row) > len(upper) and not texts[0]:
        state.headings = merge_levels(upper, headings)
    elif upper is not None and len(row) == len(upper) and (not texts[0] or state.open):
        state.headings = stack_levels(upper, headings)
    else:
        state.headings = headings
        state.fund_block = state.by_income = False
        state.offset = 0
    state.headings = with_plain_budgets(without_adjustments(state.headings))
    state.headings = with_stage_of_changes(with_sources(spent_from(state.headings)))
    state.open, state.places, state.placed, state.unsaid = True, here, None, None


def _enter_unsaid(state: TableState, headings: list[Heading], texts: list[str]) -> None:
    """A row of headings that name no concept and no stage: over columns of something else, or over the headings of the next row."""
    counted = sum(_COUNTED_IN.search(text) is not None for text in texts)
    years = sum(BARE_YEAR.fullmatch(text) is not None for text in texts[1:])
    if counted >= _SEVERAL or years >= _SEVERAL:
        state.headings, state.open = (
            headings,
            True,
        )  # of columns that no concept has: none is named by its row
    elif groupedcolumns.names_groups(headings):
        state.unsaid = headings


def section_of(texts: list[str], headings: list[Heading] | None) -> Heading | None:
    """一、“三公”经费支出 | 1 | — | — in front of （一）支出合计: what a label without amounts names, for the rows below it."""
    if not _SECTION.match(texts[0]) or headings is None or len(headings) < len(texts):
        return None
    for text, heading in zip(texts[1:], headings[1:], strict=False):
        if parse_cell(text) and not heading.ignored:
            return None
        if text and not parse_cell(text) and not NOTHING.fullmatch(text):
            break  # the label of the other half
    named = read_heading(texts[0])
    return named if named.concepts == ("three_public_total",) else Heading()

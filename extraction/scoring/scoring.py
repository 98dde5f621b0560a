"""Scoring tables: one indicator a row, below headings, up to a total.

Belongs here: the order of rows, page breaks, the score of the table.
Does not belong here: headings (``scorecolumns``), a row's cells (``scoreitems``), points of several rows (``scoremerged``), the rows of
execution and of the total (``scoresums``); judging scores (SQL does) or amounts of money (``grids``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extraction.model import Cell, Figure, Indicator, Table
from extraction.scoring.scorecolumns import columns_of, columns_of_two
from extraction.scoring.scoreitems import Levels, read_item
from extraction.scoring.scoremerged import share_merged, shift
from extraction.scoring.scorerows import KIND_OF_ITEMS, is_section, placed, points_in
from extraction.scoring.scoresums import closes, execution_of, is_execution, is_sum_executed, total_of
from extraction.text.headnames import common_name
from extraction.text.normalise import folded

#: A title merged down at the left of the indicator rows; their own first cell is the first level.
_BLOCK_TITLE = re.compile(r"(?:年度)?绩效(?:指标|目标)(?:完成情况)?(?:\(.*\))?$")
_LEVEL = re.compile(
    r"(?:产出|效益|满意度|成本|投入|过程|效果|管理|履职|决策)[\u4e00-\u9fff]{0,4}(?:\(.*\))?$"
)
_TOTAL = re.compile(r"^(?:总分|合计|总计|得分合计|自评总分|总得分|合计得分)")
_POINTS_BEHIND = re.compile(r"(.*?)\((\d+(?:\.\d+)?)分?\)")
#: 一、预算编制 | 20
_MOST_OF_SECTION = 2
#: 效益指标(30分): a group of items by its name alone.
_GROUP = re.compile(
    r"(?P<name>(?:投入|过程|决策|管理|产出|效益|效果|成本|满意度)指标)(?:\((?P<points>\d+(?:\.\d+)?)分?\))?"
)
_SUBTOTAL = re.compile(r"^(?:小计|分项合计|本级小计)$")


@dataclass(frozen=True, slots=True)
class Scored:
    """The scoring part of a table: its rows, which row numbers they are, and where they end."""

    table_no: int = 0
    indicators: tuple[Indicator, ...] = ()
    rows: frozenset[int] = frozenset()
    end: int = -1
    score_heading: str = ""
    #: the columns and levels that still hold at the end of the table, where no total closed it
    columns: dict[str, int] | None = None
    width: int = 0
    levels: Levels = field(default_factory=dict)


def read_scoring(table: Table, last: Scored | None = None) -> Scored:
    """Read the rows of a table that give points; an empty result where it has none.

    Args:
        table: the table.
        last: the one before it, where nothing but a page's end stands between them: this one may be its rest.
    """
    rows = _Rows(table, last if last is not None and _is_rest(table, last) else Scored())
    for at, row in enumerate(table.rows):
        rows.take(at, row)
    return rows.scored()


class _Rows:
    """The rows of one table, taken in order: what they give points for, and what holds for those below them."""

    def __init__(self, table: Table, rest: Scored) -> None:
        self._table = table
        self._found: list[Indicator] = []
        self._consumed: set[int] = set()
        self._columns, self._width, self._heading = rest.columns, rest.width, rest.score_heading
        #: columns that held until a row that none of them fits: a total may yet close the table
        self._before: dict[str, int] | None = None
        self._levels = dict(rest.levels)

    def take(self, at: int, row: tuple[Cell, ...]) -> None:
        """Read the row at a place of the table."""
        if self._is_scored(at, row):
            self._consumed.add(row[0].row)

    def _is_scored(self, at: int, row: tuple[Cell, ...]) -> bool:
        """Whether a row, now read, belongs to the scoring part alone; that of execution holds amounts as well."""
        table, columns = self._table, self._columns
        texts = [common_name(folded(cell.text)) for cell in row]
        first = next((text for text in texts if text and not text.isdecimal()), "")
        named = columns_of(texts) or (columns_of_two(table.rows[at - 1], row, texts) if at else None)
        if named:
            self._enter_headings(at, texts, named)
            return True
        if is_execution(texts) or (columns is None and is_sum_executed(table, row, texts)):
            self._found.extend(execution_of(table, row))
            return False
        if columns is not None and _SUBTOTAL.match(first):
            return True  # its points are those of the rows above it
        if _TOTAL.match(first) and (columns or closes(texts, self._before)):
            self._found.append(total_of(table, row, columns or self._before or {}, self._width))
            self._columns = self._before = None
            return True
        if columns is not None and self._opens_section(texts):
            return True
        if columns is not None and self._enters_group(texts):
            return True
        if columns is not None and _is_row(table, row, texts, self._width):
            cells = placed(row, columns, self._width, table.columns_lost)
            self._found.extend(read_item(table, cells, texts, columns, self._levels) if cells else ())
            return bool(cells)
        if any(texts):
            self._columns, self._before = None, columns or self._before
        return False

    def _opens_section(self, texts: list[str]) -> bool:
        """Whether a row is the title of a section, with or without its points, of a rubric with names of one level."""
        filled = [text for text in texts if text]
        names = {"level_1", "level_2", "level_3"} & set(self._columns or {})
        if len(names) > 1 or not filled or len(filled) > _MOST_OF_SECTION or not is_section(filled[0]):
            return False
        points = points_in(filled[1]) if len(filled) > 1 else None
        if len(filled) > 1 and points is None:
            return False
        match = _POINTS_BEHIND.fullmatch(filled[0])
        self._levels["level_1"] = (match[1], match[2]) if match else (filled[0], points)
        return True

    def _enters_group(self, texts: list[str]) -> bool:
        """效益指标(30分) | 经济效益指标, and nothing else: the group of the rows below, where a copy lost its empty cells."""
        filled = [text for text in texts if text]
        groups = [_GROUP.fullmatch(text) for text in filled]
        if not filled or len(texts) >= self._width or not {"level_1", "level_2"} <= set(self._columns or {}):
            return False
        if not all(
            group or KIND_OF_ITEMS.fullmatch(text) for group, text in zip(groups, filled, strict=True)
        ):
            return False
        for group, text in zip(groups, filled, strict=True):
            if group:
                self._levels = {"level_1": (group["name"], group["points"])}
            else:
                self._levels["level_2"] = text, None
        return True

    def _enter_headings(self, at: int, texts: list[str], named: dict[str, int]) -> None:
        """Go on with these columns, without a title merged down at their left."""
        following = _first_below(self._table, at)
        offset = int(_BLOCK_TITLE.match(texts[0]) is not None and _LEVEL.match(following) is not None)
        texts = texts[offset:]
        beside = columns_of(texts) if offset else None
        named = beside or {name: index - offset for name, index in named.items()}
        self._heading = texts[named["score"]] if "score" in named else self._heading
        if self._columns is None:
            self._levels = {}
        self._columns, self._width = named, len(texts)

    def scored(self) -> Scored:
        """What all rows say together."""
        items = share_merged(shift(self._found))
        rows = self._table.rows
        end = max((row[-1].span.end for row in rows if row[0].row in self._consumed), default=-1)
        return Scored(
            self._table.number,
            tuple(items),
            frozenset(self._consumed),
            end,
            self._heading,
            self._columns,
            self._width,
            self._levels,
        )


def _first_below(table: Table, at: int) -> str:
    """The first cell of the first row below one that holds anything."""
    below = (row for row in table.rows[at + 1 :] if any(cell.text for cell in row))
    return folded(next(below, table.rows[at])[0].text)


def _is_rest(table: Table, last: Scored) -> bool:
    """Whether a table without headings goes on with the rows of the one before: as wide, with points below its points."""
    columns = last.columns
    row = next((row for row in table.rows if any(cell.text for cell in row)), ())
    if columns is None or table.columns_lost or len(row) != last.width:
        return False
    points = [columns[name] for name in ("full_marks", "score") if name in columns]
    names = [columns[name] for name in ("level_3", "level_2") if name in columns]
    named = any(row[at].text and points_in(row[at].text) is None for at in names)
    return named and len(points) > 1 and all(points_in(row[at].text) is not None for at in points)


def _is_row(table: Table, row: tuple[Cell, ...], texts: list[str], width: int) -> bool:
    """As wide as the headings; where columns are printed one by one, empty cells at the end may lack or abound."""
    if len(row) == width:
        return True
    return (table.ragged or table.columns_lost) and (len(row) < width or not any(texts[width:]))


def score_figures(scored: Scored, fiscal_year: int | None) -> Iterator[Figure]:
    """The total score of the table as a figure."""
    for row in scored.indicators:
        points = row.score or row.shifted_points
        if row.row_kind != "total" or points is None:
            continue
        review = "核查" in scored.score_heading or "复核" in scored.score_heading
        yield Figure(
            concept="review_score" if review else "self_evaluation_score",
            measure="level",
            stage=None,
            fiscal_year=fiscal_year,
            label=row.level_1 or "",
            value=points,
            unit="分",
            decimals=len(points.partition(".")[2]),
            value_base=Decimal(points),
            base_unit="points",
            printed=points,
            quote=points,
            source_kind="table",
            locator=row.locator,
            note=None if row.score else "stands in a column of words",
        )

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
from extraction.scoring.scorerows import placed, points_in
from extraction.scoring.scoresums import closes, execution_of, is_execution, is_sum_executed, total_of
from extraction.text.normalise import folded

#: A title merged down at the left of the indicator rows; their own first cell is the first level.
_BLOCK_TITLE = re.compile(r"(?:年度)?绩效(?:指标|目标)(?:完成情况)?(?:\(.*\))?$")
_LEVEL = re.compile(
    r"(?:产出|效益|满意度|成本|投入|过程|效果|管理|履职|决策)[\u4e00-\u9fff]{0,4}(?:\(.*\))?$"
)
_TOTAL = re.compile(r"^(?:总分|合计|总计|得分合计|自评总分|总得分|合计得分)")
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
    found: list[Indicator] = []
    consumed: set[int] = set()
    rest = last if last is not None and _is_rest(table, last) else Scored()
    columns, width, heading = rest.columns, rest.width, rest.score_heading
    before: dict[str, int] | None = None
    levels = dict(rest.levels)
    for at, row in enumerate(table.rows):
        texts = [folded(cell.text) for cell in row]
        named = columns_of(texts) or (columns_of_two(table.rows[at - 1], row, texts) if at else None)
        if named:
            following = _first_below(table, at)
            offset = int(_BLOCK_TITLE.match(texts[0]) is not None and _LEVEL.match(following) is not None)
            texts = texts[offset:]
            beside = columns_of(texts) if offset else None
            named = beside or {name: index - offset for name, index in named.items()}
            heading = texts[named["score"]] if "score" in named else heading
            if columns is None:
                levels = {}
            columns, width = named, len(texts)
            consumed.add(row[0].row)
        elif is_execution(texts) or (columns is None and is_sum_executed(table, row, texts)):
            found.extend(execution_of(table, row))
        elif columns is not None and _SUBTOTAL.match(next((t for t in texts if t), "")):
            consumed.add(row[0].row)  # its points are those of the rows above it
        elif (columns or closes(texts, before)) and _TOTAL.match(next((t for t in texts if t), "")):
            found.append(total_of(table, row, columns or before or {}, width))
            consumed.add(row[0].row)
            columns = before = None
        elif columns is not None and _is_row(table, row, texts, width):
            if cells := placed(row, columns, width, table.columns_lost):
                consumed.add(row[0].row)
                found.extend(read_item(table, cells, texts, columns, levels))
        elif any(texts):
            columns, before = None, columns or before
    items = share_merged(shift(found))
    end = max((row[-1].span.end for row in table.rows if row[0].row in consumed), default=-1)
    return Scored(table.number, tuple(items), frozenset(consumed), end, heading, columns, width, levels)


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

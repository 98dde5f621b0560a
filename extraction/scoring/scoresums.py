"""Rows of scoring tables that are no indicator: the score of budget execution, and the total.

Belongs here: recognising them, and finding their points where merged or empty cells moved them.
Does not belong here: indicators (``scoring``), headings (``scorecolumns``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.columns import funds
from extraction.model import Cell, Indicator, Locator, Table
from extraction.scoring.scorecolumns import columns_of
from extraction.scoring.scorerows import points_in
from extraction.tables import gridplaces
from extraction.text.headnames import common_name
from extraction.text.normalise import folded, squeeze
from extraction.text.numbers import parse_cell

#: 年度资金总额(万元), 年度总金额: how labels of the total of the funds block end.
_TOTAL_ENDS = ("总额", "总金额", ")", ":")
_RATE_CELL = re.compile(r"\d+(?:\.\d+)?%$")
#: (自评等级:优), which stands beside the points.
_GRADE = re.compile(r"\(?(?:自评|评价)?(?:等级|结果|档次):?[\u4e00-\u9fff]{0,4}\)?|[优良中差]")
#: 得分(20分*执行率): the full marks stand in the heading of the score.
_OUT_OF = re.compile(r"\((\d+)分?[*×]?执行率\)")
_ALL_MARKS = {"100", "100.0", "100.00"}
_POINT_COLUMNS = (re.compile(r"^(?:执行率)?(?:分值|权重)"), re.compile(r"^(?:执行率)?得分"))


def is_execution(texts: list[str]) -> bool:
    """Whether a row is the total of the funds block, which scores budget execution."""
    return (
        any(text.endswith(_TOTAL_ENDS) and funds.TOTAL.search(text) for text in texts)
        and sum(parse_cell(text) is not None for text in texts) >= 2
    )


def is_sum_executed(table: Table, row: tuple[Cell, ...], texts: list[str]) -> bool:
    """Whether a row 合计 stands below headings of the rate of execution and of points for it."""
    if next((text for text in texts if text), "") not in {"合计", "总计"}:
        return False
    above = next((above for above in reversed(table.rows[: row[0].row - 1]) if _has_points(above)), ())
    return any("执行率" in common_name(folded(cell.text)) for cell in above) and not columns_of(
        [folded(cell.text) for cell in above]
    )


def execution_of(table: Table, row: tuple[Cell, ...]) -> Iterator[Indicator]:
    """The row of the funds block that scores budget execution: 分值, 执行率, 得分 under its headings."""
    above = next((above for above in reversed(table.rows[: row[0].row - 1]) if _has_points(above)), None)
    if above is None:
        return
    names = _below(above, row)
    if not names:
        return
    marks, score = (
        next((i for i, n in enumerate(names) if pattern.match(n)), None) for pattern in _POINT_COLUMNS
    )
    full_marks = points_in(row[marks].text) if marks is not None else None
    if marks is None and score is not None and (stated := _OUT_OF.search(names[score])):
        full_marks = stated[1]
    points = points_in(row[score].text) if score is not None else None
    if full_marks is None and points is None:
        return
    anchor = row[score if score is not None else marks or 0]
    yield Indicator(
        row_kind="execution",
        locator=Locator(
            row[0].span.start, row[-1].span.end, table.page, table.number, anchor.row, anchor.column
        ),
        level_1="预算执行率",
        level_3="预算执行率",
        full_marks=full_marks,
        score=points,
    )


def _below(heading: tuple[Cell, ...], row: tuple[Cell, ...]) -> list[str]:
    """The headings of the row's cells; empty where it is not known which they are.

    Where the row begins later or earlier than the headings, the execution rate shows by how much; else the columns that
    merged cells cover tell.
    """
    names = [common_name(folded(cell.text)) for cell in heading]
    above, here = gridplaces.places(heading), gridplaces.places(row)
    if len(names) != len(row) and gridplaces.comparable(above, here):
        names = [names[at] for at in gridplaces.covering(above, here)]
    rate = next((at for at, name in enumerate(names) if "执行率" in name), None)
    printed = next((at for at, cell in enumerate(row) if _RATE_CELL.match(folded(cell.text))), None)
    offset = rate - printed if rate is not None and printed is not None else 0
    if offset > 0 and funds.is_over_labels(names, offset):
        names = names[offset:]
        return [*names, *[""] * len(row)][: len(row)]
    if offset < 0:
        names = [*[""] * -offset, *names]
        return names[: len(row)] if not any(names[len(row) :]) else []
    return names if len(names) == len(row) and offset == 0 else []


def _has_points(row: tuple[Cell, ...]) -> bool:
    names = [common_name(folded(cell.text)) for cell in row]
    return any(_POINT_COLUMNS[0].match(name) for name in names) or any(
        _POINT_COLUMNS[1].match(name) for name in names
    )


def closes(texts: list[str], before: dict[str, int] | None) -> bool:
    """Whether a row behind remarks (其他需要说明的事项) is the total of the rows before them: points, as many as columns of them."""
    points = (before or {}).keys() & {"full_marks", "score"}
    if len(points) < 2:
        return False
    said = [text for text in texts if text and not _GRADE.fullmatch(text)]
    return len(points) == len(said) - 1 and all(points_in(text) is not None for text in said[1:])


def total_of(table: Table, row: tuple[Cell, ...], columns: dict[str, int], width: int) -> Indicator:
    """The total row; where it is narrower its first cells were merged, or its last ones left out."""
    points = {columns[name] for name in ("full_marks", "score") if name in columns}
    numbers = {index for index, cell in enumerate(row) if points_in(cell.text)}
    left_out = table.ragged and numbers and numbers <= points
    shift = 0 if left_out else width - len(row)
    #: as many numbers as columns of points: each is in its own, wherever the merged cells before them ended
    in_order = dict(zip(sorted(points), sorted(numbers), strict=False)) if len(points) == len(numbers) else {}

    def cell(name: str) -> str | None:
        index = columns[name] - shift if name in columns else -1
        index = in_order.get(columns.get(name, -1), index)
        return points_in(row[index].text) if 0 <= index < len(row) else None

    words = {columns[name] - shift for name in ("reason", "criterion", "target", "actual") if name in columns}
    shifted = next(
        (points_in(row[i].text) for i in sorted(words) if 0 < i < len(row) and points_in(row[i].text)), None
    )
    if len(points) > 1 == len(numbers) and shifted in _ALL_MARKS:
        shifted = None  # 合计 | 100 |: the full marks of all rows, and no score
    anchor = next((c for c in reversed(row) if c.text), row[-1])
    return Indicator(
        row_kind="total",
        locator=Locator(
            anchor.span.start, anchor.span.end, table.page, table.number, anchor.row, anchor.column
        ),
        level_1=squeeze(next((c.text for c in row if c.text), "")),
        full_marks=cell("full_marks"),
        score=cell("score"),
        shifted_points=shifted if cell("score") is None else None,
    )

"""Scoring tables: one indicator a row, with its path, target, result, points and reason as printed.

Belongs here: the order of rows, filling merged cells downwards, page breaks, indicators.
Does not belong here: headings (``scorecolumns``), the rows of execution and of the total (``scoresums``); judging scores (SQL
does) or amounts of money (``grids``).

Numbers that stand in a column of words are kept there (``shifted_points``) and never moved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from extraction.celllines import PLACEHOLDER
from extraction.masking import mask
from extraction.model import Cell, Figure, Indicator, Locator, Table
from extraction.normalise import folded, squeeze
from extraction.records import replace
from extraction.scorecolumns import columns_of, columns_of_two
from extraction.scorerows import placed, points_in
from extraction.scoresums import closes, execution_of, is_execution, is_sum_executed, total_of

#: A title merged down at the left of the indicator rows; their own first cell is the first level.
_BLOCK_TITLE = re.compile(r"绩效指标(?:\(.*\))?$")
_LEVEL = re.compile(
    r"(?:产出|效益|满意度|成本|投入|过程|效果|管理|履职|决策)[\u4e00-\u9fff]{0,4}(?:\(.*\))?$"
)
_POINTS_IN_NAME = re.compile(r"^(?P<name>.*?)[(](?P<points>\d+(?:\.\d+)?)分?[)]$")
_EXECUTION = re.compile(r"(?:部门)?预算执行(?:率|情况)?(?:\(.*\))?$")
_TOTAL = re.compile(r"^(?:总分|合计|总计|得分合计|自评总分|总得分|合计得分)")
_SUBTOTAL = re.compile(r"^(?:小计|分项合计|本级小计)$")
_TARGET = re.compile(
    r"^(?P<operator>≥|≤|>=|<=|>|<|=|不低于|不少于|大于等于|不高于|不超过|小于等于|大于|小于|等于)?"
    r"(?P<value>-?\d+(?:\.\d+)?)(?P<unit>%|[\u4e00-\u9fff]{0,4}?)(?P<bound>\(含\)|及?以上|及?以[下内])?(?:\(含\))?$"
)
_OPERATORS = {
    "≥": ">=", "≤": "<=", "不低于": ">=", "不少于": ">=", "大于等于": ">=", "不高于": "<=", "不超过": "<=",
    "小于等于": "<=", "大于": ">", "小于": "<", "等于": "=",
}  # fmt: skip
#: level -> (name, points printed beside it)
_Levels = dict[str, tuple[str | None, str | None]]


@dataclass(frozen=True, slots=True)
class Scored:
    """The scoring part of a table: its rows, which row numbers they are, and where they end."""

    table_no: int = 0
    indicators: tuple[Indicator, ...] = ()
    rows: frozenset[int] = frozenset()
    end: int = -1
    score_heading: str = ""


def read_scoring(table: Table) -> Scored:
    """Read the rows of a table that give points; an empty result where it has none."""
    found: list[Indicator] = []
    consumed: set[int] = set()
    columns: dict[str, int] | None = None
    before: dict[str, int] | None = None
    heading = ""
    width = 0
    levels: _Levels = {}
    for at, row in enumerate(table.rows):
        texts = [folded(cell.text) for cell in row]
        named = columns_of(texts) or (columns_of_two(table.rows[at - 1], row, texts) if at else None)
        if named:
            following = folded(table.rows[at + 1][0].text) if at + 1 < len(table.rows) else ""
            offset = int(_BLOCK_TITLE.match(texts[0]) is not None and _LEVEL.match(following) is not None)
            named = {name: index - offset for name, index in named.items()}
            texts = texts[offset:]
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
                found.extend(_item(table, cells, texts, columns, levels))
        elif any(texts):
            columns, before = None, columns or before
    items = _share_merged(_shift(found))
    end = max((row[-1].span.end for row in table.rows if row[0].row in consumed), default=-1)
    return Scored(table.number, tuple(items), frozenset(consumed), end, heading)


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


def _item(
    table: Table, row: tuple[Cell, ...], texts: list[str], columns: dict[str, int], levels: _Levels
) -> Iterator[Indicator]:
    def printed(name: str) -> str:
        return row[columns[name]].text if name in columns else ""

    if not any(texts):
        return
    before = _name_before(row, columns)
    if before:
        levels.clear()
        levels["level_1"] = squeeze(before), None
    _fill_levels(printed, levels)
    name = mask(squeeze(before or printed("level_3"))) or None
    points, score = points_in(printed("full_marks")), points_in(printed("score"))
    if name and "full_marks" not in columns and (in_name := _POINTS_IN_NAME.match(folded(name))):
        name, points = name[: name.rindex("（" if "（" in name else "(")].rstrip(), in_name["points"]
    if points is None and score is None and (name is None or _nobody_filled(name, printed)):
        return
    target = _TARGET.match(folded(printed("target")))
    actual = _TARGET.match(folded(printed("actual")))
    anchor = row[columns.get("score", columns.get("full_marks", 0))]
    yield Indicator(
        row_kind="item",
        locator=Locator(
            row[0].span.start, row[-1].span.end, table.page, table.number, anchor.row, anchor.column
        ),
        level_1=levels.get("level_1", (None, None))[0],
        level_2=levels.get("level_2", (None, None))[0],
        level_3=name or levels.get("level_2", (None, None))[0],
        level_1_full_marks=levels.get("level_1", (None, None))[1],
        level_2_full_marks=levels.get("level_2", (None, None))[1],
        criterion=mask(printed("criterion")) or None,
        target_text=mask(printed("target")) or None,
        target_operator=_operator(target) if target else None,
        target_value=target["value"] if target else None,
        target_unit=(target["unit"] or None) if target else None,
        actual_text=mask(printed("actual")) or None,
        actual_value=actual["value"] if actual and not _operator(actual) else None,
        full_marks=points,
        score=score,
        reason=mask(printed("reason")) or None,
    )


def _name_before(row: tuple[Cell, ...], columns: dict[str, int]) -> str | None:
    """预算执行率 merged over all names, where the first column holds the title of the rows and is none of theirs."""
    names = [columns[level] for level in ("level_1", "level_2", "level_3") if level in columns]
    if not names or any(row[at].text for at in names):
        return None
    return next((cell.text for cell in row[: min(names)] if _EXECUTION.match(folded(cell.text))), None)


def _nobody_filled(name: str, printed: Callable[[str], str]) -> bool:
    """指标2, ……: a row that the blank form offers and that holds nothing."""
    return PLACEHOLDER.fullmatch(folded(name)) is not None and not (printed("target") or printed("actual"))


def _operator(target: re.Match[str]) -> str | None:
    """≥ before the number, or 以上 behind it."""
    if target["operator"]:
        return _OPERATORS.get(target["operator"], target["operator"])
    bound = target["bound"] or ""
    return ">=" if bound.endswith("以上") else "<=" if bound.endswith(("以下", "以内")) else None


def _fill_levels(printed: Callable[[str], str], levels: _Levels) -> None:
    """A cell merged downwards is printed once; its name holds until the next one."""
    for level in ("level_1", "level_2"):
        name = squeeze(printed(level))
        if not name:
            continue
        match = _POINTS_IN_NAME.match(folded(name))
        value = (
            (squeeze(match["name"]), match["points"])
            if match
            else (name, points_in(printed(f"{level}_marks")))
        )
        if level == "level_1" and levels.get("level_1") != value:
            levels.pop("level_2", None)
        levels[level] = value


def _shift(found: list[Indicator]) -> list[Indicator]:
    """Where no row has points and most reasons are bare numbers, those numbers are points in the wrong column."""
    items = [row for row in found if row.row_kind == "item"]
    bare = [row for row in items if row.reason and points_in(row.reason)]
    if any(row.score or row.full_marks for row in items) or 2 * len(bare) <= len(items):
        return found
    return [
        replace(row, shifted_points=points_in(row.reason), reason=None)
        if row.row_kind == "item" and row.reason and points_in(row.reason)
        else row
        for row in found
    ]


def _share_merged(found: list[Indicator]) -> list[Indicator]:
    """Rows whose points stand in one merged cell: the first carries them, those below are blank."""
    result = list(found)
    group = 0
    start = 0
    while start < len(result):
        end = start + 1
        while end < len(result) and _continues(result[start], result[end]):
            end += 1
        first = result[start]
        scores = sum((Decimal(row.score or 0) for row in result[start:end]), Decimal(0))
        if end > start + 1 and first.full_marks and Decimal(first.score or 0) < Decimal(first.full_marks):
            group += 1
            for index in range(start, end):
                result[index] = replace(
                    result[index], full_marks=None, shared_full_marks=first.full_marks, shared_group=group
                )
        start = end if scores or end > start else start + 1
    return result


def _continues(first: Indicator, row: Indicator) -> bool:
    same = (first.row_kind, first.level_1, first.level_2) == (row.row_kind, row.level_1, row.level_2)
    return (
        same
        and row.row_kind == "item"
        and first.full_marks is not None
        and row.full_marks is None
        and row.score is not None
    )

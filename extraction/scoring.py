"""Scoring tables: one indicator a row, with its path, target, result, points and reason as printed.

Belongs here: recognising the headings, filling merged cells downwards, page breaks, total rows.
Does not belong here: judging scores (SQL does) or amounts of money (``grids``).

Numbers that stand in a column of words are kept there (``shifted_points``) and never moved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from extraction import funds, gridplaces
from extraction.celllines import PLACEHOLDER
from extraction.masking import mask
from extraction.model import Cell, Figure, Indicator, Locator, Table
from extraction.normalise import folded, squeeze
from extraction.numbers import parse_cell
from extraction.records import replace
from extraction.scorerows import placed, points_in

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("level_1", re.compile(r"^(?:一级指标|指标类型|指标类别)")),
    ("level_2", re.compile(r"^二级指标")),
    ("level_3", re.compile(r"^(?:三级指标|四级指标|指标名称|具体指标|评价指标|评价内容|指标内容|指标)$")),
    ("criterion", re.compile(r"评分标准|评分细则|评价标准|计分标准|评分办法|指标解释|指标说明")),
    ("target", re.compile(r"^(?:年度)?(?:指标值|目标值|计划值|绩效目标)|预期指标值")),
    ("actual", re.compile(r"^(?:全年)?(?:实际)?完成(?:值|情况|数)|^实际值|实际完成")),
    ("full_marks", re.compile(r"^(?:标准|指标)?(?:分值|权重|满分|标准分|分数|权数)(?:\(.*\))?$")),
    (
        "score",
        re.compile(r"^(?:自评|评价|实际|核查|复核)?(?:得分|评分|分数|自评分|自评分值|得分情况)(?:\(.*\))?$"),
    ),
    ("reason", re.compile(r"扣分|偏差|原因|备注|说明|改进措施")),
)
#: A title merged down at the left of the indicator rows; their own first cell is the first level.
_BLOCK_TITLE = re.compile(r"绩效指标(?:\(.*\))?$")
_LEVEL = re.compile(
    r"(?:产出|效益|满意度|成本|投入|过程|效果|管理|履职|决策)[\u4e00-\u9fff]{0,4}(?:\(.*\))?$"
)
_NAMES = {"三级指标", "指标名称"}
_MAY_HEAD = re.compile(r"指标|内容|标准|细则|分值|权重|满分|分数|得分|评分|自评分")
_FEWEST_HEADINGS = 3
_POINTS_IN_NAME = re.compile(r"^(?P<name>.*?)[(](?P<points>\d+(?:\.\d+)?)分?[)]$")
_TOTAL = re.compile(r"^(?:总分|合计|总计|得分合计|自评总分|总得分|合计得分)")
#: 年度资金总额(万元), 年度总金额: how labels of the total of the funds block end.
_TOTAL_ENDS = ("总额", "总金额", ")", ":")
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
        named = _columns(texts) or (_columns_of_two(table.rows[at - 1], row, texts) if at else None)
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
        elif _is_execution(texts) or (columns is None and _is_sum_executed(table, row, texts)):
            found.extend(_execution(table, row))
        elif columns is not None and _SUBTOTAL.match(next((t for t in texts if t), "")):
            consumed.add(row[0].row)  # its points are those of the rows above it
        elif (columns or _closes(texts, before)) and _TOTAL.match(next((t for t in texts if t), "")):
            found.append(_total(table, row, columns or before or {}, width))
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


def _closes(texts: list[str], before: dict[str, int] | None) -> bool:
    """Whether a row behind remarks (其他需要说明的事项) is the total of the rows before them: points, as many as columns of them."""
    points = (before or {}).keys() & {"full_marks", "score"}
    said = [text for text in texts if text]
    return len(points) == len(said) - 1 > 1 and all(points_in(text) is not None for text in said[1:])


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


def _columns(texts: list[str]) -> dict[str, int] | None:
    """Positions of the headings of a scoring table; None when the row is no such heading.

    Where every level has a column of points (一级指标 | 分值 | 二级指标 | 分值 | …), each belongs to the level before it.
    """
    if sum(map(bool, map(_MAY_HEAD.search, texts))) < _FEWEST_HEADINGS:
        return None
    found: dict[str, int] = {}
    level = ""
    for index, text in enumerate(texts):
        name = next((name for name, pattern in _COLUMNS if pattern.search(text)), "")
        level = name if name.startswith("level_") else level
        if name == "full_marks" and level in {"level_1", "level_2"} and name not in found:
            found.setdefault(f"{level}_marks", index)
        elif name:
            found.setdefault(name, index)
    if "full_marks" not in found and "level_3" not in found:  # the deepest level carries the points
        deepest = next((key for key in ("level_2_marks", "level_1_marks") if key in found), None)
        if deepest:
            found["full_marks"] = found.pop(deepest)
    levels = found.keys() & {"level_1", "level_2", "level_3"}
    points = found.keys() & {"full_marks", "score"}
    return found if len(levels) + len(points) >= 3 and levels and points else None


def _columns_of_two(
    upper: tuple[Cell, ...], row: tuple[Cell, ...], texts: list[str]
) -> dict[str, int] | None:
    """The same for headings of two rows: 年度指标值 | 分值 | 得分 over 一级指标 | … | 指标值 | 度量单位."""
    if not any(text in _NAMES for text in texts):
        return None
    above, here = gridplaces.places(upper), gridplaces.places(row)
    if above[-1][1] != here[-1][1]:
        return None
    over = [folded(upper[index].text) for index in gridplaces.covering(above, here)]
    return _columns([text or head for text, head in zip(texts, over, strict=True)])


def _item(
    table: Table, row: tuple[Cell, ...], texts: list[str], columns: dict[str, int], levels: _Levels
) -> Iterator[Indicator]:
    def printed(name: str) -> str:
        return row[columns[name]].text if name in columns else ""

    if not any(texts):
        return
    _fill_levels(printed, levels)
    name = mask(squeeze(printed("level_3"))) or None
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


def _is_execution(texts: list[str]) -> bool:
    return (
        any(text.endswith(_TOTAL_ENDS) and funds.TOTAL.search(text) for text in texts)
        and sum(parse_cell(text) is not None for text in texts) >= 2
    )


def _is_sum_executed(table: Table, row: tuple[Cell, ...], texts: list[str]) -> bool:
    """Whether a row 合计 stands below headings of the rate of execution and of points for it."""
    if next((text for text in texts if text), "") not in {"合计", "总计"}:
        return False
    above = next((above for above in reversed(table.rows[: row[0].row - 1]) if _has_points(above)), ())
    return any("执行率" in folded(cell.text) for cell in above) and not _columns(
        [folded(cell.text) for cell in above]
    )


def _execution(table: Table, row: tuple[Cell, ...]) -> Iterator[Indicator]:
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
    names = [folded(cell.text) for cell in heading]
    above, here = gridplaces.places(heading), gridplaces.places(row)
    if len(names) != len(row) and gridplaces.comparable(above, here):
        names = [names[at] for at in gridplaces.covering(above, here)]
    rate = next((at for at, name in enumerate(names) if "执行率" in name), None)
    printed = next((at for at, cell in enumerate(row) if _RATE_CELL.match(folded(cell.text))), None)
    offset = rate - printed if rate is not None and printed is not None else 0
    if offset > 0 and funds.BLOCK_TITLE.search(names[offset]):
        names = names[offset:]
        return [*names, *[""] * len(row)][: len(row)]
    if offset < 0:
        names = [*[""] * -offset, *names]
        return names[: len(row)] if not any(names[len(row) :]) else []
    return names if len(names) == len(row) and offset == 0 else []


_RATE_CELL = re.compile(r"\d+(?:\.\d+)?%$")
_POINT_COLUMNS = (re.compile(r"^(?:分值|权重)"), re.compile(r"^得分"))


def _has_points(row: tuple[Cell, ...]) -> bool:
    names = [folded(cell.text) for cell in row]
    return any(_POINT_COLUMNS[0].match(name) for name in names) or any(
        _POINT_COLUMNS[1].match(name) for name in names
    )


def _total(table: Table, row: tuple[Cell, ...], columns: dict[str, int], width: int) -> Indicator:
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

"""One indicator of a scoring table: its path, target, result, points and reason as printed.

Belongs here: what the cells of a row say, with names merged downwards.
Does not belong here: the order of rows (``scoring``), points merged over several of them (``scoremerged``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extraction.flattened.cells.celllines import PLACEHOLDER
from extraction.model import Cell, Indicator, Locator, Table
from extraction.privacy.masking import mask
from extraction.scoring.scorerows import KIND_OF_ITEMS, points_before_rate, points_in
from extraction.text.normalise import folded, squeeze

_POINTS_IN_NAME = re.compile(r"^(?P<name>.*?)[(](?P<points>\d+(?:\.\d+)?)分?[)]$")
_EXECUTION = re.compile(r"(?:部门)?预算执行(?:率|情况)?(?:\(.*\))?$")
_TARGET = re.compile(
    r"^(?P<operator>≥|≤|>=|<=|>|<|=|不低于|不少于|大于等于|不高于|不超过|小于等于|大于|小于|等于)?"
    r"(?P<value>-?\d+(?:\.\d+)?)(?P<unit>%|[\u4e00-\u9fff]{0,4}?)(?P<bound>\(含\)|及?以上|及?以[下内])?(?:\(含\))?$"
)
_OPERATORS = {
    "≥": ">=", "≤": "<=", "不低于": ">=", "不少于": ">=", "大于等于": ">=", "不高于": "<=", "不超过": "<=",
    "小于等于": "<=", "大于": ">", "小于": "<", "等于": "=",
}  # fmt: skip
_UPPER = ("level_1", "level_2")
#: level -> (name, points printed beside it)
Levels = dict[str, tuple[str | None, str | None]]


def read_item(
    table: Table, row: tuple[Cell, ...], texts: list[str], columns: dict[str, int], levels: Levels
) -> Iterator[Indicator]:
    """The indicator of a row; none where nobody filled it in. ``levels`` keeps what merged cells above say."""

    def printed(name: str) -> str:
        return row[columns[name]].text if name in columns else ""

    if not any(texts) or _is_moved(printed):
        return
    before = _name_before(row, columns)
    if before:
        levels.clear()
        levels["level_1"] = squeeze(before), None
    _fill_levels(printed, levels)
    name, points = _name_and_points(before or printed("level_3"), printed, "full_marks" in columns)
    score = points_in(printed("score"))
    points = points or points_before_rate(printed("full_marks"), score)
    if points is None and score is None and (name is None or _nobody_filled(name, columns, printed)):
        return
    operator, value, unit = _measured(printed("target"))
    reached_operator, reached, _ = _measured(printed("actual"))
    (level_1, marks_1), (level_2, marks_2) = (levels.get(level, (None, None)) for level in _UPPER)
    anchor = row[columns.get("score", columns.get("full_marks", 0))]
    yield Indicator(
        row_kind="item",
        locator=Locator(
            row[0].span.start, row[-1].span.end, table.page, table.number, anchor.row, anchor.column
        ),
        level_1=level_1,
        level_2=level_2,
        level_3=name or level_2,
        level_1_full_marks=marks_1,
        level_2_full_marks=marks_2,
        criterion=mask(printed("criterion")) or None,
        target_text=mask(printed("target")) or None,
        target_operator=operator,
        target_value=value,
        target_unit=unit,
        actual_text=mask(printed("actual")) or None,
        actual_value=None if reached_operator else reached,
        full_marks=points,
        score=score,
        reason=mask(printed("reason")) or None,
    )


def _name_and_points(
    words: str, printed: Callable[[str], str], has_column: bool
) -> tuple[str | None, str | None]:
    """The name of an indicator and its points, which stand behind the name where no column is theirs: 产出数量（10分）."""
    name = mask(squeeze(words)) or None
    if name and not has_column and (in_name := _POINTS_IN_NAME.match(folded(name))):
        return name[: name.rindex("（" if "（" in name else "(")].rstrip(), in_name["points"]
    return name, points_in(printed("full_marks"))


def _name_before(row: tuple[Cell, ...], columns: dict[str, int]) -> str | None:
    """预算执行率 merged over all names, where the first column holds the title of the rows and is none of theirs."""
    names = [columns[level] for level in ("level_1", "level_2", "level_3") if level in columns]
    if not names or any(row[at].text for at in names):
        return None
    return next((cell.text for cell in row[: min(names)] if _EXECUTION.match(folded(cell.text))), None)


def _is_moved(printed: Callable[[str], str]) -> bool:
    """Whether a row without points has a number or a group of items for a name: it lost cells, and what stands where is not known."""
    if points_in(printed("full_marks")) is not None:
        return False
    if points_in(printed("score")) is not None:
        return KIND_OF_ITEMS.fullmatch(folded(printed("level_3"))) is not None
    return any(points_in(printed(level)) is not None for level in ("level_1", "level_2", "level_3"))


def _nobody_filled(name: str, columns: dict[str, int], printed: Callable[[str], str]) -> bool:
    """指标2, ……: a row that the blank form offers and that holds nothing; a name alone beside columns of targets, where a copy ends.

    A number among the reasons is the points of a row that was moved: somebody filled it in.
    """
    asked = "target" in columns or PLACEHOLDER.fullmatch(folded(name)) is not None
    moved = points_in(printed("reason")) is not None
    return asked and not (moved or printed("target") or printed("actual"))


def _measured(words: str) -> tuple[str | None, str | None, str | None]:
    """Operator, number and unit of a target or a result: ≥95%; nothing where the words are no number."""
    match = _TARGET.match(folded(words))
    return (_operator(match), match["value"], match["unit"] or None) if match else (None, None, None)


def _operator(target: re.Match[str]) -> str | None:
    """≥ before the number, or 以上 behind it."""
    if target["operator"]:
        return _OPERATORS.get(target["operator"], target["operator"])
    bound = target["bound"] or ""
    return ">=" if bound.endswith("以上") else "<=" if bound.endswith(("以下", "以内")) else None


def _fill_levels(printed: Callable[[str], str], levels: Levels) -> None:
    """A cell merged downwards is printed once; its name holds until the next one."""
    for level in _UPPER:
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

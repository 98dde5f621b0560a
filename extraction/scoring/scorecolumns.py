"""Headings of scoring tables: which column holds levels, names, targets, results, points and reasons.

Belongs here: recognising a row of headings, also one of two rows.
Does not belong here: the rows below it (``scoring``, ``scoresums``).
"""

from __future__ import annotations

import re

from extraction.model import Cell
from extraction.tables import gridplaces
from extraction.text.headnames import common_name
from extraction.text.normalise import folded

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("level_1", re.compile(r"^(?:一级指标|指标类型|指标类别|类别$)")),
    ("level_2", re.compile(r"^二级指标")),
    ("level_3", re.compile(r"^(?:三级指标|四级指标|指标名称|评价指标|评价内容|指标内容|指标)$")),
    (
        "criterion",
        re.compile(
            r"评分标准|评分细则|评价标准|计分标准|评分办法|指标解释|指标说明|(?:评价|考核|考评|评分)要点"
        ),
    ),
    ("target", re.compile(r"^(?:年度|年初|预期)?(?:指标值|目标值|计划值)|^(?:年度)?绩效目标|预期指标值")),
    ("actual", re.compile(r"^(?:全年)?(?:实际)?完成(?:值|情况|数)|^实际值|实际完成")),
    (
        "full_marks",
        re.compile(r"^(?:标准|指标|参考)?(?>(?:分值|权重|满分值?|标准分|分数|权数){1,2})(?:\(.*\))?$"),
    ),
    (
        "score",
        re.compile(
            r"^(?:单位|部门|指标)?(?:自评|评价|实际|实|核查|复核|复评|考评|考核)?(?:得分|评分|分数|自评分|自评分值|得分情况|得分值)(?:\(.*\))?$"
        ),
    ),
    ("reason", re.compile(r"扣分|偏差|原因|备注|说明|改进措施")),
)
#: Names the item where there are four levels; the third is then one above it.
_DEEPEST = "四级指标"
#: Heads groups of items where a heading of their names stands behind it.
_GROUPS = {"评价内容", "指标内容"}
#: One heading over the names of several levels.
_OVER_NAMES = {"绩效指标", "评价指标", "指标", "考核指标"}
#: Heads the names where nothing else does: 绩效指标 | 目标值 | 完成值 | 分值 | 得分.
_PLAIN_NAMES = {"绩效指标", "考核指标", "指标项目"}
#: The same beside points and scores, where no column is of money: 序号 | 项目 | 分值 | 自评得分.
ITEMS = {"项目", "评价项目", "考核项目", "自评项目", "考评项目"}
_MONEY = re.compile(r"预算|执行|决算|金额|资金|支出")
_NAMES = {"三级指标", "指标名称"}
#: What stands below 一级指标 where its name and its points have columns of their own.
_OF_LEVEL = {"名称", "指标名称", "指标", "内容"}
_MAY_HEAD = re.compile(r"指标|内容|标准|细则|分值|权重|满分|分数|得分|评分|自评分")
_VALUE = re.compile(r"(?:指标|目标)值")
_FEWEST_HEADINGS = 3


def kind_of(text: str) -> str:
    """What stands in the column that a folded text heads; empty where it heads none of a scoring table."""
    text = common_name(text)
    if text in _OVER_NAMES:
        return "level_1"
    return next((name for name, pattern in _COLUMNS if pattern.search(text)), "")


def columns_of(texts: list[str]) -> dict[str, int] | None:
    """Positions of the headings of a scoring table; None when the row is no such heading.

    Where every level has a column of points (一级指标 | 分值 | 二级指标 | 分值 | …), each belongs to the level before it.
    """
    texts = [common_name(text) for text in texts]
    items = [at for at, text in enumerate(texts) if text in ITEMS]
    plain = items if items and not any(map(_MONEY.search, texts)) else []
    if sum(map(bool, map(_MAY_HEAD.search, texts))) + len(plain) < _FEWEST_HEADINGS:
        return None
    found: dict[str, int] = {}
    level = ""
    for index, text in enumerate(texts):
        name = next((name for name, pattern in _COLUMNS if pattern.search(text)), "")
        if name == "target" and text.endswith("绩效目标") and any(map(_VALUE.search, texts[index + 1 :])):
            continue  # the goals of the whole project, beside a column of targets
        level = name if name.startswith("level_") else level
        if name == "full_marks" and level in {"level_1", "level_2"} and name not in found:
            found.setdefault(f"{level}_marks", index)
        elif name == "level_3" and _names_groups(texts, found):
            found["level_1"], found["level_3"] = found["level_3"], index
        elif name and (text == _DEEPEST or found.setdefault(name, index) == index):
            found[name] = index
    if "full_marks" not in found and "level_3" not in found:  # the deepest level carries the points
        deepest = next((key for key in ("level_2_marks", "level_1_marks") if key in found), None)
        if deepest:
            found["full_marks"] = found.pop(deepest)
    if not found.keys() & {"level_1", "level_2", "level_3"}:
        found |= _plain_names(texts, found, plain)
    levels = found.keys() & {"level_1", "level_2", "level_3"}
    points = found.keys() & {"full_marks", "score"}
    return found if len(levels) + len(points) >= 3 and levels and points else None


def _plain_names(texts: list[str], found: dict[str, int], items: list[int]) -> dict[str, int]:
    """The column of names that nothing but its neighbours tells."""
    if "target" in found:
        items = [at for at, text in enumerate(texts) if text in _PLAIN_NAMES]
    elif not {"full_marks", "score"} <= found.keys():
        items = []
    return {"level_3": items[0]} if items else {}


def _names_groups(texts: list[str], found: dict[str, int]) -> bool:
    """评价内容 | 评价指标: the first of two headings of names, where nothing heads a level, is that of groups."""
    return "level_1" not in found and "level_3" in found and texts[found["level_3"]] in _GROUPS


def columns_of_two(upper: tuple[Cell, ...], row: tuple[Cell, ...], texts: list[str]) -> dict[str, int] | None:
    """The same for headings of two rows: 年度指标值 | 分值 | 得分 over 一级指标 | … | 指标值 | 度量单位.

    Also for 一级指标 | 二级指标 | … over 名称 | 权重 | 名称 | 权重 | ….
    """
    names = [at for at, text in enumerate(texts) if text in _OF_LEVEL]
    if len(names) > 1:
        return _columns_of_levels(upper, row, texts, names)
    if _NAMES.isdisjoint(texts):
        return None
    above, here = gridplaces.places(upper), gridplaces.places(row)
    if above[-1][1] != here[-1][1]:
        return None
    over = [folded(upper[index].text) for index in gridplaces.covering(above, here)]
    return columns_of([text or head for text, head in zip(texts, over, strict=True)])


def _columns_of_levels(
    upper: tuple[Cell, ...], row: tuple[Cell, ...], texts: list[str], names: list[int]
) -> dict[str, int] | None:
    """名称 | 权重 below each level; the heading above stands over both, or over the first with an empty cell beside it."""
    above, here = gridplaces.places(upper), gridplaces.places(row)
    if above[-1][1] != here[-1][1]:
        return None
    over = [folded(upper[index].text) for index in gridplaces.covering(above, here)]
    heads = [
        head if at in names or not text else text
        for at, (text, head) in enumerate(zip(texts, over, strict=True))
    ]
    levels = [heads[at] for at in names]
    return columns_of(heads) if all(levels) and len(set(levels)) == len(levels) else None

"""Headings of rubrics whose rows are told by their points: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 评分标准 | 得分.

Belongs here: which columns such headings stand over, with points for every level or for the last one alone.
Does not belong here: the rows below them (``streampoints``), headings with targets and results (``streamindicators``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.records import record
from extraction.scoring.scorecolumns import ITEMS, kind_of

_FIRST = re.compile(r"指标|序号|编号|内容|类别|项目")
_NUMBER = re.compile(r"序号|编号")
_RATE = re.compile(r"得分率(?:\(%\))?")
_FEWEST_HEADS = 3
_MOST_HEADS = 14
_MOST_LEVELS = 3


@record(frozen=True, slots=True)
class Heads:
    """What stands in the columns: names of levels, each with points or the last alone; and the columns behind them."""

    #: index of the heading of each level, and of its points, -1 where it has none
    levels: tuple[tuple[int, int], ...]
    #: kinds and indices of the columns behind the last points
    tail: tuple[tuple[str, int], ...]
    #: the column of a criterion between the names and their points, -1 where there is none
    before: int
    count: int

    @property
    def nested(self) -> bool:
        """Whether every level has points."""
        return len(self.levels) > 1 and all(marks >= 0 for _, marks in self.levels)


def may_head_names(word: str) -> bool:
    """Whether a word can be the first heading of such a rubric."""
    return _FIRST.search(word) is not None and _kind(word) in {"number", "level_1", "level_3"}


def heads_of(words: Sequence[str], at: int = 0) -> Heads | None:
    """The headings of such a rubric that begin at a word; None where they are those of another table."""
    kinds: list[str] = []
    while at + len(kinds) < len(words) and len(kinds) <= _MOST_HEADS:
        kind = _kind(words[at + len(kinds)])
        if not kind:
            break
        kinds.append("criterion" if kind == "level_3" and kind in kinds else kind)
    if not _FEWEST_HEADS <= len(kinds) <= _MOST_HEADS or {"target", "actual"} & set(kinds):
        return None
    levels = [index for index, kind in enumerate(kinds) if kind.startswith("level_")]
    marks = [index for index, kind in enumerate(kinds) if kind == "full_marks"]
    if not levels or len(levels) > _MOST_LEVELS or not marks or "score" not in kinds:
        return None
    if "number" in kinds[1:]:
        return None
    return _in_order(kinds, levels, marks)


def _in_order(kinds: Sequence[str], levels: Sequence[int], marks: Sequence[int]) -> Heads | None:
    """The headings, where names and points come before all else, but for one criterion between them."""
    first, last = levels[0], marks[-1]
    tail = tuple((kind, index) for index, kind in enumerate(kinds) if index > last)
    front = kinds[first : last + 1]
    before = front.index("criterion") + first if "criterion" in front else -1
    if "score" in front or "reason" in front or len(front) != len(levels) + len(marks) + (before >= 0):
        return None
    if len(marks) == len(levels) and all(
        mark == level + 1 for level, mark in zip(levels, marks, strict=True)
    ):
        pairs = tuple(zip(levels, marks, strict=True))
    elif len(marks) == 1 and (before < 0 or len(levels) == 1):
        pairs = (*((level, -1) for level in levels[:-1]), (levels[-1], marks[0]))
    else:
        return None
    return Heads(pairs, tail, before, len(kinds))


def _kind(word: str) -> str:
    if _RATE.fullmatch(word):
        return "rate"
    if word in ITEMS:
        return "level_3"
    return "number" if _NUMBER.fullmatch(word) else kind_of(word)

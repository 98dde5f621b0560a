"""A scoring table whose marks, scores, total and grade agree.

Belongs here: rows with full marks and scores, and what they add up to.
Does not belong here: the way a report prints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

_TREE: tuple[tuple[str, int, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    ("投入", 15, (("目标设定", ("绩效目标合理性", "绩效指标明确性")), ("预算配置", ("在职人员控制情况", "重点支出安排情况")))),
    (
        "过程",
        35,
        (
            ("预算执行", ("支出进度管理", "结转结余管理", "公用经费管控")),
            ("预算管理", ("管理制度健全性", "资金使用合规性", "预决算信息公开")),
            ("资产管理", ("资产管理规范性", "资产账实相符")),
        ),
    ),
    ("产出", 30, (("履职数量", ("重点工作完成情况", "日常工作完成情况")), ("履职质量", ("质量达标情况", "完成及时性")))),
    ("效果", 20, (("履职效益", ("社会效益", "可持续影响")), ("满意度", ("服务对象评价",)))),
)  # fmt: skip
_REASONS = ("个别任务跨年实施", "台账资料不够完整", "支付进度偏慢", "宣传力度不足")
_BANDS = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))


@dataclass(frozen=True, slots=True)
class Row:
    """One item with its full marks and score; ``reason`` says why points were lost."""

    level_1: str
    level_1_marks: int
    level_2: str
    level_3: str
    full: Decimal
    score: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """The rows of a scoring table and their grade."""

    rows: tuple[Row, ...]

    @property
    def total(self) -> Decimal:
        """Sum of the scores."""
        return sum((row.score for row in self.rows), Decimal(0))

    @property
    def full(self) -> Decimal:
        """Sum of the full marks."""
        return sum((row.full for row in self.rows), Decimal(0))

    @property
    def grade(self) -> str:
        """The grade that the national bands give to the total."""
        return grade_of(self.total)


def grade_of(score: Decimal) -> str:
    """Grade by the national bands: 90, 80, 60."""
    return next(grade for low, grade in _BANDS if score >= low)


def draw_rubric(rng: Random) -> Rubric:
    """A table of 100 points in four groups; few or many points lost."""
    careless = rng.choice((0.1, 0.25, 0.7))
    rows = []
    for level_1, marks, groups in _TREE:
        items = [(level_2, level_3) for level_2, names in groups for level_3 in names]
        for (level_2, level_3), full in zip(items, _split_marks(rng, marks, len(items)), strict=True):
            lost = min(Decimal(rng.choice(("0.5", "1", "1.5", "2"))), Decimal(full) / 2)
            lost = lost if rng.random() < careless else Decimal(0)
            reason = rng.choice(_REASONS) if lost else ""
            rows.append(Row(level_1, marks, level_2, level_3, Decimal(full), Decimal(full) - lost, reason))
    return Rubric(tuple(rows))


def _split_marks(rng: Random, marks: int, count: int) -> list[int]:
    parts = [marks // count] * count
    for index in range(marks % count):
        parts[index] += 1
    if count > 1 and parts[-1] > 3:
        moved = rng.randint(0, 2)
        parts[0] += moved
        parts[-1] -= moved
    return parts

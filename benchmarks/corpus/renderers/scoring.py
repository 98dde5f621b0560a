"""Scoring tables with merged group cells, marks printed in the group name, and a row of totals.

Belongs here: rows of the rubric for any kind of table.
Does not belong here: how a table becomes lines (``tables``).
"""

from __future__ import annotations

from decimal import Decimal

from benchmarks.corpus.renderers.tables import Maker
from benchmarks.corpus.writer import Writer

_HEAD = ("一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因")


def scoring_table(writer: Writer, make: Maker, page_break: bool = False) -> str:
    """The table; with ``page_break`` its heading is printed again in the middle."""
    rows: list[list[str]] = [list(_HEAD)]
    removable: list[int] = []
    before = ("", "")
    items = writer.rubric_rows()
    for number, (row, full, score) in enumerate(items):
        starts_group = row.level_1 != before[0]
        if page_break and starts_group and row.level_1 == "产出":
            rows.append(list(_HEAD))
        group = (
            f"{row.level_1}（{writer.marks(Decimal(row.level_1_marks), number)}分）" if starts_group else ""
        )
        rows.append(
            [group, row.level_2 if row.level_2 != before[1] else "", row.level_3, full, score, row.reason]
        )
        if row.level_2 == before[1]:
            removable.append(len(rows) - 1)
        before = (row.level_1, row.level_2)
    rows.append(["合计", "", "", writer.marks(writer.accounts.rubric.full), writer.score("", "rubric"), ""])
    return make(rows, removable, writer.part)

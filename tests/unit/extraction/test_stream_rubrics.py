"""Rubrics with every cell on a line of its own: one heading over names of two levels, criteria in free words."""

from __future__ import annotations

import pytest

HEAD = ["绩效指标", "指标分值", "计分标准", "自评得分", "备注"]
ROWS = [
    ["预算管理（60分）", "目标制定", "30", "要素完整的得30分；缺一项扣5分", "28", ""],
    ["编制准确", "30", "得分=30×（1-追加÷年初预算）", "25", "年中有追加"],
    ["结果应用（40分）", "信息公开", "40", "按要求公开的得满分", "40", ""],
    ["合计", "100", "", "93", ""],
]


def _items(found):
    return [(r.level_1, r.level_3, r.full_marks, r.score) for r in found.indicators if r.row_kind == "item"]


def closed_by_bars(rows) -> str:
    return "".join(f"{cell} |\n" if cell else "|\n" for row in rows for cell in row) + "\n"


def test_how_many_names_a_row_has_is_told_by_its_points(read):
    found = read(closed_by_bars([HEAD, *ROWS]))
    assert _items(found) == [
        ("预算管理", "目标制定", "30", "28"),
        ("预算管理", "编制准确", "30", "25"),
        ("结果应用", "信息公开", "40", "40"),
    ]
    assert [f.value for f in found.figures if f.concept == "self_evaluation_score"] == ["93"]


def test_blank_lines_between_empty_ones_are_cells_of_a_rubric_too(read):
    head = ["一级指标", "二级指标", "分值", "评分标准", "自评得分", "备注"]
    text = "\n\n".join(cell or "\u00a0" for row in [head, *ROWS] for cell in row) + "\n"
    assert _items(read(text))[1] == ("预算管理", "编制准确", "30", "25")


@pytest.mark.parametrize("spoiled", ["", "30", "优"])
def test_a_row_without_points_where_they_belong_ends_the_rubric(read, spoiled):
    rows = [list(row) for row in ROWS]
    rows[1][1] = spoiled if spoiled != "30" else "三十"
    assert ("预算管理", "编制准确", "30", "25") not in _items(read(closed_by_bars([HEAD, *rows])))

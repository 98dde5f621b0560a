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


MIDDLE = ["编制准确", "30", "得分=30×（1-追加÷年初预算）", "25", "年中有追加"]


@pytest.mark.parametrize(
    "spoiled",
    [
        ["编制准确", "", *MIDDLE[2:]],
        ["编制准确", "三十", *MIDDLE[2:]],
        ["7", *MIDDLE[1:]],
        [*MIDDLE[:2], "优秀", *MIDDLE[3:]],
        [*MIDDLE[:2], "12.5", *MIDDLE[3:]],
        [*MIDDLE[:3], "良好", MIDDLE[4]],
    ],
)
def test_a_row_whose_cells_are_not_what_its_headings_ask_for_ends_the_rubric(read, spoiled):
    found = read(closed_by_bars([HEAD, ROWS[0], spoiled, *ROWS[2:]]))
    assert not [item for item in _items(found) if item[1] in {"编制准确", "7", ""}]


def test_a_criterion_or_a_score_may_be_blank(read):
    blank = [["编制准确", "30", "", "25", ""], ["编制及时", "10", "见附件", "", ""]]
    items = _items(read(closed_by_bars([HEAD, ROWS[0], *blank, ROWS[3]])))
    assert items[1:] == [("预算管理", "编制准确", "30", "25"), ("预算管理", "编制及时", "10", None)]


def test_names_may_be_fewer_than_the_headings_over_them_and_more(read):
    three = ["预算管理（30分）", "预算编制", "编制准确", "30", "缺一项扣2分", "25", ""]
    for names in (["一级指标", "二级指标", "三级指标"], ["一级指标"]):
        assert len(_items(read(closed_by_bars([[*names, *HEAD[1:]], *ROWS])))) == 3
    items = _items(read(closed_by_bars([["一级指标", *HEAD[1:]], three, *ROWS[1:]])))
    assert items[0] == ("预算管理", "编制准确", "30", "25")


def test_a_rubric_has_three_rows_and_a_heading_over_its_names(read):
    assert _items(read(closed_by_bars([HEAD, ROWS[0], ROWS[3]]))) == []
    assert _items(read(closed_by_bars([HEAD, ROWS[0], ROWS[1], ROWS[3]]))) != []
    assert _items(read(closed_by_bars([HEAD[1:], *ROWS]))) == []
    unscored = [[*row[:-2], row[-1]] for row in ROWS]
    assert _items(read(closed_by_bars([[*HEAD[:3], HEAD[4]], *unscored]))) == []
    unexplained = [row[:-1] for row in ROWS]
    assert len(_items(read(closed_by_bars([HEAD[:4], *unexplained])))) == 3

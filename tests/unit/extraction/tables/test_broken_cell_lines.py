"""Indicator rows with a cell a line whose headings and levels were broken, and of whose empty cells one is gone."""

from __future__ import annotations

import pytest

CELLS = """一级指标|二级指标|三级指标|年度|指标值|实际|完成值|分值|得分|偏差原因|分析及|改进措施|产出指标|(50)|数量|指标|栽植面积|2万亩|2万亩|20|20|#|抚育面积|6万亩|6万亩|10|10|补植面积|1万亩|1万亩|5|5|#|质量|指标|成活率|85%|85%|15|15|#|……|#|#|#|效益指标|30分)|经济效|益指标|林产品收入|900万元|880万元|15|14|#|社会效|益指标|就业|显著|显著|15|15|#|……|#|#|#"""


def test_rows_of_broken_cells(read):
    text = "\n\n".join(" " if cell == "#" else cell for cell in CELLS.split("|")) + "\n\n"
    rows = [(r.level_1, r.level_2, r.level_3, r.full_marks, r.score) for r in read(text).indicators]
    assert rows == [
        ("产出指标", "数量指标", "栽植面积", "20", "20"),
        ("产出指标", "数量指标", "抚育面积", "10", "10"),
        ("产出指标", "数量指标", "补植面积", "5", "5"),
        ("产出指标", "质量指标", "成活率", "15", "15"),
        ("效益指标", "经济效益指标", "林产品收入", "15", "14"),
        ("效益指标", "社会效益指标", "就业", "15", "15"),
    ]


@pytest.mark.parametrize(
    ("between", "rows"),
    [("……|#|#|#", 6), ("数量|指标|……|#|#|#", 6), ("见附件|#|#|#", 4), ("数量|指标|见附件|#|#|#", 4)],
)
def test_rows_go_on_behind_one_that_nobody_filled_in(read, between, rows):
    cells = CELLS.replace("|……|#|#|#|效益指标", f"|{between}|效益指标")
    text = "\n\n".join(" " if cell == "#" else cell for cell in cells.split("|")) + "\n\n"
    assert len(read(text).indicators) == rows


def test_rows_may_end_with_the_name_of_a_level(read):
    cells = CELLS.removesuffix("|……|#|#|#") + "|满意度|指标"
    text = "\n\n".join(" " if cell == "#" else cell for cell in cells.split("|")) + "\n\n"
    assert len(read(text).indicators) == 6

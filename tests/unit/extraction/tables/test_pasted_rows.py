"""Rows pasted from a spreadsheet, headings with columns of points beside names, balances at the end of a year."""

from __future__ import annotations

import pytest

from extraction.flattened.bars.quotedcells import begins_row, row_of, unquoted
from extraction.text.lines import lines_of

PASTED = """"一级
指标"\t二级指标\t三级指标\t"分值
权重"\t评分标准\t"自评
得分"\t备注
"投入
（20分）"\t预算配置\t在职人员控制率\t5\t"不超过100%得5分；
超过的每个百分点扣1分。"\t5\t
\t\t重点支出安排率\t15\t达到""标准""得满分\t13\t

后面的话：办公费3万元。
"""


def _rows(found):
    return [(r.level_1, r.level_2, r.level_3, r.full_marks, r.score) for r in found.indicators]


def test_cells_with_line_breaks_in_quotation_marks_are_cells_of_one_row(read):
    found = read(PASTED)
    assert _rows(found) == [
        ("投入", "预算配置", "在职人员控制率", "5", "5"),
        ("投入", "预算配置", "重点支出安排率", "15", "13"),
    ]
    assert found.indicators[0].criterion == "不超过100%得5分；\n超过的每个百分点扣1分。"


def test_a_quotation_mark_that_is_never_closed_opens_no_cell(read):
    row = "投入\t配置\t控制率\t5\t5\n"
    head = "一级指标\t二级指标\t三级指标\t分值\t得分\n"
    assert len(read(head + row + '过程\t管理\t"公开\t4\t4\n' + row).indicators) == 3
    assert len(read(head + row + '过程\t管理\t"公开\n' + row * 2).indicators) == 4


def test_names_and_points_stand_below_their_levels(read):
    rows = (
        "一级指标\t\t二级指标\t\t三级指标\t\t评分标准\t自评分\n"
        "名称\t权重\t名称\t权重\t名称\t权重\t\t\n"
        "履职效能\t60\t整体效能\t60\t产出指标完成情况\t35\t按完成率\t33\n"
        "\t\t\t\t效益指标完成情况\t25\t同上\t24\n"
        "合计\t60\t\t60\t\t60\t\t57\n"
    )
    items = [row for row in read(rows).indicators if row.row_kind == "item"]
    assert [(r.level_1, r.level_2, r.level_3, r.full_marks, r.score) for r in items] == [
        ("履职效能", "整体效能", "产出指标完成情况", "35", "33"),
        ("履职效能", "整体效能", "效益指标完成情况", "25", "24"),
    ]


def test_a_balance_is_that_of_the_end_of_the_year(states):
    table = "单位：万元\n|项目|年初数|年末数|\n|资产总额|40.3|43.8|\n|其中：流动资产|3.2|4.7|\n"
    assert states(table) == [
        ("total_assets", "level", None, "43.8", "万元"),
        ("current_assets", "level", None, "4.7", "万元"),
    ]


def test_a_cell_that_begins_with_of_which_ends_no_table(states):
    cells = "单位：万元\n项目\n预算数\n决算数\n“三公”经费合计\n4\n3\n公务用车购置及运行维护费\n3\n2\n其中：公务用车购置费\n0\n0\n公务用车运行维护费\n3\n2\n"
    assert ("official_vehicle_operation", "level", "final_account", "2", "万元") in states(cells)


def test_rows_of_a_spreadsheet_may_begin_with_empty_cells(states):
    sheet = (
        "支出决算总表\t\t\t\n\t\t\t公开03表\n\t\t\t单位：元\n"
        "项目\t本年支出合计\t基本支出\t项目支出\n合计\t90,600.50\t70,400.50\t20,200.00\n"
    )
    assert states(sheet) == [
        ("total_expenditure", "level", "final_account", "90600.50", "元"),
        ("basic_expenditure", "level", "final_account", "70400.50", "元"),
        ("project_expenditure", "level", "final_account", "20200.00", "元"),
    ]


def test_the_deepest_of_four_levels_names_the_item(read):
    rows = (
        "|一级指标|二级指标|三级指标|四级指标|分值|得分|\n|决策|预算编制|编制科学性|依据充分性|10|9|\n"
        "|决策|预算编制|编制科学性|测算合理性|5|5|\n"
    )
    assert [row[2] for row in _rows(read(rows))] == ["依据充分性", "测算合理性"]


def test_points_for_the_rate_of_execution_have_headings_of_their_own(read):
    form = (
        "| |年初预算数|全年（调整）预算数|全年执行数|执行率（%）|执行率权重|执行率得分|\n"
        "|年度总金额|40|50|45|90|10|9|\n"
        "|指标名称|计量单位|指标性质|指标值|全年完成值|得分系数|指标权重|指标得分|\n"
        "|清运率|%|≥|98|99|1|90|90|\n"
    )
    found = read(form)
    assert [(row.full_marks, row.score) for row in found.indicators] == [("10", "9"), ("90", "90")]
    assert (found.indicators[1].target_text, found.indicators[1].actual_text) == ("98", "99")
    stages = {f.stage for f in found.figures if f.concept == "total_expenditure"}
    assert stages == {"initial_budget", "adjusted_budget", "final_account"}


def test_points_of_a_level_and_the_rest_of_a_heading_may_stand_on_lines_of_their_own(read):
    lines = (
        "一级指标|二级指标|三级指标|年度|指标值|实际|完成值|分值|得分|偏差原因分析|及改进措施|产出指标|（50分）|数量指标|演出场次|≥60场|64场"
        "|15|15|_|培训人次|≥30人次|28人次|15|14|疫情影响|质量指标|达标率|100%|100%|20|20|_|总分|50|49|_"
    )
    text = "\n\n".join("\u00a0" if cell == "_" else cell for cell in lines.split("|")) + "\n"
    items = [row for row in read(text).indicators if row.row_kind == "item"]
    assert [(r.level_1, r.level_3, r.score) for r in items] == [
        ("产出指标", "演出场次", "15"),
        ("产出指标", "培训人次", "14"),
        ("产出指标", "达标率", "20"),
    ]


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (['甲\t"乙', '丙"\t丁'], 2),
        (['甲\t"乙', "丙", '丁"'], 3),
        (['甲\t"乙', '丙"\t"丁', '戊"'], 3),
        (['甲\t"乙', '说""丙""', '丁"'], 3),
        (['甲\t"乙', '丙"丁', '戊"'], 1),
        (['甲\t"乙', "丙\t丁", '戊"'], 1),
        (['甲\t"乙', *"丙" * 29, '丁"'], 31),
        (['甲\t"乙', *"丙" * 30, '丁"'], 1),
        (['甲\t"乙"', '丙"'], 1),
    ],
)
def test_a_row_goes_up_to_the_line_that_closes_its_cells(lines, end):
    assert row_of(lines_of("\n".join(lines)), 0)[1] == end


def test_a_row_that_begins_with_an_open_cell_has_three_cells():
    assert begins_row(lines_of('"一级\n指标"\t二级\t三级'), 0)
    assert not begins_row(lines_of('"一级\n指标"\t二级'), 0)
    assert not begins_row(lines_of('一级\t二级\t三级"\n指标"'), 0)
    assert not begins_row(lines_of("一级\t二级\t三级"), 0)


@pytest.mark.parametrize(
    ("cell", "words"),
    [('"一级\n指标 "', "一级\n指标"), ('"达标"', '"达标"'), ('达到\n"优"', '达到\n"优"'), ('"\n', '"\n')],
)
def test_marks_around_a_cell_of_several_lines_are_no_words_of_it(cell, words):
    assert unquoted(cell) == words

"""Rows pasted from a spreadsheet, headings with columns of points beside names, balances at the end of a year."""

from __future__ import annotations

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

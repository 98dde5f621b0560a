"""Lists of projects with their goals: the budget of each project, its indicators, and rows that a copy cut off."""

from __future__ import annotations

import pytest

from extraction.extract import extract

HEAD = "项目名称\t项目单位\t预算数\t年度绩效目标\t一级指标\t二级指标\t三级指标\t指标性质\t目标值\t计量单位\t分值\n"
ROWS = (
    "巡查经费\t苇塘县水利站\t52,000.00\t保障巡查\t产出指标(50分)\t数量指标\t巡查次数\t正向\t40\t次\t50\n"
    "\t\t\t\t效益指标(50分)\t社会效益指标\t险情处置率\t正向\t100\t%\t50\n"
    "设备经费\t苇塘县水利站\t130,500.00\t购置设备\t产出指标(100分)\t数量指标\t购置设备\t正向\t6\t台\t100\n"
)
TITLE = "表11\n项目绩效目标表\n"


def _money(text):
    return [
        (f.concept, f.stage, f.value, f.unit)
        for f in extract(text.encode(), "表.txt").figures
        if f.unit in {"元", "万元"}
    ]


def test_the_budget_of_each_project():
    found = extract((TITLE + "单位:元\n" + HEAD + ROWS).encode(), "表.txt")
    assert _money(TITLE + "单位:元\n" + HEAD + ROWS) == [
        ("project_item", "initial_budget", "52000.00", "元"),
        ("project_item", "initial_budget", "130500.00", "元"),
    ]
    assert all(f.confidence < 0.9 for f in found.figures if f.concept == "project_item")
    assert [(r.level_1, r.level_3, r.full_marks, r.target_value) for r in found.indicators] == [
        ("产出指标", "巡查次数", "50", "40"),
        ("效益指标", "险情处置率", "50", "100"),
        ("产出指标", "购置设备", "100", "6"),
    ]


def test_without_a_unit_or_beside_results_nothing_is_said():
    assert _money(TITLE + HEAD + ROWS) == []
    assert _money(TITLE + "单位:元\n" + HEAD.replace("目标值", "完成值") + ROWS) == []


@pytest.mark.parametrize("name", ["预算数", "项目金额"])
def test_the_unit_stands_in_the_heading_or_not_far_above_it(name):
    head = HEAD.replace("预算数", f"{name}（元）")
    assert {unit for *_, unit in _money("单位：万元\n" + head + ROWS)} == {"元"}
    assert {unit for *_, unit in _money("单位：万元\n" + HEAD.replace("预算数", name) + ROWS)} == {"万元"}
    between = "各科室应于每年年底前报送本科室各项目绩效目标，由办公室汇总。\n" * 6
    assert _money(f"单位：万元\n{between}{HEAD}{ROWS}") == []


def test_a_list_without_goals_is_none():
    plain = HEAD.replace("三级指标", "考核内容")
    assert _money("单位：元\n三级指标见附表\n" + plain + ROWS) == []


@pytest.mark.parametrize(
    ("name", "amount", "stated"),
    [
        ("巡查经费", "7,100.00", "7100.00"),
        ("", "7,100.00", None),
        ("巡查经费", "12人", None),
        ("巡查经费", "2万元", "2"),
    ],
)
def test_an_amount_of_money_beside_the_name_of_a_project(name, amount, stated):
    row = f"{name}\t苇塘县水利站\t{amount}\t保障巡查\t产出指标\t数量指标\t巡查次数\t正向\t40\t次\t50\n"
    assert [state[2] for state in _money("单位：元\n" + HEAD + row + "合计\t90\n")] == (
        [stated] if stated else []
    )


def test_a_row_that_lost_cells_at_both_ends_is_left_out(read):
    head = "| 绩效指标 | 实际完成值 | 分值 | 得分 | 原因 | ||||\n|\n一级 指标 |\n二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | |||||\n"
    rows = (
        "| 产出指标 | 数量指标 | 巡查次数 | ＝ | 40 | 次 | 40 | 50 | 45 | ||\n| 质量指标 | 合格率 | ＝ | 98 | % | 98 | 20 | 19 | |||\n"
        "| 满意度指标 | 服务对象满意度指标 | 满意度 | ≥ | 95 | % | 95 | 10.00 |"
    )
    table = "| 年度资金总额 | 7.3 | 7.3 | 7.3 | 10 | 100% | 10 | ||||\n" + head + rows
    rows = [
        (row.level_3, row.full_marks, row.score) for row in read(table).indicators if row.row_kind == "item"
    ]
    assert rows == [("巡查次数", "50", "45"), ("合格率", "20", "19")]

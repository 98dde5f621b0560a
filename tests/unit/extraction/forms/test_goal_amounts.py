"""The money that forms of goals ask for, in the shapes their copies have. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

LINES = "绩效目标申报表\n(2022年度)\n项目名称\n机耕路修复\n主管部门\n榆塘镇人民政府\n资金情况 (万元)\n年度资金总额:\n36.5\n其中:财政拨款\n36.5\n一级指标\n二级指标\n"
BLANKS = "绩效目标申报表\n项目名称 机耕路修复 主管部门 榆塘镇人民政府\n资金情况(万元) 年度资金总额: 36.5\n其中:财政拨款 36.5\n其他资金 0\n总体目标 年度目标 年度总体目标完成情况\n一级指标 二级指标 三级指标 指标值\n"
BARS = "项目绩效目标表 | |||||\n(2022年度) | |||||\n项目名称 | 机耕路修复 | ||||\n主管预算部门 | 榆塘镇 | 项目预算金额 (万元) | 36.5 | ||\n指标 | 一级指标 | 二级指标 | 指标值 | |\n"
RUN_ON = "项目支出绩效目标表(2022年度)填报单位:榆塘镇人民政府项目名称机耕路修复资金总额及构成总额36.5万元财政拨款:30.1万元自有资金:6.4万元一级指标二级指标指标内容"


def _found(text: str):
    return [
        (f.concept, f.stage, f.value, f.unit, f.confidence)
        for f in extract(text.encode(), "表.txt").figures
        if f.concept in {"project_expenditure", "project_item", "total_expenditure"}
    ]


@pytest.mark.parametrize("text", [LINES, BLANKS, BARS, RUN_ON])
def test_the_amount_behind_the_name_of_the_money(text):
    assert _found(text) == [("project_expenditure", "initial_budget", "36.5", "万元", 1)]


@pytest.mark.parametrize(
    "text",
    [
        LINES.replace(" (万元)", ""),  # no unit is printed
        LINES.replace("其中:", "其中:执行数"),  # another form
        LINES.replace("36.5\n其中", "36.5\n30\n其中"),  # two amounts, whose headings are gone
        LINES.replace("36.5\n其中", "2022年\n其中"),
        BLANKS.replace(
            "绩效目标申报表\n项目名称 机耕路修复 主管部门 榆塘镇人民政府\n", "对照《绩效目标申报表》，"
        ),
    ],
)
def test_what_is_not_known_is_left_out(text):
    assert _found(text) == []


def test_of_all_years_and_of_this_one_it_is_this_one():
    text = BLANKS.replace("年度资金总额: 36.5", "实施期资金总额: 90 年度资金总额: 36.5")
    assert [state[2] for state in _found(text)] == ["36.5"]


def test_money_of_a_whole_department():
    text = BLANKS.replace("绩效目标申报表\n项目名称 机耕路修复 ", "部门整体支出绩效目标申报表\n")
    assert [state[0] for state in _found(text)] == ["total_expenditure"]


def test_several_forms_are_of_one_project_each():
    other = BLANKS.replace("36.5", "12")
    found = _found(BLANKS + other)
    assert [(concept, value) for concept, _, value, _, _ in found] == [
        ("project_item", "36.5"),
        ("project_item", "12"),
    ]
    assert all(confidence < 0.9 for *_, confidence in found)


def test_a_form_below_a_report_on_a_department_is_of_one_project():
    found = _found("榆塘镇2022年度部门整体支出绩效自评报告\n\n全年支出合计80万元。\n\n" + BLANKS)
    assert ("project_item", "initial_budget", "36.5", "万元") in [state[:4] for state in found]
    assert not [state for state in found if state[0] == "project_expenditure"]


def test_what_a_form_of_a_project_says_is_not_of_the_department():
    report = "榆塘镇2022年度部门整体支出绩效自评报告\n\n全年支出合计80万元。\n\n附件：项目支出绩效目标表\n项目名称：水渠维修\n主管部门：榆塘镇\n资金总额：300万元\n其中：财政拨款 200万元\n一级指标 二级指标\n"
    found = [(f.concept, f.value, f.confidence < 1) for f in extract(report.encode(), "表.txt").figures]
    assert found == [("total_expenditure", "80", False), ("project_item", "300", True)]


def test_a_title_in_a_sentence_is_no_form():
    said = "榆塘镇2022年度部门整体支出绩效自评报告\n\n部门整体支出绩效目标表显示，主管部门为镇政府，预算申请金额800万元，审核后批复760万元。\n"
    assert not [f for f in extract(said.encode(), "表.txt").figures if f.value == "800"]


def test_what_was_granted_is_the_budget():
    text = BLANKS.replace("年度资金总额: 36.5", "预算申请金额: 40 批复金额: 36.5")
    assert not [state for state in _found(text) if state[2] == "40"]


def test_what_a_project_costs_in_all_is_not_its_budget_of_the_year():
    money = "年度资金总额: 36.5"
    beside = BLANKS.replace(money, "项目总预算: 300 本年度预算: 36.5")
    assert [state[2] for state in _found(beside)] == ["36.5"]
    assert _found(BLANKS.replace(money, "项目总预算: 300")) == []
    assert _found(BLANKS.replace(money, "项目总投资: 300 资金总额: 300")) == []
    assert [state[2] for state in _found(BLANKS.replace(money, "项目总投资: 300 预算申报数: 20"))] == ["20"]


def test_the_budget_of_another_year_is_not_that_of_the_form():
    money = "年度资金总额: 36.5"
    for before in ("上年度资金总额: 80", "2021年度预算: 80", "上年预算: 80"):
        assert _found(BLANKS.replace(money, before)) == [], before
        assert [state[2] for state in _found(BLANKS.replace(money, before + " 本年预算: 36.5"))] == ["36.5"]


def test_beside_what_was_given_last_year_stands_what_is_asked_for_now():
    money = "年度资金总额: 36.5"
    beside = BLANKS.replace(
        money, "项目资金申请(万元) 项 目 上年度安排资金 本年度申请资金\n合 计 30.2 36.5\n市级资金"
    )
    assert _found(beside) == [("project_expenditure", "initial_budget", "36.5", "万元", 1)]
    assert _found(beside.replace("30.2 36.5", "36.5")) == [], "of which year the only amount is"

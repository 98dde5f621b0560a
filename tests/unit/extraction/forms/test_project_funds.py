"""Money of a project in forms that print each amount behind its name, and the year that such a form is on."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "临溪县财政支出项目绩效评价自评报告\n\n项目名称：河塘清淤\n\n项目单位：临溪县水务局\n\n"
PERIOD = "项目起止时间|2021年1月起至2021年12月止||||||\n"
FUNDS = "计划安排资金（万元）|140|实际到位资金（万元）|150|实际支出（万元）|148.6|结余（万元）|1.4\n"
SOURCES = "其中：中央财政||其中：中央财政||其中：中央财政||其中：中央财政|\n县财政|140|县财政|150|县财政|148.6|县财政|\n"

Found = list[tuple[str | None, int | None, str, str]]


def read(text: str, title: str = TITLE) -> Found:
    found = extract((title + text).encode(), "表.txt").figures
    return [(f.stage, f.fiscal_year, f.value, f.unit) for f in found if f.concept == "project_expenditure"]


def test_planned_and_spent_money_stand_behind_their_names() -> None:
    assert read(PERIOD + FUNDS + SOURCES) == [
        ("initial_budget", 2021, "140", "万元"),
        ("final_account", 2021, "148.6", "万元"),
    ]


def test_what_was_spent_may_stand_in_a_row_of_its_own() -> None:
    rows = (
        "计划安排资金（万元）|140|实际到位资金（万元）|150\n县财政|140|县财政|150\n实际支出（万元）|148.6||\n"
    )
    assert [(stage, value) for stage, _, value, _ in read(PERIOD + rows)] == [
        ("initial_budget", "140"),
        ("final_account", "148.6"),
    ]


def test_what_was_spent_of_the_money_of_one_level_is_not_all_that_was_spent() -> None:
    levels = "其中：中央财政|100|其中：中央财政|100|实际支出|98\n省财政|40|省财政|50|实际支出|50.6\n"
    assert [(stage, value) for stage, _, value, _ in read(PERIOD + FUNDS + levels)] == [
        ("initial_budget", "140"),
        ("final_account", "148.6"),
    ]


def test_spending_without_a_plan_before_it_is_not_known_to_be_the_projects() -> None:
    assert read("支出内容|劳务费|实际支出（万元）|12.5\n支出内容|材料费|实际支出（万元）|3.5\n") == []


def test_in_a_report_of_a_department_the_block_is_not_its_own() -> None:
    title = "临溪县水务局2021年度部门整体支出绩效自评报告\n\n"
    assert read(FUNDS, title) == []


def test_planned_spending_is_none_that_was_spent() -> None:
    table = "二、项目支出明细情况||\n支出内容|计划支出数（万元）|实际支出数（万元）\n劳务费|40|38\n支出合计|140|148.6\n"
    assert [(stage, value) for stage, _, value, _ in read(table)] == [
        ("initial_budget", "140"),
        ("final_account", "148.6"),
    ]


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2019.1.1~2019.12.31", 2019),
        ("2021年元月起至2021年12月止", 2021),
        ("2021/1/1-2021/12/31", 2021),
        ("2019年1月起至2021年12月止", None),
        ("2021年3月至2021年12月", None),
    ],
)
def test_a_project_of_one_year_is_of_that_year(period: str, year: int | None) -> None:
    form = "财政支出项目绩效评价自评报告\n\n项目名称|河塘清淤\n项目起止时间|" + period + "\n"
    found = extract(form.encode(), "表.txt").identity.fiscal_year
    assert found == year if year else found != 2020


def test_in_a_report_of_a_department_the_form_of_a_project_is_of_that_project_alone() -> None:
    title = "临溪县水务局2021年度部门整体支出绩效自评报告\n\n项目支出500万元。\n\n附件2\n\n"
    form = (
        "项目名称|河塘清淤||\n"
        + FUNDS
        + "二、项目支出明细情况||\n支出内容|实际支出数（万元）\n支出合计|148.6\n"
    )
    found = [
        (f.concept, f.value, f.confidence < 1)
        for f in extract((title + form).encode(), "表.txt").figures
        if f.concept in {"project_expenditure", "project_item", "total_expenditure"}
    ]
    assert found == [
        ("project_expenditure", "500", False),
        ("project_item", "140", True),
        ("project_item", "148.6", True),
        ("project_item", "148.6", True),
    ]


def test_years_of_a_table_are_no_year_of_the_form() -> None:
    text = "财政支出项目绩效评价自评报告\n\n评价年度：2021\n\n年份|2018|2019|2020\n清淤（公里）|5|6|7\n"
    assert extract(text.encode(), "表.txt").identity.fiscal_year == 2021

"""Money in a report on one project that is of other years, of each of several, of a part of it or of more; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

PROJECT = "云岭县2022年农村饮水安全巩固提升项目支出绩效自评报告\n\n一、项目概况\n\n"
DEPARTMENT = "云岭县水务局2022年度部门整体支出绩效自评报告\n\n一、基本情况\n\n"
USED = 0.9


def asserted(text: str, title: str = PROJECT) -> list[tuple[str, str | None, int | None, str]]:
    figures = extract((title + text + "\n").encode(), "报告.txt").figures
    return [
        (one.concept, one.stage, one.fiscal_year, one.value)
        for one in figures
        if one.confidence >= USED and one.concept in {"project_expenditure", "budget_execution_rate"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "建设取水口3处，安排资金20万元；铺设管网12公里，安排资金30万元；购置净化设备，安排资金50万元。",
        "下一步，计划安排项目资金60万元。",
        "每村修建水池一座，安排资金10万元。",
        "截至2021年底，安排衔接资金340万元。",
        "培训班经费预算5万元，宣传经费预算3万元。",
        "全县农村公路建设资金预算3200万元。",
        "“十三五”期间，全县投入饮水安全资金1070万元，其中中央资金630万元、县级资金440万元。",
        "全县共整合资金10700万元，其中中央资金6300万元、省级资金3000万元、县级资金1400万元。",
        "分配龙泉镇107万元，其中中央资金63万元、县级资金44万元；分配云溪镇200万元，其中中央资金120万元、县级资金80万元。",
        "2023年拟申请资金107万元，其中中央资金63万元、县级资金44万元。",
        "我镇获得财政衔接资金共107万元，其中中央资金63万元、县级资金54万元。",
        "项目完成工程结算107万元，其中省级资金63万元、县级资金44万元。",
    ],
)
def test_it_is_not_asserted_of_the_project(text: str) -> None:
    assert asserted(text) == []


def test_each_year_has_its_own() -> None:
    expected = [
        ("project_expenditure", "initial_budget", year, value) for year, value in ((2021, "60"), (2022, "80"))
    ]
    assert asserted("2021年安排项目资金60万元，2022年安排项目资金80万元。") == expected


@pytest.mark.parametrize(
    "text",
    [
        "项目预算资金100万元，第一标段预算60万元，支付58万元，结余2万元。",
        "项目预算资金100万元，其中东村20万元，支付18万元，剩余2万元。",
    ],
)
def test_what_is_paid_of_a_part_is_not_paid_of_the_project(text: str) -> None:
    assert asserted(text) == [("project_expenditure", "initial_budget", 2022, "100")]


def test_the_rate_of_a_part_is_not_that_of_the_project() -> None:
    text = "监理经费30万元，支付28万元，执行率93.33%；上半年资金执行率仅32%。"
    assert asserted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "云溪大桥项目计划投资32000万元，本年完成8000万元。",
        "我局实施水库除险加固项目，项目资金总预算2800万元。",
        "政府采购资金支付率98%，补偿款资金支付率97%。",
        "营养改善计划资金1860万元，资金支付率100%。",
        "日常养护经费预算180万元，支付176万元，支付率97.78%。",
        "预算执行不均衡，上半年执行率42%。",
    ],
)
def test_one_project_or_kind_of_payment_is_not_the_department(text: str) -> None:
    assert asserted(text, DEPARTMENT) == []

"""Wording met in forms and their copies: money of a project in and out, rows of rates, headings of other provinces. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

PROJECT = "临溪县司法局2021年度社区矫正项目支出绩效自评报告\n\n"
DEPARTMENT = "临溪县司法局2021年度部门整体支出绩效自评报告\n\n"


def read(text: str) -> list[tuple[str, str | None, str]]:
    return [(f.concept, f.stage, f.value) for f in extract(text.encode(), "报告.txt").figures]


def test_what_became_of_a_projects_money_is_no_income() -> None:
    assert read(PROJECT + "2021年度预算收入8万元，全年执行7.4万元。\n") == [
        ("total_revenue", "initial_budget", "8"),
        ("project_expenditure", "final_account", "7.4"),
    ]
    assert ("total_revenue", "final_account", "812.4") in read(
        DEPARTMENT + "2021年收入预算800万元，收入预算执行812.4万元。\n"
    )


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("资金到位率 =100% 2.8 =100% 2.8执行率 95% 2.8 = 3、98% 2.8\n", []),
        ("资金到位率=48÷50×100%=96%。\n", ["96"]),
    ],
)
def test_a_formula_ends_where_another_rate_is_named(text: str, rates: list[str]) -> None:
    assert [value for concept, _, value in read(PROJECT + text) if concept == "funds_in_place_rate"] == rates


def test_classes_of_indicators_are_their_first_level_and_the_year_of_a_form_may_be_its_own_line() -> None:
    form = (
        "市级财政支出项目绩效自评表\n\n项目名称|河岸绿化\n项目年份|2019\n\n"
        "|类别|指标名称|目标值|权重|实际完成值|自评分|\n|投入目标（40分）|资金使用合规性|合规|20|好|20|\n"
        "||预算执行率|95%|20|98%|20|\n|产出目标（60分）|养护面积|60万平方米|60|60万平方米|58|\n"
    )
    found = extract(form.encode(), "表.txt")
    assert found.identity.fiscal_year == 2019
    assert [
        (r.level_1, r.level_3, r.full_marks, r.score) for r in found.indicators if r.row_kind == "item"
    ] == [
        ("投入目标", "资金使用合规性", "20", "20"),
        ("投入目标", "预算执行率", "20", "20"),
        ("产出目标", "养护面积", "60", "58"),
    ]


def test_posts_of_those_in_service_and_a_misprinted_end_of_the_year() -> None:
    found = read(DEPARTMENT + "我单位在职人员编制为21人，在职实有19人。年未结转结余3.2万元。\n")
    assert ("staff_quota", None, "21") in found
    assert ("staff_in_service", None, "19") in found
    assert ("closing_carryover", None, "3.2") in found


@pytest.mark.parametrize(
    ("lines", "scores"),
    [
        ("（一）自评得分\n98.5分。\n（二）执行率情况\n", ["98.5"]),
        ("综合得分\n100分\n", ["100"]),
        ("自评得分\n8分\n", []),  # of one item, in a column of cells
        ("指标得分\n98分\n", []),
    ],
)
def test_the_score_may_stand_below_its_label(lines: str, scores: list[str]) -> None:
    found = read(DEPARTMENT + "一、自评结论\n" + lines)
    assert [value for concept, _, value in found if concept == "self_evaluation_score"] == scores

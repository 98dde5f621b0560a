"""The budget as adjusted: what the first budget and all that came to it add up to, or what a sentence on the year's changes ends with."""

from __future__ import annotations

import pytest

SELF = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
ADJUSTED = "adjusted_budget"


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("年初预算148.5万元，追加20.8万元，加上上年结转6.3万元，调整后预算175.6万元。", "175.6"),
        ("年初预算148.5万元，追加20.8万元，加上上年结转6.3万元，调整后预算177.6万元。", None),
        (
            "年初部门预算148.5万元。年度中间林草专项20.8万元，加上年初结转6.3万元，全年预算数为175.6万元。",
            "175.6",
        ),
        ("年初部门预算148.5万元。执行中上级下达防火补助资金等，全年预算数为175.6万元。", "175.6"),
        ("年初部门预算148.5万元。防火物资储备项目，全年预算数为75.6万元。", None),
    ],
)
def test_what_comes_to_the_budget_makes_it_the_adjusted_one(states, text, adjusted):
    found = [f[3] for f in states(text, SELF) if f[0] == "total_expenditure" and f[2] == ADJUSTED]
    assert found == ([adjusted] if adjusted else [])


@pytest.mark.parametrize(
    "approved",
    [
        "县十七届人大三次会议后批复我局",
        "2022年区财政批复中心",
        "市人大会议审议批准我局",
        "县人民代表大会批准我局",
    ],
)
def test_a_budget_approved_for_the_one_who_reports_is_of_the_department(read, approved):
    text = f"{approved}年初预算936.4万元，其中基本支出500.2万元、项目支出436.2万元。"
    found = [(f.concept, f.org_scope, f.stage) for f in read(text, SELF).figures]
    assert found == [
        (concept, "department", "initial_budget")
        for concept in ("total_expenditure", "basic_expenditure", "project_expenditure")
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("“三公”经费年初预算5.2万元，年度预算6.3万元，决算5.5万元。", (ADJUSTED, "6.3")),
        ("项目支出年初预算520万元，预算数为563万元，实际支出550万元。", (ADJUSTED, "563")),
        ("2022年部门年初预算520万元，年度预算总额563万元，实际支出550万元。", (ADJUSTED, "563")),
        # of another year, called the first budget again, compared with, or the only one
        ("公务接待费年初预算5.2万元，2023年预算6.3万元。", ("initial_budget", "6.3")),
        ("公务接待费年初预算5.2万元，比上年预算6.3万元减少1.1万元。", ("initial_budget", "6.3")),
        ("公务接待费预算5.2万元，决算5.5万元。", ("final_account", "5.5")),
        ("会议费年初预算5.2万元，培训费预算6.3万元。", ("initial_budget", "6.3")),
        ("公务接待费年度预算5.2万元，全年支出5.1万元。", ("final_account", "5.1")),
    ],
)
def test_beside_the_budget_of_the_beginning_another_is_the_adjusted_one(states, text, second):
    levels = [(stage, value) for _, measure, stage, value, _ in states(text, SELF) if measure == "level"]
    assert levels[1] == second

"""What a stage is of that stands alone behind a list: of the whole, or of what nobody knows. Own names and figures."""

from __future__ import annotations

import pytest

BUDGET, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
WHOLE = ("total_expenditure", "level", ADJUSTED, "612.4", "万元")


@pytest.mark.parametrize(
    "parts",
    [
        "（其中基本支出300万元，项目支出181.5万元）；",
        "：基本支出300万元；项目支出181.5万元；",
        "：基本支出300万元（其中人员经费260万元）；项目支出181.5万元（其中渠道专项90万元）；",
        "：基本支出300万元；渠道专项181.5万元；",
        "，其中：基本支出300万元，项目支出181.5万元；",
    ],
)
def test_a_stage_behind_the_list_of_parts_is_of_the_whole(states, parts):
    found = states(f"2023年，我局年初预算为481.5万元{parts}全年调整预算数为612.4万元，决算数600万元。")
    assert found[0] == ("total_expenditure", "level", BUDGET, "481.5", "万元")
    assert found[-2:] == [WHOLE, ("total_expenditure", "level", FINAL, "600", "万元")]


def test_behind_brackets_of_its_own_clause_a_stage_is_of_the_same_spending(states):
    found = states("项目支出年初预算251万元（其中渠道专项100万元）；调整预算数260万元。")
    assert ("project_expenditure", "level", ADJUSTED, "260", "万元") in found


def test_behind_brackets_of_an_unknown_member_nothing_is_said_of_the_one_before(states):
    found = states(
        "基本支出年初预算231万元（含补贴20万元）；渠道专项100万元（含设计8万元）；调整预算数260万元。"
    )
    assert not any(value == "260" for _, _, _, value, _ in found)


def test_parts_behind_a_stage_that_nothing_took_are_of_what_nobody_knows(states):
    found = states("二、资金情况 年初预算资金总额 68万元 其中：基本支出 50万元 全年执行数 70万元")
    assert ("basic_expenditure", "level", FINAL, "50", "万元") not in found


@pytest.mark.parametrize(
    "words",
    [
        "部分项目进度滞后，执行率仅为",
        "个别专项资金拨付较晚，预算执行率只有",
        "8个项目中有3个项目未开工，执行率为",
        "1．人员类项目8个，执行进度",
        "特定目标类项目12个，执行率",
    ],
)
def test_the_rate_of_some_of_the_projects_is_none_of_the_department(states, words):
    assert states(f"{words}71.3%。") == []


def test_the_rate_of_the_department_beside_some_projects_is(states):
    text = "2023年预算数500万元，部分项目跨年实施，执行数480万元，预算执行率96%。"
    assert ("budget_execution_rate", "level", None, "96", "%") in states(text)


@pytest.mark.parametrize(("words", "stage"), [("预算支出", ADJUSTED), ("年初预算支出", BUDGET)])
def test_the_plain_budget_of_spending_is_of_the_stage_of_the_income_before_it(states, words, stage):
    found = states(f"2020年调整后预算收入165.9万元，{words}165.1万元，其中项目支出65.3万元。")
    assert found == [
        ("total_revenue", "level", ADJUSTED, "165.9", "万元"),
        ("total_expenditure", "level", stage, "165.1", "万元"),
        ("project_expenditure", "level", stage, "65.3", "万元"),
    ]


def test_spending_by_bodies_inside_a_kind_of_spending_is_of_that_kind(read):
    found = read("2022年项目支出126万元，其中学校支出98万元，局机关支出28万元。").figures
    assert [(f.concept, f.value, f.org_scope) for f in found] == [
        ("project_expenditure", "126", "department"),
        ("project_expenditure", "98", "subordinate"),
        ("project_expenditure", "28", "headquarters"),
    ]


def test_parts_right_behind_an_amount_are_its_parts_whatever_stood_before(states):
    found = states(
        "2020年年初预算75.6万元，当年下达89.5万元，实际支出160.1万元，其中基本支出25.6万元，项目支出134.5万元。"
    )
    assert found[-2:] == [
        ("basic_expenditure", "level", FINAL, "25.6", "万元"),
        ("project_expenditure", "level", FINAL, "134.5", "万元"),
    ]

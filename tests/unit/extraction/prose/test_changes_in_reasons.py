"""Reasons for a change: the changes of parts told in them are figures, whatever else they tell is none."""

from __future__ import annotations

import pytest

BUDGET, FINAL = "initial_budget", "final_account"
ACCOUNTS = "石门县林业局2022年度部门决算情况说明\n\n"
BUDGETS = "石门县林业局2022年部门预算说明\n\n"


@pytest.mark.parametrize(
    "reason",
    ["主要是", "主要原因是", "。增加的主要原因是：", "，原因：一是", "主要是人员变动导致"],
)
def test_parts_that_changed_are_of_the_year_and_stage_of_their_whole(states, reason):
    text = f"本年支出合计936.4万元，比上年增加61.2万元，{reason}基本支出增加81.5万元、项目支出减少20.3万元，下降4.1%。"
    assert states(text, ACCOUNTS)[2:] == [
        ("basic_expenditure", "change", FINAL, "81.5", "万元"),
        ("project_expenditure", "change", FINAL, "-20.3", "万元"),
        ("project_expenditure", "change_rate", FINAL, "-4.1", "%"),
    ]


def test_sources_of_income_and_classes_of_spending(states):
    text = (
        "收入较去年减少33.6万元，主要是事业收入减少41.2万元，一般公共预算拨款增加7.6万元。"
        "支出较去年减少33.6万元，主要是住房保障支出减少12.4万元，农林水支出减少21.2万元。"
    )
    assert {(f[0], f[3]) for f in states(text, BUDGETS) if f[1] == "change"} == {
        ("total_revenue", "-33.6"),
        ("undertaking_revenue", "-41.2"),
        ("general_public_budget_appropriation", "7.6"),
        ("total_expenditure", "-33.6"),
        ("function_class_amount", "-12.4"),
        ("function_class_amount", "-21.2"),
    }


@pytest.mark.parametrize(
    "reason",
    [
        "苗圃维修项目支出增加61.2万元",
        "2021年项目支出增加61.2万元",
        "年中追加项目支出61.2万元",
        "项目支出追加61.2万元",
        "下属林场基本支出增加61.2万元",
        "事业收入增加61.2万元",
        "增加(减少)项目支出61.2万元",
        "公务接待费增加1.2万元",
        "基本支出比2020年增加61.2万元",
        "其他收入增加61.2万元",
    ],
)
def test_what_else_a_reason_tells_is_no_figure(states, reason):
    text = f"本年支出合计936.4万元，比上年增加61.2万元，主要是{reason}。"
    assert len(states(text, ACCOUNTS)) == 2


def test_parts_of_expenses(states):
    text = "“三公”经费支出12万元，比上年减少3万元，主要是公务接待费减少2万元，公务用车运行维护费减少1万元。"
    assert [f[3] for f in states(text, ACCOUNTS)] == ["12", "-3", "-2", "-1"]


def test_parts_stated_behind_the_word_for_a_reason_are_no_reason(states):
    text = (
        "本年支出合计936.4万元，比上年增加61.2万元。增减变动的主要原因：1.基本支出604.6万元，增加81.5万元，系人员增加；"
        "2.项目支出331.8万元，减少20.3万元，系平台运维减少9万元。"
    )
    assert [(f[0], f[1], f[3]) for f in states(text, ACCOUNTS)][2:] == [
        ("basic_expenditure", "level", "604.6"),
        ("basic_expenditure", "change", "81.5"),
        ("project_expenditure", "level", "331.8"),
        ("project_expenditure", "change", "-20.3"),
    ]


def test_a_change_behind_its_own_reason_is_of_its_own_label(states):
    text = "项目支出331.8万元，比上年减少20.3万元；基本支出因增人增资增加81.5万元。"
    assert states(text, ACCOUNTS)[2:] == [("basic_expenditure", "change", FINAL, "81.5", "万元")]

"""The sentence that sums up a project in the accounts of a department, and the one that sums up the department."""

from __future__ import annotations

import pytest

SAID = "全年预算数为73.5万元,执行数为61.2万元,完成预算的83.27%。"
ITEMS = [
    ("project_item", "level", "adjusted_budget", "73.5", "万元"),
    ("project_item", "level", "final_account", "61.2", "万元"),
]


@pytest.mark.parametrize(
    "text",
    [
        "1.林道维护项目绩效自评综述:根据年初设定的绩效目标,林道维护项目绩效自评得分为92分。" + SAID,
        "(2)林道维护项目绩效目标完成情况综述。项目" + SAID,
        "部门整体支出绩效自评得分94分。\n\n林道维护项目支出绩效自评综述：项目自评得分92分。" + SAID,
        "项目绩效目标完成情况：林道维护项目全年预算数73.5万元，实际执行数61.2万元。",
    ],
)
def test_what_sums_up_a_project_is_of_that_project(states, read, text):
    assert [state for state in states(text + "\n") if state[0] != "self_evaluation_score"] == ITEMS
    assert all(f.confidence < 0.9 for f in read(text + "\n").figures if f.concept == "project_item")


@pytest.mark.parametrize(
    "text",
    [
        "部门整体支出绩效自评综述：根据年初设定的绩效目标，自评得分为92分。" + SAID,
        "林道维护项目绩效自评得分92分。部门整体绩效自评情况：" + SAID,
    ],
)
def test_what_sums_up_the_department_is_no_item(states, text):
    assert not [state for state in states(text + "\n") if state[0] == "project_item"]


def test_a_name_of_money_before_it_says_whose_it_is(states):
    text = "林道维护项目绩效自评得分92分。三公经费" + SAID + "\n"
    assert not [state for state in states(text) if state[0] == "project_item"]

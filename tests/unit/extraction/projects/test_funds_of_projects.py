"""Money of the one project that a report is on: proven by the levels that gave it, arranged, paid out."""

from __future__ import annotations

import pytest

from extraction.extract import extract

PROJECT = "石门县水利局2022年度河道治理项目支出绩效自评报告\n\n"


def told(text, title=PROJECT):
    return [
        (one.concept, one.stage, one.value)
        for one in extract((title + text + "\n").encode(), "报告.txt").figures
    ]


WHOLE, UPPER, LOCAL = "project_expenditure", "upper_level_funds", "local_level_funds"
PLAN, SPENT = "initial_budget", "final_account"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我镇获得财政衔接资金共107.7万元，其中：中央专项衔接资金63.2万元，省级专项衔接资金42.7万元，市级资金1.8万元。",
         [(WHOLE, PLAN, "107.7"), (UPPER, PLAN, "63.2"), (UPPER, PLAN, "42.7"), (UPPER, PLAN, "1.8")]),
        ("用于巩固脱贫成果任务安排资金192万。其中，央省140万元、市级12万元、县级40万元，资金已全部到位。",
         [(WHOLE, PLAN, "192"), (UPPER, PLAN, "140"), (UPPER, PLAN, "12"), (LOCAL, PLAN, "40")]),
        ("我校按标准共计239万元，其中上级资金179.25万元，本级59.75万元。",
         [(WHOLE, PLAN, "239"), (UPPER, PLAN, "179.25"), (LOCAL, PLAN, "59.75")]),
    ],
)  # fmt: skip
def test_levels_that_add_up_prove_their_whole(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "我镇获得财政资金共110万元，其中：中央衔接资金63.2万元，市级资金1.8万元。",
        "实际到位资金103万元，其中A镇60万元，B镇43万元。",
        "该标段合同价100万元，其中中央60万元，省级40万元。",
    ],
)
def test_what_does_not_add_up_or_is_no_whole_proves_nothing(text):
    assert WHOLE not in {concept for concept, _, _ in told(text)}


def test_what_two_projects_got_is_of_neither():
    text = (
        "（一）甲项目\n共投入资金100万元，其中中央60万元、省级40万元。\n"
        "（二）乙项目\n共投入资金50万元，其中中央30万元、省级20万元。"
    )
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("改善排水条件，推动农村发展，安排项目资金56万元。", [(WHOLE, PLAN, "56")]),
        ("2022年某医院卫生发展专项资金预算110万元。", [(WHOLE, PLAN, "110")]),
        ("我县2022年通村道路建设项目计划投资217万元，建设道路3公里。", [(WHOLE, PLAN, "217")]),
        ("项目资金共217万元，截止2022年12月8日，已完成拨付211万元，执行率97%。",
         [(WHOLE, PLAN, "217"), (WHOLE, SPENT, "211"), ("budget_execution_rate", None, "97")]),
        ("衔接任务资金支付185万元，未支7万元，支付率96%。", [(WHOLE, SPENT, "185"), ("budget_execution_rate", None, "96")]),
        ("项目资金总预算为245万元，其中部门预算项目支出45万元，专项预算支出200万元。", [(WHOLE, PLAN, "245")]),
        ("其中，安排专项资金5万元。", []),
        ("下达资金80万元，用于渠道维修。", []),
    ],
)  # fmt: skip
def test_budget_and_spending_of_the_project(text, expected):
    assert told(text) == expected


def test_levels_are_of_the_stage_of_their_whole():
    text = "项目资金共100万元，其中中央资金60万元、省级资金40万元。项目支出98万元，其中中央资金58万元，省级资金40万元。"
    assert [(stage, value) for concept, stage, value in told(text) if concept == UPPER] == [
        (PLAN, "60"),
        (PLAN, "40"),
        (SPENT, "58"),
        (SPENT, "40"),
    ]


def test_the_rate_of_what_came_stands_behind_its_parts():
    text = "实际到位资金171万元，其中中央资金120万元、县级资金51万元，资金到位率91.94%。"
    assert ("funds_in_place_rate", None, "91.94") in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年7月20日市财政局下达我局项目前期工作经费200万元。", [(WHOLE, PLAN, "200")]),
        ("石门县财政局下达我局森林防火三三制经费75.96万元，全部到位。", [(WHOLE, PLAN, "75.96")]),
        ("2022年度森林防火“三三制”经费执行率为100%。", [("budget_execution_rate", None, "100")]),
        (
            "共支付培训补贴152万元，资金支付率85%。",
            [(WHOLE, SPENT, "152"), ("budget_execution_rate", None, "85")],
        ),
        (
            "项目资金总额178万元，其中自治区资金120万元、地市资金30万元、县级资金28万元。",
            [(WHOLE, PLAN, "178"), (UPPER, PLAN, "120"), (UPPER, PLAN, "30"), (LOCAL, PLAN, "28")],
        ),
    ],
)
def test_what_the_finance_bureau_gave(text, expected):
    assert told(text) == expected


def test_an_amount_far_below_the_budget_of_the_project_is_in_doubt():
    text = "项目资金总预算为2455.5万元。\n2022年部门预算项目支出87.5万元。"
    found = extract((PROJECT + text + "\n").encode(), "报告.txt").figures
    assert {one.value: one.confidence < 1 for one in found} == {"2455.5": False, "87.5": True}


def test_a_slip_by_a_power_of_ten_is_not_in_doubt():
    text = "项目资金总预算为240万元。\n项目资金总预算为24万元。"
    found = extract((PROJECT + text + "\n").encode(), "报告.txt").figures
    assert {one.confidence for one in found} == {1}

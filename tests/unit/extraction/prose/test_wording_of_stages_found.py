"""Stages that only a comparison tells, words on budgets that tell none, shares and guests of a part; invented names and figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extraction.extract import extract

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
ACCOUNTS = "云岭县信访局2022年度部门决算情况说明\n\n"
STATEMENT = "云岭县2022年度“三公”经费公开说明\n\n"
#: A page without a title.
PAGE = "某区\n\n"
INITIAL, FINAL = "initial_budget", "final_account"


@pytest.mark.parametrize(
    ("title", "text", "stage", "sure"),
    [
        (PAGE, "2022年公务接待费6万元，比上年预算减少1万元。", INITIAL, True),
        (PAGE, "2022年公务接待费6万元，比上年年初预算减少1万元。", INITIAL, True),
        (PAGE, "2022年公务接待费6万元，比2021年预算数增加1万元。", INITIAL, True),
        (PAGE, "2022年公务接待费支出决算6万元，比2022年预算数减少1万元。", FINAL, True),
        (PAGE, "2022年预算公开。公务接待费支出6万元，比预算数减少1万元。", FINAL, True),
        (PAGE, "2022年决算公开。公务接待费预算6万元，比上年减少1万元。", INITIAL, True),
        (ACCOUNTS, "公务接待费6万元，比上年预算减少1万元。", INITIAL, False),
        (ACCOUNTS, "公务接待费6万元，比2022年预算减少1万元。", FINAL, True),
        (ACCOUNTS, "公务接待费支出决算6万元，比上年预算减少1万元。", FINAL, True),
        (
            STATEMENT,
            "全县共127个一级预算部门、211个预算单位。“三公”经费支出合计6万元，同比减少1万元。",
            FINAL,
            True,
        ),
        (STATEMENT, "全县共127个一级预算部门。“三公”经费预算合计6万元，同比减少1万元。", INITIAL, True),
    ],
)
def test_the_stage_of_an_amount_that_prints_none(title: str, text: str, stage: str, sure: bool) -> None:
    figures = [one for one in extract((title + text).encode(), "页.txt").figures if one.base_unit == "yuan"]
    assert {one.stage for one in figures} == {stage}
    assert {one.confidence >= 1 for one in figures} == {sure}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("其他收入12万元，主要是捐赠款收入，占总收入的43%。", [("other_revenue", "43")]),
        ("经营支出95万元，主要为食堂本年支出，占总支出的35%。", [("business_operation_expenditure", "35")]),
        ("财政拨款支出12万元，占本年支出合计的97%。", [("total_expenditure", "97")]),
    ],
)
def test_no_whole_is_a_part_of_itself(text: str, expected: list[tuple[str, str]], states: States) -> None:
    found = [
        (concept, value) for concept, measure, _, value, _ in states(text, ACCOUNTS) if measure == "share"
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费18万元，其中：外事接待费支出1万元。国内公务接待支出17万元。", ["18"]),
        ("公务接待费18万元，其中：国内公务接待支出18万元，比上年减少1万元。", ["18", "18", "-1"]),
        ("国内公务接待支出17万元。", ["17"]),
    ],
)
def test_guests_from_the_country_are_some_of_all(text: str, expected: list[str], states: States) -> None:
    assert [
        value for concept, _, _, value, _ in states(text, ACCOUNTS) if concept == "official_reception"
    ] == expected


def test_what_a_budget_plans_to_arrange_is_stated_and_a_transfer_is_nothing_paid(states):
    title = "临河县水利局2016年部门预算编制说明"
    text = "2016年收入总额41万元，拟安排支出总额41万元，其中：上级提前通知转移支付支出27万元，人员支出12万元，项目支出2万元。"
    assert [(state[0], state[2], state[3]) for state in states(text, title)] == [
        ("total_revenue", "initial_budget", "41"),
        ("total_expenditure", "initial_budget", "41"),
        ("personnel_expenditure", "initial_budget", "12"),
        ("project_expenditure", "initial_budget", "2"),
    ]
    assert "total_expenditure" not in [state[0] for state in states("下一步计划安排支出总额41万元。")]

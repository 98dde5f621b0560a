"""Items of a self-evaluation that begin with the name of their rate: 1.预算执行率（10分）：…. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "青石县水务局2021年度部门整体支出绩效自评报告\n三、绩效分析\n"
SAID = "年初预算数88.2万元，实际支出87.2万元，预算执行率为98.9%。"
EXPECTED = [
    ("total_expenditure", "initial_budget", "88.2"),
    ("total_expenditure", "final_account", "87.2"),
    ("budget_execution_rate", None, "98.9"),
]


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(f.concept, f.stage, f.value) for f in extract((TITLE + text).encode(), "报告.txt").figures]


@pytest.mark.parametrize(
    "lead",
    [
        "1.预算执行率：",
        "（2）预算执行率（10分）：",
        "1、预算执行率（满分10分）。",
        "（二）预算执行率。\n",
        "（二）预算执行率\n",
    ],
)
def test_what_stands_behind_the_name_of_the_rate_is_of_the_department(lead: str) -> None:
    assert read(lead + SAID) == EXPECTED


def test_the_name_of_a_rate_before_its_number_is_its_label() -> None:
    assert read("1.预算执行率：98.9%。") == [("budget_execution_rate", None, "98.9")]


def test_a_lead_on_one_kind_of_spending_says_nothing_of_the_department() -> None:
    found = read("1.“三公”经费控制率：年初预算数8.2万元，实际支出7.2万元。")
    assert all(concept != "total_expenditure" for concept, _, _ in found)


def test_money_added_and_money_at_the_beginning_of_the_year_may_be_called_funds() -> None:
    found = read("1.预算执行率：年初部门预算安排资金88.2万元，本年追加预算资金21.5万元。")
    assert found == [
        ("total_expenditure", "initial_budget", "88.2"),
        ("budget_adjustment", "adjusted_budget", "21.5"),
    ]


def test_behind_the_name_of_an_expense_budget_and_account_are_of_it() -> None:
    found = read(
        "（三）“三公”经费情况：2021年预算安排18万元，其中公务接待费6万元；实际支出14.9万元，其中公务接待费3.2万元。"
    )
    assert found == [
        ("three_public_total", "initial_budget", "18"),
        ("official_reception", "initial_budget", "6"),
        ("three_public_total", "final_account", "14.9"),
        ("official_reception", "final_account", "3.2"),
    ]


def test_a_lead_on_projects_as_a_whole_names_what_follows() -> None:
    assert read("1.项目支出情况：年初预算60万元，决算58万元。") == [
        ("project_expenditure", "initial_budget", "60"),
        ("project_expenditure", "final_account", "58"),
    ]


@pytest.mark.parametrize(
    "lead", ["1.渠道专项使用情况：", "2.渠道维护项目资金使用情况。", "（三）资产使用情况："]
)
def test_below_a_heading_on_the_whole_a_lead_on_one_item_names_nothing_of_the_department(lead: str) -> None:
    assert read(f"（一）预算执行\n{lead}年初预算60万元，决算58万元，执行率96.7%。") == []


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("支出预算60万元，其中公务接待费1.9万元。", "total_expenditure"),
        ("支出预算1.9万元。", "official_reception"),
    ],
)
def test_a_budget_that_holds_what_the_lead_names_is_no_budget_of_that(said: str, concept: str) -> None:
    assert read(f"（二）公务接待费预算情况。2021年{said}")[0][0] == concept


@pytest.mark.parametrize(
    "lead", ["三、预算执行：", "二、部门预算执行：", "（一）资金投入和使用：", "二、收支管理："]
)
def test_a_short_lead_of_budget_words_is_no_item(states, lead):
    found = states(f"{lead}年初预算280万元，调整预算361万元，实际支出350万元。")
    assert [figure[2:4] for figure in found] == [
        ("initial_budget", "280"),
        ("adjusted_budget", "361"),
        ("final_account", "350"),
    ]


@pytest.mark.parametrize("lead", ["二、水利专项资金：", "二、河道整治项目：", "（一）县图书馆："])
def test_a_lead_that_names_some_item_stays_one(states, lead):
    assert states(f"{lead}年初预算280万元，实际支出350万元。") == []

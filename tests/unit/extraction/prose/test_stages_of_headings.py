"""What headings on a whole year say of the stage, and changes of things that have none; invented names and figures."""

from __future__ import annotations

import pytest

BUDGETS = "柳溪县档案馆2023年部门预算公开说明\n\n"
ACCOUNTS = "柳溪县档案馆2023年度部门决算公开说明\n\n"
BELOW = "1、基本支出\n\n2023年基本支出318.4万元，其中人员经费262.9万元，公用经费55.5万元。比2022年预算301.2万元增加17.2万元，增长5.71%。"


@pytest.mark.parametrize("heading", ["（二）全年支出", "（二）全年支出情况", "2.全年支出"])
def test_spending_of_the_year_in_a_budget_is_planned(states, heading):
    text = f"二、收支总体情况\n\n{heading}\n\n2023年支出预算402万元。\n\n{BELOW}"
    assert {one[2] for one in states(text, BUDGETS)} == {"initial_budget"}


@pytest.mark.parametrize(
    "heading", ["（二）全年支出执行情况", "（二）上年全年实际支出", "（二）全年支出决算"]
)
def test_spending_that_a_heading_says_was_spent(states, heading):
    assert ("basic_expenditure", "level", "final_account", "318.4", "万元") in states(
        f"{heading}\n\n{BELOW}", BUDGETS
    )


def test_spending_of_the_year_in_accounts(states):
    text = "一、部门预算情况\n\n（二）全年支出\n\n2023年基本支出318.4万元，项目支出46.2万元。"
    assert {one[2] for one in states(text, ACCOUNTS)} == {"final_account"}


def test_a_balance_that_changed_has_no_stage(states):
    text = "收入总计963.7万元，较上年减少28.4万元，主要原因：一是年初结转和结余减少51.6万元；二是事业收入增加23.2万元。"
    assert states(text, ACCOUNTS)[-2:] == [
        ("opening_carryover", "change", None, "-51.6", "万元"),
        ("undertaking_revenue", "change", "final_account", "23.2", "万元"),
    ]

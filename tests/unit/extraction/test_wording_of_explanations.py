"""Explanations of budgets and accounts, and “三公” statements of departments: wordings met in published ones. Doubt: test_doubts_of_prose."""

from __future__ import annotations

import pytest

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"
ACCOUNTS = "石门县林业局2022年度部门决算情况说明\n\n"
STATEMENT = "石门县林业局2022年“三公”经费情况说明\n\n"


def test_a_stop_inside_brackets_ends_no_sentence(states):
    found = states(
        "公务用车购置及运行费60万元（公务用车购置费20万元，比上年增加1万元。）比上年增加3万元，增长5%。"
    )
    assert ("official_vehicle", "change", FINAL, "3", "万元") in found
    assert ("official_vehicle", "change_rate", FINAL, "5", "%") in found


def test_a_year_between_a_kind_of_spending_and_its_budget_changes_nothing(states):
    found = states("公务接待费2022年度财政拨款决算数为6.2万元，占“三公”经费财政拨款决算总数的31%。", ACCOUNTS)
    assert found == [
        ("official_reception", "level", FINAL, "6.2", "万元"),
        ("official_reception", "share", FINAL, "31", "%"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内设职能部门12个，其中派出站所4个。", ("internal_division_count", "level", None, "12", "个")),
        ("2022年度收支总决算846.2万元，比2021年收支总决算增31.5万元。", ("total_uses", "level", FINAL, "846.2", "万元")),
        ("2022年度收支总决算846.2万元，比2021年收支总决算增31.5万元。", ("total_uses", "change", FINAL, "31.5", "万元")),
        ("单位年末人数52人，其中在职38人，退休14人。", ("staff_actual", "level", None, "52", "人")),
    ],
)  # fmt: skip
def test_names(states, text, expected):
    assert expected in states(text, ACCOUNTS)


def test_a_note_on_what_the_budget_is_does_not_make_a_statement_one_of_accounts(states):
    text = "现将“三公”经费预算数说明如下：公务接待费8万元。\n注：预算数为当年年初预算安排的财政拨款数。"
    assert states(text, STATEMENT) == [("official_reception", "level", BUDGET, "8", "万元")]
    spent = "公务接待费6万元，年初预算为8万元。"
    assert ("official_reception", "level", FINAL, "6", "万元") in states(spent, STATEMENT)

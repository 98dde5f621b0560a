"""Income and spending that their words narrow to one budget are not all that came in or went out. Own names and figures."""

from __future__ import annotations

import pytest

TITLE = "石门县林业局2022年度部门决算公开说明\n\n"
ALL, FISCAL = "total_revenue", "fiscal_appropriation_revenue"
GENERAL, FUND = "general_public_budget_appropriation", "government_fund_appropriation"
CAPITAL = "state_capital_appropriation"


def _levels(read, text):
    return [
        (figure.concept, figure.fund_scope, figure.value)
        for figure in read(text, TITLE).figures
        if figure.measure == "level"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年度财政拨款本年收入905万元，比上年增加25万元。", [(FISCAL, None, "905")]),
        ("政府性基金预算财政拨款本年收入35万元，本年支出30万元。", [(FUND, None, "35"), ("total_expenditure", "government_fund", "30")]),
        ("国有资本经营预算财政拨款本年收入6万元。", [(CAPITAL, None, "6")]),
        ("一般公共预算总收入870万元。", [(GENERAL, None, "870")]),
        ("2022年度本年收入940万元，本年支出930万元。", [(ALL, None, "940"), ("total_expenditure", None, "930")]),
        ("2022年度本年收入940万元，其中财政拨款收入905万元。", [(ALL, None, "940"), (FISCAL, None, "905")]),
        ("财政拨款收入905万元，本年收入合计940万元。", [(FISCAL, None, "905"), (ALL, None, "940")]),
        ("财政拨款收入905万元，本年支出合计930万元。", [(FISCAL, None, "905"), ("total_expenditure", None, "930")]),
    ],
)  # fmt: skip
def test_income_of_one_budget(read, text, expected):
    assert _levels(read, text) == expected


@pytest.mark.parametrize(
    ("name", "concept", "fund"),
    [
        ("财政拨款收入总计", FISCAL, "fiscal_appropriation"),
        ("一般公共预算财政拨款收入合计", GENERAL, "general_public_budget"),
    ],
)
def test_a_total_with_balances_is_more_than_what_came_in(read, name, concept, fund):
    found = _levels(read, f"{name}990万元，其中：本年收入905万元，年初结转85万元。")
    assert found[:2] == [("total_resources", fund, "990"), (concept, None, "905")]
    assert _levels(read, f"{name}990万元，其中：工资补助905万元。")[0] == (concept, None, "990")


def test_changes_and_rates_go_with_the_income_of_one_budget(read):
    figures = read("财政拨款本年收入905万元，完成年初预算的70%，比上年增加25万元，增长2.84%。", TITLE).figures
    assert {figure.concept for figure in figures} == {FISCAL}
    assert [figure.measure for figure in figures] == ["level", "completion_rate", "change", "change_rate"]

"""Sums of what levels of government gave, in batches or before the sum; what a project's report says of its department. Own figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "澄溪县2023年小型水库维护补助资金绩效自评报告\n\n"
WHOLE, UPPER, PLAN, SPENT = "project_expenditure", "upper_level_funds", "initial_budget", "final_account"


def told(text):
    return {
        (one.concept, one.stage, one.value, one.fiscal_year)
        for one in extract((TITLE + text + "\n").encode(), "报告.txt").figures
        if one.confidence >= 0.9
    }


def test_levels_before_their_sum():
    text = "中央财政310万元，省财政90万元，两级资金合计400万元，无县级资金。"
    assert {(WHOLE, PLAN, "400", 2023), (UPPER, PLAN, "310", 2023), (UPPER, PLAN, "90", 2023)} == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "中央资金支出310万元，省级资金支出90万元，两级资金合计400万元。",
        "中央财政310万元，省财政90万元，两级资金合计450万元。",
    ],
)
def test_no_levels_that_were_given(text):
    assert not {one for one in told(text) if one[1] == PLAN}


def test_batches_and_the_rate_of_what_was_paid_of_them():
    text = "2023年，中央下达我县3批水库维护资金，共计500万元。\n资金已全部分解，其中东镇210万元、西镇290万元。目前，资金已执行410万元，预算执行率82%。"
    expected = {(UPPER, PLAN, "500", 2023), (WHOLE, SPENT, "410", 2023)}
    assert expected <= told(text) and not {one for one in told(text) if one[2] in {"210", "290"}}
    assert (UPPER, PLAN, "500", 2023) not in told("2023年，中央下达3批资金，其中第一批200万元，共计500万元。")


def test_what_a_budget_was_cut_to():
    text = "项目年初预算45万元，年中调减至41万元，调减4万元。实际支付40万元，结余1万元。"
    assert {
        (WHOLE, PLAN, "45", 2023),
        (WHOLE, "adjusted_budget", "41", 2023),
        ("budget_adjustment", "adjusted_budget", "4", 2023),
        (WHOLE, SPENT, "40", 2023),
    } <= told(text)


def test_what_was_left_of_the_year_before_is_part_of_a_sum():
    text = "2023年下达我县补助资金共计150万元（中央120万元、省级30万元），加上2022年结转的8万元，共计158万元。\n清淤63万元，加固80万元，合计支出143万元，执行率90.51%。"
    assert {
        (WHOLE, PLAN, "158", 2023),
        ("opening_carryover", None, "8", 2023),
        (WHOLE, SPENT, "143", 2023),
    } <= told(text)
    assert not {one for one in told(text) if one[0] == "total_expenditure"}


def test_what_is_left_is_of_the_year_reported_whenever_it_will_be_paid():
    text = "项目支出90万元，结转6万元。\n建议2024年安排维护资金30万元；对结转资金6万元加快支付，于2024年6月底前付清。"
    assert {one[3] for one in told(text) if one[0] == "carryover_funds"} == {2023}


def test_used_by_schools_is_what_was_paid_where_the_rest_is_left():
    text = "下达资金200万元。\n截至2023年12月底资金拨付200万元，拨付率100%；水库实际使用150万元，使用率75%。\n结转2024年50万元。"
    assert (WHOLE, SPENT, "150", 2023) in told(text)


def test_all_that_the_department_spent_and_funds_of_a_county_and_above():
    text = "项目实际支付95万元。\n县水利局2023年度部门支出决算880万元，该项目占10.8%。"
    assert not {one for one in told(text) if one[0] == WHOLE and one[2] == "880"}
    text = "总投资120万元，其中县级以上财政资金100万元，自筹20万元。"
    assert not {one for one in told(text) if one[0] == "local_level_funds"}


def test_money_of_the_year_before_alone_and_a_rate_of_handing_out():
    text = "2023年结转2022年水库维护项目资金合计320万元，全年预算执行数合计80万元，预算执行率25%。"
    assert {(WHOLE, SPENT, "80", 2023), ("budget_execution_rate", None, "25", 2023)} <= told(text)
    text = "2023年下达补助资金140万元。\n已拨付资金133万元，资金拨付率95%。"
    assert {(WHOLE, SPENT, "133", 2023), ("budget_execution_rate", None, "95", 2023)} <= told(text)
    text = "2023年下达补助资金140万元。\n已拨付资金133万元，资金拨付率90%。"
    assert not {one for one in told(text) if one[0] == "budget_execution_rate"}

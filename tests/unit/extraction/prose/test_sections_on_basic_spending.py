"""Below a heading on one kind of spending: what was spent altogether, and what was arranged. Own names and figures."""

from __future__ import annotations

import pytest

TITLE = "2024年度青陵县妇女联合会部门整体支出绩效自评报告\n二、一般公共预算支出情况\n（一）基本支出情况\n"


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("2024年支出96.4万元，其中基本支出88.4万元，项目支出8万元。", "total_expenditure"),
        ("2024年支出96.4万元，其中人员支出88.4万元，公用支出8万元。", "basic_expenditure"),
        ("2024年支出96.4万元，比上年基本支出90万元增加6.4万元。", "basic_expenditure"),
    ],
)
def test_what_holds_the_part_that_the_heading_names_is_all_spending(read, text, concept):
    figures = [one for one in read(text, TITLE).figures if one.value == "96.4"]
    assert {one.concept for one in figures} == {concept}


def test_what_finance_arranged_in_the_departments_budget_is_its_budget(read):
    text = "2024年部门预算财政安排公共财政拨款资金共96.4万元,实际支出91.4万元。"
    assert {(one.concept, one.stage, one.value) for one in read(text, TITLE).figures} == {
        ("fiscal_appropriation_revenue", "initial_budget", "96.4"),
        ("total_expenditure", "final_account", "91.4"),
    }


def test_money_of_other_sources_beside_the_budget_is_other_income(read):
    text = "2024年预算收入96.4万元，其中年初预算81万元，调整追加15.4万元。其他资金来源7.3万元。"
    told = {(one.concept, one.stage, one.value) for one in read(text, TITLE).figures}
    assert ("other_revenue", "final_account", "7.3") in told

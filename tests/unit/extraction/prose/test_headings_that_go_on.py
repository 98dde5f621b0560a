"""Headings, leads and lists that go on over the lines of a whole report; invented names and figures."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 第四部分 ends what 三、 began
        ("三、项目支出\n苗圃改造。\n第四部分  部门整体支出绩效情况\n年初预算198万元，调整后预算240万元。", [("total_expenditure", "initial_budget", "198"), ("total_expenditure", "adjusted_budget", "240")]),
        ("三、项目支出\n苗圃改造。\n年初预算198万元，调整后预算240万元。", [("project_expenditure", "initial_budget", "198"), ("project_expenditure", "adjusted_budget", "240")]),
        # （三） in a long line ends the heading （二）
        ("（二）部门预算安排\n情况如下。\n（三）三公经费情况。年初预算9万元，决算8万元，节支1万元。其中：公务用车运行维护费7万元，公务接待费1万元，其余没有发生。", [("three_public_total", "initial_budget", "9"), ("three_public_total", "final_account", "8"), ("official_vehicle_operation", "final_account", "7"), ("official_reception", "final_account", "1")]),
        # 收支 is both sides; people are paid, not received
        ("（二）部门预算收支情况。\n1.年初预算情况。县财政局批复2022年部门预算310万元，包括人员支出178万元、公用支出12万元。", [("total_expenditure", "initial_budget", "310"), ("personnel_expenditure", "initial_budget", "178"), ("public_expenditure", "initial_budget", "12")]),
        ("2.预算调整情况。年中净增加预算43万元，年末预算合计74万元。", [("budget_adjustment", "adjusted_budget", "43"), ("total_expenditure", "adjusted_budget", "74")]),
        ("部门预算支出64万元。年度执行中收到专项38万元，调整后支出预算为101万元。", [("total_expenditure", "initial_budget", "64"), ("total_expenditure", "adjusted_budget", "101")]),
        ("2.4 年初预算98万元，年中追加3万元，调整预算101万元，执行率99.66%。", [("total_expenditure", "initial_budget", "98"), ("budget_adjustment", "adjusted_budget", "3"), ("total_expenditure", "adjusted_budget", "101"), ("budget_execution_rate", None, "99.66")]),
        # a list broken at the end of a line
        ("支出预算总额90万元：人员经费60万元；\n日常公用经费8万元；项目支出22万元。", [("total_expenditure", "initial_budget", "90"), ("personnel_expenditure", "initial_budget", "60"), ("public_expenditure", "initial_budget", "8"), ("project_expenditure", "initial_budget", "22")]),
        ("支出预算总额90万元：人员经费60万元；\n2022年日常公用经费8万元。", [("total_expenditure", "initial_budget", "90"), ("personnel_expenditure", "initial_budget", "60"), ("public_expenditure", "final_account", "8")]),
        # words in black brackets stand for a heading
        ("【预算】年初批复112万元，其中人员支出84万元。调整后115万元。", [("total_expenditure", "initial_budget", "112"), ("personnel_expenditure", "initial_budget", "84"), ("total_expenditure", "adjusted_budget", "115")]),
        ("1.基本支出：年初68万元，调整后72万元，支出72万元，执行率100%；", [("basic_expenditure", "initial_budget", "68"), ("basic_expenditure", "adjusted_budget", "72"), ("basic_expenditure", "final_account", "72")]),
        # what was spent of a procurement budget; balances at both ends
        ("政府采购：预算53万元，实际47万元。", [("procurement_budget", "initial_budget", "53"), ("procurement_actual", "final_account", "47")]),
        ("年末结转和结余39万元，年初为26万元。", [("closing_carryover", None, "39"), ("opening_carryover", None, "26")]),
        # beside a total, so of no stage of it
        ("调整预算收入77万元，全部为财政拨款，另有广告等事业收入5万元。", [("total_revenue", "adjusted_budget", "77"), ("fiscal_appropriation_revenue", "adjusted_budget", "77"), ("undertaking_revenue", "final_account", "5")]),
    ],
)  # fmt: skip
def test_what_a_line_takes_from_those_above(states, text, expected):
    assert [(one[0], one[2], one[3]) for one in states(text) if one[1] == "level"] == expected


def test_the_rate_behind_a_list_is_of_what_has_a_budget(states):
    said = "三公经费预算11万元，实际支出7.15万元，其中公车运行6.78万元，接待0.37万元，完成预算的65%。"
    assert ("three_public_total", "completion_rate", "final_account", "65", "%") in states(said)


def test_income_of_the_headquarters_is_not_all_income(read):
    figures = read("当年收入97万元，支出106万元。局本级当年收入40万元，支出43万元。").figures
    assert {one.value: one.org_scope for one in figures if one.value in {"40", "43"}} == {
        "40": "headquarters",
        "43": "headquarters",
    }


def test_traditional_words_for_behind_are_read(read):
    title = "粵海縣國土資源局2015年度部門整體支出績效自評報告\n\n"
    found = read("年初部門預算69萬元，調整後預算89萬元。", title).figures
    assert [(one.stage, one.value) for one in found] == [("initial_budget", "69"), ("adjusted_budget", "89")]


def test_what_own_money_paid_is_no_part_of_what_the_budget_paid(read):
    figures = read(
        "“三公”经费均由事业收入列支，财政拨款安排的“三公”经费为0万元。公务接待费0.96万元。"
    ).figures
    assert [(one.concept, one.fund_scope) for one in figures] == [
        ("three_public_total", "fiscal_appropriation"),
        ("official_reception", None),
    ]
    assert [one.fund_scope for one in read("财政拨款“三公”经费为2万元。").figures] == [None]

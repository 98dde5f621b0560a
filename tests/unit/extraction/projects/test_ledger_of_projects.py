"""The money of one project, proved by the reckoning over its whole report. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "澄溪县2023年农机补贴项目绩效自评报告\n\n"
PLAN, ADJUSTED, SPENT = "initial_budget", "adjusted_budget", "final_account"


def told(text: str, title: str = TITLE) -> set[tuple[str | None, str]]:
    """Stages and values of the project's money that are told for certain."""
    return {
        (one.stage, one.value)
        for one in extract((title + text + "\n").encode(), "报告.txt").figures
        if one.concept == "project_expenditure" and one.fiscal_year == 2023 and one.confidence >= 0.9
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下达我乡衔接资金84万元。\n至12月底，东桥村实付30万元，西桥村实付48万元，合计支付78万元，占下达资金的92.86%。", {(PLAN, "84"), (SPENT, "78")}),
        ("财政核定经费50万元，分两批下达。\n全年开支47.5万元，剩余资金2.5万元。", {(PLAN, "50"), (SPENT, "47.5")}),
        ("项目批复总金额为36.5万元，全部为当年财政拨款。\n截至年末列支36.5万元。", {(PLAN, "36.5"), (SPENT, "36.5")}),
        ("应付服务费96万元，年初列入预算70万元，9月追加26万元。全年共计支付93万元，扣减违约金3万元。", {(PLAN, "70"), (ADJUSTED, "96"), (SPENT, "93")}),
        ("本年收到补助40万元，上年结转5万元。全年支出43万元，其中检测费30万元。结余2万元转入下年。", {(SPENT, "43")}),
        ("项目资金（万元）：全年预算数 88.00，全年执行数 85.80，执行率 97.50%", {(ADJUSTED, "88.00"), (SPENT, "85.80")}),
        ("批复资金41万元。\n按合同支付维护费39万元，电费1.5万元，两项合计40.5万元；指标余额0.5万元已注销。", {(PLAN, "41"), (SPENT, "40.5")}),
        ("年初安排补贴200万元，政府同意再追加60万元，全年补贴260万元，于12月20日前全部拨付公司。", {(PLAN, "200"), (ADJUSTED, "260"), (SPENT, "260")}),
        ("下达经费18.6万元。\n全年支用17.1万元，尚余1.5万元。", {(PLAN, "18.6"), (SPENT, "17.1")}),
        ("补助资金30万元全部到位。", set()),
        ("项目资金200万元，截至9月底支付100万元，支付率50%；截至年底支付190万元，支付率95%。", {(PLAN, "200"), (SPENT, "190")}),
    ],
)  # fmt: skip
def test_rates_remainders_and_equal_amounts_prove_what_was_paid(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "甲项目预算30万元，开支28万元，执行率93.33%。\n乙项目预算20万元，开支19万元，执行率95%。",
        "项目2021年至2023年共安排资金120万元，已兑付110万元，支付率91.67%。",
        "项目资金支出：康复服务12万元，器具适配12万元，占项目预算12万元的100%。",
        "（一）护林员补贴\n年初预算32万元，全年开支31万元，执行率96.88%。\n（二）天然林补助\n年初预算28万元。",
        "每户补助3万元，共补助20户60万元，已兑付60万元。",
        "施工合同金额48万元，已付给承包方43.2万元，支付率90%。",
        "2022年下达资金30万元，兑付28.5万元，支付率95%。",
    ],
)
def test_parts_other_years_and_several_projects_prove_nothing(text):
    assert told(text) == set()


def test_a_budget_that_grew_is_told_with_what_was_added():
    figures = extract(
        (TITLE + "县级批复预算53万元；年中根据办案量追加6万元，调整后预算59万元。\n").encode(), "报告.txt"
    ).figures
    found = {(one.concept, one.stage, one.value) for one in figures}
    assert ("budget_adjustment", ADJUSTED, "6") in found
    assert {("project_expenditure", PLAN, "53"), ("project_expenditure", ADJUSTED, "59")} <= found


def test_a_rate_is_told_with_the_payment_that_it_proves():
    figures = extract(
        (TITLE + "应列支60万元，实列支60万元，无结余、无截留，执行率100%。\n").encode(), "报告.txt"
    ).figures
    assert ("budget_execution_rate", "100") in {(one.concept, one.value) for one in figures}


def test_a_rate_behind_a_payment_that_a_remainder_proves_is_told_though_it_is_wrong():
    text = "安排资金192万元。\n衔接任务资金支付185万元，未支7万元，支付率95%。"
    figures = extract((TITLE + text + "\n").encode(), "报告.txt").figures
    assert {("project_expenditure", "185"), ("budget_execution_rate", "95")} <= {
        (one.concept, one.value) for one in figures
    }


def test_a_report_on_a_department_has_no_ledger():
    title = "澄溪县农机局2023年度部门整体支出绩效自评报告\n\n"
    assert told("财政核定经费50万元。全年开支47.5万元，剩余资金2.5万元。", title) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("批复预算68万元，全年支出61万元，执行率89.71%，结转7万元用于下一年结算。", ("carryover_funds", "7")),
        ("本年收到补助60万元，上年结转8万元。全年支出61万元，其中监测费40万元、印刷费21万元。结余7万元交回财政。", ("surplus_funds", "7")),
        ("批复预算68万元，全年支出61万元，执行率89.71%，结转9万元用于下一年结算。", None),
        ("批复预算68万元，全年支出61万元，剩余7万元。", None),
    ],
)  # fmt: skip
def test_what_is_left_is_told_where_the_sum_comes_out(text, expected):
    figures = extract((TITLE + text + "\n").encode(), "报告.txt").figures
    left = {
        (one.concept, one.value) for one in figures if one.concept in {"carryover_funds", "surplus_funds"}
    }
    assert left == ({expected} if expected else set())


def test_what_is_proved_stands_in_the_sentence_that_says_it():
    text = "项目资金总额400万元。\n全年支出372万元，执行率93%，结转28万元。\n"
    sentences = {one.value: one.sentence_no for one in extract((TITLE + text).encode(), "报告.txt").figures}
    assert sentences["28"] == sentences["372"] == sentences["93"] != sentences["400"]

"""Sides and balances of the account of one budget, of which only its first name says so."""

from __future__ import annotations

import pytest

ACCOUNTS = "石门县林业局2022年度部门决算公开说明\n\n"
BUDGETS = "石门县林业局2022年度部门预算公开说明\n\n"
GOVERNMENT, GENERAL, FISCAL = "government_fund", "general_public_budget", "fiscal_appropriation"
INCOME, SPENT, OPENING, CLOSING = (
    "total_revenue",
    "total_expenditure",
    "opening_carryover",
    "closing_carryover",
)
RECEIVED, USED = "total_resources", "total_uses"
OF_GOVERNMENT, OF_GENERAL, OF_FISCAL = (
    "government_fund_appropriation",
    "general_public_budget_appropriation",
    "fiscal_appropriation_revenue",
)


def _scoped(read, text, title=ACCOUNTS):
    return [(f.concept, f.value, f.fund_scope) for f in read(text, title).figures if f.measure == "level"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2022年度政府性基金预算财政拨款年初结转和结余1万元，本年收入9万元，本年支出8万元，年末结转和结余2万元。",
            [(OPENING, "1", GOVERNMENT), (OF_GOVERNMENT, "9", None), (SPENT, "8", GOVERNMENT), (CLOSING, "2", GOVERNMENT)],
        ),
        ("政府性基金预算财政拨款收入9万元，支出8万元；其他收入3万元。", [(OF_GOVERNMENT, "9", None), (SPENT, "8", GOVERNMENT), ("other_revenue", "3", None)]),
        ("财政拨款收入总计9万元，支出总计9万元。", [(RECEIVED, "9", FISCAL), (USED, "9", FISCAL)]),
        ("年初财政拨款结转和结余1万元，年末财政拨款结转和结余2万元。", [(OPENING, "1", FISCAL), (CLOSING, "2", FISCAL)]),
        ("财政拨款收入9万元，支出8万元。", [(OF_FISCAL, "9", None), (SPENT, "8", None)]),
        ("收入总计9万元，支出总计9万元。", [(RECEIVED, "9", None), (USED, "9", None)]),
        ("一般公共预算财政拨款收入9万元，政府性基金预算财政拨款收入3万元，支出合计12万元。", [(OF_GENERAL, "9", None), (OF_GOVERNMENT, "3", None), (SPENT, "12", None)]),
        ("本年收入10万元，全部为一般公共预算拨款10万元，支出9万元。", [(INCOME, "10", None), (OF_GENERAL, "10", None), (SPENT, "9", None)]),
        ("收入：一般公共预算拨款9万元，上年结转3万元。", [(OF_GENERAL, "9", None), (OPENING, "3", None)]),
        ("一般公共预算财政拨款收入9万元。本年支出12万元。", [(OF_GENERAL, "9", None), (SPENT, "12", None)]),
    ],
)  # fmt: skip
def test_an_account_keeps_its_budget(read, text, found):
    assert _scoped(read, text) == found


def test_what_a_fund_spends_is_no_income(read):
    found = _scoped(read, "2022年政府性基金预算收入9万元，支出8万元。", BUDGETS)
    assert found == [(OF_GOVERNMENT, "9", None), (SPENT, "8", GOVERNMENT)]


@pytest.mark.parametrize(
    "words", ["各增加2万元，增长10%", "均增加2万元，增长10%", "收、支总计各增加2万元，增长10%"]
)
def test_both_totals_change(read, words):
    figures = read(f"收入总计22万元，支出总计22万元。与2021年度相比，{words}。", ACCOUNTS).figures
    changes = [(f.concept, f.measure, f.value) for f in figures if f.measure != "level"]
    assert changes == [
        (RECEIVED, "change", "2"),
        (USED, "change", "2"),
        (RECEIVED, "change_rate", "10"),
        (USED, "change_rate", "10"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022年政府性基金预算拨款支出9万元。", [(SPENT, "9", GOVERNMENT)]),
        ("2022年国有资本经营预算拨款支出9万元。", [(SPENT, "9", "state_capital")]),
        ("2022年政府性基金拨款支出决算9万元。", [(SPENT, "9", GOVERNMENT)]),
        ("2022年政府性基金拨款收入9万元。", [(OF_GOVERNMENT, "9", None)]),
        ("2022年财政专户管理资金支出9万元。", []),
        ("八、政府性基金预算收入支出情况\n年末结转和结余9万元。", [(CLOSING, "9", GOVERNMENT)]),
        ("八、收入支出情况\n年末结转和结余9万元。", [(CLOSING, "9", None)]),
        (
            "政府性基金预算财政拨款收入9万元；年初结转和结余1万元；支出10万元，其中基本支出0万元，项目支出10万元。",
            [(OF_GOVERNMENT, "9", None), (OPENING, "1", GOVERNMENT), (SPENT, "10", GOVERNMENT), ("basic_expenditure", "0", GOVERNMENT), ("project_expenditure", "10", GOVERNMENT)],
        ),
    ],
)  # fmt: skip
def test_what_is_granted_by_a_fund_and_spent_is_spending(read, text, found):
    assert _scoped(read, text) == found


def test_sums_named_again_keep_their_budget(read):
    figures = read("财政拨款收、支总计各22万元，与上年相比，收、支总计各减少2万元。", ACCOUNTS).figures
    assert len(figures) == 4 and {f.fund_scope for f in figures} == {FISCAL}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("财政拨款收入总计9万元（含年初结转1万元），支出总计9万元。", [(RECEIVED, "9", FISCAL), (OPENING, "1", None), (USED, "9", FISCAL)]),
        ("财政拨款收入总计9万元，与2021年相比增加2万元，增长5%；支出总计9万元。", [(RECEIVED, "9", FISCAL), (USED, "9", FISCAL)]),
        ("一般公共预算财政拨款收入总计9万元（含年初结转1万元）；支出总计8万元。", [(RECEIVED, "9", GENERAL), (OPENING, "1", None), (USED, "8", GENERAL)]),
        ("四、财政拨款收入支出决算总体情况\n2022年收、支总计均为9万元。", [(RECEIVED, "9", FISCAL), (USED, "9", FISCAL)]),
        # no sum, the sums of the department, another sentence, parts of all income
        ("财政拨款收入9万元，与2021年相比增加2万元；支出总计9万元。", [(OF_FISCAL, "9", None), (USED, "9", None)]),
        ("收入总计9万元（含年初结转1万元），支出总计9万元。", [(RECEIVED, "9", None), (OPENING, "1", None), (USED, "9", None)]),
        ("财政拨款收入总计9万元。2022年支出总计12万元。", [(OF_FISCAL, "9", None), (USED, "12", None)]),
        ("收入总计12万元，其中财政拨款收入9万元；支出总计12万元。", [(RECEIVED, "12", None), (OF_FISCAL, "9", None), (USED, "12", None)]),
    ],
)  # fmt: skip
def test_both_sums_are_of_the_budget_that_the_sentence_began_with(read, text, found):
    assert _scoped(read, text) == found


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("2022年总收入9万元（含上年结转1万元），其他收入3万元。", RECEIVED),
        ("2022年支出总额9万元（含年末结转1万元），基本支出3万元。", USED),
        # paid from the balance, and other things beside it
        ("2022年支出总额9万元（含上年结转1万元），基本支出3万元。", SPENT),
        ("2022年总收入9万元（含其他收入1万元），事业收入3万元。", INCOME),
        ("2022年总收入9万元（含上年结转1万元、其他收入3万元）。", INCOME),
        ("2022年本年收入合计9万元（含上年结转1万元）。", INCOME),
    ],
)
def test_a_sum_that_holds_a_balance(read, text, concept):
    assert _scoped(read, text)[0] == (concept, "9", None)

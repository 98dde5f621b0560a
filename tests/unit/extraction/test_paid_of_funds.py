"""What was paid of one project's money, where a rate says of what it is the share. Own names and figures."""

from __future__ import annotations

import pytest

PROJECT = "石门县2022年度高标准农田建设项目支出绩效自评报告\n\n"
PAID = "project_expenditure", "final_account"


@pytest.mark.parametrize(
    ("text", "paid", "rate"),
    [
        ("当年到位资金600万元，支付工程款540万元，执行率90%。", "540", "90"),
        ("资金下达600万元，下达率100%；支出540万元，支出率90%。", "540", "90"),
        ("申报资金650万元，实际到位600万元，到位率92.31%；截止年底支付540万元，结存60万元，支付进度90%。", "540", "90"),
        ("共收到补助资金600万元。其中：中央资金400万元，省级资金200万元，实际拨付使用540万元，执行率为90%。", "540", "90"),
    ],
)  # fmt: skip
def test_the_share_in_all_the_money_proves_what_was_paid(text, paid, rate, states):
    found = states(text, PROJECT)
    assert (PAID[0], "level", PAID[1], paid, "万元") in found
    assert ("budget_execution_rate", "level", None, rate, "%") in found or "进度" in text


@pytest.mark.parametrize(
    "text",
    [
        "项目预算资金900万元，第一标段600万元，支付540万元，支付率90%。",
        "清河村安排资金600万元，支付540万元，支付率90%。",
        "共签订合同600万元，支付540万元，支付率90%。",
    ],
)
def test_a_share_in_a_part_of_it_proves_that_it_is_not_all(text, states):
    assert not [value for concept, *_, value, _ in states(text, PROJECT) if value == "540"]

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
        ("可用资金600万元；本年发放540万元，惠及农户2.1万户；结余60万元留待下年使用；资金发放率90%。", "540", "90"),
    ],
)  # fmt: skip
def test_the_share_in_all_the_money_proves_what_was_paid(text, paid, rate, states):
    found = states(text, PROJECT)
    assert (PAID[0], "level", PAID[1], paid, "万元") in found
    assert ("budget_execution_rate", "level", None, rate, "%") in found or "进度" in text or "发放率" in text


@pytest.mark.parametrize(
    "text",
    [
        "项目预算资金900万元，第一标段600万元，支付540万元，支付率90%。",
        "清河村安排资金600万元，支付540万元，支付率90%。",
        "共签订合同600万元，支付540万元，支付率90%。",
    ],
)
def test_a_share_in_a_part_of_it_proves_that_it_is_not_all(text, states):
    assert not {value for *_, value, _ in states(text, PROJECT)} & {"540", "90"}


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("兑付到户58万元，护林员劳务费6万元，共支出64万元。", "64"),
        ("项目资金支出：精准服务12万元，辅具适配7万元，合计19万元。", "19"),
    ],
)
def test_a_sum_of_what_was_paid_is_what_the_project_spent(text, paid, states):
    assert (PAID[0], "level", PAID[1], paid, "万元") in states(text, PROJECT)


@pytest.mark.parametrize(
    "text",
    [
        "中央到位30万元，省级到位20万元，合计50万元。",
        "项目预算：设备购置费30万元，安装费20万元，合计50万元。",
    ],
)
def test_a_sum_of_what_came_in_or_is_planned_is_not(text, states):
    assert not [one for one in states(text, PROJECT) if one[2:4] == (PAID[1], "50")]


def test_what_the_rate_of_a_project_is_reckoned_of_is_the_projects(states):
    found = states("2.预算执行率（5分）。实际支出160.8万元÷到位资金171万元＝94.04%，得4.7分。", PROJECT)
    assert (PAID[0], "level", PAID[1], "160.8", "万元") in found
    assert not [one for one in found if one[0] == "total_expenditure"]

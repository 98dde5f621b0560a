"""设备采购合同价60万元，已支付58万元: what was paid for a contract, a fee, one recipient or a loan is not what the project spent."""

from __future__ import annotations

from decimal import Decimal

import pytest

TITLE = "石门县2022年度灌区改造项目支出绩效自评报告\n\n"
SURE = Decimal("0.9")


def _sure(read, words):
    found = read(words, TITLE).figures
    return [(f.concept, f.value) for f in found if f.confidence >= SURE and f.concept != "activity_count"]


@pytest.mark.parametrize(
    "words",
    [
        "设备采购合同价244万元，已支付184万元，支付率75.41%。",
        "管网铺设中标价244万元，累计支付184万元，支付率49.8%；护岸工程合同金额411万元，已支付357万元。",
        "聘请第三方机构支付评审费66.97万元，监理费35.36万元。",
        "资金拨付西河镇187.89万元、城关街道51.15万元。",
        "累计发放贷款615万元，贴息98万元。",
    ],
)
def test_parts_are_not_the_project(read, words):
    assert _sure(read, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "项目资金244万元，已支付184万元，支付率75.41%。",
        "设备采购合同价50万元；项目预算资金244万元，实际支出184万元，执行率75.41%。",
    ],
)
def test_the_project_itself(read, words):
    assert ("project_expenditure", "184") in _sure(read, words)


def test_a_rate_behind_another_payment_is_not_of_the_one_before(read):
    before, contract = (
        "发放补助资金574.38万元，",
        "技术服务合同价893.87万元，已支付599.85万元，支付率67.02%。",
    )
    assert "67.02" not in {value for _, value in _sure(read, before + contract)}
    assert ("budget_execution_rate", "67.02") in _sure(read, before + "支付率67.02%。")


@pytest.mark.parametrize(
    ("words", "classes"),
    [
        ("项目实际支出480万元，其中技术服务支出162万元，其他支出31万元。", []),
        ("教育支出480万元，其他支出31万元。", ["480", "31"]),
        ("项目支出480万元，其中其他支出（类）31万元。", ["31"]),
        ("4.其他支出31万元。", ["31"]),
    ],
)
def test_other_spending_is_a_class_beside_classes(read, words, classes):
    figures = read(words, "石门县林业局2022年度部门决算公开说明\n\n").figures
    assert [f.value for f in figures if f.concept == "function_class_amount"] == classes

"""国有资本经营预算支出: spending by its function among classes, else all that this budget paid."""

from __future__ import annotations

import pytest

CLASS, BUDGET = "function_class_amount", "total_expenditure"


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("政府性基金预算支出3万元；国有资本经营预算支出5万元。", BUDGET),
        ("政府性基金预算支出0万元。国有资本经营预算支出5万元。", BUDGET),
        ("国有资本经营预算支出5万元。", BUDGET),
        ("2022年国有资本经营预算支出年初预算为5万元。", BUDGET),
        ("国有资本经营预算支出（类）5万元。", CLASS),
        ("223国有资本经营预算支出5万元。", CLASS),
        ("一般公共服务支出20万元，国有资本经营预算支出5万元。", CLASS),
        ("教育支出20万元。国有资本经营预算支出5万元。", CLASS),
    ],
)
def test_what_the_name_is_of(read, words, concept):
    figure = read(words).figures[-1]
    assert (figure.concept, figure.value) == (concept, "5")
    assert figure.fund_scope == ("state_capital" if concept == BUDGET else None)
    assert figure.function_code == ("223" if concept == CLASS else None)


@pytest.mark.parametrize("verb", ["计划", "拟", "将", "预算"])
def test_what_is_to_be_bought_is_not_there(read, verb):
    found = read(f"年末固定资产224万元。2022年{verb}购置设备43万元。").figures
    assert "43" not in {f.value for f in found}
    assert "43" in {f.value for f in read("年末固定资产224万元。2022年购置设备43万元。").figures}

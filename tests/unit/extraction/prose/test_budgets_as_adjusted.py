"""The budget as adjusted: what the first budget and all that came to it add up to, or what a sentence on the year's changes ends with."""

from __future__ import annotations

import pytest

SELF = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
ADJUSTED = "adjusted_budget"


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("年初预算148.5万元，追加20.8万元，加上上年结转6.3万元，调整后预算175.6万元。", "175.6"),
        ("年初预算148.5万元，追加20.8万元，加上上年结转6.3万元，调整后预算177.6万元。", None),
        ("年初部门预算148.5万元。执行中上级下达防火补助资金等，全年预算数为175.6万元。", "175.6"),
        ("年初部门预算148.5万元。防火物资储备项目，全年预算数为75.6万元。", None),
    ],
)
def test_what_comes_to_the_budget_makes_it_the_adjusted_one(states, text, adjusted):
    found = [f[3] for f in states(text, SELF) if f[0] == "total_expenditure" and f[2] == ADJUSTED]
    assert found == ([adjusted] if adjusted else [])

"""What levels of government gave to a project, where the full name of the money stands between the verb and the amount, or alone."""

from __future__ import annotations

import pytest

TITLE = "石门县林业局2023年度林业改革发展项目支出绩效自评报告\n\n一、项目基本情况\n"
GIVEN = ("upper_level_funds", "level", "initial_budget")


@pytest.mark.parametrize(
    "given",
    [
        "2023年，财政部下达某省林业草原生态保护恢复补助资金",
        "2023年中央、省、市财政林业改革发展补助资金",
        "2023年度自治区财政厅分解下达中央转移支付林业专项资金共",
        "中央下拨我省林业改革发展资金共",
    ],
)
def test_money_of_the_levels_above(states, given):
    assert states(f"{given}1749万元，全部及时拨付。", TITLE)[0][:4] == (*GIVEN, "1749")


@pytest.mark.parametrize(
    "said",
    [
        "中央财政林业改革发展项目资金",
        "省级财政林业专项资金到位",
        "其中中央财政造林补助资金",
        "车辆购置税收入补助地方资金",
    ],
)
def test_other_money_is_left_out(states, said):
    found = states(f"{said}1749万元。", TITLE)
    assert not [f for f in found if f[0] in {"upper_level_funds", "local_level_funds"} and f[2] == GIVEN[2]]
    assert "local_level_funds" not in {f[0] for f in found}


def test_other_spending_behind_a_conjunction_is_no_class(states):
    assert not states("蔬菜及其他支出302.8万元。", TITLE)

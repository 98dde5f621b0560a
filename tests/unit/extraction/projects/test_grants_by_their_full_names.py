"""What levels of government gave to a project, where the full name of the money stands between the verb and the amount, or alone."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "石门县林业局2023年度林业改革发展项目支出绩效自评报告\n\n一、项目基本情况\n"
GIVEN = ("upper_level_funds", "level", "initial_budget")


@pytest.mark.parametrize(
    "given",
    [
        "2023年，财政部下达某省林业草原生态保护恢复补助资金",
        "2023年中央、省、市财政林业改革发展补助资金",
        "2023年度自治区财政厅分解下达中央转移支付林业专项资金共",
        "中央财政林业改革资金和省级财政林业资金共下达我县护林专项补助经费",
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


def test_money_of_levels_below_a_heading_on_both_is_not_sure_where_the_kind_is_unknown():
    text = "（二）预算安排和支出情况\n2021年、2022年防火资金共计90万元，其中2021年省级资金30万元、中央资金20万元。"
    found = [f for f in extract(text.encode(), "节选.txt").figures if f.concept == "upper_level_funds"]
    assert found
    assert all(f.confidence < 1 for f in found)

"""Amounts, people, rates and points that only share a name with those of the department: of a company, on average, set as a goal, of one project."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我局代管县水利投资公司，该公司总资产5.6亿元，负债3亿元。", []),
        ("县城投集团资产总额5.6亿元；我局资产总额861万元。", ["861"]),
        ("年平均在职人员39人，年末在职人员38人。", ["38"]),
        ("年初设定预算执行率95%，全年预算执行率96.3%。", ["96.3"]),
        ("计划预算执行率为95%；预算执行率96.3%。", ["96.3"]),
        ("项目一自评得分98分，项目二自评得分92分，部门整体自评95分。", ["95"]),
        # the same names of the department's own
        ("我局监管企业12家，我局资产总额861万元。", ["861"]),
        ("平均每人办公面积9平方米，在职人员38人。", ["38"]),
        ("年初设定绩效目标12个，预算执行率96.3%。", ["96.3"]),
        ("12个项目均完成目标，自评得分95分。", ["95"]),
    ],
)
def test_what_is_of_others(states, text, found):
    assert [value for _, measure, _, value, _ in states(text) if measure == "level"] == found


PROJECT = "石门县2022年度河道治理项目支出绩效自评报告\n一、项目基本情况\n"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("项目总投资1200万元，其中2022年计划投资400万元。", []),
        ("项目总投资1200万元，分三年实施，2022年安排400万元。", []),
        ("截至2022年底累计支付1180万元，其中2022年支付380万元。", []),
        ("全县共实施12个项目，总投资5600万元。", []),
        ("项目总投资1200万元，其中中央资金800万元。", ["1200"]),
        ("本项目包括12个子项目，总投资5600万元。", ["5600"]),
        ("项目预算1200万元，2022年支出400万元。", ["1200", "400"]),
    ],
)
def test_all_years_and_all_projects_are_not_the_project_of_the_year(read, text, sure):
    figures = read(text, PROJECT).figures
    whole = [f for f in figures if f.concept == "project_expenditure" and f.confidence >= Decimal("0.9")]
    assert [f.value for f in whole] == sure


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("预算400万元，其中中央资金300万元、县级资金100万元，实际到位400万元，支出380万元。", []),
        ("县级资金预算100万元，实际到位80万元。", ["80"]),
        ("中央资金300万元，全部到位；县级资金100万元，实际到位60万元。", ["60"]),
    ],
)
def test_what_came_in_of_all_levels_is_of_no_one_level(read, text, received):
    figures = read(text, PROJECT).figures
    local = [f.value for f in figures if f.concept == "local_level_funds" and f.stage == "final_account"]
    assert local == received

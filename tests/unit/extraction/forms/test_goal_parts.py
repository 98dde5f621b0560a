"""Sources of a project's money in its form of goals, as far as they add up. Own words."""

from __future__ import annotations

import pytest

from extraction.extract import extract

_FISCAL, _OTHER = "fiscal_appropriation_revenue", "other_revenue"
_GENERAL, _FUND = "general_public_budget_appropriation", "government_fund_appropriation"


def _read(rows: str) -> set[tuple[str, str]]:
    text = f"项目支出绩效目标申报表\n（2021年度）\n项目名称 养老助餐\n预算单位 区民政局\n{rows}\n一级指标 二级指标 三级指标\n"
    return {
        (one.concept, one.value)
        for one in extract(text.encode(), "goals.txt").figures
        if one.stage == "initial_budget" and one.concept != "budget_execution_score_line"
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # no amount behind the name of the whole
        (
            "项目资金(万元) 年度资金总额 金额(万元)\n(一)财政拨款小计 8.40\n1、一般公共预算 6.40\n2、政府性基金 2.00\n其他收入 0.00",
            {(_FISCAL, "8.40"), (_GENERAL, "6.40"), (_FUND, "2.00"), (_OTHER, "0.00")},
        ),
        # money of all years beside that of the year
        (
            "|项目资金(万元)|中期资金总额:|84.00|年度资金总额:|28.00|\n||其中:财政拨款|84.00|其中:财政拨款|26.00|\n||其他资金|0|其他资金|2.00|",
            {("project_expenditure", "28.00"), (_FISCAL, "26.00"), (_OTHER, "2.00")},
        ),
        # levels of government, and a sum that is called nothing else
        (
            "资金需求(万元)|合计|132.50\n中央财政资金|0.00\n省级财政资金|106.00\n市县财政资金|26.50",
            {("project_expenditure", "132.50"), ("upper_level_funds", "0.00"), ("upper_level_funds", "106.00"), ("local_level_funds", "26.50")},
        ),
        # what does not add up
        ("年度资金总额(万元) 28.00\n其中:财政拨款 20.00\n其他资金 2.00", {("project_expenditure", "28.00")}),
        ("项目资金(万元) 合计 28.00\n省级财政资金 20.00", set()),
    ],
)  # fmt: skip
def test_sources_that_add_up(rows, expected):
    assert _read(rows) == expected

"""Which year and which project a report is on whose title says little; whose income and whose score. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract


def read(text: str):
    return extract(text.encode(), "报告.txt")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("澄江市“法律援助”项目支出绩效自评报告\n\n2023年财政批复资金53万元。\n下步打算：2024年预算安排56万元。\n", 2023),
        ("澄江公园“古树保护”项目支出绩效自评报告\n\n截至2024年12月31日，实际支出22.9万元。\n", 2024),
    ],
)  # fmt: skip
def test_the_year_is_that_of_what_was_done(text, year):
    assert read(text).identity.fiscal_year == year


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2021年度智慧安防视频租赁服务费绩效自评报告", "project_self_evaluation"),
        ("2021年度东门桥维修工程绩效自评报告", "project_self_evaluation"),
        ("2021年优抚对象补助经费自评报告", "project_self_evaluation"),
        ("2021年校舍加固专项绩效自评报告", "project_self_evaluation"),
        ("2021年度三公经费绩效自评报告", "department_self_evaluation"),
    ],
)
def test_a_title_that_names_a_cost_is_of_a_project(title, kind):
    assert read(f"{title}\n\n一、资金。全年支付8万元。\n").identity.report_kind == kind


@pytest.mark.parametrize(
    ("title", "score"),
    [("澄溪县2023年助学项目绩效自评报告", ["88.5"]), ("澄溪县一中2023年度部门整体支出绩效自评报告", [])],
)
def test_the_score_of_our_project_is_that_of_a_report_on_it(title, score):
    figures = read(f"{title}\n\n我校助学项目自评88.5分。\n").figures
    assert [one.value for one in figures if one.concept == "self_evaluation_score"] == score


def test_what_firms_took_in_is_no_income_of_the_project():
    assert not read(
        "澄溪县2023年文化产业专项资金绩效自评报告\n\n上述14家企业当年营业收入合计3.62亿元。\n"
    ).figures

"""Wording of whole self-evaluation reports: posts by kind, changes behind lists, money of one project; invented names and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.extract import extract

DEPARTMENT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
PROJECT = "石门县2022年度苗圃改造项目支出绩效自评报告\n\n"


def figures(text: str, title: str = DEPARTMENT):
    return extract((title + text).encode(), "报告.txt").figures


def read(text: str, title: str = DEPARTMENT) -> list[tuple[str, str, str]]:
    """Concept, measure and value of each figure that a text states."""
    return [(one.concept, one.measure, one.value) for one in figures(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("核定编制36名（行政12名、事业24名）。", [("staff_quota", "level", "36"), ("administrative_quota", "level", "12"), ("institution_quota", "level", "24")]),
        ("核定编制36名，其中行政的12名、事业的24名。", [("staff_quota", "level", "36"), ("administrative_quota", "level", "12"), ("institution_quota", "level", "24")]),
        ("核定编制36名（行政12名、事业23名）。", [("staff_quota", "level", "36")]),
        ("总编制36人，其中：行政编制8人，参公编制5人，事业编制23人。", [("staff_quota", "level", "36"), ("administrative_quota", "level", "8")]),
        ("行政编制8名，实有8人；下属林木种苗站核定事业编制12名，实有10人。", [("administrative_quota", "level", "8"), ("institution_quota", "level", "12")]),
        ("聘用护林员、炊事员等临时人员7人。", [("staff_contract", "level", "7")]),
        ("全年接待群众来访86批412人次。", []),
        ("接待游客9批120人次。", []),
        ("力争2023年“三公”经费支出压缩5%。", []),
        ("力争预算执行率达到98%以上，“三公”经费支出压缩5%。", []),
        ("收入决算38万元，全部为财政拨款，比上年增加2万元。", [("total_revenue", "level", "38"), ("fiscal_appropriation_revenue", "level", "38"), ("total_revenue", "change", "2")]),
        ("“三公”经费决算数16万元，其中公务用车运行维护费14万元、公务接待费2万元；较2021年决算数18万元下降11.11%。", [("three_public_total", "level", "16"), ("official_vehicle_operation", "level", "14"), ("official_reception", "level", "2"), ("three_public_total", "level", "18"), ("three_public_total", "change_rate", "-11.11")]),
        ("预算执行得28分（满分30分），履职得38分（满分40分），效果得29分（满分30分），综合得分95分。", [("self_evaluation_score", "level", "95")]),
        ("该项满分10分，自评得分8分。", []),
        ("苗圃项目总投资86万元。", []),
        ("林农满意率96.2%，病虫害较上年下降12%。", [("satisfaction_rate", "level", "96.2")]),
    ],
)  # fmt: skip
def test_what_an_amount_is(text, expected):
    assert read(text) == expected


def test_whose_money_pays_for_one_project():
    text = "项目总投资86万元，其中中央林业改革资金50万元、省级补助资金20万元、县级配套资金16万元。"
    assert [(one.concept, one.stage, one.fund_scope, one.value) for one in figures(text, PROJECT)] == [
        ("project_expenditure", "initial_budget", None, "86"),
        ("upper_level_funds", "initial_budget", "central", "50"),
        ("upper_level_funds", "initial_budget", "provincial", "20"),
        ("local_level_funds", "initial_budget", None, "16"),
    ]


@pytest.mark.parametrize(
    ("change", "concept", "confidence"),
    [("节约3万元", "three_public_total", "0.95"), ("节约1万元", "official_vehicle_operation", "1"), ("节约2.5万元", "official_vehicle_operation", "0.5")],
)  # fmt: skip
def test_a_change_behind_a_list_is_of_the_part_or_the_whole_whose_amounts_differ_by_it(
    change, concept, confidence
):
    text = (
        "“三公”经费预算9万元，其中公务接待费4万元，公务用车运行维护费5万元；实际支出6万元，"
        f"其中公务接待费2万元，公务用车运行维护费4万元，比年初预算{change}。"
    )
    last = figures(text)[-1]
    assert (last.measure, last.concept, last.confidence) == ("change", concept, Decimal(confidence))


def test_a_body_that_a_sentence_introduces_is_not_the_department_of_the_title():
    text = "沅陵县文旅局2022年度部门整体支出绩效自评报告\n\n下设文化馆、博物馆，其中文化馆、博物馆为免费开放单位。\n支出3万元。"
    assert extract(text.encode(), "报告.txt").identity.department_name == "沅陵县文旅局"

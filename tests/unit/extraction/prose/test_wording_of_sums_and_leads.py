"""Both totals at once, sums of expenses and procurement, leads with a sum; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from tests.unit.extraction.conftest import stated

BUDGET = "柳沟县水务局2021年部门预算说明\n\n"
SPENT, PLAN = "final_account", "initial_budget"


def of_years(text: str, title: str) -> list[tuple[str, str | None, int | None, str]]:
    """Concept, stage, year and value of each figure of a text."""
    return [
        (one.concept, one.stage, one.fiscal_year, one.value)
        for one in extract((title + text).encode(), "说明.txt").figures
    ]


def test_both_totals_are_compared_with_one_amount():
    text = "2022年总收入与总支出均为96万元，比上一年的90万元增加6万元，上升6.67%。"
    read = of_years(text, "柳沟县水务局2022年度部门决算公开\n\n")
    for concept in ("total_revenue", "total_expenditure"):
        assert {
            (concept, SPENT, 2022, "96"),
            (concept, SPENT, 2021, "90"),
            (concept, SPENT, 2022, "6"),
        } <= set(read)


def test_what_an_account_says_of_last_year_in_a_budget_was_spent():
    read = of_years("2020年支出88万元，完成调整预算的99.27%。", BUDGET)
    assert ("total_expenditure", SPENT, 2020, "88") in read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("车辆费预算9万元，实支8万元；接待费预算6万元，实支3万元。两项实支共11万元。", ("three_public_total", "level", SPENT, "11")),
        ("货物类支出41万元、工程类支出20万元、服务类支出7万元，采购共68万元。政府采购货物41万元、服务7万元，合计48万元。", ("procurement_actual", "level", SPENT, "48")),
        ("1.收入。合计96万元：财政拨款收入90万元（93.75%），其他6万元（6.25%）。", ("total_revenue", "level", SPENT, "96")),
        ("本年收入共计96万元。按来源分：一般公共预算90万元，占93.75%；政府性基金6万元，占6.25%。", ("government_fund_appropriation", "level", SPENT, "6")),
        ("公务接待费。2022年发生额1.03万元，年初安排2.6万元，节支1.57万元。", ("official_reception", "change", SPENT, "-1.57")),
        ("以上三项合计公共安全支出64万元，占支出总额的88.69%。", ("function_class_amount", "level", SPENT, "64")),
        ("机关运行经费：2022年62万元，2021年71万元，同比-9万元、-12.68%。", ("agency_operating_cost", "change_rate", SPENT, "-12.68")),
        ("公务接待费支出0.46万元（7批54人），上年0.52万元。", ("official_reception", "level", SPENT, "0.52")),
        ("公务接待费年初预算6万元，实支3万元，执行率50%。", ("official_reception", "completion_rate", SPENT, "50")),
        ("支出情况：96万元，其中人员支出60万元。", ("total_expenditure", "level", SPENT, "96")),
        ("期末应急保障用车3辆、特种专业技术用车2辆，合计5辆。", ("vehicle_stock", "level", None, "5")),
        ("本单位占有房屋420平方米，车辆7辆。", ("vehicle_stock", "level", None, "7")),
        ("收支相抵结余4万元，连同上年滚存1.9万元，年末滚存结余5.9万元。", ("opening_carryover", "level", None, "1.9")),
        ("年末结转和结余23万元，比年初的31万元减少8万元。", ("opening_carryover", "level", None, "31")),
        ("年末结转和结余23万元，比年初的31万元减少8万元。", ("closing_carryover", "change", None, "-8")),
        ("现有在编教职工147人，临时代课教师6人。", ("staff_contract", "level", None, "6")),
        ("与2021年相比：科学技术支出增加16万元。", ("function_class_amount", "change", SPENT, "16")),
        ("年末结转和结余13万元，较年初增8万元。", ("closing_carryover", "change", None, "8")),
    ],
)  # fmt: skip
def test_a_wording_of_accounts_states(text, expected):
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拟采购货物类15.2万元、服务类88万元、工程类260万元，共363.2万元。", ("procurement_budget", "level", PLAN, "363.2")),
        ("七、机关运行经费\n预计支出24万元，与去年预算23万元基本持平。", ("agency_operating_cost", "level", PLAN, "24")),
        ("收入86万元，支出86万元。收入中财政保障76万元；支出中工资福利67万元、商品和服务19万元。", ("economic_class_amount", "level", PLAN, "67")),
        ("支出合计65万元，较2020年批复预算数59万元，增加6万元（10.17%）。", ("total_expenditure", "change_rate", PLAN, "10.17")),
        ("2021年“三公”预算21.5万元。", ("three_public_total", "level", PLAN, "21.5")),
    ],
)  # fmt: skip
def test_a_wording_of_budgets_states(text, expected):
    assert expected in stated(text, BUDGET)


def test_the_change_of_a_part_is_not_that_of_all_spending():
    text = "公务用车购置及运行维护费支出12万元，均为运行维护费支出，比年初预算数少2万元。"
    assert "total_expenditure" not in [one[0] for one in stated(text)]


@pytest.mark.parametrize(
    "title", ["柳沟县史志研究室2018年预算情况\n\n", "柳沟县水务局2018年预算绩效目标说明\n\n"]
)
def test_a_title_that_only_names_the_budget_or_its_goals_is_of_the_budget(title):
    assert ("official_reception", "level", PLAN, "0.8") in stated("公务接待费0.8万元。", title)


def test_a_payment_to_somebody_is_not_all_that_was_spent():
    text = "项目支出年初预算60万元，支付20万元给中标单位。"
    assert ("project_expenditure", "level", SPENT, "20") not in stated(text)
    assert ("project_expenditure", "level", SPENT, "58") in stated("项目支出年初预算60万元，支付58万元。")

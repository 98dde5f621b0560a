"""Lists of explanations by short names, shares that nothing names, sums and pairs of stages; invented names and figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import stated

BUDGET = "柳沟县水务局2021年部门预算说明\n\n"
SPENT, PLAN = "final_account", "initial_budget"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本年支出合计90万元，其中公共安全72万元，住房保障18万元。", ("function_class_amount", "level", SPENT, "72")),
        ("财政拨款支出90万元：教育6万元、公共安全66万元、住房保障18万元。", ("function_class_amount", "level", SPENT, "6")),
        ("总支出90万元，工资福利61万元，商品服务21万元，个人和家庭补助8万元。", ("economic_class_amount", "level", SPENT, "8")),
        ("2.卫生健康（类）31万元，占4%。", ("function_class_amount", "level", SPENT, "31")),
        ("社保和就业支出12万元。", ("function_class_amount", "level", SPENT, "12")),
        ("本年支出90万元：基本支出60万元（66.67%）、项目支出30万元（33.33%）。", ("basic_expenditure", "share", SPENT, "66.67")),
        ("本年收入90万元，其中财政拨款88万元，其他2万元。", ("other_revenue", "level", SPENT, "2")),
        ("本年支出合计90万元：基本60万元（66.67%），项目30万元（33.33%）。", ("project_expenditure", "share", SPENT, "33.33")),
        ("车辆运行费9万元；公务接待费14万元。三项合计23万元。", ("three_public_total", "level", SPENT, "23")),
        ("公务接待费2021年预算数、决算数分别为6万元、4.2万元。", ("official_reception", "level", PLAN, "6")),
        ("公务接待费2021年预算数、决算数分别为6万元、4.2万元。", ("official_reception", "level", SPENT, "4.2")),
        ("收入总额（含年初结转结余11万元）318万元。", ("total_resources", "level", SPENT, "318")),
        ("本年收入307万元，比上年增收12万元。", ("total_revenue", "change", SPENT, "12")),
        ("机关运行经费62万元，较上年略减3万元。", ("agency_operating_cost", "change", SPENT, "-3")),
        ("授予中小企业合同23万元，占100%。", ("sme_contract_amount", "level", SPENT, "23")),
        ("“三公”经费、会议费、培训费支出5.2万元，其中：公务接待费1万元，会议费1.2万元，培训费3万元。", ("training_expenditure", "level", SPENT, "3")),
        ("事业收入占收入总额的90.19%，较上年增加17万元。", ("undertaking_revenue", "change", SPENT, "17")),
        ("2021年“三公”经费支出22万元，其中接待费2万元。2021年比2020年增加18万元。", ("three_public_total", "change", SPENT, "18")),
        ("共有警用车辆（含摩托车）21辆。", ("vehicle_stock", "level", None, "21")),
        ("公务用车购置数0辆，期末实有3辆。", ("vehicle_stock", "level", None, "3")),
        ("镇政府行政及事业单位编制88名。", ("staff_quota", "level", None, "88")),
        ("四、财政拨款支出决算情况说明\n（三）具体情况。年初预算64万元，支出决算60万元，完成年初预算的93.75%。", ("total_expenditure", "level", PLAN, "64")),
    ],
)  # fmt: skip
def test_a_list_is_read(text, expected):
    assert expected in stated(text)


def test_income_and_spending_of_a_budget_are_named_together():
    read = stated("2021年收入支出预算均为158万元，比上年增加11万元。", BUDGET)
    assert ("total_revenue", "level", PLAN, "158") in read
    assert ("total_expenditure", "level", PLAN, "158") in read
    assert ("total_expenditure", "change", PLAN, "11") in read


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("本年支出90万元，其中教育6万元。", ("function_class_amount", "6")),  # one name alone is no list
        ("其他36万元，其他12万元。", ("other_revenue", "12")),
        ("本年支出90万元：基本支出60万元（71.2%）。", ("basic_expenditure", "71.2")),  # no share of these
        ("车辆运行费9万元；公务接待费14万元。三项合计25万元。", ("three_public_total", "25")),
        ("公务用车更新2辆，购置车辆3辆。", ("vehicle_stock", "3")),
        ("租用车辆4辆，报废车辆5辆。", ("vehicle_stock", "5")),
        ("镇政府行政及事业单位编制88名。", ("institution_quota", "88")),
        (
            "四、财政拨款支出决算情况说明\n行政运行。年初预算64万元，支出决算60万元。",
            ("total_expenditure", "64"),
        ),
    ],
)
def test_what_only_looks_like_one_is_not(text, never):
    assert never not in [(concept, value) for concept, _, _, value in stated(text)]


def test_what_a_statement_of_accounts_arranged_is_doubtful(read):
    title = "四、“三公”经费增减变化说明\n\n"
    figures = read("2021年“三公”经费财政拨款安排18万元，上年决算21万元。", title).figures
    assert [one.confidence < 1 for one in figures if one.value == "18"] == [True]

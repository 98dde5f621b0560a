"""Wording met on published pages, reworded: glosses, names that their section makes plain, reasons, parts of changes; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

ACCOUNTS = "云溪县林草局2021年度部门决算公开说明\n\n"


def read(text: str, title: str = ACCOUNTS) -> list[tuple[str, str, str]]:
    """Concept, measure and value of each figure that a text states."""
    found = extract((title + text).encode(), "说明.txt").figures
    return [(one.concept, one.measure, one.value) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a class explained in brackets is that class
        ("基本支出50万元，其中工资福利支出（人员支出）38万元，商品和服务支出（公用支出）12万元。", [("basic_expenditure", "level", "50"), ("economic_class_amount", "level", "38"), ("economic_class_amount", "level", "12")]),
        # parts that share the name of the whole
        ("人员经费83万元。其它人员经费7万元。", [("personnel_expenditure", "level", "83")]),
        ("3、党员外出培训费2万元；", []),
        ("在职实有人数26人，行政实有人数15人，事业实有人数为11人。", [("staff_in_service", "level", "26")]),
        ("行政事业在职人员26人。", [("staff_in_service", "level", "26")]),
        ("事业实有人数为9人，其中苗圃6人，护林站3人；退休4人。", [("staff_retired", "level", "4")]),
        # names that the section makes plain
        ("六、机关运行经费情况\n2021年用于一般公共预算安排的行政运行经费，合计36万元。", [("agency_operating_cost", "level", "36")]),
        ("五、机关运行经费支出说明。\n2021年，我单位运行经费支出4万元。", [("agency_operating_cost", "level", "4")]),
        ("我单位运行经费支出4万元。", []),
        ("涉及政府采购项目2个，预算资金15万元。", [("procurement_budget", "level", "15")]),
        ("年初批复预算6个项目420万元，调整预算后项目预算390万元。", [("project_expenditure", "level", "420"), ("project_expenditure", "level", "390")]),
        ("三公经费5万元。其中：公务用车1辆，运行维护费4万元，公务接待费1万元。", [("three_public_total", "level", "5"), ("vehicle_stock", "level", "1"), ("official_vehicle_operation", "level", "4"), ("official_reception", "level", "1")]),
        # behind a reason
        ("公务用车购置及运行费60万元，比上年下降20%，主要是2020年公车改革，2021年公务用车购置数及保有量分别为2辆和18辆。", [("official_vehicle", "level", "60"), ("official_vehicle", "change_rate", "-20"), ("vehicle_stock", "level", "18")]),
        ("收入包括：财政拨款收入90万元，比2020年减少5万元，主要是人员减少；支出包括：农林水支出70万元，住房保障支出20万元，比2020年减少5万元。", [("fiscal_appropriation_revenue", "level", "90"), ("fiscal_appropriation_revenue", "change", "-5"), ("function_class_amount", "level", "70"), ("function_class_amount", "level", "20")]),
        ("编制人数小计9人，其中：参照公务员法管理的事业编制人数0人，事业编制人数9人。", [("staff_quota", "level", "9"), ("institution_quota", "level", "9")]),
        ("在职人数小计9人，行政在职人数4人，事业单位在职人数5人。退休人数小计2人。", [("staff_in_service", "level", "9"), ("staff_retired", "level", "2")]),
        ("办公室在职实有12人，实有车辆2辆。", [("staff_in_service", "level", "12"), ("vehicle_stock", "level", "2")]),
        ("本年收入总额为61万元，收入总计83万元；本年支出总额为74万元，其中学前教育支出73万元；结余9万元。", [("total_revenue", "level", "61"), ("total_resources", "level", "83"), ("total_expenditure", "level", "74"), ("closing_carryover", "level", "9")]),
        ("现单位实有在职在编人员6名，人事派遣人员3名。", [("staff_in_service", "level", "6"), ("staff_contract", "level", "3")]),
        ("公务用车购置及运行费5万元，下降9%，下降的原因是实行公车改革，我局共有车辆2辆。", [("official_vehicle", "level", "5"), ("official_vehicle", "change_rate", "-9"), ("vehicle_stock", "level", "2")]),
        ("政府采购金额为75万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额19万元；由小微企业供应商中标或成交的，采购金额0万元。", [("procurement_actual", "level", "75")]),
        ("政府采购预算75万元。面向中小企业预留政府采购项目预算金额36万元。", [("procurement_budget", "level", "75")]),
        ("该项目共编制12个绩效目标指标。", []),
        ("核定事业编制12个。", [("institution_quota", "level", "12")]),
        ("受益贫困户总收入42万元，村集体年收入6万元。", []),
        ("2021年度上年结转和结余资金为9万元，本年收入61万元。", [("opening_carryover", "level", "9"), ("total_revenue", "level", "61")]),
        ("本局下设28个派驻机构（其中21个乡镇派出所）。", []),
        ("本局下设3个二级机构。", [("subordinate_unit_count", "level", "3")]),
        # a blank behind the separator of thousands
        ("公务用车运行维护费1, 537.4万元。", [("official_vehicle_operation", "level", "1537.4")]),
        # how much of a budget was spent
        ("“三公”经费支出48万元，为年初预算数60万元的80%。其中：公车购置支出20万元，为年初预算数25万元的80%。", [("three_public_total", "level", "48"), ("three_public_total", "level", "60"), ("three_public_total", "completion_rate", "80"), ("official_vehicle_purchase", "level", "20"), ("official_vehicle_purchase", "level", "25"), ("official_vehicle_purchase", "completion_rate", "80")]),
        # changes
        ("公务用车运行维护费比去年增加3万元，增加原因主要是任务较大幅度增加，公务车使用增加；公务接待费支出决算比预算无增减变化，比去年增加1万元。", [("official_vehicle_operation", "change", "3"), ("official_reception", "change", "1")]),
        ("财政拨款支出150万元，完成年初预算的110%，决算数大于预算数14万元，主要原因是追加。", [("total_expenditure", "level", "150"), ("total_expenditure", "completion_rate", "110"), ("total_expenditure", "change", "14")]),
        ("本年支出150万元，决算数小于年初预算数6万元。", [("total_expenditure", "level", "150"), ("total_expenditure", "change", "-6")]),
        ("2021年比上年减少了“三公”经费9万元，其中公务接待费7万元。", [("three_public_total", "change", "-9")]),
        ("支出与上年相比增加20万元，其中基本支出增加12万元，项目支出8万元。", [("total_expenditure", "change", "20"), ("basic_expenditure", "change", "12")]),
        ("本年支出90万元，比上年增加10万元，其中基本支出70万元。", [("total_expenditure", "level", "90"), ("total_expenditure", "change", "10"), ("basic_expenditure", "level", "70")]),
    ],
)  # fmt: skip
def test_what_an_amount_is(text, expected):
    assert read(text) == expected


def test_a_year_in_a_reason_ends_with_its_clause():
    text = "公务用车购置及运行费46万元，下降21%，主要是2020年车辆减少；公务接待费4万元。"
    found = extract((ACCOUNTS + text).encode(), "说明.txt").figures
    assert {one.concept: one.fiscal_year for one in found} == {
        "official_vehicle": 2021,
        "official_reception": 2021,
    }


def test_a_change_behind_a_list_of_classes_may_be_of_their_whole():
    text = "总支出120万元，其中农林水支出100万元，住房保障支出20万元，比2020年减少22万元。"
    found = extract((ACCOUNTS + text).encode(), "说明.txt").figures
    assert [one.confidence < 1 for one in found if one.measure == "change"] == [True]


def test_what_is_measured_by_its_budget_stays_what_was_spent():
    text = "“三公”经费支出48万元，为年初预算数60万元的80%。其中：公车购置支出20万元。"
    found = extract((ACCOUNTS + text).encode(), "说明.txt").figures
    assert found[-1].concept == "official_vehicle_purchase"
    assert found[-1].stage == "final_account"


def test_amounts_of_a_later_year_than_the_heading_have_an_uncertain_stage():
    text = "二、2021年“三公”经费决算情况\n2022年度“三公”经费较2021年度增加2万元。公务用车运行费用较上年增加3万元。"
    found = extract((ACCOUNTS + text).encode(), "说明.txt").figures
    assert [one.confidence < 1 for one in found] == [True, True]


def test_an_amount_measured_by_the_budget_is_not_that_budget():
    text = "一般公共预算安排“三公”经费支出823万元，比年初预算增加13万元。其中：公务接待费60万元。"
    found = extract((ACCOUNTS + text).encode(), "说明.txt").figures
    assert {one.stage for one in found} == {"final_account"}


def test_a_single_word_on_budgets_makes_no_amount_a_budget():
    text = "云溪县2019年度政府采购支出总额335万元。今后将规范预算支出。"
    assert [one.stage for one in extract(text.encode(), "说明.txt").figures] == ["final_account"]


def test_all_the_money_of_a_project_stands_before_that_of_each_level():
    title = "云溪县2019年度财政专项扶贫资金项目支出绩效自评报告\n\n"
    text = "2019年我县投入财政专项扶贫资金184万元，其中：第一批中央财政专项扶贫资金107万元、第一批省级财政专项扶贫资金51万元、县级配套资金26万元。"
    assert read(text, title) == [
        ("project_expenditure", "level", "184"),
        ("upper_level_funds", "level", "107"),
        ("upper_level_funds", "level", "51"),
        ("local_level_funds", "level", "26"),
    ]


def test_a_balance_of_one_budget_is_not_that_of_all_money():
    text = "2021年度年初结转和结余9万元。政府性基金预算财政拨款上年结转和结余0万元，政府性基金预算财政拨款年末结转和结余0万元。"
    found = extract((ACCOUNTS + text).encode(), "说明.txt").figures
    assert [one.fund_scope for one in found] == [None, "government_fund", "government_fund"]


def test_below_a_heading_on_spending_a_budget_changes_by_what_was_spent_of_it():
    heading = "（一）一般公共预算财政拨款支出决算总体情况\n"
    text = "2021年一般公共预算财政拨款支出126万元。与2020年相比，一般公共预算财政拨款增加2万元，增长1.61%。"
    found = extract((ACCOUNTS + heading + text).encode(), "说明.txt").figures
    assert {(one.concept, one.fund_scope) for one in found} == {
        ("total_expenditure", "general_public_budget")
    }


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("会议费为5，300万元。", ["5300"]),
        ("会议费、培训费分别为5，300万元。", ["5", "300"]),
        ("会议费、培训费各5，300万元。", ["5"]),
        ("会议费5万元，300万元用于造林，培训费1，537.4万元。", ["5", "1537.4"]),
        ("会议费2.4，301.6万元。", ["2.4"]),
        ("会议费2，300，500万元。", []),
        ("会议费1234，301.6万元。", ["1234"]),
        ("会议费3、12万元，培训费1，537.4万元。", ["3", "1537.4"]),
    ],
)
def test_a_comma_between_thousands_makes_no_two_amounts_and_one_between_amounts_not_one(
    states, text, amounts
):
    assert [state[3] for state in states(text)] == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("会议费5.4万元，比上年减少0.2。", ["5.4", "-0.2"]),
        ("会议费5.4万元，比上年减少2。", ["5.4"]),
        ("会议费5.4万元，比上年减少0.2成。", ["5.4"]),
    ],
)
def test_a_change_without_a_unit_is_in_that_of_the_amount_where_it_has_decimals_and_ends_its_clause(
    states, text, amounts
):
    assert [state[3] for state in states(text)] == amounts

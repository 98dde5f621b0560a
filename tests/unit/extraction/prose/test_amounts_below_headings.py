"""Amounts whose name stands in the heading above them alone; invented names and figures."""

from __future__ import annotations

import pytest

BUDGET = "石桥县民政局2022年部门预算公开说明\n\n"
ACCOUNTS = "石桥县民政局2022年度部门决算公开说明\n\n"


def levels(states, text, title):
    return [(one[0], one[2], one[3]) for one in states(text, title) if one[1] == "level"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("五、机关运行经费安排情况说明\n2022年，18.6万元，较上年减少1.4万元。", [("agency_operating_cost", "18.6")]),
        ("二、“三公”经费增减情况\n61.40万元，比上年减少8.60万元，下降12.29%。", [("three_public_total", "61.40")]),
        ("三公经费\n预算数18万元。其中：公务接待6万元。", [("three_public_total", "18"), ("official_reception", "6")]),
        ("七、政府采购\n全年计划230万元：工程185万元；服务45万元。", [("procurement_budget", "230"), ("procurement_works", "185"), ("procurement_services", "45")]),
        ("二、支出预算\n180万元，其中基本支出132万元，项目支出48万元。", [("total_expenditure", "180"), ("basic_expenditure", "132"), ("project_expenditure", "48")]),
        # who pays is no name of its own
        ("1、机关运行经费\n本年度一般公共预算拨款132.80万元，比上年预算增加9.6万元。", [("agency_operating_cost", "132.80")]),
        ("1、机关运行经费\n本级的机关运行经费，当年一般公共预算拨款6.8万元。", [("agency_operating_cost", "6.8")]),
        ("3、机关运行经费\n区财政拨款203.15万元，比2021年减少12.4万元。", [("agency_operating_cost", "203.15")]),
        ("五、“三公”经费\n局机关及所属学校46万元。", [("three_public_total", "46")]),
        ("五、“三公”经费\n所属学校46万元，局机关12万元。", []),
        ("（三）项目支出情况\n90万元，主要是主体班培训费60万元、图书购置6万元。", [("project_expenditure", "90")]),
        ("（一）基本支出\n一般公共预算拨款132.80万元。", [("general_public_budget_appropriation", "132.80")]),
        ("（一）会议费\n一般公共预算拨款2万元，其他资金1万元。", [("general_public_budget_appropriation", "2")]),
        # not the first amount, not the whole, or not of what the heading names
        ("三、机关运行经费\n主要用于办公费12万元、印刷费3万元。", []),
        ("十、项目支出\n安排20万元，用于食品抽检；安排30万元，用于执法装备。", []),
        ("十、项目支出\n2022年，12.5万元，用于人才培训；20万元，用于宣传。", []),
        ("六、政府采购\n拟购置电脑20台，单价5000元，共10万元。", []),
        ("七、基本支出\n人均公用定额1.2万元，按30人核定。", []),
        ("十一、收入预算\n50万元以上项目3个，资金200万元。", []),
        ("二、部门收支情况及三公经费情况\n180万元。", []),
    ],
)  # fmt: skip
def test_the_first_amount_below_a_heading_that_names_it(states, text, expected):
    assert [(concept, value) for concept, _, value in levels(states, text, BUDGET)] == expected


def test_the_class_that_a_heading_names_at_two_stages(states):
    text = "（一）农林水支出\n年初预算402万元，支出决算611万元，完成年初预算的151.99%。"
    expected = [("function_class_amount", "initial_budget", "402"), ("function_class_amount", "final_account", "611")]  # fmt: skip
    assert levels(states, text, ACCOUNTS) == expected


def test_what_was_arranged_is_not_known_to_be_spent(states):
    assert levels(states, "（一）会议费\n全年安排12万元。", ACCOUNTS) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年收入预算100万元。\n1.一般公共预算90万元，比上年减少2万元；\n2.专户拨款0万元；\n3.其他10万元。", [("total_revenue", "100"), ("general_public_budget_appropriation", "90"), ("special_account_revenue", "0"), ("other_revenue", "10")]),
        ("2022年支出预算100万元。\n1.一般公共预算90万元；\n2.其他10万元。", [("total_expenditure", "100")]),
        ("总收入148万元：公共预算拨款138万元，基金拨款6万元，其他4万元。", [("total_revenue", "148"), ("general_public_budget_appropriation", "138"), ("government_fund_appropriation", "6"), ("other_revenue", "4")]),
        ("收入中财政拨款48万元，其他收入5万元。", [("fiscal_appropriation_revenue", "48"), ("other_revenue", "5")]),
        ("收入预算包括：一般公共预算95万元、专项收入0万元、上年结余3万元。", [("general_public_budget_appropriation", "95"), ("opening_carryover", "3")]),
        ("收入预算110万元，其中:一般公共预算80万元，政府性基金预算（体彩公益金）20万元，单位其他资金10万元；比2021年预算数减少2万元。", [("total_revenue", "110"), ("general_public_budget_appropriation", "80"), ("government_fund_appropriation", "20"), ("other_revenue", "10")]),
    ],
)  # fmt: skip
def test_sources_of_income_by_their_short_names(states, text, expected):
    assert [(concept, value) for concept, _, value in levels(states, text, BUDGET)] == expected


def test_behind_a_list_that_commas_part_the_whole_is_compared(states):
    text = "收入预算110万元，其中:一般公共预算80万元，专户资金20万元，其他10万元；比2021年预算数减少2万元。"
    changes = [(one[0], one[3]) for one in states(text, BUDGET) if one[1] == "change"]
    assert changes == [("total_revenue", "-2")]


def test_the_year_compared_with_ends_with_the_change(read):
    text = "三公经费2022年3.4万元，2021年3.6万元，减少0.2万元，其中接待费0.4万元，2021年0.6万元。"
    years = {(one.concept, one.value, one.fiscal_year) for one in read(text, BUDGET).figures}
    assert ("official_reception", "0.4", 2022) in years
    assert ("official_reception", "0.6", 2021) in years


def test_what_an_unknown_sum_is_compared_with_is_unknown_as_well(states):
    text = "一般公共预算拨款12万元；另有某项90万元、某项3万元，共计2170万元，比上年2056万元增长5.54%。"
    assert states(text, BUDGET) == [
        ("general_public_budget_appropriation", "level", "initial_budget", "12", "万元")
    ]


def test_a_sum_past_the_parts_in_brackets(states):
    text = "收入来源：财政补助812万元，事业1350万元（医疗1290万元、公卫60万元），其他8万元，共计2170万元。"
    named = ["fiscal_appropriation_revenue", "undertaking_revenue", "other_revenue", "total_revenue"]
    assert [concept for concept, _, _ in levels(states, text, BUDGET)] == named


def test_a_heading_without_a_name_has_that_of_the_one_above(states):
    text = "四、关于2022年一般公共预算当年拨款情况说明\n（一）规模变化情况\n872.55万元，比上年预算数增加61.34万元。"
    assert levels(states, text, BUDGET) == [
        ("general_public_budget_appropriation", "initial_budget", "872.55")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入总计86万元，支出总计86万元。较2021年，收支均增加9万元。", [("total_resources", "9"), ("total_uses", "9")]),
        ("机关运行经费88.75万元，其中：办公费12万元、会议费5万元。比2021年减少4.68万元。", [("agency_operating_cost", "-4.68")]),
    ],
)  # fmt: skip
def test_what_a_comparison_goes_back_to(states, text, expected):
    assert [(one[0], one[3]) for one in states(text, ACCOUNTS) if one[1] == "change"] == expected


def test_classes_by_their_names_behind_words_that_divide_by_them(states):
    text = "（二）支出预算\n2、按功能分类：一般公共服务221.5万元，社保和就业19.7万元，医疗卫生6.1万元。"
    assert [
        value for concept, _, value in levels(states, text, BUDGET) if concept == "function_class_amount"
    ] == ["221.5", "19.7", "6.1"]


def test_who_is_there_now_is_there_in_the_year_of_the_document(read):
    years = {
        (one.concept, one.fiscal_year)
        for one in read("2021年新增退休职工2人，现有退休职工16人。", BUDGET).figures
    }
    assert years == {("staff_retired", 2022)}


def test_behind_a_reason_the_other_side_begins(states):
    text = "2022年本部门预算收入98万元，较上年增加4万元，主要原因是项目增加；2022年本部门预算支出98万元，较上年增加4万元。"
    found = [(one[0], one[1]) for one in states(text, BUDGET)]
    assert found == [
        ("total_revenue", "level"),
        ("total_revenue", "change"),
        ("total_expenditure", "level"),
        ("total_expenditure", "change"),
    ]

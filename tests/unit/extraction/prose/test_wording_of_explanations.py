"""Explanations of budgets and accounts, and “三公” statements of departments: wordings met in published ones. Doubt: test_doubts_of_prose."""

from __future__ import annotations

import pytest

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"
ACCOUNTS = "石门县林业局2022年度部门决算情况说明\n\n"
STATEMENT = "石门县林业局2022年“三公”经费情况说明\n\n"


def test_a_stop_inside_brackets_ends_no_sentence(states):
    found = states(
        "公务用车购置及运行费60万元（公务用车购置费20万元，比上年增加1万元。）比上年增加3万元，增长5%。"
    )
    assert ("official_vehicle", "change", FINAL, "3", "万元") in found
    assert ("official_vehicle", "change_rate", FINAL, "5", "%") in found


def test_a_year_between_a_kind_of_spending_and_its_budget_changes_nothing(states):
    found = states("公务接待费2022年度财政拨款决算数为6.2万元，占“三公”经费财政拨款决算总数的31%。", ACCOUNTS)
    assert found == [
        ("official_reception", "level", FINAL, "6.2", "万元"),
        ("official_reception", "share", FINAL, "31", "%"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内设职能部门12个，其中派出站所4个。", ("internal_division_count", "level", None, "12", "个")),
        ("2022年度收支总决算846.2万元，比2021年收支总决算增31.5万元。", ("total_uses", "level", FINAL, "846.2", "万元")),
        ("2022年度收支总决算846.2万元，比2021年收支总决算增31.5万元。", ("total_uses", "change", FINAL, "31.5", "万元")),
        ("单位年末人数52人，其中在职38人，退休14人。", ("staff_actual", "level", None, "52", "人")),
    ],
)  # fmt: skip
def test_names(states, text, expected):
    assert expected in states(text, ACCOUNTS)


def test_a_note_on_what_the_budget_is_does_not_make_a_statement_one_of_accounts(states):
    text = "现将“三公”经费预算数说明如下：公务接待费8万元。\n注：预算数为当年年初预算安排的财政拨款数。"
    assert states(text, STATEMENT) == [("official_reception", "level", BUDGET, "8", "万元")]
    spent = "公务接待费6万元，年初预算为8万元。"
    assert ("official_reception", "level", FINAL, "6", "万元") in states(spent, STATEMENT)


def test_a_body_spends_of_the_kind_of_spending_that_is_listed(read):
    text = "2022年全系统“三公”经费支出126万元，其中学校支出98万元，局机关支出28万元。"
    found = read(text, ACCOUNTS).figures
    assert [(figure.concept, figure.value, figure.org_scope) for figure in found] == [
        ("three_public_total", "126", "department"),
        ("three_public_total", "98", "subordinate"),
        ("three_public_total", "28", "headquarters"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2022年公务接待费支出6万元，其中外事支出2万元。",
        "2022年会议费2万元，本级支出300万元。",
        "2022年会议费2万元，支出300万元。",
    ],
)
def test_spending_behind_a_kind_of_spending_is_not_all_spending(states, text):
    assert "total_expenditure" not in [state[0] for state in states(text, ACCOUNTS)]
    apart = "2022年会议费2万元。2022年本级支出300万元。"
    assert ("total_expenditure", "level", FINAL, "300", "万元") in states(apart, ACCOUNTS)


def test_a_year_between_a_name_and_its_amount_is_the_year_of_the_amount(read):
    text = "其中，公务接待费2021年3万元，2022年2万元；公务用车运行维护费2022年10万元，较上年减少1万元。"
    found = read(text, ACCOUNTS).figures
    assert [(figure.value, figure.fiscal_year) for figure in found] == [
        ("3", 2021),
        ("2", 2022),
        ("10", 2022),
        ("-1", 2022),
    ]


def test_a_stage_that_says_spending_is_not_of_the_income_before_it(states):
    assert states("2022年收入预算1000万元，支出决算1030万元。", ACCOUNTS) == [
        ("total_revenue", "level", BUDGET, "1000", "万元"),
        ("total_expenditure", "level", FINAL, "1030", "万元"),
    ]


def test_the_year_of_a_section_holds_below_headings_without_one(read):
    title = "石门县林业局2021年“三公”经费决算和2022年预算情况\n\n"
    text = "二、2021年“三公”经费决算情况\n（一）因公出国（境）费\n（二）公务接待费支出16万元。内容包括：\n"
    assert [(figure.value, figure.fiscal_year) for figure in read(text, title).figures] == [("16", 2021)]


def test_a_part_of_the_vehicles_behind_one_that_costs_nothing(states):
    assert ("official_vehicle_operation", "level", FINAL, "13", "万元") in states(
        "公务用车购置及运行维护费13万元，其中：购置经费无，运行维护费13万元。", ACCOUNTS
    )


def test_a_class_of_a_list_may_leave_out_that_it_is_spending(states):
    listed = "支出包括公共安全支出36万元、社会保障和就业9.4万元，其他支出5万元。"
    found = [state[3] for state in states(listed, ACCOUNTS) if state[0] == "function_class_amount"]
    assert found == ["36", "9.4", "5"]
    # the same words elsewhere name something else
    other = "支出包括公共安全支出36万元、社会保障和就业服务中心9.4万元、高中教育2万元。"
    assert [state[3] for state in states(other, ACCOUNTS)] == ["36"]


@pytest.mark.parametrize(
    "beside",
    [
        "工资福利支出36万元，商品和服务支出9.4万元",
        "对个人和家庭的补助36万元、资本性支出9.4万元",
        "人员经费36万元、公用经费9.4万元",
    ],
)
def test_behind_economic_classes_the_rest_is_no_functional_class(states, beside):
    assert "5" not in [state[3] for state in states(f"支出包括{beside}，其他支出5万元。", ACCOUNTS)]


def test_an_amount_without_unit_still_says_what_its_change_is_of(states):
    found = states("2022年总收入662.8万元。\n相比2021年的总收入687.1减少24.3万元，下降3.54%。", ACCOUNTS)
    assert found[1:] == [
        ("total_revenue", "change", FINAL, "-24.3", "万元"),
        ("total_revenue", "change_rate", FINAL, "-3.54", "%"),
    ]
    named_before = states("会议费比2021年接待费3.5减少1.5万元。", ACCOUNTS)
    assert ("official_reception", "change", FINAL, "-1.5", "万元") not in named_before


def test_the_stock_of_vehicles_is_stated_behind_a_reason(states):
    assert states("主要原因为上年新增5辆车，单位车辆保有量17辆。", ACCOUNTS) == [
        ("vehicle_stock", "level", None, "17", "辆")
    ]
    assert states("主要原因是车辆保有量由17辆减少为12辆，车辆保有量减少5辆。", ACCOUNTS) == []


def test_below_a_heading_on_the_year_before_a_paragraph_on_the_next_keeps_its_own_stage(states):
    text = (
        "二、2021年“三公”经费决算情况\n2022年“三公”经费预算较2021年增加1.6万元，其中公务接待较上年同期减少0.5万元。"
        "公务用车运行费用较上年同期增加2.2万元。"
    )
    assert [state[2] for state in states(text, STATEMENT)] == [BUDGET, BUDGET, BUDGET]


def test_a_form_in_which_nobody_struck_out_the_direction_of_a_change(states):
    for nothing in ("增加（减少）0万元，增长（下降）0%", "增加/减少0万元，增长/下降0%", "增减0万元，增减0%"):
        found = states(f"公务接待费比预算{nothing}。", ACCOUNTS)
        assert [(state[1], state[3]) for state in found] == [("change", "0"), ("change_rate", "0")]
    for open_ in ("增加（减少）3万元", "增加/减少3万元", "增减3万元"):
        assert states(f"公务接待费比预算{open_}。", ACCOUNTS) == []


def test_a_paragraph_that_only_compares_goes_on_with_the_one_before(states):
    text = "7.其他收入8万元，为历年的利息。\n较2021年度决算数增加0.7万元，增长9.6%。"
    assert ("other_revenue", "change", FINAL, "0.7", "万元") in states(text, ACCOUNTS)
    two = "7.其他收入8万元，事业收入3万元。\n较2021年度决算数增加0.7万元。"
    assert "change" not in [state[1] for state in states(two, ACCOUNTS)]
    apart = "7.其他收入8万元。\n三、其他情况\n较2021年度决算数增加0.7万元。"
    assert "change" not in [state[1] for state in states(apart, ACCOUNTS)]


def test_operating_costs_by_the_words_that_a_paragraph_begins_with(states):
    text = "1、部门运行经费情况。2022年一般公共预算财政拨款运行经费81.7万元，用于办公费。"
    assert states(text, ACCOUNTS) == [("agency_operating_cost", "level", FINAL, "81.7", "万元")]


def test_the_title_of_a_statement_says_whether_it_is_of_the_budget(states):
    title = "石门县林业局2022年“三公”经费预算情况说明\n\n"
    text = "根据年初预算，因公出国（境）费为0万元。\n我局安排公务用车购置及运行费17万元，其中：购置费0万元、运行费17万元。"
    assert {state[2] for state in states(text, title)} == {BUDGET}


def test_posts_that_are_paid_in_one_way_are_not_all_posts(states):
    text = "总编制数27人，其中参公管理编制数7人，自收自支编制数20人。"
    assert [state for state in states(text, ACCOUNTS) if state[0] == "staff_quota"] == [
        ("staff_quota", "level", None, "27", "人")
    ]


def test_changes_in_the_short_words_of_a_form(states):
    found = states(
        "安排公务用车购置及运行费32000元，比上年预算增7200元，其中：公务用车购置费0元，增（减）0元，同比增长（下降）0%。",
        STATEMENT,
    )
    assert [(state[0], state[1], state[3]) for state in found] == [
        ("official_vehicle", "level", "32000"),
        ("official_vehicle", "change", "7200"),
        ("official_vehicle_purchase", "level", "0"),
        ("official_vehicle_purchase", "change", "0"),
        ("official_vehicle_purchase", "change_rate", "0"),
    ]


def test_thrift_is_no_saving(states):
    assert ("official_reception", "level", FINAL, "4.9", "万元") in states(
        "2022年厉行节约公务接待费支出4.9万元。", ACCOUNTS
    )
    assert ("official_reception", "change", FINAL, "-4.9", "万元") in states(
        "2022年节约公务接待费4.9万元。", ACCOUNTS
    )


def test_a_sentence_behind_a_change_may_say_only_why(states):
    change = "公务接待费6.4万元，比上年预算减少1.5万元。"
    why = "主要是2021年公务接待费支出4.9万元，用于两次会议。"
    assert [state[3] for state in states(change + why, ACCOUNTS)] == ["6.4", "-1.5"]
    parts = "支出预算100万元，比上年增加5万元。主要是基本支出80万元，项目支出20万元。"
    assert [state[3] for state in states(parts, ACCOUNTS)] == ["100", "5", "80", "20"]
    alone = "公务接待费6.4万元。主要是用于接待，公务用车运行维护费3万元。"
    assert [state[3] for state in states(alone, ACCOUNTS)] == ["6.4", "3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“三公”经费财政拨款年度预算为5.5万元，支出决算为2.1万元。", ("three_public_total", "level", FINAL, "2.1", "万元")),
        ("公车购置及运行费整体比2021年预算增加14.2万元。", ("official_vehicle", "change", FINAL, "14.2", "万元")),
    ],
)  # fmt: skip
def test_words_between_a_name_and_what_is_said_of_it(states, text, expected):
    assert expected in states(text, ACCOUNTS)


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费3万元。与2021年相比，全市旅游收入增加20万元。",
        "公务接待费3万元。\n与2021年相比，全市旅游收入增加20万元。",
        "公务接待费3万元，与2021年相比，争取资金增加20万元。",
    ],
)
def test_a_change_of_what_nobody_knows_is_not_of_the_last_subject(states, text):
    assert states(text, ACCOUNTS) == [("official_reception", "level", FINAL, "3", "万元")]
    known = states("其他收入3万元，较上年实际收入增加1万元。", ACCOUNTS)
    assert ("other_revenue", "change", FINAL, "1", "万元") in known


def test_spent_below_words_on_the_budget_is_marked(read):
    (figure,) = read("（一）预算安排。2022年全局共支出1180万元。").figures
    assert figure.confidence < 1 and figure.note
    (figure,) = read("（一）预算安排。2022年支出1180万元。").figures
    assert (figure.stage, figure.confidence) == (BUDGET, 1)


def test_a_change_behind_the_share_of_an_unknown_amount_is_of_that_amount(states):
    unknown = "2022年收入预算120万元，其中：一般公共预算拨款100万元，较上年减少5万元；某某转移资金20万元，占16.7%，较上年增加1万元。"
    assert [state[3] for state in states(unknown, ACCOUNTS) if state[1] == "change"] == ["-5"]


def test_budgets_of_a_list_may_leave_out_that_they_are_budgets(states):
    text = "2022年收入预算120万元，其中：一般公共预算拨款100万元，较上年减少5万元；政府性基金20万元，占16.7%，较上年增加1万元。"
    assert states(text, ACCOUNTS)[-3:] == [
        ("government_fund_appropriation", "level", BUDGET, "20", "万元"),
        ("government_fund_appropriation", "share", BUDGET, "16.7", "%"),
        ("government_fund_appropriation", "change", BUDGET, "1", "万元"),
    ]

"""Sentences as published texts build them: what is read and, above all, what is not. Parts and labels: test_published_parts."""

from __future__ import annotations

import pytest

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初预算120万元，年中追加30万元。", ("budget_adjustment", "level", ADJUSTED, "30", "万元")),
        ("公务接待费3万元，上年为4.5万元。", ("official_reception", "level", FINAL, "4.5", "万元")),
        ("公务接待费2.3万元，比去年2.51万元少0.21万元。", ("official_reception", "change", FINAL, "-0.21", "万元")),
        ("国内公务接待批次为52个。", ("reception_batches", "level", None, "52", "批次")),
        ("接待11批（次）92人。", ("reception_persons", "level", None, "92", "人")),
        ("公务接待费3万元，接待11批次、92人次，比上年减少2万元。", ("official_reception", "change", FINAL, "-2", "万元")),
        ("文化旅游体育与传媒支出85万元。", ("function_class_amount", "level", FINAL, "85", "万元")),
        ("社会保障和就业（类）支出15.2万元。", ("function_class_amount", "level", FINAL, "15.2", "万元")),
        ("总支出125.08万元，其中本年支出116.12万元。", ("total_uses", "level", FINAL, "125.08", "万元")),
        ("财政拨款收支总预算70.5万元。", ("total_uses", "level", BUDGET, "70.5", "万元")),
        ("采购预算6万元。按类型:货物类采购4万元。", ("procurement_goods", "level", FINAL, "4", "万元")),
    ],
)  # fmt: skip
def test_read(states, text, expected):
    assert expected in states(text)


@pytest.mark.parametrize(
    ("text", "silent_on"),
    [
        # one item of a class is not the class, and its budget is not the department's
        ("一般公共服务支出（类）统计事务（款）普查（项）30.12万元。", "function_class_amount"),
        ("1、教育支出（类）职业教育（款）中职（项）18万元。2022年年初预算为17万元，支出决算为18万元。", "total_expenditure"),
        ("高中教育支出86.9万元。", "function_class_amount"),
        ("高中教育支出86.9万元，其中：基本支出86.9万元。", "basic_expenditure"),
        ("科普展品维护支出8万元，其中：基本支出0万元，项目支出8万元。", "project_expenditure"),
        # services of the whole public are not procurement of services
        ("一般公共服务（类）支出1234.56万元。", "procurement_services"),
        ("按政府采购资金类型划分，一般公共预算拨款4.6万元。", "general_public_budget_appropriation"),
        ("社会保险基金收入11.36亿元、支出9.87亿元。", "total_expenditure"),
    ],
)  # fmt: skip
def test_not_read(states, text, silent_on):
    assert silent_on not in [state[0] for state in states(text)]


def test_two_amounts_with_one_unit_change_two_concepts(states):
    found = states("收、支总计各减少1267.86,2570.97万元，各下降23.51%、38.28%。")
    assert found == [
        ("total_resources", "change", FINAL, "-1267.86", "万元"),
        ("total_uses", "change", FINAL, "-2570.97", "万元"),
        ("total_resources", "change_rate", FINAL, "-23.51", "%"),
        ("total_uses", "change_rate", FINAL, "-38.28", "%"),
    ]


def test_a_rate_is_measured_against_what_the_amount_before_it_was(read):
    _, change, rate = read("公用经费45.6万元，比上年减少2万元，下降4.2%。").figures
    assert (change.base_stage, rate.base_stage) == ("prior_year", "prior_year")


def test_a_comparison_that_opens_a_sentence_is_of_the_one_subject_before(states):
    assert ("other_revenue", "change", FINAL, "0.78", "万元") in states(
        "其他收入8.02万元，为利息。较2021年度决算数增加0.78万元。"
    )
    two = "其他收入8.02万元，事业收入3万元。较2021年度决算数增加0.78万元。"
    assert "change" not in [state[1] for state in states(two)], "of which of the two, the words do not say"


def test_guests_from_abroad_are_some_of_those_counted(states):
    found = states("国内公务接待共30批次（其中外事接待26批次），579人次（其中外事接待50人次）。")
    assert [(state[0], state[3]) for state in found] == [
        ("reception_batches", "30"),
        ("reception_persons", "579"),
    ]


def test_a_rate_behind_an_amount_of_unknown_name_is_of_nothing_else(states):
    text = "公务接待费2.5万元，同比下降20%；租车通勤费10万元，同比下降7.4%。"
    assert [state[3] for state in states(text)] == ["2.5", "-20"]


def test_both_sides_of_one_budget_are_of_that_budget(states):
    found = states("2022年我局部门预算总收入为1200万元，总支出为1200万元。")
    assert {state[2] for state in found} == {BUDGET}


def test_vehicles_have_no_change_in_money(states):
    assert "change" not in [s[1] for s in states("公务用车保有量2辆，比上年减少0.28万元。")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("上年度支出合计90万元。", 2021),
        ("截至2020年12月31日，公务用车保有量2辆。", 2020),
        ("截至2023年4月20日，编制20人。", 2022),  # counted on the day of filing, for the year evaluated
        ("2021年“三公”经费支出8万元。其中：公务接待费3万元。", 2021),
    ],
)
def test_the_year_of_a_figure(read, text, year):
    assert {figure.fiscal_year for figure in read(text).figures} == {year}


def test_the_heading_gives_its_year_and_its_budget(read):
    text = "一、2021年一般公共预算财政拨款支出决算情况\n本年支出合计80万元。"
    (figure,) = read(text).figures
    assert (figure.fiscal_year, figure.fund_scope) == (2021, "general_public_budget")


def test_classes_of_the_basic_expenditure_carry_its_scope(read):
    figures = read("基本支出20万元，包括工资福利支出12万元、商品和服务支出8万元。").figures
    assert [figure.expenditure_scope for figure in figures] == [None, "basic", "basic"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“三公”经费财政拨款支出合计38.8万元。", [("three_public_total", "38.8")]),
        ("“三公”经费决算支出数为11.7万元。", [("three_public_total", "11.7")]),
        ("公务接待34批次，260人次，支出3.15万元。", [("reception_batches", "34"), ("reception_persons", "260"), ("official_reception", "3.15")]),
        ("国（境）外公务接待批次21个，接待人次140人。", []),
        ("离退休人员33名，其中离休1名、退休32名。", [("staff_retired", "33")]),
        ("参公事业编制12名，全额事业编制28名。", []),
        ("机构运行110.5万元，其中：基本支出110.5万元，项目支出0元。", []),
        ("上缴上级支出、经营支出、对附属单位补助支出共3万元。", []),
        ("自评综合得分97.5分，其中预算执行率指标分值10分，得分9.5分。", [("self_evaluation_score", "97.5")]),
        ("政府采购预算300万元，实际采购金额280万元，执行率93.33%。", [("procurement_budget", "300"), ("procurement_actual", "280"), ("procurement_execution_rate", "93.33")]),
        ("资产总额90万元，较上年增加15万元，其中固定资产增加12万元。", [("total_assets", "90"), ("total_assets", "15")]),
    ],
)  # fmt: skip
def test_what_shares_a_name_is_not_taken_for_the_whole(states, text, expected):
    assert [(state[0], state[3]) for state in states(text)] == expected


def test_a_clause_that_says_nothing_changed_is_what_the_change_behind_it_is_of(states):
    found = states("“三公”经费支出5.68万元，其中，公务接待费支出决算比预算无增减变化，比去年增加0.5万元。")
    assert found[1][:2] == ("official_reception", "change")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议费预算5万元，全年支出4万元。", {("meeting_expenditure", 2022, "5"), ("meeting_expenditure", 2022, "4")}),
        ("公用经费年初预算60万元，全年实际支出48.6万元。", {("public_expenditure", 2022, "60"), ("public_expenditure", 2022, "48.6")}),
        ("水库维修项目预算200万元，全年支出190万元。", set()),
        ("食堂全年支出20万元，工会全年支出5万元。", set()),
        ("教育专项总支出190万元。", set()),
        (
            "基本支出475万元（2021年450万元），项目支出198万元（2021年180万元）。",
            {
                ("basic_expenditure", 2022, "475"),
                ("basic_expenditure", 2021, "450"),
                ("project_expenditure", 2022, "198"),
                ("project_expenditure", 2021, "180"),
            },
        ),
        (
            "上年基本支出450万元、项目支出180万元，今年基本支出475万元。",
            {("basic_expenditure", 2021, "450"), ("project_expenditure", 2021, "180"), ("basic_expenditure", 2022, "475")},
        ),
        (
            "与2021年决算数（基本支出450万元、项目支出180万元）相比，2022年基本支出475万元。",
            {("basic_expenditure", 2021, "450"), ("project_expenditure", 2021, "180"), ("basic_expenditure", 2022, "475")},
        ),
        (
            "2022年总支出1,200万元，2021年总支出1,100万元，比上年增加100万元；较年初预算900万元增加300万元。",
            {
                ("total_expenditure", 2022, "1200"),
                ("total_expenditure", 2021, "1100"),
                ("total_expenditure", 2022, "100"),
                ("total_expenditure", 2022, "900"),
                ("total_expenditure", 2022, "300"),
            },
        ),
        ("项目支出中：就业补助项目支出800万元，社保业务项目支出500万元。", set()),
        ("其中本级安排项目支出300万元，上级专项资金项目支出800万元。", set()),
        ("参公编制32人、全额事业编制60人。", set()),
        ("核定全额事业编制10名。", {("institution_quota", 2022, "10")}),
        ("上半年总支出300万元。", set()),
        ("1-6月基本支出300万元，项目支出200万元。", set()),
        ("1-12月基本支出300万元。", {("basic_expenditure", 2022, "300")}),
        ("截至2022年6月底，基本支出300万元。", set()),
        ("2022年初在职人员45人，年末在职人员43人。", {("staff_in_service", 2022, "43")}),
        ("县财政拨付我局基本支出480万元，项目支出200万元，实际使用基本支出475万元。", {("basic_expenditure", 2022, "475")}),
        ("工资福利支出420万元，其中基本支出400万元，项目支出20万元。", {("economic_class_amount", 2022, "420")}),
        (
            "收入总额为9,876.54万元，其中年初结转结余345.6万元，本年收入9,530.94万元。",
            {("total_resources", 2022, "9876.54"), ("opening_carryover", 2022, "345.6"), ("total_revenue", 2022, "9530.94")},
        ),
        (
            "公务用车购置及运行费14万元，其中：公务用车购置费0万元，运行维护费14万元，比预算数17万元节约3万元。",
            {
                ("official_vehicle", 2022, "14"),
                ("official_vehicle_purchase", 2022, "0"),
                ("official_vehicle_operation", 2022, "14"),
                ("official_vehicle_operation", 2022, "17"),
                ("official_vehicle_operation", 2022, "-3"),
            },
        ),
    ],
)  # fmt: skip
def test_whose_amount_of_which_year(read, text, expected):
    assert {(f.concept, f.fiscal_year, f.value) for f in read(text).figures} == expected

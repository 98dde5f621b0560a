"""Wording of self-evaluations of whole departments: totals by their stage, posts by short names, rates behind formulas, whose points."""

from __future__ import annotations

import pytest


def said(states, text):
    return {(concept, stage, value) for concept, _, stage, value, _ in states(text)}


def totals(states, text):
    return {(stage, value) for concept, stage, value in said(states, text) if concept == "total_expenditure"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "受上级衔接资金追加影响，全年预算调整为704.9万元，实际支出611.7万元。",
            {("adjusted_budget", "704.9"), ("final_account", "611.7")},
        ),
        (
            "2022年部门预算资金年初数260.4万元，其中上年结转14.7万元；全年预算数548.9万元；实际支出306.8万元。",
            {("initial_budget", "260.4"), ("adjusted_budget", "548.9"), ("final_account", "306.8")},
        ),
        (
            "部门预算支出总额年初数为681.2万元，调整后为742.8万元，预算执行数为731.2万元。",
            {("initial_budget", "681.2"), ("adjusted_budget", "742.8"), ("final_account", "731.2")},
        ),
        ("部门年初收支预算总额46.82万元，其中局机关18.55万元、园林中心28.27万元。", {("initial_budget", "46.82")}),
        ("2.预算调整。年内收到上级补助资金等共103.2万元，预算调整为387.8万元。", {("adjusted_budget", "387.8")}),
        ("2.预算调整。年中调增84.3万元，调减26.5万元，全年预算368.4万元。", {("adjusted_budget", "368.4")}),
        ("3.村道建设。年内收到衔接资金103.2万元，预算调整为387.8万元。", set()),
    ],
)  # fmt: skip
def test_totals_of_the_department(states, text, expected):
    assert totals(states, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "核定人员编制：行政8名、事业26名，工勤1名；实有在职33人，退休29人。",
            {
                ("administrative_quota", None, "8"),
                ("institution_quota", None, "26"),
                ("worker_quota", None, "1"),
                ("staff_in_service", None, "33"),
                ("staff_retired", None, "29"),
            },
        ),
        ("行政编制23名、工勤4名。", {("administrative_quota", None, "23"), ("worker_quota", None, "4")}),
        ("行政编制23名，实有行政22名、事业4名。", {("administrative_quota", None, "23")}),
        ("共有编制：行政15名（实有14名）、事业26名（实有25名）。", set()),
        ("财政供养人员年初数52人。", set()),
        ("公务用车编制数19辆，实有18辆。", {("vehicle_stock", None, "18")}),
        (
            "国内公务接待51批次、402人次；因公出国（境）团组0个，0人次。",
            {("reception_batches", None, "51"), ("reception_persons", None, "402")},
        ),
    ],
)
def test_what_is_counted(states, text, expected):
    assert said(states, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "6、公用经费控制率（8分）：（实际支出/预算安排）×100%=87.65/91.5×100%=95.79%，计8分。",
            ("public_expenditure_control_rate", None, "95.79"),
        ),
        ("7、“三公经费”控制率（7分）：29.8/38×100%=78.42%。", ("three_public_control_rate", None, "78.42")),
        (
            "培训费预算15万元，支出12.66万元，完成84.40%。",
            ("training_expenditure", "final_account", "84.40"),
        ),
        (
            "县财政局对我局2022年整体支出绩效评价得分为92.3分，我局自评94分。",
            ("review_score", None, "92.3"),
        ),
        ("市财政局复核后认定为93.8分。", ("review_score", None, "93.8")),
        ("部门整体支出自评97分。", ("self_evaluation_score", None, "97")),
        ("按照县财政局绩效评价的要求，我局评价得分为93.8分。", ("self_evaluation_score", None, "93.8")),
    ],
)
def test_rates_and_points(states, text, expected):
    assert expected in said(states, text)


@pytest.mark.parametrize(
    "text",
    [
        "预算完成率：基本支出完成率=98/100×100%=98%。",
        "村集体经济收入合计126.3万元，每村均在5万元以上。",
        "“水利发展专项资金”安排360万元，实际支出327.4万元，资金支出率90.94%。",
    ],
)
def test_what_is_of_something_else(states, text):
    assert said(states, text) == set()


def test_amounts_with_commas_are_no_cells(states):
    text = "\n".join(
        f"——{name}年初预算{first}元，执行{second}元；"
        for name, first, second in (
            ("人员经费", "98,416,200.00", "96,830,577.25"),
            ("公用经费", "11,380,500.00", "10,246,318.92"),
            ("其他经费", "71,448,600.00", "64,173,767.91"),
        )
    )
    assert {value for *_, value, _ in states(text)} == {
        "98416200.00",
        "96830577.25",
        "11380500.00",
        "10246318.92",
    }


def test_a_bracket_behind_a_budget_does_not_end_the_list_of_its_parts(states):
    text = (
        "2022年市人代会批准我局部门预算862.1万元（含专项资金523万元），其中基本支出169.2万元、项目支出692.9万元。"
        "年中调整后，预算为910.7万元，其中基本支出180.1万元、项目支出730.6万元。"
    )
    assert said(states, text) == {
        ("total_expenditure", "initial_budget", "862.1"),
        ("basic_expenditure", "initial_budget", "169.2"),
        ("project_expenditure", "initial_budget", "692.9"),
        ("total_expenditure", "adjusted_budget", "910.7"),
        ("basic_expenditure", "adjusted_budget", "180.1"),
        ("project_expenditure", "adjusted_budget", "730.6"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "某局获批部门预算862.1万元（含专项资金523万元），其中基本支出169.2万元。",
        "下设投资审计中心（公益一类，编制25名，实有23人）。",
        "村集体经济组织收入合计82万元。",
        "护岸改造年度执行率仅62.35%。",
        "违法建筑拆除经费预算不足，年中追加116.5万元。",
        "行政编制10名，行政执法专项编制70名。",
    ],
)
def test_what_is_of_a_part(states, text):
    assert said(states, text) == set()


def test_a_balance_compared_with_that_of_a_year_s_end(states):
    found = states("年末结转结余346.1万元，较2021年末的411.9万元减少65.8万元。")
    assert [(measure, value) for _, measure, _, value, _ in found] == [
        ("level", "346.1"),
        ("level", "411.9"),
        ("change", "-65.8"),
    ]


def test_points_given_by_the_finance_bureau_without_a_verb(states):
    assert ("review_score", None, "89.2") in said(states, "2021年度自评94分，财政重点评价得分89.2分。")


def test_a_title_that_evaluates_itself_is_a_self_evaluation(read):
    title = "石门县住房和城乡建设局2015年度部门绩效自评报告\n\n"
    found = read("2015年部门决算总收入621.4万元。新增城区道路3.2公里。", title).identity
    assert (found.report_kind, found.region_name) == (
        "department_self_evaluation",
        "湖南省常德市石门县",
    )


def test_a_notice_on_items_to_be_filled_in_names_no_project(read):
    text = "我局及时布置自评，经查阅有关账务及项目等执行情况，填写自评表格，形成《2017年度部门整体支出绩效评价》报告。"
    assert read(text, "").identity.report_kind == "department_self_evaluation"


def test_problems_and_measures_in_one_paragraph(read):
    text = "五、发现的问题及改进措施\n问题一：年中追加项目较多，预算调整幅度偏大。改进措施：建立项目储备库，按轻重缓急排序。\n"
    assert [one.kind for one in read(text).statements] == ["problem", "measure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "年初部门预算340.6万元，年中调整为952.1万元；2022年度部门支出883.4万元。",
            {
                ("total_expenditure", "initial_budget", "340.6"),
                ("total_expenditure", "adjusted_budget", "952.1"),
                ("total_expenditure", "final_account", "883.4"),
            },
        ),
        ("某项调整后金额905.7万元（基本支出528.6万元、项目支出377.1万元）。", set()),
        (
            "（三）预算资金情况\n预算调整后资金总额905.7万元（基本支出528.6万元、项目支出377.1万元）。",
            {
                ("total_expenditure", "adjusted_budget", "905.7"),
                ("basic_expenditure", "adjusted_budget", "528.6"),
                ("project_expenditure", "adjusted_budget", "377.1"),
            },
        ),
        (
            "人员总编制61名，2022年12月底在编57人，比上年净增1人。",
            {
                ("staff_quota", None, "61"),
                ("staff_in_service", None, "57"),
                ("staff_in_service", None, "1"),
            },
        ),
        ("现有行政编制24人、在编23人。", {("administrative_quota", None, "24")}),
    ],
)
def test_budgets_and_people_in_passing(states, text, expected):
    assert said(states, text) == expected


def test_a_title_whose_first_line_ends_with_the_year(read):
    title = "石门县市场监督管理局2020年度\n部门整体支出绩效评价自评报告\n\n"
    found = read("一、部门概况\n全年总支出86.2万元。", title).identity
    assert (found.department_name, found.fiscal_year) == ("石门县市场监督管理局", 2020)


def test_next_steps_are_measures(read):
    text = "四、下步打算\n一是采取线上线下相结合的方式组织培训；二是按月调度项目资金支付。\n"
    assert [one.kind for one in read(text).statements] == ["measure", "measure"]

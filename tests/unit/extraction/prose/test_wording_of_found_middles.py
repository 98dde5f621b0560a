"""Wording from the middle of published self-evaluations: people by kind, budgets in turn, clauses that open with a time."""

from __future__ import annotations

import pytest


def said(states, text):
    return {(concept, stage, value) for concept, _, stage, value, _ in states(text)}


def test_people_on_posts_are_no_posts(states):
    found = said(
        states,
        "编制人数为65人（其中行政编制30人，事业编制35人）。年末实有人数50人（行政编制23人，参照公务员法管理事业人员2人，事业编制25人）。",
    )
    assert found == {
        ("staff_quota", None, "65"),
        ("administrative_quota", None, "30"),
        ("institution_quota", None, "35"),
        ("staff_actual", None, "50"),
    }  # fmt: skip


def test_posts_in_brackets_behind_posts_are_posts(states):
    found = said(states, "现有编制40人，其中：行政编制22人、事业编制18人。")
    assert ("administrative_quota", None, "22") in found


def test_people_behind_the_posts_of_each_kind_are_not_all_people(states):
    found = said(states, "人员方面，核定行政编制42名，实有40人；核定事业编制58名，实有55人；退休人员36人。")
    assert {concept for concept, _, _ in found} == {
        "administrative_quota",
        "institution_quota",
        "staff_retired",
    }


def test_income_from_research_is_a_part(states):
    text = "事业收入1842万元（含学费收入1236万元、科研事业收入486万元），占35.23%。"
    found = [
        (measure, value) for concept, measure, _, value, _ in states(text) if concept == "undertaking_revenue"
    ]
    assert found == [("level", "1842"), ("share", "35.23")]


def test_budgets_in_turn(states):
    text = "会议费支出12.4万元，培训费支出38.6万元，均控制在年初预算20万元和45万元以内。"
    assert said(states, text) == {
        ("meeting_expenditure", "final_account", "12.4"),
        ("training_expenditure", "final_account", "38.6"),
        ("meeting_expenditure", "initial_budget", "20"),
        ("training_expenditure", "initial_budget", "45"),
    }


def test_budgets_in_turn_of_more_than_is_known_are_nobodys(states):
    text = "宣传费支出12.4万元，培训费支出38.6万元，均控制在年初预算20万元和45万元以内。"
    assert {value for _, stage, value in said(states, text) if stage == "initial_budget"} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初，县财政批复我局部门预算1286.4万元，其中基本支出612.4万元，项目支出674万元。",
         ("basic_expenditure", "initial_budget", "612.4")),
        ("2022年底在职36人，另有退休干部职工19人。", ("staff_retired", None, "19")),
        ("全年支出顺利，决算支出为年初预算的107.23%。", ("total_expenditure", "final_account", "107.23")),
    ],
)  # fmt: skip
def test_clauses_that_open_with_a_time(states, text, expected):
    assert expected in said(states, text)


def test_a_project_by_the_end_of_the_year_is_not_the_department(states):
    text = "部分项目资金支出进度慢，如“养老驿站建设”项目年初预算850万元，截至年底支出406万元。"
    assert said(states, text) == set()


def test_full_stops_printed_as_points_end_sentences(read):
    text = "本年三公经费预算6万元，而2021年度预算安排的三公经费总额为3万元.本单位三公经费变动率=(6-3)÷3=100%"
    rates = [one.fiscal_year for one in read(text).figures if one.concept == "three_public_change_rate"]
    assert rates == [2022]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议费预算3万元，实际0.86万元；培训费预算12万元，实际11.35万元。",
         ("training_expenditure", "final_account", "11.35")),
        ("年初预算收入3214.6万元。全年实现收入3688.42万元，比上年的3402.75万元增长8.40%。",
         ("total_revenue", "final_account", "3688.42")),
        ("年初部门预算742万元。其中，基本支出560万元；项目支出182万元。年中，省局补助38万元、市财政追加指标26万元，核减指标9万元，全年预算调整为797万元。",
         ("total_expenditure", "adjusted_budget", "797")),
        ("年末编外聘用51人。", ("staff_contract", None, "51")),
    ],
)  # fmt: skip
def test_what_was_spent_or_adjusted_goes_on(states, text, expected):
    assert expected in said(states, text)


def test_rates_of_parts_in_turn_are_not_those_of_the_whole(states):
    text = "支出713万元，执行率96.61%，其中基本支出515万元、项目支出198万元（执行率分别为98.87%、90.67%）。"
    rates = [value for concept, _, value in said(states, text) if concept == "budget_execution_rate"]
    assert rates == ["96.61"]


def test_the_rate_of_some_funds_is_not_that_of_the_department(states):
    assert said(states, "2022年度森林防火“三三制”经费执行率为100%。") == set()


def test_what_was_adjusted_behind_some_expenses_is_not_the_whole(states):
    text = "“三公”经费年初预算7万元。年中，补助会议3万元，全年预算调整为10万元。"
    assert {concept for concept, _, _ in said(states, text)} == {"three_public_total"}


def test_the_lead_of_a_paragraph_gives_the_stage(states):
    text = "（一）预算安排。2022年初部门预算收支573万元，其中：一般公共预算拨款558万元。支出按性质分，基本支出486万元、项目支出87万元。"
    assert {stage for _, stage, _ in said(states, text)} == {"initial_budget"}


def test_a_lead_on_execution_gives_no_budget(states):
    text = "（二）预算安排及执行情况。基本支出486万元、项目支出87万元。"
    assert {stage for _, stage, _ in said(states, text)} == {"final_account"}


def test_parts_behind_a_completed_budget_are_of_what_was_spent(states):
    text = "“三公”经费决算19.32万元，为预算28.00万元的69.00%，其中公务接待费3.47万元，公务用车购置及运行维护费15.85万元。"
    found = said(states, text)
    assert ("official_reception", "final_account", "3.47") in found
    assert ("official_vehicle", "final_account", "15.85") in found
    assert ("three_public_total", "initial_budget", "28.00") in found


def test_scores_of_projects_in_a_list_are_not_that_of_the_department(states):
    text = (
        "农田建设项目预算680万元、支出651万元，执行率95.76%，自评96分；数字工厂项目预算95万元，当年未支出，自评62分。"
        "总分100分，自评89.7分，评价等级为“良”。"
    )
    assert [value for concept, _, value in said(states, text) if concept == "self_evaluation_score"] == [
        "89.7"
    ]


def test_people_counted_behind_posts_of_doubtful_kinds_are_people(states):
    text = "单位编制数128人，其中：行政编制12人、参公编制9人、事业编制107人；实有人数共215人，其中：在职121人，增加2人；退休94人。"
    changes = {(concept, value) for concept, measure, _, value, _ in states(text) if measure == "change"}
    assert changes == {("staff_in_service", "2")}
    assert ("staff_in_service", None, "121") in said(states, text)

"""What headings and earlier sentences say about the next one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("（一）年初预算情况", "initial_budget"),
        ("（一）年初预算安排", "initial_budget"),
        ("（一）部门预算情况", "initial_budget"),
        ("（一）支出决算情况", "final_account"),
        ("（一）预算执行情况", "final_account"),
        ("（一）其他", "final_account"),
    ],
)
def test_a_stage_that_only_the_heading_prints_holds_below_it(states, heading, stage):
    assert states(f"{heading}\n基本支出88.1万元。\n") == [
        ("basic_expenditure", "level", stage, "88.1", "万元")
    ]


def test_the_next_heading_ends_it(states):
    found = states("（一）年初预算情况\n基本支出88.1万元。\n（二）资金使用情况\n基本支出86.9万元。\n")
    assert [state[2] for state in found] == ["initial_budget", "final_account"]


def test_the_subject_does_not_cross_a_sentence(states):
    found = states("公务接待费1.2万元。较年初预算减少0.8万元。")
    assert ("official_reception", "level", "final_account", "1.2", "万元") in found
    assert all(state[1] != "level" or state[3] != "0.8" for state in found)


def test_which_of_them_goes_on_with_the_whole_of_the_sentence_before(states):
    found = states("年初预算支出600万元。其中：基本支出400万元，项目支出200万元。")
    assert {state[2] for state in found} == {"initial_budget"}


def test_sentences_are_numbered_through_the_document(read):
    numbers = [
        figure.sentence_no for figure in read("基本支出1万元。项目支出2万元。\n公用经费3万元。").figures
    ]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 3


def test_words_in_bold_type_and_broken_lines_are_read_through(states):
    assert states("**基本支出**为\n301.4 万元。") == [
        ("basic_expenditure", "level", "final_account", "301.4", "万元")
    ]


@pytest.mark.parametrize(
    ("before", "line", "stated"),
    [
        ("7.2022年“三公”经费8万元，接待12批次。", "较上年增加2万元。", ("three_public_total", "final_account", 2022)),
        ("收入预算852万元，其中：财政拨款800万元，其他收入52万元。", "较上年增加25万元。", ("total_revenue", "initial_budget", 2022)),
        ("2021年，会议费决算8万元。", "较预算增加2万元。", ("meeting_expenditure", "final_account", 2021)),
        ("2023年会议费预算16万元。", "较上年增加2万元，其中培训费增加1万元。", ("training_expenditure", "initial_budget", 2023)),
    ],
)  # fmt: skip
def test_a_line_that_only_compares_goes_on_with_the_line_above(read, before, line, stated):
    changes = [figure for figure in read(f"{before}\n\n{line}").figures if figure.measure == "change"]
    assert stated in {(figure.concept, figure.stage, figure.fiscal_year) for figure in changes}


@pytest.mark.parametrize(("name", "stage"), [("会议费", "initial_budget"), ("项目支出", "final_account")])
def test_what_an_office_arranges_is_a_budget_where_it_is_a_kind_of_spending(states, name, stage):
    assert [state[2] for state in states(f"2022年我局安排{name}36万元，用于全县古树普查。")] == [stage]

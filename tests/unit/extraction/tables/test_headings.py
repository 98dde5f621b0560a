"""What one short label of a table names, and headings of two levels put together."""

from __future__ import annotations

import pytest

from extraction.columns.headingrows import merge_levels, stack_levels, with_stage_of_changes
from extraction.columns.headings import Heading, read_heading, unit_in
from extraction.text.normalise import folded


@pytest.mark.parametrize(
    ("text", "concepts", "stage", "year", "unit"),
    [
        ("基本支出", ("basic_expenditure",), None, None, None),
        ("其中：公用经费", ("public_expenditure",), None, None, None),
        ("2022年决算数（万元）", (), "final_account", 2022, "万元"),
        ("年初预算数", (), "initial_budget", None, None),
        ("1.公务接待费", ("official_reception",), None, None, None),
        ("林木病虫害飞防项目", (), None, None, None),
    ],
)
def test_a_label_is_read(text, concepts, stage, year, unit):
    heading = read_heading(folded(text))
    assert (heading.concepts, heading.stage, heading.year, heading.unit) == (concepts, stage, year, unit)


def test_a_label_that_says_more_than_the_concept_names_no_concept():
    assert read_heading("基本支出结构优化程度").concepts == ()


@pytest.mark.parametrize("text", ["执行率", "备注", "分值", "得分", "偏差原因分析及改进措施", "序号"])
def test_columns_of_rates_points_and_words_give_no_amounts(text):
    assert read_heading(text).ignored


@pytest.mark.parametrize(
    ("text", "unit"),
    [("单位：万元", "万元"), ("（元）", "元"), ("金额单位：元", "元"), ("决算数", None), ("万元户", None)],
)
def test_a_unit_counts_only_where_it_is_declared(text, unit):
    assert unit_in(folded(text)) == unit


def test_an_empty_heading_names_nothing():
    assert read_heading("") == Heading()
    assert not read_heading("").says_something


def test_headings_under_a_cell_merged_sideways_take_its_stage():
    upper = [read_heading(text) for text in ("项目", "年初预算数", "决算数")]
    lower = [read_heading(text) for text in ("", "基本支出", "项目支出", "", "基本支出", "项目支出")]
    merged = merge_levels(upper[:2], lower[:3])
    assert [heading.stage for heading in merged] == [None, "initial_budget", "initial_budget"]
    assert [heading.concepts for heading in merged] == [(), ("basic_expenditure",), ("project_expenditure",)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("比上年增减", None),
        ("决算数比预算数增减额", "final_account"),
        ("2023年预算比上年增减", "initial_budget"),
    ],
)
def test_a_column_of_changes_is_of_the_stage_printed_before_what_it_is_compared_with(text, stage):
    heading = read_heading(text)
    assert (heading.measure, heading.stage) == ("change", stage)


def test_a_change_below_an_account_is_not_of_the_newer_budget_beside_it():
    group, newer = Heading(text="2021年决算", stage="final_account", year=2021), read_heading("2022年预算数")
    columns = stack_levels(
        [group, Heading(), newer], [read_heading("金额"), read_heading("比上年增减"), Heading()]
    )
    assert [heading.stage for heading in with_stage_of_changes(columns)] == [
        "final_account",
        "final_account",
        "initial_budget",
    ]


def test_an_unmarked_change_is_of_this_year_and_not_of_the_year_before():
    columns = [read_heading(text) for text in ("上年决算数", "本年预算数", "增减额")]
    assert with_stage_of_changes(columns)[-1].stage == "initial_budget"


@pytest.mark.parametrize(
    "share",
    [
        "完成年初预算的%",
        "占预算数的比重",
        "为年初预算的%",
        "决算完成率",
        "占年初预算比例(%)",
        "完成全年预算的百分比(%)",
    ],
)
def test_a_share_of_a_budget_is_no_budget(share):
    heading = read_heading(share)
    assert (heading.stage, heading.ignored) == (None, True)


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("年初预算数", "initial_budget"),
        ("年初预算(万元)", "initial_budget"),
        ("调整后预算数", "adjusted_budget"),
        ("决算数", "final_account"),
    ],
)
def test_a_budget_is_no_share(heading, stage):
    assert (read_heading(heading).stage, read_heading(heading).ignored) == (stage, False)

"""Rows of which merged cells are printed once, filled up with bars or not: headings and totals that stand too far to the left. Own figures."""

from __future__ import annotations

import pytest

ACCOUNTS = "沙溪县水文站2022年度部门决算\n\n单位：万元\n"
FINAL, INITIAL = "final_account", "initial_budget"
ASSETS = [
    ["", "数量", "价值"],
    ["年初数", "年末数", "年初数", "年末数"],
    ["资产合计", "——", "——", "860.05", "928.54"],
    ["负债合计", "——", "——", "58.20", "44.90"],
    ["净资产合计", "——", "——", "801.85", "883.64"],
]
STAGES = [
    ["项目", "预算数", "决算数"],
    ["小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出"],
    ["农林水支出", "90.00", "60.00", "30.00", "85.00", "58.00", "27.00"],
    ["合计", "90.00", "60.00", "30.00", "85.00", "58.00", "27.00"],
]
EXPENSES = [
    ["单位名称", "“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"],
    ["小计", "购置费", "运行费"],
    ["合计", "43.20", "2.80", "35.20", "18.00", "17.20", "5.20"],
]
CODED = [
    ["项目", "本年支出合计", "基本支出", "项目支出", "经营支出"],
    ["功能分类科目编码", "科目名称"],
    ["合计", "178.80", "86.20", "92.60", ""],
    ["208", "社会保障和就业支出", "28.80", "28.80", "", ""],
    ["20805", "行政事业单位养老支出", "28.80", "28.80", "", ""],
    ["213", "农林水支出", "150.00", "57.40", "92.60", ""],
]
INCOME = [
    ["项目", "本年收入合计", "财政拨款收入", "事业收入", "其他收入"],
    ["功能分类科目编码", "科目名称", "小计", "其中：教育收费"],
    ["合计", "186.00", "150.00", "20.00", "8.00", "16.00"],
    ["205", "教育支出", "186.00", "150.00", "20.00", "8.00", "16.00"],
]


def filled_up(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    return "".join(" | ".join(row) + " |" + "|" * (width - len(row)) + "\n" for row in rows)


def in_rows(rows: list[list[str]]) -> str:
    return "".join(" | ".join(row) + "\n" for row in rows)


def with_tabs(rows: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def closed(rows: list[list[str]]) -> str:
    return "收支情况表\n|\n" + "".join(f"{cell}\n|\n" if cell else "|\n" for row in rows for cell in row)


def each_closed(rows: list[list[str]]) -> str:
    return "收支情况表 |\n" + "".join(f"{cell} |\n" if cell else "|\n" for row in rows for cell in row)


BARS = pytest.mark.parametrize("printed", [filled_up, in_rows, with_tabs])
ALL = pytest.mark.parametrize("printed", [filled_up, in_rows, with_tabs, closed, each_closed])


def found(read, text: str) -> set[tuple[str, str | None, str]]:
    return {
        (f.concept, f.stage, f.value) for f in read(text, ACCOUNTS).figures if f.org_scope == "department"
    }


@ALL
def test_a_balance_at_the_end_of_the_year_stands_in_the_last_column(read, printed):
    assert found(read, printed(ASSETS)) == {
        ("total_assets", None, "928.54"),
        ("total_liabilities", None, "44.90"),
        ("net_assets", None, "883.64"),
    }


@BARS
@pytest.mark.parametrize("groups", [["", "账面情况", "清查情况"], ["", "甲", "乙", "说明"]])
def test_groups_that_are_not_known_leave_the_columns_open(read, printed, groups):
    rows = [
        ["资产合计", "860.10", "928.50", "860.05", "928.54"],
        ["负债合计", "58.10", "44.80", "58.20", "44.90"],
    ]
    assert found(read, printed([groups, ASSETS[1], *rows])) == set()


@BARS
def test_the_same_balance_twice_is_of_two_things(read, printed):
    rows = [["", "账面情况", "", "清查情况", ""], ["", *ASSETS[1]], ["资产合计", "860", "928", "861", "927"]]
    assert found(read, printed(rows)) == set()


@BARS
def test_the_same_parts_below_each_stage(read, printed):
    assert found(read, printed(STAGES)) >= {
        ("basic_expenditure", INITIAL, "60.00"),
        ("project_expenditure", INITIAL, "30.00"),
        ("basic_expenditure", FINAL, "58.00"),
        ("project_expenditure", FINAL, "27.00"),
    }


@BARS
def test_parts_stand_below_the_whole_that_they_are_of(read, printed):
    assert found(read, printed(EXPENSES)) == {
        ("three_public_total", FINAL, "43.20"),
        ("overseas_travel", FINAL, "2.80"),
        ("official_vehicle", FINAL, "35.20"),
        ("official_vehicle_purchase", FINAL, "18.00"),
        ("official_vehicle_operation", FINAL, "17.20"),
        ("official_reception", FINAL, "5.20"),
    }


@BARS
def test_parts_of_nothing_that_is_printed_leave_the_columns_open(read, printed):
    rows = [
        ["单位名称", "收入合计", "支出合计", "结余"],
        ["小计", "甲类", "乙类"],
        ["合计", "9", "8", "3", "4", "1", "2"],
    ]
    assert found(read, printed(rows)) == set()


@ALL
def test_a_total_goes_across_code_and_name(read, printed):
    assert found(read, printed(CODED)) >= {
        ("total_expenditure", FINAL, "178.80"),
        ("basic_expenditure", FINAL, "86.20"),
        ("project_expenditure", FINAL, "92.60"),
        ("function_class_amount", FINAL, "150.00"),
    }


@BARS
def test_parts_of_one_source_of_income(read, printed):
    assert found(read, printed(INCOME)) == {
        ("total_revenue", FINAL, "186.00"),
        ("fiscal_appropriation_revenue", FINAL, "150.00"),
        ("undertaking_revenue", FINAL, "20.00"),
        ("special_account_revenue", FINAL, "8.00"),
        ("other_revenue", FINAL, "16.00"),
    }


def test_an_item_left_blank_ends_no_table(read):
    rows = [
        ["项目", "预算数", "决算数", "备注"],
        ["公务接待费", "5", "4"],
        ["因公出国（境）费", "", ""],
        ["会议费", "3", "2"],
    ]
    assert ("meeting_expenditure", FINAL, "2") in found(read, in_rows(rows))
    title = [*rows[:2], ["项目支出情况"], ["会议费", "3", "2"]]
    assert ("meeting_expenditure", FINAL, "2") not in found(read, in_rows(title))

"""Rows behind a title that goes down their left side, of bodies printed level by level, of names beside amounts. Own figures."""

from __future__ import annotations

import pytest

REPORT = "沙溪县水文站2022年度部门整体支出绩效自评报告\n\n单位：万元\n"
BUDGET = "沙溪县水文站2022年部门预算公开说明\n\n财政拨款收支总表\n单位：万元\n"
FINAL, INITIAL, ADJUSTED = "final_account", "initial_budget", "adjusted_budget"
FORM = [
    ["部门整体支出（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率", "备注"],
    ["资金总额", "840.00", "900.00", "855.00", "95.00%", ""],
    ["基本支出", "500.00", "510.00", "505.00", "99.02%", ""],
    ["项目支出", "340.00", "390.00", "350.00", "89.74%", ""],
]
SPENT = {
    ("total_expenditure", FINAL, "855.00"),
    ("basic_expenditure", INITIAL, "500.00"),
    ("basic_expenditure", FINAL, "505.00"),
    ("project_expenditure", ADJUSTED, "390.00"),
}
LEVELS = [
    ["机构名称", "支出合计", "其中：", "结余"],
    ["基本支出", "其中：", "项目支出"],
    ["人员支出", "公用支出"],
]
BODY = ["局机关及二级机构汇总", "940.00", "500.00", "420.00", "80.00", "440.00", "26.00"]
PAID = {
    ("total_expenditure", FINAL, "940.00"),
    ("basic_expenditure", FINAL, "500.00"),
    ("personnel_expenditure", FINAL, "420.00"),
    ("public_expenditure", FINAL, "80.00"),
    ("project_expenditure", FINAL, "440.00"),
}


def filled_up(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    return "".join(" | ".join(row) + " |" + "|" * (width - len(row)) + "\n" for row in rows)


def in_rows(rows: list[list[str]]) -> str:
    return "".join(" | ".join(row) + "\n" for row in rows)


def a_line_each(rows: list[list[str]]) -> str:
    return "".join(f"{cell}\n" for row in rows for cell in row if cell)


def parted_by_blanks(rows: list[list[str]]) -> str:
    return "".join(" ".join(filter(None, row)) + "\n" for row in rows)


def found(read, text: str, title: str = REPORT) -> set[tuple[str, str | None, str]]:
    figures = read(text, title).figures
    return {(f.concept, f.stage, f.value) for f in figures if f.concept != "budget_execution_score_line"}


@pytest.mark.parametrize("printed", [filled_up, in_rows])
def test_rows_begin_behind_a_title_that_goes_down(read, printed):
    assert found(read, printed(FORM)) >= SPENT


def test_a_year_in_front_of_such_a_row_is_no_amount(read):
    rows = [
        ["一、部门预算收支情况（万元）", "年度", "年初预算数", "全年预算数", "执行数", "情况说明"],
        ["2022", "840.00", "900.00", "855.00"],
    ]
    assert not {one for one in found(read, in_rows(rows)) if one[2] == "2022"}


def test_amounts_whose_column_is_not_known_are_left_out(read):
    rows = [
        FORM[0][:-1],
        ["资金总额", "840.00", "900.00", "855.00"],
    ]  # behind the title, and one more is gone
    assert not {one for one in found(read, in_rows(rows)) if one[1] == INITIAL and one[2] != "840.00"}


@pytest.mark.parametrize("printed", [a_line_each, parted_by_blanks, filled_up])
def test_headings_of_bodies_printed_level_by_level(read, printed):
    assert found(read, printed([*LEVELS, BODY])) >= PAID


@pytest.mark.parametrize("printed", [a_line_each, parted_by_blanks])
def test_amounts_that_do_not_add_up_leave_the_order_of_such_headings_open(read, printed):
    assert not {
        one for one in found(read, printed([*LEVELS, [*BODY[:3], "430.00", *BODY[4:]]])) if one[2] != "940.00"
    }


@pytest.mark.parametrize(
    ("heads", "stage"),
    [
        (("年初预算", "追加（追减）", "预算总额", "执行数"), ADJUSTED),
        (("年初预算数", "调整数", "预算数", "执行数"), ADJUSTED),
        (("年初批复预算", "年中追加", "预算合计", "执行数"), ADJUSTED),
        (("上年结转", "追加（追减）", "预算总额", "执行数"), INITIAL),  # no budget of the beginning beside it
    ],
)
def test_a_plain_budget_beside_that_of_the_beginning_is_the_adjusted_one(read, heads, stage):
    text = in_rows([["项目", *heads], ["项目支出", "11.00", "12.00", "13.00", "14.00"]])
    assert {one for one in found(read, text) if one[2] == "13.00"} == {
        ("project_expenditure", stage, "13.00")
    }


def test_beside_an_adjusted_budget_a_plain_one_stays_as_it_is_called(read):
    rows = [["项目", "年初预算", "预算数", "调整后预算数"], ["项目支出", "11.00", "12.00", "13.00"]]
    assert ("project_expenditure", ADJUSTED, "12.00") not in found(read, in_rows(rows))


@pytest.mark.parametrize(
    "row", [["基本支出", "90.00", "项目支出", "80.00"], ["三公经费", "9.00", "会议费", "8.00"]]
)
def test_names_beside_their_amounts_stand_below_no_heading(read, row):
    head = ["资金来源", "年初预算", "追加", "全年预算"]
    assert found(read, in_rows([head, ["一般公共预算", "50.00", "5.00", "55.00"], row])) <= {
        ("general_public_budget_appropriation", INITIAL, "50.00"),
        ("general_public_budget_appropriation", ADJUSTED, "55.00"),
    }


def test_halves_of_a_table_have_names_of_their_own(read):
    rows = [
        ["收入项目", "预算数", "支出项目", "预算数"],
        ["本年收入合计", "90.00", "本年支出合计", "80.00"],
        ["上年结转", "", "结转下年", ""],
    ]
    rows += [["收入总计", "95.00", "支出总计", "95.00"]]
    assert found(read, in_rows(rows)) >= {
        ("total_revenue", INITIAL, "90.00"),
        ("total_expenditure", INITIAL, "80.00"),
    }


HALVES = [
    ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算"],
    ["本年收入", "90.00", "本年支出", "90.00", "90.00"],
]
ENDS = [["农林水支出", "70.00", "70.00"], ["收入总计", "90.00", "支出总计", "90.00", "90.00"]]
TOTALS = {("total_resources", INITIAL, "90.00"), ("total_uses", INITIAL, "90.00")}
OF_CLASS = ("function_class_amount", INITIAL, "70.00")


def without_blanks(rows: list[list[str]]) -> str:
    return "".join(" | ".join(row) + " |" + "|" * (6 - len(row)) + "\n" for row in rows)


@pytest.mark.parametrize(
    "blank",
    [
        ["外交支出"],
        ["预备费"],
        ["（一）一般公共预算拨款"],
        ["政府性基金预算资金", "国防支出"],
        ["上年结转", "结转下年"],
    ],
)
def test_rows_of_two_halves_that_lost_their_blank_cells_end_no_table(read, blank):
    assert found(read, without_blanks([*HALVES, blank, *ENDS]), BUDGET) >= TOTALS | {OF_CLASS}


@pytest.mark.parametrize(
    "begins",
    [
        ["项目支出预算表"],
        ["部门收支情况"],
        ["单位：元"],
        ["支出项目", "2021年预算数"],
    ],
)
def test_what_begins_another_table_ends_the_halves(read, begins):
    assert OF_CLASS not in found(read, without_blanks([*HALVES, begins, *ENDS]), BUDGET)

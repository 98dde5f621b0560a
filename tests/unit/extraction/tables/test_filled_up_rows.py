"""Tables with headings of several levels whose merged cells are printed once, each row filled up with bars. Own names and figures."""

from __future__ import annotations

import pytest

Rows = list[list[str]]
TITLE = "石桥县河道管理中心2022年度部门整体支出绩效评价自评报告\n"
WIDTH = 16
INCOME: Rows = [
    ["年度收入情况（万元）"],
    ["机构名称", "收入合计", "其中："],
    ["上年结转", "公共财政拨款", "政府基金拨款", "纳入专户管理的非税收入拨款", "其他收入"],
    ["局机关及二级机构汇总", "412.40", "21.30", "350.10", "", "", "41.00"],
    ["1、局机关", "312.40", "21.30", "260.10", "", "", "31.00"],
    ["2、二级机构1", "100.00", "", "90.00", "", "", "10.00"],
]
SPENDING: Rows = [
    ["部门（单位）年度支出和结余情况（万元）"],
    ["机构名称", "支出合计", "其中：", "结余"],
    ["基本支出", "其中：", "项目支出", "当年结余", "累计结余"],
    ["人员支出", "公用支出"],
    ["局机关及二级机构汇总", "400.00", "300.00", "220.00", "80.00", "100.00", "", "12.40"],
    ["1、局机关", "302.00", "222.00", "170.00", "52.00", "80.00", "", "10.40"],
]
EXPENSES: Rows = [
    ["机构名称", "三公经费合计", "其中："],
    ["公务接待费", "公务用车运维费", "公务用车购置费", "因公出国费"],
    ["局机关及二级机构汇总", "8.40", "2.40", "6.00", "", ""],
    ["1、局机关", "6.40", "1.40", "5.00", "", ""],
]
PAID = {
    ("total_expenditure", "department", "400.00"),
    ("basic_expenditure", "department", "300.00"),
    ("personnel_expenditure", "department", "220.00"),
    ("public_expenditure", "department", "80.00"),
    ("project_expenditure", "department", "100.00"),
    ("cumulative_surplus", "department", "12.40"),
}
CAME_IN = {
    ("total_revenue", "department", "412.40"),
    ("opening_carryover", "department", "21.30"),
    ("fiscal_appropriation_revenue", "department", "350.10"),
    ("other_revenue", "department", "41.00"),
    ("total_revenue", "subordinate", "100.00"),
    ("fiscal_appropriation_revenue", "subordinate", "90.00"),
    ("other_revenue", "subordinate", "10.00"),
}


def on_one_line(rows: Rows) -> str:
    return "".join(" | ".join(row) + " | " + "|" * (WIDTH - len(row)) + "\n" for row in rows)


def a_line_each(rows: Rows) -> str:
    return "".join(
        "".join((cell and f"{cell}\n") + "|\n" for cell in row) + "|" * (WIDTH - len(row)) + "\n"
        for row in rows
    )


def _read(read, text):
    return {(f.concept, f.org_scope, f.value) for f in read(text, TITLE).figures}


@pytest.mark.parametrize("printed", [on_one_line, a_line_each])
def test_amounts_stand_below_the_lowest_heading_of_their_column(read, printed):
    found = _read(read, printed([*INCOME, *SPENDING]))
    assert found >= CAME_IN | PAID
    assert len(found) == len(CAME_IN | PAID) + 10  # and those of the headquarters


def test_an_empty_cell_within_a_row_keeps_its_place(read):
    assert _read(read, on_one_line(EXPENSES)) >= {
        ("three_public_total", "department", "8.40"),
        ("official_reception", "department", "2.40"),
        ("official_vehicle_operation", "department", "6.00"),
    }
    assert not {one for one in _read(read, on_one_line(EXPENSES)) if one[0] == "overseas_travel"}


def test_a_row_torn_at_the_edge_of_a_page_moves_no_column(read):
    text = "汇总 | 12 | |||||||\n" + on_one_line(INCOME)
    assert not {one for one in _read(read, text) if one not in CAME_IN and one[1] != "headquarters"}


def test_the_unit_above_a_form_holds_for_all_its_sections(read):
    form = [
        ["财政供养人员情况（人）", "编制数", "2022年实际在职人数", "控制率"],
        ["20", "18", "90%"],
        ["经费控制情况", "2021年决算数", "2022年预算数", "2022年决算数"],
        ["公用经费", "40.00", "42.00", "41.00"],
        ["项目支出", "88.00", "100.00", "110.30"],
    ]
    text = "部门整体支出绩效评价基础数据表\n填报单位：石桥县河道管理中心 单位：万元\n" + on_one_line(form)
    found = [f for f in read(text, "").figures if f.unit == "万元"]
    assert len(found) == 6 and all(f.confidence == 1 for f in found)


def test_a_table_below_another_does_not_take_its_unit(read):
    first, second = ("基本支出表", "2022年决算数"), ("项目支出表", "2022年决算数")
    rows = [
        ["单位：万元"],
        list(first),
        ["人员经费", "88.00"],
        ["项目支出情况表"],
        list(second),
        ["项目支出", "1103.30"],
    ]
    figures = read(on_one_line(rows), TITLE).figures
    assert all(f.confidence < 1 for f in figures if f.value == "1103.30")

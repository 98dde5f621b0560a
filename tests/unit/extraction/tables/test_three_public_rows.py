"""The “三公” form whose headings lost their places: its six amounts are told by their sums, or not at all."""

from __future__ import annotations

import pytest

BUDGET, FINAL = "initial_budget", "final_account"
#: as a PDF gives headings of two levels
PDF = """
财政拨款“三公”经费支出决算表
单位：{unit}
财政拨款“三公”经费
公务用车购置及运行维护费
因公出国
合计 公务用车 公务用车 公务接待费
（境）费 小计
购置费 运行维护费
预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
{row}
注：本表反映部门本年度“三公”经费支出预决算情况。
"""
AGENCY = """
二、“三公”经费和机关运行经费预算表
编制部门：石门县林业局 单位:万元
“三公”经费预算数
机关运行经费预算
公务用车购置及运行费
数
合计 因公出国(境)费 公务接待费
小计 购置费 运行费
{row}
"""
CLOSED = """
一、2022年“三公”经费支出预算表
单位:万元
“三公”经费合计 |
因公出国(境)费 |
公务用车购置及运行费 |
公务 接待费 |
||
小计 |
公务用车购置费 |
公务用车运行费 |
|||
{row}
"""


def amounts(states, text):
    return [(concept, stage, value) for concept, _, stage, value, _ in states(text)]


def test_budget_and_final_account_beside_each_other(states):
    found = amounts(states, PDF.format(unit="万元", row="9.72 6.15 0 0 7.20 5.05 0 0 7.20 5.05 2.52 1.10"))
    assert found == [
        ("three_public_total", BUDGET, "9.72"),
        ("three_public_total", FINAL, "6.15"),
        ("overseas_travel", BUDGET, "0"),
        ("overseas_travel", FINAL, "0"),
        ("official_vehicle", BUDGET, "7.20"),
        ("official_vehicle", FINAL, "5.05"),
        ("official_vehicle_purchase", BUDGET, "0"),
        ("official_vehicle_purchase", FINAL, "0"),
        ("official_vehicle_operation", BUDGET, "7.20"),
        ("official_vehicle_operation", FINAL, "5.05"),
        ("official_reception", BUDGET, "2.52"),
        ("official_reception", FINAL, "1.10"),
    ]


def test_the_unit_stands_above_the_headings(states):
    found = states(PDF.format(unit="元", row="97200 61500 0 0 72000 50500 0 0 72000 50500 25200 11000"))
    assert ("official_reception", "level", FINAL, "11000", "元") in found


def test_amounts_that_do_not_add_up_in_any_order_have_no_names(states):
    assert (
        amounts(states, PDF.format(unit="万元", row="9.72 6.15 0 0 7.10 5.05 0 0 7.20 5.05 2.52 1.10")) == []
    )


def test_reception_before_the_vehicles_and_the_cost_of_running_behind(states):
    found = amounts(states, AGENCY.format(row="18.30 0.00 1.80 16.50 0.00 16.50 88.45"))
    assert found == [
        ("three_public_total", BUDGET, "18.30"),
        ("overseas_travel", BUDGET, "0.00"),
        ("official_reception", BUDGET, "1.80"),
        ("official_vehicle", BUDGET, "16.50"),
        ("official_vehicle_purchase", BUDGET, "0.00"),
        ("official_vehicle_operation", BUDGET, "16.50"),
        ("agency_operating_cost", BUDGET, "88.45"),
    ]


def test_cells_closed_by_bars_with_bars_left_over(states):
    found = amounts(
        states, CLOSED.format(row="\n".join(f"{v} |" for v in ("43", "0", "40", "25", "15", "3")))
    )
    assert found == [
        ("three_public_total", BUDGET, "43"),
        ("overseas_travel", BUDGET, "0"),
        ("official_vehicle", BUDGET, "40"),
        ("official_vehicle_purchase", BUDGET, "25"),
        ("official_vehicle_operation", BUDGET, "15"),
        ("official_reception", BUDGET, "3"),
    ]


def test_other_rows_of_six_amounts_are_left_alone(states):
    assert amounts(states, "\n收入情况表\n单位：万元\n合计 购置 运行 接待 出国 小计\n12 3 3 0 6 0\n") == []


def test_stages_beside_each_other_name_what_adds_up_in_both(read):
    title = "岚溪县临江街道办事处2024年度部门决算\n\n"
    text = PDF.format(unit="万元", row="12.60 9.10 11.40 8.30 11.40 8.30 1.20 0.80")

    def levels(text):
        return {(f.concept, f.stage, f.value) for f in read(text, title).figures if f.measure == "level"}

    assert levels(text) == {
        ("three_public_total", BUDGET, "12.60"),
        ("three_public_total", FINAL, "9.10"),
        ("official_vehicle", BUDGET, "11.40"),
        ("official_vehicle", FINAL, "8.30"),
    }
    assert levels(text.replace("9.10", "9.20")) == set()


WHOLES = """
单位：万元
2010年“三公”经费财政拨款决算数
{bar}2011年“三公”经费财政拨款预算数
{bar}合 计
{bar}因公出国
（境）费
{bar}公务用车购
置及运行费
{bar}公务接
待费
{bar}合 计
{bar}因公出国
（境）费
{bar}公务用车购
置及运行费
{bar}公务接
待费
{bar}{row}
有关情况说明如下：
"""


@pytest.mark.parametrize("bar", ["", "|\n"])
def test_two_years_of_amounts_without_the_parts_of_vehicles(read, bar):
    def levels(row):
        text = WHOLES.format(bar=bar, row="".join(f"{value}\n{bar}" for value in row.split()))
        figures = read(text, "岚溪县水利局“三公”经费财政拨款情况及说明\n").figures
        return [(f.concept, f.stage, f.fiscal_year, f.value) for f in figures]

    assert levels("97.50 12.20 45.10 40.20 96.70 12.30 44.20 40.20") == [
        ("three_public_total", FINAL, 2010, "97.50"),
        ("overseas_travel", FINAL, 2010, "12.20"),
        ("official_vehicle", FINAL, 2010, "45.10"),
        ("official_reception", FINAL, 2010, "40.20"),
        ("three_public_total", BUDGET, 2011, "96.70"),
        ("overseas_travel", BUDGET, 2011, "12.30"),
        ("official_vehicle", BUDGET, 2011, "44.20"),
        ("official_reception", BUDGET, 2011, "40.20"),
    ]
    assert levels("97.50 12.20 45.10 40.20 96.80 12.30 44.20 40.20") == []

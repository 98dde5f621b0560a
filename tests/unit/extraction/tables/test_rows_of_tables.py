"""What rows of one table say of each other: signs that are not printed, rows said twice, sections without amounts."""

from __future__ import annotations

import pytest

BUDGET, FINAL = "initial_budget", "final_account"
REPORT = "岚溪县水务局2022年度部门整体支出绩效自评报告\n\n二、预算执行情况\n\n单位：万元\n"


def _figures(read, rows):
    return read("\n".join(f"{row} |" for row in rows) + "\n", REPORT).figures


def _changes(read, rows):
    return {(f.measure, f.value) for f in _figures(read, rows) if f.measure != "level"}


HEAD = "项目 | 2021年决算 | 2022年决算 | 增减额 | 增减率"


def test_a_change_has_the_sign_of_the_amounts_beside_it(read):
    assert _changes(
        read, [HEAD, "公务接待费 | 2.10 | 1.20 | 0.90 | 42.86%", "三公经费 | 12.10 | 9.20 | 2.90 | 23.97%"]
    ) == {
        ("change", "-0.90"),
        ("change_rate", "-42.86"),
        ("change", "-2.90"),
        ("change_rate", "-23.97"),
    }


@pytest.mark.parametrize(
    "row", ["2.10 | 3.00 | 0.90 | 42.86%", "2.10 | 1.50 | 0.90 | 42.86%", "| 1.20 | 0.90 | 42.86%"]
)
def test_a_change_that_rose_or_fits_nothing_stays_as_it_is_printed(read, row):
    assert _changes(read, [HEAD, f"公务接待费 | {row}"]) == {("change", "0.90"), ("change_rate", "42.86")}


def test_a_row_said_again_below_the_total_is_of_something_else(read):
    rows = [
        "项目 | 年初预算数 | 决算数",
        "基本支出 | 101.10 | 99.20",
        "项目支出 | 50.50 | 48.60",
        "合计 | 151.60 | 147.80",
    ]
    found = {
        f.value: f.confidence < 0.9
        for f in _figures(read, [*rows, "基本支出 | 91.10 | 89.20", "项目支出 | 50.50 | 38.60"])
    }
    assert [value for value, doubted in found.items() if doubted] == ["91.10", "89.20", "38.60"]


def test_a_section_without_amounts_names_the_total_below_it(read):
    rows = [
        "项目 | 行次 | 预算数 | 决算数 | 项目 | 行次 | 统计数",
        "一、“三公”经费支出 | 1 | — | — | 四、机关运行经费 | 22 | 61.20",
        "（一）支出合计 | 2 | 12.50 | 11.20 | （一）行政单位 | 23 | 61.20",
        "3．公务接待费 | 7 | 12.50 | 11.20 | 六、政府采购支出信息 | 34 | —",
        "（二）相关统计数 | 11 | — | — | 2．政府采购工程支出 | 37 | 70.00",
        "4．公务用车保有量（辆） | 15 | — | 3 | （二）政府采购授予中小企业合同金额 | 39 | 66.60",
    ]
    assert {(f.concept, f.stage, f.value) for f in _figures(read, rows)} == {
        ("three_public_total", BUDGET, "12.50"),
        ("three_public_total", FINAL, "11.20"),
        ("official_reception", BUDGET, "12.50"),
        ("official_reception", FINAL, "11.20"),
        ("agency_operating_cost", FINAL, "61.20"),
        ("procurement_works", FINAL, "70.00"),
        ("sme_contract_amount", FINAL, "66.60"),
        ("vehicle_stock", None, "3"),
    }


def test_goods_below_the_budget_of_procurement(read):
    rows = ["采购类别 | 采购预算 | 实际采购金额", "货物 | 20.00 | 18.00", "合计 | 20.00 | 18.00"]
    found = {(f.concept, f.stage, f.value) for f in _figures(read, rows)}
    assert {("procurement_goods", BUDGET, "20.00"), ("procurement_goods", FINAL, "18.00")} <= found


def test_units_of_a_department_are_several_and_none_is_doubted(read):
    rows = [
        "单位 | 本年收入合计 | 本年支出合计",
        "合计 | 90.00 | 81.00",
        "县水务局本级 | 50.00 | 45.00",
        "县水库管理所 | 25.00 | 22.00",
        "县河道管理站 | 15.00 | 14.00",
    ]
    found = _figures(read, rows)
    assert {f.value for f in found if f.org_scope == "subordinate"} == {"25.00", "22.00", "15.00", "14.00"}
    assert all(f.confidence == 1 for f in found)

"""Tables with a row for each year, and how much was changed below; amounts of all years of a project beside those of one."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from tests.unit.extraction.tables.carriers import bars, blank_lines, closed, lines, tabs

STATEMENT = "青溪县林业局2022年度“三公”经费决算情况说明\n2022年决算数与2021年决算数对比情况 单位：万元\n"
ACCOUNT = "青溪县林业局2022年度部门决算公开\n收入支出情况 单位：万元\n"
PROJECT = "青溪县2022年度林道维护项目支出绩效自评报告\n项目投资情况表 单位：万元\n"
EXPENSES = (
    *("three_public_total", "overseas_travel", "official_reception", "official_vehicle"),
    *("official_vehicle_purchase", "official_vehicle_operation"),
)
HEADS = [
    "年度|合计|因公出国（境）经费|公务接待费|公车购置及运行维护费||",
    "||||合计|车辆购置|车辆运行",
]
BEFORE, NOW = "2021年|940|90|500|350|73|277", "2022年|738|12|430|296|37|259"
RATES = "2022年比2021年增减%|-21.49|-86.67|-14.00|-15.43|-49.32|-6.50"
ROWS = [*HEADS, BEFORE, NOW, RATES]


def _read(text: str) -> set[tuple[str, str, str, int | None]]:
    figures = extract(text.encode(), "说明.txt").figures
    return {(f.concept, f.measure, f.value, f.fiscal_year) for f in figures}


@pytest.mark.parametrize("carried", [bars, tabs, lines, blank_lines, closed])
def test_each_row_is_of_its_year(carried):
    found = _read(STATEMENT + carried(ROWS))
    for row, year, measure in ((BEFORE, 2021, "level"), (NOW, 2022, "level"), (RATES, 2022, "change_rate")):
        amounts = row.split("|")[1:]
        assert {
            (name, measure, amount, year) for name, amount in zip(EXPENSES, amounts, strict=True)
        } <= found


@pytest.mark.parametrize("carried", [lines, blank_lines])
@pytest.mark.parametrize(
    "rows",
    [
        [*HEADS, BEFORE, "2022年|738|12|430|296||259"],  # an empty cell is gone
        [*HEADS, BEFORE],  # a year alone
        [*HEADS, BEFORE.replace("|350|", "|370|"), NOW],  # which order the columns have is not known
    ],
)
def test_rows_whose_columns_are_not_known_are_of_no_year(carried, rows):
    assert _read(STATEMENT + carried(rows)) == set()


@pytest.mark.parametrize("carried", [bars, tabs, closed])
def test_changes_of_income_and_spending(carried):
    rows = ["年度|收入合计|支出合计", "2021年|1700.00|1650.00", "2022年|1895.08|1788.88"]
    found = _read(ACCOUNT + carried([*rows, "增减额|195.08|138.88", "增减率|11.48%|8.42%"]))
    assert {
        ("total_revenue", "change", "195.08", 2022),
        ("total_expenditure", "change", "138.88", 2022),
        ("total_revenue", "change_rate", "11.48", 2022),
        ("total_expenditure", "change_rate", "8.42", 2022),
    } <= found


@pytest.mark.parametrize(
    "rows",
    [
        ["2021年|1700.00|1650.00", "2022年|1895.08|1788.88", "增减额|-195.08|-138.88"],
        ["2021年|1700.00|1650.00", "2022年|1895.08|1788.88", "增减率|21.48%|18.42%"],
        ["2022年|1895.08|1788.88", "增减额|195.08|138.88"],
        ["年初预算|1700.00|1650.00", "决算|1895.08|1788.88", "增减额|195.08|138.88"],
    ],
)
def test_changes_that_do_not_follow_from_two_years_are_not_read(rows):
    found = _read(ACCOUNT + bars(["年度|收入合计|支出合计", *rows]))
    assert {measure for _, measure, _, _ in found} <= {"level"}


@pytest.mark.parametrize("carried", [bars, tabs, closed])
def test_all_years_of_a_project_beside_one(carried):
    """项目总投资 550 is no budget of the year whose 计划投资 stands beside it."""
    rows = ["项目名称|项目总投资|2022年计划投资|累计完成投资", "林道维护|550.00|155.50|300.00"]
    assert {value for _, _, value, _ in _read(PROJECT + carried(rows))} == {"155.50"}
    rows = ["项目总投资|550.00|本年计划投资|155.50"]
    assert "550.00" not in {value for _, _, value, _ in _read(PROJECT + bars(rows))}


@pytest.mark.parametrize(
    "heading", ["建设地点", "项目计划投资", "2023年1月起", "本年度绩效目标", "年度计划开工"]
)
def test_what_a_project_costs_alone_is_read(heading):
    rows = [f"项目名称|项目总投资|{heading}", "林道维护|550.00|略"]
    assert "550.00" in {value for _, _, value, _ in _read(PROJECT + bars(rows))}

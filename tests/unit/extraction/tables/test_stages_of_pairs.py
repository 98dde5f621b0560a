"""Rows in which each amount stands behind its name: the same name twice is of two stages, which the row above says or nobody."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from tests.unit.extraction.tables.carriers import bars, tabs

TITLE = "青溪县林业局2022年度部门整体支出绩效自评报告\n部门整体支出绩效自评基本信息表\n"
INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
SPENDING = [
    "部门整体支出（万元）|年初预算数|1284.35|决算数|1788.88",
    "|其中：基本支出|840.00|其中：基本支出|865.28",
    "|项目支出|444.35|项目支出|923.60",
]


def _read(rows, carried=bars):
    figures = extract((TITLE + carried(rows)).encode(), "报告.txt").figures
    return {(f.concept, f.stage, f.value) for f in figures}


@pytest.mark.parametrize("carried", [bars, tabs])
def test_the_row_above_says_the_stages(carried):
    assert _read(SPENDING, carried) == {
        ("total_expenditure", INITIAL, "1284.35"),
        ("total_expenditure", FINAL, "1788.88"),
        ("basic_expenditure", INITIAL, "840.00"),
        ("basic_expenditure", FINAL, "865.28"),
        ("project_expenditure", INITIAL, "444.35"),
        ("project_expenditure", FINAL, "923.60"),
    }


def test_where_spending_came_from_is_no_income():
    rows = [SPENDING[0], "|其中：财政拨款|1244.35|其中：财政拨款|1758.88", SPENDING[2]]
    assert "fiscal_appropriation_revenue" not in {concept for concept, _, _ in _read(rows)}
    assert ("project_expenditure", FINAL, "923.60") in _read(rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["|其中：基本支出|840.00|其中：基本支出|865.28", "|项目支出|444.35|项目支出|923.60"],
        ["部门整体支出（万元）|年初预算数|1284.35|", "|基本支出|840.00|基本支出|865.28"],
        ["部门整体支出（万元）|预算数|1284.35|年初预算数|1284.35", "|基本支出|840.00|基本支出|865.28"],
        [SPENDING[0], "编制数|30|在职人数|28", "|基本支出|840.00|基本支出|865.28"],
        [SPENDING[0], "|基本支出|840.00|基本支出|865.28|基本支出|22.00"],
    ],
)
def test_one_name_twice_without_stages_is_read_of_neither(rows):
    assert not {concept for concept, _, _ in _read(rows)} & {"basic_expenditure", "project_expenditure"}


def test_two_names_are_told_by_themselves():
    found = _read(["部门编制|编制数|86|实有在职人数|81", "|基本支出|840.00|项目支出|444.35"])
    assert {("staff_quota", None, "86"), ("staff_in_service", None, "81")} <= found
    assert {("basic_expenditure", FINAL, "840.00"), ("project_expenditure", FINAL, "444.35")} <= found

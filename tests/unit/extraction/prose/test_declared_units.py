"""Bare numbers in the one unit that a document declares, and what is listed beside them; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

Read = tuple[str, str, str | None, str, str]
PLAN, DONE = "initial_budget", "final_account"
TITLE = "石门县林业局2022年度部门预算公开说明\n\n"
ACCOUNTS = "石门县林业局2022年度部门决算公开说明\n\n"


def read(text: str, title: str = TITLE) -> list[Read]:
    """Concept, measure, stage, value and unit of each figure that a text states."""
    figures = extract((title + text).encode(), "说明.txt").figures
    return [(one.concept, one.measure, one.stage, one.value, one.unit) for one in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("单位：元\n基本支出 2465421.50\n项目支出 1400000\n", [("basic_expenditure", "level", PLAN, "2465421.50", "元"), ("project_expenditure", "level", PLAN, "1400000", "元")]),
        ("公务接待费：年初预算1.5；决算0.97（万元，下同）。\n", [("official_reception", "level", PLAN, "1.5", "万元"), ("official_reception", "level", DONE, "0.97", "万元")]),
        ("单位：万元\n节能环保支出 40\n", []),
        ("单位：万元\n基本支出 预算数 决算数\n基本支出 246.5\n", []),
        ("单位：万元；单位：元\n基本支出 246.5\n", []),
        ("基本支出 246.5\n", []),
    ],
)  # fmt: skip
def test_bare_numbers(text: str, expected: list[Read]) -> None:
    """A unit is taken from the document only where it declares one, and the line has one amount."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上级补助收入、经营收入均为0。", [("superior_subsidy_revenue", "0"), ("business_operation_revenue", "0")]),
        ("公务接待费年初预算3万元，追加1万元，决算4万元。", [("official_reception", "3"), ("official_reception", "4")]),
        ("政府采购支出9万元。按资金来源分：财政拨款8万元。", [("procurement_actual", "9")]),
        ("会议费控制在预算内，支出2万元。", [("meeting_expenditure", "2")]),
        ("人员经费8万元，主要包括基本工资6万元；公用经费4万元，主要包括办公费2万元、公务接待费1万元。", [("personnel_expenditure", "8"), ("public_expenditure", "4"), ("official_reception", "1")]),
        ("公务用车购置0辆，保有2辆。", [("vehicle_stock", "2")]),
        ("2022年度总收入8万元：本年收入6万元，年初结转2万元。", [("total_resources", "8"), ("total_revenue", "6"), ("opening_carryover", "2")]),
    ],
)  # fmt: skip
def test_what_is_listed(text: str, expected: list[tuple[str, str]]) -> None:
    """What lists, additions and divisions make of an amount."""
    assert [(concept, value) for concept, _, _, value, _ in read(text, ACCOUNTS)] == expected

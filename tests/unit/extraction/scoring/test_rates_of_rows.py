"""Rates that rows of a scoring table give as done are figures of the department. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

ROWS = """序号 | 三级指标 | 分值 | 目标值 | 完成值 | 得分
1 | 预算执行率 | 10 | 100% | 98.7% | 9.87
2 | 政府采购执行率 | 5 | 100% | 100% | 5
3 | 河道保洁完成率 | 20 | ≥95% | 96% | 20
4 | 用水户满意度 | 10 | ≥90% | 93% | 10
"""
STATED = [
    ("budget_execution_rate", "98.7"),
    ("procurement_execution_rate", "100"),
    ("satisfaction_rate", "93"),
]


def read(kind: str, text: str) -> list[tuple[str, str | None]]:
    title = f"青石县水务局2021年度{kind}绩效自评报告\n"
    return [(f.concept, f.value) for f in extract((title + text).encode(), "报告.txt").figures]


def test_rows_with_the_name_of_a_rate_state_it() -> None:
    assert read("部门整体支出", ROWS) == STATED


def test_what_the_text_states_is_not_stated_twice() -> None:
    assert read("部门整体支出", "全年预算执行率98.70%。\n" + ROWS) == [
        ("budget_execution_rate", "98.70"),
        *STATED[1:],
    ]


def test_each_stands_where_it_is_printed_and_not_where_its_target_is() -> None:
    title = "青石县水务局2021年度部门整体支出绩效自评报告\n"
    figures = extract((title + ROWS).encode(), "报告.txt").figures
    procured = next(f for f in figures if f.concept == "procurement_execution_rate")
    assert (title + ROWS)[procured.locator.char_start :].startswith("100% | 5\n")


@pytest.mark.parametrize("cell", ["≥93%", "达标", "93%-95%", "93"])
def test_a_cell_that_is_no_single_rate_states_none(cell: str) -> None:
    assert ("satisfaction_rate", "93") not in read("部门整体支出", ROWS.replace("| 93% |", f"| {cell} |"))


LINES = """预算执行率 10 100% 98.53% 9.85
结转结余率 5 ≤5% 6.2% 3
河道完好率 20 ≥90% 93% 20
用水户满意度 ≥90% 88% 10 9
总分 100 92.5
"""


def test_lines_of_a_rubric_that_lost_its_headings() -> None:
    assert read("部门整体支出", LINES) == [
        ("budget_execution_rate", "98.53"),
        ("carryover_rate", "6.2"),
        ("satisfaction_rate", "88"),
        ("self_evaluation_score", "92.5"),
    ]


@pytest.mark.parametrize(
    "line",
    ["预算执行率 95% 98.53%", "预算执行率 5 100% 98.53% 9.85", "预算执行率 10 98.53 9.85", "总分 100 92.5"],
)
def test_a_line_whose_numbers_nothing_tells_apart_states_none(line: str) -> None:
    assert read("部门整体支出", line + "\n") == []


def test_names_below_a_heading_of_goals_alone() -> None:
    rows = """绩效指标 | 目标值 | 实际完成值 | 分值 | 自评得分
部门预算执行率 | ≥95% | 97.6% | 10 | 10
用水户满意度 | ≥95% | 94% | 10 | 9.9
"""
    assert read("部门整体支出", rows) == [("budget_execution_rate", "97.6"), ("satisfaction_rate", "94")]

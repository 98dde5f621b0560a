"""Rows of bars that a line break inside a cell cut in two, and rows without the remark that others have. Own names and figures."""

from __future__ import annotations

from extraction.extract import extract
from extraction.flattened.bars.brokenrows import rejoin_by_bars
from extraction.model import Cell, Span

FORM = """部门整体支出绩效自评表 | |||||||||
（2022年度） | |||||||||
部门（单位）名称 | 清江县石塘镇人民政府 | ||||||||
部门（单位）总体资金（万元） | 资金来源 | 年初预算数（A） | 全年执行数（B） | 分值（10分） | 得分 | 得分计算方法 | |||
年度资金总额： | 900.50 | 961.20 | 10 | 10 | 执行率*该指标分值，最高不得超过分值上限。 | ||||
基本支出 | 700.30 | 690.10 |
- | - | |||||
项目支出 | 200.20 | 271.10 | - | - | |||||
年度总体目标 | 年初设定目标 | 年度总体目标完成情况 | |||||||
"""


def test_a_row_in_two_lines_has_the_bars_of_one() -> None:
    found = [(f.concept, f.stage, f.value) for f in extract(FORM.encode(), "表.txt").figures]
    assert found == [
        ("total_expenditure", "initial_budget", "900.50"),
        ("budget_execution_score_line", "initial_budget", "900.50"),
        ("total_expenditure", "final_account", "961.20"),
        ("budget_execution_score_line", "final_account", "961.20"),
        ("basic_expenditure", "initial_budget", "700.30"),
        ("basic_expenditure", "final_account", "690.10"),
        ("project_expenditure", "initial_budget", "200.20"),
        ("project_expenditure", "final_account", "271.10"),
    ]


def _rows(*rows: str) -> list[tuple[Cell, ...]]:
    return [
        tuple(Cell(text, Span(0, 0), number, at) for at, text in enumerate(row.split(), start=1))
        for number, row in enumerate(rows, start=1)
    ]


def _texts(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    return [" ".join(cell.text for cell in row) for row in rows]


def test_lines_are_put_together_only_where_their_bars_add_up() -> None:
    rows = _rows("甲 1 2", "乙 3", "4", "丙 5 6", "丁 7", "戊 8 9")
    assert _texts(rejoin_by_bars(rows, [5, 2, 3, 5, 4, 5])) == [
        "甲 1 2",
        "乙 3 4",
        "丙 5 6",
        "丁 7",
        "戊 8 9",
    ]
    assert _texts(rejoin_by_bars(rows, [5, 2, 4, 3, 1, 2])) == [
        "甲 1 2",
        "乙 3",
        "4",
        "丙 5 6",
        "丁 7",
        "戊 8 9",
    ]


CORNER = """青石县水务局2022年度部门整体支出绩效自评表
 | 年初预算数（万元） | 全年预算数（万元） | 全年执行数（万元） | 分值 | 执行率 | 得分
年度资金总额 | 521.00 | 603.40 | 599.80 | 10 | 99.40% | 9.9
其中：基本支出 | 312.00 | 340.20 | 340.20 | — | 100% | —
项目支出 | 209.00 | 263.20 | 259.60 | — | 98.63% | —
"""


def test_the_bar_behind_an_empty_corner_frames_no_table() -> None:
    found = {(f.concept, f.stage): f.value for f in extract(CORNER.encode(), "表.txt").figures}
    assert found["basic_expenditure", "initial_budget"] == "312.00"
    assert found["basic_expenditure", "final_account"] == "340.20"
    assert found["project_expenditure", "adjusted_budget"] == "263.20"
    assert found["total_expenditure", "final_account"] == "599.80"

"""Indicator rows of web pages that kept their lines and lost their cells, the indicators numbered as the form offers them. Own names and figures."""

from __future__ import annotations

import pytest

from benchmarks.perturbing.nationalforms import written_out
from extraction.extract import extract

HEAD = written_out("""青溪县水务局渠道清淤项目支出绩效自评表

(2021年度)
年度绩效指标完成情况 {{rows}} {{reasons}}


(50分)
""").replace("一级指标 ", "一级\n指标\n")
ROWS = """数量指标 指标1:清淤长度 ≥20公里 21公里 15 15
指标2:清淤土方 8 9 15 13.5
……
质量指标 指标1:验收合格 20 20
指标2:
……
(30分)
经济效益
指标
指标1:/ / /
可持续影
响指标
指标1:渠道管护 30 30
指标2:
服务对象
满意度指标
指标1:农户满意度 90% 96% 10 10
"""

Rows = list[tuple[str | None, str | None, str | None, str | None]]


def read(text: str) -> Rows:
    found = extract((HEAD + text).encode(), "表.txt").indicators
    return [(r.level_2, r.level_3, r.full_marks, r.score) for r in found if r.row_kind == "item"]


def test_the_last_two_numbers_of_a_line_are_its_points() -> None:
    assert read(ROWS + "总分 100 98.5\n") == [
        ("数量指标", "指标1:清淤长度", "15", "15"),
        ("数量指标", "指标2:清淤土方", "15", "13.5"),
        ("质量指标", "指标1:验收合格", "20", "20"),
        ("可持续影响指标", "指标1:渠道管护", "30", "30"),
        ("服务对象满意度指标", "指标1:农户满意度", "10", "10"),
    ]


def test_points_that_do_not_make_the_total_are_none() -> None:
    assert read(ROWS.replace(" 30 30", " 35 35") + "总分 100 98.5\n") == []


@pytest.mark.parametrize("line", ["指标1:清淤长度 20 21\n", "指标1:清淤长度 10 12\n", "清淤长度 20 20\n"])
def test_what_was_wanted_and_done_is_no_points(line: str) -> None:
    assert read(f"数量指标 {line}") == []


def test_the_form_ends_with_its_total_or_before_a_line_of_prose() -> None:
    prose = "本项目由县水务局组织实施，按照年初下达的任务清单逐段开展清淤，" * 6
    assert len(read(f"{ROWS}{prose}\n合计 60 \n")) == 5
    assert read(f"{ROWS}合计 60 \n") == []
    assert len(read(f"{ROWS}合计 100 \n数量指标 指标1:清淤长度 9 9\n")) == 5


def test_points_for_execution_above_the_rows_are_in_the_total_too() -> None:
    fewer = ROWS.replace(" 30 30", " 20 20")
    assert len(read(f"{fewer}总分 80 78.5\n")) == len(read(f"{fewer}总分 90 88.5\n")) == 5
    assert read(f"{fewer}总分 95 93.5\n") == []


def test_one_row_is_no_form_and_no_score_is_above_its_full_marks() -> None:
    one, two = ROWS.split("\n")[:2]
    assert read(one + "\n") == []
    assert read("50分\n" + one + "\n" + two + "\n")[0][0] == "数量指标"
    assert len(read(ROWS.replace("15 13.5", "15 16.5"))) == 4

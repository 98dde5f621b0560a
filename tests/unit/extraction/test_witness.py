"""The report's own arithmetic decides between readings that its words leave open, and the figure says so."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from extraction.columns.headings import read_heading
from extraction.columns.witness_of_columns import align
from extraction.extract import extract
from extraction.text.numbers import parse_cell


def _table(*rows):
    return "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n"


@pytest.mark.parametrize(("said", "unit", "base"), [("125万元", "万元", "1250000"), ("125元", "元", "125")])
def test_a_unit_that_no_table_prints_is_taken_from_the_same_amount_elsewhere(read, said, unit, base):
    figure = read(f"基本支出{said}。\n\n" + _table(("项目", "决算数"), ("基本支出", "125"))).figures[-1]
    assert (figure.unit, figure.value_base, figure.base_unit) == (unit, Decimal(base), "yuan")
    assert Decimal("0.9") <= figure.confidence < 1
    assert figure.note


def test_without_a_witness_the_amount_is_too_uncertain_for_any_rule(read):
    (figure,) = read(_table(("项目", "决算数"), ("基本支出", "125.00"))).figures
    assert figure.confidence < Decimal("0.9")
    assert figure.note


def test_another_amount_is_no_witness(read):
    figure = read("基本支出124万元。\n\n" + _table(("项目", "决算数"), ("基本支出", "125"))).figures[-1]
    assert figure.confidence < Decimal("0.9")


HEAD = ("", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")


def test_a_funds_row_that_lost_a_blank_cell_is_placed_by_its_rate(read):
    found = read("单位：万元\n" + _table(HEAD, ("年度资金总额", "100", "120", "90", "75%")))
    assert {(f.stage, f.value) for f in found.figures if f.concept == "total_expenditure"} == {
        ("initial_budget", "100"),
        ("adjusted_budget", "120"),
        ("final_account", "90"),
    }


def test_a_funds_row_whose_rate_follows_from_no_reading_is_not_read(read):
    found = read("单位：万元\n" + _table(HEAD, ("年度资金总额", "100", "120", "90", "11%")))
    assert [f for f in found.figures if f.concept == "total_expenditure"] == []


def test_wide_funds_rows_take_no_longer_than_their_width():
    def seconds(half: int) -> float:
        head = ("项目", *["年初预算数", "执行率"] * half)
        data = ("绩效自评报告\n\n" + _table(head, ("年度资金总额", *["1"] * half))).encode()
        start = time.perf_counter()
        extract(data, "a")
        return time.perf_counter() - start

    assert seconds(12) / max(seconds(6), 0.02) < 12


@pytest.mark.parametrize(
    ("rate", "concept", "confidence"),
    [("111.4%", "budget_adjustment", "0.95"), ("11.4%", "total_expenditure", "1")],
)
def test_what_has_the_stated_rate_of_adjustment_is_the_adjustment(rate: str, concept: str, confidence: str):
    text = f"青石县林业局2022年部门整体支出绩效自评报告\n一、预算执行情况\n2022年年初预算288.6万元。预算调整数321.5万元，预算调整率{rate}。"
    found = [f for f in extract(text.encode(), "报告.txt").figures if f.value == "321.5"]
    assert [(f.concept, f.stage, str(f.confidence)) for f in found] == [
        (concept, "adjusted_budget", confidence)
    ]


COLUMNS = [read_heading(text) for text in ("年初预算数", "全年预算数", "全年执行数", "执行率", "支付率")]


@pytest.mark.parametrize(
    ("numbers", "columns", "told"),
    [
        (("120", "90", "75%"), COLUMNS[:4], [None, "全年执行数", "执行率"]),
        (("100", "120", "90", "75%"), COLUMNS, ["年初预算数", "全年预算数", "全年执行数", None]),
        (("120", "90", "11%"), COLUMNS[:4], [None] * 3),
        (("120", "90", "75"), COLUMNS[:4], [None] * 3),
        (("0", "90", "75%"), COLUMNS[:4], [None] * 3),
        (("120", "90", "75%", "75%"), COLUMNS, [None] * 4),
        (("90", "75%"), COLUMNS[2:], [None] * 2),
        ((), COLUMNS, []),
    ],
)
def test_the_numbers_stand_where_the_only_rate_follows_from_the_last_budget(numbers, columns, told):
    over = align([parse_cell(text) for text in numbers], columns)
    assert [one and one.text for one in over] == told


def test_no_place_is_told_in_a_row_as_long_as_its_headings_or_of_very_many():
    wide = [*COLUMNS[1:4], *[read_heading("其他")] * 8]
    numbers = [parse_cell(text) for text in ("120", "90", "75%")]
    assert align(numbers, wide[:3]) == align(numbers, wide) == [None] * 3
    assert align(numbers, wide[:10]) == wide[:3]


@pytest.mark.parametrize(
    ("budgets", "halves", "stage"),
    [
        ("年初预算为80万元，调整后预算为96万元", "基本支出预算31万元，执行30万元；项目支出预算65万元", "adjusted_budget"),
        ("年初预算为80万元，调整后预算为96万元", "基本支出预算21万元，执行30万元；项目支出预算59万元", "initial_budget"),
        ("年初预算为96万元，调整后预算为96万元", "基本支出预算31万元，执行30万元；项目支出预算65万元", "initial_budget"),
        ("年初预算为80万元，调整后预算为96万元", "基本支出年初预算31万元，执行30万元；项目支出年初预算65万元", "initial_budget"),
    ],
)  # fmt: skip
def test_halves_of_a_plain_budget_are_of_the_total_that_they_make_up(read, budgets, halves, stage):
    text = f"部门整体支出{budgets}，实际执行90万元。其中：{halves}，执行60万元。"
    stages = {
        figure.concept: figure.stage
        for figure in read(text).figures
        if figure.value in {"31", "65", "21", "59"} and figure.measure == "level"
    }
    assert stages == {"basic_expenditure": stage, "project_expenditure": stage}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("年初部门预算96万元。按支出性质分：基本支出31万元，项目支出65万元。", "initial_budget"),
        ("年初预算80万元，调整后预算96万元。基本支出31万元，项目支出65万元。", "adjusted_budget"),
        ("年初部门预算96万元。基本支出31万元，项目支出65万元。全年支出96万元。", "final_account"),
        ("年初部门预算98万元。基本支出31万元，项目支出65万元。", "final_account"),
        ("年初部门预算96万元。基本支出执行31万元，项目支出执行65万元。", "final_account"),
        ("2021年部门预算96万元。2022年基本支出31万元，项目支出65万元。", "final_account"),
    ],
)
def test_halves_that_say_no_stage_are_of_the_budget_that_they_make_up(read, text, stage):
    halves = [f for f in read(text).figures if f.concept in {"basic_expenditure", "project_expenditure"}]
    assert [f.stage for f in halves] == [stage, stage]
    assert all(("makes up" in (f.note or "")) == (stage != "final_account") for f in halves)

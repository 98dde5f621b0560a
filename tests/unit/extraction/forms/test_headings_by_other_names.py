"""Headings of forms under each of their names, in each shape that a form comes in. Not here: names of figures, texts written otherwise."""

from __future__ import annotations

import pytest

from extraction import reference
from extraction.extract import extract
from extraction.text.headnames import common_name, printed_as

TITLE = "青杨县粮食局2022年度部门整体支出绩效自评表\n\n"
HEADS = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"]
ROWS = [
    ["产出指标", "数量指标", "轮换粮食", "≥800吨", "816吨", "30", "30"],
    ["产出指标", "质量指标", "入库合格率", "≥98%", "97%", "30", "28"],
    ["效益指标", "社会效益指标", "储备规模", "不减少", "未减少", "40", "40"],
]
READ = [("轮换粮食", "30", "30"), ("入库合格率", "30", "28"), ("储备规模", "40", "40")]


def _bars(rows: list[list[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _tabs(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _cells(rows: list[list[str]]) -> str:
    return "\n".join(cell for row in rows for cell in row)


def _cells_behind_tabs(rows: list[list[str]]) -> str:
    return "\n".join(line for row in rows for line in (*(f"\t{cell}" for cell in row), ""))


NAMES = [(printed, name) for printed, name in reference.heading_names().items() if name in HEADS]


@pytest.mark.parametrize("shape", [_bars, _tabs, _cells, _cells_behind_tabs])
@pytest.mark.parametrize(("printed", "name"), NAMES)
def test_a_scoring_table_is_read_under_every_name_of_a_heading(shape, printed, name):
    heads = [printed if head == name else head for head in HEADS]
    found = extract((TITLE + shape([heads, *ROWS]) + "\n").encode(), "试.txt")
    assert [(row.level_3, row.full_marks, row.score) for row in found.indicators] == READ


FUNDS = ["年初预算数", "全年预算数", "全年执行数"]
OF_FUNDS = [(printed, name) for printed, name in reference.heading_names().items() if name in FUNDS]


@pytest.mark.parametrize("shape", [_bars, _tabs, _cells, _cells_behind_tabs])
@pytest.mark.parametrize(("printed", "name"), OF_FUNDS)
def test_the_funds_block_is_read_under_every_name_of_a_heading(shape, printed, name):
    heads = [printed if head == name else head for head in FUNDS]
    rows = [
        ["项目支出（万元）", *heads, "分值", "执行率", "得分"],
        ["年度资金总额", "386.00", "402.00", "381.90", "10", "95.00%", "9.5"],
    ]
    found = extract((TITLE + shape(rows) + "\n").encode(), "试.txt")
    stages = {(f.stage, f.value) for f in found.figures if f.concept == "total_expenditure"}
    assert stages == {
        ("initial_budget", "386.00"),
        ("adjusted_budget", "402.00"),
        ("final_account", "381.90"),
    }


def test_what_a_bracket_adds_stays():
    assert common_name("标准分(10分)") == "分值(10分)"
    assert common_name("权重(分值)") == "分值"
    assert common_name("说明") == "说明"


def test_the_longest_name_is_looked_for_first():
    names = printed_as("分值").split("|")
    assert names.index("标准分值") < names.index("标准分")
    assert "分值" in names


@pytest.mark.parametrize("label", ["合计", "合计数", "合计：", "合计金额"])
def test_a_sum_is_one_under_every_name(label):
    text = f"青杨县粮食局2022年度部门决算公开说明\n\n单位：万元\n\n| 项目 | “三公”经费 |\n| 因公出国（境）费 | 0.00 |\n| 公务接待费 | 1.20 |\n| 公务用车运行维护费 | 3.40 |\n| {label} | 4.60 |\n"
    found = extract(text.encode(), "试.txt")
    assert ("three_public_total", "4.60") in {(f.concept, f.value) for f in found.figures}


@pytest.mark.parametrize("heading", ["单位名称", "机构名称", "预算单位", "预算单位名称"])
def test_bodies_are_listed_below_every_name_of_them(heading):
    lines = [
        heading,
        "收入合计",
        "其中：",
        "上年结转",
        "财政拨款",
        "其他收入",
        "局机关",
        "212.60",
        "10.40",
        "200.00",
        "2.20",
    ]
    found = extract((TITLE + "年度收入（万元）\n\n" + "\n\n".join(lines) + "\n").encode(), "试.txt")
    assert ("total_revenue", "212.60") in {(f.concept, f.value) for f in found.figures}


def test_a_list_of_departments_is_no_list_of_bodies():
    lines = [
        "序号",
        "部门名称",
        "整体支出（万元）",
        "自评得分",
        "等级",
        "1",
        "县委办",
        "560.20",
        "96.5",
        "优",
        "2",
        "县教育局",
        "6,530.00",
        "93.2",
        "优",
    ]
    found = extract(
        ("青杨县2023年度部门整体支出绩效自评结果公开表\n\n" + "\n".join(lines) + "\n").encode(), "试.txt"
    )
    assert not [f for f in found.figures if f.concept == "total_expenditure"]

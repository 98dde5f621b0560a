"""Blocks of plain text: paragraphs, tables a row a line, and where each of them stands."""

from __future__ import annotations

import pytest

from extraction.layout import blocks
from extraction.model import Paragraph, Table


def _shape(text):
    return [
        text[block.span.start : block.span.end]
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row] for row in block.rows]
        for block in blocks(text)
    ]


def test_lines_broken_inside_a_sentence_are_one_paragraph():
    text = "本年度继续推进林区道路养护和防火隔离带建设，全年投入\n资金三百余万元。\n下一段落。\n"
    assert _shape(text) == [
        "本年度继续推进林区道路养护和防火隔离带建设，全年投入\n资金三百余万元。",
        "下一段落。",
    ]


def test_headings_and_list_items_stay_apart():
    text = "一、部门基本情况\n（一）机构设置与人员编制情况概述如下所列\n1.主要职责是管理县域内的国有林场\n"
    assert len(_shape(text)) == 3


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("|甲|乙|\n|---|---|\n|1|2|\n", [["甲", "乙"], ["1", "2"]]),
        ("甲\t乙\n1\t2\n", [["甲", "乙"], ["1", "2"]]),
        ("| 甲 | |\n| | 2 |\n", [["甲", ""], ["", "2"]]),
        ("甲 | 乙 | 丙\n1 | 2 | 3\n", [["甲", "乙", "丙"], ["1", "2", "3"]]),
    ],
)
def test_tables_of_one_row_a_line(text, rows):
    assert _shape(text) == [rows]


def test_a_single_stroke_in_prose_is_no_table():
    assert all(isinstance(block, Paragraph) for block in blocks("甲|乙的比较见下文。\n继续说明情况。\n"))


@pytest.mark.parametrize(
    "text",
    ["前言。\n\n|甲| 乙 |\n|-|-|\n| 1 |　2　|\n\n后记。", "甲\t 乙\n1\t2 \n", "\n\t甲\n\t 乙 \n\n\t1\n\t2\n"],
)
def test_every_cell_stands_exactly_where_its_span_says(text):
    tables = [block for block in blocks(text) if isinstance(block, Table)]
    assert tables
    for table in tables:
        for row in table.rows:
            for cell in row:
                assert text[cell.span.start : cell.span.end] == cell.text


def test_tables_are_numbered_in_reading_order():
    text = "|甲|乙|\n|1|2|\n\n说明。\n\n|丙|丁|\n|3|4|\n"
    assert [block.number for block in blocks(text) if isinstance(block, Table)] == [1, 2]


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", "\t", "|", "||", "\n\t", "\n\t\n\n\t\n"])
def test_nothing_gives_no_table_with_content(text):
    assert all(isinstance(block, Paragraph) or block.rows for block in blocks(text))


def test_an_amount_below_an_empty_line_begins_a_paragraph():
    above = "全县林业工作会议确定的全年造林任务和森林管护资金总额合计安排为如下数额"
    assert _shape(f"{above}\n\n12.5万元，已全部完成。") == [above, "12.5万元，已全部完成。"]

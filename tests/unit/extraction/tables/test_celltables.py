"""Tables flattened by a word processor: newline and tab before a cell, an empty line after a row."""

from __future__ import annotations

from extraction.layout import blocks
from extraction.model import Paragraph, Table


def _tables(text):
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in blocks(text)
        if isinstance(block, Table)
    ]


def flatten(rows):
    return "\n".join("".join(f"\n\t{cell}" for cell in row) + "\n" for row in rows)


def test_rows_and_cells_are_recovered():
    rows = [["项目", "预算数", "决算数"], ["公务接待费", "2.50", "1.80"], ["合计", "6.00", "5.10"]]
    assert _tables("情况如下：\n" + flatten(rows)) == [rows]


def test_merged_cells_come_out_empty_and_keep_their_place():
    rows = [["投入", "配置", "5"], ["", "", "4"], ["", "执行", "3"]]
    assert _tables(flatten(rows)) == [rows]
    rows = [["合计", "100", ""], ["投入", "20", "18"], ["过程", "80", ""]]
    assert _tables(flatten(rows)) == [rows]


def test_a_cell_of_several_lines_is_one_cell():
    text = "\n\t指标\n\t评分标准\n\n\t执行率\n\t满分要求：\n达到九成五以上；\n每低一点扣一分。\n"
    assert _tables(text)[0][1] == ["执行率", "满分要求：\n达到九成五以上；\n每低一点扣一分。"]


def test_prose_in_a_cell_is_read_as_text_too():
    prose = (
        "本局负责全县造林绿化与森林防火，本年度基本支出120.50万元，其中人员经费100.00万元，按时完成各项任务。"
    )
    paragraphs = [
        block
        for block in blocks(f"\n\t职能概述\n\t{prose}\n\n\t编制数\n\t12\n")
        if isinstance(block, Paragraph)
    ]
    assert [paragraph.in_table for paragraph in paragraphs] == [True]


def test_the_text_after_a_table_is_no_part_of_it():
    text = (
        flatten([["编制", "12"], ["在职", "11"]])
        + "\n\n以上为人员情况的说明文字，与表格无关，单独成段叙述。\n"
    )
    assert _tables(text) == [[["编制", "12"], ["在职", "11"]]]
    assert isinstance(blocks(text)[-1], Paragraph)
    for rows in ([["编制", "12"]], [["编制", "12"], ["在职", ""]]):
        assert _tables(flatten(rows) + "\n\n附表\n\t项目\n")[0] == rows


def test_cells_without_any_content_give_no_table():
    assert _tables("\n\t\n\t\n\n\t\n\t\n") == []


def test_figures_of_a_flattened_table_point_at_their_cells(read):
    text = "支出情况（万元）\n" + flatten([["项目", "年初预算数", "决算数"], ["基本支出", "80.00", "78.25"]])
    found = read(text)
    assert [(f.concept, f.stage, f.value, f.unit) for f in found.figures] == [
        ("basic_expenditure", "initial_budget", "80.00", "万元"),
        ("basic_expenditure", "final_account", "78.25", "万元"),
    ]
    assert [(f.locator.table, f.locator.row, f.locator.column) for f in found.figures] == [
        (1, 2, 2),
        (1, 2, 3),
    ]


def _merged(words, behind="\t5\n"):
    """A first cell that begins with an empty line: its words stand in the middle of the merged cell."""
    return _tables(f"\n\t指标\n\t分值\n\n\t\n\n{words}\n{behind}")


def test_an_empty_cell_goes_on_with_few_words_before_the_next_cell():
    assert _merged("预算\n配置")[0][1] == ["预算\n配置", "5"]
    assert _merged("预算配置", "\n\t5\n")[0][1:] == [["预算配置"], ["5"]]
    assert _merged("预算配置" * 7 + "目标")[0][1] == ["预算配置" * 7 + "目标", "5"]
    assert _merged("预算配置" * 7 + "目标值")[0][1] == [""]
    assert _tables("\n\t指标\n\t分值\n\n\t\n\n预算配置")[0][1] == [""]
    assert _merged("预算配置", "\n\n\t5\n")[0][1] == [""]
    assert _merged("预算配置", "\n另起一段。\n")[0][1] == [""]

"""Cells with a bar on a line below each of them, under merged headings: which row of headings fits, and where its rows end."""

from __future__ import annotations

import pytest

from extraction.flattened.bars.closedgrid import read_cells
from extraction.model import Span

HEAD = ("项目", "预算数", "决算数")
ROWS = ("会议费", "5", "4", "培训费", "", "6", "印刷费", "2", "—")
BLANK = ("", "", "")


def _read(*words):
    """The rows of the table that cells with these words hold, and how many cells it takes."""
    spans, at = [], 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    table, taken = read_cells("\n".join(words), spans)
    return [[cell.text for cell in row] for row in table.rows] if table else [], taken


def test_the_first_heading_row_below_the_merged_ones_that_fits():
    rows, taken = _read("支出", "经费", *HEAD, *ROWS)
    assert (rows[0], rows[-1], taken) == (list(HEAD), ["印刷费", "2", "—"], 14)
    rows, _ = _read("支出", "编码", *HEAD, "1", ROWS[0], *ROWS[1:3], "2", *ROWS[3:6], "3", *ROWS[6:])
    assert rows[1] == ["1", "会议费", "5", "4"]


@pytest.mark.parametrize(
    "head",
    [
        ("项目", "小计", "决算数"),
        ("项目", "", "决算数"),
        ("项目", "2", "决算数"),
        ("项目", "说不清", "决算数"),
        ("编码", "预算数", "决算数"),
        ("编码", "行次", "项目"),
    ],
)
def test_headings_of_groups_unknown_ones_and_such_without_labels_or_amounts_fit_no_rows(head):
    first = ("01", "5", "") if head[2] == "项目" else ("", "5", "4") if head[0] == "编码" else ROWS[:3]
    assert _read("支出", *head, *first * 3) == ([], 0)


def test_numbers_of_rows_alone_fill_no_table():
    head = ("序号", "项目", "金额")
    assert _read("支出", *head, "1", "会议费", "5", "2", "培训费", "", "3", "印刷费", "")[0] == []
    assert len(_read("支出", *head, "1", "会议费", "5", "2", "培训费", "6", "3", "印刷费", "")[0]) == 4


@pytest.mark.parametrize("last", [("说明", "见后", ""), ("", "7", "8"), ("8", "7", "8")])
def test_rows_end_where_cells_do_not_suit_their_headings(last):
    assert _read("支出", *HEAD, *ROWS, *last, *ROWS)[1] == 13


def test_some_rows_may_be_blank():
    assert _read("支出", *HEAD, *BLANK * 12, *ROWS)[1] == 13 + 36
    assert _read("支出", *HEAD, *ROWS, *BLANK * 13, *ROWS)[1] == 13
    assert _read("支出", *HEAD, *ROWS, *BLANK)[1] == 13


def test_sums_by_nature_stand_behind_the_rows_with_one_amount_each():
    rows, taken = _read("支出", *HEAD, *ROWS, "人员经费合计", "9", "公用经费合计", "8", "注", "7")
    assert (rows[-2:], taken) == ([["人员经费合计", "9"], ["公用经费合计", "8"]], 17)
    for behind in (("人员经费合计", "另见"), ("人员经费合计",)):
        assert _read("支出", *HEAD, *ROWS, *behind)[1] == 13


CODED = ("科目编码", "科目名称", "合计", "基本支出", "类", "款")
CODES = ("201", "01", "甲事务", "5", "4", "201", "02", "乙事务", "6", "6", "202", "01", "丙事务", "2", "")


@pytest.mark.parametrize(
    ("total", "taken"),
    [
        (("合计", "13", "10"), 24),
        (("总计", "13", ""), 24),
        (("共计", "13", "10"), 21),
        (("合计", "无", "10"), 21),
        (("合计", "13", "略"), 21),
        (("合计", "13"), 21),
    ],
)
def test_the_total_below_codes_has_no_code(total, taken):
    rows, end = _read(*CODED, *CODES, *total)
    assert end == taken
    assert rows[0] == ["类", "款", "科目名称", "合计", "基本支出"]
    assert (rows[-1] == ["合计", "", "", "13", "10"]) == (total == ("合计", "13", "10"))

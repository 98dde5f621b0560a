"""Cells of which even the empty ones are known: rows told by as many values behind every label."""

from __future__ import annotations

import pytest

from extraction.flattened.bars.closedruns import read
from extraction.model import Span

HEAD = ["收支", "", "项目", "预算数", "决算数"]
ROWS = ["会议费", "5.10", "4.20", "培训费", "", "6.30", "印刷费", "2.00", "—"]


def rows(words: list[str]) -> list[list[str]]:
    spans, at = [], 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    table, _, _ = read("\n".join(words), spans, words)
    return [[cell.text for cell in row] for row in table.rows] if table else []


def test_rows_begin_where_labels_are_as_far_from_each_other():
    assert rows(HEAD + ROWS) == [["项目", "预算数", "决算数"], ROWS[:3], ROWS[3:6], ROWS[6:]]


def test_blank_rows_between_are_passed_over():
    assert rows(HEAD + ROWS[:6] + ["", "", ""] * 2 + ROWS[6:])[-1] == ROWS[6:]


def test_codes_stand_in_front_of_labels_and_not_of_the_total():
    head = ["项目", "合计", "基本支出", "科目编码", "科目名称", "栏次", "1", "2"]
    coded = ["208", "甲支出", "3", "3", "20805", "乙支出", "3", "", "213", "丙支出", "6", "1"]
    assert rows([*head, "合计", "9", "4", *coded]) == [
        ["科目名称", "合计", "基本支出"],
        ["合计", "9", "4"],
        ["208", "甲支出", "3", "3"],
        ["20805", "乙支出", "3", ""],
        ["213", "丙支出", "6", "1"],
    ]


@pytest.mark.parametrize(
    "words",
    [
        HEAD + ROWS[:6],  # too few
        [
            *HEAD,
            "会议费",
            "5.10",
            "4.20",
            "培训费",
            "6.30",
            "印刷费",
            "2.00",
            "1.00",
            "2.00",
            "邮电费",
            "3.00",
        ],  # not as long
        ["项目", "小计", "决算数", *ROWS],  # of which group the first amounts are is not printed
        ["说明", "预算数", "决算数", *ROWS],  # no heading of labels
        ["单位", "甲数", "乙数", *ROWS],
        ["", "甲组", "乙组", "预算数", "决算数", "预算数", "决算数", *ROWS],
    ],
)
def test_other_cells_are_no_such_rows(words):
    assert rows(words) == []

"""Sentences with their tokens, and headings."""

from __future__ import annotations

import pytest

from extraction.text.normalise import fold
from extraction.text.sentences import Headings, heading_level, sentences


def _amounts(text):
    return [number.digits for sentence in sentences(fold(text)) for number in sentence.numbers]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("2022年基本支出30万元。", ["30"]),
        ("于2022年3月15日通过，共12人。", ["12"]),
        ("依据（2021）18号文安排5万元。", ["5"]),
        ("第8条规定，接待3批次。", ["3"]),
        ("支出2022万元。", ["2022"]),
    ],
)
def test_years_dates_and_document_numbers_are_no_amounts(text, amounts):
    assert _amounts(text) == amounts


def test_sentences_end_at_full_stops_and_hold_their_own_tokens():
    first, second = sentences(fold("2021年支出3万元。2022年收入4万元，支出5万元。"))
    assert [len(sentence.numbers) for sentence in (first, second)] == [1, 2]
    assert [[year.year for year in sentence.years] for sentence in (first, second)] == [[2021], [2022]]
    assert first.terms_in(first.start, first.end)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、基本情况", 1),
        ("（二）预算执行", 2),
        ("3.资产管理", 3),
        ("(4)其他", 4),
        ("##评价结论", 2),
        ("本年度支出平稳", None),
        ("一、支出合计30万元，其中基本支出20万元，项目支出10万元，三公经费未发生支出，结余为零", None),
        ("一、已完成全部目标。", None),
        ("3.5万元", None),
    ],
)
def test_levels_of_headings(text, level):
    assert heading_level(fold(text).text) == level


def test_a_heading_closes_those_of_its_level_and_below():
    headings = Headings()
    for level, text in ((1, "甲"), (2, "乙"), (3, "丙"), (2, "丁")):
        headings.enter(level, text)
    assert headings.path == ("甲", "丁")

"""An earlier year told in passing ends: with the sentence that comes to this year, with the reason that names it."""

from __future__ import annotations

from decimal import Decimal

import pytest

ACCOUNTS = "石门县林业局2023年度部门决算公开说明\n\n"
LAST = "2022年基本支出190万元"


@pytest.mark.parametrize(
    ("before", "year"),
    [
        (f"{LAST}，2023年223万元。", 2023),
        (f"{LAST}，2023年223万元，较去年增加33万元。", 2023),
        (f"{LAST}，2023年223万元。全年", 2023),
        ("2023年会议费3万元，比上年减少1万元。主要原因：2022年机构改革。", 2023),
        (f"{LAST}。", 2022),
        (f"{LAST}，比2021年增加5万元。", 2022),
        (f"{LAST}，结转2023年使用5万元。", 2022),
    ],
)
def test_the_year_of_the_next_sentence(read, before, year):
    figure = read(f"{before}培训费15.68万元。", ACCOUNTS).figures[-1]
    assert (figure.concept, figure.value, figure.fiscal_year) == ("training_expenditure", "15.68", year)


@pytest.mark.parametrize(
    ("words", "year", "sure"),
    [
        ("2023年项目支出30万元，2022年为27万元，占5%。", 2022, False),
        ("2023年项目支出30万元，2022年为27万元（占5%）。", 2022, False),
        ("2023年项目支出30万元，2022年为27万元，完成预算的5%。", 2022, False),
        ("2023年项目支出30万元，2022年27万元，2022年占比5%。", 2022, True),
        ("2023年项目支出30万元，占5%。", 2023, True),
        ("2022年项目支出27万元，占5%。", 2022, True),
        ("2022年项目支出27万元，2023年30万元，占5%。", 2023, True),
    ],
)
def test_a_rate_behind_amounts_of_two_years(read, words, year, sure):
    rate = read(words, ACCOUNTS).figures[-1]
    assert (rate.value, rate.fiscal_year) == ("5", year)
    assert (rate.confidence >= Decimal("0.9")) is sure


@pytest.mark.parametrize(
    ("words", "received"),
    [
        ("财政拨款收入预算100万元，实际收入105万元。", "fiscal_appropriation_revenue"),
        ("事业收入年初预算100万元，全年实际收入105万元。", "undertaking_revenue"),
        ("收入预算100万元，实际收入105万元。", "total_revenue"),
        ("收入预算200万元，其中财政拨款收入100万元，实际收入205万元。", "total_revenue"),
        ("财政拨款收入90万元，事业收入预算100万元，实际收入105万元。", "total_revenue"),
    ],
)
def test_what_came_in_of_the_source_budgeted_before(read, words, received):
    figure = read(words, ACCOUNTS).figures[-1]
    assert (figure.concept, figure.stage) == (received, "final_account")


def test_the_name_of_a_source_said_twice_is_no_income_of_all(read):
    assert not read("全年财政拨款收入实际收入105万元。", ACCOUNTS).figures


@pytest.mark.parametrize(
    ("words", "year", "sure"),
    [
        ("2023年会议费3万元。2022年公务接待费4万元。培训费5万元。", 2022, False),
        ("会议费3万元。2022年公务接待费4万元，2021年2万元。培训费5万元。", 2022, False),
        ("2023年会议费3万元。2022年公务接待费4万元。其中：培训费5万元。", 2022, True),
        ("2023年会议费3万元。2022年公务接待费4万元，培训费5万元。", 2022, True),
        ("2022年公务接待费4万元。培训费5万元。", 2022, True),
        ("2023年会议费3万元。2022年公务接待费4万元。2023年培训费5万元。", 2023, True),
        ("2023年会议费3万元。公务接待费4万元。培训费5万元。", 2023, True),
    ],
)
def test_a_sentence_behind_an_aside_on_an_earlier_year(read, words, year, sure):
    figure = read(words, ACCOUNTS).figures[-1]
    assert (figure.value, figure.fiscal_year) == ("5", year)
    assert (figure.confidence >= Decimal("0.9")) is sure

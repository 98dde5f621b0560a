"""Amounts whose own rate shows them to be changes without a verb are marked, and no others; invented figures."""

from __future__ import annotations

import pytest

STATEMENT = "竹溪县水利局2022年度“三公”经费决算情况说明\n\n"
FIRST = "2022年公务接待费支出决算{level}元，占总支出决算的31.2%。主要用于接待检查组。费用严格控制。\n\n"
SECOND = "各项费用按规定列支。与上年相比，公务接待费支出决算{amount}元，{verb}{rate}%。"


def _sure(read, level: str, amount: str, verb: str, rate: str) -> list[str]:
    text = FIRST.format(level=level) + SECOND.format(amount=amount, verb=verb, rate=rate)
    figures = read(text, STATEMENT).figures
    return [one.value for one in figures if one.measure == "level" and one.confidence >= 1]


@pytest.mark.parametrize(
    ("level", "amount", "verb", "rate"),
    [("86,415.20", "21,640.30", "增长", "33.41"), ("61,300.00", "8,200.00", "下降", "11.80")],
)
def test_an_amount_that_its_rate_shows_to_be_the_change_is_marked(read, level, amount, verb, rate):
    assert _sure(read, level, amount, verb, rate) == [level.replace(",", "")]


@pytest.mark.parametrize(
    ("level", "amount", "verb", "rate"),
    [
        ("86,415.20", "21,640.30", "增长", "12.75"),
        ("86,415.20", "86,415.20", "增长", "33.41"),
        ("80,000.00", "40,000.00", "增长", "100.00"),
    ],
)
def test_other_amounts_stay_as_sure_as_they_were(read, level, amount, verb, rate):
    assert set(_sure(read, level, amount, verb, rate)) == {level.replace(",", ""), amount.replace(",", "")}

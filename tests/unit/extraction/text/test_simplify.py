"""Traditional characters are read as Simplified ones, in the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.simplify import simplify


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("基本支出預算數", "基本支出预算数"),
        ("項目支出", "项目支出"),
        ("項(xiàng)目", "项" + " " * 7 + "目"),
        ("基本支出(项目)", "基本支出(项目)"),
    ],
)
def test_characters_are_replaced_one_by_one(printed, read_as):
    assert simplify(printed) == read_as


@given(st.text(alphabet="預算數支出項目(xiàng)（）万元12.5 \n", max_size=80))
def test_no_character_moves(text):
    assert len(simplify(text)) == len(text)


def test_figures_of_traditional_text_quote_the_text_as_printed(read):
    (figure,) = read("基本支出決算數為301.4萬元。").figures
    assert (figure.concept, figure.stage, figure.value, figure.unit) == (
        "basic_expenditure",
        "final_account",
        "301.4",
        "万元",
    )
    assert "萬元" in figure.quote

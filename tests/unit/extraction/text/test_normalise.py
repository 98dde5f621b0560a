"""Folding: one form for what looks alike, and every character still knows its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.normalise import fold, folded, squeeze


@pytest.mark.parametrize(
    ("printed", "comparable"),
    [
        ("５１．８４％", "51.84%"),
        ("（本 级）", "(本级)"),
        ("“三公”经费", '"三公"经费'),
        ("「三公」經費"[:4], '"三公"'),
        ("**基本**支出：", "基本支出:"),
        ("公用\n　经费", "公用经费"),
        ("≧９０", "≥90"),
    ],
)
def test_widths_quotes_and_blanks_are_folded(printed, comparable):
    assert folded(printed) == comparable


def test_numbers_that_stood_apart_do_not_grow_together():
    assert folded("12 34") == "12 34"
    assert folded("12\n34") == "12 34"
    assert folded("12 万元") == "12万元"


def test_squeezing_keeps_the_printed_marks():
    assert squeeze(" （五） 其 他\n") == "（五）其他"


@given(
    st.text(alphabet="0１９%％ \n\t　*（(甲乙：:.，,“”", max_size=60),
    st.integers(min_value=0, max_value=1000),
)
def test_each_folded_character_points_at_the_character_it_came_from(text, offset):
    result = fold(text, offset)
    places = [result.origin(at, at + 1)[0] for at in range(len(result.text))]
    assert places == sorted(set(places))
    for character, place in zip(result.text, places, strict=True):
        original = text[place - offset]
        blank = character == " " and not original.strip(" \n\t　*")
        assert folded(original) == character or blank or character == original == ","


def test_a_half_width_comma_ends_a_clause_unless_it_divides_digits():
    assert folded("支出4,512.5万元,其中:甲3,乙2") == "支出4,512.5万元，其中:甲3，乙2"


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="ab12 。（", min_size=1, max_size=40), st.data())
def test_origin_gives_back_the_stretch(text, data):
    result = fold(text, 7)
    if not result.text:
        return
    start = data.draw(st.integers(0, len(result.text) - 1))
    end = data.draw(st.integers(start + 1, len(result.text)))
    first, last = result.origin(start, end)
    assert (
        folded(text[first - 7 : last - 7]) == result.text[start:end].strip(" ")
        or " " in result.text[start:end]
    )

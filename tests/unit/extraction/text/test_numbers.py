"""Printed numbers: digits, separators, units, approximation and limits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.normalise import folded
from extraction.text.numbers import UNITS, find_numbers, parse_cell


def _only(text: str):
    (number,) = find_numbers(folded(text))
    return number


@pytest.mark.parametrize(
    ("printed", "digits", "unit", "base", "base_unit"),
    [
        ("12.5万元", "12.5", "万元", "125000", "yuan"),
        ("12.5万", "12.5", "万元", "125000", "yuan"),
        ("3.2亿元", "3.2", "亿元", "320000000", "yuan"),
        ("870元", "870", "元", "870", "yuan"),
        ("9千元", "9", "千元", "9000", "yuan"),
        ("1,234,567.80元", "1234567.80", "元", "1234567.80", "yuan"),
        ("０．５％", "0.5", "%", "0.5", "percent"),
        ("2.3个百分点", "2.3", "个百分点", "2.3", "percentage_points"),
        ("18名", "18", "人", "18", "persons"),
        ("18人", "18", "人", "18", "persons"),
        ("640人次", "640", "人次", "640", "count"),
        ("97.5分", "97.5", "分", "97.5", "points"),
        ("-4.1万元", "-4.1", "万元", "-41000", "yuan"),
        ("0万元", "0", "万元", "0", "yuan"),
    ],
)
def test_a_number_keeps_its_digits_and_knows_its_worth(printed, digits, unit, base, base_unit):
    number = _only(printed)
    assert (number.digits, number.canonical_unit, number.base_unit) == (digits, unit, base_unit)
    assert number.in_base_units() == Decimal(base)


def test_trailing_zeros_are_kept_because_precision_depends_on_them():
    assert _only("20.00万元").decimals == 2
    assert _only("20万元").decimals == 0


@pytest.mark.parametrize("text", ["3万人", "3万名党员", "5万户居民", "8分钟", "6个月"])
def test_a_unit_that_goes_on_as_another_word_is_not_taken(text):
    assert [number.unit for number in find_numbers(text)] == [None]


@pytest.mark.parametrize(
    "text", ["约30万元", "近30万元", "将近30万元", "30余万元", "30多万元", "30万余元", "30万元左右"]
)
def test_approximate_amounts_say_so(text):
    assert _only(text).approximate
    assert not _only("30万元").approximate


@pytest.mark.parametrize("text", ["30万元以上", "30万元(含)以上", "30万元以下", "30万元及以上", "30人以内"])
def test_limits_are_not_amounts(text):
    assert _only(text).limit
    assert not _only("30万元").limit


@pytest.mark.parametrize("text", ["A12", "GB3100b", "3.4.5"])
def test_numbers_inside_codes_do_not_start(text):
    assert all(not number.unit for number in find_numbers(text))
    assert "12" not in {number.digits for number in find_numbers("A12")}


@pytest.mark.parametrize("text", ["", "-", "/", "—", "无", "3+2", "12.5万元/年", "1 2", "十二", "1,2"])
def test_a_cell_that_is_no_plain_number_is_none_and_not_zero(text):
    assert parse_cell(folded(text)) is None


@pytest.mark.parametrize(
    ("text", "digits"), [("0", "0"), ("0.00", "0.00"), ("1,200.5", "1200.5"), ("-3", "-3")]
)
def test_a_cell_that_is_a_number(text, digits):
    assert parse_cell(text).digits == digits


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    st.sampled_from(sorted(UNITS)),
    st.booleans(),
)
def test_what_is_printed_is_what_is_read(value, unit, grouped):
    printed = f"{value:,}" if grouped else str(value)
    (number,) = find_numbers(f"为{printed}{unit}。")
    assert number.value == value
    assert number.decimals == 2
    assert number.in_base_units() == value * UNITS[unit][2]
    assert f"为{printed}{unit}。"[number.start : number.end] == printed + unit


@given(st.integers(min_value=0, max_value=10**15).map(lambda n: f"{n:,}"))
def test_a_cell_reads_grouped_digits_back(printed):
    assert parse_cell(printed).value == Decimal(printed.replace(",", ""))

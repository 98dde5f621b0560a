"""“三公”经费控制在年初预算8万元以内，实际支出6万元: the name stands before the words that keep spending within its budget."""

from __future__ import annotations

import pytest

ALL = "three_public_total"
BUDGET, ACCOUNT = "initial_budget", "final_account"


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("“三公”经费控制在年初预算8万元以内，实际支出6万元。", [(ALL, BUDGET, "8"), (ALL, ACCOUNT, "6")]),
        ("“三公”经费严格控制在预算8万元以内，决算6万元。", [(ALL, BUDGET, "8"), (ALL, ACCOUNT, "6")]),
        ("“三公”经费控制在预算内，实际支出6万元。", [(ALL, ACCOUNT, "6")]),
        ("公务接待费控制在预算范围内，全年支出6万元。", [("official_reception", ACCOUNT, "6")]),
        ("“三公”经费实际支出6万元，控制在年初预算8万元以内。", [(ALL, ACCOUNT, "6"), (ALL, BUDGET, "8")]),
        ("项目成本控制在预算8万元以内，实际支出6万元。", []),
        ("会议费、培训费控制在预算8万元以内，实际支出6万元。", []),
        ("“三公”经费控制在年初预算8万元以内，下属单位实际支出6万元。", [(ALL, BUDGET, "8")]),
    ],
)
def test_the_budget_and_what_was_spent(read, words, levels):
    found = [f for f in read(words).figures if f.measure == "level"]
    assert [(f.concept, f.stage, f.value) for f in found] == levels


@pytest.mark.parametrize(
    ("before", "read_behind"),
    [
        ("9月底支付进度73.5%；", True),
        ("支付进度1至6月达46%，9月底73.5%；", True),
        ("9月底基本支出300万元；", False),
        ("1-6月支付进度46%，", False),
    ],
)
def test_a_rate_of_part_of_the_year_ends_with_its_clauses(read, before, read_behind):
    found = {f.value for f in read(f"{before}政府采购预算312万元。").figures}
    assert ("312" in found) is read_behind


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("基本支出163万元，与上年基本支出140万元相比，增加23万元。", [("140", 2021), ("23", 2022)]),
        ("与去年基本支出140万元相比，增加23万元。", [("140", 2021), ("23", 2022)]),
        ("基本支出163万元，与2020年基本支出140万元相比，增加23万元。", [("140", 2020), ("23", 2022)]),
    ],
)
def test_the_year_before_by_its_own_name(read, words, last):
    figures = read(words).figures[-2:]
    assert {f.concept for f in figures} == {"basic_expenditure"}
    assert [(f.value, f.fiscal_year) for f in figures] == last


@pytest.mark.parametrize("words", ["结果为“优秀”", "自评得分94分，结论：优", "等次为优"])
def test_the_grade_behind_a_score(read, words):
    text = f"自评得分94分，{words}。" if not words.startswith("自评") else f"{words}。"
    assert [f.value for f in read(text).figures if f.concept == "grade"] == ["优"]

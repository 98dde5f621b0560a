"""Names of figures and grades in places that only some of them were read in. Not here: headings, texts written otherwise."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from extraction.text.simplify import simplify
from tests.unit.extraction.conftest import ACCOUNTS, TITLE, stated

LEVEL = "level"


@pytest.mark.parametrize(
    "name", ["绩效评级", "自评级别", "绩效评定结论", "评价结论", "自评等级", "绩效评价等级"]
)
@pytest.mark.parametrize(
    "words", ["经自评，{}为“良”。", "四、评价结果\n{}：良。", "\t{}\n\t良\n\t联系人\n\t（略）\n"]
)
def test_a_grade_needs_no_number_beside_it(name, words):
    found = extract((TITLE + words.format(name)).encode(), "试.txt").figures
    assert [(f.concept, f.value) for f in found] == [("grade", "良")]


@pytest.mark.parametrize(
    "words",
    [
        "基本支出（万元）：486.20",
        "基本支出(万元)为486.20。",
        "其中：基本支出（万元）：486.20，均已支付。",
        "基本支出（单位：万元）：486.20",
    ],
)
def test_the_unit_may_stand_behind_the_name(words):
    assert ("basic_expenditure", LEVEL, "final_account", "486.20") in stated(words)


def test_a_row_of_several_amounts_has_no_unit_behind_its_name():
    assert not stated("基本支出（万元）：486.20 512.00 498.75")


@pytest.mark.parametrize(
    "heading", ["五、机关运行经费情况", "（二）机关运行经费支出情况说明", "3.机关运行经费"]
)
@pytest.mark.parametrize(
    "words",
    ["2022年度为86.20万元，", "本部门2022年86.20万元，", "共计86.20万元，", "2022年，我局为86.20万元，"],
)
def test_a_heading_names_what_its_first_sentence_leaves_open(heading, words):
    found = stated(f"{heading}\n{words}比上年增加3.10万元，增长3.73%。")
    assert found == [
        ("agency_operating_cost", LEVEL, "final_account", "86.20"),
        ("agency_operating_cost", "change", "final_account", "3.10"),
        ("agency_operating_cost", "change_rate", "final_account", "3.73"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2022年86.20万元用于购置设备。",
        "2022年为下属林场代付86.20万元。",
        "林场2022年为86.20万元。",
        "合计 86.20万元",
        "2022年为86.20万元以内。",
    ],
)
def test_a_sentence_that_names_something_is_not_of_the_heading(words):
    assert not stated(f"五、机关运行经费情况\n{words}")


def test_a_heading_of_both_totals_names_both():
    found = stated("一、收入支出总计情况\n2022年度为986.20万元。")
    assert {concept for concept, *_ in found} == {"total_resources", "total_uses"}


def test_a_heading_of_two_things_names_none():
    assert not stated("二、基本支出和项目支出情况\n2022年度为986.20万元。")


def test_rows_with_a_gap_are_no_sentence_that_goes_on():
    rows = "单位：万元\n项目    金额\n会议费    1.20\n公务用车购置及运行维护费    5.40\n培训费    0.80\n"
    assert [value for _, _, _, value in stated(rows)] == ["1.20", "5.40", "0.80"]


def test_an_amount_at_the_end_of_a_line_takes_its_unit_from_the_next():
    text = "2022年度本部门公务用车购置及运行维护费支出决算  5.40\n万元，完成预算的90%。"
    assert ("official_vehicle", LEVEL, "final_account", "5.40") in stated(text)


def test_single_quotes_are_quotes():
    assert ("three_public_total", LEVEL, "final_account", "6.20") in stated("2022年‘三公’经费支出6.20万元。")


def test_wide_digits_hide_no_row():
    text = ACCOUNTS + "公务接待费  ０．２３  ０．１８\n"
    assert "0.23  0.18" in simplify(text)
    assert len(simplify(text)) == len(text)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("預算批覆", "预算批复"),
        ("覆核得分為", "复核得分为"),
        ("衞生健康局預算", "卫生健康局预算"),
        ("徵收經費", "征收经费"),
    ],
)
def test_traditional_words_that_share_a_character(printed, read):
    assert simplify(printed) == read


def test_covering_is_no_answer():
    assert simplify("覆蓋率達到預期，顛覆") == "覆盖率达到预期，颠覆"

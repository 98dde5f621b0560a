"""The year before said once for parts and members behind it, years in turn, and stages that a list leaves open."""

from __future__ import annotations

import pytest

INITIAL, FINAL = "initial_budget", "final_account"
TOTAL, BASIC, PROJECT, MEETING = (
    "total_expenditure",
    "basic_expenditure",
    "project_expenditure",
    "meeting_expenditure",
)


def _dated(read, text):
    return {
        (f.concept, f.fiscal_year, f.value): f.confidence for f in read(text).figures if f.measure == "level"
    }


def _sure(read, text):
    return {key for key, confidence in _dated(read, text).items() if confidence >= 0.9}


@pytest.mark.parametrize(
    ("text", "earlier", "reported"),
    [
        (
            "上年支出700万元，其中基本支出450万元，项目支出250万元；本年支出800万元，其中基本支出500万元，项目支出300万元。",
            {(TOTAL, "700"), (BASIC, "450"), (PROJECT, "250")},
            {(TOTAL, "800"), (BASIC, "500"), (PROJECT, "300")},
        ),
        (
            "去年支出700万元（基本支出450万元、项目支出250万元）。2022年支出800万元。",
            {(TOTAL, "700"), (BASIC, "450"), (PROJECT, "250")},
            {(TOTAL, "800")},
        ),
        ("会议费上年支出6万元，本年支出5万元。", {(MEETING, "6")}, {(MEETING, "5")}),
        ("会议费2021年6万元，本年支出5万元。", {(MEETING, "6")}, {(MEETING, "5")}),
        ("会议费5万元，本年支出780万元。", set(), {(MEETING, "5"), (TOTAL, "780")}),
        ("会议费5万元，上年6万元；培训费3万元。", {(MEETING, "6")}, {(MEETING, "5"), ("training_expenditure", "3")}),
    ],
)  # fmt: skip
def test_the_year_before_holds_for_its_parts(read, text, earlier, reported):
    found = _sure(read, text)
    assert {(concept, value) for concept, year, value in found if year == 2021} == earlier
    assert {(concept, value) for concept, year, value in found if year == 2022} == reported


@pytest.mark.parametrize(
    "text", ["上年度基本支出450万元，项目支出250万元。", "去年支出700万元，项目支出250万元。"]
)
def test_behind_a_comma_the_year_is_open(read, text):
    assert _dated(read, text)[(PROJECT, 2021, "250")] < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "2022年与2021年“三公”经费预算分别为20万元和22万元。",
        "2021年和2022年“三公”经费预算均有下降，决算分别为18万元和15万元。",
        "三年共投入资金1500万元，其中项目支出900万元。",
        "2022年6月30日前预算执行率48%。",
        "2022年县财政核定我局“三公”经费20万元，公用经费80万元。",
        "2022年预算编制基本支出530万元，项目支出300万元。",
        "2022年纳入预算的基本支出530万元，项目支出300万元。",
        "按预算，2022年基本支出530万元，项目支出300万元。",
        "公务接待费8万元，公务用车运行维护费12万元，实际支出15万元。",
        "人员经费450万元、公用经费80万元、项目经费300万元，实际支出780万元。",
    ],
)
def test_what_the_words_leave_open_is_used_by_no_rule(read, text):
    assert not _sure(read, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2022年与2021年相比，支出增加20万元，达到800万元。", (TOTAL, 2022, "800")),
        ("会议费8万元，实际支出5万元，培训费12万元，实际支出10万元。", ("training_expenditure", 2022, "10")),
        ("会议费8万元，培训费12万元，比上年增加1万元。", (MEETING, 2022, "8")),
        ("严格按照预算执行，基本支出500万元。", (BASIC, 2022, "500")),
        ("12月31日前，项目支出280万元。", (PROJECT, 2022, "280")),
        ("按照预算批复，2022年基本支出530万元。", (BASIC, 2022, "530")),
    ],
)
def test_what_they_do_not_leave_open_is_read(read, text, kept):
    assert kept in _sure(read, text)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("政府采购预算200万元，货物80万元，工程60万元，服务60万元。", INITIAL),
        ("政府采购预算：货物80万元，工程60万元，服务60万元。", INITIAL),
        ("政府采购支出200万元，货物80万元，工程60万元，服务60万元。", FINAL),
        ("政府采购预算220万元，实际采购200万元，其中货物80万元，工程60万元，服务60万元。", FINAL),
    ],
)
def test_kinds_of_procurement_are_of_the_stage_of_their_whole(read, text, stage):
    kinds = {"procurement_goods", "procurement_works", "procurement_services"}
    found = {f.concept: f.stage for f in read(text).figures if f.concept in kinds}
    assert found == dict.fromkeys(kinds, stage)

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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("一是严控“三公”经费，全年支出15万元；二是压减会议费，全年支出3万元。", {("three_public_total", "15"), (MEETING, "3")}),
        ("会议费支出3万元；厉行节约，全年支出780万元。", {(MEETING, "3"), (TOTAL, "780")}),
        ("公务接待费5万元，其中基本支出4万元，项目支出1万元。", {("official_reception", "5")}),
        ("支出5万元，其中基本支出4万元，项目支出1万元。", {(TOTAL, "5"), (BASIC, "4"), (PROJECT, "1")}),
        ("项目支出300万元，其中：培训费2万元，会议费1万元。", {(PROJECT, "300")}),
        ("项目支出300万元，培训费2万元，会议费1万元。", {(PROJECT, "300"), ("training_expenditure", "2"), (MEETING, "1")}),
        ("公用经费80万元，其中：会议费1万元。", {("public_expenditure", "80"), (MEETING, "1")}),
        ("防汛支出100万元，抗旱支出20万元，共支出120万元。", set()),
        ("基本支出100万元，项目支出20万元，共支出120万元。", {(BASIC, "100"), (PROJECT, "20"), (TOTAL, "120")}),
        ("防汛支出100万元，抗旱支出20万元，共支出780万元。", {(TOTAL, "780")}),
        ("收入120万元，其中防汛100万元，抗旱20万元；支出120万元。", {("total_revenue", "120"), (TOTAL, "120")}),
        ("年初公务用车12辆。", set()),
        ("年末公务用车12辆。", {("vehicle_stock", "12")}),
    ],
)  # fmt: skip
def test_of_what_an_amount_is_that_another_name_stands_beside(read, text, values):
    assert {(concept, value) for concept, _, value in _sure(read, text)} == values


def test_brackets_of_last_year_hold_its_parts(read):
    text = "2022年部门预算820万元（其中基本支出520万元、项目支出300万元），比2021年800万元（其中基本支出510万元、项目支出290万元）增加20万元。"
    found = _sure(read, text)
    assert {(BASIC, 2021, "510"), (PROJECT, 2021, "290"), (PROJECT, 2022, "300")} < found


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("2022年较2020年减少“三公”经费5万元。", False),
        ("2022年较2021年减少“三公”经费5万元。", True),
        ("较上年减少“三公”经费5万元。", True),
        ("减少“三公”经费5万元。", True),
    ],
)
def test_a_change_against_a_year_further_back_is_doubtful(read, text, sure):
    (change,) = read(text).figures
    assert (change.confidence >= 0.9) == sure


@pytest.mark.parametrize(
    ("base", "count"), [("增加额", 0), ("新增支出", 0), ("到位资金", 0), ("总支出", 1), ("本年支出", 1)]
)
def test_shares_are_of_what_was_spent(states, base, count):
    text = f"支出比上年增加100万元，其中基本支出增加20万元，占{base}的20%。"
    assert len([f for f in states(text) if f[1] == "share"]) == count


def test_what_is_arranged_in_a_statement_of_budgets_is_a_budget(read):
    text = "本部门财政拨款安排“三公”经费20万元，公务接待费8万元。"
    budget = read(text, "石门县林业局2022年部门预算公开说明\n\n").figures
    assert [(f.stage, f.value, f.confidence) for f in budget] == [(INITIAL, "20", 1), (INITIAL, "8", 1)]
    assert not _sure(read, text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021年“三公”经费9万元，比上年的10万元减少1万元。", [2021, 2020]),
        ("2021年“三公”经费9万元（上年10万元）。", [2021, 2020]),
        ("2021年，“三公”经费支出9万元，上年支出10万元。", [2021, 2020]),
        ("2020年“三公”经费12万元，2022年9万元，比上年的10万元减少1万元。", [2020, 2022, 2021]),
        ("与2021年相比，“三公”经费支出9万元，上年支出10万元。", [2022, 2021]),
        ("“三公”经费支出9万元，上年支出10万元。", [2022, 2021]),
        ("2023年“三公”经费预算9万元，比上年预算10万元减少1万元。", [2023, 2022]),
        ("2022年“三公”经费支出9万元，比2020年的10万元减少1万元。", [2022, 2020]),
    ],
)
def test_the_year_before_is_that_before_the_one_spoken_of(read, text, years):
    title = "石门县林业局2022年度部门决算公开说明\n\n"
    assert [f.fiscal_year for f in read(text, title).figures if f.measure == "level"] == years

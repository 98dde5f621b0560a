"""Stages that are said once: of lists, of what stands behind a list, of what was spent of an amount, of parts of what was not spent."""

from __future__ import annotations

import pytest

INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
PERSONNEL, PUBLIC, PROJECT, BASIC = (
    "personnel_expenditure",
    "public_expenditure",
    "project_expenditure",
    "basic_expenditure",
)
MEETING, TRAINING = "meeting_expenditure", "training_expenditure"


def _levels(read, text):
    return {(f.concept, f.stage, f.value): f.confidence for f in read(text).figures if f.measure == "level"}


@pytest.mark.parametrize(
    ("text", "stage", "concepts"),
    [
        ("2022年部门预算安排会议费15万元，培训费20万元。", INITIAL, (MEETING, TRAINING)),
        ("2022年年初预算安排基本支出15万元；项目支出20万元。", INITIAL, (BASIC, PROJECT)),
        ("2022年年初预算安排基本支出15万元，另安排项目支出20万元。", INITIAL, (BASIC, PROJECT)),
        ("2022年年初预算数为人员经费15万元，公用经费20万元。", INITIAL, (PERSONNEL, PUBLIC)),
        ("2022年全年预算安排人员经费15万元，公用经费20万元。", ADJUSTED, (PERSONNEL, PUBLIC)),
        ("2022年调整预算：人员经费15万元，河湖巡护资金9万元，公用经费20万元。", ADJUSTED, (PERSONNEL, PUBLIC)),
        ("2022年年初预算安排事业收入15万元，其他收入20万元。", INITIAL, ("undertaking_revenue", "other_revenue")),
        ("2022年年初预算150万元。主要包括：人员经费15万元，公用经费20万元。", INITIAL, (PERSONNEL, PUBLIC)),
    ],
)  # fmt: skip
def test_a_stage_before_a_list_is_that_of_all_its_members(read, text, stage, concepts):
    found = _levels(read, text)
    first, second = concepts
    assert (found.get((first, stage, "15")), found.get((second, stage, "20"))) == (1, 1)


@pytest.mark.parametrize(
    ("text", "concept", "value"),
    [
        ("会议费年初预算15万元，培训费20万元。", TRAINING, "20"),
        ("2022年年初预算安排人员经费15万元，另追加巡护资金9万元，公用经费20万元。", PUBLIC, "20"),
        ("2022年年初预算安排人员经费15万元，实际使用巡护资金9万元，公用经费20万元。", PUBLIC, "20"),
        ("2022年年初预算安排人员经费15万元，公用经费20万元，基本支出36万元。", BASIC, "36"),
        ("2022年部门预算总收入25万元，总支出20万元。", "total_expenditure", "20"),
        ("2022年我局安排项目支出20万元。", PROJECT, "20"),
        ("2022年县财政核定我局公用经费20万元。", PUBLIC, "20"),
    ],
)
def test_a_stage_that_may_hold_or_not_is_used_by_no_rule(read, text, concept, value):
    sure = {key for key, confidence in _levels(read, text).items() if confidence >= 0.9}
    assert not {(concept, stage, value) for stage in (INITIAL, ADJUSTED, FINAL)} & sure


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("采购预算15万元，采购支出12万元。", ("procurement_actual", FINAL, "12")),
        ("会议费年初预算15万元，实际支出12万元；培训费20万元。", (TRAINING, FINAL, "20")),
        ("2022年年初预算安排会议费15万元，培训费支出完成20万元。", (TRAINING, FINAL, "20")),
    ],
)
def test_words_of_spending_end_a_list_of_budgets(read, text, kept):
    assert _levels(read, text).get(kept) == 1


@pytest.mark.parametrize(
    "behind",
    ["实际支出31万元", "调整后预算36万元", "执行31万元", "全年预算数36万元"],
)
def test_a_stage_alone_behind_a_list_is_of_none_of_its_members(read, behind):
    found = _levels(read, f"年初预算安排会议费15万元，培训费20万元，{behind}。")
    assert set(found) == {(MEETING, INITIAL, "15"), (TRAINING, INITIAL, "20")}


def test_a_change_behind_a_list_is_of_the_last_or_of_all(read):
    found = read("年初预算安排会议费15万元，培训费20万元，比上年增加3万元。").figures
    assert [f.confidence < 0.9 for f in found if f.measure == "change"] == [True]


@pytest.mark.parametrize(
    ("text", "spent"),
    [
        ("2022年公用经费20万元，支出18万元。", [(PUBLIC, INITIAL, "20"), (PUBLIC, FINAL, "18")]),
        ("2022年项目经费1,100万元，全年支出900万元。", [(PROJECT, INITIAL, "1100"), (PROJECT, FINAL, "900")]),
        ("2022年会议费20万元，支出18万元。", [(MEETING, INITIAL, "20"), (MEETING, FINAL, "18")]),
        ("2022年公用经费20万元，支出380万元。", [(PUBLIC, FINAL, "20"), ("total_expenditure", FINAL, "380")]),
    ],
)
def test_spending_right_behind_an_amount_is_of_it_where_it_is_no_more(read, text, spent):
    assert sorted(_levels(read, text)) == sorted(spent)


@pytest.mark.parametrize(
    "text",
    [
        "年中追加20万元，其中：人员经费12万元，项目支出8万元。",
        "年中追加20万元。主要包括：人员经费12万元，项目支出8万元。",
        "年末结转结余20万元，其中：基本支出12万元，项目支出8万元。",
        "年初结转20万元（基本支出12万元，项目支出8万元）。",
        "收回存量资金20万元，其中公用经费12万元，项目经费8万元。",
        "2022年支出520万元，比上年增加20万元，其中：人员经费12万元，项目支出8万元。",
        "上年结转项目支出8万元。",
        "应付未付公用经费12万元。",
        "多列支会议费8万元。",
    ],
)
def test_parts_of_what_was_not_spent_or_only_added_are_not_spent(read, text):
    spent = {BASIC, PERSONNEL, PUBLIC, PROJECT, MEETING}
    assert not {concept for concept, *_ in _levels(read, text)} & spent


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("年末结转8万元。其中，教育支出120万元。", ("function_class_amount", FINAL, "120")),
        (
            "2022年支出520万元，比上年增加20万元，其中：基本支出220万元，项目支出300万元。",
            (BASIC, FINAL, "220"),
        ),
        ("年末结转结余20万元，全年支出12万元。", ("total_expenditure", FINAL, "12")),
    ],
)
def test_larger_amounts_and_others_are_no_parts_of_what_was_left(read, text, kept):
    assert _levels(read, text).get(kept) == 1


def test_a_verb_of_budgets_adds_all_of_its_list(read):
    found = read("年中追加人员经费12万元，公用经费3万元，项目支出8万元。").figures
    assert [(f.concept, f.measure, f.stage, f.value) for f in found] == [
        (concept, "change", ADJUSTED, value)
        for concept, value in ((PERSONNEL, "12"), (PUBLIC, "3"), (PROJECT, "8"))
    ]


def test_another_verb_leaves_open_whether_the_next_member_fell_as_well(read):
    found = read("比上年减少会议费2万元，培训费3万元。").figures
    assert [(f.concept, f.measure, f.value) for f in found] == [(MEETING, "change", "-2")]


@pytest.mark.parametrize(
    "named", ["基本支出中，人员经费180万元，公用经费20万元", "基本支出由人员经费180万元和公用经费20万元构成"]
)
def test_halves_named_later_are_of_the_budget_that_they_make_up(read, named):
    found = _levels(read, f"2022年年初预算安排基本支出200万元，项目支出300万元。{named}。")
    assert {(PERSONNEL, INITIAL, "180"), (PUBLIC, INITIAL, "20")} < set(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("基本支出（15万元）主要用于人员。", {(BASIC, FINAL, "15")}),
        ("包括基本支出（15万元）、项目支出（20万元）。", {(BASIC, FINAL, "15"), (PROJECT, FINAL, "20")}),
        ("项目支出（12万元）30万元。", set()),
        ("基本支出（占15万元）。", set()),
    ],
)
def test_an_amount_alone_in_brackets_is_of_the_name_before_them(read, text, found):
    assert set(_levels(read, text)) == found

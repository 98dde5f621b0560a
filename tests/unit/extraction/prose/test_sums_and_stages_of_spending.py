"""Sums, halves, leads and years beside the budget of a whole department. Own names and figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import State

INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
REVENUE, SPENDING, ADJUSTMENT = "total_revenue", "total_expenditure", "budget_adjustment"


def _short(found: list[State]) -> list[tuple[str, str | None, str]]:
    return [(concept, stage, value) for concept, measure, stage, value, _ in found if measure == "level"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年事业收入18万元、其他收入3万元，共计21万元。", (REVENUE, FINAL, "21")),
        ("2022年基本支出18万元，项目支出3万元。合计21万元。", (SPENDING, FINAL, "21")),
        ("2022年年初预算58万元，追加12万元，共70万元。", (SPENDING, ADJUSTED, "70")),
        ("2022年部门预算568万元，年中追加232万元后为800万元。", (SPENDING, ADJUSTED, "800")),
    ],
)
def test_a_sum_of_the_parts_before_it_is_of_their_whole(text, expected, states):
    assert expected in _short(states(text))


@pytest.mark.parametrize(
    "text",
    [
        "2022年事业收入18万元、其他收入3万元，共计25万元。",
        "东渠18万元、西渠3万元，共计21万元。",
        "2022年基本支出18万元，事业收入3万元，合计21万元。",
    ],
)
def test_another_sum_is_of_nothing(text, states):
    assert not {value for *_, value in _short(states(text))} & {"25", "21"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初预算：基本支出15万元，项目支出20万元。", [("basic_expenditure", INITIAL, "15"), ("project_expenditure", INITIAL, "20")]),
        ("年初预算基本支出15万元，实际支出14万元，项目支出20万元，实际支出19万元。", [("basic_expenditure", INITIAL, "15"), ("basic_expenditure", FINAL, "14"), ("project_expenditure", INITIAL, "20"), ("project_expenditure", FINAL, "19")]),
        ("年初预算基本支出15万元，项目支出20万元。", [("basic_expenditure", INITIAL, "15"), ("project_expenditure", INITIAL, "20")]),
        ("（三）结转结余。年初5万元；年末7万元。", [("opening_carryover", None, "5"), ("closing_carryover", None, "7")]),
        ("2022年年初结转11万元，年初预算78万元，全年预算数89万元。", [("opening_carryover", None, "11"), (SPENDING, INITIAL, "78"), (SPENDING, ADJUSTED, "89")]),
        ("2022年年初预算收入18万元，支出预算与收入预算相等。", [(REVENUE, INITIAL, "18"), (SPENDING, INITIAL, "18")]),
        ("部门预算资金由年初的42万元增加到97万元，支出完成95万元。", [(SPENDING, INITIAL, "42"), (SPENDING, ADJUSTED, "97"), (SPENDING, FINAL, "95")]),
        ("2022年区级财政共下达我局预算指标91万元。", [(SPENDING, ADJUSTED, "91")]),
        ("我局年初预算13万元，全年预算数（调整预算数）12万元。", [(SPENDING, INITIAL, "13"), (SPENDING, ADJUSTED, "12")]),
        ("（二）基本支出执行率：预算数39万元，执行数38万元。", [("basic_expenditure", INITIAL, "39"), ("basic_expenditure", FINAL, "38")]),
        ("我局年初预算12万元，其中人员经费8万元，日常公用1万元，项目3万元。", [(SPENDING, INITIAL, "12"), ("personnel_expenditure", INITIAL, "8"), ("public_expenditure", INITIAL, "1"), ("project_expenditure", INITIAL, "3")]),
    ],
)  # fmt: skip
def test_stage_and_subject_of_what_stands_beside(text, expected, states):
    assert _short(states(text)) == expected


@pytest.mark.parametrize(
    ("text", "concept", "value"),
    [
        ("基本支出：48万元、51万元。", "basic_expenditure", "48"),
        ("2022年年初预算451万元，因压减支出调减96万元。", SPENDING, "-96"),
        ("年度预算数较决算数少18万元，其中公用经费压减5万元。", "public_expenditure", "-5"),
    ],
)
def test_what_the_words_leave_open_is_left_out(text, concept, value, states):
    assert (concept, value) not in {(found[0], found[3]) for found in states(text)}


def test_the_year_in_which_money_will_be_spent_is_no_year_of_what_follows(read):
    figures = read("2022年部门预算91万元；结转至2023年3万元，当年列支88万元。").figures
    assert {one.fiscal_year for one in figures if one.concept == SPENDING} == {2022}


def test_a_change_behind_the_account_of_the_year_is_of_the_account(states):
    found = states("2022年年初预算59万元，增幅3%；2022年决算71万元，增幅5%。")
    assert (SPENDING, "change_rate", FINAL, "5", "%") in found


def test_the_adjustment_of_income_is_told_from_its_budget(states):
    found = _short(states("2022年收入预算为年初批复30万元，预算调整数110万元，调整后预算140万元。"))
    assert (ADJUSTMENT, ADJUSTED, "110") in found


def test_a_list_goes_on_past_a_part_that_nobody_knows(states):
    text = "2022年部门预算支出41万元，其中：渠道维护27万元，人员支出12万元，公用支出1万元，项目支出1万元。"
    assert {stage for _, stage, _ in _short(states(text))} == {INITIAL}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年预算总收入278万元；全年总支出278万元。", ["initial_budget", "final_account"]),
        ("2022年部门预算收入278万元，全年部门支出278万元。", ["initial_budget", "final_account"]),
        ("2022年预算总收入278万元，总支出278万元。", ["initial_budget", "initial_budget"]),
        ("2022年全年收入预算278万元，支出预算278万元。", ["initial_budget", "initial_budget"]),
    ],
)
def test_all_that_was_spent_in_the_year_is_no_side_of_a_budget(states, text, expected):
    assert [figure[2] for figure in states(text)] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2022年到位资金126万元（含上级专项资金97万元），全年支出121万元，其中基本支出23万元、项目支出98万元。", ["121", "23", "98"]),
        ("2022年到位资金126万元，支出121万元，其中基本支出23万元、项目支出98万元。", ["121", "23", "98"]),
        ("食堂全年支出20万元。", []),
        ("中央补助资金120万元，支出118万元。", ["120"]),
        ("水系连通项目中央补助资金120万元，支出118万元。", []),
        ("2022年收到中央资金120万元，省级资金20万元，总支出139万元。", ["120", "20", "139"]),
        ("2022年因专项下达和调资追加预算53万元。", ["53"]),
        ("2022年因公出国（境）费、公务用车购置费均为零。", ["0", "0"]),
        ("公务用车购置费为零。", ["0"]),
        ("公务用车购置实现零增长。", []),
    ],
)  # fmt: skip
def test_what_was_spent_of_what(states, text, values):
    assert [figure[3] for figure in states(text)] == values

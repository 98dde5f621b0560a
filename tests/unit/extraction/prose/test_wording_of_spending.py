"""Budget, adjustment and execution of a whole department in the wording of self-evaluations. Own names and figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import State

INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
REVENUE, SPENDING = "total_revenue", "total_expenditure"


def _short(found: list[State]) -> list[tuple[str, str | None, str]]:
    return [(concept, stage, value) for concept, measure, stage, value, _ in found if measure == "level"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初数31.5万元，调整后为42.6万元，执行数41万元。", [(SPENDING, INITIAL, "31.5"), (SPENDING, ADJUSTED, "42.6"), (SPENDING, FINAL, "41")]),
        ("年初预算31万元，全年预算42万元，全年执行41万元。", [(SPENDING, INITIAL, "31"), (SPENDING, ADJUSTED, "42"), (SPENDING, FINAL, "41")]),
        ("县财政安排渠道补助资金236万元。本部门年初预算81万元，决算数88万元。", [(SPENDING, INITIAL, "81"), (SPENDING, FINAL, "88")]),
        ("县林业局2022年部门预算193万元，年底支付190万元。", [(SPENDING, INITIAL, "193"), (SPENDING, FINAL, "190")]),
        ("我局部门支出73.6万元。", [(SPENDING, FINAL, "73.6")]),
        ("2022年区财政批复59万元，全年可用指标72万元。", [(SPENDING, INITIAL, "59"), (SPENDING, ADJUSTED, "72")]),
        ("2022年部门预算资金28万元，其中年初预算17万元。", [(SPENDING, ADJUSTED, "28"), (SPENDING, INITIAL, "17")]),
        ("我局部门预算由局机关和两个站所组成，年初预算合计15万元，决算合计16万元。", [(SPENDING, INITIAL, "15"), (SPENDING, FINAL, "16")]),
        ("2022年年初预算14万元，年中追加8万元后，年度预算总额为22万元。", [(SPENDING, INITIAL, "14"), ("budget_adjustment", ADJUSTED, "8"), (SPENDING, ADJUSTED, "22")]),
    ],
)  # fmt: skip
def test_stages_of_the_whole_open_a_paragraph(text, expected, states):
    assert _short(states(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "（一）护林补助资金。年初预算12万元，全年执行11万元。",
        "护林补助资金使用情况：\n年初预算12万元，全年执行11万元。",
        "三、重点项目绩效\n年初预算12万元，全年执行11万元。",
        "单位：万元\n|项目|年初数|\n|护林补助|12|\n",
    ],
)
def test_stages_below_the_name_of_an_item_are_of_that(text, states):
    assert not any(concept == SPENDING for concept, *_ in states(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）收入。年初预算18万元；年底决算20万元。", [(REVENUE, INITIAL, "18"), (REVENUE, FINAL, "20")]),
        ("2.人员类项目绩效分析。年初预算43万元，执行45万元。", [("personnel_expenditure", INITIAL, "43"), ("personnel_expenditure", FINAL, "45")]),
        ("基本支出执行情况：\n年初安排21万元，年底执行22万元。", [("basic_expenditure", INITIAL, "21"), ("basic_expenditure", FINAL, "22")]),
        ("公用支出安排2.5万元，执行2.3万元。", [("public_expenditure", INITIAL, "2.5"), ("public_expenditure", FINAL, "2.3")]),
        ("公用类年初4万元、全年5万元、执行3万元。", [("public_expenditure", INITIAL, "4"), ("public_expenditure", ADJUSTED, "5"), ("public_expenditure", FINAL, "3")]),
        ("全年支出74万元（人员58万元、公用16万元）。", [(SPENDING, FINAL, "74"), ("personnel_expenditure", FINAL, "58"), ("public_expenditure", FINAL, "16")]),
        ("2022年，本部门预算支出安排如下：工资福利支出41万元，项目类支出35万元。", [("economic_class_amount", INITIAL, "41"), ("project_expenditure", INITIAL, "35")]),
    ],
)  # fmt: skip
def test_a_lead_or_a_verb_names_the_subject_and_the_stage(text, expected, states):
    assert _short(states(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初预算收支各12万元，决算收、支均为14万元。", [(REVENUE, INITIAL, "12"), (SPENDING, INITIAL, "12"), (REVENUE, FINAL, "14"), (SPENDING, FINAL, "14")]),
        ("年初部门预算（含下属单位）收入65万元，支出65万元。", [(REVENUE, INITIAL, "65"), (SPENDING, INITIAL, "65")]),
        ("2022年部门预算收入8万元，实际支出7万元。", [(REVENUE, INITIAL, "8"), (SPENDING, FINAL, "7")]),
        ("2022年部门预算收入8万元；执行中收入调整为9万元，支出调整为9万元。", [(REVENUE, INITIAL, "8"), (REVENUE, ADJUSTED, "9"), (SPENDING, ADJUSTED, "9")]),
    ],
)  # fmt: skip
def test_both_sides_of_the_account(text, expected, states):
    assert _short(states(text)) == expected


def test_sides_that_differ_are_no_budget(read):
    spent = [one for one in read("2022年预算总收入23万元，总支出22万元。").figures if one.concept == SPENDING]
    assert [(one.stage, one.confidence < 1) for one in spent] == [(FINAL, True)]


@pytest.mark.parametrize(
    ("text", "stage", "value"),
    [
        ("“三公”经费支出2.4万元，占年度预算4万元的60%。", INITIAL, "4"),
        ("会议费支出3.2万元，低于年度预算（5万元）1.8万元。", INITIAL, "5"),
        ("培训费支出3.2万元，在预算5万元以内。", INITIAL, "5"),
    ],
)
def test_the_budget_that_an_amount_is_measured_by(text, stage, value, states):
    assert any((found[2], found[3]) == (stage, value) for found in states(text))


@pytest.mark.parametrize(
    ("text", "concept", "value"),
    [
        ("2022年部门预算100万元，其中东渠20万元，执行18万元。", SPENDING, "18"),
        ("全年支出102万元，其中上年结转资金支出15万元，当年预算支出87万元。", "opening_carryover", "15"),
        ("全年支出102万元，其中上年结转资金支出15万元，当年预算支出87万元。", SPENDING, "87"),
        ("发放补助资金2365万元（县级配套186万元）。", "local_level_funds", "186"),
        ("2022年部门预算资金28万元，实际到位27万元。", SPENDING, "27"),
        (
            "年初预算20万元，其中项目支出5万元，2022年决算支出63万元，其中基本支出19万元。",
            "project_expenditure",
            "63",
        ),
    ],
)
def test_amounts_of_something_else_are_left_out(text, concept, value, states):
    assert (concept, value) not in {(found[0], found[3]) for found in states(text)}


def test_a_line_that_announces_the_report_names_no_item(states):
    stages = "年初预算12万元，全年预算14万元，全年执行11万元。"
    expected = [(SPENDING, INITIAL, "12"), (SPENDING, ADJUSTED, "14"), (SPENDING, FINAL, "11")]
    assert _short(states(f"现将自评情况报告如下：\n{stages}")) == expected

"""Rates with names of their own beside their two amounts. Not tested here: how sentences are read."""

from decimal import Decimal
from typing import Any

import pytest

from tests.unit.verdict_builders import Part, figure, verdicts, verdicts_of_each

Verdict = dict[str, Any]


def stated(*numbers: tuple[str, str, str | None], sentence: int = 7) -> list[Part]:
    """Figures of one sentence: concept, number, stage."""
    return [
        figure(concept, printed, stage=stage, sentence_no=sentence) for concept, printed, stage in numbers
    ]


def of(rule: str, *reports: list[Part]) -> list[Verdict]:
    """The verdict on the rate of each report, judged in one go."""
    return [
        next(one for one in found if one["rule_id"] == rule and "rate" in one["instance"])
        for found in verdicts_of_each(reports)
    ]


TOTAL = (
    ("total_expenditure", "1200.00万元", "initial_budget"),
    ("total_expenditure", "1500.00万元", "adjusted_budget"),
    ("total_expenditure", "1470.00万元", "final_account"),
)


CASES = [
    ("H01", TOTAL, "budget_execution_rate", "98", "97"),
    ("H01", TOTAL, "budget_execution_rate", "122.5", "121"),
    ("H01", (TOTAL[0], TOTAL[2]), "budget_completion_rate", "122.5", "98"),
    (
        "H01",
        (
            ("public_expenditure", "100.00万元", "initial_budget"),
            ("public_expenditure", "95.20万元", "final_account"),
        ),
        "public_expenditure_control_rate",
        "95.2",
        "95.9",
    ),
    (
        "D04",
        (
            ("three_public_total", "20.00万元", "initial_budget"),
            ("three_public_total", "12.60万元", "final_account"),
        ),
        "three_public_control_rate",
        "63",
        "61",
    ),
    (
        "H01",
        (("staff_quota", "86人", None), ("staff_in_service", "82人", None)),
        "staff_control_rate",
        "95.35",
        "93.5",
    ),
]


@pytest.mark.parametrize("rule", ["H01", "D04"])
def test_a_rate_beside_its_amounts_is_recomputed(rule: str) -> None:
    cases = [case for case in CASES if case[0] == rule]
    reports = [
        stated(*amounts, (rate, f"{percent}%", None))
        for _, amounts, rate, *percents in cases
        for percent in percents
    ]
    found = of(rule, *reports)
    assert [(one["outcome"], one["reason"]) for one in found[::2]] == [("pass", "equal")] * len(cases)
    assert [(one["outcome"], one["severity"]) for one in found[1::2]] == [("contradiction", "error")] * len(
        cases
    )
    assert [one["actual"] for one in found[1::2]] == [Decimal(case[4]) for case in cases]
    assert all(len(one["quotes"]) == 3 for one in found)


def test_a_rate_away_from_its_amounts_is_not_judged() -> None:
    parts = [*stated(*TOTAL), *stated(("budget_execution_rate", "97.00%", None), sentence=8)]
    assert not [one for one in verdicts(*parts) if one["rule_id"] == "H01" and "rate" in one["instance"]]


def test_a_rate_of_the_whole_is_not_held_against_a_part_behind_it() -> None:
    rate = ("budget_execution_rate", "97.00%", None)
    part = (
        ("three_public_total", "4.00万元", "initial_budget"),
        ("three_public_total", "3.00万元", "final_account"),
    )
    assert not [
        one for one in verdicts(*stated(rate, *part)) if one["instance"].startswith("budget_execution_rate")
    ]
    assert [one["outcome"] for one in of("H01", stated(rate, TOTAL[1], TOTAL[2]))] == ["contradiction"]
    assert [one["outcome"] for one in of("H01", stated(*part, rate))] == ["contradiction"]


def test_where_another_base_is_possible_nobody_is_accused() -> None:
    rate = ("budget_execution_rate", "97.00%", None)
    another = [
        ("basic_expenditure", "600.00万元", "initial_budget"),
        ("basic_expenditure", "590.00万元", "final_account"),
    ]
    initial = stated(TOTAL[0], TOTAL[2], ("budget_execution_rate", "98.00%", None))
    doubtful = [
        stated(*TOTAL, *another, rate),
        stated(*TOTAL, ("opening_carryover", "15.00万元", None), rate),
        [*initial, *stated(("budget_adjustment", "300.00万元", "adjusted_budget"), sentence=9)],
        [*initial, *stated(TOTAL[1], sentence=9)],
        # points end at 100 %, and so some print the rate
        stated(TOTAL[0], TOTAL[2], ("budget_execution_rate", "100%", None)),
    ]
    sure, *others = of("H01", initial, *doubtful)
    assert sure["outcome"] == "contradiction"
    assert [(one["outcome"], one["reason"]) for one in others] == [("not_run", "no_match")] * len(doubtful)


def test_what_is_left_of_the_money_tells_which_money_the_rate_is_of() -> None:
    """项目资金400万元。……全年支出372万元，执行率90%，结转28万元: 372 and 28 make up the 400 that stand elsewhere."""
    money = stated(("project_expenditure", "400.00万元", "initial_budget"), sentence=2)
    paid = ("project_expenditure", "372.00万元", "final_account")
    left, wrong = ("carryover_funds", "28.00万元", None), ("budget_execution_rate", "90.00%", None)
    found = of(
        "H01", [*money, *stated(paid, left, wrong)], [*money, *stated(paid, left, (wrong[0], "93.00%", None))]
    )
    assert [(one["outcome"], one["reason"], one["expected"]) for one in found] == [
        ("contradiction", "differs", Decimal(93)),
        ("pass", "equal", Decimal(93)),
    ]  # fmt: skip
    # a change of the budget does not matter: what was paid was paid of this money
    changed = stated(("budget_adjustment", "30.00万元", "adjusted_budget"), sentence=4)
    assert [one["outcome"] for one in of("H01", [*money, *changed, *stated(paid, left, wrong)])] == ["contradiction"]  # fmt: skip
    unproved = [
        [*money, *stated(paid, wrong)],
        [*money, *stated(paid, ("carryover_funds", "27.00万元", None), wrong)],
        [*money, *stated(paid, wrong), *stated(left, sentence=8)],
        [*stated(("basic_expenditure", "400.00万元", "initial_budget"), sentence=2), *stated(paid, left, wrong)],
    ]  # fmt: skip
    for report in unproved:
        assert not [one for one in verdicts(*report) if one["rule_id"] == "H01" and "rate" in one["instance"]]

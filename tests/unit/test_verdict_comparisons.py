"""Rules that compare two or three facts: bounds, balances, ratios, changes, agreement, units."""

import pytest
from verdict_builders import cell, figure, grade, outcome, outcomes, seen, verdicts

from extraction.records import replace


def balance(opening=None, revenue="100.00万元", expenditure="90.00万元", closing=None):
    parts = [figure("total_revenue", revenue), figure("total_expenditure", expenditure)]
    parts += [figure("opening_carryover", opening)] if opening else []
    return parts + ([figure("closing_carryover", closing)] if closing else [])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (balance("0万元", "2916.27万元", "2900.80万元", "15.47万元"), "pass"),
        (balance("5.00万元", closing="12.00万元"), "contradiction"),
        (balance("5.00万元", closing="10.00万元"), "weakness"),
        (balance(revenue="90.00万元"), "pass"),
        (balance(), "weakness"),
        (balance(closing="3.00万元"), "weakness"),
    ],
)
def test_the_year_balances_or_the_missing_term_is_asked_for(parts, expected):
    assert outcome("B01", *parts)[0] == expected


def test_income_that_balances_without_the_opening_balance_is_asked_what_it_covers():
    rows = {row["rule_id"]: row for row in verdicts(*balance("5.00万元", closing="10.00万元"))}
    assert (rows["B01"]["reason"], rows["B01"]["severity"]) == ("opening_included", "info")
    assert "可能已包含年初结转" in rows["B01"]["message_zh"]
    assert "5.00万元" in rows["B01"]["message_zh"]


@pytest.mark.parametrize(
    ("cumulative", "expected"),
    [("15.00万元", ("pass", "equal", None)), ("10.00万元", ("weakness", "opening_included", None)), ("3.00万元", ("weakness", "term_missing", 150000))],
)  # fmt: skip
def test_a_cumulative_surplus_confirms_the_balance_where_no_closing_one_is_stated(cumulative, expected):
    surplus = figure("cumulative_surplus", cumulative, stage=None)
    rows = {row["rule_id"]: row for row in verdicts(*balance("5.00万元"), surplus)}
    assert (rows["B01"]["outcome"], rows["B01"]["reason"], rows["B01"]["implied"]) == expected
    with_closing = {
        row["rule_id"]: row for row in verdicts(*balance("5.00万元", closing="15.00万元"), surplus)
    }
    assert with_closing["B01"]["outcome"] == "pass"


def test_the_implied_opening_balance_is_named():
    parts = balance(revenue="1135.36万元", expenditure="1230.87万元", closing="3.43万元")
    rows = {row["rule_id"]: row for row in verdicts(*parts)}
    assert rows["B01"]["implied"] == 989400
    assert "98.94万元" in rows["B01"]["message_zh"]
    assert (rows["B04"]["outcome"], rows["C06"]["outcome"]) == ("weakness", "not_run")


def test_spending_within_the_adjusted_budget():
    parts = [
        figure("total_expenditure", "95.00万元"),
        figure("total_revenue", "90.00万元"),
        figure("total_expenditure", "100.00万元", stage="adjusted_budget"),
    ]
    assert outcome("C06", *parts) == ("pass", "within")
    assert (
        outcome(
            "C06",
            figure("total_expenditure", "95.00万元"),
            figure("total_revenue", "90.00万元"),
            figure("opening_carryover", "2.00万元"),
        )[0]
        == "contradiction"
    )


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("21%", "pass"), ("22%", "contradiction"), ("20.83%", "pass"), ("19.80%", "contradiction")],
)
def test_completion_rates_follow_their_printed_digits(stated, expected):
    amounts = (
        figure("three_public_total", "0.25万元"),
        figure("three_public_total", "1.20万元", stage="initial_budget"),
    )
    assert (
        outcome(
            "D04",
            *amounts,
            figure("three_public_total", stated, measure="completion_rate", base_stage="initial_budget"),
        )[0]
        == expected
    )


def test_one_wrong_percentage_is_one_contradiction():
    amounts = figure("total_assets", "100.00万元"), figure("current_assets", "10.00万元")
    share = figure("current_assets", "50%", measure="share", base_concept="total_assets")
    assert outcome("F05", *amounts, share) == ("contradiction", "differs")
    assert outcome("H01", *amounts, share) == ("not_run", "reported_elsewhere")


@pytest.mark.parametrize(("share", "expected"), [("74%", "pass"), ("75%", "contradiction"), ("100%", "pass")])
def test_a_counted_share_has_a_whole_number_behind_it(share, expected):
    counted = figure("activity_count", "17人", base_unit="count", sentence_no=7)
    assert (
        outcome("H01", counted, figure("activity_count", share, measure="share", sentence_no=7))[0]
        == expected
    )


def test_a_rate_without_amounts_is_unsupported():
    rate = figure("fixed_asset_utilisation_rate", "100%")
    assert outcome("F04", rate) == ("weakness", "unsupported")
    assert outcome(
        "F04", rate, figure("fixed_assets_in_use", "90.00万元"), figure("fixed_assets_gross", "100.00万元")
    ) == ("contradiction", "differs")


@pytest.mark.parametrize(("stated", "expected"), [("278.46万元", "pass"), ("278.50万元", "contradiction")])
def test_stated_changes_are_recomputed(stated, expected):
    parts = (
        figure("total_revenue", "584.83万元"),
        figure("total_revenue", "306.37万元", stage="initial_budget"),
    )
    assert (
        outcome(
            "C04", *parts, figure("total_revenue", stated, measure="change", base_stage="initial_budget")
        )[0]
        == expected
    )


def test_a_change_against_an_absent_year_is_not_run():
    parts = (
        figure("total_revenue", "584.83万元"),
        figure("total_revenue", "5.00万元", measure="change", base_stage="prior_year"),
    )
    assert outcome("C04", *parts) == ("not_run", "missing")


@pytest.mark.parametrize(
    ("final", "expected"), [("109.00万元", "pass"), ("120.00万元", "weakness"), ("80.00万元", "weakness")]
)
def test_far_from_the_budget_asks_for_a_reason(final, expected):
    assert (
        outcome(
            "C02",
            figure("total_expenditure", final),
            figure("total_expenditure", "100.00万元", stage="initial_budget"),
        )[0]
        == expected
    )


def test_a_part_is_not_above_its_whole():
    parts = figure("three_public_total", "30.00万元"), figure("public_expenditure", "20.00万元")
    (row,) = [row for row in verdicts(*parts) if row["rule_id"] == "A12"]
    assert (row["outcome"], row["severity"]) == ("contradiction", "warning")


def test_what_one_kind_of_money_paid_for_is_not_above_what_all_of_it_did():
    whole = figure("total_expenditure", "900.00万元")
    of_budget = {"fund_scope": "general_public_budget"}
    part = figure("basic_expenditure", "950.00万元", **of_budget)
    assert (
        outcomes("A12", whole, part)[
            "basic_expenditure/total_expenditure/final_account/general_public_budget"
        ][0]
        == "contradiction"
    )
    # the whole of the same money goes first
    same = figure("total_expenditure", "960.00万元", **of_budget)
    assert (
        outcomes("A12", whole, part, same)[
            "basic_expenditure/total_expenditure/final_account/general_public_budget"
        ][0]
        == "pass"
    )


@pytest.mark.parametrize(
    ("share", "expected"), [("80.00%", ("pass", "equal")), ("85.00%", ("contradiction", "differs"))]
)
def test_the_share_of_one_kind_of_money_is_a_share_of_all_of_it(share, expected):
    scope = {"fund_scope": "general_public_budget"}
    parts = [
        figure("total_expenditure", "1000.00万元"),
        figure("total_expenditure", "800.00万元", **scope),
        figure("total_expenditure", share, measure="share", base_concept="total_expenditure", **scope),
    ]
    assert outcome("H01", *parts) == expected
    # and within one kind of money of the same kind
    parts[2] = figure("basic_expenditure", "640.00万元", **scope)
    parts.append(
        figure("basic_expenditure", share, measure="share", base_concept="total_expenditure", **scope)
    )
    assert outcome("H01", *parts) == expected


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ({"staff_actual": "44人", "staff_in_service": "41人", "staff_retired": "3人"}, ("pass", "equal")),
        ({"staff_actual": "41人", "staff_in_service": "41人", "staff_retired": "3人"}, ("pass", "equal")),
        (
            {"staff_actual": "45人", "staff_in_service": "41人", "staff_retired": "3人"},
            ("contradiction", "differs"),
        ),
        ({"staff_actual": "45人", "staff_in_service": "41人"}, ("not_run", "missing")),
    ],
)
def test_actual_staff_follows_from_its_parts(heads, expected):
    assert outcome("G02", *(figure(name, number) for name, number in heads.items())) == expected


def test_a_number_called_in_service_holds_nobody_retired():
    parts = figure("staff_in_service", "24人"), figure("staff_retired", "3人")
    assert outcome("G02", figure("staff_actual", "27人", label="实有在职人数"), *parts) == (
        "contradiction",
        "label_contains_retired",
    )


@pytest.mark.parametrize(
    ("dependants", "expected"),
    [(4, ("pass", "equal")), (3, ("not_run", "no_match")), (None, ("contradiction", "differs"))],
)
def test_people_of_other_kinds_may_be_among_actual_staff(dependants, expected):
    heads = {"staff_actual": "64人", "staff_in_service": "41人", "staff_retired": "19人"}
    others = [seen("other_people", "遗属", number=dependants)] if dependants else []
    assert outcome("G02", *(figure(name, number) for name, number in heads.items()), *others) == expected


def test_people_of_two_years_are_reckoned_apart():
    before = [
        figure("staff_actual", "48人", fiscal_year=2021),
        figure("staff_in_service", "30人", fiscal_year=2021),
        figure("staff_retired", "18人", fiscal_year=2021),
    ]
    now = [
        figure("staff_actual", "47人"),
        figure("staff_in_service", "28人"),
        figure("staff_retired", "19人"),
    ]
    found = outcomes("G02", *before, *now)
    assert found == {"report": ("pass", "equal"), "2021": ("pass", "equal")}


def test_staff_above_quota_is_a_weakness_and_actual_staff_stands_in():
    assert outcome("G03", figure("staff_quota", "20人"), figure("staff_in_service", "21人")) == (
        "weakness",
        "above_bound",
    )
    assert outcome("G03", figure("staff_quota", "31人"), figure("staff_actual", "25人")) == ("pass", "within")


def test_the_same_fact_agrees_everywhere():
    assert outcome(
        "K01", cell("public_expenditure", "320.33万元"), figure("public_expenditure", "334.41万元")
    ) == ("contradiction", "differs")
    assert outcome(
        "K01", cell("public_expenditure", "320.33万元"), figure("public_expenditure", "320.3万元")
    ) == ("weakness", "rounding_compatible")
    assert outcome("K01", figure("public_expenditure", "320.33万元"))[0] == "not_applicable"


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        (("12.5万元", "7.5万元", "20.0万元"), ("not_run", "no_match")),
        (("12.5万元", "20.0万元", "7.5万元", "20.0万元"), ("not_run", "no_match")),
        (("12.5万元", "7.5万元", "21.0万元"), ("contradiction", "differs")),
        (("10.0万元", "10.0万元", "20.0万元"), ("contradiction", "differs")),
        (("12.5万元", "7.5万元"), ("contradiction", "differs")),
    ],
)
def test_parts_and_their_sum_are_a_breakdown_and_no_contradiction(amounts, expected):
    # the last one in a table: in text alone two amounts may be two things
    *first, last = amounts
    stated = [figure("public_expenditure", amount) for amount in first]
    assert outcome("K01", *stated, cell("public_expenditure", last)) == expected


def test_a_part_named_in_the_same_sentence_is_no_second_statement():
    retired = (
        figure("staff_retired", "72人", label="离退休人员", sentence_no=3),
        figure("staff_retired", "71人", label="退休", sentence_no=3),
    )
    assert outcome("K01", *retired)[0] == "not_applicable"


def test_a_unit_slip_is_reported_once_and_put_right_for_the_other_rules():
    slip, budget = (
        figure("three_public_total", "1.31元"),
        figure("three_public_total", "1.50万元", stage="initial_budget"),
    )
    other = figure("three_public_total", "1.31万元")
    assert outcome("K02", slip, other, budget) == ("contradiction", "unit_slip")
    assert outcome("D03", slip, other, budget) == ("pass", "within")
    assert outcome("K01", slip, other, budget) == ("pass", "equal")
    assert outcome("K02", figure("asset_additions", "9580元", stage=None)) == ("pass", "no_slip")


@pytest.mark.parametrize(
    ("score", "term", "expected"),
    [
        ("98分", "优", "pass"),
        ("89.5分", "优", "contradiction"),
        ("80分", "良", "pass"),
        ("59.9分", "差", "pass"),
    ],
)
def test_grades_follow_half_open_bands(score, term, expected):
    assert outcome("I06", figure("self_evaluation_score", score), grade(term))[0] == expected


def test_a_grade_is_compared_with_a_score_of_its_own_year():
    score, last = figure("self_evaluation_score", "97分"), replace(grade("良"), fiscal_year=2021)
    assert outcomes("I06", score, grade("优"), last) == {"grade/优": ("pass", "equal")}


def test_scores_agree_by_kind():
    assert (
        outcome("I05", figure("self_evaluation_score", "95分"), cell("self_evaluation_score", "99分"))[0]
        == "contradiction"
    )
    assert outcomes("I05", figure("self_evaluation_score", "95分"), figure("review_score", "91分")) == {
        "report": ("not_applicable", "no_subject")
    }


def test_budgets_of_income_and_expenditure_are_equal():
    stage = {"stage": "initial_budget"}
    assert outcome(
        "C01",
        figure("total_revenue", "306.37万元", **stage),
        figure("total_expenditure", "306.37万元", **stage),
    ) == ("pass", "equal")
    assert (
        outcome("C01", figure("total_revenue", "2916.27万元"), figure("total_expenditure", "2900.80万元"))[0]
        == "not_run"
    )


def test_carry_over_may_stand_on_one_side_of_the_budget():
    budgets = (
        figure("total_revenue", "100.00万元", stage="initial_budget"),
        figure("total_expenditure", "110.00万元", stage="initial_budget"),
    )
    assert outcome("C01", *budgets)[0] == "contradiction"
    assert outcome("C01", *budgets, figure("opening_carryover", "10.00万元")) == ("pass", "equal")


def test_a_missing_budget_is_named_by_its_stage():
    (row,) = [row for row in verdicts(figure("total_expenditure", "100.00万元")) if row["rule_id"] == "C02"]
    assert (row["outcome"], row["missing"]) == ("not_run", ["total_expenditure/initial_budget"])
    assert "年初预算" in row["message_zh"]

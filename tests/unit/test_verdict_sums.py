"""Sum rules: parts that are required, usual or rare; tolerance; text and tables apart."""

import pytest
from verdict_builders import cell, figure, outcome, outcomes, verdicts


@pytest.mark.parametrize(
    ("total", "basic", "project", "expected"),
    [
        ("3027.51万元", "1589.25万元", "1438.26万元", ("pass", "equal")),
        ("3027.52万元", "1589.25万元", "1438.26万元", ("pass", "equal")),  # three halves of the last digit
        ("3027.53万元", "1589.25万元", "1438.26万元", ("contradiction", "sum_below")),
        ("3027.49万元", "1589.25万元", "1438.26万元", ("contradiction", "sum_above")),
        ("3028万元", "1589.25万元", "1438.26万元", ("weakness", "rounding_compatible")),
        ("3029万元", "1589.25万元", "1438.26万元", ("contradiction", "sum_below")),
        ("0.302751亿元", "1589.25万元", "1438.26万元", ("pass", "equal")),
    ],
)
def test_a_total_meets_its_parts_within_half_a_digit(total, basic, project, expected):
    parts = (
        figure("total_expenditure", total),
        figure("basic_expenditure", basic),
        figure("project_expenditure", project),
    )
    assert outcome("A01", *parts) == expected


def test_a_usual_part_that_is_missing_is_not_zero():
    total, basic = figure("total_expenditure", "100.00万元"), figure("basic_expenditure", "60.00万元")
    (row,) = [row for row in verdicts(total, basic) if row["rule_id"] == "A01"]
    assert (row["outcome"], row["missing"]) == ("not_run", ["project_expenditure"])
    assert row["implied"] == 400000
    assert "40万元" in row["message_zh"]


def test_what_is_there_may_already_be_the_whole():
    assert (
        outcome("A01", figure("total_expenditure", "60.00万元"), figure("basic_expenditure", "60.00万元"))[0]
        == "pass"
    )


def test_parts_above_the_whole_contradict_even_when_one_is_missing():
    parts = figure("total_expenditure", "50.00万元"), figure("basic_expenditure", "60.00万元")
    assert outcome("A01", *parts) == ("contradiction", "sum_above")


def test_a_required_part_that_is_missing_leaves_the_rule_unrun():
    assert outcome(
        "A02", figure("basic_expenditure", "60.00万元"), figure("public_expenditure", "20.00万元")
    ) == ("not_run", "missing")


def test_text_and_table_are_separate_assertions():
    found = outcomes(
        "A02",
        cell("basic_expenditure", "654.74万元"), cell("personnel_expenditure", "334.41万元"), cell("public_expenditure", "320.33万元"),
        figure("basic_expenditure", "654.74万元"), figure("personnel_expenditure", "334.41万元"), figure("public_expenditure", "334.41万元"),
    )  # fmt: skip
    assert found == {
        "final_account/table": ("pass", "equal"),
        "final_account/text": ("contradiction", "sum_above"),
    }


def test_values_that_disagree_with_themselves_are_not_used():
    parts = (
        figure("basic_expenditure", "60.00万元"), figure("personnel_expenditure", "40.00万元"),
        cell("public_expenditure", "20.00万元"), cell("public_expenditure", "25.00万元", row=3),
    )  # fmt: skip
    assert outcome("A02", *parts) == ("not_run", "conflict")


@pytest.mark.parametrize("doubt", [{"approximate": True}, {"confidence": "0.8"}])
def test_unsure_figures_are_no_evidence(doubt):
    parts = figure("basic_expenditure", "60.00万元"), figure("personnel_expenditure", "40.00万元")
    assert outcome("A02", *parts, figure("public_expenditure", "99.00万元", **doubt)) == (
        "not_run",
        "missing",
    )


def test_a_literal_zero_is_exact():
    """With half a unit either way, 0万元 would hide the gap of 0.19."""
    stage = {"stage": "initial_budget"}
    parts = (
        figure("three_public_total", "1.50万元", **stage), figure("overseas_travel", "0万元", **stage),
        figure("official_vehicle", "1.0万元", **stage), figure("official_reception", "0.31万元", **stage),
    )  # fmt: skip
    assert outcome("D01", *parts) == ("contradiction", "sum_below")


def test_purchase_and_operation_stand_in_for_the_vehicle_total():
    parts = [
        figure("three_public_total", "5.00万元"), figure("overseas_travel", "0万元"), figure("official_reception", "1.00万元"),
        figure("official_vehicle_purchase", "1.00万元"), figure("official_vehicle_operation", "3.00万元"),
    ]  # fmt: skip
    assert outcome("D01", *parts) == ("pass", "equal")
    assert outcome("D01", *parts, figure("official_vehicle", "4.00万元")) == ("pass", "equal")


@pytest.mark.parametrize(
    ("quota", "parts", "expected"),
    [
        (
            "52人",
            {"administrative_quota": "34人", "institution_quota": "18人", "worker_quota": "2人"},
            "pass",
        ),
        ("70人", {"administrative_quota": "61人", "worker_quota": "9人"}, "pass"),
        (
            "68人",
            {"administrative_quota": "61人", "institution_quota": "8人", "worker_quota": "9人"},
            "contradiction",
        ),
        # 其中参公编制7名: posts of kinds that no concept counts
        ("85人", {"administrative_quota": "61人", "institution_quota": "17人"}, "weakness"),
        ("38人", {"administrative_quota": "20人"}, "not_run"),
    ],
)
def test_worker_quota_stands_inside_or_beside(quota, parts, expected):
    assert (
        outcome("G01", figure("staff_quota", quota), *(figure(name, heads) for name, heads in parts.items()))[
            0
        ]
        == expected
    )


def test_income_above_its_sources_is_never_a_contradiction():
    revenue = figure("total_revenue", "100.00万元"), figure("fiscal_appropriation_revenue", "90.00万元")
    assert outcome("A05", *revenue) == ("not_run", "missing")


def test_function_classes_of_projects_add_up():
    scope = {"expenditure_scope": "project"}
    classes = [
        figure("function_class_amount", f"{amount}万元", function_code=code, **scope)
        for code, amount in (("201", "60.00"), ("206", "40.00"))
    ]
    assert outcome("A07", figure("project_expenditure", "100.00万元"), *classes) == ("pass", "equal")
    assert outcome("A07", figure("project_expenditure", "120.00万元"), *classes) == ("weakness", "sum_below")
    assert outcome("A07", figure("project_expenditure", "90.00万元"), *classes) == (
        "contradiction",
        "sum_above",
    )


def test_each_function_class_is_split_by_itself():
    code = {"function_code": "201", "expenditure_scope": "project"}
    parts = figure("local_level_funds", "60.00万元", **code), figure("upper_level_funds", "40.00万元", **code)
    other = figure("function_class_amount", "7.00万元", function_code="206", expenditure_scope="project")
    assert outcome("A08", figure("function_class_amount", "100.00万元", **code), *parts, other) == (
        "pass",
        "equal",
    )


def test_a_summary_row_is_headquarters_plus_units():
    rows = [
        cell("total_revenue", "100.00万元", row=2), cell("total_revenue", "70.00万元", row=3, org_scope="headquarters"),
        cell("total_revenue", "20.00万元", row=4, org_scope="subordinate"), cell("total_revenue", "10.00万元", row=5, org_scope="subordinate"),
    ]  # fmt: skip
    assert outcome("A11", *rows) == ("pass", "equal")
    assert outcome("A11", *rows[:3]) == ("contradiction", "sum_differs")
    assert outcome("A11", rows[0]) == ("not_applicable", "no_subject")

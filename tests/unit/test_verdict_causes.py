"""One wrong number is one finding: which verdict tells the cause, and which only saw it too."""

from verdict_builders import cell, figure, item, total, verdicts


def causes(*evidence, severities=("error", "warning")) -> dict[str, str | None]:
    """The rules that found something, each with the rule that tells its cause."""
    rows = [row for row in verdicts(*evidence) if row["outcome"] in ("contradiction", "weakness")]
    rule_of = {row["verdict_id"]: row["rule_id"] for row in rows} | {None: None}
    roots = {row["verdict_id"] for row in rows if not row["same_cause_as"]}
    assert {row["same_cause_as"] for row in rows} - {None} <= roots  # never a chain
    return {row["rule_id"]: rule_of[row["same_cause_as"]] for row in rows if row["severity"] in severities}


CONSISTENT = (
    figure("opening_carryover", "10.00万元"), figure("closing_carryover", "8.00万元"), figure("total_revenue", "98.00万元"),
    figure("basic_expenditure", "60.00万元"), figure("project_expenditure", "40.00万元"),
)  # fmt: skip


def test_a_wrong_total_is_one_finding_of_the_sum():
    """It breaks the sum of parts, the year's balance, the resources of the year and the completion rate."""
    found = causes(
        *CONSISTENT,
        figure("total_expenditure", "190.00万元"),
        figure("total_expenditure", "105.00万元", stage="adjusted_budget"),
        figure("total_expenditure", "95.24%", measure="completion_rate", base_concept="total_expenditure", base_stage="adjusted_budget"),
    )  # fmt: skip
    assert {"A01", "B01", "C06", "H01"} <= set(found)
    assert {rule: cause for rule, cause in found.items() if rule in {"A01", "B01", "C06", "H01"}} == {
        "A01": None, "B01": "A01", "C06": "A01", "H01": "A01",
    }  # fmt: skip


def test_two_wrong_numbers_are_two_findings():
    """The parts miss 5, the balance misses 12 more: no correction of one puts the other right."""
    found = causes(
        figure("opening_carryover", "10.00万元"), figure("closing_carryover", "20.00万元"), figure("total_revenue", "98.00万元"),
        figure("basic_expenditure", "60.00万元"), figure("project_expenditure", "35.00万元"), figure("total_expenditure", "100.00万元"),
    )  # fmt: skip
    assert (found["A01"], found["B01"]) == (None, None)


def test_points_above_their_maximum_explain_the_wrong_total():
    rows = [item(f"指标{number}", "10", "9") for number in range(9)]
    found = causes(*rows, item("指标九", "10", "14"), total("100", "90"))
    assert (found["I04"], found["I01"]) == (None, "I04")


def test_a_line_missing_in_a_table_is_one_finding_for_all_its_columns():
    table = [
        cell(concept, value, row=row, org_scope=scope)
        for concept, values in [
            ("three_public_total", ("30.00万元", "12.00万元")),
            ("official_reception", ("9.00万元", "5.00万元")),
        ]
        for row, value, scope in [(1, values[0], "department"), (2, values[1], "headquarters")]
    ] + [
        cell("three_public_total", "8.00万元", row=3, org_scope="subordinate"),
        cell("official_reception", "1.00万元", row=3, org_scope="subordinate"),
    ]
    rows = [row for row in verdicts(*table) if row["rule_id"] == "A11" and row["outcome"] == "contradiction"]
    assert len(rows) == 2 and [bool(row["same_cause_as"]) for row in rows].count(False) == 1


def test_two_amounts_that_changed_places_are_one_finding():
    found = verdicts(
        *(figure(concept, amount, stage="final_account") for concept, amount in
          [("basic_expenditure", "70.00万元"), ("project_expenditure", "40.00万元"), ("total_expenditure", "100.00万元")]),
        *(figure(concept, amount, stage="initial_budget") for concept, amount in
          [("basic_expenditure", "60.00万元"), ("project_expenditure", "30.00万元"), ("total_expenditure", "100.00万元")]),
    )  # fmt: skip
    sums = [row for row in found if row["rule_id"] == "A01" and row["outcome"] == "contradiction"]
    assert len(sums) == 2 and sum(row["same_cause_as"] is None for row in sums) == 1

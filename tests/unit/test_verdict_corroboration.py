"""Which contradictions are asserted: those between readings that something else confirms. Not tested here: single rules."""

import pytest
from verdict_builders import Part, cell, figure, outcomes, report, verdicts

from orchestration.checking.engine import check_extractions

ASSERTED, SHOWN = ("contradiction", "differs"), ("weakness", "uncorroborated")


def staff(printed: str, sentence: int) -> Part:
    return figure("staff_in_service", printed, sentence_no=sentence)


def sums(basic="30.00万元", project="53.17万元", total="90.00万元") -> tuple[Part, Part, Part]:
    """Parts and whole, each in a sentence of its own."""
    names = ("basic_expenditure", "project_expenditure", "total_expenditure")
    return tuple(figure(name, printed, sentence_no=n) for n, (name, printed) in enumerate(zip(names, (basic, project, total), strict=True)))  # type: ignore[return-value]  # fmt: skip


def only(rule: str, *parts: Part) -> tuple[str, str]:
    (found,) = outcomes(rule, *parts).values()
    return found


def test_two_amounts_of_one_name_may_be_two_things():
    assert only("K01", staff("37人", 1), staff("101人", 9)) == SHOWN


def test_one_fact_in_text_and_table_is_one_fact():
    assert only("K01", staff("37人", 1), cell("staff_in_service", "101人")) == ASSERTED
    assert only("K01", cell("staff_in_service", "37人", 1), cell("staff_in_service", "101人", 2)) == ASSERTED
    assert only("K01", cell("staff_in_service", "37人"), cell("staff_in_service", "101人", row=5)) == SHOWN


@pytest.mark.parametrize(
    ("other", "expected"), [("71.45万元", ASSERTED), ("74.15万元", ASSERTED), ("78.03万元", SHOWN)]
)
def test_a_slip_of_the_pen_explains_itself(other, expected):
    amounts = [
        figure("official_reception", amount, sentence_no=n) for n, amount in enumerate(("71.15万元", other))
    ]
    if other == "74.15万元":
        amounts[0] = figure("official_reception", "47.15万元", sentence_no=0)
    assert only("K01", *amounts) == expected


def test_a_rate_that_comes_out_is_taken_at_its_word_beside_another_one():
    amounts = [
        figure("total_expenditure", "90.00万元", sentence_no=5),
        figure("total_expenditure", "100.00万元", stage="initial_budget", sentence_no=5),
    ]
    rates = [
        figure("budget_execution_rate", printed, stage=None, sentence_no=n)
        for n, printed in ((5, "90.00%"), (9, "71.30%"))
    ]
    assert outcomes("K01", *rates)["budget_execution_rate"] == SHOWN
    assert outcomes("K01", *rates, *amounts)["budget_execution_rate"] == ASSERTED


def test_a_sum_of_one_sentence_is_meant_and_one_gathered_from_several_may_be_misread():
    scattered = sums()
    together = [figure(part.concept, part.printed, sentence_no=4) for part in scattered]
    assert only("A01", *scattered) == SHOWN
    assert only("A01", *together) == ("contradiction", "sum_below")
    assert only("A01", *(cell(part.concept, part.printed) for part in scattered)) == (
        "contradiction",
        "sum_below",
    )


def test_a_sum_is_asserted_where_all_but_one_of_its_numbers_are_confirmed():
    inner = [
        figure("personnel_expenditure", "20.00万元", sentence_no=5),
        figure("public_expenditure", "10.00万元", sentence_no=6),
    ]
    again = figure("total_expenditure", "90.00万元", sentence_no=7)
    assert outcomes("A01", *sums(), *inner)["final_account/text"] == SHOWN
    assert outcomes("A01", *sums(), *inner, again)["final_account/text"] == (
        "contradiction",
        "sum_below",
    )


def test_what_is_shown_is_no_error_and_asks_to_look_it_up():
    (row,) = (row for row in verdicts(*sums()) if row["rule_id"] == "A01")
    assert row["severity"] == "warning"
    assert "请对照原文核实" in row["message_zh"] and "look them up" in row["message_en"]
    assert len(row["quotes"]) == 3
    assert row["difference"] == -68300


def test_a_wrong_unit_needs_no_second_witness():
    slip = figure("three_public_total", "1.31元", sentence_no=1)
    parts = [figure("official_reception", "0.31万元", sentence_no=2), figure("official_vehicle", "1.00万元", sentence_no=3)]  # fmt: skip
    rows = check_extractions([report(slip, *parts)])
    assert [row["outcome"] for row in rows if row["rule_id"] == "K02"] == ["contradiction"]

"""Rules on figures by themselves and in small groups: classes, balances, ranges, zeros, shares, slips, growth, structure."""

import pytest
from verdict_builders import (
    assert_judged,
    cell,
    figure,
    outcome,
    outcomes,
    report,
    verdicts,
    verdicts_of_each,
)

from orchestration.checking.engine import check_extractions


def classes(scope, **amounts):
    return [
        figure("economic_class_amount", amount, economic_code=code[1:], expenditure_scope=scope)
        for code, amount in amounts.items()
    ]


def functions(*amounts):
    return [figure("function_class_amount", a, function_code=str(201 + n)) for n, a in enumerate(amounts)]


NOW, BEFORE = {"fiscal_year": 2022}, {"fiscal_year": 2021}
BUDGET, ADJUSTED, STOCK = {"stage": "initial_budget"}, {"stage": "adjusted_budget"}, {"stage": None}
CASES = [
    ("A03", [figure("personnel_expenditure", "80.00万元"), *classes("basic", e301="60.00万元", e303="20.00万元")], "pass"),
    ("A03", [figure("personnel_expenditure", "80.00万元"), *classes("basic", e301="60.00万元", e303="25.00万元")], "contradiction"),
    ("A03", [figure("personnel_expenditure", "80.00万元")], "not_run"),
    ("A04", [figure("public_expenditure", "30.00万元"), *classes("basic", e302="28.00万元", e310="2.00万元")], "pass"),
    ("A04", [figure("public_expenditure", "28.00万元"), *classes("basic", e302="28.00万元", e310="2.00万元")], "pass"),
    ("A04", [figure("public_expenditure", "30.00万元"), *classes("basic", e302="25.00万元", e310="2.00万元")], "contradiction"),
    ("A04", [figure("public_expenditure", "30.00万元")], "not_run"),
    ("A09", [figure("total_expenditure", "30.00万元"), *functions("20.00万元", "10.00万元")], "pass"),
    ("A09", [figure("total_expenditure", "30.00万元"), *functions("20.00万元", "11.00万元")], "contradiction"),
    ("A09", [figure("total_expenditure", "30.00万元"), *functions("20.00万元")], "not_run"),
    ("A10", [figure("total_expenditure", "30.00万元"), *classes(None, e301="20.00万元", e302="10.00万元")], "pass"),
    ("A10", [figure("total_expenditure", "30.00万元"), *classes(None, e301="20.00万元", e302="11.00万元")], "contradiction"),
    ("A10", [figure("total_expenditure", "30.00万元")], "not_run"),
    ("A13", [figure("key_project_expenditure", "9.00万元"), figure("project_expenditure", "10.00万元")], "pass"),
    ("A13", [figure("key_project_expenditure", "11.00万元"), figure("project_expenditure", "10.00万元")], "contradiction"),
    ("A13", [figure("project_expenditure", "10.00万元")], "not_run"),
    ("A14", [figure("staff_quota", "31人")], "pass"),
    ("A14", [figure("basic_expenditure", "-5.00万元")], "contradiction"),
    ("A14", [], "not_applicable"),
    ("A06", [figure("fiscal_appropriation_revenue", "10.00万元"), figure("general_public_budget_appropriation", "7.00万元"), figure("government_fund_appropriation", "3.00万元")], "pass"),
    ("A06", [figure("fiscal_appropriation_revenue", "10.00万元"), figure("general_public_budget_appropriation", "7.00万元"), figure("government_fund_appropriation", "4.00万元")], "contradiction"),
    ("D02", [figure("official_vehicle", "5.00万元"), figure("official_vehicle_purchase", "3.00万元"), figure("official_vehicle_operation", "2.00万元")], "pass"),
    ("D02", [figure("official_vehicle", "5.00万元"), figure("official_vehicle_purchase", "3.00万元"), figure("official_vehicle_operation", "2.50万元")], "contradiction"),
    ("E01", [figure("procurement_actual", "6.00万元"), figure("procurement_goods", "3.00万元"), figure("procurement_works", "2.00万元"), figure("procurement_services", "1.00万元")], "pass"),
    ("E01", [figure("procurement_actual", "6.00万元"), figure("procurement_goods", "3.00万元"), figure("procurement_works", "2.00万元"), figure("procurement_services", "2.00万元")], "contradiction"),
    ("F01", [figure("total_assets", "162.43万元"), figure("total_liabilities", "0万元"), figure("net_assets", "162.43万元")], "pass"),
    ("F01", [figure("total_assets", "162.43万元"), figure("total_liabilities", "0万元"), figure("net_assets", "154.29万元")], "contradiction"),
    ("F02", [figure("total_assets", "10.00万元"), figure("current_assets", "4.00万元"), figure("fixed_assets_net", "6.00万元")], "pass"),
    ("F02", [figure("total_assets", "10.00万元"), figure("current_assets", "4.00万元"), figure("fixed_assets_net", "7.00万元")], "contradiction"),
    ("F03", [figure("fixed_assets_gross", "10.00万元"), figure("fixed_assets_in_use", "10.00万元")], "pass"),
    ("F03", [figure("fixed_assets_gross", "10.00万元"), figure("fixed_assets_in_use", "11.00万元")], "contradiction"),
    ("A15", [figure("project_item", "4.00万元"), figure("project_item", "6.00万元"), figure("project_expenditure", "10.00万元")], "pass"),
    ("A15", [figure("project_item", "4.00万元"), figure("project_item", "7.00万元"), figure("project_expenditure", "10.00万元")], "contradiction"),
    ("A15", [figure("project_item", "4.00万元"), figure("project_expenditure", "10.00万元")], "not_run"),
    ("B02", [figure("cumulative_surplus", "7.00万元", **STOCK), figure("opening_carryover", "5.00万元"), figure("current_year_surplus", "2.00万元")], "pass"),
    ("B02", [figure("cumulative_surplus", "8.00万元", **STOCK), figure("opening_carryover", "5.00万元"), figure("current_year_surplus", "2.00万元")], "contradiction"),
    ("B02", [figure("cumulative_surplus", "2.00万元", **STOCK), figure("opening_carryover", "5.00万元"), figure("current_year_surplus", "2.00万元")], "pass"),
    ("B02", [figure("cumulative_surplus", "2.00万元", **STOCK), figure("current_year_surplus", "2.00万元")], "not_run"),
    ("B02", [figure("opening_carryover", "5.00万元")], "not_run"),
    ("B03", [figure("opening_carryover", "5.00万元"), figure("closing_carryover", "5.00万元", **BEFORE)], "pass"),
    ("B03", [figure("opening_carryover", "5.00万元"), figure("closing_carryover", "4.00万元", **BEFORE)], "contradiction"),
    ("B03", [figure("opening_carryover", "5.00万元")], "not_run"),
    ("B05", [figure("closing_carryover", "5.00万元"), figure("carryover_funds", "3.00万元"), figure("surplus_funds", "2.00万元", **STOCK)], "pass"),
    ("B05", [figure("closing_carryover", "5.00万元"), figure("carryover_funds", "3.00万元"), figure("surplus_funds", "3.00万元", **STOCK)], "contradiction"),
    ("B05", [figure("closing_carryover", "5.00万元")], "not_run"),
    ("B06", [figure("carryover_rate", "5%"), figure("closing_carryover", "5.00万元"), figure("total_expenditure", "100.00万元", **BUDGET)], "pass"),
    ("B06", [figure("carryover_rate", "9%"), figure("closing_carryover", "5.00万元"), figure("total_expenditure", "100.00万元", **BUDGET)], "contradiction"),
    ("B06", [figure("carryover_rate", "4%"), figure("closing_carryover", "5.00万元"), figure("total_expenditure", "100.00万元", **BUDGET), figure("total_expenditure", "160.00万元")], "not_run"),
    ("B06", [figure("carryover_rate", "4%"), figure("closing_carryover", "5.00万元"), figure("total_expenditure", "100.00万元", **BUDGET), figure("total_expenditure", "95.00万元")], "contradiction"),
    ("B06", [figure("carryover_rate", "4%"), figure("closing_carryover", "5.00万元"), figure("total_expenditure", "160.00万元")], "not_run"),
    ("B06", [], "not_run"),
    ("B07", [figure("closing_carryover", "3.00万元"), figure("current_assets", "6.00万元")], "pass"),
    ("B07", [figure("closing_carryover", "7.00万元"), figure("current_assets", "6.00万元")], "weakness"),
    ("B07", [figure("current_assets", "6.00万元")], "not_run"),
    ("C03", [figure("total_expenditure", "110.00万元", **ADJUSTED), figure("total_expenditure", "100.00万元", **BUDGET), figure("budget_adjustment", "10.00万元", **ADJUSTED)], "pass"),
    ("C03", [figure("total_expenditure", "120.00万元", **ADJUSTED), figure("total_expenditure", "100.00万元", **BUDGET), figure("budget_adjustment", "10.00万元", **ADJUSTED)], "contradiction"),
    ("C03", [figure("total_expenditure", "120.00万元", **ADJUSTED)], "not_run"),
    ("C05", [figure("budget_adjustment_rate", "10%"), figure("total_expenditure", "100.00万元", **BUDGET), figure("budget_adjustment", "10.00万元", **ADJUSTED)], "pass"),
    ("C05", [figure("budget_adjustment_rate", "15%"), figure("total_expenditure", "100.00万元", **BUDGET), figure("budget_adjustment", "10.00万元", **ADJUSTED)], "contradiction"),
    ("C05", [figure("budget_adjustment_rate", "10%"), figure("total_expenditure", "100.00万元", **BUDGET), figure("total_expenditure", "110.00万元", **ADJUSTED)], "pass"),
    ("C05", [figure("budget_adjustment_rate", "10%"), figure("total_expenditure", "100.00万元", **BUDGET), figure("total_expenditure", "90.00万元", **ADJUSTED)], "pass"),
    ("C05", [figure("budget_adjustment_rate", "5%"), figure("total_expenditure", "100.00万元", **BUDGET), figure("total_expenditure", "110.00万元", **ADJUSTED)], "contradiction"),
    ("C05", [figure("budget_adjustment_rate", "15%"), figure("total_expenditure", "100.00万元", **BUDGET), figure("total_expenditure", "110.00万元", **ADJUSTED)], "weakness"),
    ("C05", [figure("budget_adjustment_rate", "10%"), figure("total_expenditure", "100.00万元", **BUDGET)], "weakness"),
    ("C05", [], "not_run"),
    ("C09", [figure("basic_expenditure", "104.00万元"), figure("basic_expenditure", "100.00万元", **BUDGET)], "pass"),
    ("C09", [figure("basic_expenditure", "107.00万元"), figure("basic_expenditure", "100.00万元", **BUDGET)], "weakness"),
    ("C09", [figure("basic_expenditure", "107.00万元")], "not_run"),
    ("C10", [figure("three_public_total", "50%", measure="completion_rate", base_stage="initial_budget"), figure("three_public_total", "2.00万元", **BUDGET), figure("three_public_total", "1.00万元")], "pass"),
    ("C10", [figure("three_public_total", "50%", measure="completion_rate", base_stage="initial_budget"), figure("three_public_total", "0万元", **BUDGET), figure("three_public_total", "1.00万元")], "contradiction"),
    ("C10", [], "not_applicable"),
    ("D05", [figure("three_public_change_rate", "-10%", **STOCK), figure("three_public_total", "9.00万元"), figure("three_public_total", "10.00万元", **BEFORE)], "pass"),
    ("D05", [figure("three_public_change_rate", "-20%", **STOCK), figure("three_public_total", "9.00万元"), figure("three_public_total", "10.00万元", **BEFORE)], "contradiction"),
    ("D05", [figure("three_public_change_rate", "-20%", **STOCK)], "not_run"),
    ("D06", [figure("official_reception", "1.00万元"), figure("reception_batches", "9", **STOCK)], "pass"),
    ("D06", [figure("official_reception", "0万元"), figure("reception_batches", "9", **STOCK)], "weakness"),
    ("D06", [figure("official_reception", "0万元")], "not_run"),
    ("D07", [figure("three_public_total", "1.00万元"), figure("public_expenditure", "9.00万元")], "pass"),
    ("D07", [figure("three_public_total", "10.00万元"), figure("public_expenditure", "9.00万元")], "weakness"),
    ("D07", [figure("three_public_total", "10.00万元")], "not_run"),
    ("D08", [figure("vehicle_stock", "1", **STOCK), figure("official_vehicle_operation", "3.00万元")], "pass"),
    ("D08", [figure("vehicle_stock", "0", **STOCK), figure("official_vehicle_operation", "3.00万元")], "weakness"),
    ("D08", [figure("vehicle_stock", "0", **STOCK)], "not_run"),
    ("E02", [figure("procurement_execution_rate", "95%", **STOCK), figure("procurement_actual", "95.00万元"), figure("procurement_budget", "100.00万元", **BUDGET)], "pass"),
    ("E02", [figure("procurement_execution_rate", "99%", **STOCK), figure("procurement_actual", "95.00万元"), figure("procurement_budget", "100.00万元", **BUDGET)], "contradiction"),
    ("E02", [figure("procurement_execution_rate", "99%", **STOCK)], "weakness"),
    ("E02", [], "not_run"),
    ("E03", [figure("procurement_actual", "5.00万元"), figure("asset_additions", "5.00万元", **STOCK)], "pass"),
    ("E03", [figure("procurement_actual", "0万元"), figure("asset_additions", "5.00万元", **STOCK)], "weakness"),
    ("E03", [figure("procurement_actual", "0万元")], "not_run"),
    ("F06", [figure("fixed_assets_net", "5.00万元"), figure("fixed_assets_gross", "9.00万元")], "pass"),
    ("F06", [figure("fixed_assets_net", "10.00万元"), figure("fixed_assets_gross", "9.00万元")], "contradiction"),
    ("F06", [figure("fixed_assets_net", "10.00万元")], "not_run"),
    ("F07", [figure("fixed_assets_gross", "11.00万元"), figure("fixed_assets_gross", "9.00万元", **BEFORE), figure("asset_additions", "3.00万元", **STOCK), figure("asset_disposals", "1.00万元", **STOCK)], "pass"),
    ("F07", [figure("fixed_assets_gross", "12.00万元"), figure("fixed_assets_gross", "9.00万元", **BEFORE), figure("asset_additions", "3.00万元", **STOCK), figure("asset_disposals", "1.00万元", **STOCK)], "contradiction"),
    ("F07", [figure("fixed_assets_gross", "12.00万元")], "not_run"),
    ("F08", [figure("fixed_assets_net", "5.00万元"), figure("total_assets", "9.00万元")], "pass"),
    ("F08", [figure("total_assets", "9.00万元")], "not_run"),
    ("G05", [figure("public_expenditure", "50.00万元"), figure("staff_in_service", "20人")], "pass"),
    ("G05", [figure("public_expenditure", "500.00万元"), figure("staff_in_service", "20人")], "weakness"),
    ("G05", [figure("public_expenditure", "50.00万元")], "not_run"),
    ("H02", [figure("basic_expenditure", "51.84%", measure="share", base_concept="total_expenditure"), figure("project_expenditure", "48.16%", measure="share", base_concept="total_expenditure")], "pass"),
    ("H02", [figure("basic_expenditure", "51.84%", measure="share", base_concept="total_expenditure"), figure("project_expenditure", "49.16%", measure="share", base_concept="total_expenditure")], "contradiction"),
    ("H02", [figure("basic_expenditure", "51.84%", measure="share"), figure("project_expenditure", "49.16%", measure="share")], "not_run"),
    ("H03", [figure("three_public_total", "10%", measure="change_rate", base_stage="prior_year"), figure("three_public_total", "11.00万元"), figure("three_public_total", "10.00万元", **BEFORE)], "pass"),
    ("H03", [figure("three_public_total", "20%", measure="change_rate", base_stage="prior_year"), figure("three_public_total", "11.00万元"), figure("three_public_total", "10.00万元", **BEFORE)], "contradiction"),
    ("H03", [figure("three_public_total", "20%", measure="change_rate", base_stage="prior_year")], "not_run"),
    ("H05", [figure("basic_expenditure", "51.84%", measure="share", base_concept="total_expenditure")], "pass"),
    ("H05", [figure("basic_expenditure", "151.84%", measure="share", base_concept="total_expenditure")], "contradiction"),
    ("H05", [], "not_applicable"),
    ("I12", [figure("self_evaluation_score", "98分"), figure("total_expenditure", "95.00万元"), figure("total_expenditure", "100.00万元", **BUDGET)], "pass"),
    ("I12", [figure("self_evaluation_score", "98分"), figure("total_expenditure", "30.00万元"), figure("total_expenditure", "100.00万元", **BUDGET)], "weakness"),
    ("I12", [figure("self_evaluation_score", "98分")], "not_run"),
    ("K09", [figure("total_expenditure", "95.00万元"), cell("total_expenditure", "95.00万元")], "pass"),
    ("K09", [figure("total_expenditure", "594.18万元"), cell("total_expenditure", "549.18万元")], "weakness"),
    ("K09", [figure("total_expenditure", "95.00万元"), cell("total_expenditure", "950.00万元")], "weakness"),
    ("K09", [], "not_applicable"),
    ("K10", [figure("basic_expenditure", "654.74万元"), figure("personnel_expenditure", "334.41万元"), figure("public_expenditure", "334.41万元")], "weakness"),
    ("K10", [figure("basic_expenditure", "668.82万元"), figure("personnel_expenditure", "334.41万元"), figure("public_expenditure", "334.41万元")], "pass"),
    ("K10", [], "not_applicable"),
    ("M01", [figure("public_expenditure", "20.00万元"), figure("total_expenditure", "100.00万元")], "pass"),
    ("M01", [figure("public_expenditure", "48.92万元"), figure("total_expenditure", "100.00万元")], "weakness"),
    ("M01", [figure("total_expenditure", "100.00万元")], "not_run"),
    ("M02", [figure("total_expenditure", "100.00万元"), figure("total_expenditure", "90.00万元", **BEFORE)], "pass"),
    ("M02", [figure("total_expenditure", "100.00万元"), figure("total_expenditure", "50.00万元", **BEFORE)], "weakness"),
    ("M02", [figure("total_expenditure", "100.00万元")], "not_run"),
    ("M03", [figure("total_expenditure", "100.00万元"), figure("staff_in_service", "20人")], "not_run"),
]  # fmt: skip


@pytest.fixture(scope="module")
def judged():
    return verdicts_of_each([parts for _, parts, _ in CASES])


@pytest.mark.parametrize(
    ("number", "rule", "expected"), [(n, rule, expected) for n, (rule, _, expected) in enumerate(CASES)]
)
def test_rule(judged, number, rule, expected):
    assert_judged(judged[number], rule, expected)


def test_net_above_all_assets_is_reported_once():
    rows = verdicts(figure("fixed_assets_net", "10.00万元"), figure("total_assets", "9.00万元"))
    found = [row["rule_id"] for row in rows if row["outcome"] == "contradiction"]
    assert "A12" in found and "F08" not in found


def test_years_of_one_department_are_joined_across_reports():
    from dataclasses import replace

    def of(year, digit, *parts):
        made = report(*parts, digit=digit)
        identity = replace(
            made.identity, fiscal_year=year, department_name="甲县水利局", region_code="430101"
        )
        return replace(made, identity=identity)

    now = of(2022, "a", figure("opening_carryover", "5.00万元"))
    before = of(2021, "b", figure("closing_carryover", "4.00万元", fiscal_year=2021))
    rows = check_extractions([now, before])
    found = {row["report_id"][0]: row["outcome"] for row in rows if row["rule_id"] == "B03"}
    assert found == {"a": "contradiction", "b": "not_run"}


def test_a_change_in_the_same_sentence_tells_last_year():
    rate = figure("official_reception", "-16%", measure="change_rate", sentence_no=7)
    change = figure(
        "official_reception", "-0.40万元", measure="change", base_stage="prior_year", sentence_no=7
    )
    assert outcome("H03", figure("official_reception", "2.10万元"), rate, change)[0] == "pass"
    assert (
        outcome("H03", figure("official_reception", "3.10万元", sentence_no=7), rate, change)[0]
        == "contradiction"
    )


def test_a_change_against_the_budget_does_not_tell_last_years_number():
    rate = figure("official_reception", "5%", measure="change_rate", base_stage="prior_year", sentence_no=1)
    change = figure(
        "official_reception", "0.70万元", measure="change", base_stage="initial_budget", sentence_no=1
    )
    assert outcome("H03", figure("official_reception", "2.10万元"), rate, change)[0] == "not_run"


def test_sources_of_the_funds_block():
    def row(number, amount, scope):
        return cell("budget_execution_score_line", amount, row=number, fund_scope=scope)

    total = row(4, "10.00万元", "total")
    assert outcome("C12", total, row(5, "10.00万元", "current_appropriation"))[0] == "pass"
    assert (
        outcome("C12", total, row(5, "8.00万元", "current_appropriation"), row(6, "3.00万元", "other"))[0]
        == "contradiction"
    )
    assert outcome("C12", total, row(5, "8.00万元", "current_appropriation"))[0] == "not_run"
    assert outcome("C12")[0] == "not_applicable"
    rates = [
        cell("budget_execution_rate", rate, row=number, stage=None)
        for number, rate in ((4, "95%"), (5, "93.3%"))
    ]
    assert "contradiction" not in {
        r for r, _ in outcomes("K01", total, row(5, "8.00万元", "other"), *rates).values()
    }

"""What was spent behind a budget and behind money that came in, expenses of vehicles by their short names, spending of the year before."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import stated

INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
TOTAL, PROJECT = "total_expenditure", "project_expenditure"
WHOLE, BOUGHT, RUN = "official_vehicle", "official_vehicle_purchase", "official_vehicle_operation"
REPORT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n二、预算执行情况\n"
BUDGET = "石门县林业局2023年度部门预算公开说明\n\n"


def _levels(read, text, title=REPORT):
    return [
        (f.concept, f.stage, f.value, f.confidence >= 0.9)
        for f in read(text, title).figures
        if f.measure == "level" and f.concept != "budget_execution_rate"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年预算1200万元，支出1180万元，预算执行率98.33%。", [(TOTAL, ADJUSTED, "1200", True), (TOTAL, FINAL, "1180", True)]),
        ("2022年预算安排1200万元，实际到位1200万元，实际支出1180万元。", [(TOTAL, INITIAL, "1200", True), (TOTAL, FINAL, "1180", True)]),
        ("项目支出预算100万元，实际到位90万元，实际支出80万元。", [(PROJECT, INITIAL, "100", True), (PROJECT, FINAL, "80", True)]),
        ("项目支出预算100万元，其中灌区项目实际到位90万元，实际支出80万元。", [(PROJECT, INITIAL, "100", True)]),
        ("年初部门预算资金1200万元，决算数1500万元。", [(TOTAL, INITIAL, "1200", True), (TOTAL, FINAL, "1500", True)]),
        ("年初安排我单位的部门预算资金额为1200万元，其中一般公共预算收入1200万元。", [(TOTAL, INITIAL, "1200", True), ("general_public_budget_appropriation", INITIAL, "1200", True)]),
    ],
)  # fmt: skip
def test_what_was_spent_is_of_what_was_budgeted(read, text, found):
    assert _levels(read, text) == found


def test_another_name_behind_a_budget_stays_open(read):
    assert ("training_expenditure", FINAL, "20", False) in _levels(
        read, "会议费年初预算15万元，培训费20万元。"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "公务用车购置及运行维护费：预算11万元，决算10万元，其中购置费预算2万元、决算1万元，运行费预算9万元、决算9万元。",
            [(WHOLE, INITIAL, "11"), (WHOLE, FINAL, "10"), (BOUGHT, INITIAL, "2"), (BOUGHT, FINAL, "1"), (RUN, INITIAL, "9"), (RUN, FINAL, "9")],
        ),
        (
            "公务用车购置及运行维护费决算10万元。其中：公务用车购置费预算2万元，决算1万元；运行费预算9万元，决算9万元。",
            [(WHOLE, FINAL, "10"), (BOUGHT, INITIAL, "2"), (BOUGHT, FINAL, "1"), (RUN, INITIAL, "9"), (RUN, FINAL, "9")],
        ),
        ("公务接待费决算10万元。购置费预算2万元。", [("official_reception", FINAL, "10")]),
        ("公务用车购置及运行维护费决算10万元。设备购置费预算2万元。", [(WHOLE, FINAL, "10")]),
    ],
)  # fmt: skip
def test_parts_of_vehicles_by_short_names_have_stages(text, found):
    assert [(one[0], *one[2:]) for one in stated(text) if one[1] == "level"] == found


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("2022年公务接待费支出2万元。", False),
        ("2022年公务接待费支出预算2万元。", True),
        ("2022年预算：公务接待费支出2万元。", True),
        ("2022年支出预算20万元，其中公务接待费支出2万元。", True),
        ("2023年公务接待费支出2万元。", True),
        ("公务接待费支出2万元。", True),
    ],
)
def test_spending_of_the_year_before_is_no_sure_budget(read, text, sure):
    found = [one for one in _levels(read, text, BUDGET) if one[0] == "official_reception"]
    assert [one[3] for one in found] == [sure]


def test_a_budget_behind_it_is_sure(read):
    found = _levels(read, "2022年公务接待费支出2万元，2023年预算3万元。", BUDGET)
    assert [one[2:] for one in found] == [("2", False), ("3", True)]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("财政拨款预算12万元，执行11万元，执行率91.67%；其他资金预算3万元，执行2万元，执行率66.67%。", []),
        ("财政拨款预算12万元，执行11万元，执行率91.67%。", ["91.67"]),
        ("全年预算12万元，执行11万元，执行率91.67%。", ["91.67"]),
    ],
)
def test_a_rate_of_each_source_is_none_of_all(read, text, rates):
    found = [f.value for f in read(text, REPORT).figures if f.concept == "budget_execution_rate"]
    assert found == rates


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("下属单位3个：甲管理所、乙管理处、丙站，共有编制80人，实有72人。", []),
        ("下属单位3个：甲管理所、乙管理处、丙站，我局共有编制80人。", ["80"]),
        ("下属单位3个：甲管理所、乙管理处、丙站。共有编制80人。", ["80"]),
        ("局机关内设6个股室，下属事业单位3个（甲管理所、乙管理处、丙站），编制80人。", ["80"]),
    ],
)
def test_people_behind_a_list_of_units(read, text, counted):
    found = [f.value for f in read(text).figures if f.concept.startswith("staff_")]
    assert found == counted


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("“三公”经费预算54万元，其中：因公出国（境）费支出决算12万元；公务接待费支出决算42万元。", [True, False, False]),
        ("“三公”经费预算54万元，其中：公务接待费预算42万元、支出决算40万元。", [True, True, True]),
        ("“三公”经费预算54万元，支出决算50万元，其中：公务接待费支出决算40万元。", [True, True, True]),
        ("“三公”经费预算54万元。公务接待费支出决算40万元。", [True, True]),
    ],
)  # fmt: skip
def test_an_account_among_the_parts_of_a_budget_is_doubtful(read, text, sure):
    assert [one[3] for one in _levels(read, text)] == sure

"""Names set off from their amounts by words on how the money was handled, and amounts of 去年 and 今年. Own words, invented figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extraction.extract import extract

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
STATEMENT = "云岭县信访局2022年“三公”经费预算公开说明\n\n"
TRAVEL, GUESTS, VEHICLES, BOUGHT, RUN, ALL = (
    "overseas_travel",
    "official_reception",
    "official_vehicle",
    "official_vehicle_purchase",
    "official_vehicle_operation",
    "three_public_total",
)
SPENT, PLANNED = "final_account", "initial_budget"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在公务接待方面，严格控制陪餐人数，2021年决算数8万元，2022年预算数7万元。", [(GUESTS, SPENT, "8"), (GUESTS, PLANNED, "7")]),
        ("公务接待费：从严把关、一事一函，2022年预算数为7万元。", [(GUESTS, PLANNED, "7")]),
        ("公务接待费，2022年预算数7万元；因公出国（境）费，2022年预算数2万元。", [(GUESTS, PLANNED, "7"), (TRAVEL, PLANNED, "2")]),
        ("其中公务用车购置及运行费超过七成，2021年决算数为36万元，2022年预算数为30万元。", [(VEHICLES, SPENT, "36"), (VEHICLES, PLANNED, "30")]),
        ("公务用车购置及运行费9万元；其中，购置费2021年决算数2万元，2022年预算数3万元。", [(VEHICLES, PLANNED, "9"), (BOUGHT, SPENT, "2"), (BOUGHT, PLANNED, "3")]),
        ("公务接待费方面，下属苗圃2021年决算数为2万元，2022年预算数为3万元。", []),
        ("良种补贴方面，2021年决算数为160万元，2022年预算数为170万元。", []),
        ("公务接待费方面，项目支出预算较多，2022年预算数为30万元。", []),
        ("公务接待费制度完善，预算数700万元。", []),
    ],
)  # fmt: skip
def test_a_name_set_off_from_its_amount(text, expected, states: States):
    assert [(c, s, v) for c, m, s, v, _ in states(text, STATEMENT) if m == "level"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在公务接待方面，厉行节约，全年支出4万元。", [(GUESTS, "4")]),
        ("在因公出国方面，未安排任务，支出0万元；在公务接待方面，厉行节约，全年支出4万元。", [(TRAVEL, "0"), (GUESTS, "4")]),
        ("在公务接待方面，厉行节约，下属林场支出4万元。", []),
    ],
)  # fmt: skip
def test_spending_is_on_what_was_set_off(text, expected, states: States):
    found = states(text, "云岭县信访局2022年度部门决算情况说明\n\n")
    assert [(concept, value) for concept, _, _, value, _ in found] == expected


def _years(text: str, title: str) -> list[tuple[str, int | None, str]]:
    read = extract((title + text).encode(), "t.txt")
    return [(figure.concept, figure.fiscal_year, figure.value) for figure in read.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年，该局“三公经费”决算9万元；今年，这笔经费的预算为8万元，同比减少1万元。", [(ALL, 2021, "9"), (ALL, 2022, "8"), (ALL, 2022, "-1")]),
        ("公务接待费去年决算数为3万元。", [(GUESTS, 2021, "3")]),
        ("去年，该局成绩显著。公务接待费预算3万元。", [(GUESTS, 2022, "3")]),
        ("公务接待费去年决算数为3万元，2023年预算数为4万元。", []),
    ],
)  # fmt: skip
def test_last_year_and_this_year(text, expected):
    assert _years(text, STATEMENT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年、2022年公务接待费分别为5万元、4万元。", []),
        ("2021年、2022年公务接待费、培训费分别为5万元、4万元。", []),
    ],
)  # fmt: skip
def test_whose_year_an_amount_is_of_several_in_turn_nobody_knows(text, expected):
    assert _years(text, STATEMENT) == expected


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费2021年、2022年共9万元。",
        "2021年和2022年公务接待费合计9万元。",
        "2021、2022两年公务接待费9万元。",
    ],
)
def test_an_amount_of_several_years_is_marked(text):
    read = extract((STATEMENT + text).encode(), "t.txt")
    assert all(figure.note == "of several years together" for figure in read.figures)
    assert read.figures

"""其中甲4万元、乙3万元，控制在预算9万元以内: a stage alone behind a list is of its last part or of the whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

WHOLE = "全年“三公”经费支出8万元，其中公务接待费"
LAST, ALL = "official_vehicle_operation", "three_public_total"


@pytest.mark.parametrize(
    ("words", "concept", "sure"),
    [
        (f"{WHOLE}4万元、公务用车运行维护费3万元，控制在预算9万元以内。", LAST, False),
        (f"{WHOLE}4万元，公务用车运行维护费3万元，年初预算9万元。", LAST, False),
        (f"{WHOLE}4万元、公务用车运行维护费3万元，比上年下降5%，控制在预算9万元以内。", LAST, False),
        (
            "2023年年初预算8万元，其中基本支出5万元、项目支出2万元，决算支出9万元。",
            "project_expenditure",
            False,
        ),
        (f"{WHOLE}5万元、公务用车运行维护费3万元，控制在预算9万元以内。", ALL, True),  # they add up
        (f"{WHOLE}4万元；公务用车运行维护费3万元，年初预算9万元。", LAST, True),
        (
            f"{WHOLE}4万元，年初预算9万元。",
            "official_reception",
            False,
        ),  # more than the one part that was named
        (f"{WHOLE}9.5万元，年初预算9万元。", "official_reception", True),
        ("公务接待费4万元，公务用车运行维护费3万元，年初预算9万元。", LAST, True),
    ],
)
def test_the_amount_behind_a_list(read, words, concept, sure):
    figure = [f for f in read(words).figures if f.measure == "level"][-1]
    assert (figure.concept, figure.value) == (concept, "9")
    assert (figure.confidence >= Decimal("0.9")) is sure


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("全年支出80万元，年末结转9万元，上年支出85万元。", []),
        ("年末结转9万元，上年为8万元。", [("closing_carryover", "8")]),
        ("会议费9万元，上年支出8万元。", [("meeting_expenditure", "8")]),
    ],
)
def test_nobody_spends_a_balance(read, words, last):
    assert [(f.concept, f.value) for f in read(words).figures if f.fiscal_year == 2021] == last

"""What grew or fell from one level to another, and levels of a year before in brackets. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
Level = tuple[str, int | None, str]


def levels(text: str) -> list[Level]:
    """Concept, year and value of each level that a text of 2022 states."""
    figures = extract((TITLE + text).encode(), "试.txt").figures
    return [(one.concept, one.fiscal_year, one.value) for one in figures if one.measure == "level"]


GUESTS, SERVING, LEFT, VEHICLES = (
    "official_reception",
    "staff_in_service",
    "closing_carryover",
    "vehicle_stock",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费由上年的6.4万元降至4.1万元。", [(GUESTS, 2021, "6.4"), (GUESTS, 2022, "4.1")]),
        ("公务接待费从2020年6.4万元压减到2022年的4.1万元，降幅36%。", [(GUESTS, 2020, "6.4"), (GUESTS, 2022, "4.1")]),
        ("公务接待费由6.4万元压减到4.1万元。", [(GUESTS, 2022, "4.1")]),
        ("在职人员由2021年末的45人减少到43人。", [(SERVING, 2021, "45"), (SERVING, 2022, "43")]),
        ("公务用车由上年的5辆减少到4辆。", [(VEHICLES, 2021, "5"), (VEHICLES, 2022, "4")]),
        ("年末结转结余由年初的31万元增加到58万元。", [(LEFT, 2021, "31"), (LEFT, 2022, "58")]),
        ("公务接待费比上年增加0.8万元，达4.9万元。", [(GUESTS, 2022, "4.9")]),
        ("年末结转结余较上年的31万元增加27万元，达到58万元。", [(LEFT, 2021, "31"), (LEFT, 2022, "58")]),
        ("结转结余率由上年的5.2%降至1.9%。", [("carryover_rate", 2021, "5.2"), ("carryover_rate", 2022, "1.9")]),
        ("结转结余率由5.2%降至1.9%。", [("carryover_rate", 2022, "1.9")]),
        ("预算执行率94.2%，比上年（97.1%）下降2.9个百分点。", [("budget_execution_rate", 2022, "94.2"), ("budget_execution_rate", 2021, "97.1")]),
        ("自评得分95.5分，较2021年（93分）提高2.5分。", [("self_evaluation_score", 2022, "95.5"), ("self_evaluation_score", 2021, "93")]),
    ],
)  # fmt: skip
def test_both_levels_are_stated_each_of_its_year(text, expected):
    assert levels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "全县脱贫户人均收入由上年的1.2万元增加到1.4万元。",
        "东渠改造项目资金由上年的12万元增加到15万元。",
        "公务接待费比上年（含下属水管所0.4万元）减少0.2万元。",
        "公务接待费比预算减少1万元，达到预期目标4万元。",
    ],
)
def test_what_grew_for_others_or_is_aimed_at_is_no_level(text):
    assert not levels(text)

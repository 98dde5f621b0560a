"""Members listed behind an amount of the year before: of that year, or doubtful; never of the year reported on for certain."""

from __future__ import annotations

from decimal import Decimal

import pytest

ASIDES = (
    "",
    "（31人）",
    "（含物资采购2.5万元）",
    "，占36%",
    "，主要用于日常运转",
    "，较上年增加1.2万元",
    "，完成预算的96%",
)
LEADS = ("，其中", "。其中：", "：", "，包括", "，")


def _sure_of_this_year(read, text):
    levels = [f for f in read(text).figures if f.measure == "level" and f.fiscal_year == 2022]
    return [f.quote for f in levels if f.confidence >= Decimal("0.9")]


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("first", ["人员经费240万元", "防汛物资240万元"])
def test_members_behind_last_year_are_not_of_this_one(read, first, lead, aside):
    text = f"上年支出316万元{lead}{first}{aside}、会议费56万元{aside}；项目支出20万元。"
    assert _sure_of_this_year(read, text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("上年支出700万元，本年支出600万元，其中基本支出400万元。", {"700": 2021, "600": 2022, "400": 2022}),
        ("上年度部门决算支出700万元，其中基本支出400万元。", {"700": 2021, "400": 2021}),
        (
            "上年支出700万元（其中基本支出400万元），本年支出720万元。",
            {"700": 2021, "400": 2021, "720": 2022},
        ),
        ("上年公务接待费2万元，本年度公务接待费3万元，会议费8万元。", {"2": 2021, "3": 2022, "8": 2022}),
        ("上年结转20万元，基本支出400万元，项目支出200万元。", {"20": 2022, "400": 2022, "200": 2022}),
    ],
)
def test_this_year_begins_where_it_is_named(read, text, years):
    levels = [f for f in read(text).figures if f.measure == "level"]
    assert {f.value: f.fiscal_year for f in levels} == years
    assert all(f.confidence >= Decimal("0.9") for f in levels)

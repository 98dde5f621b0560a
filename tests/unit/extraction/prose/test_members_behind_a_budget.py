"""Members listed behind a budget, in a document that gives accounts: of the budget, or doubtful; never an account for certain."""

from __future__ import annotations

from decimal import Decimal

import pytest

INITIAL = "initial_budget"
#: What may stand behind a member of a list.
ASIDES = (
    "",
    "（生均1000元）",
    "（含物资采购2.5万元）",
    "（38人）",
    "，主要用于日常运转",
    "，占36%",
    "，较上年增加1.2万元",
)
#: How a list of members begins behind its whole.
LEADS = ("，其中", "。其中：", "：", "，包括")


def _sure_accounts(read, text):
    levels = [f for f in read(text).figures if f.measure == "level" and f.fiscal_year == 2022]
    return [f.quote for f in levels if f.stage == "final_account" and f.confidence >= Decimal("0.9")]


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("first", ["人员经费240万元", "防汛物资240万元"])
def test_a_member_behind_a_budget_is_no_sure_account(read, first, lead, aside):
    text = f"年初预算316万元{lead}{first}{aside}，会议费56万元{aside}，项目支出20万元。"
    assert _sure_accounts(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "年初预算466万元：基本支出70万元（38人），项目支出396万元。",
        "年初预算466万元，基本支出70万元，项目支出396万元。",
        "部门预算466万元，其中人员经费70万元（含社保9万元），项目支出396万元。",
    ],
)
def test_its_parts_are_budgeted(states, text):
    levels = [(value, stage) for _, measure, stage, value, _ in states(text) if measure == "level"]
    assert levels == [("466", INITIAL), ("70", INITIAL), ("396", INITIAL)]


@pytest.mark.parametrize(
    ("text", "spent"),
    [
        ("部门年初预算466万元，实际支出450万元，其中基本支出70万元，会议费9万元。", ["450", "70", "9"]),
        ("本年支出450万元，为年初预算466万元的96.57%，其中：会议费9万元。", ["450", "9"]),
        ("根据决算和预算，会议费9万元。", ["9"]),
        ("政府采购预算466万元，政府采购支出450万元，其中货物9万元。", ["450", "9"]),
        ("会议费年初预算12万元。全年会议费9万元。", ["9"]),
        (
            "年度预算466万元（包括年初预算、专项资金等），支出决算450万元。其中：基本支出70万元。",
            ["450", "70"],
        ),
    ],
)
def test_accounts_beside_a_budget_are_as_sure_as_before(read, text, spent):
    figures = [f for f in read(text).figures if f.measure == "level" and f.stage == "final_account"]
    assert [f.value for f in figures] == spent
    assert all(f.confidence >= Decimal("0.9") for f in figures)

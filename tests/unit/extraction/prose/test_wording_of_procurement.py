"""Goods, works and services that are named once for their plan and their result, and wholes that a sentence divides; invented figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
STATEMENT = "云岭县财政局2022年度政府采购情况说明\n\n"
INITIAL, FINAL = "initial_budget", "final_account"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "采购计划金额共计28万元，实际采购金额共计25万元，其中货物类采购项目3个，采购计划金额共计20万元，实际采购金额共计18万元；"
            "工程类采购项目2个，采购计划金额共计8万元，实际采购金额共计7万元。",
            [
                ("procurement_budget", INITIAL, "28"),
                ("procurement_actual", FINAL, "25"),
                ("procurement_goods", INITIAL, "20"),
                ("procurement_goods", FINAL, "18"),
                ("procurement_works", INITIAL, "8"),
                ("procurement_works", FINAL, "7"),
            ],
        ),
        (
            "服务类采购预算金额8万元，服务类实际采购规模7万元。",
            [("procurement_services", INITIAL, "8"), ("procurement_services", FINAL, "7")],
        ),
        (
            "货物类采购项目3个，采购计划金额20万元，服务采购预算2万元，实际采购金额22万元。",
            [
                ("procurement_goods", INITIAL, "20"),
                ("procurement_services", INITIAL, "2"),
                ("procurement_actual", FINAL, "22"),
            ],
        ),
        ("从项目层级来看，市级政府采购规模29万元，占采购总量的41%；区县级政府采购规模41万元。", []),
        ("按部门划分：局机关本年支出合计60万元，水管所本年支出合计35万元。", []),
        (
            "从支出结构看，本年支出合计95万元，其中基本支出80万元。",
            [("total_expenditure", FINAL, "95"), ("basic_expenditure", FINAL, "80")],
        ),
        ("政府采购规模70万元。", [("procurement_actual", FINAL, "70")]),
    ],
)
def test_whose_kind_and_what_part(text: str, expected: list[tuple[str, str, str]], states: States) -> None:
    found = [
        (concept, stage, value)
        for concept, measure, stage, value, _ in states(text, STATEMENT)
        if measure == "level"
    ]
    assert found == expected


def test_kinds_by_what_was_bought(states):
    text = "全年政府采购支出842.60万元。按标的分，工程480.00万元，货物142.60万元，服务220.00万元。"
    found = {state[0]: state[3] for state in states(text)}
    assert (found["procurement_works"], found["procurement_services"]) == ("480.00", "220.00")


def test_what_is_bought_beside_procurement_is_none_of_it(states):
    assert not {state[0] for state in states("培训费12万元，用于向社会采购服务8万元。")} & {
        "procurement_services"
    }
    assert "procurement_works" not in {
        state[0] for state in states("项目支出90万元。按对象分，工程50万元，其他40万元。")
    }

"""Wordings close to those of found pages, of which the amount is of another year or body, a change, or no amount; invented figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extraction.extract import extract

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
REPORT = "云岭县水务局2022年度部门整体支出绩效自评报告\n\n一、基本情况\n\n"


@pytest.mark.parametrize(
    "behind",
    [
        "均控制在上年预算4万元和5万元以内",
        "分别节约预算2万元和1万元",
        "分别调减预算2万元和1万元",
    ],
)
def test_amounts_in_turn_are_budgets_only_where_they_were_kept_to(behind: str, states: States) -> None:
    found = states(f"会议费支出2万元，培训费支出3万元，{behind}。", REPORT)
    assert [(concept, stage, value) for concept, _, stage, value, _ in found] == [
        ("meeting_expenditure", "final_account", "2"),
        ("training_expenditure", "final_account", "3"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "压减因公出国（境）费、公务用车购置及运行费、公务接待费9万元。",
            [("three_public_total", "change", "-9")],
        ),
        ("差旅费、会议费支出12万元。", []),
        ("办公费、水费及公务接待费12万元。", []),
        ("云溪景区全年实现收入3200万元。", []),
        ("我单位全年实现收入3200万元。", [("total_revenue", "level", "3200")]),
        ("办公设备资产在用率90%。", []),
        ("会议费支出12万元。", [("meeting_expenditure", "level", "12")]),
        ("总支出1000万元，旅游收入增长率12%。", [("total_expenditure", "level", "1000")]),
        ("三公经费9万元，目标增长率为0%。", [("three_public_total", "level", "9")]),
        (
            "三公经费9万元，较上年增长率为4%。",
            [("three_public_total", "level", "9"), ("three_public_total", "change_rate", "4")],
        ),
        (
            "项目支出320万元，水毁修复46万元（其中材料费20万元），占项目总投资的6%。",
            [("project_expenditure", "level", "320")],
        ),
        (
            "项目支出320万元（含上年结转20万元），占总支出的40%。",
            [("project_expenditure", "level", "320"), ("project_expenditure", "share", "40")],
        ),
    ],
)
def test_whose_an_amount_or_a_rate_is(
    text: str, expected: list[tuple[str, str, str]], states: States
) -> None:
    found = states(text, REPORT)
    assert [(c, measure, value) for c, measure, _, value, _ in found if "carry" not in c] == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("上年底实有人数62人，年底实有人数60人。", [2021, 2022]),
        ("上年支出为年初预算的92%，本年支出为年初预算的98%。", [2021, 2022]),
        ("2021年支出9万元，2022年支出10万元。其中：基本支出6万元，项目支出4万元。", [2021, 2022, 2022, 2022]),
        (
            "2022年末，我局2021年结转资金30万元已全部使用。其中：基本支出10万元，项目支出20万元。",
            [2021, 2022, 2022],
        ),
    ],
)
def test_of_which_year_it_is(text: str, years: list[int]) -> None:
    assert [one.fiscal_year for one in extract((REPORT + text).encode(), "报告.txt").figures] == years

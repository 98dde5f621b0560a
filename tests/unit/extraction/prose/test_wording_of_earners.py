"""Income and spending of others that go by the names of the department's; invented names and figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
BUREAU = "石桥县文化和旅游局2022年度部门整体支出绩效自评报告\n\n"
HOSPITAL = "石桥县人民医院2022年度单位整体支出绩效自评报告\n\n"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (BUREAU, "全年旅游总收入35亿元，接待游客5万人次。", []),
        (BUREAU, "景区实现总收入35万元，门票总收入3万元。", []),
        (BUREAU, "全县医院总收入62万元，医院医疗总收入60万元。", []),
        (BUREAU, "我局总收入35万元。", [("total_revenue", "35")]),
        (BUREAU, "2022年度部门总收入35万元。", [("total_revenue", "35")]),
        (BUREAU, "全年争取项目资金71万元，招商引资到位资金449万元，财政总收入91万元。", []),
        (BUREAU, "2022年实现财政总收入91万元。", []),
        (BUREAU, "2022年我局财政总收入91万元。", [("total_revenue", "91")]),
        (HOSPITAL, "2022年医院总收入62万元。", [("total_revenue", "62")]),
        (BUREAU, "公车支出总额6万元，差旅支出总额5万元。", []),
        (BUREAU, "2022年支出总额95万元。", [("total_expenditure", "95")]),
        (
            BUREAU,
            "因公出国（境）费、公务用车购置及运行费、公务接待费等“三公”经费支出共9万元。",
            [("three_public_total", "9")],
        ),
    ],
)
def test_whose_income_and_spending(
    title: str, text: str, expected: list[tuple[str, str]], states: States
) -> None:
    assert [(concept, value) for concept, _, _, value, _ in states(text, title)] == expected

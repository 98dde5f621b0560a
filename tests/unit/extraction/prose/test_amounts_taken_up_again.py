"""Amounts that a later clause takes up: behind a share, by a sign, by a short name, in a later year; invented names and figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import Stated, stated

PLAN, DONE = "initial_budget", "final_account"
TP, OT, OV, ORC = "three_public_total", "overseas_travel", "official_vehicle", "official_reception"
OVP, OVO, FC, ALL = (
    "official_vehicle_purchase",
    "official_vehicle_operation",
    "function_class_amount",
    "total_expenditure",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费占“三公”经费的71%，达93万元。", [(ORC, "share", DONE, "71"), (ORC, "level", DONE, "93")]),
        ("公务接待费占“三公”经费的71%，住宿93万元。", [(ORC, "share", DONE, "71")]),
        ("公务接待费3万元，较上年-1万元。", [(ORC, "level", DONE, "3"), (ORC, "change", DONE, "-1")]),
        ("公务接待费3万元，较上年+1万元。", [(ORC, "level", DONE, "3"), (ORC, "change", DONE, "1")]),
        ("公务接待费-1万元。", []),
        ("公务接待费3万元，比控制数少2万元。", [(ORC, "level", DONE, "3")]),
        ("在编职工17人，比编制数少1人。", [("staff_in_service", "level", None, "17")]),
        ("“三公”经费合计比年初预算少2万元。", [(TP, "change", DONE, "-2")]),
        ("2022年“三公”支出合计为9万元。", [(TP, "level", DONE, "9")]),
        ("“三公”经费支出6万元（其中接待2万元、公车运行4万元）。", [(TP, "level", DONE, "6"), (ORC, "level", DONE, "2"), (OVO, "level", DONE, "4")]),
        ("“三公”经费支出6万元（其中餐费2万元、住宿4万元）。", [(TP, "level", DONE, "6")]),
        ("因公出国费、公务用车购置费均与上年持平，分别为1万元、8万元。", [(OT, "level", DONE, "1"), (OVP, "level", DONE, "8")]),
        ("公务接待费3万元，较上年增加1万元，主要原因是机构合并。共46批次、312人次。", [(ORC, "level", DONE, "3"), (ORC, "change", DONE, "1"), ("reception_batches", "level", None, "46"), ("reception_persons", "level", None, "312")]),
        ("本年支出96万元。科学技术72万元，占75%；社会保障和就业24万元，占25%。", [(ALL, "level", DONE, "96"), (FC, "level", DONE, "72"), (FC, "share", DONE, "75"), (FC, "level", DONE, "24"), (FC, "share", DONE, "25")]),
        ("本年支出96万元。科学技术72万元，占75%。", [(ALL, "level", DONE, "96")]),
        ("2022年度部门支出决算为96万元，按支出功能分类科目：教育支出72万元；住房保障支出24万元。比上年增加6万元。", [(ALL, "level", DONE, "96"), (FC, "level", DONE, "72"), (FC, "level", DONE, "24"), (ALL, "change", DONE, "6")]),
        ("2021年公务接待费决算8万元，2022年预算5万元，下降9%。", [(ORC, "level", DONE, "8"), (ORC, "level", PLAN, "5"), (ORC, "change_rate", PLAN, "-9")]),
    ],
)  # fmt: skip
def test_what_is_taken_up(text: str, expected: list[Stated]) -> None:
    """Each figure of the wording, and no other."""
    assert stated(text) == expected


def test_a_page_that_measures_by_the_budget_gives_accounts() -> None:
    """支出合计53亿元，比预算数减少9亿元: what was spent, in a document of no known kind as well."""
    text = "中央单位2015年经费\n\n“三公”经费支出合计53亿元，比预算数减少9亿元；公务接待费5亿元，减少3亿元。"
    assert {stage for _, _, stage, _ in stated(text, "")} == {DONE}

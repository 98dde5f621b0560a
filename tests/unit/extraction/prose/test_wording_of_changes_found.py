"""Changes whose subject, year or stage the words around them only hint at; invented names and figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extraction.extract import extract

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
ACCOUNTS = "云岭县信访局2022年度部门决算情况说明\n\n"
#: A page without a title.
PAGE = "某区\n\n"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "公务接待费3万元，比上年减少1万元，差旅费减少2万元，印刷费比上年增加1万元。",
            [("official_reception", "-1")],
        ),
        ("“三公”经费支出9万元，其中公务接待费减少1万元、运行费减少2万元。", [("official_reception", "-1")]),
        ("基本支出9万元，奖金支出减少2万元。", []),
        ("公务接待费3万元，费用比上年减少1万元。", [("official_reception", "-1")]),
        ("“三公”经费支出9万元，该项经费比上年减少1万元。", [("three_public_total", "-1")]),
        (
            "“三公”经费支出9万元，比上年减少3万元，其中公务接待费减少1万元。比2020年预算减少2万元。",
            [("three_public_total", "-3"), ("official_reception", "-1"), ("three_public_total", "-2")],
        ),
        (
            "“三公”经费预算9万元，比2021年预算减少3万元，其中公务接待费减少1万元。比2021年执行数减少2万元。",
            [("three_public_total", "-3"), ("official_reception", "-1"), ("three_public_total", "-2")],
        ),
        (
            "其中：1、公务接待费2022年预算8万元，2021年预算12万元；对比减少4万元。",
            [("official_reception", "-4")],
        ),
    ],
)
def test_what_changed(text: str, changes: list[tuple[str, str]], states: States) -> None:
    found = [
        (concept, value) for concept, measure, _, value, _ in states(text, ACCOUNTS) if measure == "change"
    ]
    assert found == changes


def test_parts_are_not_of_the_year_that_their_whole_is_compared_with() -> None:
    text = "较2021年度“三公”经费合计16万元增加15万元。其中：公务接待费减少2万元。"
    figures = extract((ACCOUNTS + text).encode(), "页.txt").figures
    assert [(one.measure, one.fiscal_year) for one in figures] == [
        ("level", 2021),
        ("change", 2022),
        ("change", 2022),
    ]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("2022年“三公”经费预算为33万元。公务接待费4万元，严格执行八项规定。", "initial_budget"),
        ("2022年“三公”经费33万元，其中车辆购置安排6万元，公务接待费4万元。", "initial_budget"),
        ("2022年“三公”经费支出33万元，规范政府预算支出。公务接待费4万元。", "final_account"),
        ("2022年“三公”经费预算为33万元，决算30万元。公务接待费支出决算4万元。", "final_account"),
    ],
)
def test_a_page_that_gives_only_budgets_is_of_the_budget(text: str, stage: str, states: States) -> None:
    found = {concept: at for concept, _, at, _, _ in states(text, PAGE)}
    assert found["official_reception"] == stage


@pytest.mark.parametrize("text", ["一般公共预算本年支出95万元。", "政府性基金预算本年支出95万元。"])
def test_the_name_of_a_budget_is_no_stage(text: str, states: States) -> None:
    assert [stage for _, _, stage, _, _ in states(text, ACCOUNTS)] == ["final_account"]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("2022年“三公”经费决算数相较于上年增加6万元。", [("three_public_total", "6", 2022)]),
        ("会议费同期相比减少6万元。", [("meeting_expenditure", "-6", 2022)]),
        ("公务接待费比2021年减少（或增加）0万元。", [("official_reception", "0", 2022)]),
        ("公务接待费比2021年减少（或增加）2万元。", []),
        ("公务接待费6万元，较上年减少2万元，降幅达25%。", [("official_reception", "-2", 2022), ("official_reception", "-25", 2022)]),
        ("相对于2021年，公务接待费增加6万元。", [("official_reception", "6", 2022)]),
    ],
)  # fmt: skip
def test_words_for_a_comparison(text: str, changes: list[tuple[str, str, int]]) -> None:
    read = extract((ACCOUNTS + text).encode(), "t.txt")
    assert [(f.concept, f.value, f.fiscal_year) for f in read.figures if f.measure != "level"] == changes


def test_a_change_against_a_year_further_back_is_marked_and_of_the_year_reported() -> None:
    text = "与疫情前的2019年相比，“三公”经费支出减少6万元，下降41%。"
    read = extract((ACCOUNTS + text).encode(), "t.txt")
    found = [(f.value, f.fiscal_year, f.base_stage, f.note) for f in read.figures]
    note = "measured against a year further back"
    assert found == [("-6", 2022, None, note), ("-41", 2022, None, note)]


def test_a_part_of_a_whole_place_changed_where_no_department_reports() -> None:
    text = "2022年“三公”经费决算执行情况说明\n\n1、公务用车购置全区增加6万元，原因是车辆更新。"
    found = [(f.concept, f.value) for f in extract(text.encode(), "t.txt").figures]
    assert found == [("official_vehicle_purchase", "6")]
    assert not extract((ACCOUNTS + "公务用车购置全县增加6万元。").encode(), "t.txt").figures

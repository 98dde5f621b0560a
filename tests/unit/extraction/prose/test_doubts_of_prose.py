"""Figures of running text that are only likely: marked, so that no rule uses them; invented names and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.extract import extract
from extraction.model import Figure
from extraction.prose.sentence.doubts import (
    SEVERAL_YEARS,
    STAGE_DENIED,
    STAGE_GUESSED,
    STAGE_OF_KIND,
    YEAR_BLANKED,
    YEAR_GUESSED,
    confidence_of,
)

#: No title, and it speaks of budgets and of accounts.
PAGE = "某部门2021年预算数据和2021年决算数据公布。"


def figures(text: str) -> tuple[Figure, ...]:
    return extract(text.encode(), "页.txt").figures


def test_a_stage_that_a_page_of_no_kind_leaves_open_is_marked() -> None:
    (level,) = figures(f"{PAGE}\n2021年，某部“三公”经费财政拨款支出683万元。")
    assert (level.note, level.confidence) == (STAGE_GUESSED, Decimal("0.5"))


def test_a_stage_that_is_printed_is_not_marked() -> None:
    (level,) = figures(f"{PAGE}\n2021年，某部“三公”经费支出决算683万元。")
    assert (level.note, level.confidence) == (None, Decimal(1))


def test_a_statement_of_a_department_says_enough() -> None:
    (level,) = figures("石桥县档案局2021年三公经费情况说明\n\n根据决算和预算，“三公”经费支出6万元。")
    assert level.confidence >= Decimal("0.9")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("去年，某部“三公”经费决算682万元。", True),
        ("某部去年“三公”经费决算682万元。", True),
        ("去年公布。某部“三公”经费决算682万元，其中公务接待费决算81万元。", True),
        ("2020年某部“三公”经费决算682万元，比上年减少3万元。", False),
        ("某部“三公”经费决算682万元，与去年持平。", False),
        ("去年人员较多。2021年某部“三公”经费决算682万元。", False),
    ],
)
def test_last_year_is_uncertain_where_the_year_of_the_document_is(text: str, marked: bool) -> None:
    found = figures(f"某地2021年统计数据。\n{text}")
    assert found
    assert {figure.note == YEAR_GUESSED for figure in found} == {marked}


def test_last_year_in_a_report_with_a_year_is_certain() -> None:
    title = "石桥县档案局2021年度部门整体支出绩效自评报告"
    (level,) = figures(f"{title}\n\n去年“三公”经费决算6万元。")
    assert (level.fiscal_year, level.confidence) == (2020, Decimal(1))


def test_guesses_stay_below_what_rules_use() -> None:
    assert confidence_of(None) == Decimal(1)
    assert confidence_of(STAGE_OF_KIND) >= Decimal("0.9")
    assert confidence_of(STAGE_GUESSED) < Decimal("0.9")
    assert confidence_of(YEAR_GUESSED) < Decimal("0.9")


REPORT = "石桥县水利局2022年度部门整体支出绩效自评报告\n\n"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("2020年以来累计收到中央资金61万元。", SEVERAL_YEARS),
        ("2019—2022年共收到中央资金61万元。", SEVERAL_YEARS),
        ("“十三五”期间项目支出90万元。", SEVERAL_YEARS),
        ("2020年以来投入较大，2022年项目支出90万元。", None),
        ("2019-2021年已经完工。项目支出90万元。", None),
        ("20XX年基本支出90万元。", YEAR_BLANKED),
        ("20××年部门预算收入90万元。", YEAR_BLANKED),
        ("“三公”经费年初预算6万元，比年初预算数减少1万元。", STAGE_DENIED),
        ("“三公”经费年初预算6万元，支出5万元，比年初预算数减少1万元。", None),
        ("部门预算支出8237万元，比年初预算增加200万元。", None),
    ],
)
def test_words_that_leave_year_or_stage_open_mark_what_follows(text: str, note: str | None) -> None:
    found = figures(REPORT + text)
    assert found
    assert {figure.note for figure in found} == {note}
    assert all((figure.confidence < Decimal("0.9")) == (note is not None) for figure in found)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("其他收入3万元，为利息收入。较2020年度决算数增加1万元。", True),
        ("其他收入3万元，比上年决算数增加1万元。", True),
        ("其他收入3万元，比上年增加1万元。", False),
        ("其他收入3万元，为利息收入；较2020年度决算数增加1万元。", False),
    ],
)
def test_an_account_compared_with_tells_the_stage_on_a_page_of_no_kind(text: str, sure: bool) -> None:
    found = [f for f in figures(f"{PAGE}\n{text}") if f.concept == "other_revenue" and f.measure == "level"]
    assert [f.confidence >= Decimal("0.9") for f in found] == [sure]


REPORT = "石桥县档案局2022年度部门整体支出绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("2022年财政下达资金800万元，其中基本支出500万元，项目支出300万元。", []),
        ("2022年县财政拨付我局经费800万元，其中：人员经费500万元、公用经费300万元。", []),
        ("2022年人员经费调增20万元。", []),
        ("2022年公用经费核减2万元，人员经费追加1万元。", []),
        ("2022年人员经费支出500万元，较上年调增20万元。", ["500", "20"]),
        ("2022年支出资金800万元，其中基本支出500万元，项目支出300万元。", ["500", "300"]),
    ],
)
def test_what_was_given_or_added_need_not_have_been_spent(text: str, sure: list[str]) -> None:
    read = figures(REPORT + text)
    assert [figure.value for figure in read if figure.confidence >= Decimal("0.9")] == sure
    assert read

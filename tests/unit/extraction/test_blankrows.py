"""Tables with a row a line whose cells are parted by blanks alone."""

from __future__ import annotations

import pytest

FINAL, INITIAL = "final_account", "initial_budget"
TITLE = "羊楼司镇2022年“三公”经费预算情况表\n    单位:元\n"


def found(read, text: str, title: str = TITLE) -> set[tuple[str, str | None, int | None, str]]:
    return {(f.concept, f.stage, f.fiscal_year, f.value) for f in read(text, title).figures}


def test_as_many_values_as_headings(read):
    assert found(
        read,
        "项目 2021年执行数 2022年预算数\n一、支出合计 186500 210000\n1、因公出国(境)费用    \n2、公务接待费 68500 80000\n",
    ) == {
        ("three_public_total", FINAL, 2021, "186500"),
        ("three_public_total", INITIAL, 2022, "210000"),
        ("official_reception", FINAL, 2021, "68500"),
        ("official_reception", INITIAL, 2022, "80000"),
    }


def test_a_row_that_lost_a_value_is_left_out(read):
    text = "项目 2021年执行数 2022年预算数\n1、公务接待费   80000\n2、公务用车购置费 1 2\n3、公务用车运行维护费 3 4\n"
    assert "official_reception" not in {concept for concept, *_ in found(read, text)}


def test_income_beside_expenditure_with_row_numbers(read):
    text = (
        "收入支出决算总表\n单位：某局     2022年度     金额单位：元\n   收入            支出\n"
        "  项目        行次   决算数      项目     行次   决算数\n"
        "五、事业收入    5   128,000.00  一、外交支出      33\n"
        "六、经营收入    6               二、国防支出      34\n"
        "本年收入合计   27   130,000.00  本年支出合计      57   120,000.00\n"
        "总  计         31   131,000.00  总  计            62   131,000.00\n"
    )
    assert {(concept, value) for concept, _, _, value in found(read, text)} == {
        ("undertaking_revenue", "128000.00"),
        ("total_revenue", "130000.00"),
        ("total_expenditure", "120000.00"),
        ("total_resources", "131000.00"),
        ("total_uses", "131000.00"),
    }


@pytest.mark.parametrize(
    "prose", ["项目 支出 情况 如下。\n收入 12 34\n支出 12 34\n", "项目 名称 如下\n甲 乙 丙\n丁 戊 己\n"]
)
def test_prose_with_blanks_is_no_table(read, prose):
    assert not read(prose).figures

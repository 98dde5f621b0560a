"""Dates of pages and forms above a table are no years of its amounts."""

from __future__ import annotations

import pytest

_FORM = "项目资金(万元) 年初预算 调整预算数 全年支出数 权重 执行率 自评得分\n年度资金总额 31 31 30.5 10 98.39% 9.84\n"


@pytest.mark.parametrize(
    "day",
    [
        "发布时间:2023-05-22 16:35 信息来源:文旅局",
        "填报日期：2023年3月20日",
        "填表时间：2023年3月",
        "2023/3/20",
    ],
)
def test_the_day_of_a_page_is_no_year_of_a_form(read, day):
    found = read(f"古塔维护专项经费绩效自评表（2022年度）\n\n{day}\n项目名称 古塔维护专项经费\n{_FORM}")
    money = {figure.fiscal_year for figure in found.figures if figure.base_unit == "yuan"}
    assert money == {2022}


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("2021年会议费支出18万元。", (2022, "元")),
        ("2021年会议费支出18万元，详见下表。", (2021, "元")),
        ("2021年“三公”经费情况", (2021, "元")),
        ("2021年支出进度为98%。", (2022, "元")),
    ],
)
def test_a_sentence_above_a_table_says_nothing_of_it(read, above, told):
    text = f"单位：元\n{above}\n| 项目 | 预算数 | 决算数 |\n| 公务接待费 | 3200 | 2180 |\n"
    found = {(f.fiscal_year, f.unit) for f in read(text).figures if f.concept == "official_reception"}
    assert found == {told}

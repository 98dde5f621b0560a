"""Columns that look alike: two years side by side, years of a project beside this year, goals that no one has spent yet."""

from __future__ import annotations

from extraction.extract import extract
from extraction.flattened.blanks.firstcolumns import of_spending
from extraction.model import Cell, Span
from tests.unit.extraction.readers.test_merged_cells import page

BUDGET, FINAL = "initial_budget", "final_account"


def _read(*rows: str) -> set[tuple[str, str | None, int | None, str]]:
    figures = extract(page(*rows), "page.html").figures
    return {(f.concept, f.stage, f.fiscal_year, f.value) for f in figures if f.measure == "level"}


def test_each_year_stands_over_its_budget_and_its_accounts():
    rows = ["云岭县粮食局支出情况表（单位：万元）*5", "项目^2|2021年*2|2022年*2", "预算|决算|预算|决算"]
    assert _read(*rows, "基本支出|61|58|64|63", "项目支出|22|21|25|24") == {
        ("basic_expenditure", BUDGET, 2021, "61"),
        ("basic_expenditure", FINAL, 2021, "58"),
        ("basic_expenditure", BUDGET, 2022, "64"),
        ("basic_expenditure", FINAL, 2022, "63"),
        ("project_expenditure", BUDGET, 2021, "22"),
        ("project_expenditure", FINAL, 2021, "21"),
        ("project_expenditure", BUDGET, 2022, "25"),
        ("project_expenditure", FINAL, 2022, "24"),
    }


def test_columns_whose_headings_say_the_same_hold_nobodys_amounts():
    rows = ["云岭县粮食局2022年支出情况表（单位：万元）*5", "项目|预算|决算|预算|决算"]
    assert _read(*rows, "基本支出|61|58|64|63") == set()
    assert _read(*rows, "基本支出|61|58|61|58") == {
        ("basic_expenditure", BUDGET, 2022, "61"),
        ("basic_expenditure", FINAL, 2022, "58"),
    }


def test_the_two_halves_of_a_table_may_have_the_same_headings():
    rows = [
        "云岭县粮食局2022年部门收支预算总表（单位：万元）*4",
        "项目|预算数|项目|预算数",
        "事业收入|30|基本支出|25",
    ]
    assert _read(*rows) == {
        ("undertaking_revenue", BUDGET, 2022, "30"),
        ("basic_expenditure", BUDGET, 2022, "25"),
    }


def test_what_a_form_of_goals_asks_for_has_not_been_spent():
    rows = ["项目支出绩效目标申报表（2023年度）*3", "项目名称|库房修缮*2", "项目资金（万元）|年度资金总额|48"]
    assert ("project_item", BUDGET, 2023, "48") in _read(*rows)
    assert not any(stage == FINAL for _, stage, _, _ in _read(*rows))


def test_the_money_of_all_years_is_not_that_of_this_year():
    title = ["项目支出绩效目标表（2023年度）*5", "项目名称|库房修缮*4"]
    block = [
        "项目资金（万元）^2|资金总额|210|年度资金总额|48",
        "其中：财政拨款|200|其中：财政拨款|45",
    ]
    values = {value for _, _, _, value in _read(*title, *block)}
    assert values == {"48", "45"}


def test_a_group_of_items_is_not_the_name_of_one():
    rows = [
        "云岭县粮食局项目支出绩效自评表（2022年度）*6",
        "一级指标|二级指标|三级指标|指标值|分值|得分",
        "产出指标|数量指标|修缮库房数量|4座|10|9",
        "产出指标|质量指标|成本指标|修缮费用|48万元|10",
    ]
    read = extract(page(*rows), "page.html").indicators
    assert [item.level_3 for item in read] == ["修缮库房数量"]


def test_zeros_tell_the_first_columns_only_where_each_of_them_holds_amounts():
    heads = [
        Cell(text, Span(0, 0), 1, 1) for text in ("科目", "合计", "基本支出", "项目支出", "上缴上级支出")
    ]

    def told(*amounts: str) -> bool:
        rows = [[Cell(text, Span(0, 0), 2, 1) for text in ("教育支出", *row.split())] for row in amounts]
        return of_spending(heads, rows) is not None

    assert told("9.00 4.00 5.00", "4.00 4.00 0.00", "5.00 0.00 5.00")
    assert not told("9.00 9.00 0.00", "4.00 4.00 0.00", "5.00 5.00 0.00")


def test_posts_are_not_the_rest_of_a_table_of_budgets_and_accounts():
    table = page(
        "云岭县粮食局2022年“三公”经费决算表（单位：万元）*4",
        "项目|年初预算数|调整预算数|决算数",
        "公务接待费|3|2.5|2",
    )
    second = page("编制人数|30|28|27").split(b"<table>")[1]
    figures = extract(table.replace(b"</body>", b"<table>" + second, 1), "page.html").figures
    assert {f.concept for f in figures} == {"official_reception"}

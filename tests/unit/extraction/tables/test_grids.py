"""Figures of tables: bound by column heading and row label, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"


def table(*rows):
    return "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n"


def test_stages_in_columns_concepts_in_rows(states):
    text = "单位：万元\n" + table(
        ("项目", "年初预算数", "决算数"), ("基本支出", "80.00", "78.25"), ("项目支出", "20.00", "19.50")
    )
    assert states(text) == [
        ("basic_expenditure", "level", BUDGET, "80.00", "万元"),
        ("basic_expenditure", "level", FINAL, "78.25", "万元"),
        ("project_expenditure", "level", BUDGET, "20.00", "万元"),
        ("project_expenditure", "level", FINAL, "19.50", "万元"),
    ]


def test_concepts_in_columns_bodies_in_rows(read):
    text = "支出情况（万元）\n" + table(
        ("机构名称", "本年支出", "基本支出"),
        ("局机关及二级机构汇总", "30.00", "20.00"),
        ("局机关", "18.00", "12.00"),
        ("二级机构1", "12.00", "8.00"),
    )
    found = read(text).figures
    assert [(f.concept, f.value, f.org_scope) for f in found] == [
        ("total_expenditure", "30.00", "department"),
        ("basic_expenditure", "20.00", "department"),
        ("total_expenditure", "18.00", "headquarters"),
        ("basic_expenditure", "12.00", "headquarters"),
        ("total_expenditure", "12.00", "subordinate"),
        ("basic_expenditure", "8.00", "subordinate"),
    ]


@pytest.mark.parametrize("blank", ["", "-", "—", "/", "　"])
def test_blank_is_not_zero(states, blank):
    text = "单位：万元\n" + table(("项目", "年初预算数", "决算数"), ("公务接待费", blank, "1.20"))
    assert states(text) == [("official_reception", "level", FINAL, "1.20", "万元")]


def test_zero_is_zero(states):
    text = "单位：万元\n" + table(("项目", "决算数"), ("公务接待费", "0"))
    assert states(text) == [("official_reception", "level", FINAL, "0", "万元")]


@pytest.mark.parametrize(
    ("caption", "unit", "base"),
    [("单位：元", "元", "125"), ("单位：万元", "万元", "1250000"), ("金额单位：亿元", "亿元", "12500000000")],
)
def test_the_unit_comes_from_the_caption(read, caption, unit, base):
    (figure,) = read(caption + "\n" + table(("项目", "决算数"), ("基本支出", "125"))).figures
    assert (figure.unit, figure.value_base) == (unit, Decimal(base))


def test_a_unit_taken_from_another_table_says_so(read):
    text = (
        "单位：万元\n"
        + table(("项目", "决算数"), ("基本支出", "125"))
        + "\n另一张表的说明文字如下所示，供参考。\n\n"
        + table(("项目", "决算数"), ("项目支出", "60"))
    )
    first, second = read(text).figures
    assert (first.confidence, first.note) == (Decimal(1), None)
    assert second.confidence < 1
    assert second.note


def test_a_caption_speaks_for_its_table_alone(states):
    text = (
        "2021年（单位：万元）\n"
        + table(("项目", "决算数"), ("基本支出", "5"))
        + "\n正文一段说明。\n\n"
        + table(("项目", "年初预算数"), ("基本支出", "6"))
    )
    assert [state[2] for state in states(text)] == [FINAL, BUDGET]


def test_a_row_whose_columns_cannot_be_known_is_not_read(states):
    text = "单位：万元\n" + table(("项目", "年初预算数", "决算数")) + table(("基本支出", "1", "2", "3"))
    assert states(text) == []


def test_columns_of_rates_are_not_amounts(states):
    text = "单位：万元\n" + table(("项目", "年初预算数", "执行率"), ("基本支出", "80.00", "97.5"))
    assert states(text) == [("basic_expenditure", "level", BUDGET, "80.00", "万元")]


def test_total_rows_below_a_caption_on_one_concept_are_that_concept(states):
    text = "“三公”经费情况（单位：万元）\n" + table(
        ("项目", "年初预算数", "决算数"), ("公务接待费", "2", "1.5"), ("合计", "6", "4.5")
    )
    assert ("three_public_total", "level", FINAL, "4.5", "万元") in states(text)


def test_rows_that_number_the_columns_are_no_figures(states):
    text = "单位：万元\n" + table(
        ("项目", "年初预算数", "决算数"), ("栏次", "1", "2"), ("基本支出", "80", "78")
    )
    assert [state[3] for state in states(text)] == ["80", "78"]
    text = "单位：万元\n" + table(("基本支出", "项目支出"), ("1", "2"), ("80", "20"))
    assert [state[3] for state in states(text)] == ["80", "20"]


def test_persons_need_no_unit(states):
    assert states(table(("编制数", "实有人数"), ("31", "25")))[0] == (
        "staff_quota",
        "level",
        None,
        "31",
        "人",
    )


def test_a_grade_beside_its_label(states):
    assert states(table(("评价等级", "优"), ("备注", "无"))) == [("grade", "level", None, "优", "")]


def test_every_figure_stands_in_its_cell(read):
    text = "单位：万元\n" + table(("项目", "年初预算数", "决算数"), ("基本支出", " 80.00", "78.25 "))
    first, second = read(text).figures
    assert (first.locator.row, first.locator.column, first.locator.table) == (2, 2, 1)
    assert second.printed == second.quote == "78.25"
    assert first.source_kind == "table"


def test_class_amounts_of_tables_carry_code_and_scope(read):
    text = "单位：万元\n" + table(
        ("功能分类", "合计", "基本支出", "项目支出"), ("农林水支出", "90", "60", "30")
    )
    found = [(f.concept, f.function_code, f.expenditure_scope, f.value) for f in read(text).figures]
    assert ("function_class_amount", "213", "basic", "60") in found
    assert ("function_class_amount", "213", "project", "30") in found


def test_a_column_of_last_year_is_last_year(read):
    text = "单位：万元\n" + table(("项目", "上年决算数", "本年决算数"), ("基本支出", "80", "78"))
    found = [(figure.fiscal_year, figure.value) for figure in read(text).figures]
    assert found in ([(2021, "80"), (2022, "78")], [(2022, "78")])


def test_a_column_of_one_kind_of_funds_is_no_budget_stage(read):
    text = "单位：万元\n" + table(
        ("项目", "合计", "一般公共预算", "政府性基金"), ("基本支出", "80", "70", "10")
    )
    first, *others = read(text).figures
    assert (first.value, first.stage, first.fund_scope) == ("80", FINAL, None)
    assert all(figure.stage == FINAL and figure.fund_scope for figure in others)


def test_a_column_of_one_month_is_not_the_year(states):
    assert states("单位：万元\n" + table(("项目", "1月", "2月"), ("基本支出", "8", "7"))) == []


def test_what_a_list_of_projects_spent_is_project_expenditure(states):
    rows = (("序号", "项目名称", "预算数", "支出数"), ("1", "渠道清淤", "20", "19"), ("合计", "", "20", "19"))
    found = states("二、项目支出明细表（单位：万元）\n" + table(*rows))
    assert [(state[0], state[2], state[3]) for state in found] == [
        ("project_item", BUDGET, "20"),
        ("project_item", FINAL, "19"),
        ("project_expenditure", BUDGET, "20"),
        ("project_expenditure", FINAL, "19"),
    ]


def test_a_rate_of_a_line_is_not_that_of_the_department(read):
    text = "单位：万元\n" + table(
        ("项目", "年初预算", "调整预算", "决算", "预算完成率"),
        ("基本支出", "320", "350", "343", "98%"),
        ("项目支出", "500", "500", "480", "96%"),  # of either budget
        ("合计", "820", "850", "823", "96.82%"),
    )
    rates = [(f.concept, f.measure, f.base_stage, f.value) for f in read(text).figures if f.unit == "%"]
    assert rates == [
        ("basic_expenditure", "completion_rate", "adjusted_budget", "98"),
        ("budget_completion_rate", "level", None, "96.82"),
    ]


def test_the_funds_block_by_nature_of_spending(read):
    text = "单位：万元\n" + table(
        ("预算支出总额", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"),
        ("年度总金额", "1000", "1200", "1150", "95.83%", "9.58"),
        ("其中：财政拨款", "950", "1100", "1060", "96.36%", ""),
        ("按支出性质分：其中：基本支出", "400", "420", "415", "", ""),
        ("项目支出", "600", "780", "735", "", ""),
    )
    extraction = read(text)
    final = {(f.concept, f.fund_scope): f.value for f in extraction.figures if f.stage == FINAL}
    assert final == {
        ("total_expenditure", None): "1150",
        ("budget_execution_score_line", "total"): "1150",
        ("budget_execution_score_line", "current_appropriation"): "1060",
        ("basic_expenditure", None): "415",
        ("project_expenditure", None): "735",
    }
    assert [(row.row_kind, row.score) for row in extraction.indicators] == [("execution", "9.58")]


def test_the_table_of_basic_data_on_persons_and_expenses(read):
    text = "单位：万元\n" + table(
        ("财政供养人员情况（人）", "编制数", "2022年实际在职人数", "控制率"),
        ("", "136", "129", "94.85%"),
        ("经费控制情况", "2021年决算数", "2022年预算数", "2022年决算数"),
        ("1、公务用车购置和维护经费", "36.4", "39", "33.95"),
        ("其中：公车购置", "0", "0", "0"),
        ("公车运行维护", "36.4", "39", "33.95"),
        ("2、出国经费", "0", "0", "0"),
        ("政府采购金额", "——", "1860", "1832.46"),
    )
    found = {(f.concept, f.stage, f.fiscal_year): f.value for f in read(text).figures}
    assert found["staff_control_rate", None, 2022] == "94.85"
    assert found["official_vehicle_operation", FINAL, 2021] == "36.4"
    assert found["official_vehicle_purchase", BUDGET, 2022] == "0"
    assert found["overseas_travel", FINAL, 2022] == "0"
    assert found["procurement_budget", BUDGET, 2022] == "1860"
    assert found["procurement_actual", FINAL, 2022] == "1832.46"


@pytest.mark.parametrize(
    ("project", "stage"), [("933.32", FINAL), ("998.14", ADJUSTED), ("421.07", BUDGET), ("900", None)]
)
def test_cells_by_nature_are_of_the_stage_whose_total_they_add_up_to(states, project, stage):
    text = "单位：万元\n" + table(
        ("年度预算申请", "", "年初预算数", "全年预算数", "全年执行数"),
        ("", "年度资金总额", "1286.35", "1863.42", "1798.6"),
        ("", "按收入性质分：", "按支出性质分：", "", ""),
        ("", "其中：一般公共预算：1763.42", "其中：基本支出：865.28", "", ""),
        ("", "政府性基金拨款：100", f"项目支出：{project}", "", ""),
    )
    found = [state for state in states(text) if state[0] in {"basic_expenditure", "project_expenditure"}]
    assert [(state[2], state[3]) for state in found] == (
        [(stage, "865.28"), (stage, project)] if stage else []
    )


@pytest.mark.parametrize("total", ["2712.23", "2712.24"])
def test_a_row_that_adds_up_both_kinds_of_spending_is_the_total(read, total):
    text = "单位：万元\n" + table(
        ("项目", "年初预算", "决算数", "执行率"),
        ("一、基本支出", "486.2", "510.88", "99.71%"),
        ("其中：人员经费", "446.2", "469.9", "99.80%"),
        ("二、项目支出", "1260", "2201.35", "92.24%"),
        ("合计", "1746.2", total, "93.56%"),
    )
    found = {(f.concept, f.stage): f.value for f in read(text).figures}
    sums = {key[0] for key in found} & {"total_expenditure", "budget_execution_rate"}
    assert sums == ({"total_expenditure", "budget_execution_rate"} if total == "2712.23" else set())


def test_a_line_below_spending_is_of_that_line(states):
    text = "单位：万元\n" + table(
        ("项目", "决算支出"), ("基本支出", "510"), ("人员经费", "469"), ("合计", "510")
    )
    assert [(state[0], state[3]) for state in states(text)] == [
        ("basic_expenditure", "510"),
        ("personnel_expenditure", "469"),
        ("total_expenditure", "510"),
    ]

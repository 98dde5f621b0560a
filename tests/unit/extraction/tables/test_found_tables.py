"""Tables in the shapes in which offices put them on pages: cells closed by bars, lost subtotals, changes beside amounts, counts."""

from __future__ import annotations

BUDGET, FINAL = "initial_budget", "final_account"
STATEMENT = "岚溪县粮食局2021年“三公”经费预算情况说明\n\n"


def _levels(read, text, title=STATEMENT):
    return {(f.concept, f.stage, f.value) for f in read(text, title).figures if f.measure == "level"}


def test_each_cell_is_closed_by_a_bar_on_the_next_line(read):
    cells = ["项 目", "预 算 数", "合 计", "4.10", "因公出国（境）费", "", "公务接待费", "4.10"]
    cells += ["公务用车购置及运行费", "", "其中：公务用车运行费", "", "公务用车购置费", ""]
    closed = "".join(f"{cell}\n|\n" if cell else "|\n" for cell in cells)
    assert _levels(read, f"“三公”经费支出预算表\n单位：万元\n{closed}以上为全部开支。\n") == {
        ("three_public_total", BUDGET, "4.10"),
        ("official_reception", BUDGET, "4.10"),
    }


def test_a_subtotal_left_empty_is_told_by_the_sum_of_all_others(read):
    table = "“三公”经费预算汇总情况表 |\n|||||||\n|\n|\n单位:万元 |\n||\n合计 |\n因公出国 |\n公务用车购置及运行维护 |\n|||||\n小计 |\n公务用车购置 |\n公车运行及维护 | 公务接待费 | ||||\n"
    assert _levels(read, table + "310 |\n12 |\n48 |\n170 |\n80 |\n") == {
        ("three_public_total", BUDGET, "310"),
        ("overseas_travel", BUDGET, "12"),
        ("official_vehicle_purchase", BUDGET, "48"),
        ("official_vehicle_operation", BUDGET, "170"),
        ("official_reception", BUDGET, "80"),
    }
    assert _levels(read, table + "310 |\n12 |\n48 |\n170 |\n81 |\n") == set()


def test_a_value_that_lost_its_row_is_nobodys(read):
    table = "| 单位:万元 |||\n| 公车运行及维护 | 公务接待费 | ||\n| 310 |||\n| 12 |||\n| 合计 | 5 | ||\n"
    assert {value for _, _, value in _levels(read, table)}.isdisjoint({"310", "12"})


def test_changes_below_one_heading_are_of_the_year_itself(read):
    text = """“三公”经费预算情况表
单位:万元
项目 本年年初预算数 上年年初预算数 本年预算比上年增减情况
增减额 增减幅度
合计 21.5 26 -4.5 -17.31%
1.公务接待费 3.5 8 -4.5 -56.25%
2.公务用车购置及运行 18 18 0 0.00%
"""
    figures = {(f.concept, f.measure, f.fiscal_year, f.value) for f in read(text, STATEMENT).figures}
    assert ("three_public_total", "level", 2020, "26") in figures
    assert ("three_public_total", "change", 2021, "-4.5") in figures
    assert ("official_reception", "change_rate", 2021, "-56.25") in figures
    assert ("official_vehicle", "level", 2021, "18") in figures


def test_how_many_were_bought_is_no_amount_and_decreases_have_no_sign(read):
    rows = [
        "经费项目",
        "2021年度支出（万元）",
        "支出减少情况（万元）",
        "支出减少率",
        "公务接待费",
        "6.2",
        "1.3",
        "17.3%",
    ]
    rows += ["公务用车购置费", "19.8", "-", "-", "总“三公”经费支出", "26", "-", "-"]
    counts = [
        "使用项目",
        "2021年度数量",
        "公务用车购置数",
        "2",
        "公务用车保有量",
        "7",
        "国内公务接待批次",
        "31",
    ]
    text = "\n\n".join(rows) + "\n\n“三公”经费使用情况\n\n" + "\n\n".join(counts) + "\n\n以上为全部情况。\n"
    figures = read(text, "岚溪县2021年“三公”经费决算情况\n\n").figures
    assert {(f.concept, f.measure, f.value) for f in figures} == {
        ("official_reception", "level", "6.2"),
        ("official_vehicle_purchase", "level", "19.8"),
        ("three_public_total", "level", "26"),
        ("vehicle_stock", "level", "7"),
        ("reception_batches", "level", "31"),
    }


ACCOUNTS = "岚溪县临江街道办事处2024年度部门决算\n\n"
SPENDING = """支出决算表
单位：万元
项目
对附属单位补
本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
功能分类
助支出
科目名称
科目编码
合计 8,320.15 5,102.40 3,217.74
201 一般公共服务支出 210.15 {zero} 210.15
20106 财政事务 60.15 {zero} 60.15
208 社会保障和就业支出 1,310.00 1,102.40 207.59
212 城乡社区支出 6,800.00 4,000.00 2,800.00
注：本表反映部门本年度各项支出情况。
"""


def test_the_first_columns_of_spending_are_known_where_zeros_are_printed(read):
    got = _levels(read, SPENDING.format(zero="0.00"), ACCOUNTS)
    assert ("basic_expenditure", FINAL, "5102.40") in got
    assert ("project_expenditure", FINAL, "3217.74") in got
    assert ("function_class_amount", FINAL, "1102.40") in got
    blank = _levels(read, SPENDING.format(zero=""), ACCOUNTS)
    assert ("total_expenditure", FINAL, "8320.15") in blank
    assert {concept for concept, *_ in blank}.isdisjoint({"basic_expenditure", "project_expenditure"})


def test_a_name_broken_above_its_code_is_no_piece_of_a_heading(read):
    text = """一般公共预算财政拨款支出决算表
单位：万元
项目
合计 基本支出 项目支出
功能分类
科目名称
科目编码
一般公共服务
201 210.15 210.15
支出
20106 财政事务 60.15 60.15
212 城乡社区支出 6,700.00 4,000.00 2,700.00
合计 8,220.15 5,102.40 3,117.75
注：本表反映部门本年度一般公共预算财政拨款支出情况。
"""
    got = _levels(read, text, ACCOUNTS)
    assert {("basic_expenditure", FINAL, "5102.40"), ("project_expenditure", FINAL, "3117.75")} <= got


def test_two_sums_on_the_last_line_of_a_table(read):
    text = "一般公共预算财政拨款基本支出决算表\n单位：万元\n310 资本性支出 4.20\n31003 专用设备购置 4.20\n人员经费合计 812.40 公用经费合计 96.15\n"
    assert _levels(read, text, ACCOUNTS) == {
        ("economic_class_amount", FINAL, "4.20"),
        ("personnel_expenditure", FINAL, "812.40"),
        ("public_expenditure", FINAL, "96.15"),
    }


def test_two_sums_on_a_line_whose_classes_were_lost(read):
    text = "一般公共预算财政拨款基本支出决算表\n单位：万元\n人员经费 公用经费\n人员经费合计 723.18 公用经费合计 81.02\n"
    assert _levels(read, text, ACCOUNTS) == {
        ("personnel_expenditure", FINAL, "723.18"),
        ("public_expenditure", FINAL, "81.02"),
    }


def test_the_total_over_budgets_and_accounts_is_of_what_the_title_names(read):
    head = "合计 | | 因公出国（境）费 | | 公务用车购置及运行维护费 | | | | | | 公务接待费 | |"
    below = "| | | | 小计 | | 公务用车购置费 | | 公务用车运行维护费 | | | |"
    values = "9.40 | 7.15 | | | 8.60 | 6.90 | | | 8.60 | 6.90 | 0.80 | 0.25 |"
    table = "\n".join(["单位：万元", head, below, " | ".join(["预算数", "决算数"] * 6) + " |", values])
    found = _levels(read, f"财政拨款“三公”经费支出决算表\n{table}\n", "岚溪县粮食局2021年度部门决算\n\n")
    assert {("three_public_total", BUDGET, "9.40"), ("three_public_total", FINAL, "7.15")} <= found
    assert ("official_vehicle", FINAL, "6.90") in found


def test_purchase_and_running_stand_below_the_vehicles_of_a_copied_table(read):
    rows = [
        "单位：万元",
        "“三公”经费预算数 | | | | | | 机关运行经费预算数 |",
        "合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | | | |",
        "| | | 小计 | 购置费 | 运行费 | |",
        "5.30 | 0.00 | 1.10 | 4.20 | 0.00 | 4.20 | 31.86 |",
    ]
    table = "\n".join(rows)
    found = _levels(read, f"“三公”经费和机关运行经费预算表\n{table}\n")
    assert {
        ("official_vehicle_purchase", BUDGET, "0.00"),
        ("official_vehicle_operation", BUDGET, "4.20"),
    } <= found

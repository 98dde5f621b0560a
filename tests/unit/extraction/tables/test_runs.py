"""Tables of the national forms that run on: cut at their row labels, read where their sums prove them, else left out."""

from __future__ import annotations

import re

from extraction.runs.wholelines import with_whole_lines
from extraction.text.normalise import folded

FINAL, BUDGET = "final_account", "initial_budget"
ACCOUNTS = "沙坪坳县档案馆2022年度部门决算\n\n"
BUDGETS = "沙坪坳县档案馆2024年部门预算\n\n"
SIDES = (
    "部门收支总表 单位：万元 收入 支出 项目 本年预算数 项目 本年预算数 一、财政拨款收入 512.40 一、一般公共服务支出 430.15 "
    "1.一般公共预算 500.40 二、外交支出 2.政府性基金预算 12.00 三、社会保障和就业支出 70.25 二、事业收入 四、城乡社区支出 12.00 "
    "收入总计 512.40 支出总计 512.40 {columns}"
)
CLASSES = (
    "支出总表 单位：元 项目 科目编码 科目名称 合计 基本支出 项目支出 201 一般公共服务支出 4,301,500 3,001,500 1,300,000 "
    "20126档案事务 4,301,500 3,001,500 1,300,000 208 社会保障和就业支出 702,500 702,500 合计 5,004,000 3,704,000 1,300,000"
)


def _amounts(states, text):
    return {(concept, stage, value) for concept, _, stage, value, _ in states(text, "")}


def test_several_tables_on_one_line(states):
    text = BUDGETS + SIDES.format(columns="") + " " + CLASSES
    assert _amounts(states, text) >= {
        ("fiscal_appropriation_revenue", BUDGET, "512.40"),
        ("general_public_budget_appropriation", BUDGET, "500.40"),
        ("government_fund_appropriation", BUDGET, "12.00"),
        ("function_class_amount", BUDGET, "70.25"),
        ("total_resources", BUDGET, "512.40"),
        ("total_uses", BUDGET, "512.40"),
        ("function_class_amount", BUDGET, "702500"),
        ("total_expenditure", BUDGET, "5004000"),
        ("basic_expenditure", BUDGET, "3704000"),
        ("project_expenditure", BUDGET, "1300000"),
    }


def test_a_half_whose_parts_do_not_come_out_is_left_out(states):
    found = _amounts(states, BUDGETS + SIDES.format(columns="").replace("430.15", "340.15"))
    assert ("general_public_budget_appropriation", BUDGET, "500.40") in found
    assert "function_class_amount" not in {concept for concept, *_ in found}


def test_nothing_where_the_halves_do_not_balance(states):
    text = BUDGETS + SIDES.format(columns="").replace("支出总计 512.40", "支出总计 513.40")
    assert {concept for concept, *_ in _amounts(states, text)}.isdisjoint(
        {"total_uses", "government_fund_appropriation"}
    )


def test_amounts_behind_all_labels_are_nobodys(states):
    text = (
        "收入支出决算总表 单位：万元 项目 决算数 项目 决算数 一、一般公共预算财政拨款收入 一、一般公共服务支出 二、事业收入 二、外交支出 "
        "三、其他收入 三、其他支出 300.20 本年收入合计 300.20 本年支出合计 300.20 总计 300.20 总计 300.20"
    )
    found = _amounts(states, ACCOUNTS + text)
    assert {concept for concept, *_ in found}.isdisjoint({"other_revenue", "function_class_amount"})


def test_an_amount_below_a_heading_of_another_page_is_of_no_class(states):
    """六、科学技术支出 2020年预算数 12.00: the amount is of a row of the other half."""
    text = SIDES.format(columns="").replace("一般公共服务支出 430.15", "一般公共服务支出 2024年预算数 430.15")
    found = _amounts(states, BUDGETS + text)
    assert ("function_class_amount", BUDGET, "70.25") in found
    assert ("function_class_amount", BUDGET, "430.15") not in found


def test_numbers_of_rows_and_of_columns_are_no_amounts(states):
    text = (
        "财政拨款收入支出决算总表 公开04表 单位：万元 收入 支出 项目 行次 金额 项目 行次 合计 一般公共预算财政拨款 政府性基金预算财政拨款 "
        "栏次 1 栏次 2 3 4 一、一般公共预算财政拨款 1 80.30 一、一般公共服务支出 33 70.30 70.30 二、政府性基金预算财政拨款 2 9.70 二、外交支出 34 "
        "3 八、社会保障和就业支出 40 10.00 10.00 4 十一、城乡社区支出 43 9.70 9.70 本年收入合计 27 90.00 本年支出合计 59 90.00 80.30 9.70 "
        "总计 32 90.00 总计 64 90.00 80.30 9.70"
    )
    found = _amounts(states, ACCOUNTS + text)
    assert found >= {
        ("general_public_budget_appropriation", FINAL, "80.30"),
        ("government_fund_appropriation", FINAL, "9.70"),
        ("function_class_amount", FINAL, "10.00"),
        ("total_expenditure", FINAL, "90.00"),
    }
    assert not {value for _, _, value in found} & {"1", "27", "33", "59", "2"}


def test_amounts_of_two_years_are_nobodys(states):
    text = (
        "支出预算表 单位：万元 科目编码 科目名称 2023年预算数 2024年预算数 小计 基本支出 项目支出 小计 基本支出 项目支出 "
        "支出合计 90.00 60.00 30.00 95.00 65.00 30.00 201 一般公共服务支出 80.00 50.00 30.00 85.00 55.00 30.00 "
        "208 社会保障和就业支出 10.00 10.00 0.00 10.00 10.00 0.00"
    )
    assert not _amounts(states, BUDGETS + text)


def test_expenses_with_a_row_each_run_on(states):
    text = (
        "“三公”经费财政拨款支出决算表 单位：万元 项目 年初预算数 决算数 合计 9.50 6.20 1.因公出国（境）费 0.00 0.00 2.公务接待费 3.50 1.20 "
        "3.公务用车购置及运行费 6.00 5.00 其中：公务用车购置费 0.00 0.00 公务用车运行费 6.00 5.00"
    )
    found = _amounts(states, ACCOUNTS + text)
    assert {("three_public_total", BUDGET, "9.50"), ("official_reception", FINAL, "1.20")} <= found


def test_economic_classes_of_two_halves(states):
    text = (
        "一般公共预算财政拨款基本支出决算表 单位：万元 科目编码 科目名称 决算数 科目编码 科目名称 决算数 301 工资福利支出 60.10 302 商品和服务支出 12.20 "
        "30101 基本工资 20.00 30201 办公费 2.00 303 对个人和家庭的补助 4.00 30202 印刷费 1.00 30302 退休费 310 资本性支出 1.70 "
        "人员经费合计 64.10 公用经费合计 13.90"
    )
    assert _amounts(states, ACCOUNTS + text) >= {
        ("economic_class_amount", FINAL, "60.10"),
        ("economic_class_amount", FINAL, "1.70"),
        ("personnel_expenditure", FINAL, "64.10"),
        ("public_expenditure", FINAL, "13.90"),
    }


def _broken(text, width):
    lines = [""]
    for piece in re.findall(r"[\d.,]+|.", text):
        if len(lines[-1]) + len(piece) > width:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def test_lines_that_break_at_a_margin_are_one(states):
    text = SIDES.format(columns="")
    assert _amounts(states, BUDGETS + _broken(text, 33)) == _amounts(states, BUDGETS + text)


def test_two_headings_with_a_line_end_between_them_stay_two():
    lines = (
        "项目名称 年初预算数 全年预算数 全年执行数 分值 执行率\n"
        "得分 年度资金总额 118.50 104.20 98.40 94.43\n"
        "10.00 9.44 其中：财政拨款 118.50 104.20 本年财\n"
        "政拨款 118.50 104.20 98.40\n"
    )
    whole = with_whole_lines(lines)
    assert "执行率 得分" in whole
    assert "本年财\u200b政拨款 118.50" in whole
    assert len(whole) == len(lines)


def test_rows_on_lines_of_one_length_stay_rows():
    rows = "20126 档案事务支出 1234.50 1000.00 234.50\n20805 养老保险支出 1100.50 1000.00 100.50\n21011 医疗保障支出 1200.50 1000.00 200.50\n"
    assert with_whole_lines(rows) == rows


def test_last_syllable_that_a_narrow_column_broke_off_belongs_to_its_heading() -> None:
    lines = "经费情况\n2020年决算\n数\n2021年预算\n数\n三公经费\n7.3\n6\n"
    whole = with_whole_lines(lines)
    assert len(whole) == len(lines)
    assert folded(whole) == folded(lines)
    assert [folded(line) for line in whole.split("\n")][1:3] == ["2020年决算数", "2021年预算数"]


def test_headings_that_stand_upright_are_no_broken_off_syllables() -> None:
    upright = "产出指标\n数\n量\n指\n标\n培训期数\n6\n"
    assert with_whole_lines(upright) == upright

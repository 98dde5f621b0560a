"""Tables of accounts with a cell a line: rows begin at labels and codes, and are read where their sums come out."""

from __future__ import annotations

from tests.unit.extraction.tables.test_account_lines import BY_CLASS, INCOME_AND_SPENDING, SPENDING

FINAL, BUDGET = "final_account", "initial_budget"
TITLE = "石门县林业局2024年部门预算\n\n"
FINAL_TITLE = "石门县林业局2023年度部门决算\n\n"


def cells(table: str) -> str:
    """Every word on a line of its own, with empty lines between them."""
    return "\n\n".join(table.split())


def amounts(states, text, title):
    return {(concept, stage, value) for concept, _, stage, value, _ in states(text, title)}


def test_rows_of_classes_that_fill_all_columns(states):
    """The codes of a class and of its items, each part on its own line, are no amounts."""
    assert amounts(states, cells(BY_CLASS), TITLE) == amounts(states, BY_CLASS, TITLE)


def test_only_the_whole_where_cells_are_gone(states):
    found = amounts(states, cells(SPENDING), FINAL_TITLE)
    assert found >= {
        ("total_expenditure", FINAL, "2150.20"),
        ("function_class_amount", FINAL, "160.40"),
        ("function_class_amount", FINAL, "1628.65"),
    }
    natures = {("basic_expenditure", FINAL, "900.70"), ("project_expenditure", FINAL, "1249.50")}
    assert {state for state in found if state[0] != "function_class_amount"} == {
        ("total_expenditure", FINAL, "2150.20"),
        *natures,
    }


def test_both_sides_where_their_totals_come_out(states):
    assert amounts(states, cells(INCOME_AND_SPENDING), FINAL_TITLE) == amounts(
        states, INCOME_AND_SPENDING, FINAL_TITLE
    )


def test_row_numbers_beside_both_sides(states):
    text = "收入支出决算总表\n金额单位：万元\n收入\n支出\n项目\n行次\n金额\n项目\n行次\n金额\n栏次\n1\n栏次\n2\n" + cells(
        "一、一般公共预算财政拨款收入 1 96.40 一、一般公共服务支出 31 70.10 二、政府性基金预算财政拨款收入 2 二、外交支出 32"
        " 八、其他收入 8 3.60 八、社会保障和就业支出 38 28.40 本年收入合计 27 100.00 本年支出合计 57 98.50"
        " 年初结转和结余 28 0.50 年末结转和结余 58 2.00 总计 30 100.50 总计 60 100.50"
    )  # fmt: skip
    assert amounts(states, text, FINAL_TITLE) == {
        ("general_public_budget_appropriation", FINAL, "96.40"),
        ("other_revenue", FINAL, "3.60"),
        ("function_class_amount", FINAL, "70.10"),
        ("function_class_amount", FINAL, "28.40"),
        ("total_revenue", FINAL, "100.00"),
        ("total_expenditure", FINAL, "98.50"),
        ("opening_carryover", None, "0.50"),
        ("closing_carryover", None, "2.00"),
        ("total_resources", FINAL, "100.50"),
        ("total_uses", FINAL, "100.50"),
    }


def test_cells_in_another_order_are_not_read(states):
    """A PDF with its columns one below the other: what follows a label is an amount of another line."""
    text = cells(INCOME_AND_SPENDING).replace("年初结转和结余\n\n12.35", "年初结转和结余\n\n2,150.20")
    text = text.replace("本年支出合计\n\n2,150.20", "本年支出合计\n\n12.35")
    assert amounts(states, text, FINAL_TITLE) == set()


def test_empty_cells_that_are_shown_tell_the_columns(states):
    rows = (
        "支出决算表|金额单位：元|项目|本年支出合计|基本支出|项目支出|上缴上级支出|科目编码|科目名称|栏次|1|2|3|4|合计|9,640.50|7,010.20|2,630.30|_"
        "|208|社会保障和就业支出|910.00|910.00|_|_|213|农林水支出|8,730.50|6,100.20|2,630.30|_"
    )
    text = "\n\n".join("\u00a0" if cell == "_" else cell for cell in rows.split("|"))
    assert amounts(states, text, FINAL_TITLE) >= {
        ("total_expenditure", FINAL, "9640.50"),
        ("basic_expenditure", FINAL, "7010.20"),
        ("project_expenditure", FINAL, "2630.30"),
    }


def test_headings_of_two_levels_in_the_order_in_which_the_sums_come_out(states):
    rows = (
        "部门支出总表\n单位：万元\n科目编码\n科目名称\n合计\n基本支出\n项目支出\n小计\n人员经费\n公用经费\n"
        "合计\n100.00\n70.00\n58.00\n12.00\n30.00\n213\n农林水支出\n90.00\n60.00\n50.00\n10.00\n30.00\n"
    )
    found = amounts(states, rows, TITLE)
    assert found >= {
        ("total_expenditure", BUDGET, "100.00"),
        ("basic_expenditure", BUDGET, "70.00"),
        ("personnel_expenditure", BUDGET, "58.00"),
        ("public_expenditure", BUDGET, "12.00"),
        ("project_expenditure", BUDGET, "30.00"),
    }
    wrong = rows.replace("合计\n100.00", "合计\n110.00")
    assert not [
        concept for concept, *_ in amounts(states, wrong, TITLE) if concept == "personnel_expenditure"
    ]

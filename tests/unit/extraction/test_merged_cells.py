"""Tables of files whose cells were merged: headings of several levels stand over the cells that they cover."""

from __future__ import annotations

from extraction.extract import extract


def page(*rows: str) -> bytes:
    """A web page with one table; ``name*2`` is a cell merged over two columns, ``name^2`` one over two rows."""
    lines = []
    for row in rows:
        cells = []
        for cell in row.split("|"):
            name, _, columns = cell.partition("*")
            name, _, down = name.partition("^")
            cells.append(f'<td colspan="{columns or 1}" rowspan="{down or 1}">{name}</td>')
        lines.append("<tr>" + "".join(cells) + "</tr>")
    title = "<p>云岭县审计局2022年度部门决算公开</p><p>单位：万元</p>"
    return f"<html><body>{title}<table>{''.join(lines)}</table></body></html>".encode()


def found(*rows: str) -> set[tuple[str, str | None, str]]:
    figures = extract(page(*rows), "page.html").figures
    return {(figure.concept, figure.stage, figure.value) for figure in figures}


def test_columns_under_a_code_and_a_name_are_those_of_the_total_row():
    assert found(
        "项目*2|本年支出合计^2|基本支出^2|项目支出^2",
        "功能分类科目编码|科目名称",
        "栏次*2|1|2|3",
        "合计*2|90|70|20",
    ) == {
        ("total_expenditure", "final_account", "90"),
        ("basic_expenditure", "final_account", "70"),
        ("project_expenditure", "final_account", "20"),
    }


def test_income_by_function_is_no_spending_by_function():
    got = found(
        "项目*2|本年收入合计^2|财政拨款收入^2|其他收入^2",
        "功能分类科目编码|科目名称",
        "合计*2|90|70|20",
        "201|一般公共服务支出|90|70|20",
    )
    assert {concept for concept, _, _ in got} == {
        "total_revenue",
        "fiscal_appropriation_revenue",
        "other_revenue",
    }


def test_three_levels_of_headings_over_one_row_of_amounts():
    assert found(
        "预算数*4|决算数*4",
        "合计^2|公务用车购置及运行费*2|公务接待费^2|合计^2|公务用车购置及运行费*2|公务接待费^2",
        "公务用车购置费|公务用车运行费|公务用车购置费|公务用车运行费",
        "9|0|6|3|7|0|5|2",
    ) >= {
        ("official_vehicle_operation", "final_account", "5"),
        ("official_reception", "initial_budget", "3"),
        ("official_reception", "final_account", "2"),
    }


def test_rows_with_a_label_more_than_the_heading_of_their_block():
    assert found(
        "部门整体支出绩效自评表*6",
        "预算执行情况^3|资金来源*2|年初预算数|全年预算数|全年执行数",
        "年度资金总额*2|40|50|45",
        "其中：|基本支出|30|35|35",
    ) >= {
        ("basic_expenditure", "initial_budget", "30"),
        ("basic_expenditure", "adjusted_budget", "35"),
        ("basic_expenditure", "final_account", "35"),
    }


def test_sources_of_income_are_of_the_stage_whose_total_they_add_up_to():
    got = found(
        "部门整体支出绩效自评表*4",
        "资金来源|年初预算数|全年预算数|全年执行数",
        "年度资金总额|40|50|45",
        "按收入性质分：*2|按支出性质分：*2",
        "其中：一般公共预算：42*2|其中：基本支出：30*2",
        "政府性基金拨款：8*2|项目支出：15*2",
    )
    assert ("general_public_budget_appropriation", "adjusted_budget", "42") in got
    assert ("government_fund_appropriation", "adjusted_budget", "8") in got
    assert ("basic_expenditure", "final_account", "30") in got


def test_sources_of_income_that_add_up_to_no_total_are_left_out():
    got = found(
        "部门整体支出绩效自评表*4",
        "资金来源|年初预算数|全年预算数|全年执行数",
        "年度资金总额|40|50|45",
        "其中：一般公共预算：42*2|政府性基金拨款：7*2",
    )
    assert "general_public_budget_appropriation" not in {concept for concept, _, _ in got}

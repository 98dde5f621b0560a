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


def indicators(*rows: str) -> list[tuple[str | None, ...]]:
    read = extract(page("部门整体支出绩效自评表*6", *rows), "page.html").indicators
    return [(row.level_1, row.level_3, row.full_marks, row.score) for row in read if row.row_kind == "item"]


def test_headings_of_indicators_in_two_rows():
    assert indicators(
        "绩效指标*3|年度指标值*2|实际完成值^2|分值^2|得分^2",
        "一级指标|二级指标|三级指标|指标值|度量单位",
        "产出指标|数量指标|造林|60|亩|63|10|10",
    ) == [("产出指标", "造林", "10", "10")]


def test_points_beside_the_name_where_no_column_has_them():
    assert indicators(
        "一级指标|二级指标|三级指标|年初目标值|实际完成值|得分",
        "产出指标|数量指标|造林面积（10分）|60亩|57亩|9.5",
    ) == [("产出指标", "造林面积", "10", "9.5")]


def test_what_was_spent_out_of_an_appropriation_is_no_income():
    got = found(
        "任务名称^2|全年预算数*2|全年执行数*2",
        "总额|财政拨款|总额|财政拨款",
        "金额合计|50|40|45|38",
    )
    assert not [concept for concept, _, _ in got if concept == "fiscal_appropriation_revenue"]


def test_a_row_as_long_as_its_headings_is_left_out_where_its_rate_shows_that_they_are_not_its_own():
    got = found(
        "项目资金（万元）*2|年初预算数|全年预算数|全年执行数|分值|执行率|得分|",
        "*2|年度资金总额|18|24|22|10|94.07%|9.41",
    )
    assert not {concept for concept, stage, value in got if (stage, value) == ("adjusted_budget", "18")}
    assert "10" not in {value for _, _, value in got}


def test_a_class_below_a_total_of_the_caption_is_of_its_class():
    got = found(
        "财政拨款收入支出决算总表*4",
        "项目|行次|合计|一般公共预算财政拨款",
        "四、公共安全支出|36|12.45|12.45",
    )
    assert ("function_class_amount", "final_account", "12.45") in got


def scopes(*rows: str) -> set[tuple[str, str, str | None]]:
    figures = extract(page(*rows), "page.html").figures
    return {(figure.concept, figure.value, figure.fund_scope) for figure in figures}


def test_amounts_of_a_table_on_one_budget_are_of_that_budget():
    assert scopes(
        "一般公共预算财政拨款支出决算表*4", "项目|本年支出合计|基本支出|项目支出", "合计|9|7|2"
    ) == {
        ("total_expenditure", "9", "general_public_budget"),
        ("basic_expenditure", "7", "general_public_budget"),
        ("project_expenditure", "2", "general_public_budget"),
    }
    assert ("total_expenditure", "9", None) in scopes(
        "支出决算表*3", "项目|本年支出合计|基本支出", "合计|9|7"
    )


def test_columns_of_budgets_on_the_side_of_spending_are_no_income():
    got = scopes(
        "财政拨款收入支出决算总表*6",
        "项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款",
        "一、一般公共预算财政拨款|8|一、公共安全支出|9|8|1",
        "本年收入合计|9|本年支出合计|9|8|1",
        "总计|10|总计|10|9|1",
    )
    assert ("general_public_budget_appropriation", "8", None) in got
    assert ("total_expenditure", "8", "general_public_budget") in got
    assert ("total_expenditure", "1", "government_fund") in got
    assert not {value for concept, value, _ in got if concept.endswith("appropriation")} & {"9", "10"}


def test_bodies_below_headings_that_name_stages_alone_have_the_subject_of_the_title():
    figures = extract(
        page("部门支出情况表*3", "单位名称|年初预算数|决算数", "合计|30|29", "局机关|20|19", "水文站|10|10"),
        "page.html",
    ).figures
    assert {(f.concept, f.org_scope, f.value) for f in figures if f.stage == "final_account"} == {
        ("total_expenditure", "department", "29"),
        ("total_expenditure", "headquarters", "19"),
        ("total_expenditure", "subordinate", "10"),
    }


FORM = (
    "部门整体支出*2|年初预算数|调整后预算数|全年执行数|执行率|分值|得分",
    "|合计|40|50|45|90%|10|9",
    "|基本支出|30|30|30|100%|—|—",
    "一级指标|二级指标|三级指标*2|年度指标值|实际完成值|分值|得分",
    "履职效果|履职目标|救助率*2|100%|100%|90|89",
    "合计*6|100|98",
)


def test_a_sum_with_a_rate_of_execution_and_points_is_the_row_of_execution():
    read = extract(page("部门整体支出绩效自评表*8", *FORM), "page.html")
    assert [(row.row_kind, row.full_marks, row.score) for row in read.indicators] == [
        ("execution", "10", "9"),
        ("item", "90", "89"),
        ("total", "100", "98"),
    ]
    assert ("budget_execution_rate", "90") in {(f.concept, f.value) for f in read.figures}


def test_a_planned_amount_is_of_the_budget():
    assert found("政府采购情况表*4", "项目|采购计划金额|实际采购金额", "货物|12|11", "合计|30|29") >= {
        ("procurement_budget", "initial_budget", "30"),
        ("procurement_actual", "final_account", "29"),
    }


def test_parts_of_vehicles_below_one_heading_are_named_by_their_columns():
    assert found(
        "“三公”经费预算数*6|机关运行经费预算数^3",
        "合计^2|因公出国(境)费^2|公务接待费^2|公务用车购置及运行费*3",
        "小计|购置费|运行费",
        "21.40|0.00|0.60|20.80|12.00|8.80|96.30",
    ) == {
        ("three_public_total", "initial_budget", "21.40"),
        ("overseas_travel", "initial_budget", "0.00"),
        ("official_reception", "initial_budget", "0.60"),
        ("official_vehicle", "initial_budget", "20.80"),
        ("official_vehicle_purchase", "initial_budget", "12.00"),
        ("official_vehicle_operation", "initial_budget", "8.80"),
        ("agency_operating_cost", "initial_budget", "96.30"),
    }


def test_names_of_halves_are_no_amounts():
    got = found(
        "本年收入*2|本年支出*2",
        "项目|预算数|项目|预算数",
        "一、财政拨款收入|90|一、教育支出|95",
        "1.一般公共预算|70||",
        "2.政府性基金预算|20||",
        "上年结转|5||",
        "收入总计|95|支出总计|95",
    )
    assert ("general_public_budget_appropriation", "initial_budget", "70") in got
    assert ("government_fund_appropriation", "initial_budget", "20") in got
    assert ("total_resources", "initial_budget", "95") in got
    assert ("total_uses", "initial_budget", "95") in got
    assert {"total_revenue", "total_expenditure"}.isdisjoint({concept for concept, *_ in got})


def _parted(between: str) -> set[tuple[str, str]]:
    head = "<p>编制部门：云岭县审计局 单位：元</p><table><tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr><tr><td>201</td><td>一般公共服务支出</td><td>90</td><td>70</td><td>20</td></tr></table>"
    rest = "<table><tr><td>221</td><td>住房保障支出</td><td>8</td><td>8</td><td></td></tr><tr><td colspan='2'>合计</td><td>98</td><td>78</td><td>20</td></tr></table>"
    body = f"<html><body><p>云岭县审计局2024年部门支出预算总表</p>{head}{between}{rest}</body></html>"
    return {(figure.concept, figure.value) for figure in extract(body.encode(), "page.html").figures}


def test_the_rest_of_a_table_on_the_next_page_has_the_headings_of_its_beginning():
    whole = _parted("")
    assert {
        ("basic_expenditure", "78"),
        ("project_expenditure", "20"),
        ("function_class_amount", "8"),
    } <= whole
    assert "staff_quota" not in {concept for concept, _ in whole}
    assert ("basic_expenditure", "78") not in _parted("<p>另一张表</p>")


def test_pairs_of_labels_and_counts_are_no_rest_of_the_table_above():
    first = "<table><tr><td>项目</td><td>年初预算数</td><td>决算数</td><td>备注</td></tr><tr><td>基本支出</td><td>9</td><td>8</td><td></td></tr></table>"
    second = "<table><tr><td>编制数</td><td>21</td><td>实有人数</td><td>20</td></tr></table>"
    body = f"<html><body><p>云岭县审计局2022年度部门整体支出绩效自评报告</p><p>单位：万元</p>{first}{second}</body></html>"
    counts = {
        (f.concept, f.stage, f.value)
        for f in extract(body.encode(), "page.html").figures
        if f.base_unit == "persons"
    }
    assert counts == {("staff_quota", None, "21"), ("staff_actual", None, "20")}


def _form(*rows: str):
    body = (
        page(*rows)
        .decode()
        .replace("云岭县审计局2022年度部门决算公开", "柳溪区融媒体中心2022年度部门整体绩效自评表")
    )
    return extract(body.encode(), "page.html")


def test_one_row_of_amounts_below_the_title_of_a_block():
    got = _form(
        "部门预算执行情况(万元)^2|年初预算数|全年(调整)预算数|全年执行数|执行率(%)|执行率权重|执行率得分(分)",
        "900|1000|850|85%|10|8.5",
    )
    figures = {(f.concept, f.stage, f.value) for f in got.figures}
    assert ("total_expenditure", "adjusted_budget", "1000") in figures
    assert ("total_expenditure", "final_account", "850") in figures
    assert ("budget_execution_rate", None, "85") in figures
    assert {f.value for f in got.figures}.isdisjoint({"10", "8.5"})


def test_points_out_of_a_product_are_no_money():
    got = _form(
        "预算执行情况(万元)(20分)^2||预算数(A)|执行数(B)|执行率(B/A)|得分(20分×执行率)",
        "年度财政资金总额|2.60|2.34|90%|18",
    )
    assert "18" not in {f.value for f in got.figures if f.base_unit == "yuan"}
    assert [(r.full_marks, r.score) for r in got.indicators if r.row_kind == "execution"] == [("20", "18")]


def test_the_grade_may_stand_behind_the_total():
    got = _form(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
        "产出指标|数量指标|播发稿件|200|210|60|60|",
        "效益指标|社会效益指标|公众知晓|90%|80%|40|36|",
        "其他需要说明的事项*2|无*6",
        "总分*5|100|96|(自评等级：优)",
    )
    assert ("self_evaluation_score", "96") in {(f.concept, f.value) for f in got.figures}

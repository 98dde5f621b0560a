"""Tables with a row a line whose cells run on: divided where amounts show their decimals, or not at all."""

from __future__ import annotations

from benchmarks.perturbing.nationalforms import written_out

BUDGET, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
BUDGET_TITLE = "青杠县司法局2024年部门预算公开\n\n"
FORM_TITLE = "青杠县司法局2023年度部门整体支出绩效自评表\n\n"


def _levels(read, text, title):
    return {(f.concept, f.stage, f.value) for f in read(text, title).figures if f.measure == "level"}


def test_rows_with_rate_and_points(read):
    text = written_out(
        "部门预算（万元）{{funds:}}\n"
        "年度资金总额1,208.301,260.001,222.201097.00%9.7\n"
        "其中：基本支出708.30720.00720.00-100.00%-\n"
        "项目支出500.00540.00502.20-93.00%-\n"
    )
    found = _levels(read, text, FORM_TITLE)
    assert found >= {
        ("total_expenditure", BUDGET, "1208.30"),
        ("total_expenditure", ADJUSTED, "1260.00"),
        ("total_expenditure", FINAL, "1222.20"),
        ("basic_expenditure", FINAL, "720.00"),
        ("project_expenditure", FINAL, "502.20"),
        ("budget_execution_rate", None, "97.00"),
    }


def test_rows_of_classes_with_their_codes(read):
    text = (
        "部门支出预算总表\n单位：元\n科目编码科目名称合计基本支出项目支出\n合计2,560,300.002,060,300.00500,000.00\n"
        "204公共安全支出2,160,300.001,660,300.00500,000.00\n208社会保障和就业支出400,000.00400,000.000.00\n"
    )
    found = [
        (f.concept, f.function_code, f.expenditure_scope, f.value) for f in read(text, BUDGET_TITLE).figures
    ]
    assert ("total_expenditure", None, None, "2560300.00") in found
    assert ("function_class_amount", "204", None, "2160300.00") in found
    assert ("function_class_amount", "208", "project", "0.00") in found


def test_changes_below_their_headings(read):
    text = (
        "“三公”经费预算表\n单位：万元\n项目2023年预算数2024年预算数增减额增减%\n合计18.0016.20-1.80-10.00%\n"
        "公务接待费6.005.40-0.60-10.00%\n公务用车购置及运行费12.0010.80-1.20-10.00%\n"
    )
    found = {(f.concept, f.fiscal_year, f.measure, f.value) for f in read(text, BUDGET_TITLE).figures}
    assert ("three_public_total", 2023, "level", "18.00") in found
    assert ("official_reception", 2024, "change", "-0.60") in found
    assert ("official_vehicle", 2024, "change_rate", "-10.00") in found


def test_amounts_that_print_no_noughts_may_be_divided_elsewhere(read):
    text = "单位：万元\n项目年初预算数决算数\n基本支出112.513.61\n项目支出112.526.31\n"
    assert not _levels(read, text, BUDGET_TITLE)  # 112.5 and 13.61, or 112.51 and 3.61


def test_a_run_with_another_number_of_cells_is_left_out(read):
    text = "单位：万元\n项目年初预算数决算数\n基本支出12.5013.60\n项目支出112.50\n人员经费8.209.109.90\n"
    assert not _levels(read, text, BUDGET_TITLE)


def test_a_rate_that_does_not_follow_tells_of_another_division(read):
    text = (
        "部门预算（万元）年初预算数全年预算数全年执行数执行率\n年度资金总额208.30260.00222.2047.00%\n"
        "其中：基本支出108.30120.00120.0099.00%\n"
    )
    assert not _levels(read, text, FORM_TITLE)


def test_indicators_a_line(read):
    text = written_out(
        "绩效指标\n{{rows:}}\n产出指标数量指标走访企业次数≥16次18次2020\n"
        "质量指标诉求办结率≥80%72%2018\n满意度指标服务对象满意度指标企业满意度≥90%93%1010\n"
    )
    rows = [
        (row.level_1, row.level_2, row.level_3, row.full_marks, row.score)
        for row in read(text, FORM_TITLE).indicators
    ]
    assert rows == [
        ("产出指标", "数量指标", "走访企业次数", "20", "20"),
        ("产出指标", "质量指标", "诉求办结率", "20", "18"),
        ("满意度指标", "服务对象满意度指标", "企业满意度", "10", "10"),
    ]


def test_a_line_that_is_no_row_ends_nothing_well(read):
    text = written_out(
        "绩效指标\n{{rows:}}\n产出指标数量指标走访企业次数≥16次18次2020\n"
        "质量指标诉求办结率良好基本达到2018\n满意度指标服务对象满意度指标企业满意度≥90%93%1010\n"
    )
    assert not read(text, FORM_TITLE).indicators

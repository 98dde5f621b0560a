"""Forms on a whole department, as copies of provinces' forms print them: tasks, structure of the budget, points in headings."""

from __future__ import annotations

from benchmarks.perturbing.nationalforms import written_out
from extraction.extract import extract

HEAD = "部门整体支出绩效自评表\n（2022年度）\n单位名称\t凤泉县水利局\n"


def _amounts(text):
    return {
        (figure.concept, figure.stage, figure.value_base)
        for figure in extract(text.encode(), "x.txt").figures
        if figure.concept != "budget_execution_score_line"
    }


def _rows(text):
    found = extract(text.encode(), "x.txt").indicators
    return [(row.row_kind, row.level_3, row.full_marks, row.score) for row in found]


def test_the_sum_of_all_tasks_is_what_the_department_spent():
    text = HEAD + (
        "年度主要任务\t任务名称\t预算数（万元）\t\t\t执行数（万元）\t\t\n"
        "\t\t总额\t财政拨款\t其他资金\t总额\t财政拨款\t其他资金\n"
        "\t河道治理\t60.00\t50.00\t10.00\t58.00\t48.00\t10.00\n"
        "\t农村供水\t40.00\t40.00\t\t39.00\t39.00\t\n"
        "\t金额合计\t100.00\t90.00\t10.00\t97.00\t87.00\t10.00\n"
    )
    assert _amounts(text) == {
        ("total_expenditure", "initial_budget", 1000000),
        ("total_expenditure", "final_account", 970000),
    }


def test_sources_and_structure_of_the_budget_in_the_funds_block():
    text = HEAD + (
        "| 预算情况（万元） | | 年初预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
        "| | 部门预算总额 | 100.00 | 97.00 | 10 | 97% | 9.7 |\n"
        "| | 1.资金来源：（1）财政性资金 | 90.00 | 87.00 | | | |\n"
        "| | （2）其他资金 | 10.00 | 10.00 | | | |\n"
        "| | 2.资金结构：（1）基本支出 | 30.00 | 30.00 | | | |\n"
        "| | （2）项目支出 | 70.00 | 67.00 | | | |\n"
    )
    assert {
        ("total_expenditure", "final_account", 970000),
        ("basic_expenditure", "initial_budget", 300000),
        ("basic_expenditure", "final_account", 300000),
        ("project_expenditure", "final_account", 670000),
    } <= _amounts(text)


def test_the_unit_of_a_form_below_its_first_amounts_and_full_marks_in_the_heading_of_the_score():
    text = HEAD + (
        "基本支出总额\t300000.00\t项目支出总额\t670000.00\n"
        "预算执行情况（元）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t得分（20分*执行率）\n"
        "\t部门整体支出总额\t1000000.00\t970000.00\t97.00%\t19.4\n"
    )
    assert ("basic_expenditure", "final_account", 300000) in _amounts(text)
    assert _rows(text) == [("execution", "预算执行率", "20", "19.4")]


def test_two_units_in_a_table_leave_the_amount_above_them_without_one():
    text = "项目\t备注\n基本支出\t300000.00\n合计（元）\t合计（万元）\n"
    assert all(figure.value_base is None for figure in extract(text.encode(), "x.txt").figures)


def test_the_rate_of_execution_below_the_indicators_is_a_row_of_its_own():
    text = HEAD + (
        "年度绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
        "\t产出指标\t数量指标\t整治河道\t6公里\t6公里\t80\t80\n"
        "\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t92%\t10\t10\n"
        "预算执行率\t\t\t\t100%\t97%\t10\t9.7\n"
        "总分\t\t\t\t\t\t100\t99.7\n"
    )
    assert _rows(text)[1:3] == [
        ("item", "群众满意度", "10", "10"),
        ("item", "预算执行率", "10", "9.7"),
    ]


def test_a_reason_that_begins_with_a_number_is_no_row_of_the_stream():
    text = written_out(
        "项目支出绩效自评表 （2023年度） 项目名称 校园安防 主管部门 霍泉县教育局 绩效指标 {{rows}} {{reasons}} 产出指标(50分) 数量指标 更新学校数 ≥62所 61 10 9.8 1所学校撤并 "
        "安装点位 ≥480个 492 10 10 质量指标 验收合格率 ≥100% 100 10 10 时效指标 完成时间 11月底前 按期完成 10 10 总分 40 39.8"
    )
    assert [row[1:] for row in _rows(text) if row[0] == "item"] == [
        ("更新学校数", "10", "9.8"),
        ("安装点位", "10", "10"),
        ("验收合格率", "10", "10"),
        ("完成时间", "10", "10"),
    ]

"""Forms whose cells run on without anything between them: read where their numbers have one division alone."""

from __future__ import annotations

import pytest

from benchmarks.perturbing.nationalforms import written_out
from extraction.forms.glued import runondigits

TITLE = "江源县水利局2022年度农村供水管网改造项目支出绩效自评表\n\n"
ALL = ["amount", "amount", "points", "rate", "score"]
FORM = (
    "项目名称供水管网改造主管部门江源县水利局实施单位江源县供水站资金情况(万元)全年预算数(A)全年执行数(B)分值执行率(B/A)得分"
    "年度资金总额:{funds}其中:本年财政拨款4036其他资金年度总体目标年初设定目标改造管网完成情况改造管网"
    "绩效指标一级指标二级指标三级指标分值年度指标值全年实际值得分未完成原因及拟采取的改进措施"
    "产出指标(50分)数量指标改造管网长度20≥18公里≥18公里20新建泵站10≥2座≥2座10质量指标工程验收合格率20100%100%20"
    "效益指标(30分)社会效益指标受益群众人数{benefit}满意度指标(10分)服务对象满意度指标群众满意度10≥90%≥90%{last}……总分100{total}"
    "注:各部门按实际填写。\n"
)


@pytest.mark.parametrize(
    ("run", "kinds", "cells"),
    [
        ("40361090%9", ALL, ["40", "36", "10", "90%", "9"]),
        ("194.9194.9100%", ["amount", "amount", "rate"], ["194.9", "194.9", "100%"]),
        ("1,250.001,250.0010100.00%10", ALL, ["1,250.00", "1,250.00", "10", "100.00%", "10"]),
        ("40371090%9", ALL, []),  # 37 of 40 is no ninety percent
        ("1.561.56120", ["amount", "amount", "rate", "score"], []),  # a sign was lost
        ("100%", ["amount", "amount", "rate"], []),
    ],
)
def test_a_row_of_funds_has_one_division_or_none(run, kinds, cells):
    assert [run[start:end] for start, end in runondigits.of_funds(run, kinds)] == cells


def test_a_form_without_anything_between_its_cells(read):
    got = read(FORM.format(funds="40361090%9", benefit="30≥5000人≥5000人30", last="10", total="99"), TITLE)
    figures = {(f.concept, f.stage, f.value, f.unit) for f in got.figures}
    assert ("budget_execution_score_line", "adjusted_budget", "40", "万元") in figures
    assert ("project_expenditure", "final_account", "36", "万元") in figures
    assert ("budget_execution_rate", None, "90", "%") in figures
    assert ("self_evaluation_score", None, "99", "分") in figures
    rows = [
        (i.level_1, i.level_2, i.level_3, str(i.full_marks), str(i.score), i.target_text)
        for i in got.indicators
        if i.row_kind == "item"
    ]
    assert len(rows) == 5
    assert ("产出指标", "数量指标", "新建泵站", "10", "10", "≥2座") in rows
    assert ("满意度指标", "服务对象满意度指标", "群众满意度", "10", "10", "≥90%") in rows


@pytest.mark.parametrize(
    "benefit",
    ["20≥5000人≥5000人20", "30≥5000人比较满意30", "30计划投资5060万元"],
    ids=["points do not add up", "a row without one division", "no points"],
)
def test_rows_that_cannot_be_divided_are_not_read_as_prose_either(read, benefit):
    got = read(FORM.format(funds="40371090%9", benefit=benefit, last="10", total="99"), TITLE)
    assert not [i for i in got.indicators if i.row_kind == "item"]
    assert [(figure.concept, figure.value) for figure in got.figures] == [("self_evaluation_score", "99")]


def test_points_behind_what_was_reached(read):
    head = written_out("绩效指标{{rows:}}{{reasons}}")
    rows = "产出指标数量指标培训人数≥50人58人2020质量指标培训合格率≥95%≥95%3030效益指标社会效益指标服务水平逐步提升逐步提升3028满意度指标服务对象满意度指标学员满意度≥90%96%2020"
    got = read(f"全年执行数与全年预算数见附件。{head}{rows}总分10098\n", TITLE)
    marks = [(i.level_3, str(i.full_marks), str(i.score)) for i in got.indicators if i.row_kind == "item"]
    assert ("培训人数", "20", "20") in marks
    assert ("服务水平", "30", "28") in marks
    assert len(marks) == 4

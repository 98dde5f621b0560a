"""Forms of several projects in one document: what each states is of its project and accuses nobody."""

from __future__ import annotations

import io
from decimal import Decimal

import docx

from extraction.extract import extract

OF_PROJECTS = "石门县林业局2022年度项目支出绩效自评情况\n\n"


def form(name: str, amount: str, spent: str, score: str) -> str:
    return (
        f"项目支出绩效自评表\n|项目名称|{name}| | | | | |\n"
        "|项目资金（万元）| |年初预算数|全年预算数|全年执行数|分值|执行率|得分|\n"
        f"| |年度资金总额|{amount}|{amount}|{spent}|10|90%|9|\n"
        "|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注|\n"
        f"|产出指标|数量指标|造林面积|2亩|2亩|90|{score}| |\n|总分| | | | |100|{score}| |\n\n"
    )


def _figures(found):
    return {(f.concept, f.value): f.confidence for f in found.figures}


def test_each_of_several_forms_speaks_of_its_own_project(read):
    got = _figures(read(form("造林", "60", "54", "88") + form("防火", "40", "36", "85"), OF_PROJECTS))
    assert got["project_item", "60"] == got["project_item", "36"] == Decimal("0.85")
    assert got["self_evaluation_score", "88"] == got["self_evaluation_score", "85"] == Decimal("0.85")
    assert not any(concept == "project_expenditure" for concept, _ in got)


def test_what_stands_before_the_first_form_is_not_of_a_project(read):
    rubric = "|一级指标|二级指标|三级指标|分值|得分|\n|投入|管理|制度健全|100|91|\n|合计| | |100|91|\n\n"
    got = _figures(
        read(rubric + form("造林", "60", "54", "88") + form("防火", "40", "36", "85"), OF_PROJECTS)
    )
    assert (got["self_evaluation_score", "91"], got["self_evaluation_score", "85"]) == (1, Decimal("0.85"))


def test_each_row_of_the_money_of_a_form_is_of_its_project(read):
    total = "| |年度资金总额|60|60|54|10|90%|9|\n"
    part = "| |其中：财政拨款|50|50|45| | | |\n"
    got = read(
        form("造林", "60", "54", "88").replace(total, total + part) + form("防火", "40", "36", "85"),
        OF_PROJECTS,
    )
    parts = {
        f.confidence for f in got.figures if f.concept == "budget_execution_score_line" and f.value == "45"
    }
    assert parts == {Decimal("0.85")}


def test_a_score_in_words_behind_a_form_stays_as_it_is(read):
    said = "自评得分为86.5分。\n\n"
    got = _figures(read(form("造林", "60", "54", "88") + said + form("防火", "40", "36", "85"), OF_PROJECTS))
    assert got["self_evaluation_score", "86.5"] != Decimal("0.85")
    unscored = [
        form(name, "60", spent, "88").split("|总分|")[0] for name, spent in (("造林", "54"), ("防火", "36"))
    ]
    got = _figures(read("\n".join(unscored) + "\n" + said, OF_PROJECTS))
    assert got["self_evaluation_score", "86.5"] != Decimal("0.85")


def test_one_form_given_twice_speaks_of_all(read):
    got = _figures(read(form("造林", "60", "54", "88") * 2, OF_PROJECTS))
    assert got["project_expenditure", "60"] == 1


def test_a_project_named_in_the_report_of_a_department_is_one_of_its_projects(read):
    whole = "部门整体支出绩效自评表\n" + form("x", "90", "81", "89").split("\n", 2)[2]
    got = _figures(read(whole + form("造林", "60", "54", "88")))
    assert got["total_expenditure", "90"] == got["self_evaluation_score", "89"] == 1
    assert got["project_item", "60"] == got["self_evaluation_score", "88"] == Decimal("0.85")


def test_the_form_of_the_whole_department_may_follow_that_of_a_project(read):
    whole = "部门整体支出绩效自评表\n" + form("x", "90", "81", "89").split("\n", 2)[2]
    got = _figures(read(form("造林", "60", "54", "88") + whole))
    assert got["total_expenditure", "90"] == got["self_evaluation_score", "89"] == 1


def test_a_form_without_a_name_in_the_report_of_a_department_is_on_all_its_projects(read):
    got = _figures(read(form("", "60", "54", "88")))
    assert got["project_expenditure", "60"] == 1


def document(*rows: tuple[str, str]) -> bytes:
    made = docx.Document()
    made.add_paragraph("石门县林业局2022年度部门整体支出绩效自评报告")
    table = made.add_table(0, 2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_sentences_in_cells_of_a_form_are_on_the_project_that_it_names():
    said = "2022年年初预算30万元，全年支出28万元，执行率93.3%，主要用于苗木管护和病虫害防治，群众满意度较高。"
    got = _figures(extract(document(("项目名称", "林木管护"), ("实施情况", said)), "表.docx"))
    assert got["project_item", "30"] == got["project_item", "28"] == Decimal("0.85")
    got = _figures(extract(document(("部门名称", "石门县林业局"), ("执行情况", said)), "表.docx"))
    assert got["total_expenditure", "30"] == got["total_expenditure", "28"] == 1

"""Wording of self-evaluations as public sites show them: whose they are, of which year, what a project cost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.extract import extract
from extraction.model import Extraction

PROJECT = "2021年度河堤养护专项资金项目绩效自评报告\n"


def read(text: str) -> Extraction:
    return extract(text.encode(), "报告.txt")


def figures(text: str) -> set[tuple[str, str | None, int | None, Decimal | str | None]]:
    return {
        (one.concept, one.stage, one.fiscal_year, one.value_base if one.value_base is not None else one.value)
        for one in read(text).figures
    }


def test_a_cited_notice_is_not_what_the_document_is() -> None:
    body = "根据《关于开展2022年市级资金绩效自评工作的通知》(梧财绩〔2022〕7号)要求，我局对整体支出开展绩效自评。"
    found = read("柳川市档案局\n" + body + "\n我局在职人员12人。\n").identity
    assert found.report_kind == "department_self_evaluation"


def test_a_cited_paper_of_the_party_names_no_department() -> None:
    text = "青原县交通局农村公路项目绩效目标自评\n抽查情况报告\n根据《中共柳川市委 柳川市人民政府关于绩效管理的意见》开展抽查。\n"
    assert read(text).identity.department_name == "青原县交通局"


def test_the_office_of_a_committee_keeps_its_whole_name() -> None:
    text = "老区建设专项资金项目自评报告\n该项目年初预算资金为16万元。\n中共柳川市委办公室\n"
    assert read(text).identity.department_name == "中共柳川市委办公室"


def test_a_title_that_runs_on_names_the_body() -> None:
    text = (
        "水系调度2022年整体绩效自评总结报告.docx\n"
        "柳川市水系调度中心 2022 年整体和项目支出绩效自评总结报告 一 工作开展情况。 "
        "我单位按照《中共柳川市委 柳川市人民政府关于绩效管理的意见》开展自评。\n"
    )
    found = read(text).identity
    assert (found.department_name, found.fiscal_year) == ("柳川市水系调度中心", 2022)


@pytest.mark.parametrize("begun", ["我局成立于1961年，", "我局1961年5月挂牌成立，", "我局组建于1961年，"])
def test_the_year_a_body_began_is_that_of_no_figure(begun: str) -> None:
    text = f"2021年柳川市档案局部门整体支出绩效自评报告.pdf\n柳川市档案局自评如下。{begun}设9个内设机构。\n"
    assert ("internal_division_count", None, 2021, Decimal(9)) in figures(text)
    assert read(text).identity.fiscal_year == 2021


def test_what_was_approved_for_a_project_is_its_budget() -> None:
    text = PROJECT + "该项目年初向财政局申报，经审议，批复下达预算资金18万元。\n"
    assert figures(text) == {("project_expenditure", "initial_budget", 2021, Decimal(180000))}


def test_what_was_paid_of_the_budget_of_a_project() -> None:
    text = PROJECT + "项目资金执行情况：2021年，财政预算项目资金24万元，支付23万元。\n"
    assert ("project_expenditure", "final_account", 2021, Decimal(230000)) in figures(text)
    other = PROJECT + "财政预算项目资金24万元，支付监理单位3万元。\n"
    assert not any(value == Decimal(30000) for *_, value in figures(other))


def test_the_sum_of_a_department_s_budget_and_its_grade() -> None:
    text = (
        "2022年柳川市水文站整体支出绩效自评报告\n"
        "部门预算总金额640.5万元其中：基本支出600万元，项目支出40.5万元。整体绩效自评为优秀；\n"
    )
    found = figures(text)
    assert ("total_expenditure", "initial_budget", 2022, Decimal("6405000")) in found
    assert any(concept == "grade" for concept, *_ in found)

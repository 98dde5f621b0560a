"""Excerpts without a title: which are of a report on one project's money, and which of something larger. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

PLAN, SPENT = "initial_budget", "final_account"


def read(text):
    return extract((text + "\n").encode(), "节选.txt")


def told(text):
    return {
        (one.concept, one.stage, one.value, one.fiscal_year)
        for one in read(text).figures
        if one.confidence >= 0.9 and one.base_unit == "yuan"
    }


@pytest.mark.parametrize(
    "text",
    [
        "二、资金投入和使用情况\n2022年市级下达我县蚕桑奖补资金71万元，县级配套9万元。\n截至2022年12月底，发放到户76万元，结转4万元至2023年继续兑付，2023年计划新栽桑园300亩。",
        "（三）该项目2022年批复预算44万元。\n全年支付41.8万元，执行率95%。",
        "项目全年预算数为63万元，执行数为60.5万元，完成预算的96%。项目绩效目标完成情况：2022年护渔三次。",
        "一、项目基本情况\n2022年护渔三次。下达资金63万元，支付资金60.5万元。",
        "一、绩效目标分解下达情况\n2022年中央下达我省渔业补贴资金63万元。",
        "2022年中央财政渔业资金和省级财政渔业资金共下达我县护渔专项经费63万元，支付护渔经费60.5万元。按照某县财政局关于印发《护渔办法》等3个办法的通知，该项目资金62万元。",
        "2022年收到省级渔业补贴资金63万元，共支付补贴资金60.5万元，资金执行情况良好。",
    ],
)
def test_given_and_paid_and_nothing_of_a_department_is_one_project(text):
    found = read(text)
    assert (found.identity.report_kind, found.identity.fiscal_year) == ("project_self_evaluation", 2022)


@pytest.mark.parametrize(
    "text",
    [
        # the middle of a report on a department
        "（二）项目资金使用情况\n本年安排项目资金320万元，实际支出311万元。人员经费支出518万元。",
        "资金使用情况\n2022年基本支出640万元，项目资金到位210万元，支付200万元。",
        "资金使用情况\n我局2022年预算210万元，支出205万元，专项资金下达90万元，已拨付88万元。",
        "（1）宣传项目全年预算数为2万元，执行数为2万元。（2）印刷项目全年预算数为5万元，执行数为5万元。",
        # a budget
        "二、专项资金安排情况\n2023年部门预算安排专项资金90万元，计划支付工程款90万元。",
        # a newspaper, a government
        "本报讯 市财政下达农机补贴资金8000万元，已支付补贴资金7400万元，本项目惠及农户2万户。",
        "全市财政收入52亿元，下达专项资金6亿元，专项资金已支付5亿元。",
        "10月底前下达就业补助资金3亿元，拨付救助补助资金2亿元，发放种粮补贴资金1亿元。",
        # nothing that was paid
        "项目资金情况\n省级下达补助资金150万元，全部用于渠道清淤。",
    ],
)
def test_what_speaks_of_more_is_none(text):
    assert read(text).identity.report_kind != "project_self_evaluation"


def test_paid_of_each_of_several_named_projects_is_not_of_all():
    text = "项目资金使用情况\n2022年下达水渠资金380万元。其中东溪村渡槽项目下达50万元，已报账44万元；南溪村泵站项目下达60万元，已报账60万元。"
    assert not {one for one in told(text) if one[2] in {"44", "60"} and one[0] == "project_expenditure"}


def test_a_sum_with_what_was_left_of_the_year_before():
    text = "项目资金情况\n2022年省级拨付我区种粮补贴资金58万元，中央拨付21万元，上年度结余的资金3.5万元，共计82.5万元。实际使用补贴资金70万元。"
    assert {
        ("project_expenditure", PLAN, "82.5", 2022),
        ("opening_carryover", None, "3.5", 2022),
    } <= told(text)


def test_a_sum_of_what_levels_gave_is_the_money_that_was_paid_of():
    text = "项目资金情况\n2022年省财政下达危桥改造资金300万元，县级配套资金60万元，合计360万元。截至2022年12月31日，共支付342万元，执行率95%，剩余18万元结转至2023年使用。"
    assert {
        ("project_expenditure", PLAN, "360", 2022),
        ("project_expenditure", SPENT, "342", 2022),
        ("carryover_funds", None, "18", 2022),
    } <= told(text)


def test_what_the_level_that_reports_arranges_is_of_no_level_above():
    text = "资金到位情况分析\n2022年市级财政预算安排体育馆免费开放补助经费40万元，实际到位40万元。全年支出38万元，执行率95%。"
    assert {one[:3] for one in told(text)} == {
        ("project_expenditure", PLAN, "40"),
        ("project_expenditure", SPENT, "38"),
    }


def test_an_indicator_is_money_that_was_cut():
    text = "该项目2022年初批复预算90万元，6月按要求压减10万元，实有指标80万元。当年支付76万元，执行率95%。"
    assert {
        ("project_expenditure", "adjusted_budget", "80", 2022),
        ("budget_adjustment", "adjusted_budget", "10", 2022),
    } <= told(text)

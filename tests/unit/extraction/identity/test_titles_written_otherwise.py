"""Titles in other words and on other lines: kind, year, department and the stage of an amount that names none."""

from __future__ import annotations

import pytest

BODY = "一、基本情况\n2012年基本支出120万元，“三公”经费12万元。\n"
BUDGET, ACCOUNT = "initial_budget", "final_account"


@pytest.mark.parametrize(
    ("title", "kind", "year", "stage"),
    [
        ("石门县林业局2012年“三公”经费支出情况及2013年预算安排情况", "three_public_statement", 2012, ACCOUNT),
        ("石门县林业局2012年“三公”经费预算执行情况", "three_public_statement", 2012, ACCOUNT),
        ("石门县林业局2013年度“三公”经费预算", "three_public_statement", 2013, BUDGET),
        ("石门县林业局2016年度部门收支预算", "budget_explanation", 2016, BUDGET),
        ("石门县林业局2022年部门综合预算", "budget_explanation", 2022, BUDGET),
        ("石门县林业局2015年度收支决算", "final_account_explanation", 2015, ACCOUNT),
        ("石门县林业局2012年度部门决算", "final_account_explanation", 2012, ACCOUNT),
        ("石门县林业局2021年部门预算绩效自评报告", "department_self_evaluation", 2021, ACCOUNT),
    ],
)
def test_what_a_title_says_of_its_amounts(read, title, kind, year, stage):
    read_ = read(f"{title}\n{BODY}", title="")
    identity = read_.identity
    assert (identity.report_kind, identity.fiscal_year, identity.department_name) == (
        kind,
        year,
        "石门县林业局",
    )
    assert {figure.stage for figure in read_.figures} == {stage}


@pytest.mark.parametrize(
    ("head", "department"),
    [
        ("2021年度部门整体支出绩效自评报告（石门县林业局）", "石门县林业局"),
        ("2021年度部门整体支出绩效自评报告\n（石门县林业局）", "石门县林业局"),
        ("石门县林业局关于\n2021年度部门整体支出绩效自评的报告", "石门县林业局"),
        ("附件2：石门县林业局2021年度部门整体支出绩效自评报告", "石门县林业局"),
        ("石门县城关镇2021年度部门整体支出绩效自评报告", "石门县城关镇"),
        ("2021年度部门整体支出绩效自评报告（本级）", None),
        ("2021年度部门整体支出绩效自评报告\n（我局）", None),
        ("2021年度农村饮水安全项目支出绩效自评报告（渠道工程）", None),
    ],
)
def test_where_a_title_names_the_department(read, head, department):
    assert read(f"{head}\n{BODY}", title="").identity.department_name == department


def test_a_list_of_annexes_is_no_title(read):
    text = f"附件：石门县林业局2020年度部门决算表\n附件：收支总表\n石门县林业局2021年部门预算公开说明\n{BODY}"
    assert read(text, title="").identity.fiscal_year == 2021

"""Titles, headings and words of arranging that name a budget or a year without saying what amounts are of."""

from __future__ import annotations

import pytest

REPORT = "石门县林业局2022年度部门整体支出绩效自评报告\n"
ACCOUNTS = "石门县林业局2022年度部门决算情况说明\n"
BUDGET, FINAL = "initial_budget", "final_account"


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("石门县林业局2022年一般公共预算财政拨款“三公”经费支出说明\n", FINAL),
        ("石门县林业局2022年预算单位“三公”经费公开\n", FINAL),
        ("石门县林业局2022年一般公共预算“三公”经费预算情况说明\n", BUDGET),
    ],
)
def test_a_title_that_names_the_money_is_not_one_of_a_budget(states, title, stage):
    text = "公务接待费6万元，接待20批次。根据年初预算执行。"
    assert [state[2] for state in states(text, title) if state[3] == "6"] == [stage]


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("一、2021年收入支出决算情况", 2021),
        ("一、本单位2021年度工作回顾", 2021),
        ("一、2019年机构改革后收支情况", 2022),
        ("一、贯彻落实2021年《预算管理办法》情况", 2022),
        ("一、2023年度绩效自评工作情况", 2022),
        ("一、2021年结转资金使用情况", 2022),
    ],
)
def test_a_year_in_a_higher_heading_holds_only_where_all_below_is_of_it(read, heading, year):
    text = f"{heading}\n（一）总体情况\n公务接待费支出3万元。\n"
    assert [figure.fiscal_year for figure in read(text, REPORT).figures] == [year]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("2022年我局安排公务接待费3万元。", BUDGET),
        ("我局安排公务接待费3万元，用于接待检查组。", FINAL),
        ("2022年县委安排公务接待费3万元。", FINAL),
        ("2022年财政局安排公务接待费3万元。", FINAL),
    ],
)
def test_what_an_office_arranges_in_a_year_is_its_budget(states, text, stage):
    assert [state[2] for state in states(text, ACCOUNTS)] == [stage]


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("收支总决算", None),
        ("财政拨款收支总决算", "fiscal_appropriation"),
        ("财政拨款收入支出总决算", "fiscal_appropriation"),
        ("一般公共预算财政拨款收支总决算", "general_public_budget"),
        ("政府性基金预算收支总决算", "government_fund"),
    ],
)
def test_totals_of_one_budget_are_not_those_of_all(read, name, scope):
    found = read(f"2022年{name}36万元。", ACCOUNTS).figures
    assert {(figure.concept, figure.fund_scope) for figure in found} == {
        ("total_resources", scope),
        ("total_uses", scope),
    }


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("2022年部门预算支出总额1000万元，实际支出980万元。", [BUDGET, FINAL]),
        ("部门预算支出总额全年数1000万元，执行数980万元。", ["adjusted_budget", FINAL]),
        ("部门预算支出总额执行数980万元。", [FINAL]),
    ],
)
def test_the_total_of_a_budget_is_not_what_was_spent(states, text, stages):
    assert [state[2] for state in states(text, REPORT)] == stages


@pytest.mark.parametrize(
    "text",
    [
        "财政局对水利发展资金项目复核评分为90分。",
        "县财政局抽查下属单位得分90分。",
        "县财政局抽查三个乡镇水利站得90分。",
        "财政部门审核项目自评平均得90分。",
    ],
)
def test_points_that_finance_gave_to_projects_and_units_are_not_the_departments(states, text):
    assert states(text, REPORT) == []
    assert states("县财政局复核后认定为90分。", REPORT) == [("review_score", "level", None, "90", "分")]


def test_what_was_added_to_one_project_or_unit_is_not_the_departments_adjustment(states):
    assert states("河道整治项目年中追加预算30万元。", REPORT) == []
    assert states("下属灌区管理处年中追加预算30万元。", REPORT) == []
    for whole in ("年中追加预算30万元，用于河道整治项目。", "部门项目年中追加预算30万元。"):
        assert ("budget_adjustment", "level", "adjusted_budget", "30", "万元") in states(whole, REPORT)


def test_a_heading_on_one_project_is_not_one_on_the_department(states):
    text = "（二）{}\n年初预算300万元，全年支出280万元。"
    assert states(text.format("河道保洁项目绩效情况"), REPORT) == []
    for whole in ("部门项目绩效情况", "主要项目实施情况", "整体绩效情况"):
        assert ("total_expenditure", "level", FINAL, "280", "万元") in states(text.format(whole), REPORT)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022年公务接待费6万元，其中支出4万元。", [("official_reception", "6")]),
        (
            "2022年“三公”经费12万元，其中公务接待费2万元；局机关支出300万元。",
            [("three_public_total", "12"), ("official_reception", "2")],
        ),
        ("公务接待费截至2021年12月3万元。", []),
        ("公共安全支出36万元、公共安全9万元。", [("function_class_amount", "36")]),
        ("主要原因是公务接待费3万元较高。", []),
        ("收入项目|金额\n其他收入|8万元\n较上年增加2万元。", []),
    ],
)
def test_what_no_words_give_to_the_department_is_left_out(states, text, found):
    assert [(state[0], state[3]) for state in states(text, ACCOUNTS)] == found


def test_the_nearest_heading_says_its_year_whatever_else_it_says(read):
    assert [f.fiscal_year for f in read("一、2021年情况\n公务接待费支出3万元。", REPORT).figures] == [2021]


def test_a_title_with_the_name_of_the_public_budget_leaves_the_stage_to_the_text(states):
    title = "石门县林业局2022年一般公共预算“三公”经费情况说明\n"
    assert states("公务接待费支出6万元，为年初预算的75%。", title)[0][2] == FINAL


def test_people_in_the_bracket_behind_a_station_are_its_own(states):
    text = "下设林业站（编制5名，实有4名），局机关编制30名，实有28名。"
    assert [(s[0], s[3]) for s in states(text, REPORT)] == [("staff_quota", "30"), ("staff_actual", "28")]
    own = states("我中心（编制5名，实有4名）。", REPORT)
    assert ("staff_actual", "level", None, "4", "人") in own

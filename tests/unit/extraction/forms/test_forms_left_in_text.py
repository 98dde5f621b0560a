"""Forms of projects of which only the text is left: pairs of names and amounts, one row of the national form, rows run together."""

from __future__ import annotations

from decimal import Decimal

import pytest

FINAL = "final_account"
TITLE = "柳原县2021年度渠道清淤项目支出绩效自评表\n"
PAIRS = "金额单位: 万元\n二、预算执行情况 预算安排情况(调整后) 资金到位情况 资金执行情况 预算执行进度(%)\n预算数 20.50 到位数 20.50 执行数 16.40 80.00\n其中:财政资金 20.50 其中:财政资金 20.50 其中:财政资金 16.40\n"
LETTERED = (
    "预算\n执行\n情况\n(万元)\n 转移支付预算数(A) 6.4万 预算执行率(B/A) 75%\n 转移支付执行数(B) 4.8万\n"
)
PLANNED = "计划安排资金\n\n(万元)\n\n90\n\n实际到位资金\n\n(万元)\n\n88\n\n实际支出\n\n(万元)\n\n86.5\n\n结余(万元)\n\n1.5\n\n其中:中央财政\n\n40\n"
ORDER_LOST = "项目资金(万元) 实施单位 柳原县水利站 年初预算数 全年预算数 全年执行数 分值 执行率(全年 执行数/全年 预算数) 年度资金总额: 30万元 25万元 20万元 10 80% 8 其中:当年财政 拨款 30万元 25万元 20万元 10 80% 8 得分 上年结转资金"
EMPTY_CELL = "项目资金 (元) |\n| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 年度资金总额 |\n| 5000.5 | 4000.4 | 10 | 80% | 8 | 其中:当年财政 拨款 |\n| 5000.5 | 4000.4 | — |\n| — | 上年结转 |\n"


def _project(states, text):
    found = states(text, TITLE)
    return {state[2:4] for state in found if state[0] == "project_expenditure"}, [
        state[3] for state in found if state[0] == "budget_execution_rate"
    ]


@pytest.mark.parametrize(
    ("text", "amounts", "rates"),
    [
        (PAIRS, {("adjusted_budget", "20.50"), ("final_account", "16.40")}, ["80.00"]),
        (PAIRS.replace("(调整后)", ""), {("final_account", "16.40")}, ["80.00"]),
        (PAIRS.replace("80.00", "62.00"), {("adjusted_budget", "20.50"), ("final_account", "16.40")}, []),
        (PAIRS.replace("金额单位: 万元", ""), set(), []),
        (PAIRS + PAIRS.replace("20.50", "9.10"), set(), []),
        (LETTERED, {("final_account", "4.8")}, ["75"]),
        (PLANNED, {("initial_budget", "90"), ("final_account", "86.5")}, []),
    ],
)
def test_each_amount_behind_its_name(states, text, amounts, rates):
    assert _project(states, text) == (amounts, rates)


def test_the_order_of_the_national_form_holds_where_its_headings_lost_theirs(states):
    amounts, rates = _project(states, ORDER_LOST)
    assert amounts == {("initial_budget", "30"), ("adjusted_budget", "25"), ("final_account", "20")}
    assert rates == ["80"]


def test_of_two_amounts_below_three_headings_the_first_may_be_either_budget(states):
    assert _project(states, EMPTY_CELL) == ({("final_account", "4000.4")}, ["80"])


def test_a_row_whose_rate_does_not_follow_is_left_out(states):
    assert _project(states, EMPTY_CELL.replace("4000.4 | 10", "3100 | 10")) == (set(), [])
    assert _project(states, EMPTY_CELL + EMPTY_CELL.replace("4000.4", "4050").replace("80%", "81%")) == (
        set(),
        [],
    )


def test_points_may_stand_in_the_heading_and_remarks_behind_it(states):
    stated = "预算执行情况 (万元) (20分)预算数(A)执行数(B)执行率(B/A)得分(20分*执行率)年度财政资金总额500400 80%16年度绩效目标一级指标二级指标三级指标年初目标值"
    assert ("final_account", "400") in _project(states, stated.replace("500400 80%", "50040080%"))[0]
    remark = "项目资金(万元)年初预算数(A)全年执行数(B)分值(10分)执行率(B/A)得分得分计算方法年度资金总额:210.452.61025%2.5执行率*该指标分值一级指标二级指标三级指标"
    assert _project(states, remark)[0] == {("initial_budget", "210.4"), ("final_account", "52.6")}


def test_a_line_that_holds_a_form_is_no_end_of_the_line_above(states):
    line = (
        "2021年度渠道清淤绩效自评表填报日期2022年3月1日.docx\n"
        + "项目名称渠道清淤项目资金(万元)年初预算数(A)全年执行数(B)分值(10分)执行率(B/A)得分年度资金总额:210.452.61025%2.5一级指标二级指标三级指标"
    )
    assert ("final_account", "52.6") in _project(states, line)[0]


@pytest.mark.parametrize(
    "text",
    [
        "2020年计划安排资金300万元，实际到位资金280万元，实际支出资金250万元。",
        "金额单位: 万元\n资金总额 100 100 90\n其中:财政资金\n预算数 60.50 到位数 60.50 执行数 50.40\n",
        "金额单位: 万元\n上年预算数 60.50 到位数 60.50 执行数 50.40\n",
    ],
)
def test_a_sentence_a_part_or_another_year_is_no_such_form(states, text):
    assert not _project(states, text)[0] & {(FINAL, "250"), (FINAL, "50.40")}


@pytest.mark.parametrize(
    ("above", "of_department"),
    [
        ("附件：部门整体支出绩效自评表\n部门名称：水利局\n", True),
        ("附件1：项目支出绩效自评表（略）\n附件2：部门整体支出绩效自评表\n", True),
        ("附件：渠道清淤项目支出绩效自评表\n", False),
        ("附件\n项 目 名 称：渠道清淤\n主管部门：水利局\n", False),
    ],
)
def test_the_row_of_an_annexed_form_of_a_project_is_not_the_departments(read, above, of_department):
    row = "全年预算数 全年执行数 分值 执行率 得分\n年度资金总额：100万元 90万元 10 90% 9\n"
    found = read(above + row, "柳原县水利局2021年度部门整体支出绩效自评报告\n").figures
    assert found
    assert ("total_expenditure" in {figure.concept for figure in found}) == of_department
    assert of_department or all(figure.confidence < Decimal("0.9") for figure in found)


def test_the_row_is_read_only_where_the_headings_of_the_form_stand_around_it(states):
    """资金到位 is printed in the same order, and says nothing of what was spent."""
    in_place = "预算执行率达标。资金到位情况（万元） 计划数 到位数 分值 到位率 年度资金总额：30万元 24万元 10 80% 8 其中：财政拨款"
    assert _project(states, in_place) == (set(), [])

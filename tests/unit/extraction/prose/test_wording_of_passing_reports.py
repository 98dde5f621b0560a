"""What whole reports leave to their headings, brackets and neighbours; invented names and figures."""

from __future__ import annotations

import pytest

EXPENSES = "三、“三公”经费\n"
BUDGET = "（四）预算情况。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 支出合计 below a heading on one kind of spending
        (EXPENSES + "支出合计42万元，比上年48万元减少6万元。", [("three_public_total", "level", "final_account", "42"), ("three_public_total", "level", "final_account", "48"), ("three_public_total", "change", "final_account", "-6")]),
        ("二、决算\n支出合计42万元。", [("total_expenditure", "level", "final_account", "42")]),
        # journeys counted, then what they cost
        ("公务用车运行维护费9万元；因公出国（境）0个团组，支出0万元。", [("official_vehicle_operation", "level", "final_account", "9"), ("overseas_travel", "level", "final_account", "0")]),
        # a rate with a full name, of the expenses just budgeted
        (EXPENSES + "预算安排8万元，实际支出6万元，预算完成率75%。", [("three_public_total", "level", "initial_budget", "8"), ("three_public_total", "level", "final_account", "6"), ("three_public_total", "completion_rate", "final_account", "75")]),
        ("2022年年初预算80万元，全年支出60万元，预算完成率75%。", [("total_expenditure", "level", "initial_budget", "80"), ("total_expenditure", "level", "final_account", "60"), ("budget_completion_rate", "level", None, "75")]),
        # what was spent, by another verb
        ("“三公”经费年初预算38万元，实际列支33万元，较预算节约5万元。", [("three_public_total", "level", "initial_budget", "38"), ("three_public_total", "level", "final_account", "33"), ("three_public_total", "change", "final_account", "-5")]),
        # that the budget was adjusted, and to what
        (BUDGET + "2022年部门预算安排142万元；年中因下达补助等调整预算，全年预算157万元。", [("total_expenditure", "level", "initial_budget", "142"), ("total_expenditure", "level", "adjusted_budget", "157")]),
        ("2、预算调整\n执行中追加：奖金36万元，维修9万元，共追加45万元。调整后预算503万元。", [("budget_adjustment", "level", "adjusted_budget", "45"), ("total_expenditure", "level", "adjusted_budget", "503")]),
        ("年初预算批复为153万元，其中基本支出88万元，项目支出65万元；追加住房保障、污水处理等专项17万元。", [("total_expenditure", "level", "initial_budget", "153"), ("basic_expenditure", "level", "initial_budget", "88"), ("project_expenditure", "level", "initial_budget", "65"), ("budget_adjustment", "level", "adjusted_budget", "17")]),
        # goods and services, in the sentence behind
        ("实际采购金额37万元。其中货物25万元，服务12万元。", [("procurement_actual", "level", "final_account", "37"), ("procurement_goods", "level", "final_account", "25"), ("procurement_services", "level", "final_account", "12")]),
        ("本年支出37万元。其中货物25万元，服务12万元。", [("total_expenditure", "level", "final_account", "37")]),
        # assets: what a bracket says of them, what came and went
        ("年末固定资产账面价值52万元（原值），本年新增6万元，处置2万元。", [("fixed_assets_gross", "level", None, "52"), ("asset_additions", "level", None, "6"), ("asset_disposals", "level", None, "2")]),
        ("固定资产账面原值98万元，累计折旧31万元，净值67万元；全部在用，利用率100%。", [("fixed_assets_gross", "level", None, "98"), ("fixed_assets_net", "level", None, "67"), ("fixed_asset_utilisation_rate", "level", None, "100")]),
        # vehicles behind what running them cost, and those that were bought
        ("公务用车运行维护费6万元（车辆3台）。", [("official_vehicle_operation", "level", "final_account", "6"), ("vehicle_stock", "level", None, "3")]),
        ("公务用车购置费36万元（2辆）。", [("official_vehicle_purchase", "level", "final_account", "36")]),
        # the score behind a heading on the conclusion
        ("五、自评结论：97.6分。", [("self_evaluation_score", "level", None, "97.6")]),
        ("支出按功能分类主要用于：一般公共服务（类）18万元；卫生健康（类）8万元。", [("function_class_amount", "level", "final_account", "18"), ("function_class_amount", "level", "final_account", "8")]),
        ("本年结余分配32万元，年末结转11万元。", [("surplus_distribution", "level", "final_account", "32"), ("closing_carryover", "level", None, "11")]),
    ],
)  # fmt: skip
def test_what_a_report_leaves_to_its_surroundings(states, text, expected):
    assert [(*one[:4],) for one in states(text)] == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("执行率98.7%，较2021年执行率97.1%提高1.6个百分点。", {"98.7": 2022, "97.1": 2021}),
        ("“三公”经费支出43万元（2021年40万元），其中公务用车运行费42万元（保有车辆15辆）。", {"43": 2022, "40": 2021, "42": 2022, "15": 2022}),
    ],
)  # fmt: skip
def test_a_year_that_is_compared_with_ends_with_its_rate_or_bracket(read, text, years):
    assert {one.value: one.fiscal_year for one in read(text).figures} == years


def test_amounts_without_a_unit_are_in_the_one_that_a_sentence_gives(states):
    said = "现将2022年度自评情况报告如下（金额单位：元）。\n"
    amounts = "总收入13,205,814.36，其中：其他收入355,600.00。送戏下乡120.50场。\n"
    assert states(said + amounts) == [
        ("total_revenue", "level", "final_account", "13205814.36", "元"),
        ("other_revenue", "level", "final_account", "355600.00", "元"),
    ]
    assert states(amounts) == []


FORM = "\n| 预算执行情况（万元） | 预算数（A） | 执行数（B） | 执行率（B/A） |\n| 部门整体支出总额 | 491 | 464 | 94.50% |\n"


@pytest.mark.parametrize(
    ("text", "stage", "sure"),
    [
        ("部门整体支出全年预算数491万元，年初预算412万元。", "adjusted_budget", True),
        ("部门整体支出年初预算491万元。", "initial_budget", True),
        ("部门整体支出年初预算412万元。", "initial_budget", False),
        ("本单位2022年正常运转。", "initial_budget", True),
        ("2021年全年预算数491万元。", "initial_budget", True),
        ("项目支出全年预算数491万元。", "initial_budget", True),
    ],
)
def test_a_plain_budget_of_a_form_is_what_the_text_says_it_is(read, text, stage, sure):
    (found,) = (
        one
        for one in read(text + FORM).figures
        if one.concept == "total_expenditure" and one.value == "491" and one.source_kind == "table"
    )
    assert (found.stage, found.confidence >= 0.9) == (stage, sure)


def test_words_that_a_row_asks_for_are_read_beside_the_question(states):
    row = "| {} | 2022年支出合计326万元，其中基本支出91万元，项目支出235万元 |\n| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |\n| 投入 | 预算执行 | 预算完成率 | 10 | 10 |\n"
    found = [one[0] for one in states(row.format("（二）简要概述部门支出情况"))]
    assert found[:3] == ["total_expenditure", "basic_expenditure", "project_expenditure"]
    assert not states(row.format("水库项目支出情况"))

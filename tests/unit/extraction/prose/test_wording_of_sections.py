"""Sections of self-evaluations: leads that name a rate, sources of the budget, what is no figure of it. Own names and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
SPENDING, FUNDS = "total_expenditure", "budget_execution_score_line"
MICRO = "石门镇人民政府2022年度部门整体支出绩效自评报告\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是预算完成率。预算完成数265万元，预算数272万元，完成率97.43%。", [(SPENDING, FINAL, "265"), (SPENDING, INITIAL, "272"), ("budget_completion_rate", None, "97.43")]),
        ("预算控制率。本年追加预算63万元，年初预算210万元，控制率30%。", [("budget_adjustment", ADJUSTED, "63"), (SPENDING, INITIAL, "210"), ("budget_control_rate", None, "30")]),
        ("“三公”经费控制：预算26万元、支出24万元，控制率92.31%。", [("three_public_total", INITIAL, "26"), ("three_public_total", FINAL, "24"), ("three_public_control_rate", None, "92.31")]),
        ("“三公”经费情况：2022年决算9万元（公车7万元，接待2万元），变动率-10%。", [("three_public_total", FINAL, "9"), ("official_vehicle", FINAL, "7"), ("official_reception", FINAL, "2"), ("three_public_change_rate", None, "-10")]),
        ("执行率=实际采购金额/采购预算=96%。", [("procurement_execution_rate", None, "96")]),
        ("我局预算指标来源如下：上年指标结转8万元，年初下达指标74万元，全年可用指标合计90万元；当年列支85万元。", [("opening_carryover", None, "8"), (SPENDING, INITIAL, "74"), (SPENDING, ADJUSTED, "90"), (SPENDING, FINAL, "85")]),
        ("我院系省财政直管单位，2022年省财政厅批复预算168万元，其中：人员类112万元。", [(SPENDING, INITIAL, "168"), ("personnel_expenditure", INITIAL, "112")]),
        ("我局2022年年初预算132万元。调整后的预算为169万元。年末实际列支166万元。", [(SPENDING, INITIAL, "132"), (SPENDING, ADJUSTED, "169"), (SPENDING, FINAL, "166")]),
        ("本年度合计支出98万元（基本支出42万元、项目支出56万元）。", [(SPENDING, FINAL, "98"), ("basic_expenditure", FINAL, "42"), ("project_expenditure", FINAL, "56")]),
        ("一般公共预算支出23万元，政府性基金支出4万元；两项合计27万元。", [(SPENDING, FINAL, "23"), (SPENDING, FINAL, "4"), (SPENDING, FINAL, "27")]),
        ("年末实有32人（新进3人、退休1人、调出1人），其中在岗31人、内退1人。", [("staff_actual", None, "32"), ("staff_in_service", None, "31"), ("staff_internal_retired", None, "1")]),
        ("整体支出自评96分，经财政复核调整为91分。", [("self_evaluation_score", None, "96"), ("review_score", None, "91")]),
        ("综合自评96分，评定为优秀。", [("self_evaluation_score", None, "96"), ("grade", None, "优")]),
        ("当年收入 210.5，上年结转 41.2；当年支出 227.3，年末结转 24.4。以上均为万元。", [("total_revenue", FINAL, "210.5"), ("opening_carryover", None, "41.2"), (SPENDING, FINAL, "227.3"), ("closing_carryover", None, "24.4")]),
        ("预算执行率（10分）：全年执行数（B）288万元÷全年预算数（A）300万元＝96%，得9.6分。", [(SPENDING, FINAL, "288"), (SPENDING, ADJUSTED, "300"), ("budget_execution_rate", None, "96")]),
        ("公用经费控制率=实际支出25万元/预算26万元=96.15%。", [("public_expenditure", FINAL, "25"), ("public_expenditure", INITIAL, "26"), ("public_expenditure_control_rate", None, "96.15")]),
        ("在职人员控制率=在职人员43人/编制46人=93.48%。", [("staff_in_service", None, "43"), ("staff_quota", None, "46"), ("staff_control_rate", None, "93.48")]),
        ("结转率4.2%，低于上年6.8%。", [("carryover_rate", None, "4.2"), ("carryover_rate", None, "6.8")]),
        ("编委核编45人（全额事业43人、工勤2人），在编42人。", [("staff_quota", None, "45"), ("institution_quota", None, "43"), ("worker_quota", None, "2"), ("staff_in_service", None, "42")]),
        ("2022年支出合计98万元：人员62万元；公用8万元；专项28万元。", [(SPENDING, FINAL, "98"), ("personnel_expenditure", FINAL, "62"), ("public_expenditure", FINAL, "8"), ("project_expenditure", FINAL, "28")]),
        ("收入预算163万元；实际收到158万元，支出151万元。", [("total_revenue", INITIAL, "163"), ("total_revenue", FINAL, "158"), (SPENDING, FINAL, "151")]),
        ("年度资金总额年初36万元，全年41万元，执行40万元，执行率97.56%。", [(FUNDS, INITIAL, "36"), (FUNDS, ADJUSTED, "41"), (FUNDS, FINAL, "40"), ("budget_execution_rate", None, "97.56")]),
        ("基本支出，系保障机构正常运转而发生的各项支出，2022年共发生110万元。", [("basic_expenditure", FINAL, "110")]),
        ("固定资产年初数126万元，本年新购设备增加8万元，报废桌椅减少4万元，年末数130万元，净值80万元。", [("asset_additions", None, "8"), ("asset_disposals", None, "4"), ("fixed_assets_gross", None, "130"), ("fixed_assets_net", None, "80")]),
        ("年末固定资产38万元（原值）。", [("fixed_assets_gross", None, "38")]),
        ("单位现有各类车辆11辆，其中高空作业车2辆。", [("vehicle_stock", None, "11")]),
        ("现有在编职工51名、台聘人员23名。", [("staff_in_service", None, "51"), ("staff_contract", None, "23")]),
        ("“三公”经费支出3万元，比年初预算（含追加1万元）减少2万元。", [("three_public_total", FINAL, "3"), ("three_public_total", FINAL, "-2")]),
        ("“三公”经费支出41万元。公务车运行27万元，接待14万元。", [("three_public_total", FINAL, "41"), ("official_vehicle_operation", FINAL, "27"), ("official_reception", FINAL, "14")]),
        ("整体支出绩效得分为：预算编制14.5+预算执行42+履职效益40=96.5分。", [("self_evaluation_score", None, "96.5")]),
        ("我局2022年部门预算（含局属5家事业单位）年初核定51万元。", [("subordinate_unit_count", None, "5"), (SPENDING, INITIAL, "51")]),
        ("财政拨款占71%，培训收入占29%。", [("fiscal_appropriation_revenue", FINAL, "71")]),
    ],
)  # fmt: skip
def test_sections_are_read(text, expected, states):
    assert [(concept, stage, value) for concept, _, stage, value, _ in states(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "调增一笔，补发考核奖31万元；调减一笔，压减公用经费2万元。",
        "本年使用上年结转29万元。",
        "各项目自评结果为“优”的4个，“良”的2个。",
        "两个项目合计支出12万元。",
        "信访救助项目预算执行率=实际支出12万元/预算数15万元=80%。",
        "基本支出预算执行率=12/15×100%=80%。",
        "预算管理得分为：编制14+执行22=36分。",
        "某项目预算（含5家单位）年初核定51万元。",
        "其中闲置待报废资产原值86万元。",
        "固定资产比年初增加。本年安排防汛物资购置8万元。",
        "预算完成率。信访救助项目预算数26万元，完成数27万元。",
        "单位：万元\n项目 年初预算数 调整预算数\n人员经费 204.3\n公用经费 21.7",
    ],
)
def test_what_is_not_the_departments_is_left_out(text, states):
    assert not states(text)


def test_what_is_added_with_something_else_is_no_level(states):
    found = states("2022年年初预算184万元，年中追加免费开放补助50万元和人员经费17万元。")
    assert not [value for concept, *_, value, _ in found if concept == "personnel_expenditure"]


def test_what_a_whole_township_has_is_its_own(states):
    found = states("全镇账面资产41万元，负债7万元。公务车编制3台，实有2台。", MICRO)
    assert [(concept, value) for concept, *_, value, _ in found] == [
        ("total_assets", "41"),
        ("total_liabilities", "7"),
        ("vehicle_stock", "2"),
    ]


def test_a_formula_that_only_explains_a_rate_states_no_budget(states):
    found = states("年末结转结余32万元，结转结余率3.5%（结转结余÷支出预算911万元）。")
    assert [(concept, value) for concept, *_, value, _ in found] == [
        ("closing_carryover", "32"),
        ("carryover_rate", "3.5"),
    ]


def test_a_plain_budget_of_a_formula_is_doubtful(read):
    found = read("公用经费控制率=实际支出25万元/预算26万元=96.15%。").figures
    assert [(one.stage, one.value, one.confidence < Decimal("0.9")) for one in found[:2]] == [
        (FINAL, "25", False),
        (INITIAL, "26", True),
    ]

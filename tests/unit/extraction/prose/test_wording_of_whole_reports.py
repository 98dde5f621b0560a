"""Wording of whole self-evaluation reports: posts by kind, changes behind lists, money of one project; invented names and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.extract import extract

DEPARTMENT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
PROJECT = "石门县2022年度苗圃改造项目支出绩效自评报告\n\n"


def figures(text: str, title: str = DEPARTMENT):
    return extract((title + text).encode(), "报告.txt").figures


def read(text: str, title: str = DEPARTMENT) -> list[tuple[str, str, str]]:
    """Concept, measure and value of each figure that a text states."""
    return [(one.concept, one.measure, one.value) for one in figures(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("核定编制36名（行政12名、事业24名）。", [("staff_quota", "level", "36"), ("administrative_quota", "level", "12"), ("institution_quota", "level", "24")]),
        ("核定编制36名，其中行政的12名、事业的24名。", [("staff_quota", "level", "36"), ("administrative_quota", "level", "12"), ("institution_quota", "level", "24")]),
        ("核定编制36名（行政12名、事业23名）。", [("staff_quota", "level", "36")]),
        ("总编制36人，其中：行政编制8人，参公编制5人，事业编制23人。", [("staff_quota", "level", "36"), ("administrative_quota", "level", "8")]),
        ("行政编制8名，实有8人；下属林木种苗站核定事业编制12名，实有10人。", [("administrative_quota", "level", "8"), ("institution_quota", "level", "12")]),
        ("聘用护林员、炊事员等临时人员7人。", [("staff_contract", "level", "7")]),
        ("全年接待群众来访86批412人次。", []),
        ("接待游客9批120人次。", []),
        ("力争2023年“三公”经费支出压缩5%。", []),
        ("力争预算执行率达到98%以上，“三公”经费支出压缩5%。", []),
        ("收入决算38万元，全部为财政拨款，比上年增加2万元。", [("total_revenue", "level", "38"), ("fiscal_appropriation_revenue", "level", "38"), ("total_revenue", "change", "2")]),
        ("“三公”经费决算数16万元，其中公务用车运行维护费14万元、公务接待费2万元；较2021年决算数18万元下降11.11%。", [("three_public_total", "level", "16"), ("official_vehicle_operation", "level", "14"), ("official_reception", "level", "2"), ("three_public_total", "level", "18"), ("three_public_total", "change_rate", "-11.11")]),
        ("预算执行得28分（满分30分），履职得38分（满分40分），效果得29分（满分30分），综合得分95分。", [("self_evaluation_score", "level", "95")]),
        ("该项满分10分，自评得分8分。", []),
        ("苗圃项目总投资86万元。", []),
        ("内设机构有办公室、造林股、法规股等6个。", [("internal_division_count", "level", "6")]),
        ("“三公”经费决算数8万元，其中公务接待费2万元、公务用车运行维护费6万元，控制率为72%，比上年减少1万元。", [("three_public_total", "level", "8"), ("official_reception", "level", "2"), ("official_vehicle_operation", "level", "6"), ("three_public_control_rate", "level", "72"), ("three_public_total", "change", "-1")]),
        ("“三公”经费决算30万元，较年初预算减少2万元，主要原因是压减接待；决算数较上年增加4万元，主要原因是更新车辆。", [("three_public_total", "level", "30"), ("three_public_total", "change", "-2"), ("three_public_total", "change", "4")]),
        ("2.公务用车购置费支出情况说明。购置车辆5台，预算100万元，支出决算98万元。", [("official_vehicle_purchase", "level", "100"), ("official_vehicle_purchase", "level", "98")]),
        ("人员支出占业务支出的比例年度指标值≥40%，实际完成41%。", []),
        ("2022年全年预算数31万元，其中年初预算29万元，年中调整2万元。", [("total_expenditure", "level", "31"), ("total_expenditure", "level", "29"), ("budget_adjustment", "level", "2")]),
        ("财政拨款收入、支出总计均为12万元。", [("total_resources", "level", "12"), ("total_uses", "level", "12")]),
        ("年初预算安排15万元，全年实际支出29万元。", [("total_expenditure", "level", "15"), ("total_expenditure", "level", "29")]),
        ("（一）护林防火宣传\n年初预算安排15万元，全年实际支出14万元。", []),
        ("（一）项目支出\n年初预算安排15万元，全年实际支出14万元。", [("project_expenditure", "level", "15"), ("project_expenditure", "level", "14")]),
        ("2022年预算总额（含上年结转3万元）62万元，实际支出60万元。", [("opening_carryover", "level", "3"), ("total_expenditure", "level", "62"), ("total_expenditure", "level", "60")]),
        ("基本支出（含抚恤金3万元）62万元。", [("basic_expenditure", "level", "62")]),
        ("（三）预算执行。年初财政批复预算98万元，年末预算数99万元，预算执行率97%。", [("total_expenditure", "level", "98"), ("total_expenditure", "level", "99"), ("budget_execution_rate", "level", "97")]),
        ("全年各项收入2.8亿元，其中：财政拨款收入28,000万元（含上级专项转移支付19,800万元）。", [("total_revenue", "level", "2.8"), ("fiscal_appropriation_revenue", "level", "28000"), ("upper_level_funds", "level", "19800")]),
        ("年初预算收入12亿元，其中一般公共预算11亿元，政府性基金预算1亿元。", [("total_revenue", "level", "12"), ("general_public_budget_appropriation", "level", "11"), ("government_fund_appropriation", "level", "1")]),
        ("在编在岗54人，聘用炊事员等编外用工4人。", [("staff_in_service", "level", "54"), ("staff_contract", "level", "4")]),
        ("离休1人，退休50人。", [("staff_retired", "level", "50")]),
        ("导致预算调整率高达91%。", [("budget_adjustment_rate", "level", "91")]),
        ("1.执行率情况。2022年度部门整体预算数16万元（年初预算14万元，年中调整2万元），执行数15万元，执行率93.75%。", [("total_expenditure", "level", "16"), ("total_expenditure", "level", "14"), ("budget_adjustment", "level", "2"), ("total_expenditure", "level", "15"), ("budget_execution_rate", "level", "93.75")]),
        ("2022年初，县财政核定本部门支出预算27万元。年度执行中，上级专项及县级追加共计18万元，全年预算总计达到45万元。", [("total_expenditure", "level", "27"), ("budget_adjustment", "level", "18"), ("total_expenditure", "level", "45")]),
        ("（一）整体支出情况\n截至12月底，累计支出20万元，其中：人员支出12万元。", [("total_expenditure", "level", "20"), ("personnel_expenditure", "level", "12")]),
        ("预算执行10分得9.75分，产出指标50分得48.5分，效益指标40分得38分，合计得分96.25分。", [("self_evaluation_score", "level", "96.25")]),
        ("固定资产原值69万元；2.门票收入仅占总收入的27.4%。", [("fixed_assets_gross", "level", "69")]),
        ("年末结转和结余3万元，全年预算40万元。", [("closing_carryover", "level", "3")]),
        ("2022年部门支出预算批复数为82万元，年中调整后为91万元，决算数为90万元。", [("total_expenditure", "level", "82"), ("total_expenditure", "level", "91"), ("total_expenditure", "level", "90")]),
        ("2022年部门总支出90万元，比2021年的86万元增支4万元。", [("total_expenditure", "level", "90"), ("total_expenditure", "level", "86"), ("total_expenditure", "change", "4")]),
        ("年初预算数90万元（其中人员经费68万元、公用经费7万元、项目经费15万元）。", [("total_expenditure", "level", "90"), ("personnel_expenditure", "level", "68"), ("public_expenditure", "level", "7"), ("project_expenditure", "level", "15")]),
        ("监测平台年初预算数90万元（其中人员经费68万元、公用经费7万元）。", []),
        ("三公经费控制较好，全年共支出5万元，较预算8万元减少37.5%。", [("three_public_total", "level", "5"), ("three_public_total", "level", "8"), ("three_public_total", "change_rate", "-37.5")]),
        ("三公经费和会议费控制较好，全年共支出5万元。", []),
        ("自评95分，绩效评定为“优”。", [("self_evaluation_score", "level", "95"), ("grade", "level", "优")]),
        ("全县财政总收入完成12亿元，一般公共预算支出38亿元，增长6.5%。", []),
        ("发放救助资金总支出38万元。", []),
        ("2021年“三公”经费支出6万元，2022年支出5万元，下降16.67%。", [("three_public_total", "level", "6"), ("three_public_total", "level", "5"), ("three_public_total", "change_rate", "-16.67")]),
        ("自评总分100分，实得95.6分。", [("self_evaluation_score", "level", "95.6")]),
        ("2022年部门收入56万元，支出52万元，比上年收入增加50.8%。", [("total_revenue", "level", "56"), ("total_expenditure", "level", "52"), ("total_revenue", "change_rate", "50.8")]),
        ("林农满意率96.2%，病虫害较上年下降12%。", [("satisfaction_rate", "level", "96.2")]),
    ],
)  # fmt: skip
def test_what_an_amount_is(text, expected):
    assert read(text) == expected


def test_whose_money_pays_for_one_project():
    text = "项目总投资86万元，其中中央林业改革资金50万元、省级补助资金20万元、县级配套资金16万元。"
    assert [(one.concept, one.stage, one.fund_scope, one.value) for one in figures(text, PROJECT)] == [
        ("project_expenditure", "initial_budget", None, "86"),
        ("upper_level_funds", "initial_budget", "central", "50"),
        ("upper_level_funds", "initial_budget", "provincial", "20"),
        ("local_level_funds", "initial_budget", None, "16"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年省财政下达我县苗圃改造补助资金36万元。补助资金支出30万元，预算执行率83.33%。", [("upper_level_funds", "level", "36"), ("project_expenditure", "level", "36"), ("project_expenditure", "level", "30"), ("budget_execution_rate", "level", "83.33")]),
        ("中央财政预算安排25万元，省级财政配套10万元，县级财政安排7万元，合计42万元。项目资金42万元全部到位。", [("upper_level_funds", "level", "25"), ("upper_level_funds", "level", "10"), ("local_level_funds", "level", "7"), ("project_expenditure", "level", "42")]),
        ("县财政预算安排该项目资金46万元，全年支出40万元。", [("project_expenditure", "level", "46"), ("project_expenditure", "level", "40")]),
        ("全年共拨付资金41万元，占到位资金的97.6%。", [("project_expenditure", "level", "41")]),
        ("省级下达补助资金13万元，县级配套6万元，总投资19万元。", [("upper_level_funds", "level", "13"), ("local_level_funds", "level", "6"), ("project_expenditure", "level", "19")]),
        ("总投资60万元（林财〔2022〕18号下达中央资金47万元、林财〔2022〕45号下达省级资金13万元）。", [("project_expenditure", "level", "60"), ("upper_level_funds", "level", "47"), ("upper_level_funds", "level", "13")]),
        ("截至2022年12月31日，项目支出资金58万元，执行率96.67%。", [("project_expenditure", "level", "58"), ("budget_execution_rate", "level", "96.67")]),
        ("本项目2022年预算安排12万元。截至年底已支付11万元，支付率91.67%。", [("project_expenditure", "level", "12"), ("project_expenditure", "level", "11"), ("budget_execution_rate", "level", "91.67")]),
        ("省财政厅下达第一批资金26万元。", []),
        ("2022年省财政下达我县改造补助资金26万元。2022年省财政下达我县管护补助资金10万元。", []),
        ("宣传经费支出2万元。", []),
    ],
)  # fmt: skip
def test_money_that_a_sentence_of_its_own_gives_to_one_project(text, expected):
    assert read(text, PROJECT) == expected


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2022年中央对地方林业改革转移支付\n石门县林业局绩效自评报告", "project_self_evaluation"),
        ("林木良种补贴支出绩效自评报告", "project_self_evaluation"),
        ("财政专项造林资金绩效自评报告", "project_self_evaluation"),
        ("石门县林业局2021年“三公”经费决算汇总情况", "three_public_statement"),
    ],
)
def test_kinds_of_titles(title, kind):
    assert extract(f"{title}\n\n支出3万元。".encode(), "报告.txt").identity.report_kind == kind


@pytest.mark.parametrize(
    ("change", "concept", "confidence"),
    [("节约3万元", "three_public_total", "0.95"), ("节约1万元", "official_vehicle_operation", "1"), ("节约2.5万元", "official_vehicle_operation", "0.5")],
)  # fmt: skip
def test_a_change_behind_a_list_is_of_the_part_or_the_whole_whose_amounts_differ_by_it(
    change, concept, confidence
):
    text = (
        "“三公”经费预算9万元，其中公务接待费4万元，公务用车运行维护费5万元；实际支出6万元，"
        f"其中公务接待费2万元，公务用车运行维护费4万元，比年初预算{change}。"
    )
    last = figures(text)[-1]
    assert (last.measure, last.concept, last.confidence) == ("change", concept, Decimal(confidence))


def test_parts_behind_a_kept_budget_are_of_what_was_spent():
    text = "“三公”经费支出13万元，控制在预算16万元以内。其中：接待费3万元，公车运行维护费10万元。"
    assert [(one.concept, one.stage, one.value) for one in figures(text)] == [
        ("three_public_total", "final_account", "13"),
        ("three_public_total", "initial_budget", "16"),
        ("official_reception", "final_account", "3"),
        ("official_vehicle_operation", "final_account", "10"),
    ]


def test_what_is_arranged_for_a_year_is_its_budget():
    text = "2022年安排会议费3万元、培训费6万元。"
    assert [(one.concept, one.stage) for one in figures(text)] == [
        ("meeting_expenditure", "initial_budget"),
        ("training_expenditure", "initial_budget"),
    ]


@pytest.mark.parametrize(("cut", "confidence"), [("，核减2万元", "0.5"), ("", "1")])
def test_what_was_added_is_uncertain_as_the_adjustment_where_something_was_cut_as_well(cut, confidence):
    added = next(one for one in figures(f"2022年年初预算98万元，年中追加12万元{cut}。") if one.value == "12")
    assert (added.concept, added.confidence) == ("budget_adjustment", Decimal(confidence))


@pytest.mark.parametrize(
    ("title", "confidence"),
    [("石门县林业局“三公”经费情况说明", "0.95"), ("石门县林业局“三公”经费决算情况说明", "1")],
)
def test_a_stage_that_nothing_prints_is_less_certain_where_budgets_and_accounts_are_given(title, confidence):
    text = "\n\n2022年公务接待费3万元。2022年“三公”经费决算9万元，2023年“三公”经费预算8万元。"
    found = figures(text, title)
    assert [(one.value, one.confidence) for one in found] == [
        ("3", Decimal(confidence)),
        ("9", Decimal(1)),
        ("8", Decimal(1)),
    ]


def test_a_body_that_a_sentence_introduces_is_not_the_department_of_the_title():
    text = "沅陵县文旅局2022年度部门整体支出绩效自评报告\n\n下设文化馆、博物馆，其中文化馆、博物馆为免费开放单位。\n支出3万元。"
    assert extract(text.encode(), "报告.txt").identity.department_name == "沅陵县文旅局"

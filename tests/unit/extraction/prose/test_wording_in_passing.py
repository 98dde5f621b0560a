"""Words in passing that decide whose, what kind and of which year an amount is; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"


def read(text: str) -> list[tuple[str, str, str | None, int | None, str]]:
    """Concept, measure, stage, year and value of each figure that a text states."""
    figures = extract((TITLE + text).encode(), "报告.txt").figures
    return [(one.concept, one.measure, one.stage, one.fiscal_year, one.value) for one in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内设办公室、财务股、法规股3个股室。", [("internal_division_count", "level", "3")]),
        ("下辖苗圃、林场2个二级单位。", [("subordinate_unit_count", "level", "2")]),
        ("基本支出预算较上年增12万元，增幅4%。", [("basic_expenditure", "change", "12"), ("basic_expenditure", "change_rate", "4")]),
        ("“三公”经费支出6万元，比上年减少1万元，降幅14%。", [("three_public_total", "level", "6"), ("three_public_total", "change", "-1"), ("three_public_total", "change_rate", "-14")]),
        ("全年调整预算896万元，其中上年结转32万元，本年追加39万元。", [("total_expenditure", "level", "896"), ("opening_carryover", "level", "32"), ("budget_adjustment", "level", "39")]),
        ("年末结转和结余32万元，追加9万元。", [("closing_carryover", "level", "32")]),
        ("行政编13个、全额事业编45个、差额事业编91个。", [("administrative_quota", "level", "13")]),
        ("1.预算执行情况。年初部门预算数243万元，决算数279万元。", [("total_expenditure", "level", "243"), ("total_expenditure", "level", "279")]),
        ("预算完成率：2022年年初预算986万元，实际完成970万元。", [("total_expenditure", "level", "986"), ("total_expenditure", "level", "970")]),
        ("（一）收入支出预决算对比\n2022年支出预算数73万元，决算数92万元。", [("total_expenditure", "level", "73"), ("total_expenditure", "level", "92")]),
        ("“三公”经费支出9万元，其中公务接待费支出3万元，较上年分别下降2%和12%。", [("three_public_total", "level", "9"), ("official_reception", "level", "3")]),
        ("基本支出预算执行率100%，项目支出预算执行率94%，全年预算执行率96%。", [("budget_execution_rate", "level", "96")]),
        ("东干渠改造项目结转资金198万元。", []),
        ("政府采购货物类支出4万元、政府采购服务类支出7万元。", [("procurement_goods", "level", "4"), ("procurement_services", "level", "7")]),
        ("社会保障与就业支出28万元。", [("function_class_amount", "level", "28")]),
        ("县财政批复我局部门预算31万元。执行中追加预算42万元，全年预算数74万元。", [("total_expenditure", "level", "31"), ("budget_adjustment", "level", "42"), ("total_expenditure", "level", "74")]),
        ("一般公共预算财政拨款支出557万元。与年初预算相比，年初预算数268万元，决算数557万元。", [("total_expenditure", "level", "557"), ("total_expenditure", "level", "268"), ("total_expenditure", "level", "557")]),
        ("财政拨款收入总计24万元，支出总计24万元。", [("total_resources", "level", "24"), ("total_uses", "level", "24")]),
        ("下属参公单位2个、事业单位4个。", []),
        ("（一）预算执行\n年初预算数168万元，调整后预算数251万元。预算调整数83万元。", [("total_expenditure", "level", "168"), ("total_expenditure", "level", "251"), ("budget_adjustment", "level", "83")]),
        ("（一）项目预算执行\n年初预算数168万元，调整后预算数251万元。", []),
        ("城乡居民养老参保2万人，基金累计结余6亿元。", []),
        ("全县教育系统编制数286人，全县编制数1286人。", [("staff_quota", "level", "286")]),
        ("财政拨款总收入24万元。", [("fiscal_appropriation_revenue", "level", "24")]),
        ("12个项目涉及一般公共预算当年拨款17万元。", []),
        ("二、一般公共预算支出情况\n一般公共预算财政拨款年初预算18万元，全年支出21万元。", [("total_expenditure", "level", "18"), ("total_expenditure", "level", "21")]),
        ("2022年年初批复我中心预算48万元，其中基本支出38万元。年中调整预算增加18万元，调整后预算数为66万元。", [("total_expenditure", "level", "48"), ("basic_expenditure", "level", "38"), ("budget_adjustment", "level", "18"), ("total_expenditure", "level", "66")]),
        ("2022年，部门预算年中调整后为92万元，实际支出86万元。", [("total_expenditure", "level", "92"), ("total_expenditure", "level", "86")]),
        ("行政编制46名，实有43人；事业编制38名，实有36人。", [("administrative_quota", "level", "46"), ("institution_quota", "level", "38")]),
        ("行政编制46名，实有43人。", [("administrative_quota", "level", "46"), ("staff_actual", "level", "43")]),
        ("固定资产原值28万元，在用27万元。", [("fixed_assets_gross", "level", "28"), ("fixed_assets_in_use", "level", "27")]),
        ("“安全监管”项目绩效自评综述：全年预算数为36万元，自评得分97.8分。", []),
        ("2022年收入预算合计62万元，包括本年收入60万元，上年结转2万元。", [("total_resources", "level", "62"), ("total_revenue", "level", "60"), ("opening_carryover", "level", "2")]),
        ("某平台年初预算12万元，决算9万元。其中基本支出8万元。", []),
        ("“三公”经费支出62万元，比上年决算数增加38万元，增长158%；比2019年决算数减少24万元，降低28.6%。", [("three_public_total", "level", "62"), ("three_public_total", "change", "38"), ("three_public_total", "change_rate", "158"), ("three_public_total", "change", "-24"), ("three_public_total", "change_rate", "-28.6")]),
        ("2022年县林业局年初预算36万元，年内追加12万元，调整后预算48万元。", [("total_expenditure", "level", "36"), ("budget_adjustment", "level", "12"), ("total_expenditure", "level", "48")]),
        ("2022年县水利局年初预算36万元。", []),
        ("固定资产（净值）26万元。", [("fixed_assets_net", "level", "26")]),
        ("2022年支出96万元。上半年支出占比仅为38.6%。", [("total_expenditure", "level", "96")]),
        ("机关设有办公室、政权股共5个股室。", [("internal_division_count", "level", "5")]),
    ],
)  # fmt: skip
def test_what_an_amount_is(text, expected):
    assert [(concept, measure, value) for concept, measure, _, _, value in read(text)] == expected


def test_a_rate_with_its_own_name_is_of_the_year_reported_unless_its_clause_says_otherwise():
    text = "2022年“三公”经费预算数48万元，2021年预算数52万元，“三公”经费变动率-7.69%。"
    assert [(concept, year) for concept, _, _, year, _ in read(text)] == [
        ("three_public_total", 2022),
        ("three_public_total", 2021),
        ("three_public_change_rate", 2022),
    ]


def test_scores_of_items_are_none_of_the_report():
    text = "在职人员控制率93%，自评得5分。重点支出安排率100%，自评得4分。\n自评总分94分。"
    assert [value for concept, *_, value in read(text) if concept == "self_evaluation_score"] == ["94"]


@pytest.mark.parametrize(
    "item", ["（二）履职效果（60分）\n自评得58.5分。", "1.资金投入（6分）。自评得5.5分。"]
)
def test_a_score_behind_the_marks_of_an_item_is_that_of_the_item(item):
    text = item + "\n五、自评结论\n自评得分97.5分。"
    assert [value for concept, *_, value in read(text) if concept == "self_evaluation_score"] == ["97.5"]


def test_a_numbered_item_ends_the_reason_before_it():
    text = "二、2022年公务用车运行维护费预算15万元，主要原因是保障下乡，三、2022年公务接待费预算20万元。"
    assert ("official_reception", "level", "initial_budget", 2022, "20") in read(text)


def test_the_total_of_one_budget_stays_the_total_with_the_balance():
    text = "财政拨款收入总计122万元，其中：年初结转和结余2万元。与2021年度相比，财政拨款收入总计增加8万元。"
    assert [concept for concept, measure, *_ in read(text) if measure == "change"] == ["total_resources"]


def test_money_saved_is_an_exact_amount():
    text = "“三公”经费支出4.83万元，较预算6.50万元节约1.67万元，全年办公用品约3万元。"
    figures = extract((TITLE + text).encode(), "报告.txt").figures
    assert {one.value: one.approximate for one in figures if one.measure == "change"} == {"-1.67": False}


def test_a_share_without_a_base_is_of_the_total_before_it():
    text = "2022年部门支出合计68万元，比2021年增加2万元。按性质分：基本支出46万元，占67.65%。"
    figures = extract((TITLE + text).encode(), "报告.txt").figures
    assert [one.base_concept for one in figures if one.measure == "share"] == ["total_expenditure"]


def test_the_unit_that_carries_a_project_out_reports_on_it():
    text = "石桥县2022年度农田建设项目支出绩效自评报告\n\n项目涉及8个乡镇，由县农业农村局组织实施。2022年预算安排96万元。"
    assert extract(text.encode(), "报告.txt").identity.department_name == "县农业农村局"


def test_the_year_of_a_document_named_is_not_that_of_the_figures():
    text = "根据《石门县2021年绩效评价指标体系》，自评得分91分。"
    assert [year for concept, _, _, year, _ in read(text) if concept == "self_evaluation_score"] == [2022]


def test_what_was_executed_the_year_before_is_a_final_account():
    text = "2022年一般公共预算拨款20万元，比2021年执行数18万元增加2万元。"
    assert ("general_public_budget_appropriation", "level", "final_account", 2021, "18") in read(text)


def test_funds_named_without_the_word_project_are_a_project():
    text = "石桥县2022年乡村振兴补助资金绩效自评报告\n\n共到位补助资金96万元，支出90万元。"
    assert extract(text.encode(), "报告.txt").identity.report_kind == "project_self_evaluation"


def test_the_number_of_a_list_item_says_nothing():
    text = "3、机关本级预算执行情况：委机关2022年年初预算1,236.5万，全年支出2,798.36万，预算执行率97.66%。其中基本支出812.3万元。"
    figures = extract((TITLE + "二、部门预算执行情况\n" + text).encode(), "报告.txt").figures
    assert [(one.concept, one.org_scope) for one in figures] == [
        ("total_expenditure", "headquarters"),
        ("total_expenditure", "headquarters"),
        ("budget_execution_rate", "headquarters"),
        ("basic_expenditure", "headquarters"),
    ]


def test_the_whole_of_a_share_stands_before_among():
    text = "2022年度“三公”经费财政拨款支出决算中，公务接待费支出决算3万元，占69%；公务用车购置及运行维护费支出决算1万元，占31%。"
    figures = extract((TITLE + text).encode(), "报告.txt").figures
    assert [one.base_concept for one in figures if one.measure == "share"] == ["three_public_total"] * 2


def test_parts_complete_the_budget_that_their_whole_completed():
    text = "“三公”经费支出决算为62万元，完成全年预算84万元的73.2%。其中：公务接待费支出决算为22万元，完成预算43万元的52.3%。"
    assert [(stage, value) for _, measure, stage, _, value in read(text) if measure == "level"] == [
        ("final_account", "62"),
        ("adjusted_budget", "84"),
        ("final_account", "22"),
        ("adjusted_budget", "43"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "2023年甘宁省农业农村厅一般公共预算财政拨款“三公”经费支出决算情况说明",
        "石桥县融媒体中心2023年度一般公共预算财政拨款“三公”经费支出决算情况说明",
    ],
)
def test_the_name_before_the_budget_is_that_of_the_department(title):
    name = extract(f"{title}\n\n2023年“三公”经费支出62万元。".encode(), "报告.txt").identity.department_name
    assert name in {"甘宁省农业农村厅", "石桥县融媒体中心"}


def test_an_earlier_year_said_in_passing_holds_for_its_clause_alone():
    text = "2022年“三公”经费支出18万元，2021年支出21万元，减少3万元。其中公务接待费6万元，2021年8万元；公务用车运行维护费12万元，2021年13万元。"
    levels = [(concept, year, value) for concept, measure, _, year, value in read(text) if measure == "level"]
    assert levels == [
        ("three_public_total", 2022, "18"),
        ("three_public_total", 2021, "21"),
        ("official_reception", 2022, "6"),
        ("official_reception", 2021, "8"),
        ("official_vehicle_operation", 2022, "12"),
        ("official_vehicle_operation", 2021, "13"),
    ]


def test_full_marks_beside_a_score_are_none():
    assert [value for *_, value in read("自评总分100分，得分94.5分。")] == ["94.5"]


def test_a_short_name_of_the_department_opens_a_paragraph():
    text = "石桥县妇女联合会2022年度部门整体支出绩效自评报告\n\n2022年县妇联年初预算168万元。"
    assert [one.value for one in extract(text.encode(), "报告.txt").figures] == ["168"]

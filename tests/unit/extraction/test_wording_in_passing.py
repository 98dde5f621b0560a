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

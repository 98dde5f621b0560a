"""Items of an account are not the department's totals, and budgets of two years in one sentence keep their own years."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import ACCOUNTS, people, stated

INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
CLASS, TOTAL = "function_class_amount", "total_expenditure"
BUDGET = "石门县林业局2023年度部门预算公开说明\n\n"
ITEM = "1．农林水支出（类）林业和草原（款）行政运行（项）"


@pytest.mark.parametrize(
    "text",
    [
        f"{ITEM}支出年初预算为10万元，支出决算为12万元，完成年初预算的120%。",
        f"{ITEM}。支出年初预算为10万元，全年预算为11万元，支出决算为12万元。",
        f"{ITEM}。\n支出年初预算为10万元，支出决算为12万元，完成年初预算的120%。",
        f"{ITEM}\n支出年初预算为10万元，支出决算为12万元，完成年初预算的120%。",
        f"{ITEM}2022年本年支出决算为12万元，完成年初预算的120%。",
        f"{ITEM}。本年支出合计12万元，主要用于工资。",
        f"{ITEM}科目：本年支出12万元。",
    ],
)
def test_an_item_is_not_all_spending(text):
    assert stated(text) == []


@pytest.mark.parametrize("stop", ["", "。", "：", "\n"])
def test_a_class_goes_on_with_its_stages(stop):
    text = f"1．农林水支出（类）{stop}支出年初预算为10万元，支出决算为12万元，完成年初预算的120%。"
    levels = [one for one in stated(text) if one[1] == "level"]
    assert levels == [(CLASS, "level", INITIAL, "10"), (CLASS, "level", FINAL, "12")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1．农林水支出：12万元，占6%。", "12"),
        ("农林水支出（类）：2022年决算数为12万元。", "12"),
        ("农林水支出（213类）12万元。", "12"),
        ("农林水支出类12万元。", "12"),
        ("“农林水支出”科目12万元。", "12"),
        ("农林水支出其他林业和草原支出使用12万元。", "12"),
        ("农林水支出：行政运行12万元，占6%。", None),
        ("农林水支出中森林培育支出12万元。", None),
        ("农林水支出用于森林管护12万元。", None),
        ("农林水支出主要为森林管护12万元。", None),
        ("“农林水支出-林业和草原-行政运行”科目12万元。", None),
        ("农林水支出（213类）林业和草原（02款）行政运行（01项）12万元。", None),
    ],
)
def test_an_amount_right_behind_a_class_is_of_it(text, value):
    levels = [one for one in stated(text) if one[1] == "level"]
    assert levels == ([] if value is None else [(CLASS, "level", FINAL, value)])


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("2022年度支出年初预算为200万元，支出决算为210万元。", TOTAL),
        ("部门支出年初预算数200万元，支出决算为210万元。", TOTAL),
        ("项目支出年初预算200万元，支出决算210万元。", "project_expenditure"),
        ("会议费支出年初预算为200万元，支出决算为210万元。", "meeting_expenditure"),
    ],
)
def test_the_budget_of_spending_is_of_what_was_named(text, budget):
    assert [one[:3] for one in stated(text)] == [(budget, "level", INITIAL), (budget, "level", FINAL)]


def test_spending_behind_income_is_spending():
    assert stated("我局收入年初预算200万元，支出年初预算190万元。") == [
        ("total_revenue", "level", INITIAL, "200"),
        (TOTAL, "level", INITIAL, "190"),
    ]


def _dated(read, text):
    return [(f.measure, f.stage, f.fiscal_year, f.value) for f in read(text, BUDGET).figures]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("公务用车运行维护费2022年预算执行数为2万元，2023年预算安排9万元，增加7万元。", "7"),
        ("公务接待费：2022年执行数为2万元，2023年安排预算9万元，比2022年增加7万元。", "7"),
        ("公务接待费2023年预算安排9万元，2022年执行2万元，增加7万元。", "7"),
    ],
)
def test_two_years_in_one_sentence_keep_their_years(read, text, change):
    found = _dated(read, text)
    assert ("level", FINAL, 2022, "2") in found and ("level", INITIAL, 2023, "9") in found
    assert ("change", INITIAL, 2023, change) in found and len(found) == 3


def test_of_one_year_a_change_is_of_what_was_spent(read):
    found = _dated(read, "公务接待费2023年决算9万元，2023年预算安排8万元，比上年增加7万元。")
    assert ("change", FINAL, 2023, "7") in found


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("行政编制6人，实际7人；事业编制5人，实际4人。", [("administrative_quota", "6"), ("institution_quota", "5")]),
        ("行政编制6人，事业编制5人，实际10人。", [("administrative_quota", "6"), ("institution_quota", "5"), ("staff_actual", "10")]),
        ("现有编制人员54人，其中在职44人、退休10人。", [("staff_actual", "54"), ("staff_in_service", "44"), ("staff_retired", "10")]),
        ("现有编制人员56人。其中，在职44人、离休2人、退休10人。", [("staff_actual", "56"), ("staff_in_service", "44"), ("staff_retired", "10")]),
        ("编制人数54人，其中在职50人，离退休20人。", [("staff_quota", "54"), ("staff_in_service", "50"), ("staff_retired", "20")]),
        ("编制人员54人，其中在职44人。退休10人。", [("staff_quota", "54"), ("staff_in_service", "44"), ("staff_retired", "10")]),
        ("编制人员54人，实有人员50人。", [("staff_quota", "54"), ("staff_actual", "50")]),
    ],
)  # fmt: skip
def test_posts_and_the_people_on_them(text, counted):
    assert people(text) == counted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公务接待费支出3.2\n万元，比上年减少0.5万\n元，下降13.5\n%。", {"3.2", "-0.5", "-13.5"}),
        ("本年支出合\n计1200万元，其中：基本支\n出1000万元，项目\n支出200万元。", {"1000", "200"}),
        ("政府采购金额（以合\n同签订为准）为54.09万元。", {"54.09"}),
        ("公务用车保有量3\n辆，国内公务接待12\n批次，120\n人次。", {"3", "12", "120"}),
        ("公务接待费\n3.2\n万元", set()),
        ("本年支出合计\n基本支出1000万元，项目支出200万元。", {"1000", "200"}),
    ],
)
def test_a_sentence_goes_on_behind_a_short_line(text, found):
    values = stated(text, ACCOUNTS)
    assert {value for *_, value in values} == found
    assert not [one for one in values if one[0] == TOTAL]


WRAPPED = "\n".join(["石门县林业局负责全县林业资源保护和监督管理工作和森林防火的"] * 14)


@pytest.mark.parametrize(
    "text",
    [
        "机关事业单位基本养老保险缴费支出9万元，其中：基本支出9万元，项目支出0元。",
        "行政单位医疗支出9万元，其中：基本支出9万元，项目支出0元。",
        f"{WRAPPED}\n主要情况。机关事业单位职业年金缴费支出150384元，其中：\n基本支出150384元，项目支出0元。",
    ],
)
def test_parts_of_an_item_are_not_the_departments(text):
    assert stated(text) == []


def test_parts_of_the_spending_of_a_unit_are():
    assert [one[0] for one in stated("本单位支出9万元，其中：基本支出9万元，项目支出0元。")] == [
        TOTAL,
        "basic_expenditure",
        "project_expenditure",
    ]

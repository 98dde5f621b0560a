"""The same said in words that only some sentences knew: comparing, parts behind a reason, rates of parts, totals, rows of two cells.

Not here: names and headings each in every place (``test_names_in_every_place``, ``test_headings_by_other_names``).
"""

from __future__ import annotations

import pytest

from extraction.extract import extract
from tests.unit.extraction.conftest import TITLE, people, stated

RECEPTION = [
    ("official_reception", "level", "final_account", "5.47"),
    ("official_reception", "change", "final_account", "-1.30"),
    ("official_reception", "change_rate", "final_account", "-19.20"),
]


@pytest.mark.parametrize(
    "than", ["比上年", "相比上年", "相较上年", "相较于上年", "相比于2021年", "对比上年", "较上年度"]
)
def test_words_that_compare_are_one_as_good_as_another(than):
    assert stated(f"2022年公务接待费5.47万元，{than}减少1.30万元，下降19.20%。") == RECEPTION


def test_a_budget_of_this_year_is_the_budget():
    printed = stated("2022年公务接待费决算数5.47万元，比2022年年初预算数6.00万元减少0.53万元。")
    assert stated("2022年公务接待费决算数5.47万元，比本年度年初预算数6.00万元减少0.53万元。") == printed


@pytest.mark.parametrize("parts", ["，其中：", "，其中", "；其中：", "。其中："])
def test_parts_may_stand_behind_a_reason(parts):
    found = stated(
        f"2022年收入合计560.12万元，较上年增加22.05万元，主要原因是人员增加{parts}财政拨款收入548.12万元，占97.86%；其他收入12.00万元。"
    )
    assert ("fiscal_appropriation_revenue", "level", "final_account", "548.12") in found
    assert ("fiscal_appropriation_revenue", "share", "final_account", "97.86") in found


def test_amounts_of_a_reason_are_none_of_the_department():
    found = stated(
        "2022年项目支出560.12万元，比上年增加22.05万元，主要原因是新增防汛项目80.00万元，其中基本支出12.00万元由县里负担。"
    )
    assert {value for *_, value in found} == {"560.12", "22.05"}


@pytest.mark.parametrize("joined", ["，其中：", "。其中：", "；其中"])
@pytest.mark.parametrize("rate", ["执行率", "执行进度", "预算执行率", "预算执行进度"])
def test_rates_of_parts_are_none_of_the_whole(joined, rate):
    text = f"2022年支出3790.18万元，支出执行率98.08%{joined}基本支出1592.66万元，{rate}99.50%；项目支出2197.52万元，{rate}97.10%。"
    assert [value for concept, *_, value in stated(text) if concept == "budget_execution_rate"] == ["98.08"]


@pytest.mark.parametrize("kind", ["项目支出", "项目类支出", "基本经费", "人员经费", "公用经费"])
def test_a_rate_behind_the_name_of_a_part_is_of_that_part(kind):
    text = f"2022年{kind}执行率93.70%，整体支出执行率96.20%。"
    assert [value for concept, *_, value in stated(text) if concept == "budget_execution_rate"] == ["96.20"]


def test_a_rate_behind_all_parts_is_of_the_whole():
    text = "2022年全年支出3790.18万元，其中：基本支出1592.66万元，项目支出2197.52万元，执行率97.10%。"
    assert ("budget_execution_rate", "level", None, "97.10") in stated(text)


@pytest.mark.parametrize("name", ["收入合计", "总收入", "全部收入", "收入总数", "收入总额"])
def test_all_income_with_its_balance_is_the_grand_total(name):
    found = stated(f"2022年度{name}318.30万元，其中：上年结转11.06万元，本年收入307.24万元。")
    assert ("total_resources", "level", "final_account", "318.30") in found
    assert ("total_revenue", "level", "final_account", "307.24") in found


def test_income_of_this_year_holds_no_balance():
    found = stated("2022年度本年收入合计307.24万元，其中：财政拨款收入307.24万元。")
    assert ("total_revenue", "level", "final_account", "307.24") in found


@pytest.mark.parametrize("head", ["项目 | 人数", "| 项目 | 人数 | 备注 |\n|---|---|---|", "类别 | 数量"])
def test_rows_of_a_name_and_a_number_between_bars(head):
    wide = head.startswith("|")
    rows = [("编制人数", "31"), ("在职人数", "29"), ("退休人员", "12")]
    lines = [f"| {name} | {count} | |" if wide else f"{name} | {count}" for name, count in rows]
    assert people(head + "\n" + "\n".join(lines) + "\n") == [
        ("staff_quota", "31"),
        ("staff_in_service", "29"),
        ("staff_retired", "12"),
    ]


def test_a_bar_in_a_sentence_begins_no_table():
    assert people("编制人数31人 | 在职人数29人，均为财政供养。") == [
        ("staff_quota", "31"),
        ("staff_in_service", "29"),
    ]


def test_a_numbered_total_is_the_total():
    table = "| 序号 | 一级指标 | 三级指标 | 分值 | 得分 |\n| 1 | 产出 | 清淤渠道 | 60 | 58 |\n| 2 | 效益 | 灌溉面积 | 40 | 38 |\n| 3 | 总分 | | 100 | 96 |\n"
    found = extract((TITLE + table).encode(), "试.txt")
    assert [(f.concept, f.value) for f in found.figures] == [("self_evaluation_score", "96")]

"""Of what a change, a share or a rate is: a name that the vocabulary does not know is never passed over; budgets by their short names; both ends printed."""

from __future__ import annotations

import pytest

BUDGET, FINAL = "initial_budget", "final_account"
ACCOUNTS = "石门县林业局2022年度部门决算情况说明\n\n"
BUDGETS = "石门县林业局2022年部门预算说明\n\n"


@pytest.mark.parametrize(
    "unknown",
    [
        "职业年金减少6.2万元",
        "、护林补贴减少6.2万元",
        "较上年职业年金减少6.2万元",
        "与上年相比绿化减少6.2万元",
        "苗圃产值增长率6.2%",
        "防火物资下降6.2%",
    ],
)
def test_a_change_of_something_unknown_is_not_that_of_the_name_before(states, unknown):
    text = f"支出预算836.4万元，基本支出较上年增加26.5万元，{unknown.lstrip('、')}。"
    assert [f[0] for f in states(text, BUDGETS)] == ["total_expenditure", "basic_expenditure"]


@pytest.mark.parametrize(
    "words",
    ["同口径较上年", "比上年度决算数", "较2021年", "比上年基本支出", "同比", "实际比上年", "与上年同期相比"],
)
def test_words_that_any_change_may_begin_with_name_nothing(states, words):
    text = f"基本支出836.4万元，{words}减少6.2万元。"
    assert states(text, ACCOUNTS)[-1] == ("basic_expenditure", "change", FINAL, "-6.2", "万元")


@pytest.mark.parametrize("begins", ["，其中", "。其中：", "，主要是", "，主要原因是"])
def test_budgets_that_income_comes_from_change_by_their_short_names(states, begins):
    text = f"收入预算836.4万元，较上年增加20.3万元{begins}一般公共预算增加26.5万元，政府性基金减少6.2万元。"
    assert states(text, BUDGETS)[2:] == [
        ("general_public_budget_appropriation", "change", BUDGET, "26.5", "万元"),
        ("government_fund_appropriation", "change", BUDGET, "-6.2", "万元"),
    ]


def test_short_names_below_spending_say_by_which_budget_it_is_paid(states):
    text = "支出预算836.4万元，较上年增加20.3万元，其中一般公共预算增加26.5万元，政府性基金减少6.2万元。"
    assert [f[3] for f in states(text, BUDGETS)] == ["836.4", "20.3"]


def test_what_was_carried_over_changes_the_income(states):
    text = "收入较上年增加20.3万元，主要是事业收入增加12.1万元，上年结转增加8.2万元。"
    assert states(text, BUDGETS)[2] == ("opening_carryover", "change", None, "8.2", "万元")


@pytest.mark.parametrize(
    "comparison",
    [
        "。与2021年支出901.4万元相比减少53.2万元，下降5.9%",
        "。与2021年的901.4万元相比，下降5.9%，减少53.2万元",
        "，其中森林防火42.7万元、管护18.3万元，比2021年的901.4万元减少53.2万元，下降5.9%",
        "。同2021年（901.4万元）相比，减少了53.2万元，下降5.9%",
        "，比2021年的901.4万元少支53.2万元，下降5.9%",
    ],
)
def test_the_difference_of_two_years_says_of_which_amount_it_is(states, comparison):
    text = f"全年预算860.1万元，实际支出848.2万元，年末结转11.9万元{comparison}。"
    found = [f for f in states(text, ACCOUNTS) if f[3] in {"901.4", "-53.2", "-5.9"}]
    assert {f[:4] for f in found} == {
        ("total_expenditure", "level", FINAL, "901.4"),
        ("total_expenditure", "change", FINAL, "-53.2"),
        ("total_expenditure", "change_rate", FINAL, "-5.9"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "全年预算860.1万元，实际支出848.2万元，年末结转11.9万元。与2021年的901.4万元相比减少63.2万元。",
        "基本支出848.2万元，项目支出848.2万元。与2021年的901.4万元相比减少53.2万元。",
    ],
)
def test_a_difference_that_leads_to_none_or_two_says_nothing(states, text):
    assert not [f for f in states(text, ACCOUNTS) if f[1] == "change" or f[3] == "901.4"]


def test_each_of_a_list_has_its_own_rate_where_the_whole_has_had_its(states):
    text = (
        "“三公”经费支出年初预算为12000元，支出决算为12000元，完成年初预算的100%。其中：公务用车购置费支出决算为0元，"
        "完成年初预算的0%；公务用车运行维护费支出决算为12000元，完成年初预算的100%。"
    )
    rates = [(f[0], f[3]) for f in states(text, ACCOUNTS) if f[1] == "completion_rate"]
    assert rates == [
        ("three_public_total", "100"),
        ("official_vehicle_purchase", "0"),
        ("official_vehicle_operation", "100"),
    ]


@pytest.mark.parametrize("said", ["占53.4%，职业年金占4.2%，绿化占3.1%", "占53.4%，绿化占3.1%，其他占0.2%"])
def test_a_share_of_something_unknown_is_not_that_of_the_name_before(states, said):
    text = f"支出合计936万元，基本支出500万元，{said}。"
    assert [f[3] for f in states(text, ACCOUNTS) if f[1] == "share"] == ["53.4"]


def test_a_completion_of_something_unknown_is_not_that_of_the_name_before(states):
    text = "基本支出500万元，完成预算的95%，护林防火完成预算的80%。"
    assert [f[3] for f in states(text, ACCOUNTS) if f[1] == "completion_rate"] == ["95"]


@pytest.mark.parametrize(
    "people", ["退休20人，护林员120人", "临时聘用人员12人，公益性岗位8人", "在职45人，遗属6人"]
)
def test_people_whom_no_concept_counts_stand_before_the_change(states, people):
    assert not [f for f in states(f"{people}，较上年增加5人。", ACCOUNTS) if f[1] == "change"]


def test_kinds_of_the_people_counted_do_not(states):
    text = "年末在职人员45人（行政18人、事业24人、工勤3人），较上年减少2人。"
    assert states(text, ACCOUNTS)[-1][:2] == ("staff_in_service", "change")


def test_what_was_added_to_the_income_is_not_the_income(states):
    text = "年初预算收入800万元，追加预算收入50万元，总收入850万元。"
    assert [f[3] for f in states(text, ACCOUNTS) if f[0] == "total_revenue"] == ["800", "850"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the rate is that of the whole
        ("2022年总支出1000万元，其中项目支出300万元，较上年增加100万元，增长11.11%。", ("total_expenditure", "0.95")),
        ("2022年收入总计990万元，其中年初结转和结余20万元，较2021年增加90万元，增长10.00%。", ("total_resources", "0.95")),
        ("2022年支出总计990万元，其中年末结转和结余20万元，较2021年增加90万元，增长10.00%。", ("total_uses", "0.95")),
        # the rate is that of the part, or nothing tells
        ("2022年总支出1000万元，其中项目支出300万元，较上年增加100万元，增长50%。", ("project_expenditure", "1")),
        ("2022年总支出1000万元，其中项目支出300万元，较上年增加100万元。", ("project_expenditure", "1")),
        ("2022年收入总计990万元，其中年初结转和结余20万元，较2021年减少90万元，下降81.82%。", ("opening_carryover", "1")),
        # the part would have been less than nothing
        ("2022年总支出1000万元，其中项目支出300万元，较上年增加400万元。", ("project_expenditure", "0.5")),
    ],
)  # fmt: skip
def test_a_change_behind_a_single_part_is_of_what_its_amounts_say(read, text, expected):
    changes = [figure for figure in read(text).figures if figure.measure == "change"]
    assert [(figure.concept, str(figure.confidence)) for figure in changes] == [expected]


def test_a_change_of_the_whole_that_is_told_already_is_not_told_again(read):
    text = "2022年“三公”经费支出21万元，较上年23万元减少2万元。其中公务接待费9万元，较上年减少2万元。"
    changes = [figure.concept for figure in read(text).figures if figure.measure == "change"]
    assert changes == ["three_public_total", "official_reception"]

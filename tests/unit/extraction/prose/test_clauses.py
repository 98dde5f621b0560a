"""What each number of a sentence measures. A change is never a level, an unrecognised number is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("基本支出418.36万元。", [("basic_expenditure", "level", FINAL, "418.36", "万元")]),
        ("2022年度支出总额为1,234.50万元。", [("total_expenditure", "level", FINAL, "1234.50", "万元")]),
        ("因公出国（境）费0元。", [("overseas_travel", "level", FINAL, "0", "元")]),
        ("项目支出年初预算120万元，决算数为98.5万元。", [("project_expenditure", "level", BUDGET, "120", "万元"), ("project_expenditure", "level", FINAL, "98.5", "万元")]),
        ("编制数20人，退休人员7名。", [("staff_quota", "level", None, "20", "人"), ("staff_retired", "level", None, "7", "人")]),
        ("货物采购9万元，工程采购6万元，服务采购8万元。", [("procurement_goods", "level", FINAL, "9", "万元"), ("procurement_works", "level", FINAL, "6", "万元"), ("procurement_services", "level", FINAL, "8", "万元")]),
        ("1.编制74人，在职71人。", [("staff_quota", "level", None, "74", "人"), ("staff_in_service", "level", None, "71", "人")]),
        ("公务用车保有量3辆。", [("vehicle_stock", "level", None, "3", "辆")]),
        ("全年接待12批次、96人次。", [("reception_batches", "level", None, "12", "批次"), ("reception_persons", "level", None, "96", "人次")]),
        ("预算执行率为96.4%。", [("budget_execution_rate", "level", None, "96.4", "%")]),
        ("上年结转10万元，年末结余5万元。", [("opening_carryover", "level", None, "10", "万元"), ("closing_carryover", "level", None, "5", "万元")]),
        ("综合得分96.5分，评价等级为优。", [("self_evaluation_score", "level", None, "96.5", "分"), ("grade", "level", None, "优", "")]),
        ("一般公共服务支出（类）120万元。", [("function_class_amount", "level", FINAL, "120", "万元")]),
    ],
)  # fmt: skip
def test_levels(states, text, expected):
    assert states(text) == expected


def test_parts_of_a_whole_share_its_printed_stage(states):
    found = states("支出年初预算500万元，其中：基本支出300万元，项目支出200万元。")
    assert {state[2] for state in found} == {BUDGET}
    assert [state[0] for state in found] == ["total_expenditure", "basic_expenditure", "project_expenditure"]


@pytest.mark.parametrize(
    ("words", "measure", "value", "unit"),
    [
        ("较年初预算增加27.8万元", "change", "27.8", "万元"),
        ("较年初预算减少27.8万元", "change", "-27.8", "万元"),
        ("比年初预算压减27.8万元", "change", "-27.8", "万元"),
        ("较年初预算增长6.1%", "change_rate", "6.1", "%"),
        ("较年初预算下降6.1%", "change_rate", "-6.1", "%"),
        ("占总支出的61.25%", "share", "61.25", "%"),
        ("完成年初预算的82.08%", "completion_rate", "82.08", "%"),
    ],
)
def test_a_change_a_share_or_a_rate_is_never_a_level(states, words, measure, value, unit):
    found = states(f"公用经费45.6万元，{words}。")
    assert found == [
        ("public_expenditure", "level", FINAL, "45.6", "万元"),
        ("public_expenditure", measure, FINAL, value, unit),
    ]


def test_changes_name_the_stage_they_are_measured_against(read):
    _, change = read("公用经费45.6万元，较年初预算增加2万元。").figures
    assert change.base_stage == BUDGET
    _, share = read("公用经费45.6万元，占基本支出的12%。").figures
    assert share.base_concept == "basic_expenditure"
    _, done = read("公用经费45.6万元，完成全年预算的97%。").figures
    assert done.base_stage == ADJUSTED


@pytest.mark.parametrize(
    "words", ["较上年减少12.5万元", "比上年增加12.5万元", "较去年减少12.5万元", "较2021年减少12.5万元"]
)
def test_changes_against_last_year_say_so(read, words):
    _, change = read(f"基本支出301.4万元，{words}。").figures
    assert change.base_stage == "prior_year"


def test_two_changes_in_a_row_are_of_the_same_subject(states):
    found = states("基本支出301.4万元，较上年减少12.5万元，下降3.98%。")
    assert [state[:2] for state in found] == [
        ("basic_expenditure", "level"),
        ("basic_expenditure", "change"),
        ("basic_expenditure", "change_rate"),
    ]


def test_a_counted_number_with_a_share_whose_whole_is_not_printed(read):
    count, share = read("下沉林区干部111人，相当于干部总数的74%。").figures
    assert (count.concept, count.measure, count.value) == ("activity_count", "level", "111")
    assert (share.concept, share.measure, share.value) == ("activity_count", "share", "74")
    assert count.sentence_no == share.sentence_no


@pytest.mark.parametrize(
    "text",
    [
        "公用经费30万元以上的须经会议研究。",
        "主要原因是公用经费42万元未及时列支。",
        "本年招录在职人员6人。",
        "全县在职人员600人。",
        "发放种苗3万株。",
        "召开会议5次。",
        "天气良好。",
    ],
)
def test_numbers_that_state_nothing_known_are_left_out(states, text):
    assert states(text) == []


def test_class_amounts_carry_their_code_and_scope(read):
    (figure,) = read("（一）项目支出情况\n农林水支出86.2万元。").figures
    assert (figure.concept, figure.function_code, figure.expenditure_scope) == (
        "function_class_amount",
        "213",
        "project",
    )


def test_money_is_exact_in_base_units(read):
    (figure,) = read("基本支出301.45万元。").figures
    assert figure.value_base == Decimal("3014500")
    assert figure.decimals == 2
    assert figure.base_unit == "yuan"


def test_an_amount_after_a_printed_year_speaks_of_that_year(read):
    years = [figure.fiscal_year for figure in read("2021年基本支出90万元，2022年基本支出95万元。").figures]
    assert years == [2021, 2022]


def test_approximate_amounts_say_so(read):
    assert [figure.approximate for figure in read("固定资产原值约320万元。").figures] == [True]


def test_a_figure_at_the_end_of_a_line_without_a_full_stop_is_read(states):
    assert states("自评得分97.5分") == [("self_evaluation_score", "level", None, "97.5", "分")]
    assert states("基本支出12.5万") == [("basic_expenditure", "level", FINAL, "12.5", "万元")]


def test_a_share_without_words_is_of_the_whole_it_is_listed_under(read):
    share = read("本年支出合计500万元，其中：基本支出300万元，占60%。").figures[-1]
    assert (share.measure, share.base_concept) == ("share", "total_expenditure")


def _wrong(text: str, *expected, reason: str):
    """A sentence that is misread today: the mark turns red as soon as it is read as ``expected``."""
    return pytest.param(text, list(expected))


def _money(concept: str, measure: str, value: str):
    return (concept, measure, FINAL, value, "万元")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        _wrong(
            "节约公务接待费1万元。",
            _money("official_reception", "change", "-1"),
            reason="verb before the label",
        ),
        _wrong(
            "压减公用经费5万元。",
            _money("public_expenditure", "change", "-5"),
            reason="verb before the label",
        ),
        _wrong(
            "减少基本支出5万元。", _money("basic_expenditure", "change", "-5"), reason="verb before the label"
        ),
        _wrong(
            "追加项目支出20万元。",
            _money("project_expenditure", "change", "20"),
            reason="verb before the label",
        ),
    ],
)
def test_a_change_whose_verb_stands_before_the_label_is_no_level(states, text, expected):
    # Leaving it out is as good: a wrong figure is worse than a missing one.
    assert states(text) in (expected, [])


@pytest.mark.parametrize(
    "text",
    [
        "人均公用经费3万元。",
        "每人公用经费0.5万元。",
        "月均基本支出10万元。",
        "拟安排项目支出30万元。",
        "下一步争取项目支出500万元。",
    ],
)
def test_what_is_per_head_or_only_planned_is_no_amount_of_the_year(states, text):
    assert states(text) == []


@pytest.mark.parametrize(
    "text", ["违规列支公务接待费0.5万元。", "审计发现公用经费2万元被挤占。", "尚有项目支出3万元未支付。"]
)
def test_a_part_that_somebody_found_is_not_the_amount_of_the_year(states, text):
    assert states(text) == []


def test_values_listed_respectively_go_to_their_labels_or_to_none(states):
    found = states("基本支出和项目支出分别为10万元、20万元。")
    assert found in (
        [_money("basic_expenditure", "level", "10"), _money("project_expenditure", "level", "20")],
        [],
    )


def test_values_of_several_years_go_to_their_years_or_to_none(read):
    years = [(f.fiscal_year, f.value) for f in read("2021年和2022年基本支出分别为11万元、12万元。").figures]
    assert years in ([(2021, "11"), (2022, "12")], [])


def test_spending_of_a_named_budget_is_of_that_subject(states):
    found = states("公务接待费预算2万元，支出1万元。")
    assert found[0] == ("official_reception", "level", BUDGET, "2", "万元")
    assert found[1:] in ([_money("official_reception", "level", "1")], [])


def test_amounts_of_one_body_are_not_those_of_the_department(read):
    found = read("局机关基本支出20万元，二级机构基本支出10万元。").figures
    assert [figure.org_scope for figure in found] in (["headquarters", "subordinate"], [])


def test_the_score_of_one_item_is_not_the_score_of_the_report(states):
    assert states("该项满分10分，自评得分8分。") == []


def test_compared_with_the_same_period_means_last_year(read):
    assert read("收入合计100万元，同比增长5%。").figures[-1].base_stage == "prior_year"

"""Tables of a PDF copied with its layout: empty cells left nothing but their place; a row of the “三公” form that lost its empty cells."""

from __future__ import annotations

HEAD = """支出决算表
单位：万元
项目            本年支出合计    基本支出    项目支出    经营支出
栏次                  1            2           3           4
"""
ROWS = """合计                 90.60        70.40       20.20
一般公共服务支出     70.40        50.20       20.20
卫生健康支出         20.20        20.20
"""
CAR_FORM = """一般公共预算“三公”经费支出表
单位：万元
合计      因公出国（境）费用    公务用车购置及运行费                      公务接待费
                                小计    公务用车购置费    公务用车运行费
"""


def _of_whole(states, text):
    wanted = {"total_expenditure", "basic_expenditure", "project_expenditure"}
    return {(concept, value) for concept, _, _, value, _ in states(text) if concept in wanted}


def test_an_amount_belongs_to_the_heading_above_its_place(states):
    assert _of_whole(states, HEAD + ROWS) == {
        ("total_expenditure", "90.60"),
        ("basic_expenditure", "70.40"),
        ("project_expenditure", "20.20"),
    }


def test_where_the_amounts_do_not_add_up_only_the_order_is_left_and_nothing_is_placed(states):
    spoiled = HEAD + ROWS.replace("90.60", "91.60")
    assert ("basic_expenditure", "70.40") not in _of_whole(states, spoiled)


def test_a_row_whose_amounts_stand_between_the_columns_leaves_all_rows_unplaced(states):
    """But for the sum, whose two parts are those that every department has."""
    between = HEAD + ROWS.replace("70.40        50.20", "70.40  50.20")
    assert _of_whole(states, between) == _of_whole(states, HEAD + ROWS)
    assert ("basic_expenditure", "70.40") not in _of_whole(states, between.replace("合计 ", "小计 "))


def test_a_heading_that_nobody_knows_heads_amounts_too(states):
    text = (HEAD + ROWS).replace("经营支出", "奖补支出")
    assert ("basic_expenditure", "70.40") in _of_whole(states, text)


def test_the_far_half_of_a_row_is_no_label_of_the_near_one(states):
    both = """部门收支总体情况表
单位：万元
项目                预算数        项目                  预算数
事业收入            3.40          社会保障和就业支出    5.60
其他收入                          卫生健康支出          4.80
收入总计            10.40         支出总计              10.40
"""
    found = states(both)
    assert [value for concept, _, _, value, _ in found if concept == "function_class_amount"] == [
        "5.60",
        "4.80",
    ]
    assert not any(concept == "other_revenue" for concept, *_ in found)


def test_the_sums_name_what_is_left_of_the_three_public_row(states):
    found = {(concept, value) for concept, _, _, value, _ in states(CAR_FORM + "3.90   3.20   3.20   0.70\n")}
    assert found == {
        ("three_public_total", "3.90"),
        ("official_vehicle", "3.20"),
        ("official_reception", "0.70"),
    }


def test_amounts_that_add_up_in_no_way_are_none_of_the_form(states):
    assert states(CAR_FORM + "3.90   3.10   3.20   0.70\n") == []

"""Behind parts that add up to their whole, and behind a semicolon, a stage alone or 支出 alone is of the whole again."""

from __future__ import annotations

import pytest

SELF = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"


@pytest.mark.parametrize("joint", ["，", "，其中", "，其中："])
@pytest.mark.parametrize(
    "said", ["决算支出780.4万元", "实际支出780.4万元", "全年执行780.4万元", "支出780.4万元"]
)
def test_parts_that_add_up_leave_the_whole_to_what_follows(states, joint, said):
    text = f"2022年部门年初预算800万元{joint}基本支出600万元、项目支出200万元，{said}。"
    assert states(text, SELF)[-1] == ("total_expenditure", "level", "final_account", "780.4", "万元")


def test_parts_of_a_part_are_in_it(states):
    text = "2022年部门年初预算800万元，基本支出600万元（人员经费500万元、公用经费100万元），项目支出200万元，调整后预算820万元。"
    assert states(text, SELF)[-1][:4] == ("total_expenditure", "level", "adjusted_budget", "820")


@pytest.mark.parametrize(
    ("parts", "spent"),
    [
        ("基本支出600万元，项目支出150万元", "140"),  # something is left for others
        ("其中项目支出200万元", "190"),  # one part alone
        (
            "基本支出600万元，实际支出590万元；项目支出年初预算200万元",
            "190",
        ),  # each with what was spent of it
    ],
)
def test_what_was_spent_of_one_part_stays_its_own(states, parts, spent):
    text = f"2022年部门年初预算800万元，{parts}，实际支出{spent}万元。"
    assert states(text, SELF)[-1][:4] == ("project_expenditure", "level", "final_account", spent)


@pytest.mark.parametrize("said", ["实际支出780.4万元", "支出780.4万元", "全年预算数为780.4万元"])
def test_a_semicolon_ends_a_list_without_a_word_before_it(states, said):
    text = f"2022年部门年初预算800万元，人员经费500万元，项目支出200万元；{said}。"
    stage = "adjusted_budget" if "预算" in said else "final_account"
    assert states(text, SELF)[-1][:4] == ("total_expenditure", "level", stage, "780.4")

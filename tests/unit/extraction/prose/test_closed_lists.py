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


def test_members_that_nobody_knows_close_a_list_as_well(states):
    text = "“三公”经费年初预算12万元，其中公务接待4万元，护林巡查8万元，实际支出10万元。"
    assert states(text, SELF)[-1][:4] == ("three_public_total", "level", "final_account", "10")


def test_behind_a_member_that_nobody_knows_nothing_is_of_the_member_before(states):
    text = "“三公”经费年初预算12万元，其中公务接待4万元，护林巡查5万元，实际支出10万元。"
    assert [f[3] for f in states(text, SELF)] == ["12", "4"]


def test_what_was_added_to_the_parts_is_in_what_was_added_to_the_whole(states):
    text = "年初部门预算800万元，年中追加100万元，其中基本支出追加30万元，项目支出追加70万元，调整后预算900万元，实际支出880万元。"
    assert [f[::2] for f in states(text, SELF)][-2:] == [
        ("total_expenditure", "adjusted_budget", "万元"),
        ("total_expenditure", "final_account", "万元"),
    ]


def test_a_share_of_what_is_above_the_whole_is_that_of_the_whole(states):
    shares = lambda text: [(f[0], f[3]) for f in states(text, SELF) if f[1] == "share"]  # noqa: E731
    closed = "2022年基本支出500万元，其中人员经费420万元，公用经费80万元，占总支出的56.8%。"
    each = "2022年基本支出500万元，其中人员经费420万元，占47.7%，公用经费80万元，占总支出的9.1%。"
    assert shares(closed) == [("basic_expenditure", "56.8")]
    assert shares(each)[-1] == ("public_expenditure", "9.1")


@pytest.mark.parametrize(
    "text",
    [
        "“三公”经费决算10万元，公务接待3万元，公务用车运行维护费7万元，较上年减少2万元。",
        "基本支出600万元，其中工资福利支出450万元，商品和服务支出100万元，对个人和家庭的补助50万元，较上年减少2万元。",
        "固定资产原值900万元，累计折旧300万元，净值600万元，较上年减少2万元。",
    ],
)
def test_a_change_behind_a_list_is_never_sure(read, text):
    assert not [f for f in read(text, SELF).figures if f.measure == "change" and f.confidence == 1]


def test_income_of_state_capital_is_not_that_of_a_business(states):
    text = "政府性基金收入60万元。国有资本经营收入10万元。"
    assert states(text, SELF)[-1][0] == "state_capital_appropriation"

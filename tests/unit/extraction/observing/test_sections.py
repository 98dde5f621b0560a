"""Sections of problems, measures and goals: by headings of their own, by leads, within a line."""

from __future__ import annotations

import pytest


def told(found):
    return [(statement.kind, statement.text) for statement in found.statements]


def test_below_conclusions_and_advice_each_lead_says_what_it_holds(read):
    found = read(
        "四、评价结论及建议\n（一）评价结论。部门整体支出自评得分91分，等级为优。\n"
        "（二）存在问题。部分涵闸维修结算滞后，资产卡片不全。\n（三）改进建议。完工项目限期办理决算手续。\n"
    )
    assert [kind for kind, _ in told(found)] == ["problem", "measure"]


def test_leads_alone_on_their_lines_are_headings(read):
    found = read(
        "五、评价结论及建议\n（一）评价结论。\n项目决策程序严密，资金使用合规，执行有效。\n"
        "（二）存在的问题。\n1.管护机制不够完善，经费有缺口。\n（三）相关建议。\n健全管护机制，保证资金使用合理。\n"
    )
    assert told(found) == [
        ("problem", "1.管护机制不够完善，经费有缺口。"),
        ("measure", "健全管护机制，保证资金使用合理。"),
    ]


def test_numbered_lines_below_problems_are_problems(read):
    found = read(
        "三、存在的主要问题\n（一）预算编制不够精细\n年初预计不足，追加较多。\n（二）整改落实不到位\n"
        "四、下一步措施\n（一）提高编制质量，把握支出重点\n五、其他情况\n全年支出平稳，无其他事项。\n"
    )
    assert [(kind, text[:6]) for kind, text in told(found)] == [
        ("problem", "（一）预算编"),
        ("problem", "年初预计不足"),
        ("problem", "（二）整改落"),
        ("measure", "（一）提高编"),
    ]


def test_both_within_a_line(read):
    found = read(
        "按照要求开展自评，自评得分90分，存在的问题：一是年初摸底不够准确；二是资金申报不及时。"
        "下一步改进措施：一是对实施对象准确摸底；二是按进度申报资金。\n"
    )
    assert [(kind, text[:4]) for kind, text in told(found)] == [
        ("problem", "一是年初"),
        ("problem", "二是资金"),
        ("measure", "一是对实"),
        ("measure", "二是按进"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "二、绩效目标\n保障机关运转，完成全年造林任务。\n（一）预算执行\n全年支出平稳，没有超支。\n",
        "二、绩效目标\n保障机关运转，完成全年造林任务。\n三、预算执行\n全年支出平稳，没有超支。\n",
    ],
)
def test_results_below_goals_are_no_goals(read, text):
    assert told(read(text)) == [("goal", "保障机关运转，完成全年造林任务。")]


def test_measures_follow_their_problem_in_one_line(read):
    found = read(
        "五、存在问题与整改举措\n1.项目储备不充分。整改举措：对未落实用地的项目一律不安排预算。\n"
        "2.资金拨付偏慢。整改举措：将拨付时限压缩一半。\n"
    )
    assert [(kind, text[:4]) for kind, text in told(found)] == [
        ("problem", "1.项目"),
        ("measure", "对未落实"),
        ("problem", "2.资金"),
        ("measure", "将拨付时"),
    ]

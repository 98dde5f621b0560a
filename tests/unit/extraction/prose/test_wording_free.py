"""Free wording of short reports: shares in turn, units left out, colloquial verbs; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
PROJECT = "石门县苗木补助项目支出绩效自评报告\n\n"
STATEMENT = "石门县林业局2022年“三公”经费支出情况说明\n\n"


def read(text: str, title: str = TITLE) -> list[tuple[str, str, str | None, int | None, str]]:
    """Concept, measure, stage, year and value of each figure that a text states."""
    figures = extract((title + text).encode(), "报告.txt").figures
    return [(one.concept, one.measure, one.stage, one.fiscal_year, one.value) for one in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("决算支出80万元，其中基本支出60万元，项目支出20万元，分别占总支出的75%、25%。", [("total_expenditure", "level", "80"), ("basic_expenditure", "level", "60"), ("project_expenditure", "level", "20"), ("basic_expenditure", "share", "75"), ("project_expenditure", "share", "25")]),
        ("基本支出60万元、项目支出20万元，占比分别为75%和25%。", [("basic_expenditure", "level", "60"), ("project_expenditure", "level", "20"), ("basic_expenditure", "share", "75"), ("project_expenditure", "share", "25")]),
        ("基本支出60万元，某某奖补20万元，分别占总支出的75%、25%。", [("basic_expenditure", "level", "60")]),
        ("本年支出合计80万元，比上年多支出5万元，增6.67%。", [("total_expenditure", "level", "80"), ("total_expenditure", "change", "5"), ("total_expenditure", "change_rate", "6.67")]),
        ("“三公”经费支出6万元，比预算少用1.5万元，同上年的8万元相比，减少2万元。", [("three_public_total", "level", "6"), ("three_public_total", "change", "-1.5"), ("three_public_total", "level", "8"), ("three_public_total", "change", "-2")]),
        ("会议费支出1.05万元，比上年减少0.2；培训费2.6万元，较上年2.25增加0.35万元。", [("meeting_expenditure", "level", "1.05"), ("meeting_expenditure", "change", "-0.2"), ("training_expenditure", "level", "2.6"), ("training_expenditure", "level", "2.25"), ("training_expenditure", "change", "0.35")]),
        ("会议费支出1.05万元，比上年增长0.2。", [("meeting_expenditure", "level", "1.05")]),
        ("培训费2万元，共12期、3.5天。", [("training_expenditure", "level", "2")]),
        ("全年收入90万元，支出80万元，剩余10万元结转下年。", [("total_revenue", "level", "90"), ("total_expenditure", "level", "80"), ("closing_carryover", "level", "10")]),
        ("某渠道改造完成投资90万元，剩余10万元结转下年。", []),
        ("全年收入86万元，其中财政拨款80万元。年初预算数为70万元，调整后为86万元，决算支出85万元。", [("total_revenue", "level", "86"), ("fiscal_appropriation_revenue", "level", "80"), ("total_expenditure", "level", "70"), ("total_expenditure", "level", "86"), ("total_expenditure", "level", "85")]),
        ("年初部门预算70万元，其中项目支出20万元；年中因增资等追加9万元，调整后79万元。", [("total_expenditure", "level", "70"), ("project_expenditure", "level", "20"), ("budget_adjustment", "level", "9"), ("total_expenditure", "level", "79")]),
        ("2022年调整预算90万元，实际支出85.5万元，占调整预算的95%。", [("total_expenditure", "level", "90"), ("total_expenditure", "level", "85.5"), ("total_expenditure", "completion_rate", "95")]),
        ("“三公”经费支出6万元，占年初预算8万元的75%，也低于上年的7万元。", [("three_public_total", "level", "6"), ("three_public_total", "level", "8"), ("three_public_total", "completion_rate", "75"), ("three_public_total", "level", "7")]),
        ("预算总收入90万元，其中事业收入12万元，其他收入3万元；实际总收入95万元。", [("total_revenue", "level", "90"), ("undertaking_revenue", "level", "12"), ("other_revenue", "level", "3"), ("total_revenue", "level", "95")]),
        ("基本支出60万元，占年初预算200万元的30%。", [("basic_expenditure", "level", "60")]),
        ("基本支出60万元，占预算的30%。", [("basic_expenditure", "level", "60"), ("basic_expenditure", "share", "30")]),
        ("支出96万元，比上年多收12万元罚没款。", [("total_expenditure", "level", "96")]),
        ("基本支出60万元（人员经费55万元、公用经费5万元），项目支出20万元，基本支出、项目支出分别占75%、25%。", [("basic_expenditure", "level", "60"), ("personnel_expenditure", "level", "55"), ("public_expenditure", "level", "5"), ("project_expenditure", "level", "20"), ("basic_expenditure", "share", "75"), ("project_expenditure", "share", "25")]),
        ("医疗收入160万元，其他收入3万元。", [("undertaking_revenue", "level", "160"), ("other_revenue", "level", "3")]),
        ("事业收入170万元，其中医疗收入160万元。", [("undertaking_revenue", "level", "170")]),
        ("全年业务收入230万元，其中药品收入80万元，医疗收入150万元。", []),
        ("单位自评得分为95.8分，属“优”。", [("self_evaluation_score", "level", "95.8"), ("grade", "level", "优")]),
        ("年度考核得分90分以上的被评为“优秀”。", []),
    ],
)  # fmt: skip
def test_free_wording(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one[0], one[1], one[4]) for one in read(text)] == expected


def test_a_level_behind_a_budget_with_parts_is_spent_where_it_says_so() -> None:
    found = read("预算总收入90万元，其中其他收入3万元；实际总收入95万元，其中其他收入4万元。")
    assert [(one[2], one[4]) for one in found][-2:] == [("final_account", "95"), ("final_account", "4")]


def test_sources_of_a_project_are_of_the_stage_of_its_budget() -> None:
    found = read("（二）资金情况：项目预算安排36万元，其中中央财政补助24万元、省级财政拨款12万元。", PROJECT)
    assert [(one[0], one[2], one[4]) for one in found] == [
        ("project_expenditure", "initial_budget", "36"),
        ("upper_level_funds", "initial_budget", "24"),
        ("upper_level_funds", "initial_budget", "12"),
    ]


def test_a_statement_that_says_what_was_spent_is_no_budget() -> None:
    found = read("公务接待费预算6万元，实支3万元。\n会议费1.05万元。", STATEMENT)
    assert [(one[0], one[2]) for one in found] == [
        ("official_reception", "initial_budget"),
        ("official_reception", "final_account"),
        ("meeting_expenditure", "final_account"),
    ]

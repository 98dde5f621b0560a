"""Forms of goals ask for money and promise results: no self-evaluation, and all their amounts are budgets. Own words."""

from __future__ import annotations

import pytest

from extraction.extract import extract

BODY = "部门名称|临溪县档案馆|\n年度主要任务|馆藏整理|中央资金20万元，完成卷宗整理。|\n年度总体目标|整理卷宗2万卷，实际完成后移交。|\n"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2023年度部门整体支出绩效目标申报表", "other"),
        ("2023年度项目支出绩效目标表", "other"),
        ("临溪县档案馆2023年度部门（单位）整体支出绩效目标批复表", "other"),
        ("2023年度部门整体支出绩效目标自评表", "department_self_evaluation"),
        ("临时救助绩效目标自评表（2023年度）", "project_self_evaluation"),
        ("2023年度部门整体支出绩效目标表及自评报告", "department_self_evaluation"),
        ("2023年度部门整体支出绩效目标表及绩效评价报告", "department_self_evaluation"),
        ("2023年度部门整体支出绩效目标完成情况表", "department_self_evaluation"),
    ],
)
def test_a_form_of_goals_is_no_self_evaluation(title: str, kind: str) -> None:
    assert extract(f"{title}\n\n{BODY}".encode(), "表.txt").identity.report_kind == kind


def test_amounts_of_a_form_of_goals_are_budgets() -> None:
    found = extract(
        f"2023年度项目支出绩效目标申报表\n\n{BODY}\n中央资金20万元。\n".encode(), "表.txt"
    ).figures
    assert [(f.concept, f.stage, f.value) for f in found] == [("upper_level_funds", "initial_budget", "20")]

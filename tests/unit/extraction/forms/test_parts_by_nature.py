"""The division of 年度资金总额 by income and by spending with a cell a line: of the stage whose total its amounts make up, or of none."""

from __future__ import annotations

import pytest

from benchmarks.perturbing.nationalforms import written_out

INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
SPENDING, INCOME = (
    ("basic_expenditure", "project_expenditure"),
    ("general_public_budget_appropriation", "other_revenue"),
)
#: The form leaves blank what the department has not.
FORM = (
    "年度预算申请 {{funds}} 年度资金总额 {totals} 10 91.20% 9.12 按收入性质分： 按支出性质分："
    " 其中：一般公共预算：{general}万元 其中：基本支出：{basic}万元 政府性基金拨款： 项目支出：{project}万元"
    " 纳入专户管理的非税收入拨款： 其他资金：{other}万元 年度总体目标 预期目标"
)


def parts(states, cells: str) -> dict[str, tuple[str | None, str]]:
    """The stage and amount of each part that the form states."""
    found = states("\n\n".join(cells.split()))
    return {concept: (stage, value) for concept, _, stage, value, _ in found if concept in SPENDING + INCOME}


def form(totals: str, basic="310.60", project="604.20", general="700.00", other="214.80") -> str:
    text = written_out(FORM.replace("{{funds}}", "\0")).format(
        totals=totals, basic=basic, project=project, general=general, other=other
    )
    return text.replace("\0", written_out("{{funds}}"))


@pytest.mark.parametrize(
    ("totals", "stage"),
    [
        ("914.80万元 914.80万元 834.30万元", INITIAL),  # a budget that was not changed is the first one
        ("880.00万元 914.80万元 834.30万元", ADJUSTED),
        ("914.80万元 880.00万元 834.30万元", INITIAL),
        ("1003.00万元 1003.00万元 914.80万元", FINAL),
    ],
)
def test_parts_with_a_cell_a_line_are_of_the_stage_whose_total_they_make_up(states, totals, stage):
    assert parts(states, form(totals)) == {
        "basic_expenditure": (stage, "310.60"),
        "project_expenditure": (stage, "604.20"),
        "general_public_budget_appropriation": (stage, "700.00"),
        "other_revenue": (stage, "214.80"),
    }


@pytest.mark.parametrize(
    ("left_out", "changed"),
    [
        (SPENDING, {"project": "604.30"}),  # no total of the form
        (INCOME, {"other": "200.00"}),
        (SPENDING, {"basic": ""}),  # one of two is blank
    ],
)
def test_a_division_that_makes_up_no_total_says_nothing(states, left_out, changed):
    found = parts(states, form("880.00万元 914.80万元 834.30万元", **changed).replace("：万元", "："))
    assert set(found) == set(SPENDING + INCOME) - set(left_out)


def test_money_that_is_no_concept_counts_in_the_sum(states):
    cells = form("914.80万元 914.80万元 834.30万元", general="690.00").replace(
        "纳入专户管理的非税收入拨款：", "上年结转：10.00万元"
    )
    found = parts(states, cells)
    assert found["general_public_budget_appropriation"] == (INITIAL, "690.00")


def test_a_part_whose_amounts_have_cells_of_their_own_is_a_row(states):
    rows = "单位：万元\n项目\t年初预算数\t全年预算数\t全年执行数\n年度资金总额\t900\t910\t905\n基本支出：\t300\t310\t305\n项目支出：\t600\t600\t600\n"
    found = {(concept, stage): value for concept, _, stage, value, _ in states(rows)}
    assert found["basic_expenditure", FINAL] == "305"
    assert found["project_expenditure", ADJUSTED] == "600"

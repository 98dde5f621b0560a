"""Rows whose label is a bare year, and rows of rubrics and of divisions that stay apart from what stands before them."""

from __future__ import annotations

import pytest

TITLE = "杨柳县财政局2023年度部门整体支出绩效自评报告\n\n单位：万元\n"
GOALS = "杨柳县财政局2023年部门整体支出绩效目标申报表\n"


def _table(*rows):
    return "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n"


def _said(read, text, title=TITLE):
    return {(f.concept, f.stage, f.fiscal_year, f.value) for f in read(text, title).figures}


@pytest.mark.parametrize("head", [("年度",), ("年份",), ("序号", "年度")])
def test_a_bare_year_in_front_of_a_row_is_the_year_of_its_amounts(read, head):
    before = ("1",) if len(head) > 1 else ()
    text = _table((*head, "收入合计", "支出合计"), (*before, "2022", "56.10", "55.20"))
    assert _said(read, text) == {
        ("total_revenue", "final_account", 2022, "56.10"),
        ("total_expenditure", "final_account", 2022, "55.20"),
    }


@pytest.mark.parametrize(
    ("heads", "row", "year"),
    [
        (("收入合计", "支出合计"), ("2022", "55.20"), 2023),  # an amount below a heading of amounts
        (("年度", "收入合计", "支出合计"), ("2022.00", "56.10", "55.20"), 2023),
        (("年度", "收入合计", "支出合计"), ("2999", "56.10", "55.20"), 2023),
        (("单位名称", "年度", "支出合计"), ("本级", "2022", "55.20"), 2022),
        (("年度", "收入合计", "支出合计"), ("2023", "56.10", "55.20"), 2023),
    ],
)
def test_what_only_looks_like_a_year(read, heads, row, year):
    spent = {figure for figure in _said(read, _table(heads, row)) if figure[0] == "total_expenditure"}
    assert spent == {("total_expenditure", "final_account", year, "55.20")}


def test_other_funds_in_the_division_by_income_are_no_row_of_the_funds_block(read):
    asked = (
        ("年度预算申请（万元）", "资金总额：", "64.80"),
        ("按收入性质分", "其中：一般公共预算拨款", "61.30"),
    )
    text = _table(*asked, ("", "政府性基金拨款", "2.00"), ("", "其他资金", "1.50"))
    found = _said(read, text, GOALS)
    assert "1.50" not in {figure[-1] for figure in found}
    assert ("general_public_budget_appropriation", "initial_budget", 2023, "61.30") in found
    assert ("government_fund_appropriation", "initial_budget", 2023, "2.00") in found


def test_other_funds_below_the_total_stay_a_row_of_the_funds_block(read):
    heads = ("部门预算资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率")
    rows = (("年度资金总额", "64.80", "66.10", "60.20", "91.07%"), ("其他资金", "1.50", "1.60", "1.40", ""))
    found = _said(read, _table(heads, *rows), TITLE)
    assert ("budget_execution_score_line", "final_account", 2023, "1.40") in found


def test_a_row_of_a_rubric_on_one_line_begins_behind_the_score_of_the_one_before(read):
    head = "一级指标 二级指标 三级指标 分值 评分标准 得分 扣分原因 投入 预算配置 "
    first = "“三公”经费变动率 5 不大于0得5分 5 2023年“三公”经费预算25万元，2022年26万元 "
    text = head + first + "预算执行 预算完成率 5 达到95%得5分 4.8 预算完成率96.5%，全年预算1500万元"
    found = _said(read, text)
    assert ("three_public_total", "initial_budget", 2023, "25") in found
    assert not {f for f in found if f[0].startswith("three_public") and f[-1] == "1500"}


@pytest.mark.parametrize(
    "text",
    [
        "“三公”经费年初预算25万元，得5分，全年预算26万元。",
        "“三公”经费年初预算25万元，综合得5.5分，全年预算26万元。",
        "“三公”经费年初预算25万元，该项满分5分，全年预算26万元。",
        "“三公”经费年初预算25万元，得5分；全年预算26万元。",
    ],
)
def test_points_in_a_sentence_do_not_end_it(read, text):
    assert ("three_public_total", "adjusted_budget", 2023, "26") in _said(read, text)

"""Figures of the department in the reasons and results of rubric rows: statements are read, standards and items are not. Own names and figures."""

from __future__ import annotations

import pytest

HEADS = "一级指标\t二级指标\t三级指标\t分值\t评分标准\t完成情况\t得分\t扣分原因\n"
ROW = "过程\t预算管理\t{name}\t5\t达标得满分\t{result}\t4\t{reason}\n"
TOTAL = "合计\t\t\t5\t\t\t4\t\n"


def _figures(read, name, reason="", result=""):
    text = HEADS + ROW.format(name=name, reason=reason, result=result) + TOTAL
    found = read(text)
    assert [row.level_3 for row in found.indicators if row.row_kind == "item"] == [name]
    return {(f.concept, f.stage, f.value) for f in found.figures if f.concept != "self_evaluation_score"}


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        (
            "在职人员控制率",
            "在职62人，编制66人，控制率93.94%",
            {("staff_in_service", None, "62"), ("staff_quota", None, "66"), ("staff_control_rate", None, "93.94")},
        ),
        (
            "政府采购执行率",
            "采购预算30万元，实际采购27万元，执行率90%",
            {
                ("procurement_budget", "initial_budget", "30"),
                ("procurement_actual", "final_account", "27"),
                ("procurement_execution_rate", None, "90"),
            },
        ),
        ("预算调整率", "预算调整率12%", {("budget_adjustment_rate", None, "12")}),
    ],
)  # fmt: skip
def test_what_a_row_on_a_rate_says_of_the_department_is_read(read, name, words, expected):
    assert _figures(read, name, reason=words) == expected
    assert _figures(read, name, result=words) == expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("预算执行率", "预算执行率92%，每低1%扣1分"),
        ("预算执行率", "满分5分，预算执行率为95%以上得满分"),
        ("预算调整率", "每超过10%扣1分，扣完为止"),
        ("预算执行率", "执行率≥95%，得5分"),
        ("培训人数", "在职62人，编制66人，培训率93.94%"),
        ("在职人员控制率", "控制得当"),
    ],
)
def test_standards_and_rows_on_other_things_state_nothing(read, name, words):
    assert not _figures(read, name, reason=words)


def test_the_corner_of_headings_says_of_which_stage_a_row_without_a_name_is(states):
    rows = "年度部门整体支出预算\t资金总额（万元）\t财政拨款\n\t150\t140\n"
    assert ("total_expenditure", "level", "initial_budget", "150", "万元") in states(rows)
    assert not [state for state in states(rows) if state[2] == "final_account"]

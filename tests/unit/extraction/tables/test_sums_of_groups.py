"""Tables whose columns stand in groups with a sum each, and rows that begin with codes of several cells. Own figures."""

from __future__ import annotations

import pytest
from carriers import bars, filled_up, tabs

TITLE = "澜河县茶叶站2022年度部门决算\n\n"
FLOWS = [
    "项目||年初结转和结余|||本年收入|||本年支出|||年末结转和结余||",
    "功能分类科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|项目支出|合计|基本支出结转|项目支出结转和结余",
    "合计||9.00|0.00|9.00|60.00|42.00|18.00|64.00|41.00|23.00|5.00|1.00|4.00",
    "208|社会保障和就业支出||||12.00|12.00||12.00|12.00||||",
    "213|农林水支出|9.00||9.00|48.00|30.00|18.00|52.00|29.00|23.00|5.00|1.00|4.00",
]
WHOLE = {
    ("opening_carryover", "9.00"),
    ("total_revenue", "60.00"),
    ("total_expenditure", "64.00"),
    ("basic_expenditure", "41.00"),
    ("project_expenditure", "23.00"),
    ("closing_carryover", "5.00"),
}
CODES = [
    "功能分类科目编码|||科目名称|本年支出合计|基本支出|项目支出|经营支出|上缴上级支出",
    "类|款|项||||||",
    "合计||||64.00|41.00|23.00||",
    "208|||社会保障和就业支出|12.00|12.00|||",
    "208|05||行政事业单位养老支出|12.00|12.00|||",
    "208|05|02|事业单位离退休|12.00|12.00|||",
    "213|||农林水支出|52.00|29.00|23.00||",
]
#: The sum is printed below the heading of names: the cells in front of it are one, and as many stand at the end.
SHIFTED = ["合计|||64.00|41.00|23.00|||" if row.startswith("合计") else row for row in CODES]


def _sure(read, text):
    return {
        (f.concept, f.value, f.function_code, f.expenditure_scope)
        for f in read(text, TITLE).figures
        if f.confidence >= f.confidence.__class__("0.9")
    }


def _named(found):
    return {(concept, value) for concept, value, code, _ in found if code is None}


@pytest.mark.parametrize("carrier", [bars, tabs])
def test_each_group_has_a_sum_and_parts_of_its_own(read, carrier):
    found = _sure(read, f"收入支出决算表\n单位：万元\n{carrier(FLOWS)}\n")
    assert _named(found) == WHOLE
    assert {(value, scope) for _, value, code, scope in found if code == "213"} == {
        ("52.00", None),
        ("29.00", "basic"),
        ("23.00", "project"),
    }  # neither what came in for the class nor what is left of it


def test_groups_above_their_sums_where_merged_and_empty_cells_are_gone(read):
    rows = ["|".join(cell for cell in row.split("|") if cell) for row in FLOWS]
    found = _sure(read, f"收入支出决算表\n单位：万元\n{bars(rows)}\n")
    assert _named(found) == WHOLE
    # which cells the rows of classes lost is not seen: 9.00 is no expenditure on 213
    assert not {value for _, value, code, _ in found if code == "213"} - {"52.00", "29.00", "23.00"}


def test_a_group_without_a_sum_below_it_is_not_guessed(read):
    rows = [
        "项目|年初结转和结余|本年收入|本年支出",
        "功能分类科目编码|科目名称|合计|基本支出|项目支出|合计|基本支出|项目支出",
        "合计|7.00|60.00|42.00|18.00|64.00|41.00|23.00",
    ]
    for wrong in ("42.00", "18.00"):
        assert ("basic_expenditure", wrong) not in _named(
            _sure(read, f"收入支出决算表\n单位：万元\n{bars(rows)}\n")
        )


def test_parts_of_income_by_purpose_are_no_expenditure(read):
    rows = [
        "项目|本年收入|||本年支出||",
        "|小计|基本支出|项目支出|小计|基本支出|项目支出",
        "合计|60.00|42.00|18.00|64.00|41.00|23.00",
    ]
    found = _named(_sure(read, f"收入支出决算表\n单位：万元\n{bars(rows)}\n"))
    assert {("basic_expenditure", "41.00"), ("project_expenditure", "23.00")} <= found
    assert not {("basic_expenditure", "42.00"), ("project_expenditure", "18.00")} & found


@pytest.mark.parametrize("carrier", [bars, tabs, filled_up])
@pytest.mark.parametrize("rows", [CODES, SHIFTED])
def test_codes_in_cells_of_their_own_are_no_amounts(read, carrier, rows):
    found = _sure(read, f"支出决算表\n单位：万元\n{carrier(rows)}\n")
    assert _named(found) == {
        ("total_expenditure", "64.00"),
        ("basic_expenditure", "41.00"),
        ("project_expenditure", "23.00"),
    }
    assert {value for _, value, code, _ in found if code} == {"12.00", "52.00", "29.00", "23.00"}


def test_the_labels_of_one_half_are_not_project_expenditure(read):
    """项目 | 决算数 | 项目(按功能分类) | 决算数: two halves, as 项目支出 beside 项目支出 are not."""
    rows = [
        "收入||支出|",
        "项目|决算数|项目(按功能分类)|决算数",
        "本年收入合计|60.00|本年支出合计|64.00",
        "总计|69.00|总计|69.00",
    ]
    assert _named(_sure(read, f"收入支出决算总表\n单位：万元\n{bars(rows)}\n")) == {
        ("total_revenue", "60.00"),
        ("total_expenditure", "64.00"),
        ("total_resources", "69.00"),
        ("total_uses", "69.00"),
    }

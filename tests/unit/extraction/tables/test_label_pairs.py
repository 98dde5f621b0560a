"""Labels and numbers in turn on one line, the “三公” form with a row a stage, tables of bodies with a row a line."""

from __future__ import annotations

import pytest

BUDGET, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
TITLE = "沙棘县水利局2023年度部门决算\n\n"
FORM_TITLE = "沙棘县水利局2023年度部门整体支出绩效自评报告\n\n"
HEADS = "公务用车购置及运行费 公务接待费\n小计 公务用车购置费 公务用车运行费\n"


def _all(read, text, title=TITLE):
    return {(f.concept, f.stage, f.value) for f in read(text, title).figures if f.confidence >= 1}


def test_people_and_bodies(read):
    text = (
        "单位性质 行政 内设股室数 8 人员编制 46 其中：行政编制 20 事业编制 26 年末在职人数 44 退休人数 17\n"
    )
    assert _all(read, text) == {
        ("internal_division_count", None, "8"),
        ("staff_quota", None, "46"),
        ("administrative_quota", None, "20"),
        ("institution_quota", None, "26"),
        ("staff_in_service", None, "44"),
        ("staff_retired", None, "17"),
    }


def test_expenses_with_their_unit_behind_them(read):
    text = "“三公”经费合计 9.60 因公出国（境）费 0 公务接待费 2.10 公务用车运行维护费 7.50 会议费 1.20 单位：万元\n"
    found = _all(read, text)
    assert ("three_public_total", FINAL, "9.60") in found
    assert ("official_vehicle_operation", FINAL, "7.50") in found
    assert ("meeting_expenditure", FINAL, "1.20") in found


@pytest.mark.parametrize(
    "text",
    [
        "四、上级补助收入 4 五、事业收入 5 六、经营收入 6 七、附属单位上缴收入 7\n",  # numbers of rows
        "“三公”经费合计 9.60 因公出国（境）费 1 公务接待费 2.10 公务用车运行维护费 7.50 单位：万元\n",
        "人员编制 46 在职人数 44 95.65 退休人数 17 公务用车 3\n",
        "基本支出 120.00 项目支出 80.00 支出合计 200.00 基本支出 110.00 项目支出 70.00\n",
    ],
)
def test_a_line_of_which_it_is_not_certain(read, text):
    assert not _all(read, text)


@pytest.mark.parametrize("carrier", ["cells", "lines"])
def test_a_row_for_each_stage(read, expense_heads, carrier):
    rows = [
        ["预算数", "6.40", "0.00", "4.80", "0.00", "4.80", "1.60"],
        ["决算数", "5.20", "0.00", "4.30", "0.00", "4.30", "0.90"],
    ]
    lines = (
        [" ".join(expense_heads), *map(" ".join, rows)]
        if carrier == "lines"
        else [*expense_heads, *rows[0], *rows[1]]
    )
    found = _all(
        read, "\n".join(["“三公”经费支出决算表", "单位：万元", *lines]) + "\n", "沙棘县水利局三公经费\n\n"
    )
    assert {(concept, value) for concept, stage, value in found if stage == FINAL} == {
        ("three_public_total", "5.20"),
        ("overseas_travel", "0.00"),
        ("official_vehicle", "4.30"),
        ("official_vehicle_purchase", "0.00"),
        ("official_vehicle_operation", "4.30"),
        ("official_reception", "0.90"),
    }
    assert ("three_public_total", BUDGET, "6.40") in found


def test_rows_of_a_stage_that_do_not_add_up(read):
    text = (
        "“三公”经费支出决算表\n单位：万元\n合计 因公出国（境）费 "
        + HEADS
        + "预算数 6.40 4.80 1.50\n决算数 5.20 4.30 0.90\n"
    )
    assert not {value for _, _, value in _all(read, text)}


@pytest.mark.parametrize("bodies", ["机构名称", "单位名称", "预算单位"])
def test_bodies_whose_rows_kept_their_lines(read, bodies):
    text = (
        f"全年支出与结余（万元）\n{bodies} 支出合计 其中： 结余\n基本支出 其中： 项目支出 当年结余 累计结余\n"
        "人员支出 公用支出\n机关与所属单位汇总 560.20 320.20 280.10 40.10 240.00 -6.30 18.40\n"
    )
    found = _all(read, text, FORM_TITLE)
    assert ("total_expenditure", FINAL, "560.20") in found
    assert ("personnel_expenditure", FINAL, "280.10") in found
    assert ("project_expenditure", FINAL, "240.00") in found

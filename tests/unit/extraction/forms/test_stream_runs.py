"""Forms whose text gives all names first and then all values, as PDF texts do. Own names and figures."""

from __future__ import annotations

from benchmarks.perturbing.nationalforms import written_out
from extraction.extract import extract

LEAD = "项目支出绩效自评表（2023年度） 项目名称 林区道路养护 主管部门 澄溪县林业局 项目资金 (万元) "
LABELS = "年度资金总额 其中:当年财政拨款 上年结转资金 其他资金 "
HEADS = written_out("{{funds}} ")
GOALS = "年度总体目标 预期目标 养护林区道路31公里 实际完成情况 养护林区道路31公里 "


def _told(text: str) -> dict[str, set[str]]:
    found = extract((text + "\n").encode(), "a.txt").figures
    concepts = {one.concept for one in found}
    return {name: {one.value for one in found if one.concept == name} for name in concepts}


def test_values_behind_all_of_the_headings_go_to_the_labels_before_them() -> None:
    told = _told(
        LEAD + LABELS + HEADS + "75 74.2 70.49 10 95% 9.5 75 74.2 70.49 — 95% — — — — — — — " + GOALS
    )
    assert told["project_expenditure"] == {"75", "74.2", "70.49"}
    assert told["budget_execution_score_line"] == {"75", "74.2", "70.49"}
    assert told["budget_execution_rate"] == {"95"}


def test_values_behind_headings_and_then_labels() -> None:
    values = "90 88 83.6 10 95% 9.5 60 60 59.1 - 98.5% - 30 28 24.5 - 87.5% - "
    told = _told(
        "部门整体支出绩效自评表（2023年度） 部门名称 澄溪县林业局 预算执行情况(万元) "
        + HEADS
        + "年度资金总额 其中:基本支出 项目支出 "
        + values
        + GOALS
    )
    assert told["basic_expenditure"] == {"60", "59.1"}
    assert told["project_expenditure"] == {"30", "28", "24.5"}


def test_values_whose_rate_does_not_come_out_are_left_out() -> None:
    told = _told(LEAD + LABELS + HEADS + "75 70.49 10 95% 9.5 75 74.2 70.49 — 95% — — " + GOALS)
    assert "budget_execution_score_line" not in told
    assert "70.49" not in told.get("project_expenditure", set())


def test_values_in_their_places_whose_rate_is_of_others_prove_no_row() -> None:
    """74.2, 60.10 and 95 %: whose amounts these are, nothing proves."""
    told = _told(LEAD + LABELS + HEADS + "75 74.2 60.10 10 95% 9.5 — — — — — — " + GOALS)
    assert "budget_execution_score_line" not in told
    assert "60.10" not in told.get("project_expenditure", set())


def test_a_second_row_that_is_no_part_by_itself_is_not_given_to_the_second_label() -> None:
    told = _told(LEAD + LABELS + HEADS + "75 80 76 10 95% 9.5 0 5 4.5 — 90% — " + GOALS)
    assert told["budget_execution_score_line"] == {"75", "80", "76"}
    assert told["project_expenditure"] == {"75", "80", "76"}


def test_money_of_levels_is_read_from_rows_behind_wide_blanks() -> None:
    told = _told(
        "2023年林区道路养护资金绩效自评报告\n\n项目支出绩效自评表（万元）\n项目资金　年初预算数　全年预算数　全年执行数　分值　执行率　得分\n"
        "年度资金总额　260.00　260.00　247.00　10　95%　9.5\n其中：上级资金　200.00　200.00　190.00　—　—　—\n　　　县级资金　60.00　60.00　57.00　—　—　—"
    )
    assert told["upper_level_funds"] == {"200.00", "190.00"}
    assert told["local_level_funds"] == {"60.00", "57.00"}


def test_a_name_of_the_rows_that_is_a_concept_itself_heads_no_amounts() -> None:
    told = _told(
        "澄溪县林业局2022年度部门整体支出绩效自评表\n\n部门年度支出（万元） 年初预算 预算追加 全年预算 决算数\n"
        "支出合计 815.60 44.92 860.52 858.37\n基本支出 586.40 10.33 596.73 596.73\n项目支出 229.20 34.59 263.79 261.64"
    )
    assert told["total_expenditure"] == {"815.60", "860.52", "858.37"}
    assert told["project_expenditure"] == {"229.20", "263.79", "261.64"}


def test_values_one_fewer_than_headings_of_amounts_are_not_moved() -> None:
    told = _told(
        "澄溪县林业局2022年度部门整体支出绩效自评表\n\n部门年度支出（万元） 年初预算 全年预算 决算数\n基本支出 586.40 596.73\n项目支出 229.20 261.64"
    )
    assert "basic_expenditure" not in told

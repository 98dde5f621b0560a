"""Scoring tables as printed: paths, targets, points, merged marks, marks in the wrong column."""

from __future__ import annotations

from decimal import Decimal

import pytest


def table(*rows):
    return "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n"


HEAD = ("一级指标", "二级指标", "三级指标", "分值", "得分")


def _rows(found):
    return [
        (r.level_1, r.level_2, r.level_3, r.full_marks, r.score)
        for r in found.indicators
        if r.row_kind == "item"
    ]


def test_names_of_merged_cells_hold_until_the_next_one(read):
    found = read(
        table(
            HEAD,
            ("投入", "配置", "控制率", "5", "5"),
            ("", "", "安排率", "5", "4"),
            ("过程", "执行", "完成率", "6", "6"),
            ("", "管理", "公开性", "4", "3.5"),
        )
    )
    assert _rows(found) == [
        ("投入", "配置", "控制率", "5", "5"),
        ("投入", "配置", "安排率", "5", "4"),
        ("过程", "执行", "完成率", "6", "6"),
        ("过程", "管理", "公开性", "4", "3.5"),
    ]


def test_a_new_first_level_does_not_inherit_the_second(read):
    found = read(table(HEAD, ("投入", "配置", "控制率", "5", "5"), ("过程", "", "完成率", "6", "6")))
    assert _rows(found)[1] == ("过程", None, "完成率", "6", "6")


def test_points_printed_beside_a_name_are_kept_apart(read):
    row = read(table(HEAD, ("投入（10分）", "配置（6分）", "控制率", "6", "5"))).indicators[0]
    assert (row.level_1, row.level_1_full_marks, row.level_2, row.level_2_full_marks) == (
        "投入",
        "10",
        "配置",
        "6",
    )


def test_marks_of_one_merged_cell_are_shared_by_its_rows_and_belong_to_none(read):
    found = read(
        table(
            HEAD,
            ("效果", "履职", "经济效益", "10", "4"),
            ("", "", "社会效益", "", "3"),
            ("", "", "生态效益", "", "3"),
            ("", "满意", "满意度", "5", "5"),
        )
    )
    shared = found.indicators[:3]
    assert {row.shared_full_marks for row in shared} == {"10"}
    assert {row.full_marks for row in shared} == {None}
    assert len({row.shared_group for row in shared}) == 1
    assert found.indicators[3].full_marks == "5"
    assert found.indicators[3].shared_group is None


def test_points_in_the_column_of_reasons_stay_there(read):
    head = ("一级指标", "二级指标", "三级指标", "指标值", "分值", "得分", "偏差原因")
    found = read(
        table(
            head,
            ("产出", "数量", "造林面积", "≥100亩", "", "", "10"),
            ("产出", "质量", "成活率", "≥85%", "", "", "9"),
        )
    )
    assert [(r.full_marks, r.score, r.shifted_points, r.reason) for r in found.indicators] == [
        (None, None, "10", None),
        (None, None, "9", None),
    ]


def test_a_row_with_points_among_the_reasons_is_kept_though_it_has_no_target(read):
    head = ("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分", "偏差原因")
    rows = [
        ("产出", "数量", "造林面积", "≥100亩", "120亩", "", "", "10"),
        ("产出", "质量", "成活率", "≥85%", "88%", "", "", "9"),
        ("产出", "成本", "苗木自育", "", "", "", "", "7"),
        ("产出", "成本", "……", "", "", "", "", ""),
    ]
    assert [(r.level_3, r.shifted_points) for r in read(table(head, *rows)).indicators] == [
        ("造林面积", "10"),
        ("成活率", "9"),
        ("苗木自育", "7"),
    ]


def test_one_number_among_reasons_in_words_is_a_reason(read):
    head = ("一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因")
    found = read(
        table(
            head,
            ("产出", "数量", "造林面积", "10", "8", "2"),
            ("产出", "质量", "成活率", "10", "9", "苗木受旱"),
        )
    )
    assert [(r.score, r.shifted_points, r.reason) for r in found.indicators] == [
        ("8", None, "2"),
        ("9", None, "苗木受旱"),
    ]


def test_one_number_among_reasons_moves_nothing_where_no_points_are_printed(read):
    head = ("一级指标", "二级指标", "三级指标", "指标值", "分值", "得分", "偏差原因")
    rows = [
        ("产出", "数量", f"造林{n}", "≥1亩", "", "", reason) for n, reason in enumerate(("2", "受旱", "延期"))
    ]
    assert [(r.shifted_points, r.reason) for r in read(table(head, *rows)).indicators] == [
        (None, "2"),
        (None, "受旱"),
        (None, "延期"),
    ]


@pytest.mark.parametrize(
    ("printed", "operator", "value", "unit"),
    [
        ("≥90%", ">=", "90", "%"),
        ("≤ 30 万元", "<=", "30", "万元"),
        ("不低于95%", ">=", "95", "%"),
        ("不超过12次", "<=", "12", "次"),
        ("＞5", ">", "5", None),
        ("100%", None, "100", "%"),
        pytest.param("90%以上", ">=", "90", "%"),
        ("显著提升", None, None, None),
    ],
)
def test_a_target_is_divided_only_when_it_parses_and_kept_as_printed(read, printed, operator, value, unit):
    head = ("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分")
    row = read(table(head, ("产出", "质量", "成活率", printed, "91%", "10", "9"))).indicators[0]
    assert row.target_text == printed
    assert (row.target_operator, row.target_value, row.target_unit) == (operator, value, unit)
    assert (row.actual_text, row.actual_value) == ("91%", "91")


def test_blank_points_are_not_zero(read):
    found = read(table(HEAD, ("投入", "配置", "控制率", "5", ""), ("投入", "配置", "变动率", "5", "0")))
    assert [row.score for row in found.indicators] == [None, "0"]


def test_the_total_row_is_a_total_and_the_score_of_the_report(read):
    found = read(
        table(
            HEAD,
            ("投入", "配置", "控制率", "60", "55"),
            ("过程", "执行", "完成率", "40", "38.5"),
            ("合计", "", "", "100", "93.5"),
        )
    )
    total = found.indicators[-1]
    assert (total.row_kind, total.full_marks, total.score) == ("total", "100", "93.5")
    (figure,) = found.figures
    assert (figure.concept, figure.value, figure.unit, figure.value_base) == (
        "self_evaluation_score",
        "93.5",
        "分",
        Decimal("93.5"),
    )


def test_a_total_row_with_merged_first_cells_counts_columns_from_the_right(read):
    found = read(table(HEAD, ("投入", "配置", "控制率", "60", "55"), ("总分", "100", "93.5")))
    assert (found.indicators[-1].full_marks, found.indicators[-1].score) == ("100", "93.5")


def test_a_reviewed_score_is_no_self_evaluation(read):
    head = ("一级指标", "二级指标", "三级指标", "分值", "核查得分")
    found = read(table(head, ("投入", "配置", "控制率", "100", "88"), ("合计", "", "", "100", "88")))
    assert [figure.concept for figure in found.figures] == ["review_score"]


def test_headings_repeated_on_the_next_page_are_no_rows(read):
    found = read(table(HEAD, ("投入", "配置", "控制率", "5", "5"), HEAD, ("", "", "安排率", "5", "4")))
    assert _rows(found) == [("投入", "配置", "控制率", "5", "5"), ("投入", "配置", "安排率", "5", "4")]


def test_the_execution_row_of_the_funds_block(read):
    text = "单位：万元\n" + table(
        ("", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ("年度资金总额", "100", "120", "90", "10", "75%", "7.5"),
    )
    found = read(text)
    (row,) = [row for row in found.indicators if row.row_kind == "execution"]
    assert (row.full_marks, row.score) == ("10", "7.5")
    levels = [(f.concept, f.stage, f.value) for f in found.figures if f.concept == "total_expenditure"]
    assert levels == [
        ("total_expenditure", "initial_budget", "100"),
        ("total_expenditure", "adjusted_budget", "120"),
        ("total_expenditure", "final_account", "90"),
    ]


def test_a_table_of_amounts_is_no_scoring_table(read):
    assert read("单位：万元\n" + table(("项目", "决算数"), ("基本支出", "5"))).indicators == ()


def test_indicators_point_into_their_table(read):
    found = read("正文。\n\n" + table(HEAD, ("投入", "配置", "控制率", "5", "4")))
    (row,) = found.indicators
    assert (row.locator.table, row.locator.row, row.locator.column) == (1, 2, 5)
    assert row.locator.char_start < row.locator.char_end


def test_a_subtotal_is_no_item(read):
    found = read(
        table(
            HEAD,
            ("投入", "配置", "控制率", "5", "5"),
            ("", "", "变动率", "5", "4"),
            ("", "小计", "", "10", "9"),
        )
    )
    assert [row.level_3 for row in found.indicators if row.row_kind == "item"] == ["控制率", "变动率"]


def test_a_row_that_lost_cells_gives_no_number_for_a_name(read):
    found = read(
        "1 | 规划 |\n配置 | 控制率 | 5 | 以百分之百为准。 | 5 |\n".join(
            ["序号 | 一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 自评得分 |\n", ""]
        )
        + "2 | 执行 |\n管理 | 完成率 | 6 | 全部完成得满分，以财政批复的预算为准，\n"
    )
    assert not {row[1] for row in _rows(found)} & {"5", "6"}


@pytest.mark.parametrize(("printed", "moved"), [("100", None), ("90", "90")])
def test_one_number_of_the_total_outside_its_columns_is_a_score_unless_it_is_all_marks(read, printed, moved):
    head = ("一级指标", "二级指标", "三级指标", "分值", "得分", "偏差原因")
    rows = ("投入", "配置", "控制率", "60", "55", "无"), ("过程", "执行", "完成率", "40", "38", "无")
    total = read(table(head, *rows, ("合计", "", "", "", "", printed))).indicators[-1]
    assert (total.row_kind, total.score, total.shifted_points) == ("total", None, moved)


def test_groups_alone_in_their_rows_hold_for_the_rows_below_where_empty_cells_were_lost(read):
    rows = [
        "一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 原因",
        "产 出 指 标 (50分) | 数量指标 | 护林面积 | 30 | 20亩 | 20亩 | 30",
        "质量指标",
        "苗木成活率 | 20 | 95% | 95% | 20",
        "效 益 指 标 (30分) | 经济效益指标",
        "农户增收 | 30 | 11万元 | 12万元 | 30",
    ]
    found = read("项目绩效目标自评表\n" + "\n".join(row + " | |" for row in rows) + "\n")
    assert [(r.level_1, r.level_1_full_marks, r.level_2, r.full_marks) for r in found.indicators] == [
        ("产出指标", "50", "数量指标", "30"),
        ("产出指标", "50", "质量指标", "20"),
        ("效益指标", "30", "经济效益指标", "30"),
    ]

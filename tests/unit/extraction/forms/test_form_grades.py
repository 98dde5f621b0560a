"""Grades that forms give: behind the total, beside a label among numbers, in one cell with it; never those of something else."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "青溪县水务局2022年度渠道清淤项目支出绩效自评表\n\n"
HEAD = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")
ITEM = ("产出指标", "数量指标", "清淤长度", "20公里", "21公里", "90", "88", "")


def table(*rows: tuple[str, ...]) -> str:
    return "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n"


def read(text: str) -> list[tuple[str, str]]:
    found = extract((TITLE + text).encode(), "表.txt").figures
    return [(f.concept, f.value) for f in found if f.concept in {"grade", "self_evaluation_score"}]


@pytest.mark.parametrize(
    "total",
    [
        ("总分", "", "", "", "", "100", "97.5", "优"),
        ("总分", "", "", "", "", "100", "97.5", "(自评等级：优)"),
        ("总分（100分）", "", "", "", "", "100", "97.5", "优"),
    ],
)
def test_the_grade_behind_the_total(total: tuple[str, ...]) -> None:
    assert set(read(table(HEAD, ITEM, total))) == {("grade", "优"), ("self_evaluation_score", "97.5")}


def test_a_grade_beside_its_label_in_a_row_with_numbers() -> None:
    assert ("grade", "良") in read(
        table(("总分（100分）", "86", "自评等级", "良"), ("改进措施", "无", "", ""))
    )


@pytest.mark.parametrize(
    "row",
    [
        ("产出指标", "质量指标", "水质", "优", "优", "10", "9", ""),  # what was wanted and what came of it
        ("效益指标", "社会效益指标", "环境", "良好", "8", "良好", "8", ""),
    ],
)
def test_results_of_indicators_are_no_grade(row: tuple[str, ...]) -> None:
    assert not [found for found in read(table(HEAD, ITEM, row)) if found[0] == "grade"]


def test_a_list_of_people_or_units_has_no_grade() -> None:
    assert read(table(("单位", "分数", "档次"), ("一所", "92", "优"), ("二所", "71", "中"))) == []


@pytest.mark.parametrize(
    ("sentence", "score"),
    [
        ("1.渠道完好率，年初目标值≥90%，实际完成值92%，自评得分20分；", []),
        ("2.清淤长度，目标值为20公里，完成值为21公里，自评得分15分。", []),
        ("年度指标值全部完成，自评得分98分。", [("self_evaluation_score", "98")]),
        ("自评总分(分)96.4部门联系人联系电话", [("self_evaluation_score", "96.4")]),
        ("指标权重(分)10指标得分(分)9是否核心指标", []),
        ("渠道完好率实际完成值92%，项目自评得分96分。", [("self_evaluation_score", "96")]),
    ],
)
def test_points_behind_a_target_and_a_result_are_of_the_item(
    sentence: str, score: list[tuple[str, str]]
) -> None:
    assert read(sentence + "\n") == score


def test_a_grade_in_one_cell_with_other_words_is_none_of_the_report() -> None:
    table = "2022年度项目支出绩效自评表\n项目名称\t渠道清淤\n{}\t附件齐全\n总分\t95\n"
    for cell, grade in (("自评等级:良", ["良"]), ("渠道水质:良", [])):
        found = extract(table.format(cell).encode(), "表.txt").figures
        assert [f.value for f in found if f.concept == "grade"] == grade

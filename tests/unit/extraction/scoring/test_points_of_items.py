"""Points of items below 自评: none of them is the score of the report; invented names and points."""

from __future__ import annotations

import pytest

ROWS = (
    ("预算编制", "15", "14"),
    ("预算执行", "25", "22.5"),
    ("“三公”经费控制率", "20", "19"),
    ("产出", "40", "37"),
)
TOTAL = ("合计", "100", "92.5")


def _scores(read, *rows):
    figures = read("五、自评打分\n\n" + "\n".join("\t".join(row) for row in rows)).figures
    return [figure.value for figure in figures if figure.concept == "self_evaluation_score"]


@pytest.mark.parametrize(
    "heads", [("指标", "满分", "自评"), ("评价内容", "分值", "自评"), ("一级指标", "权重", "自评")]
)
def test_the_total_alone_is_the_score(read, heads):
    assert _scores(read, heads, *ROWS, TOTAL) == ["92.5"]


def test_rows_of_points_are_rows_of_indicators(read):
    found = read("\n".join("\t".join(row) for row in (("指标", "满分", "自评"), *ROWS, TOTAL))).indicators
    assert [row.score for row in found if row.row_kind != "total"] == ["14", "22.5", "19", "37"]


@pytest.mark.parametrize("heads", [("内容", "自评"), ("考核事项", "自评得分")])
def test_points_without_full_marks(read, heads):
    assert _scores(read, heads, *((row[0], row[2]) for row in (*ROWS, TOTAL))) in (["92.5"], [])


@pytest.mark.parametrize("label", ["总分", "自评总分"])
def test_a_row_on_the_whole_keeps_its_score(read, label):
    assert _scores(read, ("事项", "自评得分", "等级"), (label, "91.5", "优")) == ["91.5"]

"""The score and the grade of the report among those of items, years and reviews. Own wording and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "青石县水务局2021年度部门整体支出绩效自评报告\n三、绩效分析\n"


def read(text: str) -> list[tuple[str, str | None, int | None]]:
    return [(f.concept, f.value, f.fiscal_year) for f in extract((TITLE + text).encode(), "报告.txt").figures]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("投入15分，得14分；过程40分，得37.5分；产出45分，得45分。以上合计得96.5分。", "96.5"),
        ("最终得分：投入10分+过程57分+产出29分=96分。", "96"),
        ("产出指标50分，自评49分；效益指标30分，自评30分。综合自评96分。", "96"),
        ("从总体评分看，得分为95.9分。", "95.9"),
        ("绩效评价总分100分，最终评分为91.2分。", "91.2"),
    ],
)
def test_the_score_of_the_report_among_those_of_its_items(text: str, score: str) -> None:
    assert read(text) == [("self_evaluation_score", score, 2021)]


@pytest.mark.parametrize(
    "text",
    ["预算执行率达标，用水户满意度为91%，自评得9.1分。", "过程40分，得37.5分；合计得96分。"],
)
def test_points_of_an_item_and_sums_that_do_not_add_up_are_none(text: str) -> None:
    assert not [one for one in read(text) if one[0] == "self_evaluation_score"]


def test_a_review_that_the_finance_bureau_had_made_is_one() -> None:
    text = "市财政局委托第三方机构对我局2020年度整体支出开展了重点绩效评价，评价得分84.7分。"
    assert read(text) == [("review_score", "84.7", 2020)]


def test_a_grade_is_of_the_year_of_its_score() -> None:
    text = "自评得分93分，等级为“优”。2020年度自评得分86分，等级为“良”。"
    assert [one for one in read(text) if one[0] == "grade"] == [("grade", "优", 2021), ("grade", "良", 2020)]

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
        ("整体自评得分（95.16分）。", "95.16"),
        ("投入（20分）：自评19分；过程（80分）：自评77分；合计96分。", "96"),
        ("投入得19分（满分20分），过程得77分（满分80分），合计得96分。", "96"),
        ("自评共计得分97分。", "97"),
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


def test_a_score_in_brackets_behind_its_grade() -> None:
    assert read("自评结果：优（96.2分）") == [
        ("grade", "优", 2021),
        ("self_evaluation_score", "96.2", 2021),
    ]


def test_what_the_finance_bureau_settled_on_is_its_review() -> None:
    text = "我局自评96分，拟定等级“优”，财政局最终审定92分。"
    assert read(text) == [
        ("self_evaluation_score", "96", 2021),
        ("grade", "优", 2021),
        ("review_score", "92", 2021),
    ]


@pytest.mark.parametrize(
    "text",
    ["其中“河道保洁”项目得分88分，级别“良”。", "项目名称：河道保洁，自评得分88分，评价等级为良；"],
)
def test_score_and_grade_of_a_project_are_not_those_of_the_department(text: str) -> None:
    assert read("绩效自评得分92分，绩效级别“优”；" + text) == [
        ("self_evaluation_score", "92", 2021),
        ("grade", "优", 2021),
    ]


def test_scores_of_the_year_before_and_its_review() -> None:
    text = "自评分数为95分，等级为优。上年度自评为93分，财政复核为90分，2019年为“良好”等次。"
    assert read(text) == [
        ("self_evaluation_score", "95", 2021),
        ("grade", "优", 2021),
        ("self_evaluation_score", "93", 2020),
        ("review_score", "90", 2020),
        ("grade", "良", 2019),
    ]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("市财政局复核得分88.2分，等级为“良”。", "0.5"),
        ("市财政局复核得分88.2分，我局自评得分93分，等级为“优”。", "1"),
        ("市财政局复核得分88.2分，自评等级为“优”。", "1"),
    ],
)
def test_a_grade_behind_the_score_of_a_review_is_uncertain(text: str, confidence: str) -> None:
    figures = extract((TITLE + text).encode(), "报告.txt").figures
    assert [str(f.confidence) for f in figures if f.concept == "grade"] == [confidence]


@pytest.mark.parametrize(
    "said",
    [
        "财政评价得分为88分",
        "县财政局评价得分88分",
        "县财政重点评价得分88分",
        "第三方机构评价得分88分",
        "经县财政局复核，最终得分88分",
    ],
)
def test_points_that_others_gave_are_of_their_review(said: str) -> None:
    found = {(concept, value) for concept, value, _ in read(f"{said}；我局自评得分97分。")}
    assert found == {("review_score", "88"), ("self_evaluation_score", "97")}


@pytest.mark.parametrize("said", ["整体支出绩效评价得分88分", "本次绩效评价得分88分", "经自评，最终得分88分"])
def test_points_of_an_evaluation_that_nobody_else_made_are_its_own(said: str) -> None:
    assert read(f"{said}。") == [("self_evaluation_score", "88", 2021)]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("上年度自评得分93分，本年度自评得分97分", [("93", 2020), ("97", 2021)]),
        ("上年度预算执行率93%，本年度预算执行率97%", [("93", 2020), ("97", 2021)]),
        ("预算执行率97%，较上年度预算执行率93%有所提高", [("97", 2021)]),
    ],
)
def test_what_is_said_of_the_year_before_ends_where_this_year_is_named(
    said: str, years: list[tuple[str, int]]
) -> None:
    found = {(value, year) for _, value, year in read(f"{said}。")}
    assert found >= set(years)
    assert not found & {("93", 2021)}


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("（四）效果（20分）\n满意度94%。\n综上，县林业局2022年部门整体支出绩效自评得分92.8分，评价等级“优”。", ["92.8"]),
        ("（四）效果（20分）。满意度94%，得20分。我局自评得分92.8分。", ["92.8"]),
        ("（四）效果（20分）\n自评得分18.8分。", []),
        ("（三）产出（70分）\n自评得分66分。", []),
        ("（一）投入（70分）\n1.目标设定（6分）\n自评得分66分。", []),
    ],
)  # fmt: skip
def test_a_score_larger_than_an_item_may_have_is_that_of_the_report(read, text, scores):
    found = read(text).figures
    assert [figure.value for figure in found if figure.concept == "self_evaluation_score"] == scores

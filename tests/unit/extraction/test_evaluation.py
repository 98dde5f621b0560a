"""The measure itself: what counts as matched, missed and wrong."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from extraction.evaluation.evaluation import evaluate, evaluate_folder
from extraction.evaluation.evaluation_report import Tally, render
from extraction.evaluation.evaluation_truth import load_truth

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"


def _fact(concept="basic_expenditure", value="301.40", stage="final_account", unit="万元", **more):
    return {
        "concept": concept,
        "measure": "level",
        "stage": stage,
        "value": value,
        "unit": unit,
        "quote": "q",
        **more,
    }


def _truth(*facts, **more):
    return {"file": "a.txt", "fiscal_year": 2022, "facts": list(facts), **more}


def _counts(report):
    return report.total.matched, report.total.missed, report.total.wrong


@pytest.fixture(scope="module")
def found(read):
    return read("基本支出301.4万元，其中公用经费20万元。\n基本支出301.4万元。\n")


def test_equal_values_match_however_they_are_printed_and_however_often(found):
    report = evaluate(found, _truth(_fact(), _fact("public_expenditure", "20")))
    assert _counts(report) == (2, 0, 0)
    assert (report.total.precision, report.total.recall) == (1.0, 1.0)


@pytest.mark.parametrize(
    "change",
    [{"value": "301.5"}, {"stage": "initial_budget"}, {"unit": "元"}, {"measure": "change"}, {"fiscal_year": 2021}, {"function_code": "201"}],
    ids=str,
)  # fmt: skip
def test_every_part_of_the_key_counts(found, change):
    report = evaluate(found, _truth({**_fact(), **change}))
    assert _counts(report) == (0, 1, 1)
    assert report.misses[0].quote == "q"
    assert report.wrong[0].quote == "基本支出301.4万元"


def test_a_year_counts_only_where_the_truth_has_one(found):
    truth = _truth(_fact())
    del truth["fiscal_year"]
    assert _counts(evaluate(found, truth)) == (1, 0, 0)


def test_also_right_is_as_good(found):
    report = evaluate(found, _truth(_fact("total_expenditure", also_right=["basic_expenditure"])))
    assert _counts(report) == (1, 0, 0)


def test_may_also_is_neither_asked_for_nor_wrong(found):
    truth = _truth(
        _fact(),
        _fact("public_expenditure", "19"),
        may_also=[{"concept": "public_expenditure", "value": "20.0"}],
    )
    assert _counts(evaluate(found, truth)) == (1, 1, 0)


def test_concepts_that_the_truth_does_not_mention_are_listed_apart(found):
    report = evaluate(found, _truth(_fact()))
    assert [item.concept for item in report.unasked] == ["public_expenditure"]
    assert report.total.wrong == 0


def test_results_are_counted_by_concept_stage_and_family(found):
    report = evaluate(found, _truth(_fact(), _fact(value="9"), family=["B1", "C2"]))
    assert report.by_concept == {"basic_expenditure": Tally(1, 1, 0)}
    assert report.by_stage == {"final_account": Tally(1, 1, 0)}
    assert report.by_family == {"B1": Tally(1, 1, 0), "C2": Tally(1, 1, 0)}
    assert set(evaluate(found, _truth(_fact())).by_family) == {found.identity.form_family}


def test_attributes_and_identity_are_judged_apart(found):
    truth = _truth(_fact(org_scope="headquarters"), department_name="石门县水利局", status="template_only")
    report = evaluate(found, truth)
    assert _counts(report) == (1, 0, 0)
    assert [(d.expected, d.found) for d in report.differences] == [
        ("headquarters", "department"),
        ("石门县水利局", "石门县林业局"),
        ("template_only", "extracted"),
    ]


def test_scoring_rows_are_compared_as_printed(read):
    found = read(
        "|一级指标|二级指标|三级指标|分值|得分|\n|投入|配置|控制率|5|4.50|\n|投入|配置|变动率|5|3|\n|合计|||10|7.5|\n"
    )
    rows = [
        {"level_1": "投入", "level_2": "配置", "level_3": "控制率", "full_marks": 5, "score": Decimal("4.5")},
        {"level_1": "投入", "level_2": "配置", "level_3": "变动率", "full_marks": 5, "score": 5},
    ]
    report = evaluate(found, _truth(indicators=rows))
    assert report.rubric == Tally(1, 1, 1)
    assert len(report.differences) == 2


def test_a_folder_of_truths(tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    (tmp_path / "a.txt").write_text(TITLE + "基本支出301.4万元。", encoding="utf-8")
    (gold / "a.json").write_text(json.dumps(_truth(_fact())), encoding="utf-8")
    (gold / "rubric_a.json").write_text('[{"level_3": "x", "full_marks": 1.5, "score": 1}]', encoding="utf-8")
    report = evaluate_folder(gold)
    assert (report.files, _counts(report), report.rubric) == (1, (1, 0, 0), Tally(0, 1, 0))
    assert load_truth(gold / "rubric_a.json")["indicators"][0]["full_marks"] == Decimal("1.5")
    assert evaluate_folder(gold, tmp_path).files == 1


def test_missing_texts_and_empty_folders_are_said_aloud(tmp_path):
    with pytest.raises(FileNotFoundError, match="no truth files"):
        evaluate_folder(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps(_truth(_fact())), encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"a\.txt"):
        evaluate_folder(tmp_path)


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", ["漏读: 1", "误读: 1", "召回率"]), ("en", ["missed: 1", "wrong: 1", "recall"])],
)
def test_the_text_names_every_miss_and_every_wrong_figure(found, language, words):
    text = render(evaluate(found, _truth(_fact(value="9"))), language)
    assert all(word in text for word in words)
    assert "基本支出301.4万元" in text


def test_nothing_asked_and_nothing_found_is_no_failure():
    assert (Tally().precision, Tally().recall) == (1.0, 1.0)


def test_what_no_rule_uses_is_counted_apart(read):
    found = read("公务接待费3.10万元。另有公务接待费1.20万元，其中外事接待0.20万元。\n")
    truth = _truth(_fact("official_reception", "3.10"), _fact("basic_expenditure", "5.00"))
    report = evaluate(found, truth)
    assert _counts(report) == (1, 1, 1)
    assert (report.asserted.matched, report.asserted.missed, report.asserted.wrong) == (1, 1, 0)
    assert {key: (t.matched, t.wrong) for key, t in report.by_confidence.items()} == {
        "1": (1, 0),
        "0.5": (0, 1),
    }
    assert "(confidence 0.5)" in render(report, "en")


def test_a_right_figure_that_is_unsure_is_missed_among_those_used(read):
    found = read("公务接待费3.10万元。另有公务接待费1.20万元。\n")
    report = evaluate(found, _truth(_fact("official_reception", "3.10"), _fact("official_reception", "1.20")))
    assert _counts(report) == (2, 0, 0)
    assert (report.asserted.matched, report.asserted.missed) == (1, 1)

"""Names that leave something open, and what headings, lists and sums around them decide; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"


def read(text: str) -> list[tuple[str, str, str | None, str | None, str]]:
    """Concept, value, body, budget and confidence of each level that a text states."""
    figures = extract((TITLE + text).encode(), "报告.txt").figures
    return [
        (figure.concept, figure.value, figure.org_scope, figure.fund_scope, str(figure.confidence))
        for figure in figures
        if figure.measure == "level"
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2022年收入合计900万元，支出合计850万元，结余50万元。", ("current_year_surplus", "50", "0.95")),
        ("2022年年初结转20万元，收入900万元，支出850万元，结余70万元。", ("closing_carryover", "70", "0.95")),
        ("2022年收入900万元，支出850万元，结余90万元。", ("closing_carryover", "90", "0.5")),
        ("固定资产净值800万元（原值950万元）。", ("fixed_assets_gross", "950", "1")),
        ("年末资产总额900万元，其中固定资产800万元。", ("fixed_assets_net", "800", "0.5")),
        ("现有固定资产800万元。", ("fixed_assets_gross", "800", "0.5")),
        ("2022年年初结转和结余30万元，本年收入800万元，收入合计830万元。", ("total_resources", "830", "1")),
        ("2022年本年支出800万元，年末结转和结余30万元，支出合计830万元。", ("total_uses", "830", "1")),
        ("2022年年初结转和结余30万元，收入合计830万元。", ("total_revenue", "830", "1")),
        ("二级机构有植物园、林场、苗圃3个。", ("subordinate_unit_count", "3", "1")),
    ],
)
def test_what_is_open_is_decided_by_words_and_sums_or_kept_uncertain(text, last):
    concept, value, _, _, confidence = read(text)[-1]
    assert (concept, value, confidence) == last


@pytest.mark.parametrize(
    "text", ["全县固定资产投资80万元。", "2022年购置固定资产12万元。", "抽查项目支出30万元，结余2万元。"]
)
def test_other_amounts_by_these_names_are_left_out(text):
    assert not {concept for concept, *_ in read(text)} & {
        "fixed_assets_gross",
        "fixed_assets_net",
        "closing_carryover",
        "current_year_surplus",
    }


def test_the_budget_of_an_outer_heading_holds_below_it():
    text = "二、一般公共预算支出情况\n（一）基本支出情况\n2022年基本支出486万元。\n三、部门支出情况\n（一）基本支出\n基本支出500万元。"
    assert read(text) == [
        ("basic_expenditure", "486", "department", "general_public_budget", "1"),
        ("basic_expenditure", "500", "department", None, "1"),
    ]


def test_parts_listed_below_an_amount_of_the_headquarters_are_its_own():
    text = "局机关2022年年初预算356万元，决算支出351万元。其中基本支出252万元。全系统项目支出700万元。"
    assert [(concept, body) for concept, _, body, _, _ in read(text)] == [
        ("total_expenditure", "headquarters"),
        ("total_expenditure", "headquarters"),
        ("basic_expenditure", "headquarters"),
        ("project_expenditure", "department"),
    ]

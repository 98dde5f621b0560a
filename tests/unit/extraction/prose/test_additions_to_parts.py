"""What was added to a part of the budget is not all that was added: it is marked, and what was added to the whole is not."""

import pytest

from extraction.extract import extract

REPORT = "临溪县水务局2022年度部门整体支出绩效自评报告\n"


def _additions(words: str) -> set[tuple[str, str]]:
    figures = extract((REPORT + words).encode(), "r.txt").figures
    return {(f.value, str(f.confidence)) for f in figures if f.concept == "budget_adjustment"}


@pytest.mark.parametrize(
    "words",
    [
        "项目支出年初预算100万元，年中追加20万元，实际支出118万元。",
        "公务接待费年初预算100万元，年中追加预算20万元。",
        "部门年初预算900万元，其中基本支出700万元，项目支出200万元，项目支出年中追加20万元。",
        "水利专项资金年中追加20万元，全年预算数为290万元。",
        "该专项年中追加预算资金20万元。",
        "项目支出方面：年中追加预算资金20万元。",
        "（二）专项资金安排情况。2022年执行中调增20万元，实际支出118万元。",
        "（二）公用经费。2022年执行中调增20万元。",
    ],
)
def test_added_to_a_part(words: str) -> None:
    assert _additions(words) == {("20", "0.5")}


@pytest.mark.parametrize(
    "words",
    [
        "部门整体支出年初预算900万元，其中基本支出700万元，项目支出200万元。年中追加预算20万元。",
        "部门年初预算900万元，其中基本支出700万元，项目支出200万元，年中追加20万元。",
        "财政拨款年初预算300万元，年中追加预算20万元，决算320万元。",
        "因新增项目，年中追加预算20万元。",
        "年初预算900万元，年中追加预算20万元。",
    ],
)
def test_added_to_the_whole(words: str) -> None:
    assert _additions(words) == {("20", "1")}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("年中追加预算资金20万元，全年预算数为290万元。", {"290"}),
        ("2022年年中追加预算资金20万元，全年预算数为290万元。", {"290"}),
        ("执行中调增20万元，调整后预算数为290万元。", {"290"}),
        ("该专项年中追加预算资金20万元，全年预算数为290万元。", set()),
        ("水利专项资金年中追加20万元，全年预算数为290万元。", set()),
        ("其中：项目支出年中追加预算资金20万元，全年预算数为290万元。", set()),
        ("项目支出方面。年中追加预算资金20万元，全年预算数为290万元。", set()),
        ("下属林场年中追加预算资金20万元，全年预算数为290万元。", set()),
    ],
)
def test_a_budget_behind_what_was_added_first(words: str, read: set[str]) -> None:
    """The budget of the whole year behind an addition is the department's where the paragraph begins with the addition."""
    figures = extract((REPORT + words).encode(), "r.txt").figures
    assert {f.value for f in figures if f.concept == "total_expenditure"} == read

"""Rows of forms that lost a merged title or an empty cell: what is read stands in its column, the rest is not read."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from tests.unit.extraction.readers.test_merged_cells import page
from tests.unit.extraction.tables.carriers import bars, blanks, filled_up, lines, one_line, tabs

TITLE = "青溪县林业局2022年度部门整体支出绩效自评报告\n部门整体支出绩效自评表（2022年度）\n"
INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
HEADS = "部门预算执行情况（万元）|资金性质|年初预算|全年预算|全年执行数|分值|执行率|得分"


def _read(text: str) -> set[tuple[str, str | None, str]]:
    figures = extract(text.encode(), "报告.txt").figures
    return {(f.concept, f.stage, f.value) for f in figures if f.measure == "level"}


def _unframed(rows) -> str:
    """As copies print rows: no bar at either end, and no cell for a title merged down."""
    return "\n".join(row.replace("|", " | ") for row in rows)


@pytest.mark.parametrize("row", ["基本支出||870.00|865.28||99.46%", "基本支出|870.00||865.28||99.46%"])
def test_a_percentage_below_points_tells_that_the_title_is_gone(row):
    """The row is one cell shorter than its headings at its beginning and one at its end."""
    found = _read(TITLE + _unframed([HEADS, row, "项目支出||993.42|923.60||92.97%"]))
    assert not {("basic_expenditure", INITIAL, "870.00"), ("basic_expenditure", ADJUSTED, "865.28")} & found


@pytest.mark.parametrize("carried", [blanks, one_line, lines])
def test_a_rate_without_its_sign_shows_that_an_amount_is_gone(carried):
    """1863.42 1788.88 10 96.00 9.6 below three amounts, points, rate and score: 10 has not been spent."""
    rows = [HEADS, "|合计|1863.42||1788.88|10|96.00|9.6"]
    values = {(stage, value) for _, stage, value in _read(TITLE + carried(rows))}
    assert not values & {(ADJUSTED, "1788.88"), (FINAL, "10")}


@pytest.mark.parametrize("carried", [blanks, one_line])
def test_points_without_a_rate_stand_in_their_columns(carried):
    rows = [HEADS, "|合计|1284.35|1863.42|1788.88|10||9.6"]
    assert ("total_expenditure", FINAL, "1788.88") in _read(TITLE + carried(rows))


ONE_ROW = [
    "部门名称|青溪县林业局||||",
    "预算资金（万元）|年初预算数|全年预算数|全年执行数|执行率（%）|执行率得分",
]


@pytest.mark.parametrize("carried", [bars, tabs])
def test_the_one_row_of_a_block_below_its_title(carried):
    found = _read(TITLE + carried([*ONE_ROW, "|1284.35|1863.42|1788.88|96.00|9.6"]))
    assert {
        ("total_expenditure", INITIAL, "1284.35"),
        ("total_expenditure", ADJUSTED, "1863.42"),
        ("total_expenditure", FINAL, "1788.88"),
    } <= found


@pytest.mark.parametrize("title", ["预算资金（万元）", "预算执行情况（万元）", "部门预算情况"])
def test_without_the_cell_of_its_title_the_row_is_not_read(title):
    heads = ONE_ROW[1].replace("预算资金（万元）", title)
    rows = ["部门名称|青溪县林业局", heads, "1284.35|1863.42|1788.88|96.00|9.6"]
    for carried in (_unframed, filled_up):
        values = {value for _, _, value in _read(TITLE + carried(rows))}
        assert not values & {"1863.42", "1788.88", "96.00"}


def test_the_number_of_a_row_is_no_amount():
    """财政拨款 | 自筹 | 合计 below 资金来源, whose row lost the cells in front of it."""
    rows = [
        *("序号|项目名称|资金来源|支出数|结余", "财政拨款|自筹|合计"),
        *("1|林道维护|45.50|10.00|55.50|49.50|6.00", "2|苗圃改造|90.00|10.00|100.00|90.00|10.00"),
        "合计|135.50|20.00|155.50|139.50|16.00",
    ]
    values = {value for _, _, value in _read(f"{TITLE}单位：万元\n{filled_up(rows)}")}
    assert not values & {"1", "2"}


@pytest.mark.parametrize("label", ["自评公开", "自评得分公开", "自评结果公开"])
def test_whether_the_evaluation_was_published_is_no_score(label):
    rows = [
        "一级指标|二级指标|三级指标|指标分值|指标解释|自评得分",
        "结果应用|内部应用|预算挂钩|10|已挂钩|10",
        f"信息公开|{label}|10|已公开|10",
        "总分|||100||95.1",
    ]
    figures = extract(page("部门整体支出绩效评价指标体系*6", *rows), "page.html").figures
    assert ("self_evaluation_score", "10") not in {(f.concept, f.value) for f in figures}


def test_what_no_treasury_gave_is_no_appropriation():
    rows = [
        "资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|60.00|55.50|49.50|10|89.19%|8.92",
        "其中：当年财政拨款|50.00|45.50|41.20|||",
        "非财政拨款|9.00|9.50|8.30|||",
    ]
    figures = extract((TITLE + bars(rows)).encode(), "报告.txt").figures
    scopes = {f.value: f.fund_scope for f in figures if f.concept == "budget_execution_score_line"}
    assert scopes["41.20"] == "current_appropriation"
    assert scopes.get("8.30") != "current_appropriation"


@pytest.mark.parametrize(
    "line",
    [
        "其中：财政拨款   1823.42   其中：财政拨款   1758.88",
        "基本支出　840.00　　基本支出　865.28",
    ],
)
def test_a_line_with_one_name_twice_says_nothing(line):
    assert _read(f"{TITLE}单位：万元\n\n{line}\n") == set()


def test_a_line_of_two_names_says_both():
    found = _read(f"{TITLE}单位：万元\n\n基本支出　840.00　　项目支出　865.28\n")
    assert {value for _, _, value in found} == {"840.00", "865.28"}

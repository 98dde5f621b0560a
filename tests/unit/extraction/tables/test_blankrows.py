"""Tables with a row a line whose cells are parted by blanks alone."""

from __future__ import annotations

import pytest

from extraction.flattened.blanks.blankheads import heads_of
from extraction.text.lines import lines_of

FINAL, INITIAL = "final_account", "initial_budget"
TITLE = "羊楼司镇2022年“三公”经费预算情况表\n    单位:元\n"


def found(read, text: str, title: str = TITLE) -> set[tuple[str, str | None, int | None, str]]:
    return {(f.concept, f.stage, f.fiscal_year, f.value) for f in read(text, title).figures}


def test_as_many_values_as_headings(read):
    assert found(
        read,
        "项目 2021年执行数 2022年预算数\n一、支出合计 186500 210000\n1、因公出国(境)费用    \n2、公务接待费 68500 80000\n",
    ) == {
        ("three_public_total", FINAL, 2021, "186500"),
        ("three_public_total", INITIAL, 2022, "210000"),
        ("official_reception", FINAL, 2021, "68500"),
        ("official_reception", INITIAL, 2022, "80000"),
    }


def test_a_row_that_lost_a_value_is_left_out(read):
    text = "项目 2021年执行数 2022年预算数\n1、公务接待费 80000\n2、公务用车购置费 1 2\n3、公务用车运行维护费 3 4\n"
    assert "official_reception" not in {concept for concept, *_ in found(read, text)}


def test_income_beside_expenditure_with_row_numbers(read):
    text = (
        "收入支出决算总表\n单位：某局     2022年度     金额单位：元\n   收入            支出\n"
        "  项目        行次   决算数      项目     行次   决算数\n"
        "五、事业收入    5   128,000.00  一、外交支出      33\n"
        "六、经营收入    6               二、国防支出      34\n"
        "本年收入合计   27   130,000.00  本年支出合计      57   120,000.00\n"
        "总  计         31   131,000.00  总  计            62   131,000.00\n"
    )
    assert {(concept, value) for concept, _, _, value in found(read, text)} == {
        ("undertaking_revenue", "128000.00"),
        ("total_revenue", "130000.00"),
        ("total_expenditure", "120000.00"),
        ("total_resources", "131000.00"),
        ("total_uses", "131000.00"),
    }


@pytest.mark.parametrize(
    "prose", ["项目 支出 情况 如下。\n收入 12 34\n支出 12 34\n", "项目 名称 如下\n甲 乙 丙\n丁 戊 己\n"]
)
def test_prose_with_blanks_is_no_table(read, prose):
    assert not read(prose).figures


def test_a_gap_of_three_blanks_is_an_empty_cell_where_one_parts_the_others(read):
    text = "项目 2021年执行数 2022年预算数\n1、公务接待费   80000\n2、公务用车费 1000 2000\n3、公务接待批次(批)   96\n"
    got = found(read, text)
    assert ("official_reception", INITIAL, 2022, "80000") in got
    assert ("reception_batches", None, 2022, "96") in got
    assert "official_reception" not in {concept for concept, stage, *_ in got if stage == FINAL}


def test_cells_and_bars_on_lines_of_their_own(read):
    rows = [
        ("项 目", "合计", "一般公共\n预算", "政府性基金\n预算"),
        ("“三公”经费", "29.00", "28.00", "1.00"),
        ("公务接待费", "9.00", "9.00", "0.00"),
        ("公务用车运行维护费", "20.00", "19.00"),
    ]
    text = "|\n|\n单位:万元\n|\n" + "".join("|\n" + "\n|\n".join(row) + "\n|\n" for row in rows) + "结束。\n"
    figures = {(f.concept, f.value, f.fund_scope) for f in read(text, TITLE).figures}
    assert ("three_public_total", "29.00", None) in figures
    assert ("official_reception", "9.00", "general_public_budget") in figures
    assert "official_vehicle_operation" not in {concept for concept, *_ in figures}


def test_amounts_filled_up_to_one_width_leave_no_empty_cells_between_them(read):
    text = (
        "2026年单位一般公共预算基本支出部门预算经济分类预算表\n编制单位：某街道办事处 单位：元\n"
        "项目 一般公共预算基本支出\n经济分类科目编码\n部门经济分类科目名称 合计 人员经费 公用经费\n类 款\n"
        "301 工资福利支出    21,123,668    21,123,668 \n301 01基本工资     2,724,912     2,724,912 \n"
        "302 商品和服务支出       860,162       860,162 \n303 01离休费\n"
        "合计    21,983,830    21,123,668       860,162 \n"
    )
    got = {(f.concept, f.value) for f in read(text, "").figures}
    assert got == {
        ("economic_class_amount", "21123668"),
        ("economic_class_amount", "860162"),
        ("basic_expenditure", "21983830"),
        ("personnel_expenditure", "21123668"),
        ("public_expenditure", "860162"),
    }


def test_headings_of_one_level_that_no_blank_parts(read):
    text = (
        "2026年单位财政拨款收支预算总表\n编制单位：某街道办事处 单位：元\n财政拨款收入 财政拨款支出\n"
        "项目 预算数 项目 合计 一般公共预算政府性基金预算国有资本经营预算\n"
        "一、一般公共预算 2,626,134 一、教育支出 1,353,072 1,353,072 \n"
        "二、政府性基金预算 3,680,000 二、城乡社区支出 4,953,062 1,273,062 3,680,000 \n"
        "收入总计 6,306,134 支出总计 6,306,134 2,626,134 3,680,000 \n"
    )
    got = {(f.concept, f.value) for f in read(text, "").figures}
    assert {("total_resources", "6306134"), ("total_uses", "6306134")} <= got
    assert ("total_uses", "3680000") not in got
    assert ("government_fund_appropriation", "3680000") in got


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("项目 合计基本支出 项目支出", ["项目", "合计", "基本支出", "项目支出"]),
        ("项目 人员经费公用经费", ["项目", "人员经费", "公用经费"]),
        ("项目 一般公共预算基本支出", ["项目", "一般公共预算基本支出"]),
        ("项目 人员经费合计", ["项目", "人员经费合计"]),
        ("项目 合计", ["项目", "合计"]),
    ],
)
def test_only_headings_of_one_level_are_parted(line, heads):
    assert [cell.text for cell in heads_of(line, lines_of(line)[0])] == heads


def test_codes_and_names_of_the_budget_of_a_department(read):
    text = (
        "2026年部门一般公共预算基本支出部门预算经济分类预算表\n编制部门：某局 单位：元\n项目 一般公共预算基本支出\n"
        "部门预算经济分类科目编码 经济分类科目名称 合计 人员经费 公用经费\n类 款\n"
        "301 工资福利支出     29,045,727     29,045,727\n301 01 基本工资      3,794,196      3,794,196\n"
        "302 商品和服务支出      4,862,538      4,862,538\n合计     33,908,265     29,045,727      4,862,538\n"
    )
    got = {(f.concept, f.value) for f in read(text, "").figures}
    assert {("personnel_expenditure", "29045727"), ("public_expenditure", "4862538")} <= got
    assert {("economic_class_amount", "29045727"), ("economic_class_amount", "4862538")} <= got

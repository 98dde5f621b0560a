"""Rows told by their numbers (行次), cells whose bars stand on lines of their own, classes with their codes."""

from __future__ import annotations

import pytest

from extraction.flattened.cells.numberedlines import read_words
from extraction.model import Span, Table

BUDGET, FINAL = "initial_budget", "final_account"
ACCOUNTS = "澜河县档案馆2021年度部门决算\n\n"
HEAD = ["项目", "行次", "金额", "项目", "行次", "金额", "栏次", "", "1", "栏次", "", "2"]


def _levels(read, text, title=ACCOUNTS):
    return {(f.concept, f.stage, f.value) for f in read(text, title).figures if f.measure == "level"}


def _lines(cells):
    return "收入支出决算总表\n\n单位：万元\n\n" + "\n\n".join(cell for cell in cells if cell) + "\n"


def _bars(cells):
    return "收入支出决算总表\n|\n单位：万元\n|\n" + "".join(
        f"{cell}\n|\n" if cell else "|\n" for cell in cells
    )


CUT = [
    "一、财政拨款收入",
    "1",
    "214.60",
    "一、一般公共服务支出",
    "30",
    "188.20",
    "二、上级补助收入",
    "2",
    "",
    "二、外交支出",
    "31",
    "",
]
CUT += ["三、事业收入", "3", "12.40", "三、国防支出", "32", "", "", "4", "", "四、公共安全支出", "33", "6.10"]


@pytest.mark.parametrize("written", [_lines, _bars])
def test_numbers_of_two_sides_that_take_turns_tell_whose_an_amount_is(read, written):
    assert _levels(read, written(HEAD + CUT)) == {
        ("fiscal_appropriation_revenue", FINAL, "214.60"),
        ("undertaking_revenue", FINAL, "12.40"),
        ("function_class_amount", FINAL, "188.20"),
        ("function_class_amount", FINAL, "6.10"),
    }


@pytest.mark.parametrize("amounts", [["214.60", "12.40"], ["214.60"]])
def test_amounts_put_behind_all_labels_are_nobodys(read, amounts):
    cells = [
        "一、财政拨款收入",
        "1",
        "二、上级补助收入",
        "2",
        "三、事业收入",
        "3",
        "四、经营收入",
        "4",
        "五、其他收入",
        "5",
    ]
    assert _levels(read, _lines([*HEAD[:3], *cells, *amounts, "6"])) == set()


def test_totals_of_numbered_sides_are_of_their_side(read):
    cells = [
        "一、财政拨款收入",
        "1",
        "88.10",
        "一、教育支出",
        "20",
        "85.00",
        "本年收入合计",
        "2",
        "88.10",
        "本年支出合计",
        "21",
        "85.00",
    ]
    cells += ["", "3", "", "年末结转和结余", "22", "3.10", "总计", "4", "88.10", "总计", "23", "88.10"]
    found = _levels(read, _bars(HEAD + cells))
    assert {
        ("total_resources", FINAL, "88.10"),
        ("total_uses", FINAL, "88.10"),
        ("closing_carryover", None, "3.10"),
    } <= found


def test_cells_and_bars_on_lines_below_merged_headings(read):
    head = ["收 入", "支 出", "项 目", "预算数", "项 目", "预算数"]
    rows = [
        "一、公共预算拨款",
        "96.40",
        "一、基本支出",
        "71.40",
        "二、事业收入",
        "",
        "1.工资福利支出",
        "60.00",
    ]
    rows += [
        "",
        "",
        "2.日常公用经费",
        "11.40",
        "三、其他收入",
        "",
        "二、项目支出",
        "25.00",
        "本年收入合计",
        "96.40",
        "本年支出合计",
        "96.40",
    ]
    cells = "".join(f"{cell}\n|\n" if cell else "|\n" for cell in head + rows)
    assert _levels(read, f"2020年收支预算总表\n单位：万元\n{cells}", "澜河县档案馆2020年部门预算\n\n") == {
        ("general_public_budget_appropriation", BUDGET, "96.40"),
        ("basic_expenditure", BUDGET, "71.40"),
        ("economic_class_amount", BUDGET, "60.00"),
        ("public_expenditure", BUDGET, "11.40"),
        ("project_expenditure", BUDGET, "25.00"),
        ("total_revenue", BUDGET, "96.40"),
        ("total_expenditure", BUDGET, "96.40"),
    }


CLASSES = [
    "301",
    "工资福利支出",
    "80.10",
    "302",
    "商品和服务支出",
    "9.40",
    "30101",
    "基本工资",
    "31.20",
    "30201",
    "办公费",
    "2.20",
]
CLASSES += [
    "303",
    "对个人和家庭的补助",
    "1.90",
    "310",
    "资本性支出",
    "0.60",
    "人员经费合计",
    "82.00",
    "公用经费合计",
    "10.00",
]
READ = {
    ("economic_class_amount", FINAL, "80.10"),
    ("economic_class_amount", FINAL, "9.40"),
    ("economic_class_amount", FINAL, "1.90"),
    ("economic_class_amount", FINAL, "0.60"),
    ("personnel_expenditure", FINAL, "82.00"),
    ("public_expenditure", FINAL, "10.00"),
}


def _pdf(cells):
    rows = [" ".join(cells[at : at + 6]) for at in range(0, len(cells), 6)]
    return "经济分\n经济分\n类\n类科目 科目名称 决算数 科目名称 决算数\n编码\n码\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("written", [_pdf, "\n\n".join])
def test_classes_with_their_codes_add_up_to_people_and_offices(read, written):
    title = "一般公共预算财政拨款基本支出决算表\n\n单位：万元\n\n"
    heads = "" if written is _pdf else "科目编码\n\n科目名称\n\n决算数\n\n科目编码\n\n科目名称\n\n决算数\n\n"
    assert _levels(read, title + heads + written(CLASSES) + "\n\n注：本表反映基本支出明细情况。\n") == READ


def test_classes_that_do_not_add_up_with_a_cell_a_line_are_nobodys(read):
    title = "一般公共预算财政拨款基本支出决算表\n\n单位：万元\n\n科目编码\n\n科目名称\n\n决算数\n\n科目编码\n\n科目名称\n\n决算数\n\n"
    wrong = "\n\n".join(CLASSES).replace("82.00", "83.00").replace("\n10.00", "\n11.00")
    assert _levels(read, f"{title}{wrong}\n") == set()


def test_budgets_below_the_appropriation_are_what_was_received_from_each(read):
    cells = [
        "项目",
        "预算数",
        "项目",
        "预算数",
        "一、财政拨款收入",
        "90.00",
        "一、公共安全支出",
        "70.00",
        "1. 一般公共预算",
        "80.00",
    ]
    cells += [
        "二、卫生健康支出",
        "20.00",
        "2. 政府性基金预算",
        "10.00",
        "收入总计",
        "90.00",
        "支出总计",
        "90.00",
    ]
    text = "2022年部门财务收支预算总表\n\n单位：万元\n\n" + "\n\n".join(cells) + "\n"
    found = _levels(read, text, "澜河县司法局2022年部门预算\n\n")
    assert ("general_public_budget_appropriation", BUDGET, "80.00") in found
    assert ("government_fund_appropriation", BUDGET, "10.00") in found
    other = _levels(read, text.replace("80.00", "81.00"), "澜河县司法局2022年部门预算\n\n")
    assert not any(concept == "general_public_budget_appropriation" for concept, _, _ in other)


def test_stages_beside_each_other_over_amounts_a_line(read, expense_heads):
    cells = [
        *expense_heads,
        *(["预算数", "决算数"] * 6),
        "9.40",
        "7.15",
        "8.60",
        "6.90",
        "8.60",
        "6.90",
        "0.80",
        "0.25",
    ]
    text = "财政拨款“三公”经费支出决算表\n\n单位：万元\n\n" + "\n\n".join(cells) + "\n"
    assert _levels(read, text) == {
        ("three_public_total", BUDGET, "9.40"),
        ("three_public_total", FINAL, "7.15"),
        ("official_vehicle", BUDGET, "8.60"),
        ("official_vehicle", FINAL, "6.90"),
        ("official_reception", BUDGET, "0.80"),
        ("official_reception", FINAL, "0.25"),
    }


RUN_ON = "是否编制部门预算 是 财决公开01表 部门: 澜河县职业学校 金额单位:万元 收入 支出 项目 行次 金额 项目 行次 金额 栏次 1 栏次 2 "
RUN_ON += "一一般公共预算财政拨款收入 1 627.50 一一般公共服务支出 32 0.00 二上级补助收入 2 0.00 二外交支出 33 0.00 三事业收入 3 80.70 "
RUN_ON += "三教育支出 34 146.00 四经营收入 4 0.00 四科学技术支出 35 1.20 五其他收入 5 3.10 五社会保障和就业支出 36 41.70 6 六卫生健康支出 37 9.50 7"


def test_numbers_of_rows_on_one_line_whose_labels_lost_a_sign(read):
    found = _levels(read, f"{RUN_ON}\n", "澜河县职业学校2021年决算批复公开资料\n\n")
    assert {
        ("general_public_budget_appropriation", FINAL, "627.50"),
        ("undertaking_revenue", FINAL, "80.70"),
        ("other_revenue", FINAL, "3.10"),
        ("function_class_amount", FINAL, "146.00"),
        ("function_class_amount", FINAL, "9.50"),
    } <= found
    assert all(stage == FINAL for _, stage, _ in found)


def test_amounts_of_one_line_that_follow_each_other_are_nobodys(read):
    found = _levels(
        read,
        f"{RUN_ON.replace(' 5 3.10 五社会保障和就业支出 36 41.70', ' 5 3.10 41.70 五社会保障和就业支出 36')}\n",
    )
    assert not any(concept == "other_revenue" for concept, _, _ in found)


def _labels(*labels: str) -> list[str]:
    """The labels of the rows of one side on one line, as they are kept."""
    words = ["项目", "行次", "金额"]
    for number, label in enumerate(labels, start=1):
        words += [label, str(number), f"{number}.50"]
    spans, at = [], 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    tables = [block for block in read_words(" ".join(words), spans) if isinstance(block, Table)]
    return [row[0].text for table in tables for row in table.rows[1:]]


def test_a_numbering_that_lost_its_sign_is_that_of_the_place_of_the_row():
    plain = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    signed = ["一事业收入", "二、其他收入", "四邻帮扶收入", "四"]
    assert _labels(*signed) == ["事业收入", *signed[1:]]
    tens = _labels(*plain[:9], "十事业收入", "十一其他收入", *plain[:9], "二十一一般债务收入")
    assert (tens[9], tens[10], tens[20]) == ("事业收入", "其他收入", "一般债务收入")
    tens = _labels(*plain, *plain[:9], "二十事业收入", *plain[:9], "三十事业收入")
    assert (tens[19], tens[29]) == ("事业收入", "事业收入")
    assert _labels(*plain * 3, *plain[:9], "四十事业收入", "事业收入")[-2:] == ["四十事业收入", "事业收入"]

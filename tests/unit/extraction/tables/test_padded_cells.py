"""Tables with a cell a line whose rows are filled up with bars to one width, as copies of web pages print merged cells. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from extraction.flattened.bars.paddedcells import read_rows
from extraction.text.lines import lines_of

Rows = list[list[str]]

FORM: Rows = [
    ["项目名称", "河长制工作经费"],
    ["主管部门", "临溪县水务局", "实施单位", "临溪县河长制中心"],
    ["预算执行情况（万元）", "", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分*执行率）"],
    ["年度财政资金总额", "52.40", "47.16", "90%", "18"],
    ["年度绩效目标（80分）", "一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", "得分"],
    ["产出指标（50分）", "数量指标", "巡河次数", "≥96次", "104次", "30"],
    ["质量指标", "问题整改率", "100%", "98%", "19"],
    ["效益指标（30分）", "生态效益指标", "断面水质达标率", "≥95%", "96%", "30"],
    ["总分（100分）", "97", "自评等级", "优"],
]
TITLE = "2022年度项目支出绩效自评表\n单位名称：临溪县水务局 填报日期：2023年3月\n"
WIDTH = 10


def padded(rows: Rows, width: int = WIDTH, closing: str = "\n|\n") -> str:
    """Each cell closed by a bar; behind the last one of a row as many bars as cells are missing."""
    return "".join(
        "".join(cell + closing for cell in row) + "|" * (width - len(row)) + "\n" * (len(row) < width)
        for row in rows
    )


@pytest.mark.parametrize("closing", ["\n|\n", " |\n"])
def test_the_rows_of_a_form_are_told_by_its_bars(closing: str) -> None:
    found = extract((TITLE + padded(FORM, closing=closing)).encode(), "表.txt")
    assert {(f.concept, f.stage, f.value) for f in found.figures} >= {
        ("project_expenditure", "final_account", "47.16"),
        ("budget_execution_rate", None, "90"),
        ("self_evaluation_score", None, "97"),
        ("grade", None, "优"),
    }
    assert [
        (r.level_1, r.level_2, r.level_3, r.target_text, r.score)
        for r in found.indicators
        if r.row_kind == "item"
    ] == [
        ("产出指标", "数量指标", "巡河次数", "≥96次", "30"),
        ("产出指标", "质量指标", "问题整改率", "100%", "19"),
        ("效益指标", "生态效益指标", "断面水质达标率", "≥95%", "30"),
    ]


def test_full_rows_have_no_bars_of_their_own() -> None:
    rows = [
        ["一级", "二级", "三级", "得分"],
        ["甲", "乙", "丙", "4"],
        ["丁", "5"],
        ["戊", "6"],
        ["己", "庚", "7"],
    ]
    rows += [["合计"]]
    text = padded(rows, 4, " |\n")
    found, _ = read_rows(text, lines_of(text), 0)
    assert [[cell.text for cell in row] for row in found] == rows


def test_what_follows_the_table_is_no_part_of_it() -> None:
    text = padded(FORM) + "注：预算数含上年结转。\n二、其他情况\n支出合计200万元。\n"
    lines = lines_of(text)
    found, end = read_rows(text, lines, 0)
    assert found[-1][0].text == "总分（100分）"
    assert lines[end].words.startswith("注：")


@pytest.mark.parametrize(
    "rows",
    [
        [["甲", "1"], ["乙", "2"], ["丙", "3"]],  # no bars fill them up
        [["甲", "1"], ["乙", "2", "3"], ["丙"]],
    ],
)
def test_without_bars_of_one_width_nothing_is_known(rows: Rows) -> None:
    text = "".join("".join(cell + " |\n" for cell in row) for row in rows)
    assert read_rows(text, lines_of(text), 0)[0] == ()
    uneven = padded(FORM[:1], 7) + padded(FORM[1:2], 9) + padded(FORM[3:4], 8)
    assert read_rows(uneven, lines_of(uneven), 0)[0] == ()


def test_two_rows_filled_up_show_no_width_and_a_page_of_words_is_no_cell() -> None:
    rows = [["一级", "二级", "三级", "得分"], ["甲", "乙"], ["丙", "丁"]]
    assert read_rows(two := padded(rows, 4, " |\n"), lines_of(two), 0)[0] == ()
    three = padded([*rows, ["戊", "己"]], 4, " |\n")
    assert len(read_rows(three, lines_of(three), 0)[0]) == 4
    for count, read in ((8, 5), (9, 4)):
        long = three + padded([["庚\n" + "字\n" * (count - 2) + "末"]], 4, " |\n")
        assert len(read_rows(long, lines_of(long), 0)[0]) == read, count


LAST_YEAR: Rows = [
    ["项 目", "上年决算数", "本年决算数", "增减额", "增减幅度", ""],
    ["合 计", "7.10", "6.10", "-1.00", "-14.08%", ""],
    ["公务接待费"],
    ["公务用车费", "3.60", "3.40", "-0.20", "-5.56%", ""],
    ["其中：公务用车购置费"],
    ["公务用车运行维护费", "3.60", "3.40", "-0.20", "-5.56%"],
]
OF_STATEMENT = "临溪县水务局2022年度“三公”经费决算情况说明\n“三公”经费决算数对比情况表 单位：万元\n"


def _cut(rows: Rows) -> str:
    """Such a table whose last row has lost its bars."""
    return padded([["单位：万元"], *rows[:-1]], 6, " |\n") + "".join(f"{cell} |\n" for cell in rows[-1])


def _operation(rows: Rows) -> set[tuple[int | None, str]]:
    figures = extract((OF_STATEMENT + _cut(rows) + "附件2：\n").encode(), "表.txt").figures
    named = [f for f in figures if f.concept == "official_vehicle_operation" and f.measure == "level"]
    return {(f.fiscal_year, f.value) for f in named}


def test_the_last_row_may_have_lost_its_last_bar() -> None:
    assert _operation(LAST_YEAR) == {(2021, "3.60"), (2022, "3.40")}


@pytest.mark.parametrize("last", [LAST_YEAR[-1][:-1], LAST_YEAR[-1][:3]])
def test_a_shorter_last_row_is_not_read(last: list[str]) -> None:
    assert _operation([*LAST_YEAR[:-1], last]) == set()


def test_below_a_last_column_that_is_filled_the_row_is_not_whole() -> None:
    rows = [[*row[:5], "略"] if len(row) == 6 else row for row in LAST_YEAR]
    assert _operation(rows) == set()

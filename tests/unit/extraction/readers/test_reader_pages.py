"""Pages of a fixed layout: cells between rules, tables over page breaks, turned pages, and where each piece stands."""

from __future__ import annotations

import pytest

from benchmarks.pages import Sheet, ofd, pdf, rows_as_cells
from extraction.extract import extract
from extraction.model import Table
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告"
PROSE = "我局全年组织造林一万二千亩，抚育中幼林八千亩，新建护林点十六处，森林火灾受害率控制在标准以内。"
WRITERS = {"pdf": pdf, "ofd": ofd}


@pytest.fixture(params=WRITERS)
def written(request):
    """Sheets as a document, by way of PDF and of OFD."""
    return lambda *sheets: read(WRITERS[request.param](list(sheets)), Limits())


def tables(document):
    return [[[cell.text for cell in row] for row in b.rows] for b in document.blocks if isinstance(b, Table)]


def words(document):
    return [document.text[b.span.start : b.span.end] for b in document.blocks if not isinstance(b, Table)]


# -- cells --------------------------------------------------------------------------------------------


def test_cells_merged_both_ways_stand_where_they_are_printed(written):
    cells = [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "金额（万元）"),
        (1, 1, 1, 1, "预算数"),
        (1, 2, 1, 1, "决算数"),
        (2, 0, 1, 1, "基本支出"),
        (2, 1, 1, 1, "200.00"),
        (2, 2, 1, 1, "198.50"),
    ]
    document = written(Sheet().text(72, 60, TITLE).grid(72, 120, [120, 90, 90], 24, cells))
    assert tables(document) == [
        [["项目", "金额（万元）"], ["", "预算数", "决算数"], ["基本支出", "200.00", "198.50"]]
    ]
    (block,) = (b for b in document.blocks if isinstance(b, Table))
    assert (block.rows[0][0].row_span, block.rows[0][1].column_span, block.page) == (2, 2, 1)
    assert all(
        document.text[cell.span.start : cell.span.end] == cell.text for row in block.rows for cell in row
    )


def test_lines_of_a_cell_broken_at_its_edge_are_one(written):
    cells = [
        (0, 0, 1, 1, "三公经费变\n动率"),
        (0, 1, 1, 1, "-3.2%"),
        (1, 0, 1, 1, "甲\n乙"),
        (1, 1, 1, 1, "5"),
    ]
    document = written(Sheet().grid(72, 100, [62, 80], 36, cells))
    assert tables(document) == [[["三公经费变动率", "-3.2%"], ["甲\n乙", "5"]]]


def test_income_and_expenditure_side_by_side_stay_apart(written):
    rows = [
        ["收入", "", "支出", ""],
        ["财政拨款", "310.5", "基本支出", "200"],
        ["其他收入", "2", "项目支出", "112.5"],
    ]
    document = written(Sheet().grid(60, 100, [110, 90, 110, 90], 22, rows_as_cells(rows)))
    assert tables(document) == [rows]


def test_a_table_without_rules_is_found_by_its_columns(written):
    sheet = Sheet().text(72, 60, TITLE)
    rows = [("项目", "预算数", "决算数"), ("基本支出", "200.00", "198.50"), ("项目支出", "112.50", "114.00")]
    for number, row in enumerate(rows):
        for x, text in zip((72, 220, 340), row, strict=True):
            sheet.text(x, 120 + 20 * number, text)
    document = written(sheet)
    assert tables(document) == [[list(row) for row in rows]]
    assert words(document) == [TITLE]


def test_a_frame_around_text_is_text(written):
    sheet = Sheet().text(72, 60, TITLE).grid(72, 100, [440], 60, [(0, 0, 1, 1, "基本支出200万元。")])
    assert words(written(sheet)) == [TITLE, "基本支出200万元。"]


# -- several pages ------------------------------------------------------------------------------------


def test_a_table_runs_over_the_page_and_its_heading_counts_once(written):
    head = ["指标", "分值", "得分"]
    above = [head, ["造林面积", "10", "9"], ["抚育面积", "10", "8"]]
    below = [head, ["护林点", "20", "18"], ["合计", "100", "95"]]
    widths = [200.0, 80.0, 80.0]
    document = written(
        Sheet().text(72, 60, TITLE).grid(72, 700, widths, 22, rows_as_cells(above)),
        Sheet().grid(72, 60, widths, 22, rows_as_cells(below)),
    )
    assert tables(document) == [above + below[1:]]


def test_a_row_cut_by_the_page_is_one_row(written):
    widths = [90.0, 250.0]
    first = "一是项目前期准备不足，部分工程开工时间晚于计"
    rest = "划，影响了资金支付进度。"
    document = written(
        Sheet().grid(72, 730, widths, 22, [(0, 0, 1, 1, "问题"), (0, 1, 1, 1, first)]),
        Sheet().grid(
            72,
            60,
            widths,
            22,
            [(0, 0, 1, 1, ""), (0, 1, 1, 1, rest), (1, 0, 1, 1, "得分"), (1, 1, 1, 1, "95")],
        ),
    )
    assert tables(document) == [[["问题", first + rest], ["得分", "95"]]]


def test_a_sentence_runs_over_the_page(written):
    document = written(
        Sheet().text(96, 700, PROSE[:35]),
        Sheet().text(72, 60, PROSE[35:]).text(96, 80, "二、支出情况"),
    )
    assert words(document) == [PROSE, "二、支出情况"]


def test_running_heads_and_page_numbers_are_no_text(written):
    sheets = [
        Sheet()
        .text(200, 30, "石门县林业局绩效自评", 9)
        .text(96, 300, f"{name}、基本支出{number}00万元。")
        .text(290, 800, f"- {number} -", 9)
        for number, name in enumerate("一二三四", 1)
    ]
    assert words(written(*sheets)) == [f"{n}、基本支出{i}00万元。" for i, n in enumerate("一二三四", 1)]


def test_every_piece_knows_its_page_and_where_it_stands(written):
    document = written(
        Sheet().text(72, 60, TITLE),
        Sheet().grid(100, 200, [100, 100], 24, rows_as_cells([["项目", "金额"], ["基本支出", "200.00"]])),
    )
    assert all(document.text[r.span.start : r.span.end] == r.text for r in document.regions)
    (amount,) = (r for r in document.regions if r.text == "200.00")
    left, top, right, bottom = amount.box
    assert amount.page == 2 and amount.certainty is None
    assert 200 <= left < right <= 300 and 224 <= top + 2 < bottom <= 250
    assert document.pages == 2


def test_figures_name_the_page_on_which_they_stand():
    sheets = [Sheet().text(72, 60, TITLE), Sheet().text(72, 60, "2022年支出合计312.5万元。")]
    for writer in WRITERS.values():
        found = extract(writer(sheets), "报告")
        assert [(f.value, f.locator.page, str(f.confidence)) for f in found.figures] == [("312.5", 2, "1")]


# -- turned pages -------------------------------------------------------------------------------------

_ROWS = [["项目", "预算数", "决算数"], ["基本支出", "200.00", "198.50"]]
_TURNED = {
    "by the viewer": {"rotate": 90},
    "by the viewer, upside down": {"rotate": 180},
    "in the content": {"matrix": "0 1 -1 0 842 0"},
    "in the content, clockwise": {"matrix": "0 -1 1 0 0 595"},
    "in the content, upside down": {"matrix": "-1 0 0 -1 595 842"},
}


@pytest.mark.parametrize("how", _TURNED)
def test_turned_pages_are_read_upright(how):
    sheet = Sheet().text(72, 60, TITLE).grid(72, 120, [120, 90, 90], 24, rows_as_cells(_ROWS))
    document = read(pdf([sheet], **_TURNED[how]), Limits())
    assert words(document) == [TITLE]
    assert tables(document) == [_ROWS]


# -- borders below a measure of their own --------------------------------------------------------------


def _outlined(sheet: Sheet, a: float, d: float, e: float, f: float) -> bytes:
    """The sheet with all its borders stroked as one path, in a measure set by ``cm``."""
    sides = (
        f"{(x - e) / a:g} {(sheet.height - y - f) / d:g} {operator}"
        for x0, y0, x1, y1 in sheet.lines
        for x, y, operator in ((x0, y0, "m"), (x1, y1, "l"))
    )
    drawn = f"q {a:g} 0 0 {d:g} {e:g} {f:g} cm {' '.join(sides)} S Q\n".encode()
    file = pdf([Sheet(texts=sheet.texts)])
    start, end = file.index(b"stream\n") + 7, file.index(b"\nendstream")
    length = b"/Length %d " % (end - start)
    return (file[:start] + drawn + file[start:]).replace(length, b"/Length %d " % (end - start + len(drawn)))


@pytest.mark.parametrize("measure", [(1, 1, 0, 0), (0.5, 0.5, 0, 0), (1, 1, 40, 300), (2, -2, 0, 842)])
def test_borders_stand_where_they_are_printed_in_any_measure(measure):
    cells = [
        (0, 0, 2, 1, "三公\n经费"),
        (0, 1, 1, 1, "公务\n接待费"),
        (0, 2, 1, 1, "3.2"),
        (1, 1, 1, 1, "公务\n用车"),
        (1, 2, 1, 1, "9"),
    ]
    sheet = Sheet().text(72, 60, TITLE).grid(72, 100, [62, 80, 60], 36, cells)
    document = read(_outlined(sheet, *measure), Limits())
    assert words(document) == [TITLE]
    assert tables(document) == tables(read(pdf([sheet]), Limits())) != []

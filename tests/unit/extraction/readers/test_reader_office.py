"""Word documents, workbooks and web pages: what a person sees of them, cells in their places, and nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.errors import UnreadableError
from extraction.model import Table
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read
from extraction.readers.sniff import format_of

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告"


def _saved(word):
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _tables(document):
    return [[[cell.text for cell in row] for row in b.rows] for b in document.blocks if isinstance(b, Table)]


def _spans_lie_on_their_cells(document):
    cells = [cell for b in document.blocks if isinstance(b, Table) for row in b.rows for cell in row]
    return all(document.reading[cell.span.start : cell.span.end] == cell.text for cell in cells)


def test_cells_merged_both_ways_stand_where_they_are_printed():
    word = docx.Document()
    table = word.add_table(rows=3, cols=3)
    for number, words in enumerate((("项目", "预算数", "决算数"), ("基本", "8", "7"), ("支出", "2", "1"))):
        for column, text in enumerate(words):
            table.cell(number, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "支出"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "金额"
    document = read(_saved(word), Limits())
    assert _tables(document) == [[["项目", "金额"], ["支出", "8", "7"], ["", "2", "1"]]]
    assert _spans_lie_on_their_cells(document)
    (block,) = (b for b in document.blocks if isinstance(b, Table))
    assert (block.rows[0][1].column_span, block.rows[1][0].row_span) == (2, 2)


def test_what_was_deleted_or_hidden_is_not_seen_and_what_was_inserted_is():
    word = docx.Document()
    body = word.add_paragraph("基本支出")._p
    for xml in (
        "<w:del {ns}><w:r><w:delText>100</w:delText></w:r></w:del>",
        "<w:ins {ns}><w:r><w:t>120万元</w:t></w:r></w:ins>",
        "<w:r {ns}><w:rPr><w:vanish/></w:rPr><w:t>暗记</w:t></w:r>",
    ):
        body.append(parse_xml(xml.format(ns=nsdecls("w"))))
    assert read(_saved(word), Limits()).text == "基本支出120万元\n"


def test_numbers_that_word_writes_before_headings_are_read():
    word = docx.Document()
    for text in ("收入情况", "支出情况"):
        word.add_paragraph(text, style="List Number")
    assert read(_saved(word), Limits()).text.split("\n")[:2] == ["1.收入情况", "2.支出情况"]


def test_text_boxes_nested_tables_and_feet_survive():
    word = docx.Document()
    word.sections[0].footer.paragraphs[0].text = "单位：万元"
    outer = word.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "外"
    inner = outer.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内一", "内二"
    document = read(_saved(word), Limits())
    assert _tables(document) == [[["外", ""]], [["内一", "内二"]]]
    assert "单位：万元" in document.text


def _workbook(fill):
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    fill(book, book.add_worksheet("支出表"))
    book.close()
    return target.getvalue()


def test_numbers_of_a_sheet_are_read_as_they_are_shown():
    def fill(book, sheet):
        sheet.write_row(0, 0, ["项目", "执行率", "金额", "普通", "日期"])
        sheet.write(1, 0, "甲")
        sheet.write(1, 1, 0.31415, book.add_format({"num_format": "0.00%"}))
        sheet.write(1, 2, 1234.5, book.add_format({"num_format": "#,##0.00"}))
        sheet.write(1, 3, 0.1 + 0.2)
        sheet.write(1, 4, 44927, book.add_format({"num_format": "yyyy-mm-dd"}))

    document = read(_workbook(fill), Limits())
    assert _tables(document)[0][1] == ["甲", "31.42%", "1234.50", "0.3", "2023年1月1日"]
    assert document.text.startswith("支出表\n")


def test_words_between_tables_of_a_sheet_are_paragraphs():
    def fill(_, sheet):
        sheet.write(0, 0, "一、收支情况")
        sheet.write_row(1, 0, ["项目", "预算数", "决算数"])
        sheet.write_row(2, 0, ["基本支出", "8", "7"])
        sheet.write(3, 0, "二、我局全年接待12批次，公务接待费3万元。")
        sheet.write_row(4, 0, ["指标", "分值"])

    document = read(_workbook(fill), Limits())
    assert [len(table) for table in _tables(document)] == [2, 1]
    assert "公务接待费3万元" in "".join(
        document.text[b.span.start : b.span.end] for b in document.blocks if not isinstance(b, Table)
    )


def test_rows_without_amounts_do_not_end_a_table_of_a_sheet():
    rows = [
        ["项目", "上年决算数", "本年预算数"],
        ["合计", 21.5, 20],
        ["一、因公出国（境）费"],
        ["二、公务接待费", 6.5, 5],
        ["其中：（1）国内接待"],
        ["（2）外事接待"],
        ["三、公务用车运行费", 15, 15],
        ["四、公务用车购置费"],
        ["五、其他"],
        ["六、会议费", 2, 2],
        ["注：本表不含下属单位。"],
        ["收入决算表"],
        ["科目", "金额", "备注"],
        ["甲", 1, 2],
    ]

    def fill(_, sheet):
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    tables = _tables(read(_workbook(fill), Limits()))
    assert [len(table) for table in tables] == [10, 2]
    assert tables[0][4] == ["其中：（1）国内接待", "", ""]


@pytest.mark.parametrize("first", [["项目", "预算数"], ["项目", "上年决算数", "预算数"]])
def test_a_numbered_heading_ends_a_table_of_a_sheet(first):
    rows = [first, ["公务接待费", *[5] * (len(first) - 1)], ["三、自评得分"], ["自评得分", 94]]

    def fill(_, sheet):
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    assert [len(table) for table in _tables(read(_workbook(fill), Limits()))] == [2, 1]


def test_a_page_says_what_it_shows():
    page = (
        '<html><head><meta charset="gb2312"><title>站名</title><script>var a="支出9万元"</script></head><body>'
        "<p>公务接待费<b>3</b>万元<br>第二行<table><tr><td rowspan=2>项目<td colspan=2>金额<tr><td>8<td>7</table>"
    ).encode("gb18030")
    document = read(page, Limits())
    assert document.text.startswith("公务接待费3万元\n第二行\n")
    assert _tables(document) == [[["项目", "金额"], ["", "8", "7"]]]
    assert "支出9万元" not in document.text


def test_a_stray_byte_costs_its_sign_and_not_the_page():
    page = "<html><meta charset=utf-8><p>基本支出8万元，公用支出".encode()[:-1]
    assert read(page, Limits()).text.startswith("基本支出8万元，公用支")
    with pytest.raises(UnreadableError):
        read(b"<html><meta charset=utf-8><p>" + bytes(range(128, 256)) * 4, Limits())


def test_a_table_that_only_arranges_the_page_is_text():
    page = (
        "<html><table><tr><td><p>基本支出8万元。</p><table><tr><td>a<td>b</table></td></tr></table>".encode()
    )
    document = read(page, Limits())
    assert document.text.startswith("基本支出8万元。\n")
    assert _tables(document) == [[["a", "b"]]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b"<html>"
            + b"<div>" * 200_000
            + "某部门基本支出八万元，项目支出二万元，合计十万元。".encode() * 3,
            "damaged",
        ),
        (b"<html><body><table><tr><td rowspan=999999999 colspan=999999999>x</table>", None),
        (b"<html></html>", "empty"),
        (b"{\\rtf1 {\\pict 00}}", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data, code):
    if code is None:
        assert read(data, Limits()).text
        return
    with pytest.raises(UnreadableError) as caught:
        read(data, Limits())
    assert caught.value.code == code


def _zipped(parts):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


_BOMB = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
) + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"  # fmt: skip


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (_BOMB, {"damaged", "empty"}),
        (b"<a>" * 20_000, {"damaged"}),
        (b" " * 3_000_000, {"too_large"}),
    ],
)
def test_a_hostile_part_of_a_package_is_set_aside(content, codes):
    with pytest.raises(UnreadableError) as caught:
        read(_zipped({"word/document.xml": content}), Limits(decompressed_bytes=2_000_000))
    assert caught.value.code in codes


def test_a_table_of_a_hundred_thousand_rows_is_set_aside():
    rows = "<tr><td>甲</td><td>1</td></tr>" * 110_000
    with pytest.raises(UnreadableError) as caught:
        read(f"<html><table>{rows}</table>".encode(), Limits())
    assert caught.value.code == "too_large"


def _samples():
    word = docx.Document()
    word.add_paragraph(TITLE)
    word.add_table(rows=2, cols=2).cell(0, 0).text = "项目"
    page = f"<html><body><p>{TITLE}</p><table><tr><td>项目<td>1</table>".encode()
    return [_saved(word), _workbook(lambda _, sheet: sheet.write_row(0, 0, [TITLE, "1"])), page]


@settings(max_examples=120)
@given(
    st.integers(0, 2),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    st.floats(0.05, 1),
)
def test_broken_files_give_a_document_or_a_typed_error(which, flips, kept):
    data = bytearray(_SAMPLES[which])
    for place, value in flips:
        data[min(int(place * len(data)), len(data) - 1)] = value
    broken = bytes(data[: max(int(kept * len(data)), 1)])
    try:
        document = read(broken, Limits())
    except UnreadableError:
        return
    assert document.text


_SAMPLES = _samples()


def test_the_format_is_told_by_the_content():
    assert [format_of(data) for data in _SAMPLES] == ["docx", "xlsx", "html"]
    assert format_of("基本支出8万元".encode()) == "text"

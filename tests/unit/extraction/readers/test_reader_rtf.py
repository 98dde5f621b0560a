"""RTF files: words in every encoding, tables with merged cells, and nothing that is not printed."""

from __future__ import annotations

import pytest

from extraction.errors import UnreadableError
from extraction.model import Table
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read

_HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}{\info{\title x}}"
)


def rtf(body: str) -> bytes:
    """The body with its Chinese in the bytes of GB18030."""
    signs = ((sign, sign.encode("gb18030")) for sign in body)
    return (
        _HEAD + "".join(s if s.isascii() else "".join(f"\\'{b:02x}" for b in raw) for s, raw in signs) + "}"
    ).encode()


def text_of(body: str) -> str:
    return read(rtf(body), Limits()).text


def tables(document):
    return [[[cell.text for cell in row] for row in b.rows] for b in document.blocks if isinstance(b, Table)]


def test_paragraphs_and_signs_by_bytes_and_by_number():
    assert (
        text_of(r"\pard 基本支出\par\pard\u25903 ?\u20986 ?312.5\u19975\'3f\par") == "基本支出\n支出312.5万\n"
    )
    assert text_of(r"\uc2 \u19975 ab\uc1 x\par") == "万x\n"
    assert text_of(r"\u-10179 ?\u-8704 ?\par \lquote a\rquote\tab b\par") == "\U0001f600\n‘a’\tb\n"


def test_raw_bytes_are_read_in_the_code_page_of_the_file():
    data = _HEAD.encode() + "支出8万元\\par}".encode("gb18030")
    assert read(data, Limits()).text == "支出8万元\n"


def test_what_is_deleted_hidden_or_only_for_programs_is_not_seen():
    body = r"支出{\deleted 100}{\v 暗记}120{\*\bkmkstart a}{\field{\*\fldinst PAGE}{\fldrslt 万}}\v x\v0 元{\pict 0102}{\header 页眉}\par"
    assert text_of(body) == "支出120万元\n"


def test_pictures_as_bytes_are_jumped_over():
    assert read(_HEAD.encode() + rb"{\pict\bin7 }{\cell}a\par}", Limits()).text == "a\n"


def test_merged_cells_stand_where_they_are_printed():
    first = r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000"
    sideways = r"\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000"
    below = r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000"
    document = read(
        rtf(
            rf"标题\par{sideways}\pard\intbl 项目\cell 金额\cell\cell\row{below}\pard\intbl\cell 预算\par 数\cell 决算数\cell\row"
            rf"{first}\pard\intbl 支出\cell 8\cell 7\cell\row\pard 之后\par"
        ),
        Limits(),
    )
    assert tables(document) == [[["项目", "金额"], ["", "预算\n数", "决算数"], ["支出", "8", "7"]]]
    (block,) = (b for b in document.blocks if isinstance(b, Table))
    assert (block.rows[0][0].row_span, block.rows[0][1].column_span) == (2, 2)
    assert document.text.startswith("标题\n") and document.text.endswith("之后\n")


def test_rows_without_definitions_and_without_end_lose_nothing():
    assert tables(read(rtf(r"\intbl a\cell b\cell\row\pard c\par"), Limits())) == [[["a", "b"]]]
    assert text_of(r"\intbl 甲\cell 乙\cell") == "甲\n乙\n"


def test_what_is_too_much_is_set_aside():
    for body, limits in ((r"a\cell " * 50, Limits(cells=40)), ("a" * 50, Limits(characters=40))):
        with pytest.raises(UnreadableError) as caught:
            read(rtf(body), limits)
        assert caught.value.code == "too_large"
    assert read(rtf("{" * 50_000 + "支出" + "}" * 50_000), Limits()).text == "支出\n"

"""Bytes to text: the same report in any encoding is the same report; noise is no report."""

from __future__ import annotations

import codecs
import random

import pytest

from extraction.errors import MESSAGES, UnreadableError
from extraction.extract import extract
from extraction.readers.text import LIMITS, decode, read_text

TEXT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n基本支出301.4万元，“三公”经费支出1.20万元。\n|项目|决算数（万元）|\n|-|-|\n|项目支出|9.80|\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
    ],
)
def test_every_encoding_gives_equal_results(data, encoding):
    plain, other = extract(TEXT.encode(), "a"), extract(data, "a")
    assert other.encoding == encoding
    assert other.outcome.status == "extracted"
    assert len(other.figures) == 3
    assert (other.figures, other.identity, other.characters) == (
        plain.figures,
        plain.identity,
        plain.characters,
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_make_no_difference(end):
    assert extract(TEXT.replace("\n", end).encode(), "a").figures == extract(TEXT.encode(), "a").figures


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        pytest.param(codecs.BOM_UTF8, "empty"),
        pytest.param("　\n".encode(), "empty"),
        (b"PK\x03\x04\x00\x00\x00\x00" * 20, "damaged"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
        (b"\xff\xff\xff\xff", "encoding"),
        (b"\xaa\xa1\xf8\xa1" * 90, "encoding"),  # valid GB18030, but none of it is anything one writes
        ("报".encode() * (LIMITS.characters + 1), "too_large"),
    ],
)
def test_what_cannot_be_read_is_set_aside_with_words_in_both_languages(data, code):
    found = extract(data, "a.txt")
    assert found.outcome.status == "quarantined"
    assert found.outcome.error_code == code
    assert (found.outcome.message_zh, found.outcome.message_en) == MESSAGES[code]
    assert found.figures == ()


def test_noise_is_never_read_as_a_report():
    noise = random.Random(7)
    for size in (40, 400, 4000):
        found = extract(noise.randbytes(size), "a.txt")
        assert found.outcome.status in {"quarantined", "not_a_report"}
        assert found.figures == ()


def test_decoding_says_which_encoding_it_found():
    assert decode("一".encode())[1] == "utf-8"
    with pytest.raises(UnreadableError) as error:
        decode(b"\x00\x01")
    assert error.value.code == "binary"


def test_the_text_keeps_its_characters_for_spans_to_count():
    document = read_text("甲\r\n乙".encode())
    assert document.text == "甲\n乙"


def test_a_sentence_runs_on_past_a_page_number_and_a_running_head():
    prose = "本单位严格执行各项财务管理制度，规范资金使用，各项工作顺利开展，为全县发展作出了贡献。\n" * 6
    head = "东河县水利局2022年度部门决算\n"
    pages = [
        f"{prose}2022年度本单位各项工作有序推进，本年支出合计 {page}.5\n\n        {page}\n\n{head}万元，其中基本支出 0.5 万元。\n"
        for page in range(1, 5)
    ]
    text = head + "".join(pages)
    document = read_text(text.encode())
    assert len(document.reading) == len(text)
    found = extract(text.encode(), "x.txt").figures
    assert [f.value for f in found if f.concept == "total_expenditure"] == ["1.5", "2.5", "3.5", "4.5"]

"""The text that the lake keeps: whole, in place, without personal data."""

import json
from itertools import pairwise

import pytest

from extraction.extract import extract_with_document
from extraction.model import Cell, Document, Paragraph, Span, Table
from extraction.texts import blocks_of, text_rows

REPORT = """星河县水务局2022年度部门整体支出绩效自评报告
联系人：钱多多 联系电话：13912345678
一、基本情况
2022年年初预算收入500.00万元，决算支出480.50万元，其中基本支出300.50万元，项目支出180.00万元。
三公经费支出3.20万元，比上年减少0.30万元。
| 序号 | 姓名 | 职务 | 评分 |
|---|---|---|---|
| 1 | 赵小云 | 局长 | 95 |
| 2 | 司马文 | 办公室 | 94 |
填报人（签字）：孙 明
财务负责人：各科室负责同志
组长：周正局长、成员：吴一凡、郑二
负责水利工程建设的单位是水务局。
"""


@pytest.fixture
def row() -> dict[str, str]:
    (row,) = text_rows(*extract_with_document(REPORT.encode(), "report.md"))
    return row


def test_names_and_numbers_of_persons_are_masked_in_place(row: dict[str, str]) -> None:
    text = row["text"]
    assert len(text) == len(REPORT)
    for hidden in ("钱多多", "13912345678", "赵小云", "司马文", "孙 明", "周正", "吴一凡", "郑二"):
        assert hidden not in text
    for kept in ("480.50万元", "局长", "办公室", "各科室负责同志", "负责水利工程", "联系人：***"):
        assert kept in text
    assert text.index("480.50") == REPORT.index("480.50")


@pytest.mark.parametrize(
    "written",
    [
        "责任人：钱多多",
        "经办人钱多多，",
        "| 序号 | 评价人员 |\n|---|---|\n| 1 | 钱多多 |",
        "| 单位 | 林业局 |\n|---|---|\n| 联系人 | 钱多多、孙小圣 |",
    ],
)
def test_names_are_masked_in_every_place_that_asks_for_them(written: str) -> None:
    (row,) = text_rows(*extract_with_document(f"{REPORT}\n{written}\n".encode(), "report.md"))
    tail = row["text"][len(REPORT) :]
    assert "钱多多" not in tail and "孙小圣" not in tail and "***" in tail


@pytest.mark.parametrize("words", ["经办人和电话都要填写", "联系人方式", "审核人应当签字"])
def test_words_behind_a_label_are_no_names(words: str) -> None:
    (row,) = text_rows(*extract_with_document(f"{REPORT}\n{words}。\n".encode(), "report.md"))
    assert words in row["text"]


def test_blocks_cover_every_word_once_and_in_order(row: dict[str, str]) -> None:
    blocks = json.loads(row["blocks"])
    spans = [
        span
        for block in blocks
        for span in ([block[1:3]] if block[0] == "p" else [cell[:2] for line in block[3] for cell in line])
    ]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    shown = "".join(row["text"][start:end] for start, end in spans)
    assert set(row["text"]) - set(shown) <= set("|-\n ")
    assert [block[0] for block in blocks].count("t") == 1


def test_only_reports_keep_their_text() -> None:
    assert text_rows(*extract_with_document("床前明月光，疑是地上霜。\n".encode(), "poem.txt")) == []
    assert text_rows(*extract_with_document(b"", "empty.txt")) == []


def test_prose_of_a_cell_is_kept_once() -> None:
    text = "基本支出共计九十万元。"
    span = Span(0, len(text))
    table = Table(1, ((Cell(text, span, 1, 1),),))
    document = Document(text, text, (table, Paragraph(span, in_table=True)), "text")
    assert blocks_of(document) == [["t", 1, None, [[[0, len(text), 1, 1]]]]]

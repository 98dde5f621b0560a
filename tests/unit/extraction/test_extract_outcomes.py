"""The one way in: an outcome for every file, the same one every time, and no exception ever."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.extract import extract

REPORT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n基本支出301.4万元。\n"
FORM = "部门整体支出绩效自评表\n\n|一级指标|二级指标|三级指标|分值|得分|\n|-|-|-|-|-|\n|产出|数量|||\n|单位名称||编制数||\n"
#: Pieces that reports are made of, for texts that no one would write.
PIECES = st.sampled_from(
    ["基本支出", "三公", "“", "（", "）", "12.5万元", "0", "2022年", "占", "的", "%", "较预算增加", "其中：", "。", "，", "\n", "\t", "\n\t", "\n\n",
     "|", "|-|-|\n", "一级指标", "二级指标", "分值", "得分", "总分", "年度资金总额", "优", "等级为", "人", "完成预算", "一、", "存在的问题\n", "-", "％", "　", "*"]
)  # fmt: skip


def test_a_filled_report_is_extracted():
    found = extract(REPORT.encode(), "a.txt")
    assert found.outcome.status == "extracted"
    assert found.outcome.message_zh is None
    assert found.document_id == hashlib.sha256(REPORT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (FORM, "template_only"),
        ("关于召开春季造林现场会的通知\n\n请各乡镇于三月前报送苗木需求。\n", "not_a_report"),
        ("石门县林业局2023年部门预算公开说明\n\n基本支出年初预算80万元。\n", "not_a_report"),
        ("苗木采购合同\n\n总价30万元，分两期支付。\n", "not_a_report"),
    ],
)
def test_other_documents_are_named_for_what_they_are_in_both_languages(text, status):
    outcome = extract(text.encode(), "a.txt").outcome
    assert (outcome.status, outcome.error_code) == (status, status)
    assert any("\u4e00" <= character <= "\u9fff" for character in outcome.message_zh)
    assert outcome.message_en.isascii()


def test_the_same_bytes_give_the_same_result_whatever_the_name():
    first, second = extract(REPORT.encode(), "a.txt"), extract(REPORT.encode(), "b.md")
    assert first.figures == second.figures
    assert (first.identity, first.outcome, first.document_id) == (
        second.identity,
        second.outcome,
        second.document_id,
    )


def test_figures_come_in_reading_order(read):
    found = read(
        "单位：万元\n|项目|决算数|\n|-|-|\n|基本支出|5|\n\n另外，公用经费2万元，编制数9人。\n"
    ).figures
    starts = [figure.locator.char_start for figure in found]
    assert len(starts) == 3
    assert starts == sorted(starts)


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_no_bytes_raise(data):
    assert extract(data, "a").outcome.status in {"quarantined", "not_a_report", "template_only", "extracted"}


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_no_text_raises(text):
    assert extract((REPORT + text).encode("utf-8", "ignore"), "a").outcome.status != "not_a_report"


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_jumble_of_report_words_raises_and_spans_stay_inside(body):
    text = REPORT + body
    found = extract(text.encode(), "a")
    for item in (*found.figures, *found.indicators, *found.statements):
        assert 0 <= item.locator.char_start <= item.locator.char_end <= len(text)
    assert extract(text.encode(), "a") == found


def test_an_exact_amount_is_in_no_blank_form():
    title = "2022年度林业改革发展资金转移支付绩效自评报告\n"
    text = "下达我县转移支付资金921.25万元，包含管护补助、停伐补助。\n"
    assert extract((title + text).encode(), "报告.txt").outcome.status == "extracted"
    assert extract((title + "资金总额100万元。\n").encode(), "报告.txt").outcome.status == "template_only"


@pytest.mark.parametrize("data", [b"", b" \n", b"<html><body></body></html>"])
def test_a_file_without_text_is_not_called_an_empty_file_alone(data):
    """A blank page or photograph has bytes: who sent it must not be told to look for a lost file."""
    outcome = extract(data, "a.pdf").outcome
    assert outcome.error_code == "empty"
    assert "没有任何文字" in outcome.message_zh
    assert "blank or illegible" in outcome.message_en

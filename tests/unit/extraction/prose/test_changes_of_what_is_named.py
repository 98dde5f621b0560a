"""Changes whose owner stands in the comparison, in the reason, or before 分别."""

from __future__ import annotations

import pytest

ACCOUNTS = "石门县林业局2023年度部门决算公开说明\n\n"
MEETING, GUESTS = "meeting_expenditure", "official_reception"


def _changes(read, words):
    found = read(words, ACCOUNTS).figures
    return [(f.concept, f.value) for f in found if f.measure.startswith("change")]


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("会议费比上年增加主要是：业务费增加7万元。", []),
        ("会议费比上年增加主要是业务费增加7万元；公务接待费上升5万元。", [(GUESTS, "5")]),
        ("会议费比上年减少主要原因是河长制经费压减7万元。", []),
        ("会议费9万元，比上年增加主要是：本年增加7万元。", [(MEETING, "7")]),
        ("会议费比上年增加7万元，主要是业务费增加6万元。", [(MEETING, "7")]),
        ("会议费比上年增加7万元。", [(MEETING, "7")]),
    ],
)
def test_what_a_reason_names_has_changed_and_nothing_else(read, words, changes):
    assert _changes(read, words) == changes


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("较上年会议费节约7万元。", [(MEETING, "-7")]),
        ("2023年支出50万元，比2022年会议费减少7万元。", [(MEETING, "-7")]),
        ("较上年会议费节约7万元，公务接待费增长5万元。", [(MEETING, "-7"), (GUESTS, "5")]),
        ("公务接待费9万元，较上年减少7万元。", [(GUESTS, "-7")]),
        ("公务接待费9万元，较上年业务费减少7万元。", []),
    ],
)
def test_what_a_comparison_names(read, words, changes):
    assert _changes(read, words) == changes


@pytest.mark.parametrize(
    "words",
    [
        "会议费和公务接待费比上年同期均有所增加，分别增加7万元、5万元。",
        "会议费、公务接待费较2022年都略有增长，分别增长7%和5%。",
        "会议费9万元、公务接待费8万元，分别比上年同期增长7%、5%。",
    ],
)
def test_both_in_turn(read, words):
    assert _changes(read, words) == [(MEETING, "7"), (GUESTS, "5")]

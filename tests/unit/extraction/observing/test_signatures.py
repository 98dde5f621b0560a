"""Places to sign: empty ones are told, filled ones are not, and who signed never leaves extraction."""

from __future__ import annotations

import pytest


def _blank(read, line):
    return [
        item.text
        for item in read(f"基本支出120万元。\n\n{line}\n").observations
        if item.kind == "blank_field"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "单位负责人（签字）：邹晓岚",
        "单位负责人（签字）：邹晓岚 填报人（签字）：冉小满 2023年3月1日",
        "单位负责人（签字）：邹晓岚填报人（签字）：冉小满联系电话：0700-5550000",
    ],
)
def test_a_signed_line_is_not_called_empty(read, line):
    assert _blank(read, line) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("单位负责人（签字）：", "单位负责人(签字):"),
        ("单位负责人（签字）：　　　　2023年3月1日", "单位负责人(签字):"),
        ("单位负责人（签字）：____ 填报人（签字）：冉小满", "单位负责人(签字):____"),
        ("单位负责人：邹晓岚 填报人（签字）：", "填报人(签字):"),
        ("填报单位（盖章）", "填报单位(盖章)"),
    ],
)
def test_an_empty_place_to_sign_is_told_by_its_label_alone(read, line, told):
    assert _blank(read, line) == [told]

"""Scoring tables in several pieces, as a page's end or a word processor leaves them. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "青溪县水务局2022年度部门整体支出绩效自评报告\n\n"
HEAD = ("一级指标", "二级指标", "三级指标", "评分标准", "分值", "自评得分")
FIRST = (HEAD, ("投入", "预算配置", "在职人员控制率", "以100%为标准", "10", "10"))
REST = (
    ("", "", "“三公经费”变动率", "不增加得满分", "10", "9"),
    ("过程", "预算执行", "预算完成率", "达到100%", "80", "78"),
    ("总分", "", "", "", "100", "97"),
)


def table(*rows: tuple[str, ...]) -> str:
    return "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n\n"


def read(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    found = extract((TITLE + text).encode(), "表.txt").indicators
    return [(r.level_1, r.level_3, r.full_marks, r.score) for r in found]


WHOLE = [
    ("投入", "在职人员控制率", "10", "10"),
    ("投入", "“三公经费”变动率", "10", "9"),
    ("过程", "预算完成率", "80", "78"),
    ("总分", None, "100", "97"),
]


@pytest.mark.parametrize("between", ["", "— 3 —\n\n", "续表\n\n"])
def test_a_table_without_headings_is_the_rest_of_the_one_before(between: str) -> None:
    assert read(table(*FIRST) + between + table(*REST)) == WHOLE


@pytest.mark.parametrize(
    ("between", "rest"),
    [
        ("二、下属单位的评分情况如下表所示。\n\n", REST),  # another table
        ("", tuple(row[1:] for row in REST)),  # not as wide
        ("", (("单位", "负责人", "电话", "地址", "邮编", "备注"), *REST)),
    ],
)
def test_other_tables_are_not(between: str, rest: tuple[tuple[str, ...], ...]) -> None:
    assert read(table(*FIRST) + between + table(*rest)) == WHOLE[:1]


def test_what_a_total_has_closed_does_not_go_on() -> None:
    closed = table(*FIRST, ("总分", "", "", "", "10", "10"))
    assert read(closed + table(*REST)) == [WHOLE[0], ("总分", None, "10", "10")]


def test_a_numbered_slot_that_holds_a_dash_is_no_indicator() -> None:
    assert read(table(*FIRST, ("", "", "指标2：/", "", "/", "/"))) == WHOLE[:1]

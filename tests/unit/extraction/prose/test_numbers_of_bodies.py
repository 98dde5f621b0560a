"""How many divisions and units an office has, in digits and in words, and whose they are. Own words, invented figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
TOWN = "清河区石湾镇人民政府2022年度部门决算公开\n\n"
OFFICE = "安定县人民政府办公室2022年度部门决算公开\n\n"


def _bodies(text: str, title: str, states: States) -> tuple[list[str], list[str]]:
    found = states(text, title)
    return tuple(
        [value for concept, _, _, value, _ in found if concept == name]
        for name in ("internal_division_count", "subordinate_unit_count")
    )


@pytest.mark.parametrize(
    ("text", "divisions", "units"),
    [
        ("我镇内设机构统一设置8个办事机构，统筹设置事业站所5个。", ["8"], ["5"]),
        ("石湾镇人民政府设置党政综合办事机构9个：党政办公室、财政办公室。设置事业单位4个：文化站。", ["9"], ["4"]),
        ("石湾镇人民政府内设6个办公室，分别是党政办公室、财政办公室；4个镇属事业单位，分别是文化站。", ["6"], ["4"]),
        ("内设综合（人事）科，规划财务科、法规科3个科室。", ["3"], []),
        ("本局设股室8个，所属单位2个。", ["8"], ["2"]),
        ("内设五个科室，下属三家事业单位。", ["5"], ["3"]),
        ("内设机构有党政办、财政办等十二个，下辖文化站、农技站两个二级单位。", ["12"], ["2"]),
        ("全区设置事业单位40个，辖区内设有事业单位4个。", [], []),
        ("下属单位认真落实五个统筹，坚持三个必须。内设第二个工作专班。", [], []),
        ("文化站内设3个科室。", [], []),
    ],
)  # fmt: skip
def test_divisions_and_units_of_a_town(text, divisions, units, states: States):
    assert _bodies(text, TOWN, states) == (divisions, units)


def test_divisions_of_the_body_beside_it_are_not_the_office_s(states: States):
    text = "1.县政府办公室设12个内设机构，包括文电科、综合科。\n2.县政府研究室设4个内设机构，包括调研一科、调研二科。"
    assert _bodies(text, OFFICE, states) == (["12"], [])


def test_a_number_in_words_does_not_part_what_stands_around_it(states: States):
    text = "我局部门预算由局机关和两个下属单位组成，年初预算合计163万元，调整后合计171万元。"
    found = states(text, "安定县林业局2022年度部门整体支出绩效自评报告\n\n")
    assert ("total_expenditure", "level", "initial_budget", "163", "万元") in found

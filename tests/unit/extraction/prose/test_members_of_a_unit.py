"""Parts listed behind what one unit of the department spent: that unit's, never the department's."""

from __future__ import annotations

import pytest

ASIDES = ("", "（31人）", "，占36%", "，主要用于日常运转")
LEADS = ("，其中", "。其中：", "：", "，包括")
SPENDING = ("personnel_expenditure", "meeting_expenditure", "project_expenditure")


@pytest.mark.parametrize("unit", ["下属县水库管理所", "所属水文站", "县灌区管理中心", "下属事业单位"])
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("aside", ASIDES)
def test_parts_of_what_a_unit_spent(read, unit, lead, aside):
    text = f"{unit}2022年支出316万元{lead}人员经费240万元{aside}、会议费56万元{aside}；项目支出20万元。"
    parts = [f for f in read(text).figures if f.concept in SPENDING]
    assert {f.org_scope for f in parts} <= {"subordinate"}


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("本部门支出316万元。其中：人员经费240万元，项目支出76万元。", {"department"}),
        ("局机关及下属单位支出316万元，其中人员经费240万元；项目支出76万元。", {"department"}),
        ("下属水文站支出80万元。本部门支出316万元，其中人员经费240万元。", {"department"}),
        ("石门县林业局2022年支出316万元。其中：人员经费240万元。", {"department"}),
        ("下属水文站支出80万元；人员经费240万元。", {"department"}),
    ],
)
def test_parts_of_the_department_stay_its_own(read, text, scopes):
    assert {f.org_scope for f in read(text).figures if f.concept in SPENDING} == scopes

"""下属全额拨款事业单位7个，编制139人；差额拨款事业单位1个: units of kinds, their people, and those of the office before them."""

from __future__ import annotations

import pytest

OFFICE, UNITS, ALL = "headquarters", "subordinate", "department"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("下属全额拨款事业单位7个，编制139人；差额拨款事业单位1个，编制60人。", None),
        ("下属公益一类事业单位7个、公益二类事业单位2个。", None),
        ("下属事业单位7个，编制139人。", "7"),
        ("我局下设5个二级预算单位，其中参公单位1个、事业单位4个。", "5"),
    ],
)
def test_units_of_one_kind_are_not_all(read, words, count):
    found = [f.value for f in read(words).figures if f.concept == "subordinate_unit_count"]
    assert found == ([count] if count else [])


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("局机关行政编制46人，实有44人，下属事业单位7个，编制139人。", [OFFICE, OFFICE, UNITS]),
        ("机关行政编制46人，实有44人，下属事业单位7个。", [OFFICE, OFFICE]),
        ("机关行政编制46人，实有44人。", [OFFICE, ALL]),
        ("下属全额拨款事业单位7个，编制139人，实有131人。", [UNITS, UNITS]),
        ("机关内设8个股室，下属事业单位7个，编制139人。", [ALL]),
        ("局机关行政编制46人，实有44人，下属事业单位7个，全系统编制139人。", [OFFICE, OFFICE, ALL]),
        (
            "局机关编制46名，实有44人；下属水文站编制9名，实有8人；合计编制55名，实有52人。",
            [OFFICE, OFFICE, ALL, ALL],
        ),
        (
            "编制46名，实有44人；下属水文站编制9名，实有8人；合计编制55名，实有52人。",
            [OFFICE, OFFICE, ALL, ALL],
        ),
        ("我局编制46名，实有44人；下属水文站编制9名，实有8人。", [ALL, ALL]),
        ("全局编制46名，实有44人；下属水文站编制9名，实有8人，合计编制55名。", [ALL, ALL, ALL]),
    ],
)
def test_whose_people_are_counted(read, words, bodies):
    people = [f for f in read(words).figures if f.base_unit == "persons"]
    assert [f.org_scope for f in people] == bodies


@pytest.mark.parametrize(
    ("words", "grades"),
    [
        ("对5个项目开展自评，其中4个项目评价等级为“优”，1个为“良”。", []),
        ("3个单位评价等级为“优”。", []),
        ("对5个项目开展自评。部门整体自评等级为“优”。", ["优"]),
    ],
)
def test_grades_of_several_projects_are_not_the_departments(read, words, grades):
    assert [f.value for f in read(words).figures if f.concept == "grade"] == grades

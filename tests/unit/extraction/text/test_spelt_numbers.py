"""Offices and units counted in characters. Own names and figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import people

OFFICES, UNITS = "internal_division_count", "subordinate_unit_count"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内设办公室、水政股、规划股三个股室。", [(OFFICES, "3")]),
        ("局机关内设十二个科室，所属两家事业单位。", [(OFFICES, "12"), (UNITS, "2")]),
        ("下设八个内设机构，下属三个二级单位。", [(OFFICES, "8"), (UNITS, "3")]),
    ],
)
def test_offices_and_units_are_counted(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一个科室牵头，三个科室配合。",
        "第三个科室是财务科。",
        "三四个科室参加培训。",
        "下设几个股室。",
    ],
)
def test_what_nothing_counts_as_the_departments_is_none(text):
    assert not people(text)

"""People and bodies that sentences speak of in passing: behind a change, among others, in reports on a project. Own words, invented figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import people

PROJECT = "石桥县特岗教师工资项目2022年度绩效自评报告\n\n"
QUOTA, ACTUAL, SERVING, RETIRED, HIRED = (
    "staff_quota",
    "staff_actual",
    "staff_in_service",
    "staff_retired",
    "staff_contract",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("退休人员增加4人，达到38人。", [(RETIRED, "38")]),
        ("在职人员较上年减少3人，降至41人。", [(SERVING, "41")]),
        ("在职人员减少3人，达到历史最低。", []),
        ("编制数减少2名（收回空编），由64名变为62名。", [(QUOTA, "62")]),
        ("公务用车保有量由7辆增至8辆。", [("vehicle_stock", "8")]),
        ("年末实有编制人员41人，比上年44人减少3人。", [(SERVING, "41"), (SERVING, "44")]),
    ],
)
def test_what_a_number_has_come_to(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("与全市平均水平（编制52名、在职48名）相比，我局规模较小：编制39名，在职37名。", [(QUOTA, "39"), (SERVING, "37")]),
        ("在岗人员61名，含编外聘用18名，编制46名。", [(ACTUAL, "61"), (HIRED, "18"), (QUOTA, "46")]),
        ("招募见习生60人、公益性岗位在岗1,480人，我局自用公益性岗位9人。", [(HIRED, "9")]),
        ("离退休：离休1名、退休53名。", [(RETIRED, "53")]),
        ("离退休54名，其中离休1名、退休53名。", [(RETIRED, "54")]),
        ("行政编制12个实有11人，事业编制9个实有9人。", [("administrative_quota", "12"), ("institution_quota", "9")]),
        ("编制21个：行政12个，事业9个。", [(QUOTA, "21"), ("administrative_quota", "12"), ("institution_quota", "9")]),
        ("编制21个：局长1个，副局长2个。", [(QUOTA, "21")]),
        ("编制预算6个，编制绩效目标12个。", []),
    ],
)  # fmt: skip
def test_people_among_others(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目实际在岗181人，辅警41人。", []),
        ("全县特岗教师在岗181人。", []),
        ("我中心编制14人，在编12人。", [(QUOTA, "14"), (SERVING, "12")]),
    ],
)
def test_people_that_a_project_pays_are_not_those_of_a_department(text, expected):
    assert people(text, PROJECT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内设“五办一所”6个机构，局属单位3个。", [("internal_division_count", "6"), ("subordinate_unit_count", "3")]),
        ("现有车辆：轿车1辆、越野车2辆，共3辆。", [("vehicle_stock", "3")]),
        ("现有车辆：轿车1辆、越野车2辆，共4辆。", []),
        ("保留公务用车3辆。", [("vehicle_stock", "3")]),
        ("计划接待考察团12批次150人次。", []),
        ("接待参观团队86批次。公务接待4批次31人次。", [("reception_batches", "4"), ("reception_persons", "31")]),
    ],
)  # fmt: skip
def test_bodies_vehicles_and_guests(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年末财政供养人员31人，其中在职28人。", [("staff_actual", "31"), (SERVING, "28")]),
        ("财政供养人员31名（在职28名、退休3名）。", [("staff_actual", "31"), (SERVING, "28"), (RETIRED, "3")]),
        ("财政供养人员31人，其中：退休3人。", [("staff_actual", "31"), (RETIRED, "3")]),
        ("在职财政供养人员28人，退休3人。", [(SERVING, "28"), (RETIRED, "3")]),
        ("财政供养人员28人，编制30人。", [(SERVING, "28"), (QUOTA, "30")]),
        ("财政供养人员28人，退休3人。", [(SERVING, "28"), (RETIRED, "3")]),
        ("财政供养人员28人，其中行政10人、事业18人。", [(SERVING, "28")]),
    ],
)  # fmt: skip
def test_those_paid_by_the_budget_are_more_than_those_in_service(text, expected):
    assert people(text) == expected


def test_people_on_posts_of_each_kind_are_none_of_the_whole():
    text = "全局编制213名，实有191人。其中：行政编制12名，实有11人；参公编制58名，实有52人；事业编制143名，实有128人。"
    assert [one for one in people(text) if one[0] == "staff_actual"] == [("staff_actual", "191")]
    assert ("staff_actual", "36") in people("事业编制38名，实有36人。")


def test_people_of_units_that_were_counted_are_theirs(read):
    found = read("我局编制29名。所属单位（含卫生院15个）共21个，编制1086名，在职1203人。").figures
    assert [(f.value, f.org_scope) for f in found if f.unit == "人"] == [
        ("29", "department"),
        ("1086", "subordinate"),
        ("1203", "subordinate"),
    ]

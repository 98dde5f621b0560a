"""Numbers of people by the noun before them: whose they are, how they are employed, what they have come to. Own words, invented figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import OFFICE, people

QUOTA, ADMINISTRATION, INSTITUTION, WORKERS = (
    "staff_quota",
    "administrative_quota",
    "institution_quota",
    "worker_quota",
)
ACTUAL, SERVING, RETIRED, INTERNAL, HIRED = (
    "staff_actual",
    "staff_in_service",
    "staff_retired",
    "staff_internal_retired",
    "staff_contract",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本局编制14人，在职13人。", [(QUOTA, "14"), (SERVING, "13")]),
        ("局机关及二级机构编制61人。", [(QUOTA, "61")]),
        ("我局（含救助站）编制31人。", [(QUOTA, "31")]),
        ("机关工勤（驾驶）编制3名。", [(WORKERS, "3")]),
        ("所属事业单位（含敬老院7家）核定编制212人、在编198人。", [(INSTITUTION, "212")]),
        ("行政编制11人、在编10人，机关工勤编制2人、在编2人。", [(ADMINISTRATION, "11"), (WORKERS, "2")]),
        ("单位编制情况：参公事业编制17人。", [(INSTITUTION, "17")]),
        ("在编在岗教职工47人，内部退养人员2人。", [(SERVING, "47"), (INTERNAL, "2")]),
        ("全局共有干部职工83人，其中在编51人。", [(ACTUAL, "83"), (SERVING, "51")]),
    ],
)
def test_people_of_the_department(text, expected):
    assert people(text) == expected


def test_a_centre_that_reports_calls_itself_so():
    title = "石桥县气象灾害防御中心2022年度单位整体支出绩效自评报告\n\n"
    assert people("中心编制12名，在编11名。", title) == [(QUOTA, "12"), (SERVING, "11")]


def test_all_of_a_township_is_its_government():
    title = "青石乡2022年度部门整体支出绩效自评报告\n\n"
    assert people("全乡共有行政编制21个，事业编制17个。", title) == [
        (ADMINISTRATION, "21"),
        (INSTITUTION, "17"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全县共有敬老院9所，工作人员64人，其中在编13人。",
        "全县财政供养人员8,120人，其中在职5,230人、离退休2,890人。",
        "各单位：救助站编制14名，实有13名；福利院编制22名，在编21名，退休6名。",
        "当年退休2人。",
        "2022年调出3人、退休2人、招录4人。",
        "由于2022年退休3人，工资支出减少。",
        "开发公益性岗位210个，聘用168人。",
        "拟聘用网格员12人，聘请法律顾问1人，临时救助人员96人。",
        "干部职工52人参加了捐款。",
        "全县公务用车编制320辆，实有297辆。",
    ],
)
def test_people_of_others_and_people_who_left_are_left_out(text):
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("退休11人，聘用6人。", [(RETIRED, "11"), (HIRED, "6")]),
        ("另聘请宿管、保安共12人。", [(HIRED, "12")]),
        ("编外护理员、炊事员等27名。", [(HIRED, "27")]),
        ("消防队员24人为劳务外包。", [(HIRED, "24")]),
        ("尚未纳入编制管理的实有人员2人，为公益性岗位人员。", [(HIRED, "2")]),
        ("编外用工52人（协管员31人，临聘保洁21人）。", [(HIRED, "52")]),
        ("聘用人员35人；公益性岗位4人由其他部门发放补贴。", [(HIRED, "35")]),
    ],
)
def test_people_employed_beside_the_posts(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实有人数：行政12人，工勤2人，事业19人，共计33人。", [(ACTUAL, "33")]),
        ("实有人数：行政12人，工勤2人，事业19人，共计35人。", []),
        ("核定编制：局机关14名、救助站9名，共23名。", [(QUOTA, "23")]),
        ("行政编制14名，事业编制9名，现有21人。", [(ADMINISTRATION, "14"), (INSTITUTION, "9"), (ACTUAL, "21")]),
        ("行政编制14名，现有13人。", [(ADMINISTRATION, "14")]),
        ("在职人员由年初的61人减少到年末的58人，减少3人。", [(SERVING, "61"), (SERVING, "58")]),
        ("编制数36，其中：行政编制14，事业编制22。", [(QUOTA, "36"), (ADMINISTRATION, "14"), (INSTITUTION, "22")]),
        ("编制36人（行政14、事业22），在职35人。", [(QUOTA, "36"), (ADMINISTRATION, "14"), (INSTITUTION, "22"), (SERVING, "35")]),
        ("编制16个（行政7个，事业9个）。", [(QUOTA, "16"), (ADMINISTRATION, "7"), (INSTITUTION, "9")]),
        ("实有在职38人，其中：行政编制12人，事业编制26人。", [(SERVING, "38")]),
    ],
)  # fmt: skip
def test_sums_later_numbers_and_numbers_without_a_classifier(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在职46人，比上年少4人（退休5人，新考录1人）。", [(SERVING, "-4")]),
        ("离退休人员39人，比上年多2人。", [(RETIRED, "2")]),
        ("实有人数71人，其中在职48人。与上年相比在职人员减少2人。", [(SERVING, "-2")]),
        ("公务接待9批次，较上年接待批次减少3批，人次减少25人。", [("reception_batches", "-3")]),
    ],
)
def test_changes_of_people(read, text, expected):
    changes = [(f.concept, f.value) for f in read(text, OFFICE).figures if f.measure == "change"]
    assert changes == expected


def test_those_retired_beside_others_are_marked(read):
    """With cadres on 离休 beside them, the number may be all or some of those the rules add up."""
    (figure,) = read("离休2人，退休47人。", OFFICE).figures
    assert (figure.concept, figure.value) == (RETIRED, "47")
    assert figure.confidence < 0.9
    assert figure.note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市民政局设9个科室，下属单位4家。",
            [("internal_division_count", "9"), ("subordinate_unit_count", "4")],
        ),
        (
            "从决算单位构成看，民政局决算包括：机关处（科）室6个，事业单位3个。",
            [("internal_division_count", "6"), ("subordinate_unit_count", "3")],
        ),
        ("小车编制2台，现有小车2台。", [("vehicle_stock", "2")]),
        ("划转车辆2辆，年末车辆1辆。", [("vehicle_stock", "1")]),
    ],
)
def test_bodies_and_vehicles(text, expected):
    assert people(text) == expected

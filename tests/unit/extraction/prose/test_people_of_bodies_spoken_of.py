"""People of a body that the words before them speak of, which are not the department's; invented names and figures."""

from __future__ import annotations

import pytest

TITLE = "清湖县文化和旅游局2022年部门预算公开\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下属单位：1.县文化馆：编制12名，在职11人，退休9人；2.县图书馆：编制8名，在编7人。", []),
        ("机关编制16人，实有14人。所属艺术团为全额拨款事业单位，编制5名，在编4人。", [("staff_quota", "16"), ("staff_actual", "14")]),
        ("局机关行政编制24名，实有25名；县文物中心（副科级事业单位）编制15名，实有13名。", [("administrative_quota", "24"), ("staff_actual", "25")]),
        ("包括：（1）艺术团：编制41名，实有30人，退休16人；（2）服务中心，编制9名，实有8人，退休4人。", []),
        ("行政编制42人，其中政法专项编制40人，工勤编制2人。", [("administrative_quota", "42"), ("worker_quota", "2")]),
        # posts with those on them, behind all who are there; paid in full, and in no other way
        ("实有11人，其中：行政编制8人，实有7人；事业编制4人，实有4人。", [("staff_actual", "11"), ("administrative_quota", "8"), ("institution_quota", "4")]),
        ("全额拨款人员编制12人，实有11人。", [("staff_quota", "12"), ("staff_actual", "11")]),
        ("全额拨款编制12人，自收自支编制3人。", []),
        ("局机关（编制23人）、社保局（编制31人，实有29人）、就业局（编制18人，实有18人），合计编制72人，实有69人。", [("staff_quota", "23"), ("staff_quota", "72"), ("staff_actual", "69")]),
        # our own again
        ("县图书馆为股级事业单位，编制5名；本局机关在职12人。", [("staff_in_service", "12")]),
        ("清湖县文化和旅游局：编制30名，在编28人。", [("staff_quota", "30"), ("staff_in_service", "28")]),
        ("现有3个内设机构、2个事业单位。", [("internal_division_count", "3"), ("subordinate_unit_count", "2")]),
    ],
)  # fmt: skip
def test_whose_the_people_are(states, text, expected):
    assert [(one[0], one[3]) for one in states(text, TITLE)] == expected


def test_the_department_by_a_shorter_name(states):
    title = "清湖县疾病预防控制中心2022年部门预算公开\n\n"
    text = "县疾控中心为公益一类事业单位，编制46名，在编41人。"
    assert [(one[0], one[3]) for one in states(text, title)] == [
        ("staff_quota", "46"),
        ("staff_in_service", "41"),
    ]


def test_a_body_is_not_what_it_belongs_to(states):
    title = "清湖市运行监测中心2022年部门预算公开\n\n"
    text = "情况。中心为市管理委员会所属公益一类事业单位，内设综合科等4个科室，编制45人，在岗41人。"
    found = [(one[0], one[3]) for one in states(text, title) if one[0].startswith("staff")]
    assert found == [("staff_quota", "45"), ("staff_in_service", "41")]

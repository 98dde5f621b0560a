"""People by names of staff, posts behind a kind of funding, offices counted at the end of their list; invented names and figures."""

from __future__ import annotations

import pytest

TITLE = "清湖县第二中学2022年部门预算公开\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # all who are there
        ("清湖县第二中学现有职工63人，其中在编人员51人。", [("staff_actual", "63"), ("staff_in_service", "51")]),
        ("我校共有职工58人，其中退休职工9人。", [("staff_actual", "58"), ("staff_retired", "9")]),
        ("在职人员71人，退休人员30人，总人数101人。", [("staff_in_service", "71"), ("staff_retired", "30"), ("staff_actual", "101")]),
        ("（2）单位实际人数29人。", [("staff_actual", "29")]),
        ("我单位预算人员实有数18人，在编人员18人。", [("staff_actual", "18"), ("staff_in_service", "18")]),
        ("单位总人数47人，在职29人，退休18人。", [("staff_actual", "47"), ("staff_in_service", "29"), ("staff_retired", "18")]),
        ("参保单位总人数4,700人。", []),
        # on posts
        ("在职人员21人，非在编6人。", [("staff_in_service", "21"), ("staff_contract", "6")]),
        ("我中心为正科级差额拨款事业单位，编制34名。", [("staff_quota", "34")]),
        ("本校实有74人，同等待遇非在编人员8人。", [("staff_actual", "74"), ("staff_contract", "8")]),
        ("机关核定参公编制26人，现有在职参公编制人员24人。", [("institution_quota", "26")]),
        # of others
        ("帮扶企业3家，共有职工420人。", []),
        ("县图书馆隶属于清湖县文化局，为差额拨款事业单位，编制12名。", []),
        ("受益在职人员71人，学生30人，总人数120人。", [("staff_in_service", "71")]),
        ("全县共有教职工4,210人。", []),
        ("清湖县共有职工8,800人参加医疗保险。", []),
        ("参加培训总人数320人。", []),
        ("受益学生总人数1,240人。", []),
        ("辖区企业现有职工640人。", []),
        ("辖区内民办幼儿园有教职工36人。", []),
        ("下属艺术团为差额拨款事业单位，编制12名。", []),
        ("慰问现有职工63人。", []),
        ("培训教职工58人。", []),
        ("参训单位实际人数29人。", []),
        ("在职学生71人，退休教师30人，总人数101人。", [("staff_retired", "30")]),
        ("现有参公编制9人，全额事业编制12人。", []),
        # offices and units
        ("设置办公室、教务科、财务科、应急办公室、安全科5个科室。", [("internal_division_count", "5")]),
        ("我镇行政类6个办公室分别是党政办公室、财政办公室、规划办公室、平安办公室、应急办公室、执法办公室。", [("internal_division_count", "6")]),
        ("我乡内设办室7个，包括：党政办公室、财政办公室等。", [("internal_division_count", "7")]),
        ("本级共含内设机构数量11个，分别为政治部、立案庭等。", [("internal_division_count", "11")]),
        ("本镇设独立编制事业单位机构4个，为文化中心等。", [("subordinate_unit_count", "4")]),
        ("学校设办公室、教务处、总务处、团委4个处室。", [("internal_division_count", "4")]),
        ("全县学校设办公室、教务处2个处室。", []),
        ("辖区内医院设内科、外科等12个科室。", []),
        ("检查医院检验科、放射科、内科、外科、儿科5个科室。", []),
        ("改造村卫生室、办公室3个科室。", []),
        ("装修2个办公室，分别是二楼和三楼。", []),
        ("全县独立编制事业单位机构40个。", []),
        ("支持县医院建设，设置重症科、儿科、急诊科3个科室。", []),
        ("六个委员会分别下设一个综合科。", []),
        # vehicles
        ("慰问在职职工33人，退休40人，汽车3辆。", [("staff_in_service", "33"), ("staff_retired", "40")]),
        ("年末共有汽车3辆。", [("vehicle_stock", "3")]),
        ("购置汽车3辆。", []),
        ("全县现有救护车20辆。", []),
        ("投放洒水车6辆。", []),
        ("现有防疫车2辆。", [("vehicle_stock", "2")]),
        ("年末现有执法执勤车辆11辆，摩托车7辆。", [("vehicle_stock", "11")]),
        ("核定车辆编制2辆，年末公车保有1辆。", [("vehicle_stock", "1")]),
        ("固定资产：汽车5辆，其中救护车2辆。", [("vehicle_stock", "5")]),
        ("房屋面积4,310平方米，车辆4台。", [("vehicle_stock", "4")]),
        ("全县现有出租车140辆、机动车2万辆。", []),
        ("公司现有巡逻车5辆。", []),
        ("新购防疫车3辆。", []),
        ("完成房屋普查4,310平方米，车辆4台。", []),
    ],
)  # fmt: skip
def test_people_offices_and_cars(states, text, expected):
    assert [(one[0], one[3]) for one in states(text, TITLE)] == expected


def test_the_office_that_the_department_belongs_to(states):
    text = "清湖县殡仪馆隶属于清湖县民政局，为股级差额拨款事业单位，编制14名。"
    assert [(one[0], one[3]) for one in states(text, "清湖县殡仪馆2022年部门预算公开\n\n")] == [
        ("staff_quota", "14")
    ]


def test_a_year_without_its_second_character(read):
    assert read("我单位编制14名。", "清湖县殡仪馆2022度单位决算情况\n\n").identity.fiscal_year == 2022

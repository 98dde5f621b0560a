"""Dense reports: amounts without a unit, things bought and scrapped, grades and counts right behind what they belong to, wholes resumed."""

from __future__ import annotations

import pytest

from extraction.extract import extract

REPORT = "南屏县第三中学2021年整体支出绩效自评报告\n\n"


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.concept, one.measure, one.value) for one in extract((REPORT + text).encode(), "报告.txt").figures
    ]


@pytest.mark.parametrize(
    ("text", "concept", "value"),
    [
        ("全年收入302.75万元，财政拨款289.41,事业收入（学费）13.34。", "fiscal_appropriation_revenue", "289.41"),
        ("全年收入302.75万元，财政拨款289.41,事业收入（学费）13.34。", "undertaking_revenue", "13.34"),
        ("基本支出178.65万元（工资福利支出150.02，商品和服务支出28.63）。", "economic_class_amount", "28.63"),
        ("全年支出299.8万元，工资福利231.09，对个人家庭补助10.48。", "economic_class_amount", "10.48"),
    ],
)  # fmt: skip
def test_a_bare_amount_is_in_the_unit_of_the_others(text, concept, value):
    figures = extract((REPORT + text).encode(), "报告.txt").figures
    assert (concept, value, "万元") in {(one.concept, one.value, one.unit) for one in figures}


@pytest.mark.parametrize(
    "text",
    [
        "全年支出299.8万元，预算执行率98.31，得9.7分。",
        "基本支出178.65万元，水费1256.30元，财政拨款289.41。",  # in which of the two
        "收入 302.75万元 财政拨款 289.41 事业收入 13.34",  # a row of a table
    ],
)
def test_a_rate_or_a_cell_is_no_amount(text):
    assert not {value for _, _, value in read(text)} & {"98.31", "289.41", "13.34"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("固定资产原值624万元。本年新增图书、电教设备49.27万元，报废课桌椅等原值8.61万元。", {("asset_additions", "49.27"), ("asset_disposals", "8.61")}),
        ("固定资产原值624万元；新增办公设备36件，原值12.5万元；报废电脑20台，原值8万元。", {("asset_additions", "12.5"), ("asset_disposals", "8")}),
        ("本年新增教学设备49.27万元。", set()),
        ("固定资产原值624万元，处置收入1.2万元，新增就业岗位带来工资8万元。", set()),
    ],
)  # fmt: skip
def test_things_that_came_and_went_in_a_paragraph_on_assets(text, expected):
    assert {(concept, value) for concept, _, value in read(text) if concept.startswith("asset_")} == expected


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("自评总分为95.2分，“优”。", ["优"]),
        ("综合得分95.2分，评定为“优”（90分及以上为优）。", ["优"]),
        ("投入19分，产出48分，效益28.2分，共计95.2分，属优等。", ["优"]),
        ("检查乡镇共计12个，优。", []),
        ("自评97分，优秀。", ["优"]),
        ("自评得分93分（良）。", ["良"]),
        ("自评97分，优秀率达到30%。", []),
        ("预算执行自评9分，优。", []),
    ],
)
def test_a_grade_right_behind_the_score(text, grades):
    assert [value for concept, _, value in read(text) if concept == "grade"] == grades


@pytest.mark.parametrize(
    ("text", "concept", "values"),
    [
        ("公务接待费4.92万元，共接待来访团组68个、541人次。", "reception_persons", ["541"]),
        ("因公出国团组1个、3人次。", "reception_persons", []),
        ("公务用车运行维护费48.9万元，比上年减少3.3万元，车辆15台；公务接待费2.7万元。", "vehicle_stock", ["15"]),
        ("公务用车运行维护费3.5万元（1台车）。", "vehicle_stock", ["1"]),
        ("公务用车购置费17.9万元（更新1辆）、运行维护费49.3万元（23辆）。", "official_vehicle_operation", ["49.3"]),
        ("三公经费决算5.2万元。公务接待费为零。", "official_reception", ["0"]),
        ("接待批次为零。", "reception_batches", []),
        ("公务用车运行维护费3.5万元，报废车辆2辆；公务接待费2.7万元。", "vehicle_stock", []),
    ],
)  # fmt: skip
def test_guests_and_vehicles_right_behind_what_they_cost(text, concept, values):
    assert [value for one, _, value in read(text) if one == concept] == values


def test_behind_a_change_of_the_whole_its_amounts_go_on():
    text = "全年三公经费支出14.09万元，其中公务用车运行维护费11.6万元，公务接待费2.49万元，较上年16.73万元减少2.64万元，预算为18.5万元。"
    figures = extract((REPORT + text).encode(), "报告.txt").figures
    whole = {
        (one.stage, one.fiscal_year, one.value) for one in figures if one.concept == "three_public_total"
    }
    assert {("final_account", 2020, "16.73"), ("initial_budget", 2021, "18.5")} <= whole
    assert [one.value for one in figures if one.concept == "official_reception"] == ["2.49"]


def test_behind_a_change_of_the_part_they_are_of_the_part():
    text = "全年三公经费支出14.09万元，其中公务用车运行维护费11.6万元，公务接待费2.49万元，较上年3.73万元减少1.24万元。"
    assert ("official_reception", "level", "3.73") in read(text)


def test_parts_that_a_total_holds_are_not_resumed_as_the_total():
    text = "年初预算620万元，含基本支出187万元、项目支出433万元；年中追加880万元；全年预算1390万元。"
    assert ("project_expenditure", "level", "1390") not in read(text)


def test_below_a_heading_on_budget_and_spending_amounts_are_what_was_spent():
    text = "二、部门预算安排及支出\n\n（一）“三公”。全年“三公”经费20.18万元，占预算24万元的84.08%；公车运行18.8万元。\n"
    figures = extract((REPORT + text).encode(), "报告.txt").figures
    assert {one.stage for one in figures if one.value in {"20.18", "18.8"}} == {"final_account"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("（一）部门预算项目绩效管理\n\n年初预算安排198.4万元，年中追加48.7万元。", ["198.4"]),
        ("（一）部门预算项目绩效管理。年初预算安排198.4万元，年中追加48.7万元。", ["198.4"]),
        ("（一）部门预算项目绩效管理\n\n信息化建设项目年初预算安排64.3万元，全年支出64万元。", []),
        ("（一）重点项目绩效管理\n\n年初预算安排198.4万元。", []),
    ],
)
def test_the_budget_below_a_heading_on_all_projects_of_the_budget_is_the_departments(text, values):
    assert [value for concept, _, value in read(text) if concept == "total_expenditure"] == values

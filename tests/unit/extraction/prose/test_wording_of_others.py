"""Wording close to that of the department's own figures, but of others: other bodies, households, several years; invented."""

from __future__ import annotations

import pytest

from extraction.extract import extract

REPORT = "云溪县林草局2021年度部门整体支出绩效自评报告\n\n"
ACCOUNTS = "云溪县林草局2021年度部门决算公开说明\n\n"
PROJECT = "云溪县林草局2021年度造林补助项目支出绩效自评报告\n\n"


def read(title: str, text: str) -> list[tuple[str, str, str]]:
    """Concept, measure and value of each figure that a text states."""
    found = extract((title + text).encode(), "说明.txt").figures
    return [(one.concept, one.measure, one.value) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "供水中心运行经费支出8万元。",
        "2021年我单位下属中心运行经费支出9万元。",
        "监测站运行经费支出6万元，林业学校运行经费5万元。",
        "本单位下属事业单位运行经费支出12万元。",
    ],
)
def test_what_other_bodies_cost_is_not_what_the_department_costs(text):
    assert read(ACCOUNTS, "一、机关运行经费支出情况\n" + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "全县政府采购项目30个，预算资金2000万元。",
        "未实施政府采购项目2个，预算资金15万元。",
        "取消政府采购项目1个，预算金额5万元。",
    ],
)
def test_some_procurements_are_not_the_budget_of_all(text):
    assert read(REPORT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "贫困人口家庭年收入3万元。",
        "合作社社员年总收入66万元。",
        "本单位职工2021年总收入77万元。",
        "辖区企业实现营业总收入5000万元。",
    ],
)
def test_what_others_earn_is_not_income_of_the_department(text):
    assert read(REPORT, text) == []


@pytest.mark.parametrize("whose", ["全县公安系统现有公务用车200辆", "2020年共有车辆5辆，报废2辆"])
def test_vehicles_of_others_in_a_reason_are_not_kept_by_the_department(whose):
    text = f"公务接待费3万元，下降9%，下降的主要原因是{whose}。"
    assert [one for one in read(REPORT, text) if one[0] == "vehicle_stock"] == []


@pytest.mark.parametrize(
    "text",
    [
        "2018年以来累计投入造林资金9184万元，其中：中央资金5000万元，省级资金4184万元。",
        "计划“十四五”期间投入治理资金8000万元，包括中央资金3000万元。",
    ],
)
def test_money_of_several_years_is_not_that_of_the_project(text):
    assert [one for one in read(PROJECT, text) if one[0] == "project_expenditure"] == []


def test_a_part_with_a_stage_of_its_own_is_no_part_of_the_change():
    text = "“三公”经费比上年减少30万元，其中公务接待费决算5万元，公务用车运行维护费12万元。"
    assert ("official_reception", "level", "5") in read(ACCOUNTS, text)


def test_the_budget_of_an_unknown_part_is_not_that_of_the_whole():
    text = "项目支出86万元，是年初预算100万元的86%，其中工会经费支出8万元，为年初预算9万元的88%。"
    assert [value for _, _, value in read(REPORT, text)] == ["86", "100", "86"]


@pytest.mark.parametrize(
    "text",
    [
        "收回科室年初结转结余资金7万元。",
        "上缴财政上年结转和结余资金4万元。",
        "动用上年结转资金3万元。",
        "接待费、会议费、培训费为2，300，500元。",
        "下属苗圃在职人员9人，编制12人。",
    ],
)
def test_money_given_back_people_of_units_and_digits_in_doubt_state_nothing(text):
    assert [found for found in read(REPORT, "一、基本情况\n2021年" + text) if found[2] != "12"] == []


def test_people_of_headquarters_and_units_are_the_departments():
    assert read(REPORT, "一、基本情况\n局机关及下属苗圃在职人员69人。") == [
        ("staff_in_service", "level", "69")
    ]

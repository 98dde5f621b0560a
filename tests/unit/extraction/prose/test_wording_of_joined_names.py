"""One amount behind several names, parts by the name of their whole, and whose year parts are of; invented names and figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extraction.extract import extract

States = Callable[..., list[tuple[str, str, str | None, str, str]]]
ACCOUNTS = "云岭县信访局2022年度部门决算情况说明\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("因公出国（境）费、公务用车购置及运行费、公务接待费支出9万元。", [("three_public_total", "9")]),
        (
            "因公出国（境）经费，、公务用车购置费、公务用车运行维护费和公务接待费决算9万元。",
            [("three_public_total", "9")],
        ),
        ("会议费、培训费支出9万元。", []),
        ("人员经费和公用经费9万元。", []),
        ("会议费、培训费分别为3万元和6万元。", [("meeting_expenditure", "3"), ("training_expenditure", "6")]),
        ("公务接待费3万元、会议费6万元。", [("official_reception", "3"), ("meeting_expenditure", "6")]),
        ("一般公共预算、政府性基金预算财政拨款收入9万元。", []),
        ("政府性基金预算财政拨款收入9万元。", [("government_fund_appropriation", "9")]),
        ("项目支出包括商品和服务支出7万元，其他支出类项目3万元。", [("economic_class_amount", "7")]),
        (
            "资产总额95万元，负债总额8万元。其中：行政单位资产总额61万元，负债总额5万元；事业单位资产总额34万元，负债总额3万元。",
            [("total_assets", "95"), ("total_liabilities", "8")],
        ),
        ("教育行业资产总额61万元，净资产总额5万元。", []),
        ("行政事业单位资产总额95万元。", [("total_assets", "95")]),
        ("我校为事业单位，资产总额95万元。", [("total_assets", "95")]),
    ],
)
def test_one_amount_of_several_or_of_some(text: str, expected: list[tuple[str, str]], states: States) -> None:
    found = [(concept, value) for concept, _, _, value, _ in states(text, ACCOUNTS)]
    assert [one for one in found if one in expected or one[0] != "project_expenditure"] == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "2022年“三公”经费预算9万元。据汇总，2021年“三公”经费决算8万元。其中，公务接待费3万元。",
            [2022, 2021, 2021],
        ),
        ("2022年“三公”经费支出9万元，比2021年的8万元多。其中，公务接待费3万元。", [2022, 2021, 2022]),
        ("据县财政局汇总，2021年“三公”经费决算8万元。公务接待费3万元。", [2021, 2022]),
    ],
)
def test_parts_in_the_next_sentence_are_of_the_year_of_their_whole(text: str, years: list[int]) -> None:
    figures = extract((ACCOUNTS + text).encode(), "页.txt").figures
    assert [one.fiscal_year for one in figures if one.measure == "level"] == years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收入总计40万元，支出总计40万元。收支较上年决算数减少3万元、下降7%。",
            [
                ("total_resources", "-3"),
                ("total_uses", "-3"),
                ("total_resources", "-7"),
                ("total_uses", "-7"),
            ],
        ),
        ("收入总计40万元。收支较上年决算数减少3万元。", []),
        (
            "收、支总计均为40万元。收、支与上年度相比，减少3万元。",
            [("total_resources", "-3"), ("total_uses", "-3")],
        ),
        (
            "收、支总计均为40万元。与上年比较收、支总计减少3万元。",
            [("total_resources", "-3"), ("total_uses", "-3")],
        ),
        ("收入合计40万元。与2020年相比公务接待费减少3万元。", [("official_reception", "-3")]),
        (
            "收入预算40万元，2021年收入预算38万元，较上年增加2万元，增长率5%。",
            [("total_revenue", "2"), ("total_revenue", "5")],
        ),
        (
            "“三公”经费预算变化的主要原因是：2022年“三公”经费支出预算合计24万元，比上年预算减少4万元。",
            [("three_public_total", "-4")],
        ),
        ("“三公”经费支出3万元，主要原因是：公务接待费支出增加1万元。", []),
    ],
)
def test_what_changed(text: str, expected: list[tuple[str, str]], states: States) -> None:
    found = [
        (concept, value) for concept, measure, _, value, _ in states(text, ACCOUNTS) if measure != "level"
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内设16个职能部门，派出机构4个。", [("internal_division_count", "16")]),
        (
            "本单位人员合计77人，其中在职37人，离退休40人。",
            [("staff_actual", "77"), ("staff_in_service", "37"), ("staff_retired", "40")],
        ),
        ("行政人员合计5人。", []),
        ("本单位公务用车辆共3台。", [("vehicle_stock", "3")]),
        ("全年购置公务用车辆3台。", []),
        (
            "收入总数85万元，较2021年收入总数80万元增长6.25%。",
            [("total_revenue", "85"), ("total_revenue", "80"), ("total_revenue", "6.25")],
        ),
        ("对下级单位补助支出3万元。", [("subsidy_to_affiliates", "3")]),
        ("农林水事务支出3万元。", [("function_class_amount", "3")]),
    ],
)
def test_names_of_found_pages(text: str, expected: list[tuple[str, str]], states: States) -> None:
    assert [(concept, value) for concept, _, _, value, _ in states(text, ACCOUNTS)] == expected

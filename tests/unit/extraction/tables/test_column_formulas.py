"""Forms whose headings number their columns and reckon with them. Own names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "青溪市气象局2021年度部门整体支出绩效自评表\n\n"


def rows(heads: tuple[str, ...], *amounts: tuple[str, ...]) -> str:
    groups = ("资金结构（万元）", "预算安排", "", "", "拨付情况", "", "结余情况")
    lines = [groups, ("", *heads), *amounts]
    return "\n".join("|" + "|".join(line) + "|" for line in lines) + "\n"


AMOUNTS = (
    ("1.财政资金小计", "200.00", "31.50", "231.50", "230.10", "99.40", "1.40"),
    ("①项目支出", "40.00", "5.00", "45.00", "44.00", "97.78", "1.00"),
    ("② 基本支出", "160.00", "26.50", "186.50", "186.10", "99.79", "0.40"),
    ("合 计", "200.00", "31.50", "231.50", "230.10", "99.40", "1.40"),
)
NUMBERED = (
    "年初预算安排金额①",
    "年中调整金额②",
    "小计③=①+②",
    "年度拨付金额④",
    "支出实现率（%）⑤=④/③",
    "结余金额⑥=③-④",
)
PLAIN = ("年初预算安排金额", "年中调整金额", "小计", "年度拨付金额", "支出实现率（%）", "结余金额")


def read(text: str) -> set[tuple[str, str | None, str]]:
    found = extract((TITLE + text).encode(), "表.txt").figures
    return {(f.concept, f.stage, f.value) for f in found}


def test_formulas_tell_the_stages_of_their_columns() -> None:
    assert read(rows(NUMBERED, *AMOUNTS)) == {
        ("project_expenditure", "initial_budget", "40.00"),
        ("project_expenditure", "adjusted_budget", "45.00"),
        ("project_expenditure", "final_account", "44.00"),
        ("basic_expenditure", "initial_budget", "160.00"),
        ("basic_expenditure", "adjusted_budget", "186.50"),
        ("basic_expenditure", "final_account", "186.10"),
        ("total_expenditure", "initial_budget", "200.00"),
        ("total_expenditure", "adjusted_budget", "231.50"),
        ("total_expenditure", "final_account", "230.10"),
        ("budget_execution_rate", None, "99.40"),
    }


def test_without_formulas_a_sum_behind_a_change_is_no_initial_budget() -> None:
    found = read(rows(PLAIN, *AMOUNTS))
    assert ("basic_expenditure", "adjusted_budget", "186.50") in found
    assert not {value for _, stage, value in found if stage == "initial_budget"} - {
        "40.00",
        "160.00",
        "200.00",
    }


@pytest.mark.parametrize("head", ["小计③=①+②", "合计"])
def test_a_sum_of_sources_is_no_adjusted_budget(head: str) -> None:
    table = f"|项目（万元）|年初预算数①|上级补助预算数②|{head}|\n|基本支出|100|20|120|\n|项目支出|40|10|50|\n"
    assert not [found for found in read(table) if found[1] == "adjusted_budget"]

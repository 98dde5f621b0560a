"""What was spent behind work that was counted may be what that alone cost; kinds among those in service are people, no posts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "confidence"),
    [
        ("全年养护公路286公里，共支出1001万元。", "0.5"),
        ("新建水库3座，全年支出1001万元。", "0.5"),
        ("完成重点工作12项，全年实际支出1001万元。", "0.5"),
        ("下属单位3个，全年支出1001万元。", "1"),
        ("我局有在职人员30人，全年支出1001万元。", "1"),
        ("全年工作任务全部完成，完成率100%，全年支出1001万元。", "1"),
        ("完成重点工作12项。2022年全年实际支出1001万元。", "1"),
        ("2022年度我单位总体运行良好，共支出1001万元。", "1"),
    ],
)
def test_spent_behind_work(read, words, confidence):
    found = [(f.value, str(f.confidence)) for f in read(words).figures if f.concept == "total_expenditure"]
    assert found == [("1001", confidence)]


@pytest.mark.parametrize(
    ("words", "quotas"),
    [
        ("86名在编人员中，行政编制25人，事业编制61人。", []),
        ("在职人员中行政编制25人，事业编制61人。", []),
        ("现有人员86人中，行政编制25人，事业编制61人。", []),
        ("编制86名，其中行政编制25人，事业编制61人。", ["25", "61"]),
        ("在编人员中层干部8人。行政编制25人，事业编制61人。", ["25", "61"]),
    ],
)
def test_kinds_among_people_are_no_posts(read, words, quotas):
    kinds = {"administrative_quota", "institution_quota"}
    assert [f.value for f in read(words).figures if f.concept in kinds] == quotas


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2021年“三公”经费支出由2020年的18万元下降到15.2万元。", [2020, 2021]),
        ("2021年公用经费支出由上年的18万元降至15.2万元。", [2020, 2021]),
        ("公用经费由2021年的18万元下降到2022年的15.2万元。", [2021, 2022]),
        ("公用经费支出由上年的18万元降至15.2万元。", [2021, 2022]),
        ("2022年公用经费支出由2020年的18万元降至15.2万元。", [2020, 2022]),
    ],
)
def test_years_of_what_fell_from_one_level_to_another(read, words, years):
    assert [f.fiscal_year for f in read(words).figures] == years

"""Sentences and lines that go on with what the one before them spoke of, without naming it again."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import stated

TOTAL, FINAL = "total_expenditure", "final_account"
CHANGES = [(TOTAL, "change", FINAL, "40"), (TOTAL, "change_rate", FINAL, "8")]


@pytest.mark.parametrize(
    "words", ["同比增加40万元，增长8%", "增加40万元，增长8%，主要原因是人员增加", "同比，增加40万元，增长8%"]
)
@pytest.mark.parametrize(
    "before", ["本年支出合计540万元", "本年支出合计540万元，其中基本支出440万元，项目支出100万元"]
)
def test_a_sentence_of_a_change_alone_is_of_the_whole_before_it(before, words):
    found = stated(f"{before}。{words}。")
    assert [one for one in found if one[1] != "level"] == CHANGES


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费5万元，公务用车费6万元。同比减少1万元。",
        "公务接待费5万元。增加就业500人。",
        "公务接待费5万元。增加岗位补贴3万元的农户20户。",
        "收入总计500万元，项目支出90万元。增加40万元，增长8%。",
    ],
)
def test_of_two_amounts_or_of_other_things_it_is_not(text):
    assert all(one[1] == "level" for one in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "（一）收支情况。2022年本年支出合计\n540万元，同比增加40万元，增长8%。",
        "2.支出情况：我局认真执行预算，2022年本年支\n出合计540万元，比上年增加40万元，增长8%。",
        "（二）主要用于办公楼运行，保障了机关运转（含下属站所）\n本年支出合计540万元，增加40万元，增长8%。",
    ],
)
def test_an_item_that_is_cut_inside_a_sentence_goes_on(text):
    assert stated(text)[0] == (TOTAL, "level", FINAL, "540") and stated(text)[1:] == CHANGES


def test_a_heading_does_not_go_on():
    found = stated("（一）公务接待费\n2022年支出540万元。\n（二）支出\n本年支出合计99万元。")
    assert (TOTAL, "level", FINAL, "99") in found


@pytest.mark.parametrize(
    "text",
    ["2022年度“三公”经费支出决算总额：\n31.86万元。", "2022年度“三公”经费支出（含上级补助）\n31.86万元。"],
)
def test_an_amount_goes_on_behind_a_colon_or_a_bracket(text):
    assert stated(text) == [("three_public_total", "level", FINAL, "31.86")]


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        ("培训费12万元。主要用于干部轮训。", True),
        ("公务用车运行维护费12万元。主要用于燃料费、维修费、过路费等支出。", True),
        ("结余分配12万元。结余分配事项：提取专用基金。", True),
        ("年末结转和结余12万元。结转和结余事项：跨年项目。", True),
        # of two amounts, with amounts of its own, or about another name
        ("培训费12万元，会议费7万元。主要用于干部轮训。", False),
        ("培训费12万元。主要用于干部轮训9万元。", False),
        ("培训费12万元。会议费主要用于年会。", False),
        ("培训费12万元。我局组织了三期轮训。", False),
    ],
)
def test_a_sentence_that_explains_stands_between(told, changes):
    found = [one[1:] for one in stated(f"{told}较上年增加2万元，增长20%。") if one[1] != "level"]
    assert [(one[0], one[2]) for one in found] == (
        [("change", "2"), ("change_rate", "20")] if changes else []
    )

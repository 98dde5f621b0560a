"""Several amounts of one thing: what is of several bodies is marked, and no rule takes it for a contradiction.

Not tested here: whose an amount is where the words say so (test_bodies).
"""

from __future__ import annotations

from decimal import Decimal

import pytest

SURE = Decimal("0.9")


def _sure(found, concept):
    """Amounts of a concept that rules use, as printed."""
    return [f.value for f in found.figures if f.concept == concept and f.confidence >= SURE]


def _doubtful(found, concept):
    return [f.value for f in found.figures if f.concept == concept and f.confidence < SURE]


def test_three_amounts_of_one_thing_are_of_several_bodies(read):
    found = read("年末资产总额120.5万元。按使用情况看资产总额88.2万元。按取得方式看资产总额9.4万元。\n")
    assert _sure(found, "total_assets") == []
    assert all("3 different amounts" in f.note for f in found.figures if f.concept == "total_assets")


def test_the_amount_that_the_others_add_up_to_is_the_whole(read):
    found = read(
        "2022年政府采购规模为71.20万元。用于电子卖场的政府采购规模29.80万元，用于公开招标的政府采购规模41.40万元。\n"
    )
    assert _sure(found, "procurement_actual") == ["71.20"]
    assert _doubtful(found, "procurement_actual") == ["29.80", "41.40"]


def test_of_two_amounts_side_by_side_the_second_is_of_something_else(read):
    found = read("我局行政编制30名。其后核定行政编制23名。\n")
    assert _sure(found, "administrative_quota") == ["30"]
    assert _doubtful(found, "administrative_quota") == ["23"]


def test_a_share_told_of_a_doubtful_amount_is_no_more_certain(read):
    found = read("公务接待费3.10万元。另有公务接待费1.20万元，比上年减少0.40万元。\n")
    changes = [f for f in found.figures if f.measure == "change"]
    assert changes and all(f.confidence < SURE for f in changes)


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费3.10万元。\n\n本年召开会议。\n\n全部按制度办理。\n\n公务接待费3.60万元。\n",  # far apart: a contradiction
        "公务接待费3.10万元。公务接待费3.1万元。\n",  # said again
        "公务接待费1.58万元。公务接待费1.58元。\n",  # a slip of the unit, which rules look for
        "公务接待费约3.1万元。公务接待费3.12万元。\n",  # rounded
        "2021年公务接待费3.10万元。2022年公务接待费2.20万元。\n",  # of two years
    ],
)
def test_what_a_report_says_of_itself_stays_sure(read, text):
    found = read(text)
    assert _doubtful(found, "official_reception") == []
    assert len(_sure(found, "official_reception")) == 2


def test_one_other_amount_far_away_does_not_make_two_side_by_side(read):
    found = read("公务接待费3.10万元。\n\n本年召开会议。\n\n公务接待费3.60万元。其中公务接待费3.60万元。\n")
    assert _doubtful(found, "official_reception") == []


def test_classes_of_expenditure_are_several_things(read):
    found = read("2022年教育支出50.00万元，科学技术支出30.00万元，卫生健康支出20.00万元。\n")
    assert _sure(found, "function_class_amount") == ["50.00", "30.00", "20.00"]

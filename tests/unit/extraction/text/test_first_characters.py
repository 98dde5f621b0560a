"""Patterns written to begin with one character of a few find what their plain forms find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.forms.recovered import streamtables
from extraction.identity import identity
from extraction.privacy import masking
from extraction.prose import running_text
from extraction.text import normalise, sentences, simplify
from extraction.words import words_of_change

_PERSONAL = dict(reversed(masking._PERSONAL))  # of two patterns of one kind the first
#: the pattern, its plain form, and pieces of which texts are made that come near it
FORMS = {
    "identity": (
        _PERSONAL["identity_number"],
        r"(?<!\d)\d{6}(?:\d{8}|[ -](?:19|20)\d{6}[ -]?|(?:19|20)\d{6}[ -])\d{3}[\dXx](?!\d)",
        ["1" * 16, "1", "1" * 6, "19" + "1" * 6, "1" * 3, "X", "a", " ", "１"],
    ),
    "mobile": (
        _PERSONAL["mobile"],
        r"(?:(?<![\d.])|(?<=(?<!\d)86)|(?<=(?<!\d)0086))1[3-9]\d(?:[ -]?\d{4}){2}" + masking._NO_AMOUNT,
        ["13", "1", "8" * 8, "8", "86", "00", "-", ".", "a", "元", "１"],
    ),
    "telephone": (
        _PERSONAL["telephone"],
        r"(?<![\d.])0\d{2,3}\)?[- ]?\d{3,4}[ -]?\d{4}" + masking._NO_AMOUNT,
        ["07", "0", "5" * 6, "5", "-", " ", ")", ".", "a", "万"],
    ),
    "card": (
        _PERSONAL["bank_card"],
        r"(?<!\d)(?:62|4\d|5[1-5])\d{14,17}" + masking._NO_AMOUNT,
        ["62", "4", "5", "1" * 13, "6", "a", ",", "元"],
    ),
    "year": (
        sentences._YEAR,
        r"(?<!\d)((?:19|20)\d\d)-?(?:年(?!\d{1,2}月)(?:度|末|初|底|年末|年初|年底)?|年度)"
        r"|(?:截至|截止|截止到|截至到)((?:19|20)\d\d)年(?=\d{1,2}月\d{1,2}日)",
        ["2022", "19", "20", "年", "年度", "年末", "截至", "截止到", "3月", "5日", "1", "-"],
    ),
    "no amount": (
        sentences._NOT_AN_AMOUNT,
        r"(?:19|20)\d\d年?(?:\d{1,2}月(?:\d{1,2}日)?)?|(?<!\d)\d{1,4}(?:年|个月|季度|周岁|岁|天|小时|届|期)"
        r"|\d{1,2}月(?:\d{1,2}日)?|\(20\d\d\)\d{1,6}号|第\d{1,6}[条号章]",
        ["2022", "20", "1", "年", "月", "日", "个月", "期", "(", ")", "号", "第", "条"],
    ),
    "than": (
        re.compile(words_of_change._THAN),
        r"(?:(?<!比)较|(?<![占环])比(?![例重较])|与(?=上年|去年|上期|同期|(?:19|20)\d\d|年初|全年|预算|调整|[^，。;]{0,16}相比))",
        ["较", "比", "占", "环", "例", "与", "上年", "2021", "相比", "甲", "，"],
    ),
    "reason": (
        words_of_change.REASON,
        r"(?:主要)?原因(?:是|为|:|在于)|主要(?:是因为|由于)|是由于|系因",
        ["主要", "原因", "是", "为", "在于", "因为", "由于", "系因", "甲"],
    ),
    "may state": (running_text._MAY_STATE, r"[0-9]|等级|等次|结果", ["等", "级", "次", "结", "果", "1", "甲"]),
    "comma": (normalise._CLAUSE_COMMA, r"(?<![0-9]),|,(?![0-9])", [",", "1", "甲"]),
    "pinyin": (
        simplify._PINYIN,
        r"(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňɡ]{1,6}[)）]",
        ["預", "(", "（", "yù", "a", ")", "）", "1"],
    ),
    "year cue": (
        identity._YEAR_CUE,
        r"(?<![较比与])((?:19|20)\d\d)年(?:度|末|初|底|部门预算|年初|年末|预算|决算|全年|本年|我|整体|基本支出|项目支出|收入|支出|，)",
        ["2022", "20", "年", "度", "较", "比", "，", "1", "支出"],
    ),
    "form": (
        streamtables._MAY_HOLD,
        r"全年\s*(?:预算|执行)数|三级指标|(?<!\S)(?:项目|科目名称|机构名称|单位名称)\s",
        ["全年", " ", "预算数", "三级指标", "项目", "单位名称", "\t", "甲"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=150)
@given(st.data())
def test_a_pattern_finds_what_its_plain_form_finds(name, data):
    pattern, plain, pieces = FORMS[name]
    text = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=12)))
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in re.finditer(plain, text)]

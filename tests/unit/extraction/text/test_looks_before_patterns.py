"""Cheap looks that stand before patterns hide nothing: with and without them the same is read of any text."""

from __future__ import annotations

import random
import re

import pytest

from extraction.forms.recovered import statedscore
from extraction.privacy import masking
from extraction.prose import lines
from extraction.prose.percentages import rates
from extraction.prose.sentence import declared
from extraction.text import normalise, spelt
from extraction.words import words_of_heads, words_of_items

_TEXTS = 4000


def _texts(signs: list[str], longest: int):
    draw = random.Random(len(signs) * longest)
    return ["".join(draw.choices(signs, k=draw.randint(0, longest))) for _ in range(_TEXTS)]


def test_titles_and_headings_of_tables():
    signs = ["收支", "预算", "数", "表", "得分", "分值", "金额", "增减", "比重", "甲乙栏", "(元)", "，", "项"]
    read = {text: lines._HEADS_ROWS.fullmatch(text) is not None for text in _texts(signs, 5)}
    assert 40 < sum(read.values()) < len(read) - 40
    assert read == {text: lines._heads_rows(text) for text in read}


def test_personal_numbers_of_a_stretch_are_those_of_the_stretch_alone():
    text = " ".join(_texts([*"0123456789", "138", "-", " ", "(", "，", "万元", "电话"], 16))
    draw = random.Random(1)
    hidden = 0
    for _ in range(_TEXTS):
        start = draw.randint(0, len(text))
        end = min(start + draw.randint(0, 40), len(text))
        hidden += masking.mask(text[start:end]) != text[start:end]
        assert masking.masked(text, start, end) == masking.mask(text[start:end])
    assert hidden > 40


def test_words_that_folding_leaves_out():
    signs = [
        "相",
        "比",
        "较",
        "于",
        "对",
        "上年",
        "预算",
        "本年",
        "本年度",
        "当年",
        "2021",
        "的",
        " ",
        "，",
        "3",
    ]
    shorter = 0
    for text in _texts(signs, 8):
        always = [match.span() for match in normalise._SPARE.finditer(text) if match.group().strip()]
        shorter += bool(always)
        assert not always or normalise._MAY_SPARE.search(text)
    assert shorter > 40


def test_paragraphs_without_blanks_are_folded_as_others():
    signs = ["1", "23", " ", "\n", "\u3000", "*", "\u200b", "相比上年", "对比2021年", "万元", "％", "，", ","]
    for text in filter(None, _texts(signs, 8)):
        folded, alone = normalise.fold_span(text, 0, len(text)), normalise.fold(text)
        assert folded.text == alone.text
        ends = range(1, len(folded.text) + 1)
        assert [folded.origin(0, end) for end in ends] == [alone.origin(0, end) for end in ends]


def test_blanks_between_digits_of_a_document():
    for text in _texts(["1", "23", " ", "\n", "\t", "\u3000", "*", "年", "."], 9):
        lines_apart = "\n".join(filter(None, map(normalise.folded, text.split("\n"))))
        assert normalise.folded_lines(text) == lines_apart
        assert normalise.folded_document(text) == normalise.folded(text)


def test_bodies_spoken_of_end_as_such_names_do():
    signs = [
        "。",
        "所属",
        "某某",
        "疾控",
        "中心",
        "所",
        "站",
        "为全额",
        "事业单位",
        "，",
        ":",
        "(副科)",
        "编制",
        "大队",
    ]
    matched = [
        match.group() for text in _texts(signs, 8) if (match := words_of_heads.BODY_SPOKEN_OF.search(text))
    ]
    assert len(matched) > 40
    assert all(words_of_heads.ENDS_BODY.search(words) for words in matched)


@pytest.mark.parametrize(
    ("pattern", "plain", "signs"),
    [
        (
            declared._BARE,
            r"[\u4e00-\u9fff)](?<![率比例度分得为到])\d[\d,]*\.\d{1,2}[，,；;。)]",
            ["拨款", "率", ")", "1", "2", ",", ".", "30", "，", "。", "万"],
        ),
        (
            declared._DECLARED,
            r"单位[:：]\s*(?P<unit>万元|元)(?![/／、])|[（(](?P<below>万元|元)[,，]?下同[）)]",
            ["单位", "：", " ", "万元", "元", "/", "（", "(", "，", "下同", ")", "单"],
        ),
        (
            statedscore._GRADE,
            r"(?m)(?:^|[ \t\u3000|])(?P<label>(?:自评|评价|评定)?(?:等级|等次))[ \t\u3000|]*[:：]?[ \t\u3000|]*\n?[ \t\u3000|]*"
            r"(?P<grade>[优良中差][秀好等]?)[ \t\u3000]*(?=$|\||[ \t\u3000])",
            ["自评", "评价", "等级", "等次", "等", "|", " ", "\n", "：", "优", "良好", "中"],
        ),
        (
            spelt._SPELT,
            r"(?<![一二三四五六七八九十百几第每各某])(?P<number>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两])"
            r"(?P<unit>个|家)(?=[\u4e00-\u9fff()]{0,8}?(?:科室|股室|处室|部室|办公室|机构|内设|单位|部门|站所|科|股|室|处)|[，。；;、:(]|$)",
            ["第", "一", "二", "十", "两", "百", "个", "家", "股室", "单位", "，", "事"],
        ),
        (
            rates._EXPLAINS,
            r"[\u4e00-\u9fff](?<![元万亿人名])[÷/][^，。；;:÷/=\d]{2,20}$",
            ["结余", "万元", "÷", "/", "预算", "数", "1", "=", "，"],
        ),
        (
            words_of_items.ITEM_NAME,
            r"#*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+|[①-⑨])?(?![^:。]*(?:支出|收入|收支|资金|预算|决算|执行|财政|情况|概况|部门|单位|局"
            r"|总体|整体|绩效|自评|管理|使用|说明|规模|结构))[\u4e00-\u9fff\"()、]{2,24}[:。]?$",
            ["1.", "(一)", "①", "河道", "保洁", "局", "支出", "、", ":", "。", "，", "(甲)"],
        ),
    ],
)
def test_patterns_that_look_at_their_rarest_sign_first(
    pattern: re.Pattern[str], plain: str, signs: list[str]
):
    def found(one: re.Pattern[str], text: str):
        return [(match.end(), match.groups()) for match in one.finditer(text)]

    compared = [(found(pattern, text), found(re.compile(plain), text)) for text in _texts(signs, 9)]
    assert all(one == other for one, other in compared)
    assert sum(bool(one) for one, _ in compared) > 4

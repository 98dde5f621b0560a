"""Personal numbers never leave extraction."""

from __future__ import annotations

import pytest

from extraction.privacy.masking import mask

# Put together here so that no complete number stands in any file.
MOBILE = "1" + "38" + "0000" + "1111"
IDENTITY = "11010119" + "900101" + "123X"
LANDLINE = "0" + "731-" + "5" * 7
CARD = "62" + "1" * 17


@pytest.mark.parametrize("number", [MOBILE, IDENTITY, LANDLINE, CARD])
def test_a_personal_number_becomes_asterisks_of_its_length(number):
    assert mask(f"联系：{number}。") == f"联系：{'*' * len(number)}。"


@pytest.mark.parametrize(
    "text", ["支出13800001.11万元", "2022年", "文号20220101", "12345.678元", "1234567890"]
)
def test_amounts_and_years_stay(text):
    assert mask(text) == text


def _split_up(number: str, *lengths: int, gap: str = " ") -> str:
    parts, at = [], 0
    for length in lengths:
        parts.append(number[at : at + length])
        at += length
    return gap.join(parts)


WIDE = MOBILE.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


@pytest.mark.parametrize(
    "number",
    [
        _split_up(MOBILE, 3, 4, 4),
        _split_up(MOBILE, 3, 4, 4, gap="-"),
        WIDE,
        "(0" + "731)" + "5" * 8,
        "（0" + "731）" + "5" * 8,
        "0" + "731-" + "5" * 4 + " " + "5" * 4,
        _split_up(IDENTITY, 6, 8, 4),
    ],
)
def test_numbers_in_groups_brackets_and_wide_digits_are_hidden(number):
    hidden = mask(f"询{number}。")
    assert not any(sign.isdigit() for sign in hidden), hidden
    assert len(hidden) == len(number) + 2


@pytest.mark.parametrize("label", ["电话", "联系电话：", "办公电话号码: "])
@pytest.mark.parametrize("number", ["5" * 8, "6" * 7])
def test_local_numbers_are_hidden_behind_the_word_telephone(label, number):
    assert mask(f"{label}{number}") == label + "*" * len(number)


def test_the_country_number_before_a_mobile_number_shows_nothing_of_it():
    assert mask(f"+86{MOBILE}") == "+86" + "*" * 11


@pytest.mark.parametrize("unit", ["元", "万元", " 元", ".50元"])
def test_an_amount_of_as_many_digits_stays(unit):
    assert mask(f"总支出{MOBILE}{unit}") == f"总支出{MOBILE}{unit}"


def test_statements_are_masked_before_they_are_handed_on(read):
    text = f"三、存在的主要问题\n一是档案室漏水多年未修，来电{MOBILE}可询。\n二是预算编得粗，追加多。\n"
    statements = read(text).statements
    assert statements
    assert all(MOBILE not in statement.text for statement in statements)
    assert any("*" * 11 in statement.text for statement in statements)


def test_words_of_scoring_tables_are_masked_too(read):
    text = f"|一级指标|二级指标|三级指标|评分标准|分值|得分|扣分原因|\n|投入|配置|控制率|来电{MOBILE}|5|4|询{MOBILE}|\n"
    found = read(text)
    assert found.indicators
    assert MOBILE not in str(found.indicators)


@pytest.mark.parametrize("person", ["经办人邹晓岚", "经办人：邹晓岚"])
def test_statements_name_nobody(read, person):
    text = (
        f"三、存在的主要问题\n一是档案室漏水多年未修，由{person}，至今没有解决。\n二是预算编得粗，追加多。\n"
    )
    statements = read(text).statements
    assert len(statements) == 2
    assert "邹晓岚" not in str(statements) and "***" in statements[0].text

"""Personal numbers never leave extraction."""

from __future__ import annotations

import pytest

from extraction.masking import mask

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

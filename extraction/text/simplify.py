"""A reading of text in Simplified characters and narrow digits, of the same length as the text itself.

Belongs here: Traditional characters, the pinyin that mirrors put in brackets inside words, and digits as wide as characters, which would
hide rows of tables.
Does not belong here: widths of other marks, and blanks (``normalise``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

#: 預(yù)算: a syllable in brackets behind a character.
_PINYIN = re.compile(r"[(（](?<=[\u4e00-\u9fff].)[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňɡ]{1,6}[)）]")
#: The characters of GB 2312 beyond ASCII have two bytes from A1 to FE each.
_GB2312 = "".join(
    bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF)
)
#: ３８６２．４０, ９９％
_WIDE = re.compile("[０-９]")
_WIDE_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
_NARROW = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("％"): "%"}
#: Traditional characters within GB 2312 (surnames write them so): 調整後, 低於, 徵收; and one that no table has: 衞生.
_AS_WORDS = {ord("後"): "后", ord("於"): "于", ord("徵"): "征", ord("衞"): "卫"}
#: 批覆, 覆核: Simplified has 覆 in other words.
_REPLIED = re.compile(r"覆(?:(?<=[批答回]覆)|(?=[核審审查評评議议]))")
_RARE = re.compile(f"[^\\x00-\\x7f{_GB2312}]")


def simplify(text: str) -> str:
    """The text with every Traditional character replaced by its Simplified one, every wide digit by a narrow one.

    Text within GB 2312 holds no Traditional characters and comes back as it is, but for its digits.
    """
    if _WIDE.search(text):
        text = _WIDE_POINT.sub(".", text.translate(_NARROW))
    rare = set(_RARE.findall(text))
    if not rare:
        return text
    if "(" in text or "（" in text:
        text = _PINYIN.sub(lambda match: " " * len(match.group()), text)
    text = _REPLIED.sub("复", text)
    table = {ord(c): simple for c in rare if len(simple := _convert(c)) == 1 and simple != c}
    return text.translate(_AS_WORDS | table) if table else text


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


@lru_cache(maxsize=8192)
def _convert(character: str) -> str:
    return str(_converter().convert(character)) if "\u4e00" <= character <= "\u9fff" else character

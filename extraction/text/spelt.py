"""Numbers written in characters where offices and units are counted: 内设八个股室, 下属三个二级单位; nothing at all: 接待费为零.

Belongs here: which such numbers are read, and what they are worth.
Does not belong here: what is counted (``countedbodies``); other spelt numbers, which are nearly always ordinals or idioms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.text.numbers import Number

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"两": 2}
#: 十二, 二十, 三: begins with one of its characters and then looks back, and so is looked for several times as fast.
_NUMERAL = (
    r"[一二三四五六七八九十两](?<![一二三四五六七八九十百几第每各某].)"
    r"(?:(?<=[一二三四五六七八九])十[一二三四五六七八九]?|(?<=十)[一二三四五六七八九]|)"
)
#: 八个股室, 五家事业单位, 内设科室四个，; not 第三个科室, 一个科室牵头 (which nothing before it counts), 三四个科室.
_SPELT = re.compile(
    rf"(?P<number>{_NUMERAL})(?P<unit>个|家)"
    r"(?=[\u4e00-\u9fff()]{0,8}?(?:科室|股室|处室|部室|办公室|机构|内设|单位|部门|站所|科|股|室|处)|[，。；;、:(]|$)"
)
#: 公务接待费为零。, 购置费均为零, 因公出国(境)费用零支出
_NOTHING = re.compile(
    r"(?:(?<=[费用出]为)|(?<=[费用出][均都各]为))零(?=[，。；;、)]|$)|(?<=[费用])零(?=支出[，。；;、)])"
)


def find_spelt(text: str) -> Iterator[Number]:
    """Numbers of offices and units that ``text`` writes in characters, and amounts of nothing, from left to right."""
    if "零" in text:
        for nothing in _NOTHING.finditer(text):
            yield Number("0", "万元", *nothing.span())
    if "个" not in text and "家" not in text:
        return
    for match in _SPELT.finditer(text):
        yield Number(str(_value(match["number"])), match["unit"], *match.span())


def is_spelt(text: str, number: Number) -> bool:
    """Whether a number of folded ``text`` is written in characters."""
    return text[number.start] in _DIGITS or text[number.start] in "十零"


def _value(numeral: str) -> int:
    """十二: 12."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _DIGITS[numeral]
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)

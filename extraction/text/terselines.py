"""Lines of names and numbers with wide blanks between them, as the forms of small bodies have them: 全年收入　186.45　　其中财政拨款　186.45.

Belongs here: telling such a line, and reading it as the sentence that it is short for.
Does not belong here: lines that are rows of a table (``flattened``), the unit that such lines leave out (``declared``).
"""

from __future__ import annotations

import re
from itertools import pairwise

from extraction.text.normalise import Folded, fold_with

_BLANK = "[ \\t\u3000\u00a0]"
_WIDE = f"(?: {{2,}}|\\t|\u3000){_BLANK}*"
_NUMBER = r"-?\d[\d,]{0,17}(?:\.\d{1,6})?(?:亿元|万元|元|%|％|人次?|名|个|台|辆|批次?|分)?"
_NAME = r"[\u4e00-\u9fff“”‘「『\"（(][^\s\d。；;，,|]{1,24}"
_ENDED = f"(?:，{_BLANK}*|{_WIDE})"
#: 基本支出　98.76　　占53.91%: a name, wide blanks, its number; and on like this, or with some last words.
_LINE = re.compile(
    rf"{_BLANK}*{_NAME}(?:{_WIDE}{_NAME})?(?:{_BLANK}+|(?<=预算)|(?<=决算)|(?<=实际)){_NUMBER}"
    rf"(?:{_ENDED}{_NAME}{_BLANK}*{_NUMBER})*(?:{_ENDED}[^\s\d|][^|]{{0,60}})?{_BLANK}*"
)
#: 接待 12 批 75 人: a unit behind a blank.
_COUNTED = r"(?:亿元|万元|元|批次?|人次?|名|辆|台|个|分|%)(?![\u4e00-\u9fff])"
#: A number of such a line with its unit, and the blank behind it where another name follows.
_AMOUNT = re.compile(
    rf"(?<![\d.])(?P<digits>-?\d[\d,]{{0,17}}(?:\.\d{{1,6}})?)(?P<unit>[^\s\d，、。；]{{1,2}})?(?P<gap>{_BLANK}+(?=[\u4e00-\u9fff“‘「『\"（(])(?!{_COUNTED}))?"
)
#: 自评总分 96.85, 投入 19.00: points and rates have no unit of money.
_POINTS = re.compile(rf"(?:[分率]|投入|过程|产出|效[果益]|满意度|等次)[:：]?{_BLANK}*$")
_REACH = 12


def is_terse(line: str) -> bool:
    """Whether a line is nothing but names with their numbers behind wide blanks."""
    bare = line.strip()
    wide = "  " in bare or "\u3000" in bare or "\t" in bare
    return wide and _LINE.fullmatch(line) is not None and not _says_twice(bare.split())


def _says_twice(words: list[str]) -> bool:
    """财政拨款 1823.42 财政拨款 1758.88: which of the amounts of one name is which, such a line does not say."""
    names = [name for name, number in pairwise(words) if number[0].isdigit() and not name[0].isdigit()]
    return len(names) > len(set(names))


def as_sentence(text: str, start: int, end: int, unit: str | None) -> Folded:
    """Such a line of a document, folded: with a comma behind each number, and a unit where one that has decimals prints none."""
    line = text[start:end]
    added = {end: "。"} if line[-1:].isdigit() else {}
    for found in _AMOUNT.finditer(line):
        bare = found["unit"] is None and "." in found["digits"]
        money = bare and not _POINTS.search(line, max(0, found.start() - _REACH), found.start())
        spelt = (unit or "") if money else ""
        if words := spelt + ("，" if found["gap"] is not None else ""):
            place = start + found.end("unit" if found["unit"] else "digits")
            added[place] = words + added.get(place, "")
    return fold_with(text, start, end, added)

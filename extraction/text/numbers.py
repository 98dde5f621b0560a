"""Numbers as printed: digits, separators, units and the words that make them approximate or a limit.

Belongs here: what a number is and what it is worth in base units.
Does not belong here: which label it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from extraction.records import record

#: unit as printed -> (canonical unit, base unit, factor to the base unit)
UNITS: dict[str, tuple[str, str, Decimal]] = {
    "亿元": ("亿元", "yuan", Decimal(100_000_000)),
    "亿": ("亿元", "yuan", Decimal(100_000_000)),
    "万元": ("万元", "yuan", Decimal(10_000)),
    "万圆": ("万元", "yuan", Decimal(10_000)),
    "万": ("万元", "yuan", Decimal(10_000)),
    "千元": ("千元", "yuan", Decimal(1_000)),
    "元": ("元", "yuan", Decimal(1)),
    "%": ("%", "percent", Decimal(1)),
    "个百分点": ("个百分点", "percentage_points", Decimal(1)),
    "人次": ("人次", "count", Decimal(1)),
    "人": ("人", "persons", Decimal(1)),
    "名": ("人", "persons", Decimal(1)),
    "位": ("人", "persons", Decimal(1)),
    "个": ("个", "count", Decimal(1)),
    "辆": ("辆", "count", Decimal(1)),
    "台": ("台", "count", Decimal(1)),
    "个批次": ("批次", "count", Decimal(1)),
    "批次": ("批次", "count", Decimal(1)),
    "批": ("批次", "count", Decimal(1)),
    "家": ("家", "count", Decimal(1)),
    "项": ("项", "count", Decimal(1)),
    "次": ("次", "count", Decimal(1)),
    "件": ("件", "count", Decimal(1)),
    "分": ("分", "points", Decimal(1)),
}

#: Begins with a digit and nothing before it: such a pattern is looked for several times as fast, the sign is seen to after.
_DIGITS = r"\d(?:\d{0,2}(?:,\d{3})+(?!\d)|\d*)(?:\.\d+)?"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_NUMBER = re.compile(rf"({_DIGITS})(余|多)?({_UNIT})?")
_APPROXIMATE = ("约", "近", "将近", "超过", "逾")
#: Words that only end like those: 节约1.67万元 is exact.
_EXACT = ("节约", "合约", "条约", "最近", "附近")
#: After these a number is the second of two with one unit: 316.40,301.62万元.
_LISTED = re.compile(r"\.\d{1,2},$")
_LIMIT_AFTER = re.compile(r"\(?(?:含\)?)?(?:及)?以[上下内]|\(含\)|以上")
#: 40万余元, 40万元左右.
_ABOUT_AFTER = ("余元", "多元", "左右", "上下浮动")
_NOT_MONEY_AFTER = re.compile(r"(?:/|每|元?/|人次|名党员|人口|亩|平方|公里|户|字|条|册|度|千瓦)")
_COUNTED_IN_WAN = tuple("名人个次场条户件")
_LIMIT_STARTS = frozenset("(含及以")
_BARE_CELL = re.compile(rf"^(?P<digits>-?{_DIGITS})(?P<unit>{_UNIT})?$")
#: 基本支出(万元)：|486.20，
_UNIT_OF_NAME = re.compile(
    r"[\u4e00-\u9fff\")]\((?:单位:)?(亿元|万元|千元|元|人|名|个|辆|分|%)\)[:为是]{1,2}$"
)
_BEHIND_UNIT = frozenset(":为是")
_LONGEST_UNIT = 12
#: Behind it the clause ends, or another name with a colon follows.
_CLAUSE_ENDS = re.compile(r"$|[，。；;、)]|,(?!\d)|[\u4e00-\u9fff\"]{2,16}(?:\([^()\d]{1,4}\))?:")
#: Units that go on as another word: 3万人, 8分钟, 6个月.
_OTHER_WORDS = {"分": ("钟", "之"), "个": ("百分", "月"), "万": _COUNTED_IN_WAN}


@record(frozen=True, slots=True)
class Number:
    """A printed number; ``start`` and ``end`` are offsets in the folded text."""

    digits: str
    unit: str | None
    start: int
    end: int
    approximate: bool = False
    limit: bool = False

    @property
    def value(self) -> Decimal:
        """The number in its printed unit."""
        return Decimal(self.digits)

    @property
    def decimals(self) -> int:
        """Digits printed after the point."""
        return len(self.digits.partition(".")[2])

    @property
    def canonical_unit(self) -> str | None:
        """万 is printed for 万元, 名 for 人: the unit under one name."""
        return UNITS[self.unit][0] if self.unit else None

    @property
    def base_unit(self) -> str | None:
        """yuan, persons, percent, percentage_points, points or count."""
        return UNITS[self.unit][1] if self.unit else None

    def in_base_units(self) -> Decimal:
        """The number in yuan, persons, percent, points or pieces.

        Raises:
            KeyError: the number has no unit.
        """
        return self.value * UNITS[self.unit or ""][2]

    @property
    def step(self) -> Decimal:
        """What the last printed digit counts, in base units; ``KeyError`` without a unit."""
        return UNITS[self.unit or ""][2].scaleb(-self.decimals)

    def with_unit(self, unit: str) -> Number:
        """The same number with a unit taken from a caption or from the concept."""
        return Number(self.digits, unit, self.start, self.end, self.approximate, self.limit)


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of folded ``text``, from left to right, in time linear in its length."""
    for match in _NUMBER.finditer(text):
        digits, plus, unit = match.groups()
        start, end = match.span()
        if start and text[start - 1] == "-" and not _is_code(text[start - 2 : start - 1]):
            digits, start = f"-{digits}", start - 1  # not in a range or a code: 3-5
        if _goes_on(text, start):
            continue
        printed = unit
        if unit in _OTHER_WORDS and text.startswith(_OTHER_WORDS[unit], end):
            unit = None
        if (unit == "万" or unit == "亿") and _NOT_MONEY_AFTER.match(text, end):
            unit = None
        if printed is None and start and text[start - 1] in _BEHIND_UNIT:
            unit = _unit_before(text, start, end)
        yield Number(
            digits.replace(",", ""),
            unit,
            start,
            end if unit else end - len(printed or ""),
            plus is not None or _is_about(text, start) or text.startswith(_ABOUT_AFTER, end),
            text[end : end + 1] in _LIMIT_STARTS and _LIMIT_AFTER.match(text, end, end + 8) is not None,
        )


def _unit_before(text: str, start: int, end: int) -> str | None:
    """基本支出(万元)：486.20: the unit in brackets behind a name, of the one number that the colon leads to."""
    named = _UNIT_OF_NAME.search(text, max(0, start - _LONGEST_UNIT), start)
    return named[1] if named and _CLAUSE_ENDS.match(text, end) else None


def _is_about(text: str, start: int) -> bool:
    """Whether a word before a number says that it is about so much."""
    return text.endswith(_APPROXIMATE, 0, start) and not text.endswith(_EXACT, 0, start)


def _is_code(before: str) -> bool:
    """Whether a dash behind this character joins it with the digits after it."""
    return before.isascii() and before.isalnum()


def _goes_on(text: str, start: int) -> bool:
    """Whether digits stand inside another number, a code or a word of Latin letters."""
    before = text[start - 1 : start]
    if not before or not before.isascii():
        return False
    if before == ",":
        return text[start - 2 : start - 1].isdigit() and not _LISTED.search(text, max(start - 4, 0), start)
    return before.isalnum() or before == "."


@lru_cache(maxsize=16_384)
def parse_cell(text: str) -> Number | None:
    """The number that fills a folded table cell alone; None for words, blanks, ``-`` and ``/``."""
    match = _BARE_CELL.match(text)
    if not match:
        return None
    return Number(match["digits"].replace(",", ""), match["unit"], 0, len(text))

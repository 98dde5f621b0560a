"""Amounts written otherwise: other units, signs between the digits, digits and blanks of other widths.

Belongs here: changes of numbers and of what stands right beside them.
Does not belong here: words (``wording``), cells (``layouts``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from benchmarks.perturbing.comparing import Key
from benchmarks.perturbing.lines import in_prose, is_all_prose

_HAN = r"[\u4e00-\u9fff）)”\"：:]"
_NUMBER = r"(?<![\d.,])\d[\d,]*(?:\.\d+)?"
_WAN = re.compile(rf"({_NUMBER})\s*万元")
_YUAN = re.compile(rf"({_NUMBER})\s*元(?![/／])")
_LONE_WAN = re.compile(r"\d\s*万(?!元)|\d\s*[亿千]元")
#: 分别为3.10、4.20万元: a number whose unit stands behind another one.
_NO_UNIT = re.compile(
    r"\d\.\d{1,6}(?!\d)\s*(?!\s*(?:万|亿|元|%|％|个百分点|分|公里|吨|亩|倍|[\u4e00-\u9fff]))"
)
_CAPTION = re.compile(r"单位[:：]\s*(?:人民币)?[万亿千]?元|[（(](?:万|亿)?元[)）]")
_LONG = re.compile(
    r"(?<![\d.,，〔号第])(\d{4,})(\.\d{1,2})?(?=\s*(?:万元|元|亿元))|(?<![\d.,，])(\d{4,})(\.\d{2})(?![\d.%％])"
)
_SEPARATED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_GLUED = re.compile(r"\.\d{2}\d+[.,]\d")
_ZEROS = re.compile(r"(?<![\d.])(\d[\d,]*)\.(\d*?)0+(?=\s*(?:万元|元|亿元|[|\t\n]))")
_WHOLE = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?=\s*万元)")
_FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)} | {ord("%"): "％"}
_THREE = 3


def _plain(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def in_yuan(text: str) -> str | None:
    """3.50万元 → 35000元, in texts whose amounts all carry their unit."""
    if not _all_in_wan(text):
        return None
    return _WAN.sub(lambda m: f"{(_plain(m[1]) * 10_000).quantize(Decimal(1)):f}元", text)


def in_yuan_and_fen(text: str) -> str | None:
    """3.50万元 → 35,000.00元."""
    if not _all_in_wan(text):
        return None
    return _WAN.sub(lambda m: f"{_plain(m[1]) * 10_000:,.2f}元", text)


def in_yi(text: str) -> str | None:
    """12,345.60万元 → 1.23456亿元, for amounts of a hundred million and more."""
    if not _all_in_wan(text):
        return None
    least = 10_000

    def written(match: re.Match[str]) -> str:
        number = _plain(match[1])
        return f"{(number / least).normalize():f}亿元" if number >= least else match[0]

    return _WAN.sub(written, text)


def without_yuan(text: str) -> str | None:
    """3.50万元 → 3.50万."""
    return re.sub(r"(?<=\d)(\s*万)元(?=[，。；、,;（(])", r"\1", text)


def three_times(text: str) -> str | None:
    """Every amount three times as much; rates, people and points stay."""
    if not _all_in_wan(text, also_yuan=True):
        return None

    def written(match: re.Match[str]) -> str:
        number = _plain(match[1]) * _THREE
        return match[0].replace(match[1], f"{number:,f}" if "," in match[1] else f"{number:f}")

    return re.sub(rf"({_NUMBER})(?=\s*(?:万元|元|亿元))", written, text)


def times_three(key: Key) -> Key:
    """The key of a figure in a text with amounts three times as much."""
    if key.unit == "yuan" and isinstance(key.value, Decimal):
        return key._replace(value=(key.value * _THREE).normalize())
    return key


def _all_in_wan(text: str, *, also_yuan: bool = False) -> bool:
    """Whether every amount carries its unit, and no table leaves it to a caption."""
    if _CAPTION.search(text) or _LONE_WAN.search(text) or _NO_UNIT.search(text) or not is_all_prose(text):
        return False
    return bool(_WAN.search(text)) and (also_yuan or not _YUAN.search(text))


def separated(text: str) -> str:
    """1234.50 → 1,234.50."""

    def written(match: re.Match[str]) -> str:
        return f"{int(match[1] or match[3]):,}{match[2] or match[4] or ''}"

    return _LONG.sub(written, text)


def not_separated(text: str) -> str:
    """1,234.50 → 1234.50."""
    return _SEPARATED.sub(lambda match: match[0].replace(",", ""), text)


def without_zeros(text: str) -> str | None:
    """12.50万元 → 12.5万元, 12.00 → 12."""
    if _GLUED.search(text):
        return None
    return _ZEROS.sub(lambda m: f"{m[1]}.{m[2]}" if m[2] else m[1], text)


def with_zeros(text: str) -> str:
    """12万元 → 12.00万元."""
    return _WHOLE.sub(r"\1.00", text)


def full_width(text: str) -> str:
    """12.5% → １２.５％."""
    return text.translate(_FULL_WIDTH)


def full_width_points(text: str) -> str:
    """12.5 → １２．５."""
    return re.sub(r"(?<=\d)\.(?=\d)", "．", text).translate(_FULL_WIDTH)


def spaced(text: str) -> str:
    """支出为12.5万元 → 支出为 12.5 万元."""
    return in_prose(text, lambda line: re.sub(rf"(?<={_HAN})(?=\d)|(?<=\d)(?=[\u4e00-\u9fff%])", " ", line))


def spaced_behind(text: str) -> str:
    """12.5万元 → 12.5 万元."""
    return in_prose(text, lambda line: re.sub(r"(?<=\d)(?=万元|元|人|%|％)", " ", line))


def unspaced(text: str) -> str:
    """12.5 万元 → 12.5万元."""
    return in_prose(
        text,
        lambda line: re.sub(rf"(?<={_HAN})[ \u3000]+(?=\d)|(?<=\d)[ \u3000]+(?=[\u4e00-\u9fff%])", "", line),
    )


def spaced_words(text: str) -> str:
    """支出 → 支 出: a blank after every fifth character of prose, as justified lines have them."""

    def written(line: str) -> str:
        return re.sub(r"([\u4e00-\u9fff]{5})(?=[\u4e00-\u9fff])", r"\1 ", line)

    return in_prose(text, written)

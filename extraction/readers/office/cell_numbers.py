"""Numbers of spreadsheet cells as a person sees them: decimals, per cent, dates.

Belongs here: number formats of workbooks, built-in and written out.
Does not belong here: where cells stand (``xlsx``, ``xls``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lxml import etree

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00",
}  # fmt: skip
_DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
#: A stored fraction is exact to fifteen digits; a sheet shows eleven, which leaves no cents to thousands of millions.
_GENERAL_DIGITS = 15
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_958_465


@dataclass(slots=True)
class Styles:
    """Format codes by style number."""

    _codes: dict[int, str] = field(default_factory=dict)
    _of_style: list[int] = field(default_factory=list)
    from_1904: bool = False

    @classmethod
    def of(cls, styles: etree._Element | None) -> Styles:
        """The number formats that styles.xml defines."""
        found = cls()
        if styles is None:
            return found
        for form in styles.iter(M + "numFmt"):
            number = form.get("numFmtId", "")
            if number.isdigit():
                found._codes[int(number)] = form.get("formatCode", "")
        formats = styles.find(M + "cellXfs")
        for entry in formats if formats is not None else ():
            number = entry.get("numFmtId", "0")
            found._of_style.append(int(number) if number.isdigit() else 0)
        return found

    def code(self, style: str | None) -> str:
        """The format code of a style; ``date`` for built-in dates, empty for a general number."""
        at = int(style) if style and style.isdigit() else 0
        number = self._of_style[at] if at < len(self._of_style) else 0
        return "date" if number in _DATES else self._codes.get(number) or _BUILT_IN.get(number, "")


def shown(value: str, style: str | None, styles: Styles) -> str:
    """A stored number as the sheet shows it, without separators; other content unchanged."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value.strip()
    return formatted(number, styles.code(style), styles.from_1904)


def formatted(number: Decimal, code: str, from_1904: bool = False) -> str:
    """A number under a format code of its sheet."""
    if not number.is_finite():
        return str(number)
    bare = _QUOTED.sub("", code.split(";")[0])
    if code == "date" or (re.search(r"[yd]", bare, re.IGNORECASE) and not re.search(r"[0#]", bare)):
        return _date(number, from_1904)
    percent = "%" in bare
    value = number * 100 if percent else number
    decimals = _DECIMALS.search(bare)
    if decimals or re.search(r"[0#]", bare):
        value = value.quantize(Decimal(1).scaleb(-len(decimals[1]) if decimals else 0), ROUND_HALF_UP)
        text = f"{value:f}"
    else:
        text = _general(value)
    return text + "%" if percent else text


def _general(value: Decimal) -> str:
    """The shortest form of a stored fraction: 0.1 and not 0.1000000000000000055."""
    places = max(_GENERAL_DIGITS - max(value.adjusted(), 0) - 1, 0)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if abs(value) < 10**20 else value
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(number: Decimal, from_1904: bool) -> str:
    days = int(number)
    if not 0 < days <= _LAST_DAY:
        return _general(number)
    day = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=days)
    return f"{day.year}年{day.month}月{day.day}日"

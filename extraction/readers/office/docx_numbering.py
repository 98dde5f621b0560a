"""The numbers that Word writes before headings and list items: they stand in no run of the text.

Belongs here: counting levels, and writing a count as the level asks for.
Does not belong here: the text of paragraphs (``docx``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from extraction.readers.office.docx_words import W, child_of

_HAN_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
_DEEPEST = 9
_PROPERTIES, _NUMBERED, _STYLE = (W + name for name in ("pPr", "numPr", "pStyle"))


@dataclass(slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of one document, each with its running counts."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    #: list -> the definition whose counts it continues
    _definitions: dict[str, str] = field(default_factory=dict)
    #: the part styles.xml, which is long and seldom asked
    _load_styles: Callable[[], etree._Element | None] = lambda: None
    #: paragraph style -> (list, level); None before it was asked
    _styles: dict[str, tuple[str, int]] | None = None
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, numbering: etree._Element | None, load_styles: Callable[[], etree._Element | None]
    ) -> Numbering:
        """The lists that the parts numbering.xml and styles.xml define; none where they are absent.

        Args:
            numbering: the part numbering.xml.
            load_styles: gives the part styles.xml; called at most once, for the first paragraph with a style.
        """
        found = cls(_load_styles=load_styles)
        if numbering is not None:
            for definition in numbering.iter(W + "abstractNum"):
                found._levels[definition.get(W + "abstractNumId", "")] = _levels_of(definition)
            for number in numbering.iter(W + "num"):
                found._definitions[number.get(W + "numId", "")] = _value(number.find(W + "abstractNumId"))
        return found

    def _place_of_style(self, name: str) -> tuple[str, int] | None:
        if not name:
            return None
        if self._styles is None:
            self._styles = {}
            styles = self._load_styles()
            for style in styles.iter(W + "style") if styles is not None else ():
                place = _place(style.find(f"{W}pPr/{W}numPr"))
                if place:
                    self._styles[style.get(W + "styleId", "")] = place
        return self._styles.get(name)

    def before(self, paragraph: etree._Element) -> str:
        """The printed number of a paragraph, counting it; empty for one outside lists and for bullets."""
        if not self._levels:
            return ""
        properties = child_of(paragraph, _PROPERTIES)
        if properties is None:
            return ""
        place = _place(child_of(properties, _NUMBERED))
        place = place or self._place_of_style(_value(child_of(properties, _STYLE)))
        levels = self._levels.get(self._definitions.get(place[0], "")) if place else None
        if place is None or not levels or place[1] not in levels:
            return ""
        counts = self._counts.setdefault(self._definitions[place[0]], [None] * _DEEPEST)
        at = place[1]
        before = counts[at]
        counts[at] = levels[at].start if before is None else before + 1
        counts[at + 1 :] = [None] * (_DEEPEST - at - 1)
        return _printed(levels, counts, at)


def _printed(levels: dict[int, _Level], counts: list[int | None], at: int) -> str:
    if levels[at].form in {"bullet", "none"}:
        return ""
    text = levels[at].text
    for level, definition in levels.items():
        mark = f"%{level + 1}"
        if mark in text:
            count = counts[level]
            text = text.replace(
                mark, _write(count if count is not None else definition.start, definition.form)
            )
    return text


def _write(count: int, form: str) -> str:
    if form in _HAN:
        return _in_han(count)
    if form in {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"} and 1 <= count <= len(_CIRCLED):
        return _CIRCLED[count - 1]
    if form in {"lowerLetter", "upperLetter"} and 1 <= count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if form == "upperLetter" else letter
    return str(count)


def _in_han(count: int) -> str:
    """1 to 99 as they are counted: 一, 十, 十一, 二十三."""
    if not 1 <= count <= 99:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _HAN_DIGITS[tens] + "十"
    return head + (_HAN_DIGITS[ones] if ones else "")


def _levels_of(definition: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in definition.iter(W + "lvl"):
        at = level.get(W + "ilvl", "")
        start = _value(level.find(W + "start"))
        if at.isdigit() and int(at) < _DEEPEST:
            found[int(at)] = _Level(
                _value(level.find(W + "numFmt")),
                _value(level.find(W + "lvlText")),
                int(start) if start.isdigit() else 1,
            )
    return found


def _place(properties: etree._Element | None) -> tuple[str, int] | None:
    if properties is None:
        return None
    level = _value(properties.find(W + "ilvl")) or "0"
    number = _value(properties.find(W + "numId"))
    return (number, int(level)) if number not in {"", "0"} and level.isdigit() else None


def _value(element: etree._Element | None) -> str:
    return (element.get(W + "val") or "") if element is not None else ""

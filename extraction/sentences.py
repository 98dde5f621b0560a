"""Divides folded text into sentences and finds in each what the grammar of figures is made of.

Belongs here: tokens of a sentence - numbers, terms, years - and the headings above it.
Does not belong here: binding them together (``clauses``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from extraction.normalise import Folded, fold_span
from extraction.numbers import Number, find_numbers
from extraction.terms import Match, vocabulary

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]?")
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-?(?:年(?!\d{1,2}月)(?:度|末|初|底|年末|年初|年底)?|年度)"
    r"|(?:截至|截止|截止到|截至到)((?:19|20)\d\d)年(?=\d{1,2}月\d{1,2}日)"
)
#: Years, dates, clause numbers and document numbers are not amounts.
_NOT_AN_AMOUNT = re.compile(
    r"(?:19|20)\d\d年?(?:\d{1,2}月(?:\d{1,2}日)?)?|(?<!\d)\d{1,4}(?:年|个月|季度|周岁|岁|天|小时|届|期)|\d{1,2}月(?:\d{1,2}日)?|\(20\d\d\)\d{1,6}号|第\d{1,6}[条号章]"
)
_HEADING = re.compile(
    r"^(?P<mark>[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十]+\)[、.]?|\d{1,2}[、.．](?!\d)|\(\d{1,2}\)[、.]?|#+)"
)
_LONGEST_HEADING = 40
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Year:
    """A printed year at ``start`` to ``end`` of the folded text."""

    year: int
    start: int
    end: int
    #: the year of a date: 截至2023年4月20日
    dated: bool = False


_Token = TypeVar("_Token", Number, Match, Year)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of folded text with its tokens; all offsets are those of the paragraph's folded text."""

    start: int
    end: int
    numbers: tuple[Number, ...]
    terms: tuple[Match, ...]
    years: tuple[Year, ...]

    def terms_in(self, start: int, end: int) -> tuple[Match, ...]:
        """Terms that begin at ``start`` or later and before ``end``."""
        return _between(self.terms, start, end)

    def years_until(self, position: int) -> tuple[Year, ...]:
        """Years that begin at ``position`` or before."""
        return _between(self.years, 0, position + 1)


@dataclass(slots=True)
class Headings:
    """The open headings, outermost first: what the text below them speaks of."""

    _open: list[tuple[int, str]] = field(default_factory=list)
    path: tuple[str, ...] = ()

    def enter(self, level: int, text: str) -> None:
        """Open a heading; those of its level and below close."""
        self._open = [entry for entry in self._open if entry[0] < level] + [(level, text)]
        self.path = tuple(text for _, text in self._open)


def heading_level(text: str) -> int | None:
    """Level 1 to 4 of a folded paragraph that is a heading; None for running text."""
    match = _HEADING.match(text)
    if not match or len(text) > _LONGEST_HEADING or text.endswith(("。", "；", ";")):
        return None
    mark = match["mark"]
    if mark.startswith("#"):
        return len(mark)
    if mark[0] == "(":
        return 4 if mark[1].isdigit() else 2
    return 3 if mark[0].isdigit() else 1


def fold_paragraph(text: str, start: int, end: int) -> Folded:
    """Fold the characters ``start`` to ``end`` of the document."""
    return fold_span(text, start, end)


def sentences(folded: Folded) -> list[Sentence]:
    """The sentences of one folded paragraph with their tokens, in linear time."""
    text = folded.text
    numbers = _amounts(text)
    terms = vocabulary().find(text)
    years = [
        Year(int(match[1] or match[2]), match.start(), match.end(), bool(match[2]))
        for match in _YEAR.finditer(text)
    ]
    found = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        found.append(
            Sentence(
                start,
                end,
                _between(numbers, start, end),
                _between(terms, start, end),
                _between(years, start, end),
            )
        )
    return found


def _between(items: Sequence[_Token], start: int, end: int) -> tuple[_Token, ...]:
    """Items in text order that begin in a range, found by bisection: sentences may be as long as a file."""
    first = bisect_left(items, start, key=_start)
    return tuple(items[first : bisect_left(items, end, lo=first, key=_start)])


def _amounts(text: str) -> list[Number]:
    """Numbers of the text without years, dates and document numbers."""
    excluded = [match.span() for match in _NOT_AN_AMOUNT.finditer(text)]
    numbers = []
    position = 0
    for number in find_numbers(text):
        while position < len(excluded) and excluded[position][1] <= number.start:
            position += 1
        inside = position < len(excluded) and excluded[position][0] <= number.start
        if not inside or number.base_unit == "yuan":
            numbers.append(number)
    return numbers

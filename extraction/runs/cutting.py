"""A table that runs on, cut into labels and the numbers behind each: …收入 1 2846.37 一、一般公共服务支出 32 2210.18.

Belongs here: what is a number and what is part of a label; codes of classes and numbers of rows, which are no amounts.
Does not belong here: what a label names (``rowlabels``), where a table begins (``sections``), whether its rows are right (``twosided``, ``onesided``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from extraction.flattened.blanks.blankcells import names_of_classes
from extraction.model import Span
from extraction.text.normalise import Folded
from extraction.words.words_of_classes import DIGITS_OF_CLASS

#: Amounts with two decimals may be glued: 204.16204.16.
_NUMBER = re.compile(
    r"(?<![\dA-Za-z.])-?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+\.\d\d(?=-?\d)|\d+(?:\.\d{1,6})?)%?|(?<=\.\d\d)-?\d[\d,]*\.\d\d"
)
#: Commas and units behind amounts are of sentences.
_OF_SENTENCE = re.compile(r"[；。]|(?<!页)，")
_UNITS = ("万元", "元", "亿元")
#: 2024年, 1、, 1., 公开05表, 第2页: numbers of labels.
_OF_LABEL = re.compile(r"[年月日表页号、)]|\.(?!\d)")
_BEFORE_LABEL = frozenset("第开表(-")
_ROW_NUMBER = re.compile(r"\d{1,3}")
_CODES = re.compile(r"(?:(\d{3})(?: \d\d){1,2}|(\d{3})|(\d{3})\d\d(?:\d\d)?)")
_WITH_MARK = re.compile(r"[.,]")
_MOST_PARTS = 3


@dataclass(slots=True)
class Amount:
    """A number behind a label."""

    span: Span
    printed: str
    value: Decimal


@dataclass(slots=True)
class Entry:
    """A label, all that stands between two numbers, with the code in front of it and the numbers behind it."""

    label: str
    span: Span
    code: str = ""
    #: the name of a class that is told by its code alone
    name: str = ""
    amounts: list[Amount] = field(default_factory=list)

    @property
    def values(self) -> list[Decimal]:
        """What the amounts are worth."""
        return [amount.value for amount in self.amounts]


def entries_of(folded: Folded, start: int, end: int) -> list[Entry]:
    """The labels of folded characters ``start`` to ``end`` with their numbers, up to the first sentence."""
    found: list[Entry] = []
    done = start
    for match in _numbers(folded.text, start, end):
        if folded.text[done : match.start()].strip():
            if _OF_SENTENCE.search(folded.text, done, match.start()):
                return found
            found.append(_entry(folded, done, match.start()))
        if folded.text.startswith(_UNITS, match.end()) and not match.group().endswith("%"):
            return found[:-1] if found and not found[-1].amounts else found
        if found:
            printed = match.group()
            value = Decimal(printed.replace(",", "").rstrip("%"))
            found[-1].amounts.append(Amount(Span(*folded.origin(*match.span())), printed, value))
        done = match.end()
    if folded.text[done:end].strip():
        found.append(_entry(folded, done, end))
    return found


def _numbers(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _NUMBER.finditer(text, start, end):
        before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 2]
        if match.group().isdecimal() and (_OF_LABEL.match(behind) or before in _BEFORE_LABEL):
            continue
        yield match


def _entry(folded: Folded, start: int, end: int) -> Entry:
    while folded.text[start] == " ":
        start += 1
    while folded.text[end - 1] == " ":
        end -= 1
    return Entry(folded.text[start:end], Span(*folded.origin(start, end)))


def with_codes(entries: list[Entry]) -> list[Entry]:
    """The same with codes of classes at the labels that they stand before."""
    for entry, following in pairwise(entries):
        for parts in range(min(_MOST_PARTS, len(entry.amounts)), 0, -1):
            printed = " ".join(amount.printed for amount in entry.amounts[-parts:])
            match = _CODES.fullmatch(printed)
            if match and (match[1] or match[2] or match[3]) in names_of_classes():
                following.code = printed.replace(" ", "")
                del entry.amounts[-parts:]
                break
    for entry in entries:  # a name around its line: 资源勘探工业信息等 215 20.00 20.00 支出
        first = entry.amounts[0].printed if len(entry.amounts) > 1 else ""
        if not entry.code and _CODES.fullmatch(first) and _WITH_MARK.search(entry.amounts[1].printed):
            entry.code = first
            entry.name = names_of_classes().get(first, "")
            del entry.amounts[0]
    return entries


def without_row_numbers(entries: list[Entry]) -> list[Entry]:
    """The same without the number of each row (行次) in front of its amount, and of rows whose label is empty behind it.

    Where amounts are not printed otherwise than such numbers, nothing tells them apart.
    """
    for entry in entries:
        if entry.amounts and _ROW_NUMBER.fullmatch(entry.amounts[0].printed):
            del entry.amounts[0]
        while entry.amounts and _ROW_NUMBER.fullmatch(entry.amounts[-1].printed):
            del entry.amounts[-1]
    return entries


def without_numbering(amounts: list[Amount]) -> list[Amount]:
    """Amounts without the numbers of their columns in front of them: 1 2 3 4 5 6 42.24 …."""
    at = 0
    while at < len(amounts) and amounts[at].printed == str(at + 1):
        at += 1
    return amounts[at:] if at > 1 else amounts


def is_class(code: str) -> bool:
    """Whether a code is that of a class, not of what it is divided into."""
    return len(code) == DIGITS_OF_CLASS

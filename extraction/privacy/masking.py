"""Hides personal data: telephone, identity and card numbers.

Belongs here: what may never reach the lake in a quotation.
Does not belong here: names, which extraction never reads (signature tables give no rows).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

#: What every personal number has at least: seven digits, with at most a gap and a bracket between them.
_LONG_NUMBER = re.compile(r"\d(?<!\d\d)(?:[-—－()（） 　\xa0]{0,2}\d){6,}")
#: Digits and gaps as they are on other keyboards; each is one character, so that all keep their places.
_FOLD = {ord("０") + digit: str(digit) for digit in range(10)}
_FOLD |= {ord("－"): "-", ord("—"): "-", ord("　"): " ", ord("\xa0"): " ", ord("）"): ")"}
#: What stands behind an amount and behind no personal number.
_NO_AMOUNT = r"(?!\d| ?[元万亿]|\.\d|,\d)"
# Each begins with a digit and then looks whether another one stands before it: so it is looked for several times as fast.
# Where a pattern has a group, the group is what is hidden.
_PERSONAL = (
    (
        "identity_number",
        re.compile(r"\d(?<!\d\d)\d{5}(?:\d{8}|[ -](?:19|20)\d{6}[ -]?|(?:19|20)\d{6}[ -])\d{3}[\dXx](?!\d)"),
    ),
    (
        "mobile",
        re.compile(
            r"1(?:(?<![\d.]1)|(?<=861)(?<!\d861)|(?<=00861)(?<!\d00861))[3-9]\d(?:[ -]?\d{4}){2}" + _NO_AMOUNT
        ),
    ),
    ("telephone", re.compile(r"0(?<![\d.]0)\d{2,3}\)?[- ]?\d{3,4}[ -]?\d{4}" + _NO_AMOUNT)),
    (
        "telephone",
        re.compile(r"(?:电话|手机|座机|热线|传真)(?:号码)?[:：) ]{0,4}(\d{3,4}[ -]?\d{4})" + _NO_AMOUNT),
    ),
    (
        "bank_card",
        re.compile(r"[456](?<!\d[456])(?:(?<=6)2|(?<=4)\d|(?<=5)[1-5])\d{14,17}" + _NO_AMOUNT),
    ),
)


def mask(text: str) -> str:
    """The text with each personal number replaced by asterisks of the same length."""
    if not _LONG_NUMBER.search(text):
        return text
    hidden = list(text)
    for spans in _found(text).values():
        for start, end in spans:
            hidden[start:end] = "*" * (end - start)
    return "".join(hidden)


@lru_cache(maxsize=16)
def _found(text: str) -> dict[str, list[tuple[int, int]]]:
    """Spans by kind; what one kind has taken is no number of the next."""
    plain = text.translate(_FOLD)
    found: dict[str, list[tuple[int, int]]] = {}
    for kind, pattern in _PERSONAL:
        spans = [match.span(pattern.groups) for match in pattern.finditer(plain)]
        if not spans:
            continue
        found.setdefault(kind, []).extend(spans)
        taken = list(plain)
        for start, end in spans:
            taken[start:end] = "*" * (end - start)
        plain = "".join(taken)
    return {kind: sorted(spans) for kind, spans in found.items()}


def masked(text: str, start: int, end: int) -> str:
    """The characters ``start`` to ``end`` of a document, masked; long numbers are looked for once in all of it."""
    begins, ends = _long_numbers(text)
    last = bisect_left(begins, end) - 1
    piece = text[start:end]
    return mask(piece) if last >= 0 and ends[last] > start else piece


@lru_cache(maxsize=4)
def _long_numbers(text: str) -> tuple[list[int], list[int]]:
    """Where long numbers begin and end, in reading order."""
    spans = [match.span() for match in _LONG_NUMBER.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def personal_numbers(text: str) -> dict[str, list[tuple[int, int]]]:
    """Where personal numbers stand, by kind; kinds without any are left out."""
    if not _long_numbers(text)[0]:
        return {}
    return _found(text)

"""Hides personal data: telephone, identity and card numbers.

Belongs here: what may never reach the lake in a quotation.
Does not belong here: names, which extraction never reads (signature tables give no rows).
"""

from __future__ import annotations

import re
from functools import lru_cache

#: What every personal number has at least: seven digits in a row.
_LONG_NUMBER = re.compile(r"\d\d{6}")
# Each begins with a digit and then looks whether another one stands before it: so it is looked for several times as fast.
_PERSONAL = (
    ("identity_number", re.compile(r"\d(?<!\d\d)\d{16}[\dXx](?!\d)")),
    ("mobile", re.compile(r"1(?<!\d1)[3-9]\d{9}(?!\d)")),
    ("telephone", re.compile(r"0(?<!\d0)\d{2,3}[-—－ ]?\d{7,8}(?!\d)")),
    ("bank_card", re.compile(r"[456](?<!\d[456])(?:(?<=6)2|(?<=4)\d|(?<=5)[1-5])\d{14,17}(?!\d)")),
)


def mask(text: str) -> str:
    """The text with each personal number replaced by asterisks of the same length."""
    if not _LONG_NUMBER.search(text):
        return text
    for _, pattern in _PERSONAL:
        text = pattern.sub(lambda match: "*" * len(match.group()), text)
    return text


def masked(text: str, start: int, end: int) -> str:
    """The characters ``start`` to ``end`` of a document, masked; long numbers are looked for once in all of it."""
    piece = text[start:end]
    return mask(piece) if _holds_long_number(text) else piece


@lru_cache(maxsize=4)
def _holds_long_number(text: str) -> bool:
    return _LONG_NUMBER.search(text) is not None


def personal_numbers(text: str) -> dict[str, list[tuple[int, int]]]:
    """Where personal numbers stand, by kind; kinds without any are left out."""
    if not _holds_long_number(text):
        return {}
    found = {kind: [match.span() for match in pattern.finditer(text)] for kind, pattern in _PERSONAL}
    return {kind: spans for kind, spans in found.items() if spans}

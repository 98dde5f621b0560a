"""Hides personal data: telephone, identity and card numbers.

Belongs here: what may never reach the lake in a quotation.
Does not belong here: names, which extraction never reads (signature tables give no rows).
"""

from __future__ import annotations

import re

_PERSONAL = (
    re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"),  # identity number
    re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),  # mobile telephone
    re.compile(r"(?<!\d)0\d{2,3}[-—－ ]?\d{7,8}(?!\d)"),  # fixed line with area code
    re.compile(r"(?<!\d)(?:62|4\d|5[1-5])\d{14,17}(?!\d)"),  # bank card
)


def mask(text: str) -> str:
    """The text with each personal number replaced by asterisks of the same length."""
    for pattern in _PERSONAL:
        text = pattern.sub(lambda match: "*" * len(match.group()), text)
    return text

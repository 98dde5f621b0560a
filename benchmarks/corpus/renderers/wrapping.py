"""Lines broken and words set apart as PDF text has them.

Belongs here: breaks and blanks inside words, never inside a number.
Does not belong here: what is broken.
"""

from __future__ import annotations

_INSIDE_NUMBER = frozenset("0123456789.,")


def wrapped(text: str, width: int) -> str:
    """Paragraphs as lines of about ``width`` characters; headings and titles stay whole."""
    return "\n".join(_wrapped_line(line, width) for line in text.split("\n"))


def _wrapped_line(line: str, width: int) -> str:
    if not line.endswith("。"):
        return line
    lines = []
    while len(line) > width:
        at = width
        while at < len(line) and line[at] in _INSIDE_NUMBER | {"%", "。", "，", "；", "、"}:
            at += 1
        lines.append(line[:at])
        line = line[at:]
    return "\n".join([*lines, line] if line else lines)


def justified(text: str, every: int) -> str:
    """Blanks inside words, as justified PDF text has them; every ``every``-th gap between two characters."""
    written: list[str] = []
    gaps = 0
    for here, after in zip(text, text[1:] + "\n", strict=True):
        written.append(here)
        if _is_word(here) and _is_word(after):
            gaps += 1
            if gaps % every == 0:
                written.append(" ")
    return "".join(written)


def _is_word(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"

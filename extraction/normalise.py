"""A comparable form of printed text that still knows where each character stood.

Belongs here: folding of widths, quotation marks and blanks.
Does not belong here: any knowledge of labels, numbers or tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_FOLD = {ord("％"): "%", ord("﹪"): "%", ord("："): ":", ord("；"): ";", ord("（"): "(", ord("）"): ")"}
_FOLD |= {
    ord("〔"): "(",
    ord("〕"): ")",
    ord("［"): "[",
    ord("］"): "]",
    ord("．"): ".",
    ord("－"): "-",
    ord("−"): "-",
}
_FOLD |= {ord(mark): '"' for mark in "“”„‟＂「」『』〝〞″"}
_FOLD |= {ord("０") + digit: str(digit) for digit in range(10)}
_FOLD |= {
    ord("，"): "，",
    ord("≧"): "≥",
    ord("≦"): "≤",
    ord("﹥"): ">",
    ord("﹤"): "<",
    ord("＞"): ">",
    ord("＜"): "<",
}
#: Blanks, line breaks and the asterisks of bold type say nothing.
_DROPPED = " \t\n\r\f\v\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff*"
_CLAUSE_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])")
_GAP = re.compile(f"[{re.escape(_DROPPED)}]+")
_LINE_BLANKS = re.escape(_DROPPED.replace("\n", ""))
_BLANKS = re.compile(f"[{_LINE_BLANKS}]+")
_DIGITS_APART = re.compile(f"(?<=[0-9])[{_LINE_BLANKS}]+(?=[0-9])")
_EMPTY_LINES = re.compile(r"\n{2,}")
_KEPT = "\x00"
_SQUEEZE = {ord(character): None for character in _DROPPED}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the offset in the document's text."""

    text: str
    offsets: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of folded characters ``start`` to ``end`` (excluded, not empty)."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str, offset: int = 0) -> Folded:
    """Fold ``text``, which stands at ``offset`` in the document.

    Blanks, line breaks and the asterisks of bold type are dropped, except that one blank stays
    between two digits: numbers that stood apart must not grow together. Several readers fold the same
    paragraph; the last ones are remembered.
    """
    return fold_marked(_plain(text), offset)


def fold_span(text: str, start: int, end: int) -> Folded:
    """Fold the characters ``start`` to ``end`` of a document; its marks are folded once for all paragraphs."""
    return fold_marked(_plain_document(text)[start:end], start)


@lru_cache(maxsize=1024)
def fold_marked(plain: str, offset: int) -> Folded:
    """Fold text whose marks have their one form already."""
    gaps = [match.span() for match in _GAP.finditer(plain)]
    if not gaps:
        return Folded(plain, range(offset, offset + len(plain)))
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in gaps:
        pieces.append(plain[at:start])
        offsets.extend(range(offset + at, offset + start))
        if _parts_digits(plain, start, end):
            pieces.append(" ")
            offsets.append(offset + start)
        at = end
    pieces.append(plain[at:])
    offsets.extend(range(offset + at, offset + len(plain)))
    return Folded("".join(pieces), offsets)


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The folded text alone, for comparing labels; the same cells come again and again in forms."""
    plain = _plain(text)
    if not _GAP.search(plain):
        return plain
    return _GAP.sub(lambda gap: " " if _parts_digits(plain, *gap.span()) else "", plain)


@lru_cache(maxsize=4)
def _plain_document(text: str) -> str:
    return _plain(text)


def _plain(text: str) -> str:
    """One form for each mark; a half-width comma that divides no digits ends a clause like a full one."""
    plain = text if text.isascii() else text.translate(_FOLD)
    return _CLAUSE_COMMA.sub("，", plain) if "," in plain else plain


def folded_lines(text: str) -> str:
    """The lines of a document as ``folded`` would give them one by one, without the empty ones."""
    joined = _DIGITS_APART.sub(_KEPT, _plain_document(text))
    return _EMPTY_LINES.sub("\n", _BLANKS.sub("", joined).replace(_KEPT, " ")).strip("\n")


def squeeze(text: str) -> str:
    """The printed text without blanks and line breaks; marks keep their printed form."""
    return text.translate(_SQUEEZE)


def _parts_digits(plain: str, start: int, end: int) -> bool:
    return start > 0 and end < len(plain) and _is_digit(plain[start - 1]) and _is_digit(plain[end])


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"

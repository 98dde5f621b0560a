"""A comparable form of printed text that still knows where each character stood.

Belongs here: folding of widths, quotation marks and blanks.
Does not belong here: any knowledge of labels, numbers or tables.
"""

from __future__ import annotations

from dataclasses import dataclass

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

_DROPPED = frozenset(" \t\n\r\f\v\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff*")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the offset in the document's text."""

    text: str
    offsets: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of folded characters ``start`` to ``end`` (excluded, not empty)."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str, offset: int = 0) -> Folded:
    """Fold ``text``, which stands at ``offset`` in the document.

    Blanks, line breaks and the asterisks of bold type are dropped, except that one blank stays
    between two digits: numbers that stood apart must not grow together.
    """
    characters: list[str] = []
    offsets: list[int] = []
    blank_at: int | None = None
    for position, character in enumerate(text):
        if character in _DROPPED:
            blank_at = position if blank_at is None else blank_at
            continue
        folded = _FOLD.get(ord(character), character)
        if blank_at is not None and characters and _is_digit(characters[-1]) and _is_digit(folded):
            characters.append(" ")
            offsets.append(offset + blank_at)
        blank_at = None
        characters.append(folded)
        offsets.append(offset + position)
    return Folded("".join(characters), tuple(offsets))


def folded(text: str) -> str:
    """The folded text alone, for comparing labels."""
    return fold(text).text


def squeeze(text: str) -> str:
    """The printed text without blanks and line breaks; marks keep their printed form."""
    return "".join(character for character in text if character not in _DROPPED)


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"

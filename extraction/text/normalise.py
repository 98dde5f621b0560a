"""A comparable form of printed text that still knows where each character stood.

Belongs here: folding of widths, quotation marks, blanks and of syllables that say nothing.
Does not belong here: any knowledge of labels, numbers or tables.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from extraction.records import record

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
_FOLD |= {ord(mark): '"' for mark in "“”„‟‘’‛＂＇「」『』〝〞″"}
_FOLD |= {ord("０") + digit: str(digit) for digit in range(10)}
_FOLD |= {
    ord("，"): "，",
    ord("≧"): "≥",
    ord("≦"): "≤",
    ord("﹥"): ">",
    ord("﹤"): "<",
    ord("＞"): ">",
    ord("＜"): "<",
    ord("＝"): "=",
    ord("＋"): "+",
    ord("／"): "/",
}
#: Blanks, line breaks and the asterisks of bold type say nothing.
DROPPED = " \t\n\r\f\v\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff*"
_CLAUSE_COMMA = re.compile(r",(?:(?<![0-9],)|(?![0-9]))")
_GAP = re.compile(f"[{re.escape(DROPPED)}]+")
#: 相比上年, 相较于上年, 对比上年 are 比上年, 较上年, 比本年年初预算 is 比年初预算: what says nothing beside the word that compares.
_COMPARED = r"(?:去年|上一?年|前年|年初|预算|(?:19|20)\d\d)"
_SPARE = re.compile(
    rf"[{re.escape(DROPPED)}]+|相(?=[比较]于?{_COMPARED})|(?<=相[比较])于(?={_COMPARED})|对(?=比{_COMPARED})"
    r"|(?<=[比较])(?:本年度?|当年)(?=[^，。；\d]{0,14}预算)"
)
#: 收入92万元，包括：财政拨款80万元 is …，其中：财政拨款80万元; in a bracket the word may only explain.
_LISTS = re.compile(r"包括(?<=[，；。]包括)(?=[:，]?[^\s:，])")
_MAY_SPARE = re.compile("[相对比较](?:(?<=相)[比较]|(?<=对)比|(?<=[比较])(?:本年|当年))")
_LINE_BLANKS = DROPPED.replace("\n", "")
_DIGITS_APART = re.compile(f"[{re.escape(DROPPED)}](?<=[0-9].)[{re.escape(DROPPED)}]*+(?=[0-9])", re.DOTALL)
_DIGITS_APART_IN_LINE = re.compile(
    f"[{re.escape(_LINE_BLANKS)}](?<=[0-9].)[{re.escape(_LINE_BLANKS)}]*+(?=[0-9])"
)
_KEPT = "\x00"


#: Marks that have another form, and a look whether a short text has any of them.
_MARKS = tuple((chr(mark), form) for mark, form in _FOLD.items() if chr(mark) != form)
_ANY_MARK = re.compile(f"[{re.escape(''.join(mark for mark, _ in _MARKS))}]")
_UNFOLDED = re.compile(f"[{re.escape(''.join(mark for mark, _ in _MARKS) + DROPPED)},]")
#: From here on one look per mark is faster than one look per character.
_LONG = 400
#: Texts whose folding is remembered: a document and, where it differs, its simplified reading.
_REMEMBERED = 4


@record(frozen=True, slots=True)
class Folded:
    """Folded text, in pieces between the blanks that were dropped.

    ``starts`` are the folded positions at which the pieces begin, ``shifts`` what leads from a position in each
    piece to the document's offset.
    """

    text: str
    starts: Sequence[int]
    shifts: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of folded characters ``start`` to ``end`` (excluded, not empty)."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, position: int) -> int:
        if position < 0:
            position += len(self.text)
        if not 0 <= position < len(self.text):
            raise IndexError(position)
        return position + self.shifts[bisect_right(self.starts, position) - 1]


def fold(text: str, offset: int = 0) -> Folded:
    """Fold ``text``, which stands at ``offset`` in the document.

    Blanks, line breaks and the asterisks of bold type are dropped, except that one blank stays
    between two digits: numbers that stood apart must not grow together.
    """
    return _fold_marked(_plain(text), offset)


def fold_span(text: str, start: int, end: int) -> Folded:
    """Fold the characters ``start`` to ``end`` of a document.

    Its marks are folded once for all paragraphs, and a paragraph once for all who read it.
    """
    plain, spans = _plain_document(text)
    span = (start, end)
    if span not in spans:
        piece = plain[start:end]
        blank = " " in piece or "\n" in piece or _MAY_SPARE.search(piece)
        spans[span] = _fold_marked(piece, start) if blank else Folded(piece, (0,), (start,))
    return spans[span]


def fold_with(text: str, start: int, end: int, added: Mapping[int, str]) -> Folded:
    """As ``fold_span``, with words that the document leaves out at some of its offsets; these stand where the character before them does."""
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length, at = 0, start
    for place in sorted({*added, end}):
        folded = fold_span(text, at, place)
        pieces.append(folded.text)
        starts += [length + begins for begins in folded.starts]
        shifts += [shift - length for shift in folded.shifts]
        length += len(folded.text)
        for character in added.get(place, ""):
            pieces.append(character)
            starts.append(length)
            shifts.append(place - 1 - length)
            length += 1
        at = place
    return Folded("".join(pieces), starts, shifts)


def _fold_marked(plain: str, offset: int) -> Folded:
    """Fold text whose marks have their one form already."""
    gaps = _SPARE if _MAY_SPARE.search(plain) else _GAP
    first = gaps.search(plain)
    if first is None:
        return Folded(plain, (0,), (offset,))
    pieces: list[str] = []
    starts, shifts = [0], [offset]
    at = length = 0
    for match in gaps.finditer(plain, first.start()):
        start, end = match.span()
        piece = plain[at:start] + (" " if _parts_digits(plain, start, end) else "")
        pieces.append(piece)
        length += len(piece)
        starts.append(length)
        shifts.append(offset + end - length)
        at = end
    pieces.append(plain[at:])
    return Folded("".join(pieces), starts, shifts)


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The folded text alone, for comparing labels; the same cells come again and again in forms."""
    if not _UNFOLDED.search(text):
        return text
    plain = _plain(text)
    if not _GAP.search(plain):
        return plain
    return _GAP.sub(lambda gap: " " if _parts_digits(plain, *gap.span()) else "", plain)


@lru_cache(maxsize=_REMEMBERED)
def _plain_document(text: str) -> tuple[str, dict[tuple[int, int], Folded]]:
    """A document with folded marks and one kind of blank, and the spans of it that were folded already."""
    plain = _plain(text)
    plain = _LISTS.sub("其中", plain) if "包括" in plain else plain
    for blank in _LINE_BLANKS:
        plain = plain.replace(blank, " ")
    return plain, {}


def _plain(text: str) -> str:
    """One form for each mark; a half-width comma that divides no digits ends a clause like a full one."""
    if text.isascii():
        plain = text
    elif len(text) < _LONG:
        plain = text.translate(_FOLD) if _ANY_MARK.search(text) else text
    else:
        plain = text
        for mark, form in _MARKS:
            plain = plain.replace(mark, form)
    return _CLAUSE_COMMA.sub("，", plain) if "," in plain else plain


def folded_document(text: str) -> str:
    """As ``folded``, for long texts that are folded once."""
    return _without(DROPPED, _DIGITS_APART, _plain(text))


@lru_cache(maxsize=_REMEMBERED)
def folded_lines(text: str) -> str:
    """The lines of a document as ``folded`` would give them one by one, without the empty ones."""
    lines = _without(_LINE_BLANKS, _DIGITS_APART_IN_LINE, _plain_document(text)[0])
    return "\n".join(filter(None, lines.split("\n")))


def _without(blanks: str, between_digits: re.Pattern[str], plain: str) -> str:
    """The text without blanks, but for one between two digits."""
    plain = between_digits.sub(_KEPT, plain)
    for blank in blanks:
        plain = plain.replace(blank, "")
    return plain.replace(_KEPT, " ")


def squeeze(text: str) -> str:
    """The printed text without blanks and line breaks; marks keep their printed form."""
    return _GAP.sub("", text)


def _parts_digits(plain: str, start: int, end: int) -> bool:
    return start > 0 and end < len(plain) and _is_digit(plain[start - 1]) and _is_digit(plain[end])


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"

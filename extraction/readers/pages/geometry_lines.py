"""Puts glyphs together to lines, and lines to the text of paragraphs.

Belongs here: what stands on one line, where a gap is a blank or parts two columns, where a line was only broken
at the margin.
Does not belong here: rules and tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from extraction.readers.pages.geometry import Glyph, Line, Piece, Region

#: In heights of the line: gaps that are a blank between letters, a blank between other signs, a new column.
_BLANK_OF_LETTERS = 0.15
_BLANK = 0.45
_WIDE = 1.6
#: What stays together when a line is broken: a word, and the marks that may not begin or end a line.
_WORD = re.compile(r"[（“《〔(]*(?:[0-9A-Za-z.,%％]+|.)[，。、；：！？）”》〕)%％…]*")
_STARTS_ITEM = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]+[章节部条]"
    r"|[①-⑳●■◆•]|附件|附[:：]|注[:：])"
)
_NUMBER_OR_WORDS = re.compile(r"[-+]?\d[\d.,，．]*(?:%|％|‰|[万亿]?元|人)?|[^\d+-]+|[-+]")
_TERMINAL = "。！？!?;；"


def lines_of(glyphs: list[Glyph]) -> list[Line]:
    """Lines from top to bottom, each from left to right."""
    rows: list[list[Glyph]] = []
    top = bottom = 0.0
    for glyph in sorted(glyphs, key=_twice_the_middle):
        _, high, _, low, _, _ = glyph
        shared = (bottom if bottom < low else low) - (top if top > high else high)
        height = bottom - top if bottom - top < low - high else low - high
        if rows and shared > 0.5 * height:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            top, bottom = high, low
    return [_line(row) for row in rows]


def _twice_the_middle(glyph: Glyph) -> float:
    return glyph[1] + glyph[3]


def _line(row: list[Glyph]) -> Line:
    row.sort()
    heights = sorted([glyph[3] - glyph[1] for glyph in row])
    height = heights[len(heights) // 2]
    wide, blank, blank_of_letters = _WIDE * height, _BLANK * height, _BLANK_OF_LETTERS * height
    pieces: list[Piece] = []
    text: list[str] = []
    start = 0
    last = row[0]
    for index, glyph in enumerate(row):
        left, _, right, _, sign, _ = glyph
        gap = left - last[2] if index else 0.0
        if gap > wide:
            pieces.append(_piece(row[start:index], text))
            text, start = [], index
        elif gap > blank_of_letters:
            if gap > blank or _are_letters(last, glyph):
                text.append(" ")
        elif index and gap < -0.6 * (right - left) and sign == last[4]:
            continue  # bold type made by printing the same glyph twice
        text.append(sign)
        last = glyph
    pieces.append(_piece(row[start:], text))
    return Line(
        row[0].left,
        min([glyph[1] for glyph in row]),
        max([glyph[2] for glyph in row]),
        max([glyph[3] for glyph in row]),
        pieces,
    )


def _are_letters(one: Glyph, other: Glyph) -> bool:
    return one.text[-1:].isascii() and other.text[:1].isascii()


def _piece(row: list[Glyph], text: list[str]) -> Piece:
    return Piece(row[0].left, max([glyph[2] for glyph in row]), "".join(text), row)


def flows_on(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether ``following`` goes on with the paragraph of ``line``: its first word had no room there.

    Args:
        line: a line of text.
        following: the line below it.
        left: where lines begin, in points.
        right: where lines end, in points.
    """
    if len(line.pieces) > 1 or len(following.pieces) > 1:
        return False
    text, after = line.text, following.text
    indented = following.left > left + 1.2 * following.height * 0.8
    if indented or not text or not after:
        return False
    if _STARTS_ITEM.match(after) and (text[-1] in _TERMINAL or _STARTS_ITEM.match(text)):
        return False
    return line.right + _first_word(following) > right - 0.4 * line.height


def starts_item(text: str) -> bool:
    """Whether a line begins with the number of a heading or an item."""
    return _STARTS_ITEM.match(text) is not None


def wraps_in_cell(line: Line, following: Line, width: float) -> bool:
    """Whether a line of a cell ``width`` points wide was broken only because the cell ends there."""
    if _STARTS_ITEM.match(following.text) and line.text[-1:] in _TERMINAL:
        return False
    room = width - (12.0 if width > 40 else 7.0)
    return line.right - line.left + _first_word(following) > room


def _first_word(line: Line) -> float:
    """Width in points of what would have had to stand at the end of the line before."""
    word = _WORD.match(line.text)
    letters = line.pieces[0].glyphs
    count = len(word.group()) if word else 1
    if len(letters[0].text) > 1:  # recognised lines have no single letters
        return 0.9 * width_of_first_word(line.text, line.height)
    return letters[min(count, len(letters)) - 1].right - letters[0].left


def width_of_first_word(text: str, size: float) -> float:
    """Width of what a broken line begins with, in letters of ``size`` points."""
    word = _WORD.match(text)
    return size * sum(0.5 if sign.isascii() else 1.0 for sign in (word.group() if word else text[:1]))


def joined(parts: Iterable[str]) -> str:
    """Lines of one paragraph as one line; a blank only between two words of letters."""
    text = ""
    for part in parts:
        between = text[-1:] + part[:1]
        text += (" " if len(between) == 2 and between.isascii() and between.isalpha() else "") + part
    return text


def regions_of(line: Line, page: int) -> list[Region]:
    """The parts of the line with the place of each on the page; of recognised text, each number for itself."""
    regions = []
    for piece in line.pieces:
        if piece.glyphs[0].scores:
            regions += [region for glyph in piece.glyphs for region in _recognised(glyph, page)]
        else:
            regions.append(Region(piece.text, page, (piece.left, line.top, piece.right, line.bottom), 1.0))
    return regions


def _recognised(glyph: Glyph, page: int) -> Iterator[Region]:
    """Numbers with their signs and units, and what stands between them."""
    widths = list(accumulate((0.55 if sign.isascii() else 1.0 for sign in glyph.text), initial=0.0))
    unit = (glyph.right - glyph.left) / widths[-1]
    for match in _NUMBER_OR_WORDS.finditer(glyph.text):
        start, end = match.span()
        box = (glyph.left + unit * widths[start], glyph.top, glyph.left + unit * widths[end], glyph.bottom)
        yield Region(match.group(), page, box, min(glyph.scores[start:end], default=0.0))

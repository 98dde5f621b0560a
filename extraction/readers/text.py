"""Reads plain text and Markdown: UTF-8, UTF-8 with a byte order mark, UTF-16 with one, GB18030.

Belongs here: deciding whether bytes are text, and in which encoding.
Does not belong here: paragraphs and tables (``layout``).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from extraction.errors import UnreadableError
from extraction.layout import blocks
from extraction.model import Document
from extraction.readers.documents.limits import Limits
from extraction.runs.wholelines import with_whole_lines
from extraction.text.simplify import simplify

LIMITS = Limits()
_PAGE_LINE = re.compile(r"\n( *+[-—－]{0,2} *+(?P<page>\d{1,3}) *+[-—－]{0,2} *+)(?=\n|\Z)")
_FEWEST_PAGES = 3
_LONGEST_HEAD = 40
_WORD = re.compile(r"\S")
#: What a gap between pages holds; a tab begins a cell.
_GAP = " \n\f\u3000"
_BLANKS = " \t\r\n\f\v\u3000\u00a0\ufeff"
_SHORTEST_PAGE = 200
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: Control characters that no text has; more than one in a thousand is a binary file.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.001
#: Share of letters that a wrong guess at GB18030 leaves outside the common blocks.
_MOST_STRANGE = 0.05


def read_text(data: bytes, limits: Limits = LIMITS) -> Document:
    """Bytes of a text file as a document; line ends become newlines.

    Raises:
        UnreadableError: the bytes are not text in a known encoding.
    """
    text, encoding = decode(data)
    if not text.strip(_BLANKS):
        raise UnreadableError("empty")
    if len(text) > limits.characters:
        raise UnreadableError("too_large")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reading = with_whole_lines(without_page_numbers(simplify(text)))
    return Document(text=text, reading=reading, blocks=blocks(reading), reader="text", encoding=encoding)


def without_page_numbers(text: str) -> str:
    """Blank out lines that hold only a page number, and the running heads beside them; the length stays.

    Page numbers count up by one at least three times, a page of text apart; cells of tables do not. Where a page ended
    inside a sentence, one line end is left of the gap, so that the sentence runs on.
    """
    pages = _page_lines(text)
    if not pages:
        return text
    heads = _running_heads(text, pages)
    pieces: list[str] = []
    at = 0
    for start, end in pages:
        first, last = _gap(text, start, end, heads)
        first = max(first, at)
        newline = text.rfind("\n", start, last)
        pieces += (
            [text[at:first], " " * (last - first)]
            if newline < 0
            else [text[at:first], " " * (newline - first), "\n", " " * (last - newline - 1)]
        )
        at = last
    return "".join([*pieces, text[at:]])


def _page_lines(text: str) -> list[tuple[int, int]]:
    """Where the lines stand that hold only a page number."""
    lines = [
        (match.start(1) - 1, match.end() - 1, int(match["page"]))
        for match in _PAGE_LINE.finditer(f"\n{text}")
    ]
    run: list[tuple[int, int, int]] = []
    pages: list[tuple[int, int, int]] = []
    for line in [*lines, (len(text), len(text), -1)]:
        if run and not (line[2] == run[-1][2] + 1 and line[0] - run[-1][0] >= _SHORTEST_PAGE):
            pages.extend(run if len(run) >= _FEWEST_PAGES else [])
            run = []
        run.append(line)
    return [(start, end) for start, end, _ in pages]


def _running_heads(text: str, pages: list[tuple[int, int]]) -> set[str]:
    """Lines that stand behind, or before, at least three page numbers word for word."""
    beside = Counter(
        line
        for start, end in pages
        for line in {_line_behind(text, end)[0], _line_before(text, start)[0]}
        if 0 < len(line) <= _LONGEST_HEAD
    )
    return {line for line, count in beside.items() if count >= _FEWEST_PAGES}


def _gap(text: str, start: int, end: int, heads: set[str]) -> tuple[int, int]:
    """The stretch without words around a page number; running heads have none."""
    line, above, _ = _line_before(text, start)
    first = above if line in heads else start
    line, _, below = _line_behind(text, end)
    last = below if line in heads else end
    while first > 0 and text[first - 1] in _GAP:
        first -= 1
    while last < len(text) and text[last] in _GAP:
        last += 1
    return first, last


def _line_behind(text: str, position: int) -> tuple[str, int, int]:
    """The next line with words, and where it stands."""
    word = _WORD.search(text, position)
    if word is None:
        return "", position, position
    end = text.find("\n", word.start())
    end = len(text) if end < 0 else end
    return text[word.start() : end].rstrip(), word.start(), end


def _line_before(text: str, position: int) -> tuple[str, int, int]:
    """The last line with words, and where it stands."""
    end = position
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", 0, end) + 1
    return text[start:end].strip(), start, end


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was found to be in.

    Raises:
        UnreadableError: neither UTF-8 nor GB18030, or full of control characters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding), encoding
    if b"\0" in data[:4096]:
        raise UnreadableError("binary")
    try:
        return _checked(data, "utf-8"), "utf-8"
    except UnreadableError:
        text = _checked(data, "gb18030")
        if _strangeness(text) > _MOST_STRANGE:
            raise UnreadableError("encoding") from None
        return text, "gb18030"


def _checked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError("encoding") from None
    controls = len(_CONTROL.findall(text))
    if controls > _MOST_CONTROLS * len(text) + 2:
        raise UnreadableError("binary")
    return text


def _strangeness(text: str) -> float:
    """Share of characters that Chinese official texts do not use: noise decoded as GB18030 is full of them."""
    sample = text[:20_000]
    strange = sum(1 for character in sample if not _is_usual(ord(character)))
    return strange / max(len(sample), 1)


def _is_usual(code: int) -> bool:
    return (
        code < 0x250
        or 0x2010 <= code <= 0x22FF
        or 0x2460 <= code <= 0x27BF
        or 0x3000 <= code <= 0x303F
        or 0x4E00 <= code <= 0x9FFF
        or 0xFF00 <= code <= 0xFF65
    )

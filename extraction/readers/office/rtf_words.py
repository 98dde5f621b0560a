"""Splits an RTF file into printed text and the control words that shape it.

Belongs here: groups, encodings, and what is never printed: fonts, pictures, fields' codes, deleted and hidden text.
Does not belong here: paragraphs and tables (``rtf``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
#: Groups that hold no text of the document; heads and feet of pages stand before it and would part its title from it.
_UNPRINTED = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "fldinst",
        "sp",
        "shprslt",
        "nonshppict",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "filetbl",
        "xmlnstbl",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "bkmkstart",
        "bkmkend",
        "atnid",
        "atnauthor",
        "annotation",
        "tc",
        "xe",
    ]
)
#: Groups that are marked as skippable and hold text all the same.
_PRINTED = frozenset({"shpinst", "shptxt", "upr", "ud"})
#: Words that change how the text after them is read.
_SHAPING = frozenset({"bin", "u", "uc", "ansicpg", "f", "fcharset", "v", "deleted", "plain"})
#: fcharset -> encoding
_CHARSETS = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949"}
_WIDER = {"cp936": "gb18030", "cp950": "big5hkscs"}
_DEEPEST = 10_000
_SURROGATES = re.compile("[\ud800-\udfff]")


class Control(NamedTuple):
    """A control word with its number; 0 where it has none."""

    word: str
    number: int


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group."""

    skipped: bool = False
    hidden: bool = False
    font: int = -1
    stand_ins: int = 1

    @property
    def unprinted(self) -> bool:
        """Whether nothing here is printed."""
        return self.skipped or self.hidden


class _Reader:
    def __init__(self) -> None:
        self.state = _State()
        self.outer: list[_State] = []
        self.encoding = "cp1252"
        self.fonts: dict[int, str] = {}
        self.defined = -1
        self.to_skip = 0
        self.bytes = bytearray()
        self.starred = False

    def flush(self) -> Iterator[str]:
        """The text whose bytes were gathered so far."""
        if self.bytes:
            encoding = self.fonts.get(self.state.font, self.encoding)
            yield self.bytes.decode(encoding, "replace")
            self.bytes = bytearray()

    def take(self, data: bytes) -> None:
        """Bytes of text, less those that only stand for a sign that was given before by its number."""
        skipped = min(self.to_skip, len(data))
        self.to_skip -= skipped
        if not self.state.unprinted:
            self.bytes += data[skipped:]

    def brace(self, brace: bytes) -> None:
        """Enter or leave a group."""
        self.to_skip = 0
        self.starred = False
        if brace == b"{":
            if len(self.outer) < _DEEPEST:
                self.outer.append(self.state)
        elif self.outer:
            self.state = self.outer.pop()

    def control(self, word: str, number: int | None) -> None:
        """What a control word changes for the text after it."""
        if word in _UNPRINTED or (self.starred and word not in _PRINTED):
            self.state = replace(self.state, skipped=True)
        elif word in {"v", "deleted"}:
            self.state = replace(self.state, hidden=number != 0)
        elif word == "plain":
            self.state = replace(self.state, hidden=False)
        elif word == "uc":
            self.state = replace(self.state, stand_ins=max(0, min(number or 0, 9)))
        elif word == "ansicpg":
            self.encoding = _known(f"cp{number}")
        elif word == "f" and number is not None:
            self.defined = number
            self.state = replace(self.state, font=number)
        elif word == "fcharset" and number in _CHARSETS:
            self.fonts[self.defined] = _CHARSETS[number]
        self.starred = False


def printed(data: bytes, wanted: frozenset[str]) -> Iterator[str | Control]:
    """Text outside of groups that are not printed, and the ``wanted`` control words there, in reading order."""
    pieces = _printed(data, wanted)
    high = ""
    for piece in pieces:
        if isinstance(piece, str) and (high or _SURROGATES.search(piece)):
            piece = high + piece
            high = piece[-1] if "\ud800" <= piece[-1] <= "\udbff" else ""
            piece = piece[: len(piece) - len(high)]
            yield piece.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        else:
            yield piece


def _printed(data: bytes, wanted: frozenset[str]) -> Iterator[str | Control]:
    reader = _Reader()
    known = {word.encode() for word in wanted | _UNPRINTED | _PRINTED | _SHAPING}
    at = 0
    while match := _TOKEN.search(data, at):
        at = match.end()
        word, number, byte, sign, brace, text = match.groups()
        if text is not None:
            reader.take(text)
        elif byte is not None:
            reader.take(bytes.fromhex(byte.decode()))
        elif sign in {b"{", b"}", b"\\"}:
            reader.take(sign)
        elif word is not None and word not in known and not reader.starred:
            reader.to_skip = 0  # most words: how things look
        else:
            yield from reader.flush()
            if brace is not None:
                reader.brace(brace)
            elif sign is not None:
                yield from _sign(reader, sign.decode("latin-1"))
            elif word == b"bin":
                at += max(0, int(number or 0))
            else:
                yield from _word(reader, word.decode(), int(number) if number else None, wanted)
    yield from reader.flush()


def _sign(reader: _Reader, sign: str) -> Iterator[str | Control]:
    if sign == "*":
        reader.starred = True
    elif sign in "\r\n":
        yield Control("par", 0)
    elif not reader.state.unprinted:
        yield Control(sign, 0)


def _word(reader: _Reader, word: str, number: int | None, wanted: frozenset[str]) -> Iterator[str | Control]:
    reader.to_skip = 0
    if word == "u" and number is not None:
        if not reader.state.unprinted:
            yield chr(number % 0x10000)
        reader.to_skip = reader.state.stand_ins
        return
    reader.control(word, number)
    if word in wanted and not reader.state.unprinted:
        yield Control(word, number or 0)


def _known(encoding: str) -> str:
    encoding = _WIDER.get(encoding, encoding)
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding

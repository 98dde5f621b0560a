"""The text of old Word files: pieces in one or two bytes a character, without what was deleted.

Belongs here: [MS-DOC] 2.4.1 (retrieving text), tracked deletions, symbols.
Does not belong here: paragraphs and tables (``doc``).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass

from extraction.errors import UnreadableError
from extraction.readers.office.doc_properties import Properties, deletes, modifiers_of

_CLX, _RUNS = 0x1A2, 0xFA
_SYMBOL = 0x6A09
#: Ends of paragraphs and cells stay even where the words before them were deleted.
_ENDS = "\x07\r"
_GONE = "\x00"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``first`` to ``end`` of the text, from ``offset`` of the stream on, ``width`` bytes each."""

    first: int
    end: int
    offset: int
    width: int
    deleted: bool


class Text:
    """The characters of the main document and where each stands in the stream."""

    def __init__(self, characters: list[str], pieces: list[Piece]) -> None:
        self.characters = "".join(characters)
        self._pieces = pieces
        self._firsts = [piece.first for piece in pieces]

    def offset(self, character: int) -> int:
        """The byte of the stream at which a character begins."""
        piece = self._pieces[bisect_right(self._firsts, character) - 1]
        return piece.offset + (character - piece.first) * piece.width


def read_text(stream: bytes, table: bytes, length: int, runs: list[Properties]) -> Text:
    """The text of the main document, ``length`` characters.

    Raises:
        UnreadableError: ``damaged``: there is no piece table.
    """
    pieces = _pieces(table, *struct.unpack_from("<II", stream, _CLX))
    characters: list[str] = []
    for piece in pieces:
        characters.extend(
            _GONE if piece.deleted and sign not in _ENDS else sign for sign in _decoded(stream, piece)
        )
    characters = characters[:length]
    for run in runs:
        if deletes(run.modifiers):
            for at in _covered(run, pieces, len(characters)):
                if characters[at] not in _ENDS:
                    characters[at] = _GONE
        for code, value in modifiers_of(run.modifiers):
            if code == _SYMBOL and len(value) == 4:
                for at in _covered(run, pieces, len(characters))[:1]:
                    characters[at] = chr(struct.unpack_from("<H", value, 2)[0])
    return Text(characters, pieces)


def _pieces(table: bytes, offset: int, size: int) -> list[Piece]:
    at, end = offset, offset + size
    groups: list[bytes] = []
    while at < end and table[at] == 1:  # modifiers that pieces of a quickly saved file refer to
        length = struct.unpack_from("<H", table, at + 1)[0]
        groups.append(table[at + 3 : at + 3 + length])
        at += 3 + length
    if at >= end or table[at] != 2:
        raise UnreadableError("damaged")
    length = struct.unpack_from("<I", table, at + 1)[0]
    plc = table[at + 5 : at + 5 + length]
    count = (len(plc) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", plc)
    found = []
    for number in range(count):
        raw, modifier = struct.unpack_from("<IH", plc, 4 * (count + 1) + 8 * number + 2)
        compressed = bool(raw & 0x40000000)
        start = raw & 0x3FFFFFFF
        deleted = _piece_deleted(modifier, groups)
        found.append(
            Piece(
                bounds[number],
                bounds[number + 1],
                start // 2 if compressed else start,
                1 if compressed else 2,
                deleted,
            )
        )
    return found


def _piece_deleted(modifier: int, groups: list[bytes]) -> bool:
    if modifier & 1:
        number = modifier >> 1
        return number < len(groups) and deletes(groups[number])
    return (modifier >> 1) & 0x7F == 0x41 and modifier >> 8 == 1


def _decoded(stream: bytes, piece: Piece) -> str:
    """One character for each unit, so that places stay countable; halves of pairs become marks."""
    raw = stream[piece.offset : piece.offset + (piece.end - piece.first) * piece.width]
    if piece.width == 1:
        return raw.decode("cp1252", "replace")
    units = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
    return "".join("\ufffd" if 0xD800 <= unit < 0xE000 else chr(unit) for unit in units)


def _covered(run: Properties, pieces: list[Piece], length: int) -> list[int]:
    """Characters that a stretch of the stream holds."""
    found: list[int] = []
    for piece in pieces:
        low = max(run.start, piece.offset)
        high = min(run.end, piece.offset + (piece.end - piece.first) * piece.width)
        found.extend(
            at
            for byte in range(low, high, piece.width)
            if (at := piece.first + (byte - piece.offset) // piece.width) < length
        )
    return found

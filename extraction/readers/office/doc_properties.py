"""Properties of paragraphs and runs in old Word files: single modifiers, and the pages that hold them.

Belongs here: [MS-DOC] 2.2.5 (Sprm) and 2.9.54/2.9.58 (formatted disk pages), as far as reading needs them.
Does not belong here: what a property means for the text (``doc_text``, ``doc``).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

#: Bytes of an operand by the class of its modifier; None where the operand says its own length.
_OPERAND = (1, 1, 2, 4, 2, 2, None, 3)
_TABLE_DEFINITION, _TABLE_TABS = 0xD608, 0xC615
_PAGE = 512
_DELETED = 0x0800
_ON = (b"\x01", b"\x81")


@dataclass(frozen=True, slots=True)
class Properties:
    """The modifiers of a stretch of the file: ``start`` to ``end`` in bytes of the WordDocument stream."""

    start: int
    end: int
    modifiers: bytes


def modifiers_of(modifiers: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and operand of every modifier; a broken tail is left out."""
    at = 0
    while at + 2 <= len(modifiers):
        code = struct.unpack_from("<H", modifiers, at)[0]
        at += 2
        size = _OPERAND[code >> 13]
        if size is None and code == _TABLE_DEFINITION:
            size = (
                struct.unpack_from("<H", modifiers, at)[0] + 1 if at + 2 <= len(modifiers) else len(modifiers)
            )
            yield code, modifiers[at + 2 : at + size]
            at += size
            continue
        if size is None:
            if at >= len(modifiers):
                return
            size = modifiers[at]
            at += 1
            if code == _TABLE_TABS and size == 255:
                return
        yield code, modifiers[at : at + size]
        at += size


def deletes(modifiers: bytes) -> bool:
    """Whether a tracked change deletes the stretch."""
    return any(code == _DELETED and value[:1] in _ON for code, value in modifiers_of(modifiers))


def pages(stream: bytes, table: bytes, offset: int, size: int, paragraphs: bool) -> list[Properties]:
    """The properties of all paragraphs, or of all runs, in the order of the file."""
    found: list[Properties] = []
    count = (size - 4) // 8
    for number in range(max(count, 0)):
        page_number = struct.unpack_from("<I", table, offset + 4 * (count + 1) + 4 * number)[0] & 0x3FFFFF
        page = stream[page_number * _PAGE : (page_number + 1) * _PAGE]
        if len(page) == _PAGE:
            found.extend(_on_page(page, paragraphs))
    return sorted(found, key=lambda properties: properties.start)


def _on_page(page: bytes, paragraphs: bool) -> Iterator[Properties]:
    count, entry = page[-1], 13 if paragraphs else 1
    if 4 * (count + 1) + entry * count > _PAGE - 1:
        return
    for number in range(count):
        start, end = struct.unpack_from("<II", page, 4 * number)
        at = page[4 * (count + 1) + entry * number] * 2
        yield Properties(start, end, _modifiers_at(page, at, paragraphs) if at else b"")


def _modifiers_at(page: bytes, at: int, paragraphs: bool) -> bytes:
    if not paragraphs:
        return page[at + 1 : at + 1 + page[at]]
    words = page[at]
    body = page[at + 1 : at + 2 * words] if words else page[at + 2 : at + 2 + 2 * page[at + 1]]
    return body[2:]  # after the number of the style


class PropertyMap:
    """Properties by place in the stream."""

    def __init__(self, properties: list[Properties]) -> None:
        self._properties = properties
        self._starts = [item.start for item in properties]

    def at(self, offset: int) -> bytes:
        """The modifiers of the stretch that covers a byte; nothing where none does."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or not self._properties[index].start <= offset < self._properties[index].end:
            return b""
        return self._properties[index].modifiers

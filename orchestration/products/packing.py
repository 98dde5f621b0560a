"""Word files as archives of fixed bytes, and the name and day of the build within them.

Belongs here: archives whose unchanging entries are compressed once, where a paper says of which build it is, saying it anew.
Does not belong here: what else is filled in (template), whether a paper may be used again (reuse).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from zipfile import BadZipFile

#: What a template can name that differs with every build.
STAMPED = ("build", "date")
Stamp = Mapping[str, str]
Spot = list[str | int]  # entry of the archive, offset in its bytes, name of what stands there

# Characters that no text may hold (Unicode keeps them for such use); taken out of everything that is filled in.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKS = re.compile(f"{_OPEN}({'|'.join(STAMPED)}){_CLOSE}".encode())
_UNMARKED = str.maketrans("", "", _OPEN + _CLOSE)
_DAY = (1 << 5) | 1  # 1 January 1980, the date of every entry: zip files know none that is earlier


class Mark(str):
    """Stands in a paper for one of STAMPED until everything else is filled in."""

    __slots__ = ()


def marked(name: str) -> Mark:
    """The mark for one of STAMPED."""
    return Mark(f"{_OPEN}{name}{_CLOSE}")


def unmarked(text: str) -> str:
    """A text that cannot be taken for a mark."""
    return text.translate(_UNMARKED) if _OPEN in text or _CLOSE in text else text


def stamped(entry: str, content: bytes, stamp: Stamp) -> tuple[bytes, list[Spot]]:
    """An entry with the stamp in place of its marks, and where it stands."""
    pieces, spots, size, at = [], [], 0, 0
    for mark in _MARKS.finditer(content):
        name = mark[1].decode()
        before, said = content[at : mark.start()], _said(stamp[name])
        spots.append([entry, size + len(before), name])
        pieces += [before, said]
        size, at = size + len(before) + len(said), mark.end()
    return b"".join([*pieces, content[at:]]), spots


def unstamped(entry: str, content: bytes, spots: Iterable[Spot], stamp: Stamp) -> bytes | None:
    """An entry with marks in place of the stamp of an earlier build; nothing where that does not stand there."""
    pieces, at = [], 0
    for found, offset, name in spots:
        if found != entry:
            continue
        said = _said(stamp[str(name)])
        if content[int(offset) : int(offset) + len(said)] != said:
            return None
        pieces += [content[at : int(offset)], marked(str(name)).encode()]
        at = int(offset) + len(said)
    return b"".join([*pieces, content[at:]])


def _said(text: str) -> bytes:
    return escape(text, quote=False).encode()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry as it stands in an archive."""

    name: bytes
    data: bytes  # compressed
    facts: bytes  # what both directories say of it


class Package:
    """An archive of which some entries change from paper to paper; the others are compressed once."""

    def __init__(self, entries: Mapping[str, bytes], changing: Iterable[str]) -> None:
        self.changing = frozenset(changing)
        self._entries = {
            name: None if name in self.changing else _entry(name, content)
            for name, content in entries.items()
        }

    def packed(self, changing: Mapping[str, bytes]) -> bytes:
        """The whole archive; the same content gives the same bytes."""
        whole, directory = bytearray(), bytearray()
        for name, known in self._entries.items():
            entry = known or _entry(name, changing[name])
            directory += (
                struct.pack("<4sHH", b"PK\x01\x02", 20, 20)
                + entry.facts
                + struct.pack("<HHHII", 0, 0, 0, 0, len(whole))
                + entry.name
            )
            whole += struct.pack("<4sH", b"PK\x03\x04", 20) + entry.facts + entry.name + entry.data
        number, start = len(self._entries), len(whole)
        whole += directory
        whole += struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, number, number, len(directory), start, 0)
        return bytes(whole)

    def opened(self, archive: bytes) -> dict[str, bytes] | None:
        """The changing entries of an archive; nothing where it is not one of these."""
        try:
            with zipfile.ZipFile(io.BytesIO(archive)) as opened:
                return {name: opened.read(name) for name in self.changing}
        except (BadZipFile, KeyError, zlib.error):
            return None


def _entry(name: str, content: bytes) -> _Entry:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    encoded = name.encode()
    flags = 0 if name.isascii() else 0x800
    facts = struct.pack(
        "<HHHHIIIHH", flags, zipfile.ZIP_DEFLATED, 0, _DAY, zlib.crc32(content), len(data), len(content), len(encoded), 0
    )  # fmt: skip
    return _Entry(encoded, data, facts)

"""Word files as archives of fixed bytes.

Belongs here: archives whose unchanging entries are compressed once.
Does not belong here: what is filled in (template), whether a paper may be used again (reuse).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_DAY = (1 << 5) | 1  # 1 January 1980, the date of every entry: zip files know none that is earlier


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry as it stands in an archive."""

    name: bytes
    data: bytes  # compressed
    facts: bytes  # what both directories say of it


class Package:
    """An archive of which some entries change from paper to paper; the others are compressed once."""

    def __init__(self, entries: Mapping[str, bytes], changing: Iterable[str]) -> None:
        different = frozenset(changing)
        self._entries = {
            name: None if name in different else _entry(name, content) for name, content in entries.items()
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


def _entry(name: str, content: bytes) -> _Entry:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    encoded = name.encode()
    flags = 0 if name.isascii() else 0x800
    facts = struct.pack(
        "<HHHHIIIHH", flags, zipfile.ZIP_DEFLATED, 0, _DAY, zlib.crc32(content), len(data), len(content), len(encoded), 0
    )  # fmt: skip
    return _Entry(encoded, data, facts)

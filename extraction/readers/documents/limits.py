"""How much of a document is read before it counts as no report; nothing else belongs here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that a reader keeps by itself; time and memory are bounded by the worker process that runs it."""

    #: characters of text, a thousand printed pages
    characters: int = 2_000_000
    #: pages of a fixed layout
    pages: int = 1_000
    #: pages of a scan, which takes seconds for each
    scanned_pages: int = 200
    #: cells of all tables together
    cells: int = 200_000
    #: bytes of one part of a package, unpacked
    decompressed_bytes: int = 64 * 1024 * 1024
    #: files in one archive
    members: int = 100

"""Whether files lie there as they were written.

Belongs here: looking at their bytes, or only at size and time of change, and the list of how they looked when they were made.
Does not belong here: whether what they say still holds (reuse), what people changed (changed_by_people). The list may be deleted
at any time; then every byte is looked at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from orchestration.files import read_json, sha256_of, write_text


def unaltered(folder: Path, checksums: Mapping[str, str], known: Path | None) -> set[str]:
    """Those of the files that lie in the folder as they were written, by their path in it.

    Args:
        folder: where they lie.
        checksums: of all their bytes, by path.
        known: list of how they looked; of those that still look so no byte is read.
    """
    looked = read_json(known, {}) if known is not None else {}
    same = {name for name, checksum in checksums.items() if name in looked and looked[name] == [checksum, *_look(folder / name)]}  # fmt: skip
    others = [name for name in checksums if name not in same]

    def is_unaltered(name: str) -> bool:
        path = folder / name
        return path.is_file() and sha256_of(path) == checksums[name]

    # most of the time is reading and checksums, and for both Python lets other threads go on
    with ThreadPoolExecutor() as threads:
        found = threads.map(is_unaltered, others)
        return same.union(name for name, is_same in zip(others, found, strict=True) if is_same)


def remember(known: Path, folder: Path, checksums: Mapping[str, str]) -> None:
    """Keep how files look that have just been made.

    Args:
        known: the list.
        folder: where they lie.
        checksums: of all their bytes, by path.
    """
    looks = {name: [checksum, *_look(folder / name)] for name, checksum in checksums.items()}
    write_text(known, json.dumps(looks, ensure_ascii=False))


def _look(path: Path) -> list[int]:
    """Size and time of change: whoever works on a file changes them."""
    try:
        facts = path.stat()
    except OSError:
        return []
    return [facts.st_size, facts.st_mtime_ns]

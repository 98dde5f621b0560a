"""Collections: the folders at the first level of the inbox, usually one for each fiscal year.

Belongs here: which there are, and whether anything in them has changed, by a look that opens no file.
Does not belong here: starting runs (defs.collections), reading files (lake).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.lake.inbox import Receipt, is_folder_behind_link, is_left_out
from orchestration.season.columns import TABLES

#: Files that lie in no folder of the inbox.
TOP = "."
#: What Dagster allows in no partition key.
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f]|\.\.\.")


def key_of(collection: str) -> str:
    """The partition of a collection."""
    text = os.fsencode(collection).decode("utf-8", "replace") if collection else TOP
    return _FORBIDDEN.sub("_", text)


def collection_of(receipt: Receipt) -> str:
    """The partition that a received file belongs to."""
    return key_of(receipt.collection)


def states(root: Path) -> dict[str, str]:
    """A digest of every collection that holds a file: names, sizes and times, not contents."""
    digests: dict[str, list[str]] = {}
    for path, facts in _files(root):
        inner = path.relative_to(root)
        key = key_of(inner.parts[0] if len(inner.parts) > 1 else "")
        line = f"{os.fsencode(inner).hex()} {facts.st_size} {facts.st_mtime_ns}"
        digests.setdefault(key, []).append(line)
    return {key: _digest(lines) for key, lines in sorted(digests.items())}


def season_state(folder: Path) -> str | None:
    """A digest of the tables that people keep; nothing when there are none."""
    lines = []
    for table in TABLES:
        try:
            facts = (folder / f"{table.name}.csv").stat()
        except OSError:
            continue
        lines.append(f"{table.name} {facts.st_size} {facts.st_mtime_ns}")
    return _digest(lines) if lines else None


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if is_left_out(entry.name) or is_folder_behind_link(entry):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder / entry.name)
            else:
                yield folder / entry.name, entry.stat(follow_symlinks=False)
        except OSError:  # gone meanwhile
            continue


@dataclass(slots=True)
class Watch:
    """What a watcher remembers from one look to the next."""

    seen: dict[str, str] = field(default_factory=dict)  # at the last look
    asked: dict[str, str] = field(default_factory=dict)  # when a run was last asked for

    def look(self, now: dict[str, str]) -> dict[str, str]:
        """Collections whose files are complete (the same at two looks) and have not been asked for.

        No clock is asked: a file that is still being written differs from look to look.
        """
        ready = {
            key: state
            for key, state in now.items()
            if self.seen.get(key) == state and self.asked.get(key) != state
        }
        self.seen = dict(now)
        self.asked |= ready
        return ready

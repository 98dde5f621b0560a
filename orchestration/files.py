"""Writing files so that a crash leaves the old content or the new one, never half of it.

Belongs here: atomic replacement of files and folders, flushing to disk, checksums.
Does not belong here: what the files contain.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def flush_file(path: Path) -> None:
    """Make the bytes of a file survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(path: Path) -> None:
    """Make the names in a folder survive a power cut."""
    flush_file(path)


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a temporary path to write; on leaving without error it becomes ``path`` in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        flush_file(temporary)
        os.replace(temporary, path)  # noqa: PTH105 - the atomic call, by the name people look for
        flush_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Replace a text file atomically."""
    with replaced(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def write_json(path: Path, value: Any) -> None:
    """Replace a JSON file atomically."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def read_json(path: Path, default: Any) -> Any:
    """The content of a JSON file; the default when it is absent or not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return default


def sha256_of(path: Path) -> str:
    """Checksum of a file, read in pieces so that its size does not matter."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

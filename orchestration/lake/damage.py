"""Files of the lake that cannot be read any more: moved aside, so that what they held is read again.

Belongs here: finding damaged batches and states, and the way back.
Does not belong here: writing batches (batches) and merging receipts (state). Nothing is deleted: what is moved
aside stays in ``lake/damaged`` until somebody throws it away.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.files import flush_folder
from orchestration.lake.arrow import read_rows
from orchestration.lake.batches import batch_folders

_DAMAGE = (pa.ArrowException, OSError)
_MOVED = (
    "数据湖的一批文件损坏（{0}），已移到 lake/damaged；请再运行一次，其中的报告会重新读取。"
    " / A damaged batch of the lake was moved aside; run again: its reports are read anew."
)


def set_aside_damaged(lake: Path, *, thorough: bool = False) -> list[str]:
    """Move damaged batches out of the lake; their names. Needs the lock of the home.

    Args:
        lake: the lake.
        thorough: read every page, not only the ends of the files; only when something could not be read.
    """
    damaged = [folder for folder in batch_folders(lake) if not _is_sound(folder, thorough=thorough)]
    for folder in damaged:
        _move_aside(lake, folder)
    return [folder.name for folder in damaged]


def damage_behind_failure(lake: Path) -> list[str]:
    """After a step or a gate has failed: what was damaged and is now moved aside, in words; nothing when the fault is another."""
    return [_MOVED.format(name) for name in set_aside_damaged(lake, thorough=True)]


def _is_sound(folder: Path, *, thorough: bool) -> bool:
    files = sorted(folder.glob("*.parquet"))
    return "contents.parquet" in {file.name for file in files} and all(
        _is_readable(file, thorough=thorough) for file in files
    )


def _is_readable(path: Path, *, thorough: bool) -> bool:
    try:
        if thorough:
            pq.read_table(path, page_checksum_verification=True).validate(full=True)
        else:
            pq.read_metadata(path)
    except _DAMAGE:
        return False
    return True


def _move_aside(lake: Path, path: Path) -> None:
    folder = lake / "damaged"
    folder.mkdir(exist_ok=True)
    target = folder / path.name
    number = 0
    while target.exists():
        number += 1
        target = folder / f"{path.name}.{number}"
    path.rename(target)
    flush_folder(folder)


def previous_path(path: Path) -> Path:
    """The state of the run before."""
    return path.with_name(f"{path.stem}.previous{path.suffix}")


def read_state(path: Path) -> list[dict[str, Any]]:
    """Rows of a state, or those of the run before where it is damaged; receipts since then are found again."""
    for candidate in (path, previous_path(path)):
        try:
            return read_rows(candidate)
        except _DAMAGE:
            _move_aside(path.parent, candidate)
    return []


def keep_previous(path: Path) -> None:
    """Keep the state as it is now beside the one that is about to be written."""
    if not path.exists():
        return
    previous = previous_path(path)
    temporary = previous.with_name(f".{previous.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    os.link(path, temporary)
    temporary.replace(previous)

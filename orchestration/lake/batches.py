"""Immutable folders of what was read: one batch is there with all its tables, or not at all.

Belongs here: writing and listing ``lake/extracts/<batch_id>``.
Does not belong here: which documents are current (state) and how they are read (pool).
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from orchestration.files import flush_folder
from orchestration.lake.arrow import BATCH_TABLES, Row, column_names, read_rows, write_rows
from orchestration.lake.worker import Rows

_UNFINISHED = ".writing-"


def extracts_folder(lake: Path) -> Path:
    """The folder that holds the batches."""
    return lake / "extracts"


def batch_folders(lake: Path) -> list[Path]:
    """Finished batches, oldest first."""
    folder = extracts_folder(lake)
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def write_batch(lake: Path, documents: Sequence[Rows], batch_id: str | None = None) -> Path:
    """Write what was read from some documents as a new batch.

    Args:
        lake: the lake.
        documents: what was read.
        batch_id: its name, where several may write the same batch; then the first that is done stays.
    """
    unique = uuid.uuid4().hex[:8]
    name = batch_id or f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{unique}"
    target = extracts_folder(lake) / name
    unfinished = target.with_name(f"{_UNFINISHED}{name}.{unique}")
    unfinished.mkdir(parents=True)
    for table in BATCH_TABLES:
        rows: Iterator[Row] = (row for document in documents for row in document.get(table.name, ()))
        write_rows(unfinished / f"{table.name}.parquet", table, rows)
    flush_folder(unfinished)
    try:
        os.rename(unfinished, target)  # noqa: PTH104 - atomic: from here on the batch exists
    except OSError:
        if batch_id is None or not target.is_dir():
            raise
        shutil.rmtree(unfinished)
    flush_folder(target.parent)
    return target


def is_written(lake: Path, batch_id: str) -> bool:
    """Whether a batch of that name is there."""
    return (extracts_folder(lake) / batch_id).is_dir()


def written_since(lake: Path, stamp: str) -> list[str]:
    """Names of the batches that begin with a stamp."""
    return [path.name for path in extracts_folder(lake).glob(f"{stamp}-*")]


def ensure_batch_with_all_columns(lake: Path) -> None:
    """Write an empty batch when there is none, or none with the columns of today: then every lake can be queried.

    A lake of an earlier version keeps what it has; where nothing of it was to be read again, its columns would be missing.
    """
    folders = batch_folders(lake)
    if not folders or not _has_all_columns(folders[-1]):
        write_batch(lake, [])


def _has_all_columns(folder: Path) -> bool:
    for table in BATCH_TABLES:
        file = folder / f"{table.name}.parquet"
        if not file.is_file() or not set(table.column_names) <= set(column_names(file)):
            return False
    return True


def remove_unfinished(lake: Path) -> int:
    """Delete what a killed run left half written; call it only while holding the lock of the home."""
    folder = extracts_folder(lake)
    leftovers = list(folder.glob(_UNFINISHED + "*")) if folder.is_dir() else []
    for path in leftovers:
        shutil.rmtree(path)
    return len(leftovers)


def read_contents(lake: Path, beside: Collection[Path] = ()) -> Iterator[dict[str, Any]]:
    """The content rows of all batches but some, oldest batch first."""
    for folder in batch_folders(lake):
        if folder not in beside:
            yield from read_rows(folder / "contents.parquet")

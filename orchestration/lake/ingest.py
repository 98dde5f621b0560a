"""From an inbox folder to the lake: read what is new, keep everything.

Belongs here: the order of the steps and what is read again.
Does not belong here: the steps themselves (inbox, pool, batches, state).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestration.lake import batches, state
from orchestration.lake.damage import set_aside_damaged
from orchestration.lake.inbox import ChecksumCache, Receipt, Scan, scan
from orchestration.lake.pool import DEFAULT_LIMITS, Limits, read_all
from orchestration.lake.quarantine import TRANSIENT
from orchestration.lake.worker import DEFAULT_READER, Rows

# A batch is written after so many documents or seconds, so that a killed run loses little.
BATCH_DOCUMENTS = 200
BATCH_SECONDS = 30.0

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one ingestion did."""

    documents: list[dict[str, Any]]  # of this inbox
    read: int  # documents read now
    kept: int  # documents read before
    skipped: int  # hidden and temporary files

    @property
    def by_status(self) -> dict[str, int]:
        """How many received files have each status."""
        return dict(Counter(row["status"] for row in self.documents))


@dataclass(frozen=True, slots=True)
class Work:
    """Documents that are to be read into new batches of a lake, and how."""

    lake: Path
    receipts: Sequence[Receipt]
    extractor_version: str
    limits: Limits
    reader: str
    #: processes of this machine; as many as it has cores where none are named
    workers: int | None


#: How documents are read into batches: on this machine, or on a cluster (orchestration.engines).
Reading = Callable[[Work, Progress], None]


def _silent(done: int, total: int) -> None:
    """Nobody listens."""
    del done, total


def scan_inbox(root: Path, lake: Path) -> Scan:
    """What lies in the inbox now."""
    lake.mkdir(parents=True, exist_ok=True)
    return scan(root, ChecksumCache(lake / "checksums.json"))


def known_contents(
    lake: Path, extractor_version: str, beside: Collection[Path] = ()
) -> dict[str, dict[str, Any]]:
    """What this extractor version has read, by document; a later batch replaces an earlier failure.

    Args:
        lake: the lake.
        extractor_version: the current one.
        beside: batches that are left out.
    """
    return {
        row["document_id"]: row
        for row in batches.read_contents(lake, beside)
        if row["extractor_version"] == extractor_version
    }


def unread(receipts: Sequence[Receipt], known: dict[str, dict[str, Any]]) -> list[Receipt]:
    """One receipt of each document that this extractor version has not read, in a stable order."""
    waiting: dict[str, Receipt] = {}
    for receipt in receipts:
        row = known.get(receipt.document_id)
        if receipt.problem is None and (row is None or row["error_code"] in TRANSIENT):
            waiting.setdefault(receipt.document_id, receipt)
    return list(waiting.values())


def _still_read(lake: Path) -> set[tuple[str, str]]:
    """All readings that are there, of every extractor version."""
    return {(row["document_id"], row["extractor_version"]) for row in batches.read_contents(lake)}


def read_here(work: Work, progress: Progress) -> None:
    """Read documents into new batches of the lake, in worker processes of this machine."""
    pending: list[Rows] = []
    written_at = time.monotonic()
    found = read_all(
        work.receipts, work.extractor_version, workers=work.workers, limits=work.limits, reader=work.reader
    )
    for done, rows in enumerate(found, start=1):
        pending.append(rows)
        progress(done, len(work.receipts))
        if len(pending) >= BATCH_DOCUMENTS or time.monotonic() - written_at > BATCH_SECONDS:
            batches.write_batch(work.lake, pending)
            pending, written_at = [], time.monotonic()
    if pending:
        batches.write_batch(work.lake, pending)


def ingest(
    lake: Path,
    found: Scan,
    extractor_version: str,
    *,
    workers: int | None = None,
    limits: Limits = DEFAULT_LIMITS,
    reader: str = DEFAULT_READER,
    progress: Progress | None = None,
    read: Reading = read_here,
) -> Ingested:
    """Read new documents into batches, then bring the state up to date. Needs the lock of the home."""
    batches.remove_unfinished(lake)
    damaged = set_aside_damaged(lake)
    before = batches.batch_folders(lake)
    known = known_contents(lake, extractor_version)
    waiting = unread(found.receipts, known)
    tell = progress or _silent
    tell(0, len(waiting))
    read(Work(lake, waiting, extractor_version, limits, reader, workers), tell)
    batches.remove_unfinished(lake)  # of a worker of a cluster that died while it wrote
    batches.ensure_batch_with_all_columns(lake)
    contents = known | known_contents(lake, extractor_version, beside=before)
    documents = state.save_state(
        lake,
        found,
        contents,
        extractor_version,
        still_read=_still_read(lake) if damaged or (lake / "damaged").exists() else None,
    )
    return Ingested(
        documents=[row for row in documents if row["root"] == found.root],
        read=len(waiting),
        kept=len({receipt.document_id for receipt in found.receipts}) - len(waiting),
        skipped=found.skipped,
    )

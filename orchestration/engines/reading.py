"""Extraction as a map over files: one chunk of documents is one task and one batch of the lake.

Belongs here: cutting into chunks, the task, and how far it is. Does not belong here: reading a document; the task
starts the same isolated worker process, with the same limits, as on one machine (lake.pool).

A task may run twice, because an executor died or because its answer was lost. Its batch has a name of its own and is
there whole or not at all, so the second run finds it and does nothing.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]

from extraction.version import EXTRACTOR_VERSION
from orchestration.lake import batches
from orchestration.lake.inbox import Receipt
from orchestration.lake.ingest import BATCH_DOCUMENTS, Progress, Work
from orchestration.lake.pool import read_all

#: Few documents are still spread over a cluster: about so many chunks, of at least so many documents.
_CHUNKS, _LEAST = 16, 10
_POLL_SECONDS = 1.0


class ClusterError(Exception):
    """The cluster did not do what was asked; the message says what to do."""


def read_on_cluster(session: SparkSession, work: Work, progress: Progress) -> None:
    """Read documents into new batches of the lake.

    Raises:
        ClusterError: when the workers have another version of jihe.
    """
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    chunks = chunked(work.receipts)
    rows = [
        (
            f"{stamp}-{number:06d}",
            pickle.dumps((list(chunk), work.extractor_version, work.limits, work.reader)),
        )
        for number, chunk in enumerate(chunks)
    ]
    tasks = session.createDataFrame(rows, "batch_id string, work binary").repartition(len(rows))
    answers = tasks.mapInArrow(_task(str(work.lake)), "batch_id string, version string")
    found = _collected(answers, work.lake, stamp, [len(chunk) for chunk in chunks], progress)
    foreign = {row["version"] for row in found} - {EXTRACTOR_VERSION}
    if foreign:
        raise ClusterError(
            f"集群上的 jihe 版本（{', '.join(sorted(foreign))}）与本机（{EXTRACTOR_VERSION}）不同，请统一版本。"
            " / The workers have another version of jihe than this machine; install the same everywhere."
        )


def chunked(receipts: Sequence[Receipt]) -> list[Sequence[Receipt]]:
    """Receipts in chunks that are worth a task each and fill a batch at most."""
    size = max(_LEAST, min(BATCH_DOCUMENTS, -(-len(receipts) // _CHUNKS)))
    return [receipts[start : start + size] for start in range(0, len(receipts), size)]


def read_chunk(lake: Path, batch_id: str, work: bytes) -> str:
    """Read one chunk into its batch, unless it is there; the version of the extractor that is installed here."""
    receipts, version, limits, reader = pickle.loads(work)  # noqa: S301 - written by read_on_cluster
    if version == EXTRACTOR_VERSION and not batches.is_written(lake, batch_id):
        # the cluster runs one task for each of its cores
        rows = list(read_all(receipts, version, workers=1, limits=limits, reader=reader))
        batches.write_batch(lake, rows, batch_id)
    return EXTRACTOR_VERSION


def _task(lake: str):  # type: ignore[no-untyped-def]
    def run(given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in given:
            for row in batch.to_pylist():
                version = read_chunk(Path(lake), row["batch_id"], row["work"])
                yield pa.RecordBatch.from_pylist([{"batch_id": row["batch_id"], "version": version}])

    return run


def _collected(answers, lake: Path, stamp: str, sizes: Sequence[int], progress: Progress):  # type: ignore[no-untyped-def]
    """The answers of all tasks; meanwhile the batches that appear in the lake tell how far it is."""
    outcome: list[object] = []

    def collect() -> None:
        try:
            outcome.append(answers.collect())
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits
            outcome.append(error)

    waiting = threading.Thread(target=collect, daemon=True)
    waiting.start()
    while waiting.is_alive():
        waiting.join(_POLL_SECONDS)
        written = batches.written_since(lake, stamp)
        progress(sum(sizes[int(name.rsplit("-", 1)[1])] for name in written), sum(sizes))
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    progress(sum(sizes), sum(sizes))
    return outcome[0]

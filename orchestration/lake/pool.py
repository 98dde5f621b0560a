"""A pool of worker processes in which one bad document costs one row and nothing more.

Belongs here: starting, timing and replacing workers; turning their failures into quarantined rows.
Does not belong here: what the workers do (worker) and where rows go (batches). The standard pools
cannot say which task killed a worker; this one gives each worker one document at a time.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from orchestration.lake import worker
from orchestration.lake.failures import WorkerFailedError
from orchestration.lake.inbox import Receipt
from orchestration.lake.quarantine import in_megabytes, quarantined
from orchestration.paths import REPOSITORY

#: Documents that a worker may be ahead of whoever takes them.
_AHEAD = 4
#: How often a worker that is ahead looks whether it is still wanted.
_LOOK_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; ``seconds`` hold for each page of a scan."""

    seconds: float = 120.0
    size_bytes: int = 50_000_000


def limits_from(environment: Mapping[str, str]) -> Limits:
    """The limits, where ``JIHE_LIMIT_SECONDS`` and ``JIHE_LIMIT_FILE_MB`` do not set others."""
    usual = Limits()
    return Limits(
        float(environment.get("JIHE_LIMIT_SECONDS", usual.seconds)),
        int(float(environment.get("JIHE_LIMIT_FILE_MB", usual.size_bytes / 1_000_000)) * 1_000_000),
    )


DEFAULT_LIMITS = limits_from(os.environ)


class Worker:
    """One worker process, replaced after it failed."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Send one request and wait for its answer.

        Args:
            request: what is to be read.
            seconds: how long a file may take; a scan, each of its pages.

        Raises:
            WorkerFailedError: when the worker died or was too slow; the next call starts a new one.
        """
        process = self._running()
        assert process.stdin is not None and process.stdout is not None  # noqa: S101 - both are pipes
        answer: dict[str, Any] = {worker.STILL_READING: True}
        try:
            worker.send(process.stdin, request)  # type: ignore[arg-type]
            while worker.STILL_READING in answer:
                answer = _next_message(process.stdout.fileno(), time.monotonic() + seconds)
        except (OSError, WorkerFailedError) as error:
            self.stop()
            raise (
                error if isinstance(error, WorkerFailedError) else WorkerFailedError("worker_crashed")
            ) from error
        if answer.get("problem") == "out_of_memory":
            self.stop()  # what is left of that process cannot be trusted
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            path = os.pathsep.join(filter(None, (str(REPOSITORY), os.environ.get("PYTHONPATH"))))
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-m", "orchestration.lake.worker", self._reader],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
                start_new_session=True,  # Ctrl+C reaches the parent alone, which then stops its workers
            )
        return self._process

    def stop(self) -> None:
        """End the process, however busy."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):  # the request that it did not take
                        pipe.close()
            self._process = None


def _next_message(descriptor: int, deadline: float) -> dict[str, Any]:
    header = _read_exactly(descriptor, 8, deadline)
    body = _read_exactly(descriptor, worker.message_length(header), deadline)
    message: dict[str, Any] = pickle.loads(body)  # noqa: S301 - written by our own worker
    return message


def _read_exactly(descriptor: int, length: int, deadline: float) -> bytes:
    pieces: list[bytes] = []
    missing = length
    while missing:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            raise WorkerFailedError("timeout")
        piece = os.read(descriptor, min(missing, 1 << 20))
        if not piece:
            raise WorkerFailedError("worker_crashed")
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


def read_all(
    receipts: Sequence[Receipt],
    extractor_version: str,
    *,
    workers: int | None = None,
    limits: Limits = DEFAULT_LIMITS,
    reader: str = worker.DEFAULT_READER,
) -> Iterator[worker.Rows]:
    """Read documents in parallel; rows come in the order in which documents are finished."""
    tasks: queue.SimpleQueue[Receipt | None] = queue.SimpleQueue()
    count = max(1, min(workers or os.cpu_count() or 1, len(receipts)))
    # Whoever takes the rows sets the pace: what is read and not yet written must not grow with the inbox.
    results: queue.Queue[worker.Rows | BaseException] = queue.Queue(maxsize=_AHEAD * count)
    for item in (*receipts, *[None] * count):
        tasks.put(item)
    stopping = threading.Event()

    def give(result: worker.Rows | BaseException) -> None:
        while not stopping.is_set():
            with contextlib.suppress(queue.Full):
                results.put(result, timeout=_LOOK_SECONDS)
                return

    def serve() -> None:
        one = Worker(reader)
        try:
            while (receipt := tasks.get()) is not None and not stopping.is_set():
                give(_read_one(one, receipt, extractor_version, limits))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits
            give(error)
        finally:
            one.stop()

    threads = [threading.Thread(target=serve, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    try:
        for _ in receipts:
            result = results.get()
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        stopping.set()


def _read_one(one: Worker, receipt: Receipt, version: str, limits: Limits) -> worker.Rows:
    def failed(code: str, **facts: object) -> worker.Rows:
        return {"contents": [quarantined(receipt.document_id, version, code, **facts)]}

    if receipt.size_bytes > limits.size_bytes:
        return failed(
            "too_large", size=in_megabytes(receipt.size_bytes), limit=in_megabytes(limits.size_bytes)
        )
    request = {
        "path": os.fsencode(receipt.path),
        "file_name": receipt.file_name,
        "document_id": receipt.document_id,
    }
    try:
        answer = one.ask(request, limits.seconds)
    except WorkerFailedError as error:
        return failed(error.code, limit=f"{limits.seconds:g}")
    if "problem" in answer:
        return failed(answer["problem"], **answer.get("facts", {}))
    rows: worker.Rows = answer["rows"]
    return rows

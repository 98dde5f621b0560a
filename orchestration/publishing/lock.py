"""One writer at a time in a home.

Belongs here: the lock file and who holds it.
Does not belong here: what is done under it. The lock is the operating system's: it ends with the
process that holds it, so a killed run leaves nothing to clean up.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from orchestration.paths import Home


class HomeBusyError(Exception):
    """Another process writes in this home."""

    def __init__(self, home: Home, holder: dict[str, object]) -> None:
        self.home = home
        self.holder = holder
        pid, since = holder.get("pid", "?"), holder.get("since", "?")
        super().__init__(
            f"{home.path} 正被进程 {pid} 使用（自 {since}）。 / In use by process {pid} since {since}."
        )


@contextmanager
def locked(
    home: Home, *, wait_seconds: float = 0.0, on_wait: Callable[[HomeBusyError], None] | None = None
) -> Iterator[None]:
    """Hold the lock of a home.

    Args:
        home: the home to write in.
        wait_seconds: how long to wait for another process to finish.
        on_wait: told once, when waiting begins.

    Raises:
        HomeBusyError: when the other process did not finish in time.
    """
    home.path.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(home.lock, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(descriptor, home, wait_seconds, on_wait)
        os.ftruncate(descriptor, 0)
        note = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        os.pwrite(descriptor, json.dumps(note).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _acquire(
    descriptor: int, home: Home, wait_seconds: float, on_wait: Callable[[HomeBusyError], None] | None
) -> None:
    deadline = time.monotonic() + wait_seconds
    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            busy = HomeBusyError(home, _holder(descriptor))
            if time.monotonic() >= deadline:
                raise busy from None
            if on_wait and not told:
                on_wait(busy)
                told = True
            time.sleep(0.2)
        else:
            return


def _holder(descriptor: int) -> dict[str, object]:
    try:
        holder: dict[str, object] = json.loads(os.pread(descriptor, 1000, 0))
    except ValueError:
        return {}
    return holder

"""How far a run has come, told to whoever listens in this process.

Belongs here: the one channel from assets to the progress bar of ``jihe run``.
Does not belong here: how progress is shown. Without a listener (Dagster's UI, tests) nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str, int, int], None]

# In the order of the pipeline; the names are those that `jihe run` prints.
STAGES: tuple[str, ...] = ("scan", "extract", "lake", "dbt", "expectations", "findings", "publish")

_listeners: list[Listener] = []


def report(stage: str, done: int = 0, total: int = 0) -> None:
    """Say that a stage has begun or how many of its parts are done."""
    for listener in _listeners:
        listener(stage, done, total)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Send progress to a listener while the block runs."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)

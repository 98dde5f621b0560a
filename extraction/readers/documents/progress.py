"""Tells whoever waits for a slow reader that it is still at work.

Belongs here: one listener of this process. Recognising a page takes seconds, and a scan may have a hundred pages.
Does not belong here: how long anybody waits (``orchestration.lake.pool``).
"""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def listen(listener: Callable[[], None]) -> None:
    """Call ``listener`` from now on whenever a reader gets on; it replaces the one before it."""
    _listeners[:] = [listener]


def got_on() -> None:
    """A piece of work that took seconds is done."""
    for listener in _listeners:
        listener()

"""Ctrl+C where it would be lost or tell the wrong thing: while libraries load, and in processes that help a run.

Belongs here: holding the signal back. Does not belong here: what a command says when it was interrupted (``commands``).
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def held() -> Iterator[None]:
    """Ctrl+C during the block is raised at its end: inside an import a library may swallow it, and the run would go on.

    For the main thread. Where Ctrl+C is ignored, as behind ``nohup``, it stays so.
    """
    pressed = False

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True

    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
    if pressed:
        raise KeyboardInterrupt


@contextmanager
def not_for_helpers() -> Iterator[None]:
    """Processes started in the block never see Ctrl+C, which a terminal sends to all of a command; the first one ends them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

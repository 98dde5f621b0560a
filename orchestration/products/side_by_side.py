"""Work done in several processes at once, for what one processor would take minutes for.

Belongs here: starting the processes, giving them parts, ending them when their parent ends.
Does not belong here: the work (site.make, products.produce). Reading documents has a pool of its own (lake.pool), for
a bad document may kill its process.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")


def side_by_side(
    work: Callable[[Part], Result], parts: Sequence[Part], workers: int | None = None
) -> Iterator[Result]:
    """The result of each part, in the order of the parts.

    Args:
        work: a function of a module; it runs in processes of their own when there are several parts.
        parts: what it is given, one at a time; the longest first keeps all processes busy.
        workers: how many processes; as many as processors by itself.

    Raises:
        Exception: what ``work`` raised first; parts that nobody has begun are dropped.
    """
    count = min(workers or os.cpu_count() or 1, len(parts))
    if count <= 1:
        yield from map(work, parts)
        return
    # Spawned, not forked: a fork of a process with open databases and threads may hang.
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        try:
            yield from pool.map(work, parts)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def end_with_parent() -> None:
    """For a process that works for another one. A killed run leaves no process behind: the pool itself would wait for ever."""
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()

"""A second process of a run: it loads Great Expectations while the first one loads Dagster, and works while that one works.

Belongs here: starting it, giving it work, doing the work here where there is no such process or it was killed.
Does not belong here: the work (warehouse.judging, products.produce). Parts of one piece of work that keep all processors busy
have processes of their own (products.side_by_side).
"""

from __future__ import annotations

import atexit
import gc
import importlib
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from orchestration.interrupts import not_for_helpers
from orchestration.products.side_by_side import end_with_parent

P = ParamSpec("P")
Result = TypeVar("Result")

#: Objects, then collections of the younger ones: what a run makes by the million is tables, and those hold no cycles.
COLLECT_AFTER = (50_000, 20, 20)
_running: list[ProcessPoolExecutor] = []


@contextmanager
def second_process(modules: Sequence[str] = ()) -> Iterator[None]:
    """Have a second process while the block runs.

    Args:
        modules: what it loads at once.
    """
    # Spawned, not forked: a fork of a process with threads may hang.
    with ProcessPoolExecutor(1, get_context("spawn"), _start, (tuple(modules),)) as pool:
        with not_for_helpers():
            pool.submit(int)  # it starts with the first work that it is given
        _running.append(pool)
        try:
            yield
        finally:
            _running.remove(pool)
            pool.shutdown(wait=False, cancel_futures=True)


def begin(work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Callable[[], Result]:
    """Begin some work in the second process; what is returned waits for its result.

    Without such a process the work is done here when its result is asked for, and again when that process was killed.

    Args:
        work: a function of a module, which may be done twice.
        args: what it is given.
        kwargs: likewise.
    """

    def here() -> Result:
        return work(*args, **kwargs)

    if not _running:
        return here
    try:
        begun = _running[-1].submit(work, *args, **kwargs)
    except BrokenProcessPool:
        return here

    def there() -> Result:
        try:
            return begun.result()
        except BrokenProcessPool:
            return here()

    return there


def _start(modules: Sequence[str]) -> None:
    end_with_parent()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in modules:
            importlib.import_module(name)
    gc.freeze()  # what is loaded now stays until the end
    atexit.register(gc.unfreeze)  # or DuckDB complains then that nothing of it was freed
    gc.set_threshold(*COLLECT_AFTER)

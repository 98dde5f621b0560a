"""Which failures are worth another try: those that pass by themselves.

Belongs here: telling them apart, and the pause before the next try.
Does not belong here: what the steps do. A wrong file or a fault of ours is never tried twice.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
import duckdb

_PASSING = frozenset(
    {
        errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM,
        errno.ESTALE, errno.ETIMEDOUT, errno.ETXTBSY, errno.EHOSTDOWN, errno.ENETDOWN, errno.ENETUNREACH,
    }
)  # fmt: skip
TRIES = 3
FIRST_PAUSE_SECONDS = 5


def can_pass(error: BaseException) -> bool:
    """Whether the cause may be gone in a moment: a busy file, a share that does not answer, too many open files.

    A full disk does not pass by itself, and whoever can make room must hear of it at once.
    """
    if isinstance(error, OSError):
        return error.errno in _PASSING
    if isinstance(error, duckdb.IOException):
        return "lock" in str(error).lower()
    return False


@contextmanager
def retried(context: dg.AssetExecutionContext) -> Iterator[None]:
    """Ask Dagster for another try, after 5, 10 and 20 seconds, when the failure of the block can pass."""
    try:
        yield
    except Exception as error:
        if not can_pass(error):
            raise
        pause = FIRST_PAUSE_SECONDS * 2**context.op_execution_context.retry_number
        context.log.warning(f"再试一次 / another try in {pause} s: {error}")
        raise dg.RetryRequested(max_retries=TRIES, seconds_to_wait=pause) from error

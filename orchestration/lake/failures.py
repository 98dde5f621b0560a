"""How a worker process failed; nothing else belongs here, so that commands can name it without starting any."""

from __future__ import annotations


class WorkerFailedError(Exception):
    """A worker gave no answer; ``code`` is a key of ``quarantine.MESSAGES``, ``facts`` fill its message."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

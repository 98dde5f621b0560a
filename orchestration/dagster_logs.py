"""Dagster's copies of what steps print, kept by helpers that Ctrl+C does not reach.

Belongs here: how those helpers are started. Does not belong here: what steps print.
A terminal sends Ctrl+C to all processes of a command; Dagster's helpers would answer with tracebacks of their own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from dagster._core.storage.compute_log_manager import CapturedLogContext
from dagster._core.storage.local_compute_log_manager import LocalComputeLogManager
from dagster._serdes import ConfigurableClassData

from orchestration.interrupts import not_for_helpers


class UndisturbedLogs(LocalComputeLogManager):
    """The same files as Dagster's own, below its home."""

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Any) -> UndisturbedLogs:
        """Made by Dagster from ``dagster.yaml``; a relative folder is one of its home."""
        folder = Path(os.environ.get("DAGSTER_HOME", "")) / config_value["base_dir"]
        return cls(inst_data=inst_data, **{**config_value, "base_dir": str(folder)})

    @contextmanager
    def capture_logs(self, log_key: Sequence[str]) -> Iterator[CapturedLogContext]:
        """Start the helpers so that Ctrl+C does not reach them; they end when they are told to."""
        with ExitStack() as helpers:
            with not_for_helpers():
                context = helpers.enter_context(super().capture_logs(log_key))
            yield context

"""dbt in this process: seven times cheaper than a subprocess for a project of this size.

Belongs here: calling dbt and giving back what it says of each node.
Does not belong here: Dagster events (defs.transformation) and which models are chosen.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestration.paths import DBT_PROJECT, Home
from orchestration.warehouse.environment import environment

Progress = Callable[[int, int], None]


class DbtError(Exception):
    """dbt could not do its work; the message is dbt's own, node by node."""


@dataclass(frozen=True, slots=True)
class NodeResult:
    """What became of one model, seed or test."""

    unique_id: str
    kind: str
    status: str  # success, pass, warn, fail, error, skipped
    seconds: float
    failures: int
    message: str

    @property
    def is_failure(self) -> bool:
        """Whether the node must stop the build."""
        return self.status in ("error", "fail", "runtime error")


def run_dbt(
    home: Home,
    arguments: Sequence[str],
    variables: Mapping[str, str],
    progress: Progress | None = None,
    target: str | None = None,
) -> list[NodeResult]:
    """Run one dbt command.

    Args:
        home: the working home.
        arguments: the command and what it selects.
        variables: what dbt is told about the run.
        progress: called for each node that begins.
        target: an output of profiles.yml other than the usual one; dbt keeps what it parsed for each apart.

    Raises:
        DbtError: when dbt itself fails; failing nodes are returned, not raised.
    """
    from dbt.cli.main import dbtRunner

    home.dbt.mkdir(parents=True, exist_ok=True)
    options = [
        *("--project-dir", str(DBT_PROJECT), "--profiles-dir", str(DBT_PROJECT)),
        *("--target-path", str(_target_path(home, target)), "--log-path", str(home.dbt / "logs")),
        *("--log-level", "none", "--log-level-file", "warn", "--no-send-anonymous-usage-stats"),
    ]
    options += ["--target", target] if target else []
    # the manifest is written by parsing alone: twice in every call it would cost more than forty small models
    options += [] if target or arguments[0] == "parse" else ["--no-write-json"]
    callbacks = [_listener(progress)] if progress else []
    with environment(variables):
        try:
            answer = dbtRunner(callbacks=callbacks).invoke([*arguments, *options])
        finally:
            _close_connections()
    if answer.exception is not None:
        raise DbtError(str(answer.exception)) from answer.exception
    return [_node_result(item) for item in getattr(answer.result, "results", ())]


def manifest_path(home: Home, target: str | None = None) -> Path:
    """Where dbt leaves its manifest: of the usual target when it parses, of another one after each command."""
    return _target_path(home, target) / "manifest.json"


def _target_path(home: Home, target: str | None) -> Path:
    return home.dbt / (f"target-{target}" if target else "target")


def _listener(progress: Progress) -> Callable[[Any], None]:
    def listen(event: Any) -> None:
        if event.info.name == "LogStartLine":
            progress(event.data.index, event.data.total)

    return listen


def _node_result(item: Any) -> NodeResult:
    return NodeResult(
        unique_id=item.node.unique_id,
        kind=item.node.resource_type.value,
        status=item.status.value,
        seconds=round(item.execution_time, 3),
        failures=item.failures or 0,
        message=str(item.message or ""),
    )


def _close_connections() -> None:
    """Give the build's file back: dbt keeps its handle, and with it the lock, until the process ends."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    DuckDBConnectionManager.close_all_connections()
    gc.collect()

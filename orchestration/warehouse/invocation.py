"""One call of dbt in this process: seven times cheaper than a subprocess for a project of this size.

Belongs here: dbt's options, its environment and its connections.
Does not belong here: when the project is parsed (manifest), what a result means to us (runner).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orchestration.paths import DBT_PROJECT, Home
from orchestration.warehouse.environment import environment

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest


class DbtError(Exception):
    """dbt could not do its work; the message is dbt's own, node by node."""


def invoke(
    home: Home,
    arguments: Sequence[str],
    variables: Mapping[str, str],
    *,
    target: str | None = None,
    callback: Callable[[Any], None] | None = None,
    manifest: Manifest | None = None,
) -> Any:
    """Dbt's own answer to one command.

    Args:
        home: the working home.
        arguments: the command and what it selects.
        variables: what dbt is told about the run.
        target: an output of profiles.yml other than the usual one; dbt keeps what it parsed for each apart.
        callback: called with each of dbt's events.
        manifest: the parsed project; dbt parses by itself without.

    Raises:
        DbtError: when dbt itself fails.
    """
    from dbt.cli.main import dbtRunner

    home.dbt.mkdir(parents=True, exist_ok=True)
    options = [
        *("--project-dir", str(DBT_PROJECT), "--profiles-dir", str(DBT_PROJECT)),
        *("--target-path", str(target_path(home, target)), "--log-path", str(home.dbt / "logs")),
        *("--log-level", "none", "--log-level-file", "warn", "--no-send-anonymous-usage-stats"),
    ]
    options += ["--target", target] if target else []
    # the manifest is written by parsing alone: twice in every call it would cost more than forty small models
    options += [] if target or arguments[0] == "parse" else ["--no-write-json"]
    with environment(variables):
        try:
            runner = dbtRunner(manifest=manifest, callbacks=[callback] if callback else [])
            answer = runner.invoke([*arguments, *options])
        finally:
            _close_connections()
    if answer.exception is not None:
        raise DbtError(str(answer.exception)) from answer.exception
    return answer.result


def target_path(home: Home, target: str | None = None) -> Path:
    """The folder in which dbt leaves its manifest and what it parsed."""
    return home.dbt / (f"target-{target}" if target else "target")


def _close_connections() -> None:
    """Give the build's file back: dbt keeps its handle, and with it the lock, until the process ends."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    DuckDBConnectionManager.close_all_connections()
    gc.collect()

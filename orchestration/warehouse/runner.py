"""What dbt did: each node's result, of one command on the project as it was parsed.

Belongs here: dbt's results as ours.
Does not belong here: how dbt is called (invocation), Dagster events (defs.transformation) and which models are chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from orchestration.paths import Home
from orchestration.warehouse.invocation import invoke
from orchestration.warehouse.manifest import parsed

Progress = Callable[[int, int], None]


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
    callback = _listener(progress) if progress else None
    # names of a cluster's schemas are part of what is parsed: dbt sees to that itself
    manifest = None if target else parsed(home, variables)
    result = invoke(home, arguments, variables, target=target, callback=callback, manifest=manifest)
    return [_node_result(item) for item in getattr(result, "results", ())]


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

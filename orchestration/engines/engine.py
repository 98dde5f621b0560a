"""Where the work is done: on this machine, or on a Spark cluster. The only place that tells them apart.

Belongs here: the two duties of an engine, and which one a name means. Does not belong here: how either does
them (orchestration.lake, orchestration.warehouse; reading and warehouse of this package).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orchestration.lake.ingest import Progress, Work, read_here
from orchestration.paths import Home
from orchestration.publishing.builds import Build
from orchestration.warehouse.changed import Changed, changed
from orchestration.warehouse.environment import dbt_environment
from orchestration.warehouse.part import build_part
from orchestration.warehouse.runner import NodeResult, run_dbt

LOCAL = "local"
#: How the address of a Spark cluster begins: a server of Spark Connect, a standalone master, threads of this process.
CLUSTERS = ("sc://", "spark://", "local[")


class Engine(Protocol):
    """What a run asks of the place where it works."""

    def read(self, work: Work, progress: Progress) -> None:
        """Read documents into new batches of the lake."""

    def build(self, home: Home, build: Build, chosen: Sequence[str], progress: Progress) -> list[NodeResult]:
        """Build and test the chosen part of the dbt project into the working database."""

    def changed(self, home: Home, build: Build) -> Changed | None:
        """What a build may leave as it was published; none where it is made whole."""

    def build_part(self, home: Home, build: Build, changed: Changed, progress: Progress) -> list[NodeResult]:
        """Build the warehouse out of the published one and what has changed, and test it."""

    def finish(self, home: Home, build: Build) -> None:
        """Give back what the build took, its tables being in the working database."""


class Local:
    """A pool of worker processes and DuckDB."""

    read = staticmethod(read_here)

    def build(self, home: Home, build: Build, chosen: Sequence[str], progress: Progress) -> list[NodeResult]:
        """``dbt build`` on DuckDB; unit tests judge the SQL and no data, so they run with the tests of the project."""
        arguments = ["build", *chosen, "--exclude-resource-type", "unit_test"]
        return run_dbt(home, arguments, dbt_environment(home, build.root), progress=progress)

    changed = staticmethod(changed)
    build_part = staticmethod(build_part)

    def finish(self, home: Home, build: Build) -> None:
        """Nothing is left over."""


def engine_named(name: str) -> Engine:
    """The engine that a name or address means.

    Raises:
        ValueError: the name is none, or what it needs is not installed; the message says what to do.
    """
    if name in ("", LOCAL):
        return Local()
    if not name.startswith(CLUSTERS):
        raise ValueError(
            f"{name}：不认识的计算引擎。可用：local、sc://主机:端口、spark://主机:端口、local[核数]"
            " / unknown engine; use local, sc://host:port, spark://host:port or local[cores]"
        )
    try:
        from orchestration.engines.spark import Spark
    except ImportError as error:
        raise ValueError(
            f"使用 Spark 需要另装软件包（{error.name}）：pip install -r requirements-spark.lock"
            f" / Spark needs packages that are not installed ({error.name}): requirements-spark.lock"
        ) from error
    return Spark(name)

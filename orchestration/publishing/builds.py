"""Builds: one DuckDB file for each run, and beside it what became of it.

Belongs here: making, finding and pruning builds, and their manifests ``builds/<build_id>.json``.
Does not belong here: filling a build (dbt) and making it public (publish).
"""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from orchestration.files import read_json, write_json
from orchestration.paths import Home

KEEP_BUILDS = 5
#: For connections that write to a build: rows marked as deleted are left to warehouse.part, or DuckDB would write their tables anew.
LEAVE_DELETED = "set max_vacuum_tasks = 0"


@dataclass(slots=True)
class Build:
    """The manifest of one build."""

    build_id: str
    run_id: str
    root: str
    extractor_version: str
    created_at: str
    status: str = "building"  # then refused, or published; withdrawn after a rollback
    audited: bool = False  # every integrity expectation passed
    published_at: str | None = None
    problems: list[str] = field(default_factory=list)
    counts: dict[str, Any] = field(default_factory=dict)
    made_of: str | None = None  # checksum of everything but the inbox that its warehouse is made of
    base: str | None = None  # build from which rows of unchanged reports were taken
    whole_at: str | None = None  # when the last build was made of which nothing was taken over
    replaced: float = 0.0  # share of reports whose old rows still take room in the file; beyond one where reports were replaced again

    def database(self, home: Home) -> Path:
        """The DuckDB file."""
        return home.builds / f"{self.build_id}.duckdb"

    def folder(self, home: Home) -> Path:
        """What belongs to the build beside its tables: results of the expectations."""
        return home.builds / self.build_id

    def save(self, home: Home) -> None:
        """Write the manifest."""
        write_json(home.builds / f"{self.build_id}.json", asdict(self))


def working_database(home: Home) -> Path:
    """The file of the build that is being made; it gets its own name when it is finished or refused.

    One name for all runs, because dbt keeps what it parsed only while the path stays the same, and
    because its stem is the catalog's name.
    """
    return home.builds / "jihe.duckdb"


def part_database(home: Home) -> Path:
    """The file of reports that are made anew while the others stay as they were published."""
    return home.builds / ".part.tmp"


def keep(home: Home, build: Build) -> None:
    """Give the working file to a build whose run has ended."""
    working = working_database(home)
    if working.exists():
        working.rename(build.database(home))
    build.save(home)


def now() -> str:
    """The time as manifests write it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def new_build(home: Home, run_id: str, root: str, extractor_version: str) -> Build:
    """Begin a build; its file is made by dbt."""
    stamp = datetime.now(UTC)
    build = Build(
        build_id=f"{stamp:%Y%m%dT%H%M%S%f}-{run_id[:8]}",
        run_id=run_id,
        root=root,
        extractor_version=extractor_version,
        created_at=stamp.isoformat(timespec="microseconds"),
    )
    build.folder(home).mkdir(parents=True)
    build.save(home)
    return build


def builds(home: Home) -> list[Build]:
    """All builds, oldest first."""
    found = []
    for path in sorted(home.builds.glob("*.json")) if home.builds.is_dir() else []:
        values = read_json(path, None)
        if isinstance(values, dict):
            found.append(Build(**values))
    return found


def build_of_run(home: Home, run_id: str) -> Build | None:
    """The build that a run began."""
    return next((build for build in reversed(builds(home)) if build.run_id == run_id), None)


def find_build(home: Home, build_id: str) -> Build | None:
    """A build by its id or an unambiguous beginning of it."""
    matching = [build for build in builds(home) if build.build_id.startswith(build_id)]
    exact = [build for build in matching if build.build_id == build_id]
    return exact[0] if exact else matching[0] if len(matching) == 1 else None


def remove(home: Home, build: Build) -> None:
    """Delete a build; the manifest last, so that a crash in between leaves something to find it by."""
    database = build.database(home)
    database.unlink(missing_ok=True)
    database.with_name(database.name + ".wal").unlink(missing_ok=True)
    shutil.rmtree(build.folder(home), ignore_errors=True)
    (home.builds / f"{build.build_id}.json").unlink(missing_ok=True)


def abandon_unfinished(home: Home, published_id: str | None = None) -> list[str]:
    """Delete what killed runs left. Call it only while holding the lock: nobody else is building.

    A run killed right after it replaced the published file left its build marked as unfinished too;
    that one is kept, or there would be no way back to it later.
    """
    abandoned = []
    for build in builds(home):
        if build.status != "building":
            continue
        if build.build_id == published_id:
            build.status, build.audited, build.published_at = "published", True, now()
            build.save(home)
        else:
            remove(home, build)
            abandoned.append(build.build_id)
    working = working_database(home)
    for leftover in (working, working.with_name(working.name + ".wal")):
        leftover.unlink(missing_ok=True)
    for folder in (home.builds, home.published.parent, home.lake):
        for leftover in folder.glob(".*.tmp"):
            leftover.unlink(missing_ok=True)
    return abandoned


def prune(home: Home, keep: int = KEEP_BUILDS, protect: str | None = None) -> list[str]:
    """Delete the oldest finished builds but the newest ``keep`` of the good and of the refused ones."""
    removed = []
    for statuses in (("published", "withdrawn"), ("refused",)):
        finished = [build for build in builds(home) if build.status in statuses]
        for build in finished[: max(0, len(finished) - keep)]:
            if build.build_id != protect:
                remove(home, build)
                removed.append(build.build_id)
    return removed

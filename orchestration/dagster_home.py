"""Dagster's own home: its settings, its records, and runs whose process is gone.

Belongs here: ``dagster.yaml``, opening the records even when they are damaged, and bringing them in line with what
really runs.
Does not belong here: assets, jobs, sensors (orchestration.defs).
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration.files import write_text
from orchestration.paths import Home

if TYPE_CHECKING:
    from dagster import DagsterInstance

#: The pool of everything that writes in a home: one run at a time, whoever started it.
WRITER_POOL = "home_writer"
#: Run tag with the process that executes it, for runs of the command line.
PROCESS_TAG = "jihe/process"

_MARK = "# Written by jihe. Delete this line to keep a file of your own (PostgreSQL, for instance: docs/season.md)."
SETTINGS = f"""{_MARK}
telemetry:
  enabled: false
nux:
  enabled: false
event_log_storage:
  module: orchestration.dagster_events
  class: OpenSqliteEventLog
  config:
    base_dir: history/runs
compute_logs:
  module: orchestration.dagster_logs
  class: UndisturbedLogs
  config:
    base_dir: storage
concurrency:
  pools:
    # A run holds its pool from its first step to its last: all steps fill one build.
    granularity: run
    default_limit: 1
  runs:
    max_concurrent_runs: 4
run_monitoring:
  enabled: true
  # A run that a broken machine left behind must not hold the pool for ever.
  max_runtime_seconds: 43200
run_retries:
  enabled: true
  max_retries: 2
  # Only for runs whose process died. Steps that can pass ask for another try themselves.
  retry_on_asset_or_op_failure: false
"""
_BEFORE = "telemetry:\n  enabled: false\nnux:\n  enabled: false\n"


def prepare_dagster(home: Home) -> None:
    """Make Dagster's home: no telemetry, nothing leaves this machine, one writer at a time.

    A settings file that somebody has made his own is left as it is.
    """
    settings = home.dagster / "dagster.yaml"
    now = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    if now != SETTINGS and (not now or now == _BEFORE or now.startswith(_MARK)):
        write_text(settings, SETTINGS)
    os.environ["DAGSTER_HOME"] = str(home.dagster)
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "1"
    os.environ["DO_NOT_TRACK"] = "1"


def settle_dead_runs(instance: DagsterInstance, *, everyone: bool = False) -> list[str]:
    """End in Dagster's records the runs whose process was killed: they would hold the pool for ever.

    Args:
        instance: Dagster's records.
        everyone: also runs without a process of ours; only when nobody else can be running one.
    """
    import dagster as dg

    unfinished = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]
    settled = []
    for run in instance.get_runs(dg.RunsFilter(statuses=unfinished)):
        process = run.tags.get(PROCESS_TAG)
        dead = everyone if process is None else not _is_alive(process)
        if dead:
            instance.report_run_failed(run, "运行进程已终止 / the process of this run is gone")
            settled.append(run.run_id)
    return settled


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:  # somebody else's: it is there
        return True
    return True


@contextmanager
def opened_records(home: Home) -> Iterator[DagsterInstance]:
    """Dagster's records of a home; damaged ones are moved aside, and the pipeline goes on with new ones.

    Nothing that jihe publishes depends on them: they say which runs there were.
    """
    import dagster as dg

    home.dagster.mkdir(parents=True, exist_ok=True)
    # Two processes that make the same tables at the same moment would stop each other.
    descriptor = os.open(home.dagster / ".opening", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _move_damaged_aside(home)
        instance = dg.DagsterInstance.get()
        instance.get_runs(limit=1)
        # Dagster does not hold back the first runs that ask for a pool it has not seen before.
        instance.event_log_storage.initialize_concurrency_limit_to_default(WRITER_POOL)
        instance.all_instigator_state()
    finally:
        os.close(descriptor)
    with instance:
        yield instance


def _move_damaged_aside(home: Home) -> None:
    """Move the records into a folder beside them when one of their databases is none any more."""
    folders = [home.dagster / name for name in ("history", "schedules", "storage")]
    databases = [path for folder in folders for path in folder.rglob("*.db")]
    if all(_is_sound(path) for path in databases):
        return
    aside = home.dagster / f"damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    aside.mkdir()
    for folder in folders:
        if folder.exists():
            folder.rename(aside / folder.name)


def _is_sound(database: Path) -> bool:
    """Whether a file is an SQLite database that can be read; one that is only busy is."""
    if database.stat().st_size == 0:
        return True
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)) as connection:
            connection.execute("select count(*) from sqlite_master").fetchone()
            connection.execute("pragma quick_check(1)").fetchone()
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    return True

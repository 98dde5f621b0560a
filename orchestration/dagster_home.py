"""Dagster's own home: its settings, and runs whose process is gone.

Belongs here: ``dagster.yaml`` and bringing Dagster's records in line with what really runs.
Does not belong here: assets, jobs, sensors (orchestration.defs).
"""

from __future__ import annotations

import os
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

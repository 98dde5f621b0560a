"""Small definitions for test_dagster_pool: runs that write one DuckDB file, all started at once.

What writes here is guarded by the pool alone, not by the lock of the home.
"""

import os
import time
from pathlib import Path

import dagster as dg
import duckdb

from orchestration.dagster_home import WRITER_POOL

RUNS = 4
FOLDER = Path(os.environ.get("POOL_TEST_FOLDER", "."))
POOL = WRITER_POOL if os.environ.get("POOL_TEST_GUARDED", "1") == "1" else None


@dg.op(pool=POOL)
def open_it() -> float:
    return time.time()


@dg.op(pool=POOL)
def write(context: dg.OpExecutionContext, began: float) -> None:
    with duckdb.connect(str(FOLDER / "build.duckdb")) as connection:
        time.sleep(2.0)
        connection.execute("create table if not exists t (began double, ended double)")
        connection.execute("insert into t values (?, ?)", [began, time.time()])


@dg.job(executor_def=dg.in_process_executor)
def build() -> None:
    write(open_it())


@dg.sensor(job=build, minimum_interval_seconds=1, default_status=dg.DefaultSensorStatus.RUNNING)
def all_at_once() -> list[dg.RunRequest]:
    return [dg.RunRequest(run_key=str(number)) for number in range(RUNS)]


defs = dg.Definitions(jobs=[build], sensors=[all_at_once])

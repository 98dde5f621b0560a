"""Many runs at once, one writer at a time: Dagster's own daemon with the settings that jihe writes.

Not tested here: which steps hold the pool (test_definitions), and the lock of the home, which guards the same
file once more (test_publishing, test_faults).
"""

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from orchestration.dagster_home import opened_records, prepare_dagster
from orchestration.paths import Home
from tests.integration.pool_definitions import RUNS

PATIENCE_SECONDS = 240


def daemon(folder: Path, home: Home) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "DAGSTER_HOME": str(home.dagster),
        "POOL_TEST_FOLDER": str(folder),
        "PYTHONPATH": str(Path.cwd()),
    }
    command = [sys.executable, "-m", "dagster._daemon", "run", "-m", "tests.integration.pool_definitions"]
    with (folder / "daemon.log").open("wb") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log)


def test_runs_started_at_once_write_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", "")  # given back afterwards: prepare_dagster sets it
    monkeypatch.setenv("DAGSTER_DISABLE_TELEMETRY", "1")
    monkeypatch.setenv("DO_NOT_TRACK", "1")
    home = Home.at(tmp_path / "home")
    prepare_dagster(home)
    with opened_records(home) as instance:
        process = daemon(tmp_path, home)
        try:
            deadline = time.monotonic() + PATIENCE_SECONDS
            while time.monotonic() < deadline:
                runs = instance.get_runs()
                if len(runs) == RUNS and all(run.is_finished for run in runs):
                    break
                time.sleep(0.5)
            statuses = [run.status.value for run in instance.get_runs()]
        finally:
            process.terminate()
            process.wait(timeout=60)
    assert statuses == ["SUCCESS"] * RUNS, (tmp_path / "daemon.log").read_text()[-3000:]
    with duckdb.connect(str(tmp_path / "build.duckdb"), read_only=True) as connection:
        spans = connection.execute("select began, ended from t order by began").fetchall()
    assert len(spans) == RUNS
    # from its first step to its last, each run had the pool for itself
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))

"""The same reports on DuckDB and on a Spark cluster of separate processes: every mart is the same, row by row.

Needs Java 17 and requirements-spark.lock; without them these tests are skipped, and say so.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import duckdb
import pytest

from benchmarks.corpus.layouts import LAYOUTS, draw_page
from benchmarks.corpus.mutations import KINDS, plant
from orchestration.engines.compare import RUN_TIMES, differences
from orchestration.engines.loopback import Cluster, cluster, missing
from orchestration.paths import REPOSITORY, SAMPLES, Home

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(missing() is not None, reason=f"ENGINES NOT COMPARED: {missing()} is not installed"),
    pytest.mark.timeout(900),
]
_WAIT_SECONDS = 240.0


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "orchestration.cli", *map(str, arguments)]


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JIHE_", "DAGSTER_"))}
    return {**kept, "PYTHONPATH": str(REPOSITORY)}


def run(reports: Path, home: Path, engine: str) -> Home:
    given = command("run", "--quiet", "--engine", engine, "--reports", reports, "--home", home)
    done = subprocess.run(given, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return Home.at(home)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples and generated reports of every layout, half of them with a planted fault."""
    inbox = tmp_path_factory.mktemp("inbox")
    shutil.copytree(SAMPLES, inbox / "samples")
    for number, layout in enumerate(LAYOUTS):
        page = draw_page(layout, number)
        fault = plant(list(KINDS)[number % len(KINDS)], page, Random(number)) if number % 2 else None
        (inbox / f"{layout}.txt").write_text(fault.page.text if fault else page.text, encoding="utf-8")
    return inbox


@pytest.fixture(scope="module")
def on_duckdb(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run(reports, tmp_path_factory.mktemp("duckdb"), "local").published


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("spark")) as running:
        yield running


def assert_same(one: Path, other: Path) -> None:
    for schema in ("reference", "marts"):
        assert not [str(difference) for difference in differences(one, other, schema)]
    # types of private tables are each engine's own; their rows are not
    for schema in ("staging", "intermediate"):
        found = differences(one, other, schema, RUN_TIMES)
        assert not [str(item) for item in found if item.only_first or item.only_second]


def test_every_table_is_the_same_on_a_cluster(
    reports: Path, on_duckdb: Path, spark: Cluster, tmp_path: Path
) -> None:
    home = run(reports, tmp_path / "home", spark.address)
    assert_same(on_duckdb, home.published)
    with duckdb.connect(str(home.published), read_only=True) as connection:
        assert connection.execute("select count(*) from marts.fct_findings").fetchone() != (0,)
    # the cluster read and built: batches bear the numbers of tasks, and nothing of its tables is left
    assert sorted(path.name[-7:] for path in (home.lake / "extracts").iterdir())[:2] == ["-000000", "-000001"]
    assert not list(home.builds.glob("*/cluster"))


def test_workers_killed_while_reading_and_while_building_change_nothing(
    reports: Path, on_duckdb: Path, spark: Cluster, tmp_path: Path
) -> None:
    home = Home.at(tmp_path / "home")
    given = command("run", "--quiet", "--engine", spark.address, "--reports", reports, "--home", home.path)
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(given, stdout=log, stderr=log, env=environment())
        try:
            wait_for(lambda: any((home.lake / "extracts").glob("[0-9]*")), process)
            spark.kill("worker2")
            spark.add_worker("worker3")
            wait_for(lambda: len(list(home.builds.glob("*/cluster/*_intermediate/*/*.parquet"))) > 5, process)
            spark.kill("worker1")
            process.wait(_WAIT_SECONDS)
        finally:
            process.kill()
            process.wait()
    assert process.returncode == 0, (tmp_path / "log").read_text()[-4000:]
    assert_same(on_duckdb, home.published)


def wait_for(condition, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _WAIT_SECONDS
    while not condition():
        assert process.poll() is None, "the run ended before a worker was killed"
        assert time.monotonic() < deadline, "nothing to kill in time"
        time.sleep(0.05)

"""The sensor of the inbox, reading one collection, another try, and runs that were killed.

Not tested here: Dagster's own promise that a run key starts one run; the whole pipeline (test_pipeline).
"""

import errno
import os
import shutil
import subprocess
from pathlib import Path

import dagster as dg
import pytest

from orchestration.dagster_home import PROCESS_TAG, settle_dead_runs
from orchestration.defs import retries
from orchestration.defs.collections import COLLECTION, collection
from orchestration.defs.watching import automatic, inbox_sensor
from orchestration.defs.workspace import INBOX_OR_SAMPLES, Workspace
from orchestration.lake.arrow import read_rows
from orchestration.lake.state import documents_path
from orchestration.paths import SAMPLES, Home


class Office:
    """An inbox that a sensor looks at."""

    def __init__(self, folder: Path) -> None:
        self.home = Home.at(folder)
        self.home.inbox.mkdir(parents=True)
        self.instance = dg.DagsterInstance.ephemeral()
        self.sensor = inbox_sensor(self.home, str(self.home.inbox))
        self.cursor: str | None = None

    def look(self) -> list[tuple[str | None, str | None, str | None]]:
        context = dg.build_sensor_context(self.instance, cursor=self.cursor)
        result = self.sensor(context)
        if isinstance(result, dg.SkipReason):
            self.cursor = context.cursor
            return []
        assert isinstance(result, dg.SensorResult)
        self.cursor = result.cursor
        for request in result.dynamic_partitions_requests or ():
            assert isinstance(request, dg.AddDynamicPartitionsRequest)
            self.instance.add_dynamic_partitions(request.partitions_def_name, list(request.partition_keys))
        return [(run.job_name, run.partition_key, run.run_key) for run in result.run_requests or ()]

    def put(self, name: str, text: str) -> None:
        path = self.home.inbox / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_new_files_become_a_partition_and_one_run_once_they_are_complete(office: Office) -> None:
    office.put("2022/a.txt", "half")
    assert office.look() == []
    office.put("2022/a.txt", "half and the rest")
    assert office.look() == []
    ((job, partition, first),) = office.look()
    assert (job, partition) == ("receive", "2022")
    assert office.instance.get_dynamic_partitions("collections") == ["2022"]
    assert office.look() == []
    office.put("2022/a.txt", "a new version")
    office.put("2023/b.txt", "another year")
    assert office.look() == []
    again = office.look()
    assert [run[:2] for run in again] == [("receive", "2022"), ("receive", "2023")]
    assert first not in [run[2] for run in again]


def test_a_correction_starts_a_run_as_well(office: Office) -> None:
    office.home.season.mkdir()
    (office.home.season / "corrections.csv").write_text("x")
    assert office.look() == []
    ((job, partition, _),) = office.look()
    assert (job, partition) == ("pipeline", None)


def test_samples_are_not_watched_and_an_empty_inbox_is(office: Office) -> None:
    assert automatic(SAMPLES) == dg.DefaultSensorStatus.STOPPED
    office.sensor = inbox_sensor(office.home, INBOX_OR_SAMPLES)
    assert office.sensor.default_status == dg.DefaultSensorStatus.RUNNING
    workspace = Workspace(home=str(office.home.path), reports=INBOX_OR_SAMPLES)
    assert workspace.root == SAMPLES
    assert office.look() == []
    office.put("2024/first.txt", "the first report of the season")
    assert workspace.root == office.home.inbox
    assert office.look() == []
    assert [run[1] for run in office.look()] == ["2024"]


def test_a_run_whose_process_is_gone_is_ended_in_the_records(office: Office) -> None:
    @dg.job
    def sleeper() -> None:
        return

    def begun(**tags: str) -> dg.DagsterRun:
        return office.instance.create_run_for_job(sleeper, tags=tags, status=dg.DagsterRunStatus.STARTED)

    with subprocess.Popen(["true"]) as process:
        process.wait()
    gone, alive, other = (
        begun(**{PROCESS_TAG: str(process.pid)}),
        begun(**{PROCESS_TAG: str(os.getpid())}),
        begun(),
    )
    assert settle_dead_runs(office.instance) == [gone.run_id]
    assert settle_dead_runs(office.instance, everyone=True) == [other.run_id]
    run = office.instance.get_run_by_id(alive.run_id)
    assert run is not None
    assert run.status == dg.DagsterRunStatus.STARTED


def test_reading_one_collection_reads_no_other(office: Office) -> None:
    first, second = sorted(path for path in SAMPLES.iterdir() if path.suffix == ".txt")[:2]
    for folder, sample in (("2022", first), ("2023", second)):
        (office.home.inbox / folder).mkdir()
        shutil.copy(sample, office.home.inbox / folder)
    office.instance.add_dynamic_partitions("collections", ["2022", "2023"])
    workspace = Workspace(home=str(office.home.path), reports=str(office.home.inbox), workers=1)
    result = dg.materialize(
        [collection], partition_key="2022", instance=office.instance, resources={"workspace": workspace}
    )
    (event,) = result.asset_materializations_for_node("inbox__collection")
    assert (event.asset_key, event.partition) == (COLLECTION, "2022")
    assert event.metadata["files"].value == event.metadata["status_extracted"].value == 1
    assert {row["relative_path"].split("/")[0] for row in read_rows(documents_path(office.home.lake))} == {
        "2022"
    }


@pytest.mark.parametrize(
    ("error", "tries"),
    [
        (OSError(errno.EBUSY, "the share is busy"), 3),
        (OSError(errno.ENOSPC, "the disk is full"), 1),
        (ValueError("a fault of ours"), 1),
    ],
)
def test_only_what_can_pass_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, error: Exception, tries: int
) -> None:
    monkeypatch.setattr(retries, "FIRST_PAUSE_SECONDS", 0.01)
    tried = []

    @dg.asset
    def step(context: dg.AssetExecutionContext) -> None:
        with retries.retried(context):
            tried.append(context.op_execution_context.retry_number)
            if len(tried) < 3:
                raise error

    assert dg.materialize([step], raise_on_error=False).success == (tries == 3)
    assert len(tried) == tries

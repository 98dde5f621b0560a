"""What a season on a real machine brings: the pipeline survives it, and the next run completes.

Each fault: no report lost, none counted twice, what was published stays readable. docs/faults.md shows the list.
Not tested here: kill -9 at every stage (test_pipeline_kill), each kind of damage to the lake (test_season_damage),
many runs of Dagster's daemon at once (test_dagster_pool). The tests go on after each other in one home.
"""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from orchestration.lake.batches import batch_folders
from orchestration.paths import Home
from orchestration.publishing.builds import builds
from orchestration.season.columns import CORRECTIONS
from orchestration.season.tables import add_record
from tests.integration.conftest import Finished, contents, jihe
from tests.unit.damaged_pages import damage_pages, damage_parquet

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]

DECADES_AHEAD = 4_000_000_000
#: Below the size of any build, above that of every other file that a run of three reports writes.
FULL_AT_BYTES = 16_000_000
SIGNED = {"reason": "试验", "author": "测试员"}


class Office:
    """A home with its inbox inside, as an office has it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def home(self) -> Home:
        return Home.at(self.folder)

    def start(self, **options: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "orchestration.cli", "run", "--quiet", "--rebuild"]
        command += ["--reports", str(self.home.inbox), "--home", str(self.folder)]
        clean = {
            name: value for name, value in os.environ.items() if not name.startswith(("JIHE_", "DAGSTER_"))
        }
        return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=clean, **options
        )

    def run(self) -> subprocess.CompletedProcess[str]:
        return jihe("run", "--quiet", "--reports", self.home.inbox, "--home", self.folder)

    def reports(self) -> list[tuple[object, ...]]:
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            return connection.execute(
                "select report_id, version, is_current from marts.dim_report order by all"
            ).fetchall()


@pytest.fixture(scope="module")
def office(finished: Finished, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A copy of a finished home, its inbox moved into it."""
    folder = tmp_path_factory.mktemp("faults") / "home"
    shutil.copytree(finished.home.path, folder)
    shutil.copytree(finished.inbox, folder / "inbox", symlinks=True)
    yield Office(folder)
    shutil.rmtree(folder.parent, ignore_errors=True)


def same(left: dict[str, list[tuple[object, ...]]], right: dict[str, list[tuple[object, ...]]]) -> bool:
    """The same marts but for where the files lie."""
    apart = {"fct_documents"}
    return {name: rows for name, rows in left.items() if name not in apart} == {
        name: rows for name, rows in right.items() if name not in apart
    }


def test_moved_home_deleted_publication_jumping_clock_and_two_runs_at_once(
    finished: Finished, office: Office
) -> None:
    moved = office.folder.with_name("moved home")
    office.folder.rename(moved)
    office.folder = moved
    office.home.published.unlink()
    late = office.home.inbox / "poem.txt"
    os.utime(late, (DECADES_AHEAD, DECADES_AHEAD))
    both = [office.start(), office.start()]
    for process in both:
        output, errors = process.communicate(timeout=600)
        assert process.returncode == 0, output + errors
    assert same(contents(office.home.published), contents(finished.home.published))
    assert len(batch_folders(office.home.lake)) == len(
        batch_folders(finished.home.lake)
    )  # nothing read twice


def test_a_full_disk_leaves_what_was_published(office: Office) -> None:
    """A limit on the size of files stands in for a full disk: writing the build fails in the middle."""
    before = office.home.published.read_bytes()

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_AT_BYTES, FULL_AT_BYTES))

    process = office.start(preexec_fn=limited)
    _, errors = process.communicate(timeout=600)
    assert process.returncode == 1, errors
    assert "磁盘空间不足" in errors
    assert "Traceback" not in errors
    assert office.home.published.read_bytes() == before


def test_damage_and_a_correction_that_fits_nothing_while_a_reader_holds_the_file_and_the_run_after(
    finished: Finished, office: Office
) -> None:
    before = office.home.published.read_bytes()
    with duckdb.connect(str(office.home.published), read_only=True) as reader:
        count = reader.execute("select count(*) from marts.fct_figures").fetchone()
        (batch_folders(office.home.lake)[0] / "figures.parquet").write_bytes(b"")
        (office.home.lake / "documents.parquet").write_bytes(b"PAR1")
        (office.home.lake / "checksums.json").write_text("{")
        (office.home.dagster / "history" / "runs.db").write_bytes(b"no database" * 1000)
        wrong = {"report_id": "0" * 16, "concept": "staff_quota", "new_value": "1", **SIGNED}
        key = add_record(office.home, CORRECTIONS, wrong)["correction_id"]

        refused = office.run()
        assert refused.returncode == 1
        assert f"更正 {key}：没有编号为 0000000000000000 的报告" in refused.stderr
        assert office.home.published.read_bytes() == before
        assert builds(office.home)[-1].status == "refused"
        assert list((office.home.lake / "damaged").iterdir())
        assert list(office.home.dagster.glob("damaged-*"))

        add_record(office.home, CORRECTIONS, {**wrong, "correction_id": key, "action": "withdraw"})
        run = office.run()
        assert run.returncode == 0, run.stderr
        assert reader.execute("select count(*) from marts.fct_figures").fetchone() == count
    assert same(contents(office.home.published), contents(finished.home.published))
    assert all(version == 1 and current for _, version, current in office.reports())
    assert not list(office.home.path.glob("**/.*.tmp"))


def test_a_run_that_meets_damaged_pages_moves_them_aside_and_the_next_one_reads_them_again(
    finished: Finished, office: Office
) -> None:
    """Pages of the lake and of what is published: both files still open, and only reading their rows fails."""
    damage_parquet(batch_folders(office.home.lake)[0] / "figures.parquet")
    damage_pages(office.home.published)
    before = office.home.published.read_bytes()
    aside = len(list((office.home.lake / "damaged").glob("*")))

    refused = office.run()
    assert refused.returncode == 1
    assert "已移到" in refused.stderr and "Traceback" not in refused.stderr
    assert office.home.published.read_bytes() == before
    assert len(list((office.home.lake / "damaged").glob("*"))) == aside + 1

    run = office.run()
    assert run.returncode == 0, run.stderr
    assert same(contents(office.home.published), contents(finished.home.published))
    assert builds(office.home)[-1].base is None  # nothing is taken over from a damaged file

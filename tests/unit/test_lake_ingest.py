"""Ingestion: one bad document costs one row; nothing is read twice; nothing is lost."""

import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extraction.version import EXTRACTOR_VERSION
from orchestration.lake import batches, state
from orchestration.lake.arrow import BATCH_TABLES, read_rows
from orchestration.lake.ingest import Ingested, ingest, scan_inbox
from orchestration.lake.pool import Limits, read_all
from orchestration.paths import SAMPLES

READER = "tests.unit.lake_readers:read"


class Lake:
    """A lake and an inbox in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.path = folder / "inbox", folder / "lake"
        self.inbox.mkdir()

    def put(self, **files: str) -> None:
        for name, text in files.items():
            (self.inbox / f"{name}.txt").write_text(text)

    def ingest(self, version: str = "t", seconds: float = 20.0) -> Ingested:
        limits = Limits(seconds=seconds, size_bytes=1000)
        found = scan_inbox(self.inbox, self.path)
        return ingest(self.path, found, version, workers=2, limits=limits, reader=READER)

    def documents(self) -> dict[str, dict[str, Any]]:
        return {row["file_name"]: row for row in read_rows(state.documents_path(self.path))}


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path)


def test_bad_documents_are_quarantined_and_the_others_read(lake: Lake) -> None:
    lake.put(good="fine", also="good", crash="crash", hang="hang", fails="raise", eats="eat", big="x" * 2000)
    result = lake.ingest(seconds=3.0)
    codes = {name: row["error_code"] for name, row in lake.documents().items()}
    assert codes == {
        "good.txt": None,
        "also.txt": None,
        "crash.txt": "worker_crashed",
        "hang.txt": "timeout",
        "fails.txt": "reader_failed",
        "eats.txt": "out_of_memory",
        "big.txt": "too_large",
    }
    assert result.by_status == {"extracted": 2, "quarantined": 5}
    for row in lake.documents().values():
        if row["error_code"]:
            assert row["message_zh"] and row["message_en"]
            assert "secret" not in row["message_en"]


def test_a_scan_may_take_its_time_page_by_page(lake: Lake) -> None:
    lake.put(scan="scan", hang="hang")
    lake.ingest(seconds=2.0)
    codes = {name: row["error_code"] for name, row in lake.documents().items()}
    assert codes == {"scan.txt": None, "hang.txt": "timeout"}


def test_a_second_run_reads_only_what_is_new(lake: Lake) -> None:
    lake.put(one="1", two="2")
    assert lake.ingest().read == 2
    lake.put(three="3")
    again = lake.ingest()
    assert (again.read, again.kept) == (1, 2)
    assert lake.ingest().read == 0


def test_a_crash_is_tried_again_and_a_new_version_reads_everything(lake: Lake) -> None:
    lake.put(one="1", bad="crash", fails="raise")
    lake.ingest()
    assert lake.ingest().read == 1
    assert lake.ingest(version="u").read == 3


def test_what_a_missing_program_kept_from_being_read_is_tried_again(lake: Lake) -> None:
    lake.put(one="1", packed="tool")
    assert lake.ingest().by_status == {"extracted": 1, "quarantined": 1}
    assert lake.ingest().read == 1


def test_receipts_of_vanished_files_stay(lake: Lake) -> None:
    lake.put(one="1", two="2")
    lake.ingest()
    (lake.inbox / "one.txt").unlink()
    lake.ingest()
    assert set(lake.documents()) == {"one.txt", "two.txt"}


def test_the_same_bytes_count_once(lake: Lake) -> None:
    lake.put(b="same")
    lake.ingest()
    lake.put(a="same")
    lake.ingest()
    documents = lake.documents()
    assert documents["b.txt"]["status"] == "extracted"
    assert documents["a.txt"]["status"] == "duplicate"
    assert documents["a.txt"]["duplicate_of"] == documents["b.txt"]["receipt_id"]
    assert documents["a.txt"]["submission_id"] is None
    assert len(read_rows(state.submissions_path(lake.path))) == 1


def test_half_written_batches_are_swept_away(lake: Lake) -> None:
    unfinished = batches.extracts_folder(lake.path) / ".writing-x"
    unfinished.mkdir(parents=True)
    lake.put(one="1")
    lake.ingest()
    assert not unfinished.exists()
    assert len(batches.batch_folders(lake.path)) == 1


def test_an_empty_inbox_leaves_a_lake_that_can_be_queried(lake: Lake) -> None:
    assert lake.ingest().documents == []
    tables = {path.name for path in batches.batch_folders(lake.path)[0].iterdir()}
    assert tables == {f"{table.name}.parquet" for table in BATCH_TABLES}


def test_a_link_that_leads_out_has_a_row(lake: Lake) -> None:
    lake.put(one="1")
    (lake.inbox / "out.txt").symlink_to("/etc/hostname")
    lake.ingest()
    row = lake.documents()["out.txt"]
    assert (row["status"], row["error_code"]) == ("quarantined", "link_outside")


def test_what_is_read_waits_for_whoever_takes_it(lake: Lake) -> None:
    """Memory must not grow with the inbox when writing is slower than reading."""
    lake.put(**{f"f{number}": f"text {number}" for number in range(30)})
    marks = lake.path.parent / "marks"
    marks.mkdir()
    found = scan_inbox(lake.inbox, lake.path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAKE_READER_MARKS", str(marks))
        rows = read_all(found.receipts, "t", workers=1, reader="tests.unit.lake_readers:read_and_mark")
        next(rows)
        time.sleep(2.0)  # ample: a file takes a millisecond
        ahead = len(list(marks.iterdir()))
        assert len(list(rows)) == 29
    assert 1 < ahead < 10
    assert len(list(marks.iterdir())) == 30


def test_nothing_depends_on_how_many_workers_read(tmp_path: Path) -> None:
    def contents(workers: int) -> dict[str, list[str]]:
        lake = tmp_path / f"lake-{workers}"
        ingest(lake, scan_inbox(SAMPLES, lake), EXTRACTOR_VERSION, workers=workers)
        tables: dict[str, list[str]] = {}
        for folder in batches.batch_folders(lake):
            for table in BATCH_TABLES:
                rows = read_rows(folder / f"{table.name}.parquet")
                tables.setdefault(table.name, []).extend(repr(row) for row in rows)
        return {name: sorted(rows) for name, rows in tables.items()}

    one = contents(1)
    assert one["figures"]
    assert contents(3) == one


def test_a_lake_of_an_earlier_version_can_be_queried_when_nothing_is_read_again(lake: Lake) -> None:
    lake.put(good="fine")
    lake.ingest()
    (batch,) = batches.batch_folders(lake.path)
    old = pq.read_table(batch / "figures.parquet").drop_columns("paragraph_words")
    pq.write_table(old, batch / "figures.parquet")
    lake.ingest()
    lake.ingest()
    folders = batches.batch_folders(lake.path)
    assert len(folders) == 2 and pq.read_metadata(folders[1] / "figures.parquet").num_rows == 0

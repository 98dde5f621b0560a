"""Damaged files of the lake: moved aside and read again, nothing lost in silence.

Not tested here: that a whole run goes on after them (tests/integration/test_faults).
"""

from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from orchestration.lake import batches, state
from orchestration.lake.arrow import read_rows
from orchestration.lake.damage import previous_path, set_aside_damaged
from orchestration.lake.ingest import Ingested, ingest, scan_inbox
from orchestration.paths import Home
from orchestration.publishing.publish import published_build
from orchestration.publishing.seen import remember_findings


class Lake:
    """A lake with one batch for each run."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.path = folder / "inbox", folder / "lake"
        self.inbox.mkdir()

    def run(self, *new: str) -> Ingested:
        for name in new:
            (self.inbox / f"{name}.txt").write_text(name)
        found = scan_inbox(self.inbox, self.path)
        return ingest(self.path, found, "t", workers=1, reader="tests.unit.lake_readers:read")

    def documents(self) -> dict[str, dict[str, Any]]:
        return {row["file_name"]: row for row in read_rows(state.documents_path(self.path))}

    def batch(self, number: int) -> Path:
        return batches.batch_folders(self.path)[number]


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    made = Lake(tmp_path)
    made.run("first")
    made.run("second")
    return made


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "zeros":
        path.write_bytes(bytes(len(data)))
    else:
        path.unlink()


@pytest.mark.parametrize("how", ["cut", "empty", "zeros", "gone"])
def test_a_damaged_batch_is_read_again(lake: Lake, how: str) -> None:
    damage(lake.batch(0) / "contents.parquet", how)
    result = lake.run()
    assert result.read == 1
    assert {name: row["status"] for name, row in lake.documents().items()} == {
        "first.txt": "extracted",
        "second.txt": "extracted",
    }
    assert len(list((lake.path / "damaged").iterdir())) == 1
    assert lake.run().read == 0


def test_pages_that_cannot_be_read_are_found_by_a_thorough_look(lake: Lake) -> None:
    path = lake.batch(0) / "contents.parquet"
    data = bytearray(path.read_bytes())
    data[4:60] = bytes(56)
    path.write_bytes(bytes(data))
    assert set_aside_damaged(lake.path) == []
    assert len(set_aside_damaged(lake.path, thorough=True)) == 1


def test_a_bit_that_flips_in_a_page_is_found_by_its_checksum(lake: Lake) -> None:
    path = lake.batch(0) / "contents.parquet"
    columns = pq.read_metadata(path).row_group(0)
    title = next(
        columns.column(n) for n in range(columns.num_columns) if columns.column(n).path_in_schema == "title"
    )
    start = title.dictionary_page_offset or title.data_page_offset
    data = bytearray(path.read_bytes())
    data[start + title.total_compressed_size - 1] ^= 1  # the last byte of the last page
    path.write_bytes(bytes(data))
    assert set_aside_damaged(lake.path) == []
    assert len(set_aside_damaged(lake.path, thorough=True)) == 1


def test_what_left_the_inbox_and_was_damaged_says_so(lake: Lake) -> None:
    (lake.inbox / "first.txt").unlink()
    damage(lake.batch(0) / "figures.parquet", "cut")
    lake.run()
    row = lake.documents()["first.txt"]
    assert (row["status"], row["error_code"]) == ("quarantined", "lake_damaged")
    assert row["message_zh"] and row["message_en"]
    lake.run("first")  # handed in again
    assert lake.documents()["first.txt"]["status"] == "extracted"
    assert lake.documents()["first.txt"]["error_code"] is None


@pytest.mark.parametrize("how", ["cut", "empty", "zeros"])
def test_a_damaged_list_of_receipts_is_made_again_from_the_run_before(lake: Lake, how: str) -> None:
    before = lake.documents()
    (lake.inbox / "first.txt").unlink()
    lake.run()
    damage(state.documents_path(lake.path), how)
    lake.run()
    before["first.txt"]["presence"] = "removed"
    assert lake.documents() == before
    # even both at once lose nothing that still lies in the inbox
    damage(state.documents_path(lake.path), how)
    damage(previous_path(state.documents_path(lake.path)), how)
    lake.run()
    assert set(lake.documents()) == {"second.txt"}


def test_a_home_that_was_moved_keeps_the_order_of_arrival(lake: Lake, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    lake.inbox.rename(moved)
    lake.inbox = moved
    result = lake.run("third")
    assert result.read == 1
    numbers = {row["file_name"]: row["arrival_no"] for row in result.documents}
    assert numbers == {"first.txt": 1, "second.txt": 2, "third.txt": 3}


def test_a_damaged_published_file_and_memory_count_as_none(tmp_path: Path) -> None:
    home = Home.at(tmp_path)
    home.published.parent.mkdir()
    home.lake.mkdir()
    home.published.write_bytes(b"no database" * 1000)
    assert published_build(home) is None
    home.findings_seen.write_bytes(b"PAR1 nothing")
    assert remember_findings(home) == 0
    assert duckdb.sql(f"select * from read_parquet('{home.findings_seen}')").fetchall() == []

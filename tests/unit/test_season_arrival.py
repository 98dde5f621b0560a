"""Which file came first: counted by runs, because clocks jump. Not tested here: what a version is (test_season_marts)."""

import os
from pathlib import Path

from orchestration.lake import state
from orchestration.lake.arrow import read_rows
from orchestration.lake.ingest import ingest, scan_inbox


def test_files_are_numbered_by_the_run_that_saw_them_first(tmp_path: Path) -> None:
    inbox, lake = tmp_path / "inbox", tmp_path / "lake"
    inbox.mkdir()

    def run() -> dict[str, int]:
        found = scan_inbox(inbox, lake)
        ingest(lake, found, "t", workers=1, reader="tests.unit.lake_readers:read")
        return {row["file_name"]: row["arrival_no"] for row in read_rows(state.documents_path(lake))}

    (inbox / "first.txt").write_text("fine")
    os.utime(inbox / "first.txt", (4e9, 4e9))  # a clock decades ahead
    assert run() == {"first.txt": 1}
    (inbox / "second.txt").write_text("good")
    os.utime(inbox / "second.txt", (1e9, 1e9))
    assert run() == {"first.txt": 1, "second.txt": 2}
    assert run() == {"first.txt": 1, "second.txt": 2}

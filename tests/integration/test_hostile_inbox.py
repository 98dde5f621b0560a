"""An inbox full of traps: every file ends as one row with words, and the good reports are read."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from extraction.version import EXTRACTOR_VERSION
from orchestration.files import sha256_of
from orchestration.lake import state
from orchestration.lake.arrow import read_rows
from orchestration.lake.ingest import ingest, scan_inbox
from orchestration.lake.pool import Limits
from tests.integration.hostile_files import REPORT, traps

TRAPS = traps()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    folder = tmp_path_factory.mktemp("hostile")
    inbox, lake = folder / "inbox", folder / "lake"
    inbox.mkdir()
    for name, (data, _) in TRAPS.items():
        (inbox / name).write_bytes(data)
    (folder / "secret.txt").write_text(REPORT)
    (inbox / "link.txt").symlink_to(folder / "secret.txt")
    os.mkfifo(inbox / "pipe.txt")
    with (inbox / "200_megabytes.txt").open("wb") as file:
        file.truncate(200_000_000)
    limits = Limits(seconds=60, size_bytes=5_000_000)
    ingest(lake, scan_inbox(inbox, lake), EXTRACTOR_VERSION, workers=2, limits=limits)
    return {str(row["file_name"]): row for row in read_rows(state.documents_path(lake))}


@pytest.mark.parametrize("name", sorted(TRAPS))
def test_each_file_is_one_row_with_words(documents, name):
    row, allowed = documents[name], TRAPS[name][1]
    assert row["error_code"] in allowed
    ends = {None: "extracted", "not_a_report": "not_a_report"}
    assert row["status"] == ends.get(row["error_code"], "quarantined") or row["duplicate_of"]
    if row["error_code"]:
        assert row["message_zh"] and row["message_en"]


def test_nothing_outside_the_inbox_was_opened_or_written(documents):
    assert documents["link.txt"]["error_code"] == "link_outside"
    assert documents["pipe.txt"]["error_code"] == "not_a_file"
    assert not Path("/tmp/jihe_trap.txt").exists()
    assert len(documents) == len(TRAPS) + 3


def test_a_huge_file_is_counted_and_not_read(documents):
    row = documents["200_megabytes.txt"]
    assert (row["status"], row["error_code"]) == ("quarantined", "too_large")
    assert "200.0 MB" in row["message_en"]


def test_a_file_that_nobody_may_read_has_a_row_too(tmp_path, monkeypatch):
    inbox, lake = tmp_path / "inbox", tmp_path / "lake"
    inbox.mkdir()
    for name in ("open.txt", "shut.txt"):
        (inbox / name).write_text(REPORT + name)

    def summed(path):  # root may read everything, so that permissions alone would not shut the file
        if path.name == "shut.txt":
            raise PermissionError(13, "Permission denied")
        return sha256_of(path)

    monkeypatch.setattr("orchestration.lake.inbox.sha256_of", summed)
    ingest(lake, scan_inbox(inbox, lake), EXTRACTOR_VERSION, workers=1)
    rows = {row["file_name"]: row for row in read_rows(state.documents_path(lake))}
    assert rows["open.txt"]["status"] == "extracted"
    assert (rows["shut.txt"]["status"], rows["shut.txt"]["error_code"]) == ("quarantined", "unreadable")
    assert rows["shut.txt"]["message_zh"]


def test_a_file_that_is_still_being_written_is_left_for_the_next_run(tmp_path):
    inbox, lake = tmp_path / "inbox", tmp_path / "lake"
    inbox.mkdir()
    (inbox / "done.txt").write_text(REPORT)
    growing = (inbox / "growing.txt").open("w")
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            growing.write("支出")
            growing.flush()
            time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = scan_inbox(inbox, lake)
    finally:
        stop.set()
        writer.join()
        growing.close()
    assert [receipt.file_name for receipt in found.receipts] == ["done.txt"]
    assert found.growing == 1
    time.sleep(0.1)
    assert len(scan_inbox(inbox, lake).receipts) == 2

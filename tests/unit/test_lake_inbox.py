"""What a scan of an inbox finds, and what it leaves out. Not tested here: reading the files."""

import hashlib
import os
from pathlib import Path

import pytest

from orchestration.lake.inbox import ChecksumCache, Scan, scan


def scanned(root: Path) -> Scan:
    return scan(root, ChecksumCache(root.parent / "cache.json"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    (folder / "市财政" / "2022").mkdir(parents=True)
    (folder / "a.txt").write_text("甲", encoding="utf-8")
    (folder / "市财政" / "2022" / "b.txt").write_text("乙", encoding="utf-8")
    return folder


def test_every_file_has_a_receipt_with_its_bytes(root: Path) -> None:
    found = {item.relative_path: item for item in scanned(root).receipts}
    assert set(found) == {"a.txt", "市财政/2022/b.txt"}
    assert found["a.txt"].document_id == hashlib.sha256("甲".encode()).hexdigest()
    assert found["市财政/2022/b.txt"].collection == "市财政"
    assert found["a.txt"].collection == ""


@pytest.mark.parametrize("name", ["~$a.docx", ".DS_Store", "Thumbs.db", "b.part", "._c.txt", ".~lock.d#"])
def test_hidden_and_temporary_files_are_counted_not_received(root: Path, name: str) -> None:
    (root / name).write_bytes(b"x")
    result = scanned(root)
    assert result.skipped == 1
    assert len(result.receipts) == 2


def test_a_link_out_of_the_inbox_is_not_followed(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (root / "link.txt").symlink_to(secret)
    (root / "inside.txt").symlink_to(root / "a.txt")
    (root / "loop").symlink_to(root / "loop")
    (root / "folder").symlink_to(tmp_path, target_is_directory=True)
    result = scanned(root)
    found = {item.relative_path: item for item in result.receipts}
    assert found["link.txt"].problem == "link_outside"
    assert found["inside.txt"].problem is None
    assert found["loop"].problem is not None
    assert result.skipped == 1
    assert hashlib.sha256(b"secret").hexdigest() not in {item.document_id for item in result.receipts}


def test_a_pipe_is_never_opened(root: Path) -> None:
    os.mkfifo(root / "pipe")
    found = {item.relative_path: item.problem for item in scanned(root).receipts}
    assert found["pipe"] == "not_a_file"


def test_names_in_an_old_chinese_encoding_become_text(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/" + "报告.txt".encode("gb18030"))).write_bytes(b"x")
    assert "报告.txt" in {item.relative_path for item in scanned(root).receipts}


def test_an_unchanged_file_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = scanned(root)
    monkeypatch.setattr("orchestration.lake.inbox.sha256_of", lambda path: pytest.fail(f"{path} was read"))
    assert scanned(root).receipts == first.receipts


def test_new_bytes_under_an_old_name_are_a_new_receipt(root: Path) -> None:
    before = {item.relative_path: item.receipt_id for item in scanned(root).receipts}
    (root / "a.txt").write_text("丙", encoding="utf-8")
    after = {item.relative_path: item.receipt_id for item in scanned(root).receipts}
    assert before["a.txt"] != after["a.txt"]
    assert before["市财政/2022/b.txt"] == after["市财政/2022/b.txt"]

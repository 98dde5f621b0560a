"""What lies in an inbox folder: every file once, with its bytes' checksum or the reason why it has none.

Belongs here: walking the folder, what is left out on purpose, checksums and their cache.
Does not belong here: reading documents. Links are never followed out of the inbox.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from orchestration.files import read_json, sha256_of, write_json

_HIDDEN_PREFIXES = (".", "~$", ".~", "._")
_HIDDEN_NAMES = frozenset({"thumbs.db", "desktop.ini"})
#: A file younger than this may still be written; whether it is shows after the second time.
_FRESH_SECONDS = 3.0
_SETTLES_IN = 0.4
_TEMPORARY_SUFFIXES = (".tmp", ".part", ".crdownload", ".swp")


@dataclass(frozen=True, slots=True)
class Receipt:
    """One file found in the inbox."""

    root: str
    relative_path: str
    path: Path
    document_id: str
    size_bytes: int
    received_at: datetime
    problem: str | None = None  # code of why it cannot be read

    @property
    def receipt_id(self) -> str:
        """Key of path and bytes: the same path with new bytes is a new receipt."""
        key = "\0".join((self.root, self.relative_path, self.document_id))
        return hashlib.sha256(key.encode()).hexdigest()[:32]

    @property
    def file_name(self) -> str:
        """Last part of the path."""
        return self.relative_path.rsplit("/", 1)[-1]

    @property
    def collection(self) -> str:
        """First folder below the inbox, empty at its top."""
        return self.relative_path.split("/", 1)[0] if "/" in self.relative_path else ""


@dataclass(slots=True)
class Scan:
    """The result of one walk through an inbox."""

    root: str
    receipts: list[Receipt] = field(default_factory=list)
    skipped: int = 0  # hidden and temporary files, folders behind links
    growing: int = 0  # files that somebody is still writing; the next run takes them
    paths: frozenset[str] = frozenset()  # of everything found, growing files too


class ChecksumCache:
    """Checksums by path, size, times and inode, so that an unchanged file is not read again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, list[object]] = read_json(path, {})
        self._used: dict[str, list[object]] = {}

    def checksum(self, path: Path, facts: os.stat_result) -> str:
        """The checksum, from the cache when nothing about the file has changed."""
        key = os.fsencode(path).hex()
        state = [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino]
        known = self._known.get(key)
        value = str(known[-1]) if known and known[:-1] == state else sha256_of(path)
        self._used[key] = [*state, value]
        return value

    def save(self) -> None:
        """Keep what was seen now, beside what other inboxes hold."""
        merged = self._known | self._used
        if merged != self._known:
            write_json(self._path, merged)


def scan(root: Path, cache: ChecksumCache) -> Scan:
    """Walk an inbox in a stable order.

    Raises:
        NotADirectoryError: when the inbox itself is not a folder that can be listed.
    """
    root = root.resolve()
    if not root.is_dir():
        raise NotADirectoryError(str(root))
    result = Scan(_text(str(root)))
    _walk(root, root, cache, result)
    result.paths = frozenset(receipt.relative_path for receipt in result.receipts)
    _leave_growing(result)
    result.receipts.sort(key=lambda receipt: receipt.relative_path)
    cache.save()
    return result


def _leave_growing(result: Scan) -> None:
    """Leave out files that changed just now and still change: half a file is no report."""
    fresh = [receipt for receipt in result.receipts if receipt.problem is None and _is_fresh(receipt.path)]
    if not fresh:
        return
    before = {receipt.path: _state(receipt.path) for receipt in fresh}
    time.sleep(_SETTLES_IN)
    growing = {path for path, state in before.items() if _state(path) != state}
    result.growing = len(growing)
    result.receipts = [receipt for receipt in result.receipts if receipt.path not in growing]


def _is_fresh(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime < _FRESH_SECONDS
    except OSError:
        return False


def _state(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns


def _walk(root: Path, folder: Path, cache: ChecksumCache, result: Scan) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        result.receipts.append(_unreadable(root, folder, "unreadable_folder"))
        return
    for entry in entries:
        path = folder / entry.name
        if is_left_out(entry.name) or is_folder_behind_link(entry):
            result.skipped += 1
        elif entry.is_dir(follow_symlinks=False):
            _walk(root, path, cache, result)
        else:
            result.receipts.append(_receive(root, path, entry.is_symlink(), cache))


def is_left_out(name: str) -> bool:
    """Whether a name says that the file is hidden, temporary or still being written."""
    lower = name.lower()
    return name.startswith(_HIDDEN_PREFIXES) or lower in _HIDDEN_NAMES or lower.endswith(_TEMPORARY_SUFFIXES)


def is_folder_behind_link(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a link to a folder, which is never followed."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # a link to itself
        return False


def _receive(root: Path, path: Path, is_link: bool, cache: ChecksumCache) -> Receipt:
    try:
        if is_link and not path.resolve(strict=True).is_relative_to(root):
            return _unreadable(root, path, "link_outside")
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            return _unreadable(root, path, "not_a_file")
        document_id = cache.checksum(path, facts)
    except (OSError, RuntimeError):  # no permission, gone meanwhile, a link to itself
        return _unreadable(root, path, "unreadable")
    received = datetime.fromtimestamp(facts.st_mtime_ns // 1000 / 1_000_000, tz=UTC)
    return Receipt(_text(str(root)), _relative(root, path), path, document_id, facts.st_size, received)


def _unreadable(root: Path, path: Path, problem: str) -> Receipt:
    """A receipt without bytes: its key comes from the path, so that it is the same on every run."""
    relative = _relative(root, path)
    document_id = hashlib.sha256(f"{problem}\0{root}\0{relative}".encode("utf-8", "replace")).hexdigest()
    try:
        facts = path.lstat()
        size, changed = facts.st_size, facts.st_mtime
    except OSError:
        size, changed = 0, 0.0
    received = datetime.fromtimestamp(changed, tz=UTC)
    return Receipt(_text(str(root)), relative, path, document_id, size, received, problem)


def _relative(root: Path, path: Path) -> str:
    return _text(path.relative_to(root).as_posix()) or "."


def _text(name: str) -> str:
    """A file name as text; names from old Chinese archives are GB18030 on disk."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name

"""Reading files for the commands that need no warehouse.

Belongs here: from paths to extractions, with problems in words.
Does not belong here: printing. Imports nothing heavier than extraction itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.errors import UnreadableError
from extraction.extract import extract
from extraction.model import Extraction
from extraction.readers.sniff import format_of
from orchestration.lake.failures import WorkerFailedError
from orchestration.lake.quarantine import MESSAGES

SIZE_LIMIT = 50_000_000
_FOLDER = (
    "这是文件夹，不是文件；可以写成“文件夹/*”检查其中的全部文件。",
    "This is a folder, not a file; FOLDER/* checks all files in it.",
)
_MISSING = ("没有这个文件；请核对路径和文件名。", "No such file; check its path and name.")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: what was read of it, or why it was not."""

    path: str
    extraction: Extraction | None
    code: str | None = None
    message_zh: str | None = None
    message_en: str | None = None

    @property
    def is_report(self) -> bool:
        """Whether there is anything to check."""
        return self.extraction is not None and self.extraction.outcome.status == "extracted"

    def problem(self, lang: str) -> str:
        """Why the file cannot be used, in words."""
        return (self.message_zh if lang == "zh" else self.message_en) or self.code or ""


def read_files(paths: Sequence[str]) -> Iterator[ReadFile]:
    """Read each file; nothing that is wrong with one keeps the others from being read."""
    for path in paths:
        yield _read(path)


def _read(path: str) -> ReadFile:
    file = Path(path)
    try:
        if file.is_dir():
            return ReadFile(path, None, "is_folder", *_FOLDER)
        if (size := file.stat().st_size) > SIZE_LIMIT:
            zh, en = MESSAGES["too_large"]
            facts = {"size": f"{size / 1e6:.0f} MB", "limit": f"{SIZE_LIMIT / 1e6:.0f} MB"}
            return ReadFile(path, None, "too_large", zh.format(**facts), en.format(**facts))
        data = file.read_bytes()
    except FileNotFoundError:
        return ReadFile(path, None, "not_found", *_MISSING)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return ReadFile(path, None, "unreadable", f"文件无法打开（{reason}）", f"Cannot be opened ({reason})")
    try:
        extraction = extract(data, file.name) if _is_plain(data) else _apart(file, data)
    except WorkerFailedError as error:
        zh, en = MESSAGES[error.code]
        return ReadFile(path, None, error.code, zh.format(**error.facts), en.format(**error.facts))
    outcome = extraction.outcome
    return ReadFile(path, extraction, outcome.error_code, outcome.message_zh, outcome.message_en)


def _is_plain(data: bytes) -> bool:
    """Whether the file is text, which is read here: it needs no library that could fail on it."""
    try:
        return format_of(data) == "text"
    except UnreadableError:
        return True  # the reading below says what is wrong


def _apart(file: Path, data: bytes) -> Extraction:
    """Read a file in a process of its own, as the lake does.

    Raises:
        WorkerFailedError: the reader died, took too long or too much memory.
    """
    from orchestration.lake.pool import DEFAULT_LIMITS, Worker

    worker = Worker("orchestration.lake.worker:read_extraction")
    request = {
        "path": os.fsencode(file.resolve()),
        "file_name": file.name,
        "document_id": hashlib.sha256(data).hexdigest(),
    }
    try:
        answer = worker.ask(request, DEFAULT_LIMITS.seconds)
    except WorkerFailedError as error:
        error.facts.setdefault("limit", f"{DEFAULT_LIMITS.seconds:g}")
        raise
    finally:
        worker.stop()
    if "problem" in answer:
        raise WorkerFailedError(answer["problem"], **answer.get("facts", {}))
    extraction: Extraction = answer["rows"]
    return extraction

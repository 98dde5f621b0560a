"""Readers for tests of the pool: they behave as badly as their file says."""

import os
import time
from pathlib import Path
from typing import Any

from extraction.readers.documents import progress
from extraction.schema import DOCUMENTS


def read(data: bytes, file_name: str) -> dict[str, list[dict[str, Any]]]:
    import hashlib

    text = data.decode()
    if text.startswith("crash"):
        os._exit(3)
    if text.startswith("hang"):
        time.sleep(600)
    if text.startswith("scan"):
        for _ in range(4):
            time.sleep(0.7)
            progress.got_on()
    if text.startswith("raise"):
        raise ValueError("secret text of the report")
    if text.startswith("eat"):
        bytearray(8 << 30)
    row = dict.fromkeys(column.name for column in DOCUMENTS.columns)
    row |= {"document_id": hashlib.sha256(data).hexdigest(), "extractor_version": "t", "status": "extracted"}
    if text.startswith("tool"):
        row |= {"status": "quarantined", "error_code": "archive_tool"}
    return {
        "contents": [row | {"title": file_name}],
        "figures": [],
        "indicators": [],
        "statements": [],
        "observations": [],
    }


def read_and_mark(data: bytes, file_name: str) -> dict[str, list[dict[str, Any]]]:
    """Read, and leave a mark that can be counted from outside."""
    (Path(os.environ["LAKE_READER_MARKS"]) / file_name).touch()
    return read(data, file_name)

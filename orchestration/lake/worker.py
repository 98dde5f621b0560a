"""The process that reads documents: started by the pool, one document at a time, through its pipes.

Belongs here: the limits of the process and the loop over requests.
Does not belong here: deciding what to read or keeping results. It runs as
``python -m orchestration.lake.worker`` so that a crash of a reader takes nothing else with it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import importlib
import os
import pickle
import resource
import struct
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from extraction.readers.documents import progress

if TYPE_CHECKING:
    from extraction.model import Extraction
    from extraction.readers.documents.limits import Limits

Rows = dict[str, list[dict[str, Any]]]
Read = Callable[[bytes, str], Rows]

#: Address space of a worker: recognising a scanned page takes two gigabytes of it.
_MEMORY_MEGABYTES = 4096
OUTPUT_LIMIT = 256 << 20
#: What an answer holds that is none yet: a page of a scan is done, and its reader goes on.
STILL_READING = "still_reading"
DEFAULT_READER = "orchestration.lake.worker:read_document"
_LENGTH = struct.Struct(">Q")


def read_document(data: bytes, file_name: str) -> Rows:
    """All rows of one document, by lake table."""
    from extraction.extract import extract_with_document
    from extraction.rows import content_row, table_rows
    from extraction.texts import text_rows

    extraction, document = extract_with_document(data, file_name, document_limits(os.environ))
    return {
        "contents": [content_row(extraction)],
        **table_rows(extraction),
        "texts": text_rows(extraction, document),
    }


def read_extraction(data: bytes, file_name: str) -> Extraction:
    """The extraction itself, for commands that need no lake."""
    from extraction.extract import extract

    return extract(data, file_name, document_limits(os.environ))


def document_limits(environment: Mapping[str, str]) -> Limits:
    """The bounds of one document; each can be set: ``JIHE_LIMIT_PAGES``, ``JIHE_LIMIT_CELLS``, ….

    Raises:
        ValueError: a bound is no whole number; the message names it.
    """
    from extraction.readers.documents.limits import Limits

    chosen: dict[str, int] = {}
    for bound in dataclasses.fields(Limits):
        name = f"JIHE_LIMIT_{bound.name.upper()}"
        if name in environment:
            try:
                chosen[bound.name] = int(environment[name])
            except ValueError:
                raise ValueError(f"{name}={environment[name]!r}: 应为整数 / must be a whole number") from None
    return Limits(**chosen)


def send(stream: BinaryIO, value: object) -> None:
    """Write one message: its length, then its pickled bytes."""
    message = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    if len(message) > OUTPUT_LIMIT:
        message = pickle.dumps({"problem": "too_much_output"})
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def memory_limit() -> int:
    """Bytes of address space that a worker may take; ``JIHE_LIMIT_MEMORY_MB`` sets it."""
    return int(os.environ.get("JIHE_LIMIT_MEMORY_MB", _MEMORY_MEGABYTES)) << 20


def message_length(header: bytes) -> int:
    """The length that a message's header announces."""
    return int(_LENGTH.unpack(header)[0])


def _answer(request: dict[str, Any], read: Read) -> dict[str, Any]:
    try:
        data = Path(os.fsdecode(request["path"])).read_bytes()
    except OSError:
        return {"problem": "unreadable"}
    if hashlib.sha256(data).hexdigest() != request["document_id"]:
        return {"problem": "changed_while_reading"}
    try:
        return {"rows": read(data, request["file_name"])}
    except MemoryError:
        return {"problem": "out_of_memory", "facts": {"limit": f"{memory_limit() >> 20} MB"}}
    except Exception as error:  # noqa: BLE001 - a reader's fault must end as a row, whatever it is
        return {"problem": "reader_failed", "facts": {"error": type(error).__name__}}


def main() -> None:
    """Answer requests until the parent closes the pipe or dies."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_limit(), memory_limit()))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a reader prints must not mix with the answers
    module, _, name = sys.argv[1].partition(":")
    read: Read = getattr(importlib.import_module(module), name)
    progress.listen(lambda: send(answers, {STILL_READING: True}))
    requests = sys.stdin.buffer
    while header := requests.read(_LENGTH.size):
        # Only our own parent writes here, so unpickling is safe.
        request = pickle.loads(requests.read(message_length(header)))  # noqa: S301
        send(answers, _answer(request, read))


if __name__ == "__main__":
    main()

"""Packed rows of reports, kept from one ledger to the next.

Belongs here: the file that keeps them. Does not belong here: what they say and whether they still hold (ledger_figures).
The file may be deleted at any time, and one that is damaged is none: then rows are made anew. It holds the packed rows one after the
other, a list of them, the length of that list and a SHA-256 of all that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from orchestration.files import replaced
from orchestration.publishing.splice import Packed

_LENGTH, _SUM = 8, 32  # bytes at the end


@dataclass(frozen=True, slots=True)
class KeptRows:
    """The rows of one report."""

    report_id: str
    made_of: str  # digest
    number: int  # of rows
    packed: Packed


def kept_rows(path: Path) -> dict[str, KeptRows]:
    """What is kept, by report; nothing where there is no such file or it is not as it was written."""
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    body, checksum = memoryview(content)[:-_SUM], content[-_SUM:]
    if hashlib.sha256(body).digest() != checksum:
        return {}
    length = int.from_bytes(body[-_LENGTH:])
    found, start = {}, 0
    for report_id, made_of, number, size, crc, packed in json.loads(
        bytes(body[-_LENGTH - length : -_LENGTH])
    ):
        data = bytes(body[start : start + packed])
        found[report_id] = KeptRows(report_id, made_of, number, Packed(data, size, crc))
        start += packed
    return found


def keeping(path: Path, rows: Iterable[KeptRows]) -> Iterator[KeptRows]:
    """The same rows, which are kept in place of what was when the last one has been taken."""
    listed = []
    checksum = hashlib.sha256()
    with replaced(path) as temporary, temporary.open("wb") as file:
        for found in rows:
            yield found
            rest = found.packed
            file.write(rest.data)
            checksum.update(rest.data)
            listed.append(
                (found.report_id, found.made_of, found.number, rest.size, rest.checksum, len(rest.data))
            )
        text = json.dumps(listed).encode()
        text += len(text).to_bytes(_LENGTH)
        checksum.update(text)
        file.write(text + checksum.digest())

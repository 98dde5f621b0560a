"""Whether a file that was made of an earlier build stays: only if it would say the same.

Belongs here: digests of what files are made of - rows, code, settings -, the notes on them in lists of files, taking files over.
Does not belong here: making files (site.make, papers). A digest covers everything that goes into a file but the name and
day of the build: a file names the one that it was made of and keeps its bytes for as long as nothing in it changes, so that
a letter that was sent is the letter that lies there. Whatever is in doubt is made anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from orchestration.files import read_json
from orchestration.paths import REPOSITORY
from orchestration.products.source import Published

#: Whose words and layout end in files; a new version of any makes everything anew.
_CODE = ("orchestration", "extraction")
_LAYOUT = ("*.py", "*.html")
_LIBRARIES = ("duckdb", "jinja2", "lxml", "markupsafe", "python-docx", "xlsxwriter")

Note = list[Any]  # digest of what files were made of, when its build began, and what else is to be known


def digest(*parts: object) -> str:
    """One digest of several values, each told apart from the next."""
    found = hashlib.sha256()
    for part in parts:
        found.update(f"{type(part).__name__} {part!r}\n".encode("utf-8", "surrogatepass"))
    return found.hexdigest()[:32]


def code_digest() -> str:
    """Everything that is not data: this program, its templates, the libraries and the Python it runs with."""
    found = hashlib.sha256(digest(sys.version, zlib.ZLIB_RUNTIME_VERSION, *map(version, _LIBRARIES)).encode())
    for folder in (REPOSITORY / name for name in _CODE):
        for path in sorted(path for pattern in _LAYOUT for path in folder.rglob(pattern)):
            content = path.read_bytes()
            found.update(f"{path.relative_to(REPOSITORY)} {len(content)}\n".encode() + content)
    return found.hexdigest()[:32]


def row_digests(published: Published, queries: Iterable[str], report_ids: list[str]) -> dict[str, str]:
    """What the very queries that a file is made of give for each report, as one digest by report.

    DuckDB's own hash is taken of rows as JSON: of rows as they are it takes lists that lie side by side for one. It is no
    cryptographic one: nobody can use that, for another file has another ``document_id``, which is a SHA-256 and in the digest too.
    """
    found: dict[str, list[object]] = defaultdict(list)
    for number, sql in enumerate(queries):
        # Every column counts, and how many rows there are; the sum does not depend on the order in which threads meet them.
        summed = f"select q.report_id, count(*) as number, sum(hash(to_json(q)::varchar)::hugeint)::varchar as sum from ({sql}) as q group by q.report_id"  # noqa: S608
        for row in published.stream(summed, report_ids):
            found[row["report_id"]].append((number, row["number"], row["sum"]))
    return {report_id: digest(*parts) for report_id, parts in found.items()}


def moment(created: datetime) -> str:
    """When a build began, as notes keep it: texts that are ordered as the moments are."""
    return created.astimezone(UTC).isoformat(timespec="microseconds")


def still_holds(note: Note | None, made_of: str, created: datetime) -> bool:
    """Whether files of a note say what files made now would say.

    Args:
        note: what is known of the files that lie there.
        made_of: digest of what they would be made of.
        created: when the published build began. After a return to an earlier one no file names a later one.
    """
    return note is not None and note[0] == made_of and str(note[1]) <= moment(created)


def take_over(source: Path, target: Path) -> None:
    """Give a file a second name; a copy where the disk knows no such thing. The first name goes when its folder is exchanged."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def notes_of(manifest: Path) -> Mapping[str, Note]:
    """What the files of a folder were made of, by name; nothing where that is not known."""
    known = read_json(manifest, None)
    found = known.get("made_of") if isinstance(known, dict) else None
    return found if isinstance(found, dict) else {}

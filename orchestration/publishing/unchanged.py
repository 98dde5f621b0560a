"""Whether a run would publish what is published already: everything that a build is made of, in one checksum.

Belongs here: what counts as an input, and the note of what the last complete run was made of.
Does not belong here: running. What cannot be seen to be the same is different: then the pipeline runs.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from extraction.version import EXTRACTOR_VERSION
from orchestration.files import read_json, write_json
from orchestration.lake.damage import read_state
from orchestration.lake.ingest import scan_inbox
from orchestration.lake.quarantine import TRANSIENT
from orchestration.lake.state import documents_path
from orchestration.paths import DBT_PROJECT, REPOSITORY, Home, reference_folder

#: What a run writes itself, within a home.
_MADE = frozenset(
    {
        "lake",
        "builds",
        "published",
        "dagster",
        "dbt",
        "data_docs",
        "outbox",
        "alerts",
        "inbox",
        "run.lock",
        "last_run.json",
    }
)
_CODE = ("extraction", "orchestration", "expectations")
#: Folders beside the code that programs write.
_WRITTEN = frozenset({"__pycache__", "logs", "target"})
#: These say where things are and not what they are.
_PLACES = frozenset({"JIHE_HOME", "JIHE_REPORTS", "JIHE_UI_URL"})
#: Deadlines pass at midnight there.
_CALENDAR = ZoneInfo("Asia/Shanghai")


def inputs_checksum(home: Home, reports: Path, lang: str) -> str | None:
    """One checksum over inbox, settings, reference data and code; none where something is not settled.

    Args:
        home: the working home.
        reports: the inbox.
        lang: language of the products.
    """
    found = scan_inbox(reports, home.lake)
    if found.growing or any(row["error_code"] in TRANSIENT for row in read_state(documents_path(home.lake))):
        return None
    digest = hashlib.sha256()
    for item in found.receipts:
        digest.update(f"{item.receipt_id} {item.problem}\n".encode())
    for line in (EXTRACTOR_VERSION, lang, str(datetime.now(_CALENDAR).date()), *settings(), *_files(home)):
        digest.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def is_published(home: Home, checksum: str | None) -> bool:
    """Whether what is published, with all its products, was made of just this."""
    note = read_json(_note(home), None)
    return (
        checksum is not None
        and isinstance(note, dict)
        and note.get("inputs") == checksum
        and note.get("outputs") == _outputs(home)
    )


def remember(home: Home, checksum: str | None) -> None:
    """Keep what a complete run was made of, and what it left."""
    if checksum is None:
        _note(home).unlink(missing_ok=True)
    else:
        write_json(_note(home), {"inputs": checksum, "outputs": _outputs(home)})


def _note(home: Home) -> Path:
    return home.path / "last_run.json"


def settings() -> Iterator[str]:
    """Every setting that says what is made, not where."""
    for name, value in sorted(os.environ.items()):
        if name.startswith("JIHE_") and name not in _PLACES:
            yield f"{name}={value}"


def code_and_reference() -> Iterator[str]:
    """Size and time of every file of the code and the reference data."""
    for folder in (*(REPOSITORY / name for name in _CODE), DBT_PROJECT, reference_folder()):
        for path in sorted(folder.rglob("*")):
            if not _WRITTEN.intersection(path.relative_to(folder).parts) and path.is_file():
                yield _facts(path)


def _files(home: Home) -> Iterator[str]:
    """The code, the reference data and what people keep in the home."""
    yield from code_and_reference()
    kept = sorted(path for path in home.path.iterdir() if path.name not in _MADE)
    for top in kept:
        yield from (_facts(path) for path in sorted([top, *top.rglob("*")]) if path.is_file())


def _facts(path: Path) -> str:
    facts = path.stat()
    return f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}"


def _outputs(home: Home) -> list[str]:
    """The published file, the lists of what was made of it, and the lake; a missing one is not like any other."""
    folder = home.published.parent
    paths = [home.published, folder / "site" / "manifest.json", folder / "products" / "manifest.json"]
    paths += [documents_path(home.lake), *sorted(home.lake.glob("extracts/*/*"))]
    return [_facts(path.resolve()) if path.exists() else f"{path} missing" for path in paths]

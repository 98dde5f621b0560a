"""What people have changed among the products: nothing of it is lost when the folder is exchanged.

Belongs here: telling files of people from ours, keeping them in the outbox, taking over what was written into a ledger.
Does not belong here: making products (produce), entries of a ledger (notes).
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from orchestration.files import read_json, sha256_of
from orchestration.paths import Home
from orchestration.products import ledger, notes
from orchestration.products.looks import unaltered
from orchestration.products.shelves import (
    LEDGER,
    MANIFEST,
    kept_folder,
    looks_file,
    notes_file,
    products_folder,
)
from orchestration.products.words import LANGUAGES


def keep(home: Home, *, thorough: bool = True) -> tuple[list[Path], set[str]]:
    """Copy what people have changed to the outbox, and remember what they wrote into the ledger; the copies, and the files that nobody changed.

    Args:
        home: the working home.
        thorough: look at every byte, not only at size and time of change.
    """
    folder = products_folder(home)
    build = (read_json(folder / MANIFEST, None) or {}).get("build_id", "unknown")
    kept = []
    changed, ours = _changed(folder, None if thorough else looks_file(home, folder))
    for name, path in changed.items():
        if name in LEDGER.values():
            _take_notes_if_ledger(home, path)
        target = kept_folder(home) / str(build) / name
        number = 1
        while target.exists() and sha256_of(target) != sha256_of(path):
            number += 1
            target = target.with_name(f"{path.stem}-{number}{path.suffix}")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
        kept.append(target)
    return kept, ours


def take_notes(home: Home, path: Path) -> None:
    """Remember the entries of a filled ledger in either language.

    Raises:
        NotesError: when it is not a ledger.
    """
    error: notes.NotesError | None = None
    for lang in LANGUAGES:
        try:
            found = notes.read_ledger(
                path, ledger.sheet_name(lang), ledger.heading("fingerprint", lang), ledger.note_headings(lang)
            )
        except notes.NotesError as wrong:
            error = error or wrong
            continue
        notes.save(notes_file(home), {**notes.load(notes_file(home)), **found})
        return
    if error is not None:
        raise error


def _take_notes_if_ledger(home: Home, path: Path) -> None:
    try:
        take_notes(home, path)
    except notes.NotesError:
        return  # somebody put another workbook in its place; it is kept in the outbox all the same


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _changed(folder: Path, looked: Path | None) -> tuple[dict[str, Path], set[str]]:
    """Files of people, by their path in the folder: those added, and those of ours with other bytes; and those of ours that are unaltered."""
    known: Mapping[str, Any] = (read_json(folder / MANIFEST, None) or {}).get("files", {})
    found = {path.relative_to(folder).as_posix(): path for path in _files(folder)} if folder.is_dir() else {}
    ours = unaltered(folder, {name: known[name] for name in found if name in known}, looked)
    changed = {
        name: path
        for name, path in found.items()
        if name != MANIFEST and name not in ours and not _is_lock(path)
    }
    return changed, ours


def _is_lock(path: Path) -> bool:
    """The small file that an office program lays beside an open document."""
    return path.name.startswith(("~$", ".~lock."))

"""Making all products of the published build, and putting them where people find them.

Belongs here: the folder ``published/products``, its list of files, what people have changed in it.
Does not belong here: what is in the products (ledger, letters, score_check). The folder is written aside
and exchanged whole, so nothing of an older build stays and nobody meets half of one. A file that somebody
has changed or added is kept in the outbox, and what was written into the ledger goes on into the next.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from orchestration.files import read_json, sha256_of, write_json
from orchestration.paths import Home
from orchestration.products import ledger, notes
from orchestration.products.papers import Before, PaperPart, Progress, Written, planned_papers
from orchestration.products.reuse import notes_of, unaltered
from orchestration.products.side_by_side import side_by_side
from orchestration.products.source import Published
from orchestration.products.words import LANGUAGES, pick
from orchestration.publishing.exchange import exchanged, recover

MANIFEST = "manifest.json"
#: Papers made until which starting other processes takes longer than the work.
_FEW = 200
LEDGER = {"zh": "问题台账.xlsx", "en": "problem_ledger.xlsx"}


@dataclass(slots=True)
class Products:
    """What was made, and what a person must know of it."""

    build_id: str
    folder: Path
    ledger: Path
    letters: Path
    score_tables: Path
    files: int = 0
    problems: list[str] = field(default_factory=list)  # what could not be made, in the reader's language
    kept: list[Path] = field(default_factory=list)  # changed by people, moved to the outbox


def products_folder(home: Home) -> Path:
    """Where products lie."""
    return home.published.parent / "products"


def site_folder(home: Home) -> Path:
    """Where the review site lies, whose pages the ledger links to."""
    return home.published.parent / "site"


def notes_file(home: Home) -> Path:
    """What people wrote into ledgers, by problem number."""
    return home.path / "ledger_notes.csv"


def kept_folder(home: Home) -> Path:
    """Where files that people changed or added are kept, by build."""
    return home.outbox / "kept"


def make_products(
    home: Home,
    lang: str,
    filled_ledger: Path | None = None,
    progress: Progress | None = None,
    *,
    anew: bool = False,
) -> Products:
    """Make everything from the published build. Needs the lock of the home.

    Args:
        home: the working home, with a published build.
        lang: zh or en.
        filled_ledger: a ledger that somebody has filled in elsewhere; its entries are taken over.
        progress: told how many parts are done, of how many.
        anew: use no paper of the build before.

    Raises:
        NotesError: when ``filled_ledger`` is not a ledger. Nothing is changed then.
    """
    folder = products_folder(home)
    recover(folder)
    if filled_ledger is not None:
        _take_notes(home, filled_ledger)
    changed = _changed(folder)
    kept = _keep(home, folder, changed)
    with exchanged(folder) as staging:
        made = _make(home, staging, folder, lang, progress, None if anew else _before(folder))
    made.kept = kept
    return made


def listed(home: Home) -> Products | None:
    """The products that lie there now, as their list of files tells."""
    folder = products_folder(home)
    known = read_json(folder / MANIFEST, None)
    if not isinstance(known, dict):
        return None
    return Products(
        build_id=known["build_id"],
        folder=folder,
        ledger=folder / known["ledger"],
        letters=folder / known["letters"],
        score_tables=folder / known["score_tables"],
        files=len(known["files"]),
        problems=known["problems"],
    )


@dataclass(frozen=True, slots=True)
class _LedgerPart:
    """The ledger; the longest part of all."""

    home: Home
    path: Path  # where it is written
    final: Path  # where people open it
    lang: str

    def make(self) -> Written:
        """Write the ledger; it is no paper."""
        entries = notes.load(notes_file(self.home))
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            published = Published(connection)
            ledger.write_ledger(self.path, self.final, site_folder(self.home), published, entries, self.lang)
        return {}


def _make_part(part: _LedgerPart | PaperPart) -> Written:
    return part.make()


def _before(folder: Path) -> Before | None:
    """The papers that lie there; nothing where the folder does not tell what they were made of."""
    notes = notes_of(folder / MANIFEST)
    return Before(folder, notes) if notes else None


def _make(
    home: Home, staging: Path, folder: Path, lang: str, progress: Progress | None, before: Before | None
) -> Products:
    name = LEDGER[lang]
    with duckdb.connect(str(home.published), read_only=True) as connection:
        published = Published(connection)
        papers = planned_papers(home, staging, published, lang, before)
    ledger_part = _LedgerPart(home, staging / name, folder / name, lang)
    parts: list[_LedgerPart | PaperPart] = [ledger_part, *papers.parts]
    # Few papers are made before another process has begun.
    workers = 1 if papers.made <= _FEW else None
    written: Written = dict(papers.kept)
    for done, found in enumerate(side_by_side(_make_part, parts, workers), start=1):
        written |= found
        if progress is not None:
            progress(done, len(parts))
    files = {path: checksum for found in written.values() for path, checksum in found.items()}
    files[name] = sha256_of(staging / name)
    names = {"ledger": name, "letters": papers.letters, "score_tables": papers.score_tables}
    write_json(
        staging / MANIFEST,
        {"build_id": published.build_id, "lang": lang, **names, "problems": papers.problems, "files": dict(sorted(files.items())),
         "made_of": papers.notes(written)},
    )  # fmt: skip
    return Products(
        build_id=published.build_id,
        folder=folder,
        ledger=folder / name,
        letters=folder / papers.letters,
        score_tables=folder / papers.score_tables,
        files=len(files),
        problems=papers.problems,
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _changed(folder: Path) -> dict[str, Path]:
    """Files of people: those added, and those of ours with other bytes; by their path in the folder."""
    known: Mapping[str, Any] = (read_json(folder / MANIFEST, None) or {}).get("files", {})
    found = {path.relative_to(folder).as_posix(): path for path in _files(folder)} if folder.is_dir() else {}
    ours = unaltered(folder, {name: known[name] for name in found if name in known})
    return {
        name: path
        for name, path in found.items()
        if name != MANIFEST and name not in ours and not _is_lock(path)
    }


def _is_lock(path: Path) -> bool:
    """The small file that an office program lays beside an open document."""
    return path.name.startswith(("~$", ".~lock."))


def _keep(home: Home, folder: Path, changed: Mapping[str, Path]) -> list[Path]:
    """Copy what people have changed to the outbox, and remember what they wrote into the ledger."""
    build = (read_json(folder / MANIFEST, None) or {}).get("build_id", "unknown")
    kept = []
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
    return kept


def _take_notes_if_ledger(home: Home, path: Path) -> None:
    try:
        _take_notes(home, path)
    except notes.NotesError:
        return  # somebody put another workbook in its place; it is kept in the outbox all the same


def _take_notes(home: Home, path: Path) -> None:
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


def words(home: Home, made: Products, lang: str) -> list[str]:
    """What was made, one line each, for the end of a run."""
    lines = [
        pick(lang, f"问题台账  {made.ledger}", f"ledger     {made.ledger}"),
        pick(lang, f"复核意见  {made.letters}", f"letters    {made.letters}"),
        pick(lang, f"评分表    {made.score_tables}", f"scores     {made.score_tables}"),
    ]
    if kept_folder(home).is_dir():
        kept = kept_folder(home)
        lines.append(pick(lang, f"您改动过的旧文件保留在  {kept}", f"kept, for you changed them  {kept}"))
    lines += [pick(lang, f"未能生成：{text}", f"not made: {text}") for text in made.problems]
    return lines

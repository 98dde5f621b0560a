"""Making all products of the published build, and putting them where people find them.

Belongs here: making the folder ``published/products`` and its list of files, what was made in words.
Does not belong here: what is in the products (ledger, letters, score_check), where things lie (shelves), what people have changed
(changed_by_people). The folder is written aside and exchanged whole, so nobody meets half of one.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from orchestration.files import read_json, sha256_of, write_json
from orchestration.paths import Home
from orchestration.products import changed_by_people, ledger, looks, notes
from orchestration.products.papers import Before, PaperPart, Progress, Written, planned_papers
from orchestration.products.reuse import notes_of
from orchestration.products.shelves import (
    LEDGER,
    MANIFEST,
    kept_folder,
    looks_file,
    notes_file,
    products_folder,
    rows_file,
    site_folder,
)
from orchestration.products.side_by_side import side_by_side
from orchestration.products.source import Published
from orchestration.products.words import pick
from orchestration.publishing.exchange import exchanged, recover

#: Papers made until which starting other processes takes longer than the work.
_FEW = 200


@dataclass(slots=True)
class Products:
    """What was made, and what a person must know of it."""

    build_id: str
    folder: Path
    ledger: Path
    letters: Path
    score_tables: Path
    checksums: dict[str, str] = field(default_factory=dict)  # of every file
    problems: list[str] = field(default_factory=list)  # what could not be made, in the reader's language
    kept: list[Path] = field(default_factory=list)  # changed by people, moved to the outbox

    @property
    def files(self) -> int:
        """How many were made."""
        return len(self.checksums)


def make_products(
    home: Home,
    lang: str,
    filled_ledger: Path | None = None,
    progress: Progress | None = None,
    *,
    anew: bool = False,
    thorough: bool = True,
    site_comes: bool = False,
) -> Products:
    """Make everything from the published build. Needs the lock of the home.

    Args:
        home: the working home, with a published build.
        lang: zh or en.
        filled_ledger: a ledger that somebody has filled in elsewhere; its entries are taken over.
        progress: told how many parts are done, of how many.
        anew: use no paper of the build before.
        thorough: look at every byte of the files that lie there, not only at size and time of change.
        site_comes: the site is being made, with a page of every report.

    Raises:
        NotesError: when ``filled_ledger`` is not a ledger. Nothing is changed then.
    """
    folder = products_folder(home)
    recover(folder)
    if filled_ledger is not None:
        changed_by_people.take_notes(home, filled_ledger)
    kept, unaltered = changed_by_people.keep(home, thorough=thorough)
    before = None if anew else _before(folder, unaltered)
    with exchanged(folder) as staging:
        made = _make(home, staging, folder, lang, progress, before, site_comes=site_comes)
    made.kept = kept
    # of the ledger, in which people write, every byte is looked at each time
    papers = {path: checksum for path, checksum in made.checksums.items() if path != made.ledger.name}
    looks.remember(looks_file(home, folder), folder, papers)
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
        checksums=known["files"],
        problems=known["problems"],
    )


@dataclass(frozen=True, slots=True)
class _LedgerPart:
    """The ledger; the longest part of all."""

    home: Home
    path: Path  # where it is written
    final: Path  # where people open it
    lang: str
    anew: bool  # use no rows of the ledger before
    site_comes: bool  # with a page of every report

    def make(self) -> Written:
        """Write the ledger; it is no paper."""
        rows = rows_file(self.home, self.lang)
        if self.anew:
            rows.unlink(missing_ok=True)
        entries = notes.load(notes_file(self.home))
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            published = Published(connection)
            site = site_folder(self.home)
            pages = [row["report_id"] for row in published.reports()] if self.site_comes else None
            ledger.write_ledger(self.path, self.final, site, published, entries, self.lang, rows, pages)
        return {}


def _make_part(part: _LedgerPart | PaperPart) -> Written:
    return part.make()


def _before(folder: Path, unaltered: Set[str]) -> Before | None:
    """The papers that lie there; nothing where the folder does not tell what they were made of."""
    notes = notes_of(folder / MANIFEST)
    return Before(folder, notes, unaltered) if notes else None


def _make(
    home: Home,
    staging: Path,
    folder: Path,
    lang: str,
    progress: Progress | None,
    before: Before | None,
    *,
    site_comes: bool,
) -> Products:
    name = LEDGER[lang]
    with duckdb.connect(str(home.published), read_only=True) as connection:
        published = Published(connection)
        papers = planned_papers(home, staging, published, lang, before)
    ledger_part = _LedgerPart(
        home, staging / name, folder / name, lang, anew=before is None, site_comes=site_comes
    )
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
        checksums=files,
        problems=papers.problems,
    )


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

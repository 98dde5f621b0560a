"""Letters and score-check tables as files, one for each department and year.

Belongs here: names of files, writing them, keeping those of which nothing has changed, going on when a template cannot be used.
Does not belong here: what they say (letters, score_check), how a template is filled in (template), what makes papers the
same (reuse, departments).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from orchestration.paths import Home
from orchestration.products import letters, score_check
from orchestration.products.departments import AT_ONCE, Group, digests, filled, planned
from orchestration.products.reuse import (
    Note,
    code_digest,
    digest,
    moment,
    still_holds,
    take_over,
)
from orchestration.products.source import Published
from orchestration.products.template import Template, TemplateError
from orchestration.products.templates import template_path
from orchestration.products.words import pick

Progress = Callable[[int, int], None]
_KNOWN = {"review_letter": letters.KNOWN, "score_check": score_check.KNOWN}
#: What was written: by file stem, the checksum of each file by its path.
Written = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Before:
    """The papers of an earlier build that lie in a folder."""

    folder: Path
    notes: Mapping[str, Note]  # by file stem: digest, moment, and as in Written
    unaltered: Set[str]  # files that lie there as they were written


@dataclass(slots=True)
class Papers:
    """The folders that are filled, relative to the products, what fills them, and what cannot be made."""

    letters: str
    score_tables: str
    parts: list[PaperPart] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    made_of: dict[str, list[str]] = field(
        default_factory=dict
    )  # by file stem: digest and moment, as in notes
    kept: Written = field(default_factory=dict)  # taken over as they are
    made: int = 0  # how many groups are made

    def notes(self, written: Written) -> dict[str, Note]:
        """What is to be known of the papers when the next build comes."""
        return {stem: [*made_of, written[stem]] for stem, made_of in self.made_of.items()}


@dataclass(frozen=True, slots=True)
class PaperPart:
    """The papers of some departments; may be made in a process of its own."""

    home: Home
    folder: Path
    letters: str | None  # folder in that; none when the template cannot be used
    score_tables: str | None
    lang: str
    groups: list[Group]

    def make(self) -> Written:
        """Write the letters and score-check tables of these departments."""
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            published = Published(connection)
            templates = {
                folder: _template(self.home, name, published, self.lang)
                for name, folder in (("review_letter", self.letters), ("score_check", self.score_tables))
                if folder
            }
            return {
                group.file_stem: self._made(group, templates, published)
                for group in filled(published, self.groups)
            }

    def _made(self, group: Group, templates: Mapping[str, Template], published: Published) -> dict[str, str]:
        about: tuple[Any, ...] = (group, published.build_id, published.created, self.lang)
        papers = []
        if self.letters:
            papers.append((self.letters, "", letters.context(*about)))
        if self.score_tables:
            tables = list(score_check.contexts(*about))
            for report, context in tables:
                several = f"_{report['report_id'][:8]}" if len(tables) > 1 else ""
                papers.append((self.score_tables, several, context))
        found = {}
        for folder, several, context in papers:
            path = f"{folder}/{group.file_stem}{several}_{folder}.docx"
            content = templates[folder].fill(context)
            # The whole folder is exchanged at the end; no file needs to be safe by itself.
            (self.folder / path).write_bytes(content)
            found[path] = _checksum(content)
        return found


def planned_papers(
    home: Home, folder: Path, published: Published, lang: str, before: Before | None = None
) -> Papers:
    """Everything that is to be made in a folder, in parts.

    A template that cannot be used stops its own papers only; the others and the ledger are made.
    """
    papers = Papers(pick(lang, "复核意见", "review_letters"), pick(lang, "核查评分表", "score_checks"))
    usable = {}
    for name, kind in ((papers.letters, "review_letter"), (papers.score_tables, "score_check")):
        (folder / name).mkdir()
        usable[kind] = name if _is_usable(home, kind, published, papers, lang) else None
    every = planned(published)
    shared = digest(
        code_digest(), lang, *(_template_digest(home, kind, lang) for kind in usable), sorted(usable.items())
    )
    found = dict(zip((group.file_stem for group in every), digests(published, every), strict=True))
    papers.made_of = {stem: [digest(shared, rows), moment(published.created)] for stem, rows in found.items()}
    if before is not None:
        _keep(papers, before, folder, published)
    wanted = [group for group in every if group.file_stem not in papers.kept]
    papers.made = len(wanted)
    papers.parts = [
        PaperPart(home, folder, usable["review_letter"], usable["score_check"], lang, wanted[start : start + AT_ONCE])
        for start in range(0, len(wanted), AT_ONCE)
    ]  # fmt: skip
    return papers


def _keep(papers: Papers, before: Before, folder: Path, published: Published) -> None:
    """Take over the papers of which nothing has changed; those that somebody has changed or removed are made like any other."""
    same = {
        stem: before.notes[stem]
        for stem, (made_of, _) in papers.made_of.items()
        if still_holds(before.notes.get(stem), made_of, published.created)
    }
    for stem, (_, of_build, files) in same.items():
        if before.unaltered >= set(files):
            for path in files:
                take_over(before.folder / path, folder / path)
            papers.kept[stem] = files
            papers.made_of[stem][1] = of_build


def _is_usable(home: Home, kind: str, published: Published, papers: Papers, lang: str) -> bool:
    """Whether a template can be used: it is tried out on nothing, so that its faults show before the first department."""
    try:
        known = _KNOWN[kind]
        _template(home, kind, published, lang).fill(
            {key: [] if f"{key}." in "".join(known) else "" for key in known}
        )
    except TemplateError as error:
        papers.problems.append(str(error))
        return False
    return True


def _template(home: Home, kind: str, published: Published, lang: str) -> Template:
    return Template(template_path(home, kind, lang), published.created, _KNOWN[kind])


def _template_digest(home: Home, kind: str, lang: str) -> str:
    return _checksum(_content(template_path(home, kind, lang)))


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

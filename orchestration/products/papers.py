"""Letters and score-check tables as files, one for each department and year.

Belongs here: names of files, writing them, using those of the build before again, going on when a template cannot be used.
Does not belong here: what they say (letters, score_check), how a template is filled in (template), what makes papers the
same (reuse, departments).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from orchestration.paths import Home
from orchestration.products import letters, score_check
from orchestration.products.departments import AT_ONCE, Group, digests, filled, planned
from orchestration.products.packing import Spot, Stamp
from orchestration.products.reuse import Note, code_digest, digest
from orchestration.products.source import Published
from orchestration.products.template import Template, TemplateError
from orchestration.products.templates import template_path
from orchestration.products.words import day, pick

Progress = Callable[[int, int], None]
_KNOWN = {"review_letter": letters.KNOWN, "score_check": score_check.KNOWN}
_COPIED_AT_ONCE = 1000
#: What was written: by file stem, the checksum of each file and where it says of which build it is, by path.
Written = dict[str, dict[str, tuple[str, list[Spot]]]]


@dataclass(frozen=True, slots=True)
class Before:
    """The papers of an earlier build that lie in a folder."""

    folder: Path
    stamp: Stamp
    notes: Mapping[str, Note]  # by file stem: digest, and as in Written


@dataclass(slots=True)
class Papers:
    """The folders that are filled, relative to the products, what fills them, and what cannot be made."""

    letters: str
    score_tables: str
    parts: list[PaperPart] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)  # of what papers are made of, by file stem
    groups: dict[str, Group] = field(default_factory=dict)  # by file stem, in order
    made: int = 0  # how many groups are made and not copied

    def missing(self, written: Written) -> PaperPart | None:
        """What makes the papers that could not be used again, for somebody has changed or removed them."""
        left = [group for stem, group in self.groups.items() if stem not in written]
        if not left:
            return None
        whole = self.parts[0]
        return PaperPart(whole.home, whole.folder, whole.letters, whole.score_tables, whole.lang, left)

    def notes(self, written: Written) -> dict[str, Note]:
        """What is to be known of the papers when the next build comes."""
        return {stem: [made_of, written[stem]] for stem, made_of in self.digests.items()}


@dataclass(frozen=True, slots=True)
class PaperPart:
    """The papers of some departments; may be made in a process of its own."""

    home: Home
    folder: Path
    letters: str | None  # folder in that; none when the template cannot be used
    score_tables: str | None
    lang: str
    groups: list[Group]
    before: Before | None = None  # whose papers are used again, if they are still as they were written

    def make(self) -> Written:
        """Write the letters and score-check tables of these departments."""
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            published = Published(connection)
            templates = {
                folder: _template(self.home, name, published, self.lang)
                for name, folder in (("review_letter", self.letters), ("score_check", self.score_tables))
                if folder
            }
            if self.before is not None:
                stamp = stamp_of(published, self.lang)
                return dict(self._copied(self.before, templates, stamp))
            return {
                group.file_stem: self._made(group, templates, published)
                for group in filled(published, self.groups)
            }

    def _made(
        self, group: Group, templates: Mapping[str, Template], published: Published
    ) -> dict[str, tuple[str, list[Spot]]]:
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
            content, spots = templates[folder].filled(context)
            found[path] = self._write(path, content), spots
        return found

    def _copied(
        self, before: Before, templates: Mapping[str, Template], stamp: Stamp
    ) -> Iterator[tuple[str, dict[str, tuple[str, list[Spot]]]]]:
        for group in self.groups:
            _, papers = before.notes[group.file_stem]
            found = {}
            for path, (checksum, spots) in papers.items():
                content = _content(before.folder / path)
                again = None
                if _checksum(content) == checksum:
                    again = templates[path.split("/")[0]].stamped_anew(content, spots, before.stamp, stamp)
                if again is None:
                    break
                found[path] = again
            else:
                yield (
                    group.file_stem,
                    {path: (self._write(path, content), spots) for path, (content, spots) in found.items()},
                )

    def _write(self, path: str, content: bytes) -> str:
        # The whole folder is exchanged at the end; no file needs to be safe by itself.
        (self.folder / path).write_bytes(content)
        return _checksum(content)


def stamp_of(published: Published, lang: str) -> dict[str, str]:
    """How papers say of which build they are."""
    return {"build": published.build_id, "date": day(published.created, lang)}


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
    papers.groups = {group.file_stem: group for group in every}
    papers.digests = {
        group.file_stem: digest(shared, found)
        for group, found in zip(every, digests(published, every), strict=True)
    }
    notes = before.notes if before else {}
    same = {stem for stem, made_of in papers.digests.items() if stem in notes and notes[stem][0] == made_of}
    wanted = [group for group in every if group.file_stem not in same]
    copied = [group for group in every if group.file_stem in same]
    papers.made = len(wanted)

    def part(groups: list[Group], before: Before | None = None) -> PaperPart:
        return PaperPart(home, folder, usable["review_letter"], usable["score_check"], lang, groups, before)

    papers.parts = [part(wanted[start : start + AT_ONCE]) for start in range(0, len(wanted), AT_ONCE)]
    for start in range(0, len(copied), _COPIED_AT_ONCE):
        some = copied[start : start + _COPIED_AT_ONCE]
        known = before and Before(
            before.folder, before.stamp, {group.file_stem: notes[group.file_stem] for group in some}
        )
        papers.parts.append(part(some, known))
    return papers


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

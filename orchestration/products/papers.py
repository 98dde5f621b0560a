"""Letters and score-check tables as files, one for each department and year.

Belongs here: names of files, writing them, going on when a template cannot be used.
Does not belong here: what they say (letters, score_check), how a template is filled in (template).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from orchestration.paths import Home
from orchestration.products import letters, score_check
from orchestration.products.departments import AT_ONCE, Group, groups, how_many
from orchestration.products.source import Published
from orchestration.products.template import Template, TemplateError
from orchestration.products.templates import template_path
from orchestration.products.words import pick

Progress = Callable[[int, int], None]
_KNOWN = {"review_letter": letters.KNOWN, "score_check": score_check.KNOWN}


@dataclass(slots=True)
class Papers:
    """The folders that are filled, relative to the products, what fills them, and what cannot be made."""

    letters: str
    score_tables: str
    parts: list[PaperPart] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PaperPart:
    """The papers of some departments, by their places in the order of all; may be made in a process of its own."""

    home: Home
    letters: Path | None  # folder; none when the template cannot be used
    score_tables: Path | None
    lang: str
    start: int
    stop: int

    def make(self) -> None:
        """Write the letters and score-check tables of these departments."""
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            published = Published(connection)
            letter = self.letters and _template(self.home, "review_letter", published, self.lang)
            table = self.score_tables and _template(self.home, "score_check", published, self.lang)
            for group in groups(published, self.start, self.stop):
                if self.letters and letter:
                    _write(self.letters, f"{group.file_stem}_{self.letters.name}", letter.fill(
                        letters.context(group, published.build_id, published.created, self.lang)))  # fmt: skip
                if self.score_tables and table:
                    _tables(self.score_tables, group, table, published, self.lang)


def planned_papers(home: Home, folder: Path, published: Published, lang: str) -> Papers:
    """Everything that is to be made in a folder, in parts.

    A template that cannot be used stops its own papers only; the others and the ledger are made.
    """
    papers = Papers(pick(lang, "复核意见", "review_letters"), pick(lang, "核查评分表", "score_checks"))
    for name in (papers.letters, papers.score_tables):
        (folder / name).mkdir()
    letters_folder = _usable(folder / papers.letters, home, "review_letter", published, papers, lang)
    tables_folder = _usable(folder / papers.score_tables, home, "score_check", published, papers, lang)
    papers.parts = [
        PaperPart(home, letters_folder, tables_folder, lang, start, start + AT_ONCE)
        for start in range(0, how_many(published), AT_ONCE)
    ]
    return papers


def _usable(
    folder: Path, home: Home, name: str, published: Published, papers: Papers, lang: str
) -> Path | None:
    """The folder, if its template can be used: it is tried out on nothing, so that its faults show before the first department."""
    try:
        known = _KNOWN[name]
        _template(home, name, published, lang).fill(
            {key: [] if f"{key}." in "".join(known) else "" for key in known}
        )
    except TemplateError as error:
        papers.problems.append(str(error))
        return None
    return folder


def _template(home: Home, name: str, published: Published, lang: str) -> Template:
    return Template(template_path(home, name, lang), published.created, _KNOWN[name])


def _tables(folder: Path, group: Group, template: Template, published: Published, lang: str) -> None:
    made = list(score_check.contexts(group, published.build_id, published.created, lang))
    for report, context in made:
        several = f"_{report['report_id'][:8]}" if len(made) > 1 else ""
        _write(folder, f"{group.file_stem}{several}_{folder.name}", template.fill(context))


def _write(folder: Path, name: str, content: bytes) -> None:
    # The whole folder is exchanged at the end; no file needs to be safe by itself.
    (folder / f"{name}.docx").write_bytes(content)

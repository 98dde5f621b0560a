"""Letters and score-check tables as files, one for each department and year.

Belongs here: names of files, writing them, going on when a template cannot be used.
Does not belong here: what they say (letters, score_check), how a template is filled in (template).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.paths import Home
from orchestration.products import letters, score_check
from orchestration.products.departments import Group, groups
from orchestration.products.source import Published
from orchestration.products.template import Template, TemplateError
from orchestration.products.templates import template_path
from orchestration.products.words import pick

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Papers:
    """The folders that were filled, relative to the products, and what could not be made."""

    letters: str
    score_tables: str
    problems: list[str] = field(default_factory=list)


def write_papers(
    home: Home, folder: Path, published: Published, lang: str, progress: Progress | None = None
) -> Papers:
    """Write all letters and score-check tables.

    A template that cannot be used stops its own papers only; the others and the ledger are made.
    """
    papers = Papers(pick(lang, "复核意见", "review_letters"), pick(lang, "核查评分表", "score_checks"))
    letter = _template(home, "review_letter", letters.KNOWN, published, papers, lang)
    table = _template(home, "score_check", score_check.KNOWN, published, papers, lang)
    for name in (papers.letters, papers.score_tables):
        (folder / name).mkdir()
    for done, total, group in groups(published):
        if progress is not None:
            progress(done, total)
        if letter is not None:
            _write(folder / papers.letters, f"{group.file_stem}_{papers.letters}", letter.fill(
                letters.context(group, published.build_id, published.created, lang)))  # fmt: skip
        if table is not None:
            _tables(folder / papers.score_tables, group, table, published, papers.score_tables, lang)
    return papers


def _template(
    home: Home, name: str, known: frozenset[str], published: Published, papers: Papers, lang: str
) -> Template | None:
    """The template, tried out on nothing so that its faults show before the first department."""
    try:
        template = Template(template_path(home, name, lang), published.created, known)
        template.fill({key: [] if f"{key}." in "".join(known) else "" for key in known})
    except TemplateError as error:
        papers.problems.append(str(error))
        return None
    return template


def _tables(
    folder: Path, group: Group, template: Template, published: Published, title: str, lang: str
) -> None:
    made = list(score_check.contexts(group, published.build_id, published.created, lang))
    for report, context in made:
        several = f"_{report['report_id'][:8]}" if len(made) > 1 else ""
        _write(folder, f"{group.file_stem}{several}_{title}", template.fill(context))


def _write(folder: Path, name: str, content: bytes) -> None:
    # The whole folder is exchanged at the end; no file needs to be safe by itself.
    (folder / f"{name}.docx").write_bytes(content)

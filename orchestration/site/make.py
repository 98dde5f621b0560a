"""Making the review site of the published build: a folder of pages that open from a file share.

Belongs here: which pages there are, rendering them, exchanging the folder. Does not belong here: what a page shows
(overview, peers, evidence, listing, pages). The folder is written aside and exchanged whole. The page of a report of which nothing has
changed stays as it is and names the build that it was made of; made anew, the same build and lake give the same bytes.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from orchestration.files import read_json, write_json
from orchestration.paths import Home
from orchestration.products import looks
from orchestration.products.reuse import (
    Note,
    code_digest,
    digest,
    moment,
    notes_of,
    still_holds,
    take_over,
)
from orchestration.products.shelves import MANIFEST, looks_file, site_folder
from orchestration.products.side_by_side import side_by_side
from orchestration.products.source import Published
from orchestration.products.words import day, span, trimmed
from orchestration.publishing.exchange import exchanged
from orchestration.site import amounts, listing, overview, pages, peers
from orchestration.site.dbt_docs import write_dbt_docs
from orchestration.site.evidence import context
from orchestration.site.source import (
    AT_ONCE,
    Texts,
    extractor_version,
    page_digests,
    report_ids,
    report_rows,
)
from orchestration.site.words import Two, shown

Progress = Callable[[int, int], None]

_HERE = Path(__file__).resolve().parent
#: Pages made until which starting other processes takes longer than the work.
_FEW = 300
_PAGES = (
    ("index.html", "总览", "Overview"),
    ("reports.html", "报告", "Reports"),
    ("submissions.html", "报送", "Submissions"),
    ("rules.html", "规则", "Rules"),
    ("dictionary.html", "数据字典", "Tables"),
)


@dataclass(frozen=True, slots=True)
class Site:
    """What was made."""

    build_id: str
    index: Path
    reports: int
    without_text: int  # reports whose text the lake does not have


@dataclass(frozen=True, slots=True)
class _Part:
    """Some pages of reports that are to be made."""

    home: Home
    staging: Path
    lang: str
    ids: list[str]

    def write(self) -> dict[str, Note]:
        """Write the pages; the checksum of each and whether its text is missing."""
        return dict(self._made())

    def _made(self) -> Iterator[tuple[str, Note]]:
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            published = Published(connection)
            template = _environment(published, self.lang).get_template("report.html")
            concepts = _concepts(published)
            texts = Texts(self.home.lake, extractor_version(published))
            for rows in report_rows(published, texts, self.ids):
                html = template.render(root="../", page="reports.html", **context(rows, concepts))
                name = rows.report["report_id"]
                content = html.encode("utf-8")
                (self.staging / "reports" / f"{name}.html").write_bytes(content)
                yield name, [hashlib.sha256(content).hexdigest(), rows.text is None]


def make_site(
    home: Home, lang: str, progress: Progress | None = None, *, anew: bool = False, thorough: bool = True
) -> Site:
    """Make all pages of the published build. Needs the lock of the home.

    Args:
        home: the working home, with a published build.
        lang: the language that a page shows first, zh or en; every page holds both.
        progress: told how many reports are done, of how many.
        anew: use no page of the build before.
        thorough: look at every byte of the pages that are used again, not only at size and time of change.
    """
    folder = site_folder(home)
    with exchanged(folder) as staging:
        (staging / "reports").mkdir()
        with duckdb.connect(str(home.published), read_only=True) as connection:
            made = _write(staging, folder, Published(connection), home, lang, progress, anew, thorough)
    looks.remember(looks_file(home, folder), folder, _checksums(notes_of(folder / MANIFEST)))
    return made


def made_site(home: Home) -> Site | None:
    """The site that lies there now."""
    folder = site_folder(home)
    known = read_json(folder / MANIFEST, None)
    if not isinstance(known, dict):
        return None
    return Site(known["build_id"], folder / "index.html", known["reports"], known["without_text"])


def _write(
    staging: Path,
    folder: Path,
    published: Published,
    home: Home,
    lang: str,
    progress: Progress | None,
    anew: bool,
    thorough: bool,
) -> Site:
    environment = _environment(published, lang)
    shutil.copytree(_HERE / "assets", staging / "assets")
    environment.globals["has_dbt_docs"] = write_dbt_docs(home, staging / "dbt" / "index.html")
    _text(staging / "assets" / "reports.js", listing.script(published))
    for name, values in _top_pages(published).items():
        _text(staging / name, environment.get_template(name).render(root="", page=name, **values))
    before = {} if anew else notes_of(folder / MANIFEST)
    notes = _write_reports(home, staging, folder, published, lang, progress, before, thorough)
    made = Site(
        published.build_id, folder / "index.html", len(notes), sum(note[3] for note in notes.values())
    )
    write_json(
        staging / MANIFEST,
        {"build_id": made.build_id, "reports": made.reports, "without_text": made.without_text, "lang": lang, "made_of": notes},
    )  # fmt: skip
    return made


def _write_reports(
    home: Home,
    staging: Path,
    folder: Path,
    published: Published,
    lang: str,
    progress: Progress | None,
    before: Mapping[str, Note],
    thorough: bool,
) -> dict[str, Note]:
    """Write the pages of all reports; of each its digest, the moment of its build, its checksum and whether its text is missing."""
    ids = report_ids(published)
    texts = Texts(home.lake, extractor_version(published))
    shared = digest(code_digest(), lang, sorted(_concepts(published).items()))
    digests = {name: digest(shared, of_rows) for name, of_rows in page_digests(published, texts, ids).items()}
    same = {
        name: before[name] for name in ids if still_holds(before.get(name), digests[name], published.created)
    }
    known = None if thorough else looks_file(home, folder)
    kept = looks.unaltered(folder, _checksums(same), known)
    notes = {}
    for path in sorted(kept):
        take_over(folder / path, staging / path)
        notes[Path(path).stem] = same[Path(path).stem]
    wanted = [name for name in ids if name not in notes]
    parts = [_Part(home, staging, lang, some) for some in _pieces(wanted, AT_ONCE)]
    now = moment(published.created)
    for found in side_by_side(_Part.write, parts, 1 if len(wanted) <= _FEW else None):
        notes |= {name: [digests[name], now, *note] for name, note in found.items()}
        if progress is not None:
            progress(len(notes), len(ids))
    return {name: notes[name] for name in ids}


def _checksums(notes: Mapping[str, Note]) -> dict[str, str]:
    return {f"reports/{name}.html": str(note[2]) for name, note in notes.items()}


def _pieces(names: list[str], size: int) -> list[list[str]]:
    return [names[start : start + size] for start in range(0, len(names), size)]


def _concepts(published: Published) -> dict[str, Two]:
    rows = published.rows("select concept, label_zh, label_en from marts.dim_concept")
    return {row["concept"]: Two(row["label_zh"], row["label_en"]) for row in rows}


def _top_pages(published: Published) -> dict[str, dict[str, Any]]:
    drawn = [
        *overview.submissions(published), *overview.findings(published), amounts.spending(published),
        amounts.scores(published), peers.ratios(published), peers.yearly(published),
    ]  # fmt: skip
    return {
        "index.html": {"facts": overview.facts(published), "charts": drawn},
        "reports.html": {},
        "submissions.html": {"files": pages.files(published), "due": pages.due(published)},
        "rules.html": {"rules": pages.rules(published)},
        "dictionary.html": {"tables": pages.tables(published)},
    }


def _environment(published: Published, lang: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )
    environment.globals.update(
        t=Two, lang=lang, pages=_PAGES,
        build={"id": published.build_id, "day": Two(day(published.created, "zh"), day(published.created, "en"))},
    )  # fmt: skip
    environment.filters.update(number=trimmed, range=span)
    return environment


def _plain(value: Any) -> Any:
    """What a template prints: text of documents without characters that no page can show."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return trimmed(value)
    if isinstance(value, str) and not isinstance(value, Markup):
        return shown(value)
    return value


def _text(path: Path, text: str) -> None:
    # The whole folder is exchanged at the end; no file needs to be safe by itself.
    path.write_text(text, encoding="utf-8", newline="\n")

"""Making the review site of the published build: a folder of pages that open from a file share.

Belongs here: which pages there are, rendering them, exchanging the folder. Does not belong here: what a page shows
(overview, peers, evidence, listing, pages). The folder is written aside and exchanged whole; the same build and lake
give the same bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from orchestration.files import flush_folder, read_json, write_json
from orchestration.paths import Home
from orchestration.products.produce import site_folder
from orchestration.products.side_by_side import side_by_side
from orchestration.products.source import Published
from orchestration.products.words import day, span, trimmed
from orchestration.site import amounts, listing, overview, pages, peers
from orchestration.site.dbt_docs import write_dbt_docs
from orchestration.site.evidence import context
from orchestration.site.source import AT_ONCE, Texts, extractor_version, report_rows
from orchestration.site.words import Two, shown

Progress = Callable[[int, int], None]

MANIFEST = "manifest.json"
_HERE = Path(__file__).resolve().parent
_STAGING, _OLD = ".site.new", ".site.old"
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
    """Some pages of reports, by the places of their reports in the order of all."""

    home: Home
    staging: Path
    lang: str
    has_dbt_docs: bool
    start: int
    stop: int


def make_site(home: Home, lang: str, progress: Progress | None = None) -> Site:
    """Make all pages of the published build. Needs the lock of the home.

    Args:
        home: the working home, with a published build.
        lang: the language that a page shows first, zh or en; every page holds both.
        progress: told how many reports are done, of how many.
    """
    folder = site_folder(home)
    staging, old = folder.with_name(_STAGING), folder.with_name(_OLD)
    shutil.rmtree(staging, ignore_errors=True)
    (staging / "reports").mkdir(parents=True)
    try:
        with duckdb.connect(str(home.published), read_only=True) as connection:
            made = _write(staging, folder, Published(connection), home, lang, progress)
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.rename(old)
        staging.rename(folder)
        flush_folder(folder.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if not folder.exists() and old.is_dir():
            old.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    return made


def made_site(home: Home) -> Site | None:
    """The site that lies there now."""
    folder = site_folder(home)
    known = read_json(folder / MANIFEST, None)
    if not isinstance(known, dict):
        return None
    return Site(known["build_id"], folder / "index.html", known["reports"], known["without_text"])


def _write(
    staging: Path, folder: Path, published: Published, home: Home, lang: str, progress: Progress | None
) -> Site:
    environment = _environment(published, lang)
    shutil.copytree(_HERE / "assets", staging / "assets")
    has_dbt_docs = write_dbt_docs(home, staging / "dbt" / "index.html")
    environment.globals["has_dbt_docs"] = has_dbt_docs
    _text(staging / "assets" / "reports.js", listing.script(published))
    for name, values in _top_pages(published).items():
        page = environment.get_template(name)
        _text(staging / name, page.render(root="", page=name, **values))
    total = int(published.rows("select count(*) as number from marts.dim_report")[0]["number"])
    parts = [
        _Part(home, staging, lang, has_dbt_docs, start, min(start + AT_ONCE, total))
        for start in range(0, total, AT_ONCE)
    ]
    reports = without = 0
    for part, without_text in zip(parts, side_by_side(_write_reports, parts), strict=True):
        reports, without = part.stop, without + without_text
        if progress is not None:
            progress(reports, total)
    made = Site(published.build_id, folder / "index.html", reports, without)
    write_json(
        staging / MANIFEST,
        {"build_id": made.build_id, "reports": reports, "without_text": without, "lang": lang},
    )
    return made


def _write_reports(part: _Part) -> int:
    """Write the pages of some reports; how many of them are without their text."""
    without = 0
    with duckdb.connect(str(part.home.published), read_only=True) as connection:
        published = Published(connection)
        environment = _environment(published, part.lang)
        environment.globals["has_dbt_docs"] = part.has_dbt_docs
        template = environment.get_template("report.html")
        concepts = {
            row["concept"]: Two(row["label_zh"], row["label_en"])
            for row in published.rows("select concept, label_zh, label_en from marts.dim_concept")
        }
        texts = Texts(part.home.lake, extractor_version(published))
        for rows in report_rows(published, texts, part.start, part.stop):
            without += rows.text is None
            html = template.render(root="../", page="reports.html", **context(rows, concepts))
            _text(part.staging / "reports" / f"{rows.report['report_id']}.html", html)
    return without


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

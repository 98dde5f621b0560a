"""Data Docs that open without internet.

Belongs here: building the pages of Great Expectations and making them self-contained.
Does not belong here: judging. The pages as built load style, script and pictures from public servers;
here every such reference is taken out, one small style of our own is put in, and the browser is told
to load nothing from elsewhere. Their index needs script to show its rows, so we write our own.
"""

from __future__ import annotations

import html
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from expectations.model import Outcome, Suite

_STYLE = (Path(__file__).parent / "data_docs.css").read_text(encoding="utf-8")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'"
_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><style>{_STYLE}</style>'
_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_LOADED = re.compile(r"<(?:link|img|iframe|source)\b[^>]*>", re.IGNORECASE)
_OLD_STYLE = re.compile(r"<style\b.*?</style\s*>", re.DOTALL | re.IGNORECASE)
_HANDLER = re.compile(r"""\son[a-z]+=("[^"]*"|'[^']*')""", re.IGNORECASE)
_OUTWARD = re.compile(r"""<a\b[^>]*href=["']?https?://[^>]*>(.*?)</a>""", re.DOTALL | re.IGNORECASE)


def build_data_docs(
    store: Path, target: Path, results: Sequence[tuple[Suite, Sequence[Outcome]]], build_id: str
) -> Path:
    """Build the pages of one build and put them in place; the path of the index."""
    import great_expectations as gx

    context = gx.get_context(mode="file", project_root_dir=store)
    context.build_data_docs()
    site = next(store.glob("gx/uncommitted/data_docs/*"))
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for page in sorted(site.rglob("*.html")):
        copy = fresh / page.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(self_contained(page.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.rmtree(site)  # with its fonts and pictures: the results it was made from are kept
    (fresh / "index.html").write_text(_index(fresh, results, build_id), encoding="utf-8")
    _swap(fresh, target)
    return target / "index.html"


def self_contained(page: str) -> str:
    """A page without script and without anything that a browser would load."""
    for pattern in (_SCRIPT, _LOADED, _OLD_STYLE, _HANDLER):
        page = pattern.sub("", page)
    page = _OUTWARD.sub(r"\1", page)
    return re.sub(r"<head\b[^>]*>", lambda match: match.group(0) + _HEAD, page, count=1, flags=re.IGNORECASE)


def _swap(fresh: Path, target: Path) -> None:
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.rename(target, old)  # noqa: PTH104 - the two renames belong together
    os.rename(fresh, target)  # noqa: PTH104
    shutil.rmtree(old, ignore_errors=True)


def _index(site: Path, results: Sequence[tuple[Suite, Sequence[Outcome]]], build_id: str) -> str:
    sections = "".join(_section(site, suite, outcomes) for suite, outcomes in results)
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8">{_HEAD}<title>稽核</title>'
        f"</head><body><main><h1>数据检查 / Data Docs</h1><p>构建 / build {html.escape(build_id)}</p>"
        f"{sections}</main></body></html>"
    )


def _section(site: Path, suite: Suite, outcomes: Sequence[Outcome]) -> str:
    rows = []
    for outcome in outcomes:
        state = "通过 / pass" if outcome.passed else "未通过 / fail"
        note = html.escape(outcome.error or "") or (f"{len(outcome.failing_rows)} / {outcome.rows}")
        rows.append(
            f'<tr class="{"pass" if outcome.passed else "fail"}"><td>{state}</td><td>{outcome.severity}</td>'
            f"<td>{html.escape(outcome.description)}</td><td>{note}</td></tr>"
        )
    pages = "".join(
        f'<li><a href="{html.escape(page.relative_to(site).as_posix())}">{html.escape(page.stem)}</a></li>'
        for batch in suite.batches
        for page in sorted(site.glob(f"validations/{suite.name}-{batch.name}/**/*.html"))
    )
    heading = f"{html.escape(suite.title_zh)} / {html.escape(suite.title_en)}"
    return (
        f"<h2>{heading}</h2><table><thead><tr><th>结果</th><th>级别</th><th>期望</th>"
        f"<th>不符 / 已查</th></tr></thead><tbody>{''.join(rows)}</tbody></table><ul>{pages}</ul>"
    )

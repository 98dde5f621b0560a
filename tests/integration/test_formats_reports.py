"""The five real reports in every format: figures, scoring rows, identity and verdicts are those of their text."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.page_layout import sheets_of
from benchmarks.pages import ofd, pdf
from benchmarks.render import as_docx, as_html, as_xlsx
from extraction.extract import extract
from orchestration.paths import REPOSITORY
from tests.integration.formats_compared import assert_same, verdicts

REPORTS = REPOSITORY.parent / "shared" / "reports"
TEXTS = sorted(REPORTS.glob("*.txt"))
WRITERS = {
    "docx": as_docx,
    "html": as_html,
    "xlsx": as_xlsx,
    "pdf": lambda data: pdf(sheets_of(data)),
    "ofd": lambda data: ofd(sheets_of(data)),
}
pytestmark = pytest.mark.skipif(
    not TEXTS, reason=f"REAL REPORTS ABSENT, THEIR PROMISES ARE NOT CHECKED: {REPORTS}"
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name[:3])
def test_a_report_says_and_is_judged_the_same_in_every_format(path: Path):
    data = path.read_bytes()
    text = extract(data, path.name)
    others = {form: extract(write(data), f"x.{form}") for form, write in WRITERS.items()}
    for found in others.values():
        assert_same(found, text)
    said = verdicts([text, *others.values()])
    for form, found in others.items():
        assert said[found.document_id] == said[text.document_id], form

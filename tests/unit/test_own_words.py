"""The texts of this repository are its own: none shares a long stretch with the five real reports, but for headings of the ministry's forms.

Facts may be kept, sentences not (``tests/data/README.md``). Nothing else belongs here.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.perturbing.nationalforms import written_out

REPOSITORY = Path(__file__).resolve().parents[2]
#: Characters beside blanks; shorter stretches are set phrases of the field (部门整体支出绩效自评报告一、部门基本情况).
LONG = 24
FORMS = [written_out(marks) for marks in ("{{funds:}}年度资金总额", "绩效指标{{rows:}}{{reasons}}产出指标")]
_OF_FORMS = re.compile(
    "|".join(re.escape(form[at : at + LONG]) for form in FORMS for at in range(len(form) - LONG + 1))
)
_BLANKS = re.compile(r"\s+")
TEXTS = {".txt", ".md", ".html", ".csv", ".json", ".py"}


def _beside_forms(text: str) -> str:
    """A text without its blanks, and without what the ministry's forms print."""
    return _OF_FORMS.sub("\n", _BLANKS.sub("", text))


def _stretches(text: str) -> Iterator[str]:
    return (text[at : at + LONG] for at in range(len(text) - LONG + 1))


def _is_chinese(words: str) -> bool:
    return "\n" not in words and sum("\u4e00" <= one <= "\u9fff" for one in words) > LONG // 2


def _shared(text: str, real: set[str]) -> set[str]:
    return {words for words in _stretches(_beside_forms(text)) if words in real}


@pytest.fixture(scope="module")
def real() -> set[str]:
    folder = REPOSITORY.parent / "shared" / "reports"
    reports = sorted(folder.glob("*.txt"))
    if not reports:
        pytest.skip(f"REAL REPORTS ABSENT, NOBODY CHECKS THAT NO SENTENCE OF THEM IS HERE: {folder}")
    texts = [_beside_forms(path.read_text("utf-8")) for path in reports]
    return {words for text in texts for words in _stretches(text) if _is_chinese(words)}


def test_no_text_here_holds_a_sentence_of_a_real_report(real):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True)
    paths = [REPOSITORY / name for name in listed.stdout.decode().split("\0") if name]
    shared = {
        str(path.relative_to(REPOSITORY)): sorted(found)[:3]
        for path in paths
        if path.suffix in TEXTS and (found := _shared(path.read_bytes().decode(errors="ignore"), real))
    }
    assert shared == {}


def test_a_copied_sentence_would_be_seen(real):
    copied = max(real)
    assert _shared(f"甲。{copied}乙", real) == {copied}

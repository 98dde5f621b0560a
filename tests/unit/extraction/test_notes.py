"""Why a figure is uncertain is said in Chinese as well: an officer reads it beside the figure.

Not tested here: when a note is made (the tests of each reading).
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import extraction
from extraction import notes, reference
from extraction.prose.sentence import doubts
from extraction.rows import figure_rows

ROOT = Path(extraction.__file__).parent


def _given(path: Path) -> Iterator[str]:
    """What a module notes on figures as it stands in its code: constants, and names of constants."""
    module = importlib.import_module(
        ".".join(("extraction", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    )
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.keyword) and node.arg == "note"):
            continue
        for part in ast.walk(node.value):
            value = None
            if isinstance(part, ast.Constant):
                value = part.value
            elif isinstance(part, ast.Name):
                value = getattr(module, part.id, None)
            elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
                value = getattr(getattr(module, part.value.id, None), part.attr, None)
            if isinstance(value, str):
                yield value


WRITTEN = sorted({note for path in ROOT.rglob("*.py") for note in _given(path)})
DOUBTS = [value for name, value in vars(doubts).items() if name.isupper() and isinstance(value, str)]


def test_there_are_notes():
    assert len(WRITTEN) > 15
    assert len(DOUBTS) >= 3


@pytest.mark.parametrize("note", [*WRITTEN, *DOUBTS])
def test_every_note_has_chinese_words(note):
    assert notes.is_known(note), f"{note!r} is missing in data/reference/figure_notes.csv"


@pytest.mark.parametrize("english", sorted(reference.figure_notes()))
def test_both_languages_are_filled_with_the_same(english):
    fields = {
        field: f"<{field}>" for field in ("count", "page", "place", "certainty") if f"{{{field}}}" in english
    }
    chinese = notes.in_chinese(english.format(**fields))
    assert all(filled in chinese for filled in fields.values())
    assert chinese and "{" not in chinese


def test_two_notes_are_told_one_after_the_other():
    note = notes.joined("unit not printed", None, "called 结余 alone")
    assert notes.in_chinese(note) == "单位未印；原文只写“结余”"
    assert notes.in_english(note) == "unit not printed; called 结余 alone"


def test_nothing_noted_is_nothing_said():
    assert notes.joined(None, "") is None
    assert notes.in_chinese(None) is notes.in_english(None) is None


def test_a_note_without_chinese_words_is_not_lost():
    assert notes.in_chinese("never heard of") == "never heard of"


def test_rows_hold_the_note_in_both_languages(read):
    rows = figure_rows(read("公务接待费3.10万元。另有公务接待费1.20万元。\n"))
    assert [row["note_zh"] for row in rows] == [None, "正文给出2个不同数额，未写明各属何单位或事项"]
    assert "2 different amounts" in rows[1]["note_en"]
    assert all("note" not in row for row in rows)

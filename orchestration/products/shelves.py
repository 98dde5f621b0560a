"""Where products lie, and what their files are called.

Belongs here: folders and names that several modules and the command line must agree on.
Does not belong here: making anything (produce, site.make).
"""

from __future__ import annotations

from pathlib import Path

from orchestration.paths import Home

#: List of the files of a folder, in the folder.
MANIFEST = "manifest.json"
LEDGER = {"zh": "问题台账.xlsx", "en": "problem_ledger.xlsx"}


def products_folder(home: Home) -> Path:
    """Where products lie."""
    return home.published.parent / "products"


def site_folder(home: Home) -> Path:
    """Where the review site lies, whose pages the ledger links to."""
    return home.published.parent / "site"


def notes_file(home: Home) -> Path:
    """What people wrote into ledgers, by problem number."""
    return home.path / "ledger_notes.csv"


def kept_folder(home: Home) -> Path:
    """Where files that people changed or added are kept, by build."""
    return home.outbox / "kept"


def looks_file(home: Home, folder: Path) -> Path:
    """How the files of a folder of products looked when they were made."""
    return home.builds / f"{folder.name}.looks"


def rows_file(home: Home, lang: str) -> Path:
    """Where rows of the ledger are kept for the next one."""
    return home.builds / f"ledger_rows.{lang}.bin"

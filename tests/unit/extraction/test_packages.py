"""The packages of ``extraction`` build on each other in one order; nothing below knows what is above it.

Does not belong here: what other rooms may import (``test_rooms``).
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import extraction

ROOT = Path(extraction.__file__).parent
#: Packages from the lowest up: each may import from those before it, and from the modules beside ``extract``.
ORDER = (
    "privacy",
    "text",
    "words",
    "identity",
    "columns",
    "flattened",
    "runs",
    "witnesses",
    "prose",
    "projects",
    "tables",
    "scoring",
    "forms",
    "observing",
    "readers",
    "evaluation",
)


def _imported(path: Path) -> set[str]:
    """Packages of ``extraction`` that a module imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("extraction."):
            found.add((node.module or "").split(".")[1])
    return found & set(ORDER)


def test_every_package_has_its_place():
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} == set(ORDER)


@pytest.mark.parametrize("package", ORDER)
def test_a_package_imports_only_what_stands_below(package):
    above = set(ORDER[ORDER.index(package) + 1 :])
    wrong = {
        path.name: sorted(seen & above)
        for path in sorted((ROOT / package).glob("*.py"))
        if (seen := _imported(path)) & above
    }
    assert wrong == {}

"""The packages of ``extraction``, and the rooms inside them, build on each other in one order; nothing below knows what is above it.

Does not belong here: what other rooms may import (``test_rooms``).
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import extraction

ROOT = Path(extraction.__file__).parent
#: From the lowest up: each may import from those before it, and from the modules beside ``extract``. A package stands behind
#: its rooms, for what lies in it beside them puts them together.
ORDER = (
    "privacy",
    "text",
    "words",
    "identity",
    "columns",
    "flattened.blanks",
    "flattened.cells",
    "flattened.bars",
    "flattened",
    "runs",
    "witnesses",
    "prose.sentence",
    "prose.owners",
    "prose.names",
    "prose.levels",
    "prose.changes",
    "prose.percentages",
    "prose",
    "projects",
    "tables",
    "scoring",
    "forms.streams",
    "forms.glued",
    "forms.recovered",
    "forms.projects",
    "forms",
    "observing",
    "readers.documents",
    "readers.packages",
    "readers.office",
    "readers.pages",
    "readers",
    "evaluation",
)


def _room(module: str) -> str:
    """The room of ``extraction`` that a module lies in: prose.names, or the package where it lies in none."""
    parts = module.split(".")[1:]
    inner = ".".join(parts[:2])
    return inner if inner in ORDER else parts[0]


def _imported(path: Path) -> set[str]:
    """Rooms of ``extraction`` that a module imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("extraction."):
            found.add(_room(node.module or ""))
    return found & set(ORDER)


def test_every_package_has_its_place():
    rooms = {".".join(path.parent.relative_to(ROOT).parts) for path in ROOT.glob("*/**/__init__.py")}
    assert rooms == set(ORDER)


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_only_what_stands_below(room):
    above = set(ORDER[ORDER.index(room) + 1 :])
    wrong = {
        path.name: sorted(seen & above)
        for path in sorted(ROOT.joinpath(*room.split(".")).glob("*.py"))
        if (seen := _imported(path)) & above
    }
    assert wrong == {}

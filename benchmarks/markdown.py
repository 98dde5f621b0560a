"""Markdown tables of measurements.

Belongs here: writing rows of a table to standard output.
Does not belong here: measuring.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence


def write_table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table with its title; numbers stand to the right."""
    lines = [
        f"### {title}",
        "",
        _row(head),
        _row(["---", *["---:"] * (len(head) - 1)]),
        *map(_row, rows),
        "",
        "",
    ]
    sys.stdout.write("\n".join(lines))


def rate(part: int, whole: int) -> str:
    """A share with four digits; nothing of nothing is a dash."""
    return f"{part / whole:.4f}" if whole else "—"


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"

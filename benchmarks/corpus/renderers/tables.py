"""Tables as text: Markdown pipes, tabs, or one cell a line as Word gives them.

Belongs here: turning rows of cells into lines; a row may be marked as one that a fault can leave out.
Does not belong here: what the cells say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

Rows = Sequence[Sequence[str]]
Wrap = Callable[[str], str]


class Maker(Protocol):
    """Makes a table of rows; ``part`` wraps each row of ``removable``."""

    def __call__(self, rows: Rows, removable: Collection[int] = (), part: Wrap = str) -> str:
        """The table as text."""
        ...


def pipes(rows: Rows, removable: Collection[int] = (), part: Wrap = str) -> str:
    """A Markdown table; the first row is the heading."""
    lines = ["| " + " | ".join(row) + " |\n" for row in rows]
    lines[0] += "|" + "---|" * len(rows[0]) + "\n"
    return _joined(lines, removable, part)


def tabs(rows: Rows, removable: Collection[int] = (), part: Wrap = str) -> str:
    """One line a row, cells parted by tabs."""
    return _joined(["\t".join(row).rstrip("\t") + "\n" for row in rows], removable, part)


def cells(rows: Rows, removable: Collection[int] = (), part: Wrap = str) -> str:
    """One cell a line, each indented by a tab, rows parted by an empty line."""
    return _joined(["\n".join(f"\t{cell}" for cell in row) + "\n\n" for row in rows], removable, part)


def _joined(lines: list[str], removable: Collection[int], part: Wrap) -> str:
    return "".join(part(line) if number in removable else line for number, line in enumerate(lines))


def spaced_lines(rows: Rows, removable: Collection[int] = (), part: Wrap = str) -> str:
    """One cell a line and an empty line after each, as some converters leave a table without empty cells."""
    return _joined(["".join(f"{cell}\n\n" for cell in row) for row in rows], removable, part)


def piped_lines(rows: Rows, removable: Collection[int] = (), part: Wrap = str) -> str:
    """One cell a line, each ended by a stroke; a row ends with an empty line."""
    return _joined(["".join(f"{cell} |\n" for cell in row) + "\n" for row in rows], removable, part)


def single_line(rows: Rows, removable: Collection[int] = (), part: Wrap = str) -> str:
    """The whole table on one line, cells parted by blanks."""
    return _joined([" ".join(row) + " " for row in rows], removable, part)

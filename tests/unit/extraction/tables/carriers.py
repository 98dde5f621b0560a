"""One table in the ways in which copied pages carry it: rows of cells parted by | in a test, and as text.

Belongs here: those ways.
Does not belong here: what is read of them (the tests beside).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


def cells_of(rows: Sequence[str]) -> list[list[str]]:
    """The cells of rows that a test writes as 年度资金总额|50|10."""
    return [row.split("|") for row in rows]


def bars(rows: Sequence[str]) -> str:
    """A row a line, its cells parted by bars, empty ones too."""
    return "\n".join("| " + " | ".join(row) + " |" for row in cells_of(rows))


def tabs(rows: Sequence[str]) -> str:
    """A row a line, its cells parted by tabs."""
    return "\n".join("\t".join(row) for row in cells_of(rows))


def lines(rows: Sequence[str]) -> str:
    """A cell a line; empty ones are gone."""
    return "\n".join(cell for row in cells_of(rows) for cell in row if cell)


def blank_lines(rows: Sequence[str]) -> str:
    """A cell a line with empty lines between."""
    return "\n\n".join(cell for row in cells_of(rows) for cell in row if cell)


def closed(rows: Sequence[str]) -> str:
    """A cell a line, closed by a bar; empty ones too."""
    return "\n".join(f"{cell} |" if cell else "|" for row in cells_of(rows) for cell in row)


def blanks(rows: Sequence[str]) -> str:
    """A row a line, its cells parted by blanks; empty ones are gone."""
    return "\n".join(" ".join(cell for cell in row if cell) for row in cells_of(rows))


def one_line(rows: Sequence[str]) -> str:
    """All on one line."""
    return " ".join(cell for row in cells_of(rows) for cell in row if cell)


def filled_up(rows: Sequence[str]) -> str:
    """A row a line, filled up with bars to the width of the widest one, as merged cells leave them."""
    cells = cells_of(rows)
    widest = max(map(len, cells))
    return "\n".join(" | ".join(row) + " |" + "|" * (widest - len(row)) for row in cells)


CARRIERS: tuple[Callable[[Sequence[str]], str], ...] = (
    bars,
    tabs,
    lines,
    blank_lines,
    closed,
    blanks,
    one_line,
)

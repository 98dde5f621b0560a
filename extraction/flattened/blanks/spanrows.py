"""Rows of a table from the places where their cells stand in the text.

Belongs here: cutting the cells out and numbering rows and cells.
Does not belong here: the ways in which rows are found (the other modules of ``flattened`` and those of ``forms``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extraction.model import Cell, Span, Table


def rows_at(text: str, rows: Iterable[Sequence[Span]], first: int = 1) -> tuple[tuple[Cell, ...], ...]:
    """The rows whose cells stand at these places, numbered from ``first`` on."""
    return tuple(
        tuple(
            Cell(text[span.start : span.end], span, number, column)
            for column, span in enumerate(row, start=1)
        )
        for number, row in enumerate(rows, start=first)
    )


def table_at(text: str, rows: Iterable[Sequence[Span]]) -> Table:
    """Such rows as a table, which is numbered by whoever keeps it."""
    return Table(0, rows_at(text, rows))

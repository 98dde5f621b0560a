"""What tables that were cut out of running lines are made of: rows of a label and its amount, below title and unit.

Belongs here: making the table; when two sums are one.
Does not belong here: which rows are right (``twosided``, ``onesided``).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.model import Cell, Span, Table

#: Where a row's label stands, what it is called in the table made, and where its amount stands.
Rows = list[tuple[Span, str, Span]]
#: A cell with words of its own, or as printed.
Made = tuple[Span, str | None]
_ROUNDED = Decimal("0.03")


def near(whole: Decimal | None, *parts: Decimal | int | None) -> bool:
    """Whether parts add up to a whole, but for what rounding of hundredths leaves."""
    if whole is None or any(part is None for part in parts):
        return False
    return abs(whole - sum((Decimal(part) for part in parts if part is not None), Decimal(0))) <= _ROUNDED


def table_of(text: str, above: Sequence[Made], rows: Sequence[Sequence[Made]]) -> Table:
    """A table of such cells below rows of its title and its unit."""
    printed = [[cell] for cell in above]
    return Table(
        0,
        tuple(
            tuple(
                Cell(text[span.start : span.end] if name is None else name, span, number, column)
                for column, (span, name) in enumerate(row, start=1)
            )
            for number, row in enumerate([*printed, *rows], start=1)
        ),
        columns_lost=True,
    )

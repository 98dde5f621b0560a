"""What an amount is of, as far as two statements of it must agree.

Belongs here: the key by which amounts of one report are told apart. Does not belong here: what follows when they differ.
"""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from extraction.model import Figure


class Thing(NamedTuple):
    """Two different amounts of one thing cannot both hold."""

    concept: str
    stage: str | None
    fiscal_year: int | None
    org_scope: str
    fund_scope: str | None
    expenditure_scope: str | None
    function_code: str | None
    economic_code: str | None


_parts_of = attrgetter(*Thing._fields)


def thing_of(figure: Figure) -> Thing:
    """The thing that a figure measures."""
    return Thing(*_parts_of(figure))

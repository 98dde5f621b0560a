"""One amount as it is printed in the text of a form that lost its cells, and the unit that stands above it.

Belongs here: what every such form shares: how its numbers are written, where its unit stands, an amount as a figure.
Does not belong here: finding the amounts of any form (``goalforms``, ``namedmoney``, ``fixedrow``, ``summaries``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from extraction.model import Figure, Locator
from extraction.text.normalise import Folded
from extraction.text.numbers import UNITS

#: A number as these forms write it, its thousands parted by commas or not at all.
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = re.compile(r"\((万元|元)\)|单位:(万元|元)")


def last_unit(text: str, start: int, end: int) -> str | None:
    """The unit beside the title of a block, or above the form: the last one between two characters of a folded text."""
    found = [unit for pair in _UNIT.findall(text, max(0, start), end) for unit in pair if unit]
    return found[-1] if found else None


def figure(
    whole: Folded,
    number: tuple[int, int],
    unit: str,
    about: tuple[str, str | None, int | None],
    *,
    label: str,
    quote: str,
) -> Figure:
    """The level that a number states.

    Args:
        whole: the folded text.
        number: where the number stands in it.
        unit: one of ``UNITS``.
        about: concept, stage and fiscal year.
        label: the name before it.
        quote: the words that state it.
    """
    printed = whole.text[slice(*number)]
    digits = printed.replace(",", "")
    canonical, base, factor = UNITS[unit]
    concept, stage, year = about
    return Figure(
        concept=concept,
        measure="level",
        stage=stage,
        fiscal_year=year,
        label=label,
        value=digits,
        unit=canonical,
        decimals=len(digits.partition(".")[2]),
        value_base=Decimal(digits) * factor,
        base_unit=base,
        printed=printed,
        quote=quote,
        source_kind="table",
        locator=Locator(*whole.origin(*number)),
    )

"""What short paragraphs before a table say of it: its unit, stage, year, concept and whose money it is of.

Belongs here: gathering them and putting them together.
Does not belong here: reading one caption (``columns.captions``), titles inside of tables (``gridstate``).
"""

from __future__ import annotations

import re

from extraction.columns.captions import fund_of_table, read_caption
from extraction.columns.headings import Heading
from extraction.records import replace
from extraction.tables.gridstate import LONGEST_LABEL

#: In a line that holds more than a caption only this is said of the table behind it.
_UNIT_STATED = re.compile(r"(?:金额)?单位:(?:亿元|万元|千元|元)")
#: 2021年支出491万元。: a sentence of its own, which says nothing of the table below; not …万元，见下表。
_STATES = re.compile(r"(?!.*[下附]表).*\d(?:亿元|万元|元|%)[^。]{0,16}。$")


class Captions:
    """The paragraphs since the last table; they speak for the next one alone, and are looked at only when it comes."""

    def __init__(self) -> None:
        self._noted: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._lines())

    def note(self, flat: str) -> None:
        """Remember a folded paragraph; a long one ends what those before it said."""
        if len(flat) > LONGEST_LABEL:
            self._noted.clear()
        self._noted.append(flat)

    def _lines(self) -> list[str]:
        """Short paragraphs, but of a sentence that states something no more than its unit, and so of a long one: there may be several tables on one line."""
        lines: list[str] = []
        for flat in self._noted:
            stated = len(flat) > LONGEST_LABEL or _STATES.match(flat)
            lines += _UNIT_STATED.findall(flat)[-1:] if stated else [flat]
        return lines

    def take(self) -> tuple[Heading, str | None]:
        """What they say together, and whose money it is."""
        before, fund = Heading(), None
        for flat in self._lines():
            fund = fund_of_table(flat) or (None if flat.endswith("表") else fund)
            caption = read_caption(flat)
            before = replace(
                caption,
                text=before.text if before.text and not caption.says_something else caption.text,
                concepts=caption.concepts or before.concepts,
                stage=caption.stage or before.stage,
                year=caption.year or before.year,
                unit=caption.unit or before.unit,
            )
        self._noted.clear()
        return before, fund

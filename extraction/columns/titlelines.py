"""The lines above a table of plain text: its title and its unit, between which headings may stand.

Belongs here: finding those two lines.
Does not belong here: what they say (``headings``, ``gridstate``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.model import Cell, Span
from extraction.text.lines import Line

_TITLE = re.compile(
    r"[^。；，,]{0,50}(?:决算|预算|收支|支出|收入|经费|情况)[^。；，,]{0,12}表(?:[（(][^（）()]{0,16}[）)])?"
)
_UNIT = re.compile(r"(?:金额)?单\s*位\s*[:：]\s*(?:人民币)?\s*(?:亿元|万元|千元|元)")
_MOST_LINES = 14
_LONGEST = 120
_ENDS_WITH_AMOUNT = re.compile(r"(?:\d[.,]\d+|\d{5,})\s*$")


def rows_above(text: str, lines: Sequence[Line], at: int) -> list[tuple[Cell, ...]]:
    """Title and unit above line ``at`` as rows of one cell; empty where there are none near it."""
    title: Span | None = None
    unit: Span | None = None
    seen = 0
    for index in range(at, -1, -1):
        line = lines[index]
        if not line.words:
            continue
        seen += 1
        if seen > _MOST_LINES or len(line.text) > _LONGEST or "。" in line.words:
            break
        if unit is None and (match := _UNIT.search(text, line.start, line.end)):
            unit = Span(*match.span())
        if index == at:
            continue
        if _TITLE.fullmatch(line.words):
            title = line.bare
            break
        if _ENDS_WITH_AMOUNT.search(line.text):
            break  # a row of another table
    found = [span for span in (title, unit) if span is not None]
    return [
        (Cell(text[span.start : span.end], span, number, 1),) for number, span in enumerate(found, start=1)
    ]

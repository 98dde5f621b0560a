"""A line of two sums beside each other: 人员经费合计 812.40 公用经费合计 96.15, as the last row of a table whose headings are in pieces.

Belongs here: such a line as two rows of a label and its amount.
Does not belong here: rows below headings that can be read (``blankrows``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.headings import read_heading
from extraction.columns.titlelines import rows_above
from extraction.flattened.blanks.spanrows import table_at
from extraction.model import Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded

_PAIR = re.compile(
    r"(?P<left>[^\s\d。；，]{2,10}合计)\s{1,40}(?P<first>\d[\d,]{0,17}\.\d{1,6})\s{1,40}"
    r"(?P<right>[^\s\d。；，]{2,10}合计)\s{1,40}(?P<second>\d[\d,]{0,17}\.\d{1,6})"
)
_LONGEST = 120


def may_be_pair(words: str) -> bool:
    """Whether a line is nothing but two sums with their amounts."""
    return len(words) <= _LONGEST and "合计" in words and _PAIR.fullmatch(words) is not None


def read_pair(text: str, lines: Sequence[Line], at: int) -> Table | None:
    """The two sums in line ``at`` as a table of a row each; None where the labels do not name two different amounts."""
    sums = sums_of(text, lines[at])
    if not sums:
        return None
    spans = [[row[0].span] for row in rows_above(text, lines, at)] + sums
    return table_at(text, spans)


def sums_of(text: str, line: Line) -> list[list[Span]]:
    """Label and amount of each of two sums that a line consists of; empty where it does not, or they name the same."""
    if not may_be_pair(line.words):
        return []
    match = _PAIR.fullmatch(text, line.bare.start, line.bare.end)
    if match is None:
        return []
    concepts = {read_heading(folded(match[side])).concepts for side in ("left", "right")}
    if len(concepts) < 2 or () in concepts:
        return []
    return [
        [Span(*match.span(label)), Span(*match.span(amount))]
        for label, amount in (("left", "first"), ("right", "second"))
    ]

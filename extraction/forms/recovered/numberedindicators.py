"""Indicator rows that kept their lines but lost their cells, where the form numbers its indicators: 指标1：清淤长度 20公里 21公里 10 9.

Belongs here: such lines as rows of a level, a name and its points, below headings that end with points.
Does not belong here: rows whose cells can be counted (``streamindicators``), the funds block (``formtokens``).

What was wanted and what came of it stand between name and points and cannot be told apart where one of them is blank; they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extraction.forms.streams.stream import empty
from extraction.forms.streams.streamlevels import is_level
from extraction.model import Cell, Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded

_HEADS = re.compile(r"(?P<level>二级指标)\s+(?P<name>三级指标)\s.*?(?P<full>分值)\s+(?P<score>得分)")
_POINTS = r"\d{1,2}(?:\.\d{1,2})?"
_ROW = re.compile(
    rf"(?P<name>指标\s?\d{{1,2}}\s?[:：]\S+)(?P<between>\s.*)?\s(?P<full>{_POINTS})\s+(?P<score>{_POINTS})$"
)
_NUMBERED = re.compile(r"指标\s?\d{1,2}\s?[:：]")
_TOTAL = re.compile(r"(?:总分|合计)[:：]?\s+(?P<all>\d{2,3})\s")
_LONGEST = 160
_FEWEST_ROWS = 2
#: Points of the rate of execution, which stand in the funds block.
_EXECUTION = Decimal(10)


@dataclass(slots=True)
class _Lines:
    """Names of levels read so far, in pieces, and the rows."""

    pieces: list[Span] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    full: Decimal = Decimal(0)


def read_rows(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The rows below the headings in the first of ``lines``, or None, and how many of the lines they take."""
    head = _HEADS.search(text, lines[0].start, lines[0].end)
    if head is None:
        return None, 0
    found = _Lines()
    found.rows.append(
        _cells(text, 1, *(Span(*head.span(name)) for name in ("level", "name", "full", "score")))
    )
    end = taken = 1
    total: Decimal | None = None
    while end < len(lines) and len(lines[end].words) <= _LONGEST:
        line, end = lines[end], end + 1
        if match := _TOTAL.match(line.words + " "):
            total = Decimal(match["all"])
            break
        if _take(text, line, found):
            taken = end
    whole = total is None or total in {found.full, found.full + _EXECUTION}
    if len(found.rows) <= _FEWEST_ROWS or not whole:
        return None, 0
    return Table(0, tuple(found.rows)), taken


def _take(text: str, line: Line, found: _Lines) -> bool:
    """Read one line: a row, which is then kept, or a piece of a name of a level."""
    place = line.bare
    numbered = _NUMBERED.search(text, place.start, place.end)
    if numbered is None:
        if line.words:
            found.pieces.append(place)
        return False
    if before := text[place.start : numbered.start()].rstrip():
        found.pieces.append(Span(place.start, place.start + len(before)))
    level = _level(text, found.pieces) or empty(place.start)
    row = _ROW.match(text, numbered.start(), place.end)
    if row is None:
        return False  # nobody filled it in: the level holds for the row behind it
    found.pieces.clear()
    full, score = Decimal(row["full"]), Decimal(row["score"])
    if score > full:
        return False
    found.full += full
    spans = (level, *(Span(*row.span(name)) for name in ("name", "full", "score")))
    found.rows.append(_cells(text, len(found.rows) + 1, *spans))
    return True


def _level(text: str, pieces: Sequence[Span]) -> Span | None:
    """The name that the last pieces make together: 经济效益 | 指标."""
    for first in range(len(pieces)):
        span = Span(pieces[first].start, pieces[-1].end)
        words = "".join(text[span.start : span.end].split())
        if is_level(folded(words)):
            return span
    return None


def _cells(text: str, row: int, *spans: Span) -> tuple[Cell, ...]:
    return tuple(
        Cell("".join(text[span.start : span.end].split()), span, row, column)
        for column, span in enumerate(spans, start=1)
    )

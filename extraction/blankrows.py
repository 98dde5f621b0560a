"""Tables with a row a line whose cells are parted by blanks alone: 公务接待费 6.85 8.00.

Belongs here: finding such lines below a line of headings, and dividing them into labels and values.
Does not belong here: whose the values are (``lostcolumns``: rows with fewer values than headings are left out); the funds
block of the self-evaluation form (``formtokens``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.gridrows import NOTHING
from extraction.headings import read_heading
from extraction.lines import Line
from extraction.lostcolumns import by_values
from extraction.model import Cell, Span, Table
from extraction.normalise import folded
from extraction.numbers import parse_cell

_TOKEN = re.compile(r"[^\s|]+")
_FIRST = re.compile(
    r"\s*(?:项\s*目(?:名\s*称)?|科\s*目(?:名\s*称)?|支出项目|收入项目|预算项目|机构名称|单位名称|内\s*容|指\s*标)\s+\S"
)
_PAGE = re.compile(r"[-—\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/共]\s*\d{1,3}\s*页?)?[-—\s]*")
_ENDS = re.compile(r"\s*(?:注|备注|说明|填表|填报|附)")
_PROSE = re.compile(r"[。；]")
_BETWEEN_HAN = re.compile(r"[\u4e00-\u9fff]")
_MOST_HEADS = 14
_LONGEST_HEAD = 24
_LONGEST_LABEL = 40
_LONGEST_LINE = 160
_FEWEST_ROWS = 2
_MOST_EMPTY = 2
_MOST_UNKNOWN = 3
#: A table in which no row fits its headings by then is none.
_SOON = 40

_Row = list[Span]


def may_head(line: str) -> bool:
    """Whether a line can hold the headings of such a table."""
    return len(line) <= _LONGEST_LINE and _FIRST.match(line) is not None and not _PROSE.search(line)


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table whose headings stand in line ``at``.

    Returns:
        the table or None, and the line after it.
    """
    heads = _labels(text, lines[at])
    words = [folded(text[span.start : span.end]) for span in heads]
    headings = [read_heading(word) for word in words]
    if not 1 < len(words) <= _MOST_HEADS or any(len(w) > _LONGEST_HEAD or parse_cell(w) for w in words):
        return None, at
    if not any(heading.says_something for heading in headings[1:]):
        return None, at
    single = _parted_by_one(heads)
    rows: list[_Row] = [heads]
    known = unknown = 0
    end = last = at + 1
    while end < len(lines) and unknown < _MOST_UNKNOWN and end - last <= _MOST_EMPTY:
        line = lines[end]
        end += 1
        if not line.words or _PAGE.fullmatch(line.text) or line.words == lines[at].words:
            continue
        if len(line.text) > _LONGEST_LINE or _PROSE.search(line.text) or _ENDS.match(line.text):
            break
        row = list(_cells(text, line, single))
        texts = [folded(text[span.start : span.end]) for span in row]
        if not texts or len(texts[0]) > _LONGEST_LABEL:
            break
        fits = by_values(texts, headings) is not None
        known, unknown = known + fits, 0 if fits or any(map(_is_value, texts)) else unknown + 1
        rows.append(row)
        last = end
        if len(rows) > _SOON and not known:
            break
    if known < _FEWEST_ROWS:
        return None, at
    return Table(0, tuple(_numbered(text, rows)), columns_lost=True), last


def _labels(text: str, line: Line) -> _Row:
    """Words parted by blanks; single characters that were spread out belong together: 项 目."""
    found: _Row = []
    spread = False
    for match in _TOKEN.finditer(text, line.start, line.end):
        single = match.end() - match.start() == 1 and _BETWEEN_HAN.match(match.group()) is not None
        if single and spread:
            found[-1] = Span(found[-1].start, match.end())
        else:
            found.append(Span(match.start(), match.end()))
        spread = single
    return found


def _parted_by_one(heads: _Row) -> bool:
    """Whether one blank parts the headings: then a gap of three is an empty cell that holds a blank itself."""
    return all(right.start - left.end == 1 for left, right in pairwise(heads))


def _cells(text: str, line: Line, single: bool) -> Iterator[Span]:
    """Each run of words is one label; each value is a cell, and so is a gap that shows an empty one."""
    label: Span | None = None
    end: int | None = None
    for match in _TOKEN.finditer(text, line.start, line.end):
        if _is_value(folded(match.group())):
            if label:
                yield label
                label = None
            empty = (match.start() - end - 1) // 2 if single and end is not None else 0
            yield from [Span(match.start(), match.start())] * empty
            yield Span(match.start(), match.end())
        else:
            label = Span(label.start if label else match.start(), match.end())
        end = match.end()
    if label:
        yield label


def _is_value(word: str) -> bool:
    return parse_cell(word) is not None or (len(word) <= 3 and NOTHING.fullmatch(word) is not None)


def _numbered(text: str, rows: Sequence[_Row]) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows, start=1):
        yield tuple(
            Cell(text[span.start : span.end], span, number, column)
            for column, span in enumerate(row, start=1)
        )

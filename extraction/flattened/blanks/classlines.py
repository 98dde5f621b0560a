"""Economic classes as lines of a PDF, each with its code, its name and one amount, below headings in pieces.

301 工资福利支出 812.40 302 商品和服务支出 96.15 … 人员经费合计 830.22 公用经费合计 101.37

Belongs here: the lines of classes, and of the two sums below them, among lines of items and of broken names.
Does not belong here: tables whose headings can be read (``blankrows``); the two sums alone (``pairlines``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction import reference
from extraction.columns.titlelines import rows_above
from extraction.flattened.blanks.pairlines import sums_of
from extraction.flattened.blanks.spanrows import table_at
from extraction.model import Paragraph, Span, Table
from extraction.text.lines import Line

_GROUP = r"(?:\d{3}|\d{5})\s{1,40}[^\s\d。；，]{2,20}(?:\s{1,40}-?\d[\d,]{0,17}\.\d{1,6})?"
_LINE = re.compile(rf"{_GROUP}(?:\s{{1,40}}{_GROUP}){{0,2}}")
_CLASS = re.compile(
    r"(?<!\d)(?P<code>3\d\d)\s{1,40}(?P<name>[^\s\d。；，]{2,20})\s{1,40}(?P<amount>-?\d[\d,]{0,17}\.\d{1,6})(?!\S)"
)
#: 人员经费合计 650.00 公用经费合计 120.00 behind all classes.
_SUMS = re.compile(r"人员经费合计\s{1,40}[\d,.]{1,20}\s{1,40}公用经费合计\s{1,40}[\d,.]{1,20}")
_END = re.compile(r"(?:注|备注|说明)[:：]|.*(?:。|表)$")
_LONGEST = 120
_MOST_LINES = 120
_FEWEST_CLASSES = 2


def may_begin(words: str) -> bool:
    """Whether a line is nothing but up to three classes or items with an amount each, a class among them."""
    if len(words) > _LONGEST or words[:1] != "3" or not words[:3].isdigit():
        return False
    return _LINE.fullmatch(words) is not None and _CLASS.search(words) is not None


def read_classes(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The classes from line ``at`` on up to the end of their table, and the line behind them."""
    found: list[list[Span]] = []
    end = last = at
    while end < len(lines) and end - at < _MOST_LINES:
        words = lines[end].words
        if end > at and words and (_END.match(words) or len(words) > _LONGEST):
            break
        here = _classes(text, lines[end]) if may_begin(words) else sums_of(text, lines[end])
        if here:
            found += here
            last = end + 1
        end += 1
    if len(found) < _FEWEST_CLASSES:
        return None, at
    spans = [[row[0].span] for row in rows_above(text, lines, at)] + found
    return table_at(text, spans), last


def read_line(text: str, line: Line) -> list[Paragraph | Table]:
    """The classes and both sums behind them, all on one line, with the words before them as a paragraph; empty where there are none."""
    first, sums = _CLASS.search(text, line.start, line.end), _SUMS.search(text, line.start, line.end)
    if first is None or sums is None:
        return []
    last = Line(sums.start(), sums.end(), sums.group(), sums.group().strip(), starts_cell=False)
    found = [*_classes(text, line), *sums_of(text, last)]
    if len(found) < _FEWEST_CLASSES + 2:
        return []
    before = [Paragraph(Span(line.start, first.start()))] if text[line.start : first.start()].strip() else []
    return [*before, table_at(text, found)]


def _classes(text: str, line: Line) -> list[list[Span]]:
    """Name and amount of each class in a line, where the name is that of its code."""
    return [
        [Span(*match.span("name")), Span(*match.span("amount"))]
        for match in _CLASS.finditer(text, line.start, line.end)
        if reference.economic_classes().get(match["name"]) == match["code"]
    ]

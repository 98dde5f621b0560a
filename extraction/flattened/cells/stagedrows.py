"""The “三公” form with a row for each stage: 预算数 4.20 0.00 3.00 0.00 3.00 1.20 over 决算数 3.11 0.00 2.55 0.00 2.55 0.56.

Belongs here: finding the two rows, as cells or as lines, below headings that name no stage.
Does not belong here: the form whose headings name the stages, and which amount is what (``headtree``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.headings import read_heading
from extraction.model import Span
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_ROW = re.compile(
    r"(?P<stage>[^\s\d，。]{0,4}(?:\d{4}年度?)?[^\s\d，。]{0,4}[预决]算数|执行数)[:：]?\s+(?P<values>-?\d[\d,.]*(?:\s+-?\d[\d,.]*){1,6})"
)
_TOKEN = re.compile(r"\S+")
_LONGEST = 160
_FEWEST, _MOST = 3, 7


def of_cells(words: Sequence[str], first: int, end: int) -> tuple[list[str], list[int]]:
    """The headings with both stages, and which cells are the amounts; nothing where the amounts from ``first`` to ``end`` are no such row."""
    width = end - first
    behind = end + 1 + width
    if (
        not _FEWEST <= width < _MOST
        or behind > len(words)
        or not (_stage(words[first - 1]) and _stage(words[end]))
    ):
        return [], []
    values = words[end + 1 : behind]
    more = behind < len(words) and parse_cell(words[behind])
    if words[first - 1] == words[end] or more or not all(map(parse_cell, values)):
        return [], []
    return [*words[: first - 1], words[first - 1], words[end]], [*range(first, end), *range(end + 1, behind)]


def may_be(words: str) -> bool:
    """Whether a line is the row of a stage."""
    return "算数" in words[:16] and len(words) <= _LONGEST and _ROW.fullmatch(words) is not None


def of_lines(lines: Sequence[Line], at: int) -> tuple[list[str], list[Span]]:
    """The stages of the rows in line ``at`` and the next one, and the places of their amounts; nothing where they are no such rows."""
    stages: list[str] = []
    spans: list[Span] = []
    widths: set[int] = set()
    for line in lines[at : at + 2]:
        match = _ROW.fullmatch(line.words) if may_be(line.words) else None
        if match is None or not _stage(folded(match["stage"])) or folded(match["stage"]) in stages:
            return [], []
        stages.append(folded(match["stage"]))
        offset = line.bare.start + match.start("values")
        found = [
            Span(offset + word.start(), offset + word.end()) for word in _TOKEN.finditer(match["values"])
        ]
        widths.add(len(found))
        spans += found
    return (stages, spans) if len(widths) == 1 and len(stages) > 1 else ([], [])


def _stage(word: str) -> bool:
    heading = read_heading(word)
    return heading.stage is not None and not heading.concepts

"""Tables of accounts all on one line, their cells parted by blanks, below their title or behind it.

Belongs here: the words of such a line as cells, and the title that says what they are.
Does not belong here: how cells become rows (``accountcells``), rows with numbers of their own (``numberedlines``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.flattened import accountcells
from extraction.model import Paragraph, Span, Table
from extraction.text.lines import Line

_WORD = re.compile(r"\S+")
_HOLDS_SUM = re.compile(r"(?:本年支出|本年收入|\s)合计\s")
_MOST_BEFORE = 12
_LONGEST_TITLE = 60


def read_line(text: str, line: Line) -> list[Paragraph | Table]:
    """The table in a line with the words around it as paragraphs; empty where it holds none."""
    if not _HOLDS_SUM.search(line.text):
        return []
    words = list(_words(text, line))
    within = [at for at, word in enumerate(words[:_MOST_BEFORE]) if accountcells.may_head(word.words)]
    title = words[within[-1]] if within else _line_before(text, line)
    first = within[-1] + 1 if within else 0
    if title is None:
        return []
    table, taken = accountcells.read_table(text, [title, *words[first:]])
    if table is None:
        return []
    end = first + taken - 1
    return [*_between(words[:first]), table, *_between(words[end:])]


def _words(text: str, line: Line) -> Iterator[Line]:
    for match in _WORD.finditer(text, line.start, line.end):
        yield Line(match.start(), match.end(), match.group(), match.group(), starts_cell=False)


def _line_before(text: str, line: Line) -> Line | None:
    """The last line with words before a line, where it is the title of a table."""
    before = text[max(0, line.start - _LONGEST_TITLE) : line.start].rstrip()
    words = before.rpartition("\n")[2].strip()
    if not accountcells.may_head(words):
        return None
    start = text.rfind(words, 0, line.start)
    return Line(start, start + len(words), words, words, starts_cell=False)


def _between(words: list[Line]) -> list[Paragraph]:
    return [Paragraph(Span(words[0].start, words[-1].end))] if words else []

"""The lines of a document, each with what is asked of it again and again.

Belongs here: dividing a text at its newlines.
Does not belong here: what lines together are (``layout`` and the modules it calls).
"""

from __future__ import annotations

from extraction.model import Span
from extraction.records import record

#: How a line begins that is a cell of a table flattened by a word processor.
_CELL = ("\t", " \t", "\u3000\t")


@record(frozen=True, slots=True)
class Line:
    """Characters ``start`` to ``end`` of the document."""

    start: int
    end: int
    text: str
    #: the text without outer blanks; empty for an empty line
    words: str
    starts_cell: bool

    @property
    def bare(self) -> Span:
        """Where the words stand."""
        start = self.start + len(self.text) - len(self.text.lstrip())
        return Span(start, start + len(self.words))


def lines_of(text: str) -> list[Line]:
    """All lines, empty ones too."""
    lines = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        lines.append(Line(start, end, line, line.strip(), line.startswith(_CELL)))
        start = end + 1
    return lines

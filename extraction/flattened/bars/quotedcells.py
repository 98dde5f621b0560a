"""Rows pasted from a spreadsheet: cells parted by tabs, those that hold line breaks in quotation marks.

Belongs here: up to which line such a row goes.
Does not belong here: dividing it into cells (``layout``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.text.lines import Line

#: A cell that begins with a quotation mark and is not closed in its line; marks within it are doubled.
_OPEN = re.compile(r'(?:^|\t)"(?:[^"\t]|"")*+$')
_CLOSED = re.compile(r'(?:[^"\t]|"")*+"(?=\t|$)')
_MOST_LINES = 30


def row_of(lines: Sequence[Line], at: int) -> tuple[Line, int]:
    """The row that begins in line ``at`` as one line, and the number of the line after it."""
    end = _end(lines, at) if '"' in lines[at].text and _OPEN.search(lines[at].text) else at
    if end == at:
        return lines[at], at + 1
    whole = "\n".join(line.text for line in lines[at : end + 1])
    return Line(lines[at].start, lines[end].end, whole, whole.strip(), lines[at].starts_cell), end + 1


def begins_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the beginning of a row whose first cell holds a line break."""
    if not _OPEN.match(lines[at].text):
        return False
    row, _ = row_of(lines, at)
    return row.text.count("\t") > 1


def unquoted(cell: str) -> str:
    """What a cell with line breaks holds within its marks; any other cell as it is."""
    return cell[1:-1].strip() if "\n" in cell and cell[0] == cell[-1] == '"' else cell


def _end(lines: Sequence[Line], at: int) -> int:
    """The line in which the cells opened in line ``at`` are closed; ``at`` itself where they are not, or not as cells are."""
    for end in range(at + 1, min(at + 1 + _MOST_LINES, len(lines))):
        following = lines[end].text.rstrip("\r")
        closed = _CLOSED.match(following)
        if closed is None and ('"' in following.replace('""', "") or "\t" in following):
            return at
        if closed and not _OPEN.search(following[closed.end() :]):
            return end
    return at

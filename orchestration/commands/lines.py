"""From character numbers to what people look up: the line, and the sentence around a quotation.

Belongs here: lines and sentences of a text file.
Does not belong here: layout of the answer (check_output). Files without lines (Word, PDF) have none here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # for whoever only shows places, the extractor takes longer to load than the rest
    from orchestration.commands.reading import ReadFile

_BREAK = re.compile(r"[。！？\n]")
_LONGEST = 90
#: Where a long sentence may be cut: at a mark or a blank that stands in no number.
_CUT = re.compile(r"[，、；：;（）()\s]|(?<!\d)[,:]|[,:](?!\d)")


@dataclass(frozen=True, slots=True)
class Lines:
    """The text of one file with the places where its lines begin."""

    text: str
    starts: tuple[int, ...]

    def number(self, position: int) -> int:
        """Line of a character, counted from 1 as editors do."""
        return bisect_right(self.starts, position)

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a place; of a long one the clauses next to it, with … for what is left out."""
        before = [match.end() for match in _BREAK.finditer(self.text, max(start - 400, 0), start)]
        first = before[-1] if before else max(start - 400, 0)
        behind = _BREAK.search(self.text, end)
        last = behind.start() if behind else len(self.text)
        before_cut, behind_cut = "", ""
        if last - first > _LONGEST:
            cuts = [
                match.end() for match in _CUT.finditer(self.text, max(first, start - _LONGEST // 2), start)
            ]
            if start - first > _LONGEST // 2:
                first, before_cut = (cuts[0] if cuts else start), "…"
            cuts = [match.start() for match in _CUT.finditer(self.text, end, min(last, end + _LONGEST // 2))]
            if last - end > _LONGEST // 2:
                last, behind_cut = (cuts[-1] if cuts else end), "…"
        return before_cut + " ".join(self.text[first:last].split()) + behind_cut


def lines_of(file: ReadFile) -> Lines | None:
    """Lines of a file that is text and still there, else nothing."""
    if file.extraction is None or file.extraction.reader != "text":
        return None
    from extraction.errors import UnreadableError
    from extraction.readers.text import decode

    try:
        text, _ = decode(Path(file.path).read_bytes())
    except (OSError, UnreadableError):
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Lines(text, (0, *(match.end() for match in re.finditer("\n", text))))


def place_of(lines: Lines | None, locator: Mapping[str, Any]) -> tuple[int, str] | None:
    """Line and, outside tables, the sentence of a locator; nothing where the file has no lines."""
    start, end = locator.get("char_start"), locator.get("char_end")
    if lines is None or start is None or end is None or end > len(lines.text):
        return None
    in_table = locator.get("table", locator.get("table_no")) is not None
    return lines.number(start), "" if in_table else lines.sentence(start, end)

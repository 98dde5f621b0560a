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
from typing import Any

from orchestration.commands.reading import ReadFile

_BREAK = re.compile(r"[。！？\n]")
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Lines:
    """The text of one file with the places where its lines begin."""

    text: str
    starts: tuple[int, ...]

    def number(self, position: int) -> int:
        """Line of a character, counted from 1 as editors do."""
        return bisect_right(self.starts, position)

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a place, shortened in the middle of nowhere when it is long."""
        before = [match.end() for match in _BREAK.finditer(self.text, max(start - 400, 0), start)]
        first = before[-1] if before else max(start - 400, 0)
        behind = _BREAK.search(self.text, end)
        last = behind.start() if behind else len(self.text)
        if last - first > _LONGEST:
            first, last = max(first, start - _LONGEST // 2), min(last, max(end, start + _LONGEST // 2))
        return " ".join(self.text[first:last].split())


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

"""Where things stand as a reader looks them up: the paragraph with its first words, the row of a table.

Belongs here: numbering paragraphs, choosing words to look for, and finding the paragraph or row of a character.
Does not belong here: how a place is said in a sentence (the messages' SQL, ``check_output``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extraction.model import Document, Landmark, Table
from extraction.privacy.masking import masked

#: What stands before the words of a paragraph. Word numbers paragraphs itself, and its search does not find such numbers.
_NUMBERING = re.compile(
    r"[\s　\xa0#*>·•●■◆\-]*+(?:(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|第[一二三四五六七八九十\d]{1,3}(?=[、\s　])|[一二三四五六七八九十]{1,3}(?=[、.．\s　])"
    r"|\d{1,2}(?:[.．]\d{1,2})*+(?=[、.．）)\s　]))[、.．）)\s　\xa0*]*+)*+"
)
#: Words that a message may quote: no stop, which ends a sentence of it, and no brace, which it is filled in by.
_WORDS = re.compile(r"[^\n\t。.．！!？?；;：:{}|*]{2,14}")
_LOOSE_END = '，,、（(“‘" \r　\xa0－—-'
#: Of a number that goes on behind them nothing is quoted.
_NUMBER = "-0123456789,"
#: As much of a paragraph as a personal number at the end of its words may reach into.
_AHEAD = 64
_STEPS = 4
_STOPS = "。！!？?；;：:\n"


def landmarks(document: Document) -> tuple[Landmark, ...]:
    """Paragraphs and rows of tables by their first character. Prose in a cell has words, but no number of its own."""
    found: list[Landmark] = []
    number = 0
    text = document.text
    for block in document.blocks:
        if isinstance(block, Table):
            page, table = block.page, block.number
            found += [
                Landmark(row[0].span.start, row[-1].span.end, page, None, None, table, row[0].row)
                for row in block.rows
                if row
            ]
            continue
        start, end = block.span.start, block.span.end
        if not block.in_table:
            number += 1
        found.append(
            Landmark(
                start, end, block.page, None if block.in_table else number, first_words(text, start, end)
            )
        )
    found.sort(key=_start)
    return tuple(found)


def first_words(text: str, start: int, end: int) -> str | None:
    """What to look for to find a paragraph: its first words without its number; None where it has none."""
    head = masked(text, start, min(end, start + _AHEAD))
    begin = _NUMBERING.match(head).end()  # type: ignore[union-attr]  # it matches nothing, too
    match = _WORDS.match(head, begin)
    if match is None:
        return None
    words, last = match[0], match.end()
    if last < len(head) and head[last] not in _STOPS:
        if head[last].isdigit() or head[last] in ".,":
            words = words.rstrip(_NUMBER)
        words = words.rstrip(_LOOSE_END) + "…"
    words = " ".join(words.split()).replace("“", "‘").replace("”", "’")
    return words if len(words.rstrip("…")) > 1 else None


def landmark_at(marks: Sequence[Landmark], starts: Sequence[int], position: int) -> Landmark | None:
    """The paragraph or row that holds a character; ``starts`` are the first characters of ``marks``."""
    at = bisect_right(starts, position) - 1
    for step in range(at, max(at - _STEPS, -1), -1):
        if marks[step].end > position or marks[step].start == position:
            return marks[step]
    return None


def _start(mark: Landmark) -> int:
    return mark.start

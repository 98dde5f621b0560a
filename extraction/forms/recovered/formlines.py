"""Forms with a cell a line whose empty cells are gone: rows are certain, columns often are not.

Belongs here: a heading row and rows of a label with the amounts that follow it; labels of staff with their counts.
Does not belong here: rows of full width (``plaincells``), the national self-evaluation form (``streamtables``), or
deciding whose an amount is where columns are missing (``gridrows``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns import funds
from extraction.columns.projectfunds import is_budget
from extraction.flattened.blanks.spanrows import table_at
from extraction.flattened.cells.bodytree import columns_of_bodies
from extraction.model import Span, Table
from extraction.text.headnames import common_name
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

#: First headings of tables that list bodies; what follows until the first label are the other headings.
_LISTS_BODIES = "单位名称"
_OF_WHICH = re.compile(r"其中:?")
_OTHERS = "其他"
_STAFF = re.compile(
    r"(?:20\d\d年度?(?:末)?)?[^\d。；，]{0,8}(?:编制|实有|在职|在编|离退休|退休)[^\d。；，]{0,6}"
)
_COUNT = re.compile(r"\d{1,5}")
_WORD = re.compile(r"\S+")
_LONGEST, _LONGEST_ROW = 24, 160
_FEWEST_HEADS = 3
_SEVERAL = 2
_MOST_CELLS = 300


def may_be_rows(words: str) -> bool:
    """Whether the words of a line can be the first headings of a table of bodies whose rows kept their lines."""
    return "其中" in words and len(words.split()) > 1 and _lists_bodies(words.split()[0])


def may_start(words: str) -> bool:
    """Whether the words of a line can be the first cell of such a form."""
    return len(words) <= _LONGEST and bool(_lists_bodies(words) or _STAFF.fullmatch(folded(words)))


def _lists_bodies(words: str) -> bool:
    """Whether a heading, by any of its names, stands over bodies."""
    return common_name(folded(words)) == _LISTS_BODIES


def read_form(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The form that begins at the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    cells = _cells(lines)
    if not cells:
        return None, 0
    words = [folded(text[span.start : span.end]) for _, span in cells]
    rows = _staff(words) if _STAFF.fullmatch(words[0]) else _bodies(words)
    if not rows:
        return None, 0
    last = cells[rows[-1][-1]][0]
    return table_at(text, [[cells[index][1] for index in row] for row in rows]), last + 1


def _cells(lines: Sequence[Line]) -> list[tuple[int, Span]]:
    """Line number and content of the short lines up to the first long one; of each word where rows kept their lines."""
    cells: list[tuple[int, Span]] = []
    of_rows = may_be_rows(lines[0].words)
    for at, line in enumerate(lines):
        words = line.words
        if not words:
            continue
        longest = _LONGEST_ROW if of_rows else _LONGEST
        if len(words) > longest or any(mark in words for mark in "。；|\t") or len(cells) >= _MOST_CELLS:
            break
        start = line.bare.start
        if of_rows:
            cells += [(at, Span(start + word.start(), start + word.end())) for word in _WORD.finditer(words)]
        else:
            cells.append((at, Span(start, start + len(words))))
    return cells


def _staff(words: list[str]) -> list[list[int]]:
    """人员编制, 21, 实有人数, 20: labels and counts in turn; a count without a label of its own ends it."""
    rows: list[list[int]] = []
    at = 0
    while at + 1 < len(words) and _STAFF.fullmatch(words[at]) and _COUNT.fullmatch(words[at + 1]):
        rows.append([at, at + 1])
        at += 2
    followed_by_number = at < len(words) and parse_cell(words[at]) is not None
    return [] if followed_by_number else rows


def _bodies(words: list[str]) -> list[list[int]]:
    """Headings, then a body and the amounts behind it, as many as are printed."""
    first = next((at for at, word in enumerate(words) if parse_cell(word)), len(words)) - 1
    heads = [at for at in range(first) if not _OF_WHICH.fullmatch(words[at])]
    others = [at for at in heads if words[at] == _OTHERS and at and _OF_WHICH.fullmatch(words[at - 1])]
    heads = [
        *(at for at in heads if at not in others),
        *others,
    ]  # printed before the parts that it stands behind
    if len(heads) < _FEWEST_HEADS or not _lists_bodies(words[0]):
        return []
    if funds.TOTAL.search(words[first]) or is_budget(words[first]):
        return []  # 单位名称 of the form around a funds block, and the name of the one that fills it in
    rows = [_in_order(heads, words, first)]
    if not rows[0]:
        return []
    at = first
    while at < len(words):
        end = at + 1
        while end < len(words) and parse_cell(words[end]):
            end += 1
        if end == at + 1 or end - at > len(heads):
            break  # no amounts, or more of them than headings: what follows is another table
        rows.append(list(range(at, end)))
        at = end
    return rows if len(rows) > 1 else []


def _in_order(heads: list[int], words: list[str], first: int) -> list[int]:
    """The headings in the order of the columns, where they were printed level by level; none where that order is not known."""
    end = next((at for at in range(first + 1, len(words)) if not parse_cell(words[at])), len(words))
    amounts = words[first + 1 : end]
    levels = sum(_OF_WHICH.fullmatch(word) is not None for word in words[:first])
    whole = len(amounts) >= len(heads) - 1
    if not first or (whole and levels < _SEVERAL):
        return heads
    order = columns_of_bodies([words[at] for at in heads], amounts)
    return [heads[at] for at in order] if order else [] if whole else heads

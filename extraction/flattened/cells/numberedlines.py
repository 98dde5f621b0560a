"""Rows of accounts on one line, each label with the number of its row (行次) and its amount.

项目 行次 金额 … 一财政拨款收入 1 4,627.57 一一般公共服务支出 32 0.00 二上级补助收入 2 0.00 …

Belongs here: such rows among the words of a line, and the numbering that stands before their labels.
Does not belong here: which numbers rise (``rungs``); forms on one line (``forms``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.flattened.cells.ladders import ladder_of
from extraction.flattened.cells.rungs import Rung, follow
from extraction.model import Cell, Paragraph, Span, Table
from extraction.records import replace
from extraction.text.normalise import folded

_HEAD = "行次"
_MOST_HEADS = 12
_DIGITS = "一二三四五六七八九"
_TENS = ("", "十", "二十", "三十")


def read_words(text: str, spans: Sequence[Span]) -> list[Paragraph | Table]:
    """The table of such rows with the words before and behind it; empty where there is none."""
    words = [folded(text[span.start : span.end]) for span in spans]
    if _HEAD not in words:
        return []
    head = words.index(_HEAD)
    for first in range(head + 1, min(head + _MOST_HEADS, len(words))):
        found, taken = follow(lambda at: words[at] if at < len(words) else None, first)
        table = ladder_of(text, spans, found)
        if table is None:
            continue
        table = replace(table, rows=(table.rows[0], *_without_numbering(table, found)))
        around: list[Paragraph | Table] = [Paragraph(Span(spans[0].start, spans[first - 1].end)), table]
        rest = spans[taken:]
        return [*around, Paragraph(Span(rest[0].start, rest[-1].end))] if rest else around
    return []


def _without_numbering(table: Table, rungs: Sequence[Rung]) -> list[tuple[Cell, ...]]:
    """The rows with labels that lost the sign behind their numbering: 一一般公共预算财政拨款收入 is the first of its side."""
    seen: dict[int, int] = {}
    rows: list[tuple[Cell, ...]] = []
    for row, rung in zip(table.rows[1:], rungs, strict=True):
        place = seen[rung.side] = seen.get(rung.side, 0) + 1
        label = row[0].text
        number = _numeral(place)
        if label.startswith(number) and label[len(number) : len(number) + 1] not in {"、", ".", "．", ""}:
            row = (replace(row[0], text=label[len(number) :]), *row[1:])
        rows.append(row)
    return rows


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (_TENS[tens] if tens < len(_TENS) else "") + (_DIGITS[ones - 1] if ones else "")

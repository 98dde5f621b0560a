"""The funds block as the text of a PDF gives it: all of its names first, then all of its values.

Belongs here: rows of a stream whose labels stand together, before the headings or behind them, and whose values follow in one run.
Does not belong here: rows whose values stand behind their label (``streamfunds``); what an amount of the block is (``funds``).

Such rows are taken only as far as each is whole, and the first only where its rate follows from its amounts: else a value left out would shift them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.forms.streams.stream import Stream, is_value, joined
from extraction.model import Span
from extraction.text.numbers import parse_cell
from extraction.words import words_of_fund_block

_ROUNDED = Decimal("0.6")
_HUNDRED = Decimal(100)
#: Tokens before the headings among which the labels of the rows may stand.
_BEFORE = 30


def label_end(stream: Stream, at: int) -> int | None:
    """The token behind the label of a row of funds that begins at a token: 其中: 当年财政拨款 may be two."""
    for end in range(min(at + 3, len(stream.words)), at, -1):
        words = stream.words[at:end]
        if words[0] and words[-1] and words_of_fund_block.LABEL.fullmatch("".join(words).rstrip(":")):
            return end
    return None


def rows_of_runs(stream: Stream, at: int, end: int) -> tuple[list[list[Span]], int]:
    """The rows below the headings from ``at`` to ``end``, and the token after the last of their values; no rows where they are not proved."""
    labels, behind = _labels(stream, end, len(stream.words))
    if len(labels) == 1:
        return [], end  # a label with its values behind it
    if not labels:
        labels, _ = _labels(stream, max(0, at - _BEFORE), at)
        behind = end
    if not labels or "总" not in "".join(stream.words[slice(*labels[0])]):
        return [], end
    heads, rows = stream.words[at:end], []
    amounts: list[tuple[Decimal, Decimal]] = []
    for first, last in labels:
        found = _amounts_that_come_out(heads, stream.words[behind : behind + len(heads)])
        if found is None:
            break
        amounts.append(found)
        rows.append([joined(stream.spans[first:last], 0), *stream.spans[behind : behind + len(heads)]])
        behind += len(heads)
    return (rows if _are_whole_and_parts(amounts) else rows[:1], behind) if rows else ([], end)


def _are_whole_and_parts(amounts: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether what follows the first row are its parts: all of it, or adding up to it; else a row between them may have lost its values."""
    whole, *parts = amounts
    sums = sum(planned for planned, _ in parts), sum(spent for _, spent in parts)
    return not parts or whole in (parts[0], sums)


def unit_before(stream: Stream, at: int) -> Span | None:
    """The cell that gives the unit of the block, among the labels before its headings."""
    tokens = range(at - 1, max(0, at - _BEFORE) - 1, -1)
    return next(
        (stream.spans[one] for one in tokens if words_of_fund_block.UNIT.search(stream.words[one])), None
    )


def _labels(stream: Stream, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """The labels of rows among tokens; behind the headings those that follow each other at once."""
    found: list[tuple[int, int]] = []
    at = start
    following = end == len(stream.words)
    while at < end:
        last = label_end(stream, at)
        if last is not None and last <= end:
            found.append((at, last))
            at = last
        elif following:
            break
        else:
            at += 1
    return found, at


def _amounts_that_come_out(heads: Sequence[str], row: Sequence[str]) -> tuple[Decimal, Decimal] | None:
    """The last two amounts of a row, where its rate is theirs and each of its cells is filled."""
    if len(row) < len(heads) or not all(word and is_value(word) for word in row):
        return None
    cells = list(zip(heads, row, strict=True))
    amounts = [parse_cell(word) for head, word in cells if words_of_fund_block.AMOUNT.search(head)]
    rates = [parse_cell(word) for head, word in cells if "率" in head]
    if len(rates) != 1 or len(amounts) < 2 or rates[0] is None or amounts[-1] is None or amounts[-2] is None:
        return None
    planned, spent, rate = (number.value for number in (amounts[-2], amounts[-1], rates[0]))
    return (planned, spent) if planned and abs(spent / planned * _HUNDRED - rate) <= _ROUNDED else None

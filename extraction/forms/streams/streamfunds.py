"""The funds block of the self-evaluation form in a stream of tokens.

Belongs here: the headings 年初预算数, 全年预算数 and so on, and the rows of 年度资金总额 below them.
Does not belong here: indicators (``streamindicators``); what an amount of the block is (``funds``).

A row is taken only where its cells can be counted: no more amounts than headings.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from extraction.columns import fundnature, funds
from extraction.flattened.blanks.spanrows import table_at
from extraction.forms.streams import streamruns
from extraction.forms.streams.stream import Stream, empty, is_value, joined
from extraction.model import Span, Table
from extraction.text.headnames import common_name
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell
from extraction.words import words_of_fund_block

_FEWEST_HEADS = 3
_LONGEST_TITLE = 40
_REASON_CELLS = 2
_RATE_ROUNDED = Decimal("0.06")


def heads_funds(word: str) -> bool:
    """Whether a word is a heading of the block, by any of its names."""
    return words_of_fund_block.HEAD.fullmatch(common_name(word)) is not None


def titles_of_heads(words: Sequence[str]) -> int:
    """How many words in front of the headings of the block are its title and what stands over its labels."""
    over = words_of_fund_block.OVER_LABELS
    if len(words) > 1 and over.fullmatch(words[1]):
        return 2
    titled = not heads_funds(words[0]) and words_of_fund_block.TITLE.fullmatch(words[0])
    return int(bool(titled or over.fullmatch(words[0])))


def read_funds(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The funds block whose headings begin at a token, or None, and the token after it."""
    words = stream.words
    end = at
    while end < len(words) and words_of_fund_block.HEAD.fullmatch(words[end]):
        end += 1
    width = end - at
    if width < _FEWEST_HEADS or not any(words_of_fund_block.AMOUNT.search(word) for word in words[at:end]):
        return None, at
    start = at
    while start > 0 and at - start < 2 and words_of_fund_block.BEFORE.search(words[start - 1]):
        start -= 1
    title = joined(stream.spans[start:at], stream.spans[at].start) if at else _line_before(stream)
    if end < len(words) and words_of_fund_block.UNIT.fullmatch(words[end]):
        title = stream.spans[end]  # on the line below the title: the unit, which the title lacks
    rows = [[title, *stream.spans[at:end]]]
    if one := _row_of_title(stream, folded(stream.text[title.start : title.end]), at, end):
        return table_at(stream.text, [*rows, [empty(one[0].start), *one]]), end + width
    below, last = streamruns.rows_of_runs(stream, at, end)
    if below:
        rows[0][0] = streamruns.unit_before(stream, at) or title
    else:
        below, last = _rows_below(stream, end, words[at:end])
    if not below:
        return None, at
    rows, end = [*rows, *below], last
    parts = _parts_by_nature(stream, end)
    end = parts[-1] + 1 if parts else end
    return table_at(stream.text, [*rows, *([stream.spans[part]] for part in parts)]), end


def _rows_below(stream: Stream, end: int, heads: Sequence[str]) -> tuple[list[list[Span]], int]:
    """The rows of the block from a token on, and the token after them."""
    rows: list[list[Span]] = []
    while stream.whole and end < len(stream.words) and not stream.words[end]:
        end += 1
    while end < len(stream.words):
        row, after = _fund_row(stream, end, len(heads))
        for skipped in range(1, _REASON_CELLS + 1):  # the heading or the cell of a reason
            if row is None and end + skipped < len(stream.words):
                row, after = _fund_row(stream, end + skipped, len(heads))
        if row is None:
            break
        rows.append(_filled_up(row, heads, [folded(stream.text[s.start : s.end]) for s in row]))
        end = after
    return rows, end


def _line_before(stream: Stream) -> Span:
    """The line before the first token, where it is the title of a block; else nothing."""
    first = stream.spans[0].start
    words = stream.text[max(0, first - _LONGEST_TITLE) : first].rstrip().rpartition("\n")[2].strip()
    at = stream.text.rfind(words, 0, first) if funds.BLOCK_OF_ONE.fullmatch(folded(words)) else -1
    return Span(at, at + len(words)) if at >= 0 else empty(first)


def _row_of_title(stream: Stream, title: str, at: int, end: int) -> list[Span]:
    """The amounts at once below the headings of 预算执行情况, as many as these: the one row of the block, which has no label."""
    behind = 2 * end - at
    values = stream.words[end:behind]
    if not funds.BLOCK_OF_ONE.fullmatch(title) or len(values) < end - at or not all(map(is_value, values)):
        return []
    alone = behind == len(stream.words) or not is_value(stream.words[behind])
    return list(stream.spans[end:behind]) if alone else []


def _parts_by_nature(stream: Stream, at: int) -> list[int]:
    """The cells 其中：基本支出：865.28 behind the rows, with their titles and empty cells between them."""
    found: list[int] = []
    while at < len(stream.words):
        if fundnature.is_part(stream.words[at]):
            found.append(at)
        elif stream.words[at] and not fundnature.TITLE.fullmatch(stream.words[at]):
            break
        at += 1
    if (
        found
        and stream.words[found[-1]].endswith(":")
        and at < len(stream.words)
        and is_value(stream.words[at])
    ):
        found.pop()  # 项目支出: | 620.00: its amount has a cell of its own
    return found


def _filled_up(row: list[Span], heads: Sequence[str], words: Sequence[str]) -> list[Span]:
    """A row that prints its amounts, and of rate and points only some: each value in its column, where one is certain.

    The amounts come first and are all there; a percentage is the rate; points are both there or none.
    """
    amounts = [index for index, head in enumerate(heads) if words_of_fund_block.AMOUNT.search(head)]
    rates = [index for index, head in enumerate(heads) if "率" in head]
    points = [index for index in range(len(heads)) if index not in amounts and index not in rates]
    if len(row) > len(heads) or amounts != list(range(len(amounts))) or len(rates) > 1:
        return row
    printed = [index for index, word in enumerate(words) if index and word]
    percent = [index for index in printed if words[index].endswith("%")]
    plain = [index for index in printed if index not in percent]
    columns = amounts if len(plain) == len(amounts) else [*amounts, *points]
    if len(plain) != len(columns) or len(percent) > len(rates) or (len(printed) == 0):
        return row
    if rates and not percent and _rate_without_sign([words[index] for index in plain]):
        return row  # 1863.42 1788.88 10 96.00 9.6: an amount is left out, and no rate
    nothing = empty(row[-1].end)
    placed = dict(zip([*columns, *rates], [*plain, *percent], strict=False))
    return [row[0], *[row[placed[index]] if index in placed else nothing for index in range(len(heads))]]


def _rate_without_sign(values: Sequence[str]) -> bool:
    """Whether a value behind two others is what the second of them is of the first, in hundredths."""
    numbers = [number.value if (number := parse_cell(value)) else None for value in values]
    return any(
        planned and spent and planned != spent and rate and abs(spent * 100 / planned - rate) <= _RATE_ROUNDED
        for at, rate in enumerate(numbers)
        for planned, spent in combinations(numbers[:at], 2)
    )


def _fund_row(stream: Stream, at: int, width: int) -> tuple[list[Span] | None, int]:
    """A label and its amounts, no more than there are headings."""
    label_end = streamruns.label_end(stream, at)
    if label_end is None:
        return None, at
    end = label_end
    while end < len(stream.words) and is_value(stream.words[end]):
        end += 1
    if not any(stream.words[label_end + width : end]):
        end = min(end, label_end + width)  # an empty cell behind the points is that of their reason
    if end - label_end > width:
        return None, at  # more amounts than headings: whose they are cannot be known
    return [joined(stream.spans[at:label_end], 0), *stream.spans[label_end:end]], end

"""Rows of indicators with their points in a stream of tokens.

Belongs here: the headings 一级指标, 三级指标, 分值, 得分 and so on, and the rows and totals below them.
Does not belong here: the funds block (``streamfunds``); what a row says (``scoring``).

A row is taken only where its cells can be counted, with points where points belong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.flattened.blanks.spanrows import table_at
from extraction.flattened.cells import celllines
from extraction.forms.streams import streamlevels
from extraction.forms.streams.stream import Stream, empty, is_value
from extraction.model import Span, Table
from extraction.text.numbers import parse_cell

_TOTAL = re.compile(r"总分|合计|总计|得分合计")
_OVER_TARGETS = re.compile(r"(?:指标|目标)值")
_FEWEST_HEADS = 3
_FEWEST_ROWS = 2


def read_indicators(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The rows whose headings begin at a token, or None, and the token after them."""
    words = stream.words
    kinds: list[str] = []
    while at + len(kinds) < len(words) and (kind := streamlevels.column_of(words[at + len(kinds)])):
        kinds.append(kind)
    end = at + len(kinds)
    head = list(stream.spans[at:end])
    if "points" not in kinds and (above := _heads_above(stream, at)):
        kinds, head = (
            [*kinds, *(streamlevels.column_of(words[index]) or "" for index in above)],
            [
                *head,
                *(stream.spans[index] for index in above),
            ],
        )
    levels = kinds.count("level")
    if "name" not in kinds or "points" not in kinds or kinds[:levels] != ["level"] * levels:
        return None, at  # a column of free words (criterion): where a row ends cannot be known
    if "reason" in kinds[:-1]:
        return None, at
    rows, end = _rows(stream, end, kinds, head)
    width = len(rows[0])
    rows = [[*row, *[empty(row[-1].end)] * (width - len(row))] for row in rows]
    return (table_at(stream.text, rows), end) if len(rows) > _FEWEST_ROWS else (None, at)


def _rows(stream: Stream, end: int, kinds: list[str], head: list[Span]) -> tuple[list[list[Span]], int]:
    """The rows below headings of these kinds, with the headings, and the token after them."""
    words, levels = stream.words, kinds.count("level")
    reasons = kinds[-1] == "reason"
    kinds = kinds[: len(kinds) - reasons]
    rows = [head]
    while end < len(words):
        row, after = _total_row(stream, end, kinds) or _indicator_row(stream, end, kinds[levels:], levels)
        if row is None and streamlevels.is_level(words[end]) and _begins_level(stream, end + 1):
            end += 1  # a level without indicators
            continue
        if row is None and stream.whole and (skipped := _unfilled(words, end)):
            end = skipped
            continue
        if row is None:
            break
        end = after
        if reasons and stream.whole and end < len(words):
            if _lost_reason(stream, end, kinds[levels:], levels):
                rows.append(row)
                continue
            row, end = [*row, stream.spans[end]], end + 1
            while end < len(words) and not words[end] and _begins_level(stream, end + 1):
                end += 1  # a page ended here
        elif reasons and _is_reason(stream, end, kinds[levels:], levels):
            row, end = [*row, stream.spans[end]], end + 1
        rows.append(row)
    return rows, end


def _unfilled(words: Sequence[str], at: int) -> int:
    """The token after …… and the empty cells behind it, also where a level stands before it; 0 where no row is left blank."""
    at += streamlevels.is_level(words[at])
    if at >= len(words) or not celllines.PLACEHOLDER.fullmatch(words[at]):
        return 0
    return next((end for end in range(at + 1, len(words)) if words[end]), len(words))


def _lost_reason(stream: Stream, at: int, kinds: list[str], levels: int) -> bool:
    """Whether the empty cell of a reason is gone: what stands in its place begins a row, and what is behind it does not."""
    return (
        bool(stream.words[at])
        and _row_ends_in_reason(stream, at, kinds, levels)
        and not _row_ends_in_reason(stream, at + 1, kinds, levels)
    )


def _row_ends_in_reason(stream: Stream, at: int, kinds: list[str], levels: int) -> bool:
    """Whether a row begins at a token and its points are followed by no other amount."""
    row, end = _indicator_row(stream, at, kinds, levels) if at < len(stream.words) else (None, at)
    points = [
        word
        for kind, word in zip(kinds, stream.words[end - len(kinds) : end], strict=True)
        if kind == "points"
    ]
    filled = row is not None and all(parse_cell(word) for word in points)
    return filled and (end >= len(stream.words) or parse_cell(stream.words[end]) is None)


def _heads_above(stream: Stream, at: int) -> list[int]:
    """The columns of an upper row of headings, without the one of targets that stands over the last of the lower row.

    绩效指标 | 年度指标值 | 实际完成值 | 分值 | 得分 over 一级指标 | … | 指标性质 | 指标值 | 度量单位.
    """
    first = at
    while first > 0 and streamlevels.column_of(stream.words[first - 1]) in {"value", "points", "reason"}:
        first -= 1
    first += first < at and _OVER_TARGETS.search(stream.words[first]) is not None
    return list(range(first, at)) if at - first >= _FEWEST_HEADS else []


def _indicator_row(stream: Stream, at: int, kinds: list[str], levels: int) -> tuple[list[Span] | None, int]:
    """The names of levels where they begin, then one cell for every column."""
    cells: list[Span] = []
    here = at
    for patterns in ((streamlevels.LEVEL_1,), (streamlevels.LEVEL_2,))[:levels]:
        known = here < len(stream.words) and any(p.fullmatch(stream.words[here]) for p in patterns)
        if known and patterns[0] is streamlevels.LEVEL_1 and not _leads_level_2(stream, here, levels):
            known = False
        known = known or (here < len(stream.words) and not stream.words[here])  # merged, and printed empty
        cells.append(stream.spans[here] if known else empty(stream.spans[at].start))
        here += known
    if not (stream.whole or _ends(stream, here, kinds)) and (
        row := _below_other_levels(stream, at, kinds, levels)
    ):
        return row
    end = here + len(kinds)
    words = stream.words[here:end]
    if len(words) < len(kinds) or not all(map(_suits, kinds, words)):
        return None, at
    return [*cells, *stream.spans[here:end]], end


def _below_other_levels(
    stream: Stream, at: int, kinds: list[str], levels: int
) -> tuple[list[Span], int] | None:
    """A row that begins with names of levels that the national form does not have: 投入 | 预算配置 | 在职人员控制率.

    Only where without them its cells would not end before the next row, and with as many of them as are taken they do.
    """
    for count in range(1, levels + 1):
        names = stream.words[at : at + count]
        patterns = streamlevels.OTHER_LEVELS[levels - count : levels]
        if not all(p.fullmatch(name) for p, name in zip(patterns, names, strict=False)):
            continue
        if _ends(stream, at + count, kinds):
            gap = [empty(stream.spans[at].start)] * (levels - count)
            end = at + count + len(kinds)
            return [*gap, *stream.spans[at:end]], end
    return None


def _ends(stream: Stream, at: int, kinds: list[str]) -> bool:
    """Whether the cells from a token on suit their columns and no amount follows the last of them."""
    end = at + len(kinds)
    words = stream.words[at:end]
    if len(words) < len(kinds) or not all(map(_suits, kinds, words)):
        return False
    return end == len(stream.words) or parse_cell(stream.words[end]) is None


def _is_reason(stream: Stream, at: int, kinds: list[str], levels: int) -> bool:
    """Whether the token behind the points is their reason: no row begins with it, and one begins behind it."""
    if at >= len(stream.words) or _begins_level(stream, at):
        return False
    if _begins_level(stream, at + 1):
        return True
    if parse_cell(stream.words[at]):
        return False
    if stream.begins and stream.spans[at].start not in stream.begins:
        return True
    if stream.spans[at].start in stream.begins and _ends_line(stream, at):
        return False
    if _indicator_row(stream, at, kinds, levels)[0] is not None:
        # its first cell is a reason only where its last cells are then those of the row behind it
        return not _row_ends(stream, at, kinds, levels) and _row_ends(stream, at + 1, kinds, levels)
    return at + 1 < len(stream.words) and (
        _TOTAL.fullmatch(stream.words[at + 1]) is not None
        or _indicator_row(stream, at + 1, kinds, levels)[0] is not None
    )


def _ends_line(stream: Stream, at: int) -> bool:
    """Whether the line that begins at a token ends in two amounts, as a row does."""
    end = next((n for n in range(at + 1, len(stream.spans)) if stream.spans[n].start in stream.begins), 0)
    return end - at > _FEWEST_HEADS and all(map(parse_cell, stream.words[end - 2 : end]))


def _row_ends(stream: Stream, at: int, kinds: list[str], levels: int) -> bool:
    """Whether a row begins at a token and no amount follows its last cell."""
    row, end = _indicator_row(stream, at, kinds, levels) if at < len(stream.words) else (None, at)
    return row is not None and (end == len(stream.words) or parse_cell(stream.words[end]) is None)


def _begins_level(stream: Stream, at: int) -> bool:
    return at < len(stream.words) and (
        streamlevels.is_level(stream.words[at]) or _TOTAL.fullmatch(stream.words[at]) is not None
    )


def _leads_level_2(stream: Stream, at: int, levels: int) -> bool:
    """成本指标 is of the first level before one of the second, and of the second otherwise."""
    if levels == 1 or not streamlevels.LEVEL_2.fullmatch(stream.words[at]):
        return True
    return at + 1 < len(stream.words) and streamlevels.LEVEL_2.fullmatch(stream.words[at + 1]) is not None


def _suits(kind: str, word: str) -> bool:
    if kind == "points":
        return is_value(word) and not word.endswith("%")
    if kind == "value":
        return not streamlevels.is_level(word)
    return bool(word and parse_cell(word) is None and not _TOTAL.fullmatch(word) and not word.endswith("。"))


def _total_row(stream: Stream, at: int, kinds: list[str]) -> tuple[list[Span], int] | None:
    """总分 with its points below the columns of points."""
    if not _TOTAL.fullmatch(stream.words[at]):
        return None
    end = at + 1
    while end < len(stream.words) and parse_cell(stream.words[end]):
        end += 1
    places = [index for index, kind in enumerate(kinds) if kind == "points"]
    if end - at - 1 != len(places):
        return None
    row = [empty(stream.spans[at].end)] * len(kinds)
    row[0] = stream.spans[at]
    for place, span in zip(places, stream.spans[at + 1 : end], strict=True):
        row[place] = span
    return row, end

"""Rubrics whose criteria are free words, in a stream in which every cell is known, empty ones too.

Belongs here: rows below headings such as 绩效指标 | 指标分值 | 计分标准 | 自评得分 | 备注, where one heading stands over names of two levels.
Does not belong here: streams that lost their empty cells (``streamindicators``); what a row says (``scoring``).

How many names a row has is told by its first points: behind them it has a cell for every heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extraction.forms.streams.stream import Stream
from extraction.model import Cell, Span, Table
from extraction.scoring.scorecolumns import kind_of
from extraction.scoring.scorerows import points_in

_NAMES = {1: ("指标名称",), 2: ("一级指标", "指标名称"), 3: ("一级指标", "二级指标", "三级指标")}
_NEEDED = {"criterion", "full_marks", "score"}
_MOST_HEADS = 9
_FEWEST_ROWS = 3
#: What stands in the column of a criterion beside words.
_NO_CRITERION = 2


def read_rubric(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The rubric whose headings begin at a token, or None, and the token after it."""
    heads = stream.words[at : at + _MOST_HEADS]
    kinds = [str(kind) for kind in takewhile(bool, map(kind_of, heads))]
    first = next((index for index, kind in enumerate(kinds) if not kind.startswith("level_")), 0)
    if not first or not set(kinds[first:]) >= _NEEDED:
        return None, at
    end = at + len(kinds)
    tail = {name: kinds.index(name) - first for name in _NEEDED}
    rows: list[tuple[int, int]] = []
    here, width = end, len(kinds) - first
    while names := _names_of_row(stream.words, here, tail, width):
        rows.append((here, names))
        here += names + width
    most = max((names for _, names in rows), default=0)
    if len(rows) < _FEWEST_ROWS:
        return None, at
    return _table(stream, at, (first, len(kinds)), rows, most), here


def _names_of_row(words: Sequence[str], at: int, tail: dict[str, int], width: int) -> int:
    """How many names stand in front of the points of the row that begins at a token; 0 where none begins there."""
    for names in range(1, max(_NAMES) + 1):
        if at + names + width > len(words) or points_in(words[at + names - 1]):
            return 0
        behind = words[at + names : at + names + width]
        if points_in(behind[tail["full_marks"]]) is None:
            continue
        criterion = behind[tail["criterion"]]
        is_words = not criterion or (len(criterion) > _NO_CRITERION and points_in(criterion) is None)
        score = behind[tail["score"]]
        return names if is_words and (not score or points_in(score)) else 0
    return 0


def _table(
    stream: Stream, at: int, head: tuple[int, int], rows: Sequence[tuple[int, int]], most: int
) -> Table:
    """The rows with as many names each, those that are merged down printed empty."""
    first, width = head
    place = stream.spans[at]
    titles = [
        *_NAMES[most],
        *(stream.text[span.start : span.end] for span in stream.spans[at + first : at + width]),
    ]
    found = [[Cell(title, place, 1, column) for column, title in enumerate(titles, start=1)]]
    for number, (start, names) in enumerate(rows, start=2):
        gap = Span(stream.spans[start].start, stream.spans[start].start)
        spans = [*[gap] * (most - names), *stream.spans[start : start + names + width - first]]
        found.append(
            [Cell(stream.text[s.start : s.end], s, number, column) for column, s in enumerate(spans, start=1)]
        )
    return Table(0, tuple(map(tuple, found)))

"""Columns of a table parted by blanks whose empty cells left nothing but their place, as in a PDF copied with its layout.

Belongs here: telling by the places of all amounts, and by the numbers or headings over them, which column each stands in.
Does not belong here: dividing lines into cells (``blankcells``), finding tables (``blankrows``).

All rows are placed or none: in every row the amounts must stand in columns of their own, and the first of them must be the
whole of the others. Two ways of counting (a Chinese character as one place or as two) must not give two answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from extraction.flattened.blanks.blankcells import Row, is_value
from extraction.model import Cell, Span
from extraction.records import replace
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

#: first place and the one behind the last
Interval = tuple[int, int]
_Answer = TypeVar("_Answer")
_FEWEST_COLUMNS = 2
#: Share of the way to the next heading by which an amount may stand beside its own.
_OFF = 0.45


def placed(text: str, rows: Sequence[Row], heads: Sequence[Cell]) -> list[Row] | None:
    """The rows with an empty cell for every amount that is not printed; None where the columns are not certain.

    Args:
        text: the whole text.
        rows: labels with their amounts, among them the row that numbers the columns where there is one.
        heads: the headings of the amounts.
    """
    count = len(heads)
    amounts = [_amounts(row) for row in rows]
    if count < _FEWEST_COLUMNS or any(found is None for found in amounts):
        return None
    numbering = next((found for found in amounts if found and _numbers(found, count)), None)
    kept = [found for found in amounts if found and found is not numbering]
    if not any(len(found) < count for found in kept) or not all(_adds_up(found) for found in kept):
        return None
    over = [cell.span for cell in numbering or heads]
    columns = _agreed(
        _columns(text, [[cell.span for cell in found] for found in kept], over, count, measure)
        for measure in (_characters, _width)
    )
    return None if columns is None else [_filled(row, columns, count) for row in rows]


def below(text: str, amounts: Sequence[Span], numbers: Sequence[Span]) -> list[int] | None:
    """For each amount of one row the number of a column below which it stands, counted from 0; None where that is not certain."""
    return _agreed(
        _nearest(
            [_interval(text, span, measure) for span in amounts],
            [_interval(text, span, measure) for span in numbers],
        )
        for measure in (_characters, _width)
    )


def _agreed(answers: Iterable[_Answer | None]) -> _Answer | None:
    """The one answer that both ways of counting places give, or that one gives where the other gives none."""
    found = [answer for answer in answers if answer is not None]
    return found[0] if found and all(answer == found[0] for answer in found) else None


def _amounts(row: Row) -> list[Cell] | None:
    """The amounts of a row of one label; None for a row of another form."""
    found = [cell for cell in row[1:] if cell.text]
    if is_value(folded(row[0].text)) or not all(is_value(folded(cell.text)) for cell in found):
        return None
    return found


def _numbers(cells: Sequence[Cell], count: int) -> bool:
    return [cell.text for cell in cells] == [str(number) for number in range(1, count + 1)]


def _adds_up(cells: Sequence[Cell]) -> bool:
    values = [number.value if (number := parse_cell(folded(cell.text))) else Decimal(0) for cell in cells]
    return len(values) < 2 or values[0] == sum(values[1:])


def _columns(
    text: str,
    rows: Sequence[Sequence[Span]],
    over: Sequence[Span],
    count: int,
    measure: Callable[[str], int],
) -> dict[int, int] | None:
    """The column of each amount by its offset in the text; None where amounts of one row share a place."""
    intervals = {span.start: _interval(text, span, measure) for row in rows for span in row}
    groups = list(_groups(sorted(intervals.values())))
    group_of = {
        start: next(at for at, (left, right) in enumerate(groups) if left <= interval[0] < right)
        for start, interval in intervals.items()
    }
    if any(len({group_of[span.start] for span in row}) < len(row) for row in rows):
        return None
    if len(groups) == count and any(len(row) == count for row in rows):
        places: list[int] | None = list(range(count))
    else:
        places = _nearest(groups, [_interval(text, span, measure) for span in over])
    if places is None or any(row and places[group_of[row[0].start]] for row in rows):
        return None  # the whole stands in the first column
    return {start: places[group] for start, group in group_of.items()}


def _groups(intervals: Sequence[Interval]) -> Iterator[Interval]:
    """Runs of places that overlap."""
    left, right = intervals[0]
    for start, end in intervals[1:]:
        if start >= right:
            yield left, right
            left = start
        right = max(right, end)
    yield left, right


def _nearest(groups: Sequence[Interval], over: Sequence[Interval]) -> list[int] | None:
    """For each run of places the number or heading that it stands below."""
    middles = [(left + right) / 2 for left, right in over]
    if middles != sorted(middles) or len(set(middles)) < len(middles) or len(groups) > len(over):
        return None
    found: list[int] = []
    for left, right in groups:
        middle = (left + right) / 2
        at = min(range(len(middles)), key=lambda index: abs(middles[index] - middle))
        beside = [abs(middles[n] - middles[at]) for n in (at - 1, at + 1) if 0 <= n < len(middles)]
        if abs(middles[at] - middle) > _OFF * min(beside) or at in found:
            return None
        found.append(at)
    return found


def _interval(text: str, span: Span, measure: Callable[[str], int]) -> Interval:
    begin = text.rfind("\n", 0, span.start) + 1
    start = measure(text[begin : span.start])
    return start, start + measure(text[span.start : span.end])


def _characters(words: str) -> int:
    return len(words)


def _width(words: str) -> int:
    return len(words.encode("gbk", "replace"))


def _filled(row: Row, columns: dict[int, int], count: int) -> Row:
    """The label and a cell for every column."""
    printed = {columns[cell.span.start]: cell for cell in row[1:] if cell.span.start in columns}
    if not printed:
        return row
    gap = replace(row[0], text="", span=Span(row[-1].span.end, row[-1].span.end))
    return [row[0], *(printed.get(at, gap) for at in range(count))]

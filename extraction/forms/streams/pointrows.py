"""The rows and the total of one rubric in a stream of tokens, told by their points.

Belongs here: where names, criteria and points of a row stand, and whether the points of all rows make up their total.
Does not belong here: headings and the table that the rows become (``streampoints``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.forms.streams.openlevels import Open, left
from extraction.forms.streams.rubricheads import Heads
from extraction.forms.streams.stream import Stream, empty, joined
from extraction.model import Span
from extraction.records import record
from extraction.scoring.scorerows import is_section, points_in

TOTAL = re.compile(r"总分|合计|总计|得分合计|总得分|合计得分")
#: A name among the pieces of a line whose cells run on.
_NAME = re.compile(r"(?![分个]|项(?!目))[\u4e00-\u9fff\"“”、]{2,20}")
_PERCENT = re.compile(r"\d+(?:\.\d+)?%?")
_WHOLE = Decimal(100)
_FEWEST_VALUES = 2
_MOST_CRITERION, _SHORTEST_NAME = 60, 3

Place = tuple[int, int]


@record(frozen=True, slots=True)
class PointRow:
    """Where its cells stand: first token and the token behind the last one."""

    names: tuple[Place, ...]
    marks: tuple[int, ...]
    before: Place
    tail: tuple[Place, ...]
    #: the title of the section that begins with it: 一、预算编制（20分）
    section: Place | None = None


class PointRows:
    """The rows of one rubric."""

    def __init__(self, stream: Stream, heads: Heads, runs_on: bool) -> None:
        self._stream, self._words, self._heads = stream, stream.words, heads
        self._runs_on = runs_on
        #: levels that no row ended
        self.open: Open = ()
        kinds = [kind for kind, _ in heads.tail]
        scores = [at for at, kind in enumerate(kinds) if kind in {"score", "rate"}]
        self._has_criterion = "criterion" in kinds[: scores[0]]
        self._fixed = [kinds[at] for at in scores]
        self._has_reason = scores[-1] + 1 < len(kinds)

    def rows(self, at: int) -> tuple[list[PointRow], int]:
        """The rows from a token on, and the token after them."""
        found: list[PointRow] = []
        levels: Open = ()
        if (
            self._has_reason
            and len(self._heads.levels) > 1
            and not (self._heads.nested or self._stream.begins)
        ):
            return found, at  # a reason cannot be told from a name
        while at < len(self._words):
            section = self._section(at)
            begun = self._begun(section[1] if section else at, levels)
            if not begun:
                break
            names, marks, before, behind = begun
            if self._heads.nested:
                after = left(levels, [self._points(mark) for mark in marks])
                if after is None:
                    break
                levels = after
            tail = self._tail(behind, levels)
            if not tail:
                break
            found.append(PointRow(names, marks, before, tail, section and (section[0], section[0] + 1)))
            at = tail[-1][1]
        self.open = levels
        return found, at

    def _section(self, at: int) -> Place | None:
        """The title of a section, with its points where they have a cell, in a rubric of one level; None for anything else."""
        if len(self._heads.levels) > 1 or at >= len(self._words) or not is_section(self._words[at]):
            return None
        end = at + 1
        return (at, end + (self._is_points(end) and not self._is_points(end + 1)))

    def _begun(self, at: int, levels: Open) -> tuple[tuple[Place, ...], tuple[int, ...], Place, int] | None:
        """The names and points with which a row begins, and the token behind them; None where none does."""
        words, most = self._words, len(self._heads.levels)
        if not (self._heads.nested or self._begins_line(at)):
            return None
        if self._heads.levels[0][0]:  # the number of the row
            if not words[at:] or not words[at].isdigit():
                return None
            at += 1
        if self._heads.nested:
            names = tuple((n, n + 1) for n in range(at, at + 2 * (most - len(levels)), 2))
            marks = tuple(end for _, end in names)
            fits = names and all(self._is_name(n) for n, _ in names) and all(map(self._is_points, marks))
            if not fits or (self._runs_on and len(words[names[-1][0]]) < _SHORTEST_NAME):
                return None
            return names, marks, (at, at), marks[-1] + 1
        end = at
        while (
            end < len(words)
            and self._is_name(end)
            and end - at <= (_MOST_CRITERION if self._heads.before >= 0 else most)
        ):
            end += 1
        if not end - at or not self._is_points(end):
            return None
        count = 1 if self._heads.before >= 0 else end - at
        if count > most:
            return None
        return tuple((n, n + 1) for n in range(at, at + count)), (end,), (at + count, end), end + 1

    def _begins_line(self, at: int) -> bool:
        """Whether a token is the first of a line, where lines are known to be rows."""
        stream = self._stream
        return not stream.begins or (at < len(stream.spans) and stream.spans[at].start in stream.begins)

    def _tail(self, at: int, levels: Open) -> tuple[Place, ...]:
        """The cells behind the points of a row, up to where the next row or the total begins."""
        loose, worth = 0, self._points(at - 1)
        for start in range(at, min(at + 1 + self._has_criterion * _MOST_CRITERION, len(self._words))):
            end = start + len(self._fixed)
            if not self._are_fixed(start, end):
                continue
            loose = loose or end
            for behind in range(end, end + 1 + 2 * self._has_reason):
                if self._ends(behind, levels) and not (self._runs_on and self._points(start) > worth):
                    return self._places(at, start, end, behind)
        # the last row, of a rubric without a total
        return self._places(at, at, loose, loose) if loose and not self._has_criterion else ()

    def _places(self, at: int, start: int, end: int, behind: int) -> tuple[Place, ...]:
        fixed = iter(range(start, end))
        found: list[Place] = []
        for kind, _ in self._heads.tail:
            if kind in {"score", "rate"}:
                place = next(fixed)
                found.append((place, place + 1))
            else:
                found.append((at, start) if not found and self._has_criterion else (end, behind))
        return (*found[:-1], (found[-1][0], max(found[-1][1], behind)))

    def _are_fixed(self, start: int, end: int) -> bool:
        if end > len(self._words):
            return False
        return all(
            self._is_points(at) if kind == "score" else _PERCENT.fullmatch(self._words[at])
            for kind, at in zip(self._fixed, range(start, end), strict=True)
        )

    def _ends(self, at: int, levels: Open) -> bool:
        """Whether a row or the total begins at a token, or nothing follows."""
        if at >= len(self._words) or TOTAL.fullmatch(self._words[at]):
            return True
        if section := self._section(at):
            at = section[1]
        begun = self._begun(at, levels)
        if begun is None or not self._heads.nested:
            return begun is not None
        return left(levels, [self._points(mark) for mark in begun[1]]) is not None

    def _is_points(self, at: int) -> bool:
        return at < len(self._words) and points_in(self._words[at]) is not None

    def _points(self, at: int) -> Decimal:
        return Decimal(points_in(self._words[at]) or 0)

    def _is_name(self, at: int) -> bool:
        word = self._words[at] if at < len(self._words) else ""
        if not word or TOTAL.fullmatch(word):
            return False
        return points_in(word) is None and (not self._runs_on or _NAME.fullmatch(word) is not None)

    def adds_up(self, rows: Sequence[PointRow], end: int) -> bool:
        """Whether the points of all rows make up their total; without one no row has more than it can have."""
        whole = sum(self._points(row.marks[-1]) for row in rows)
        values = self._values(end)
        if values:
            return self._points(values[0]) == whole or (len(values) < _FEWEST_VALUES and whole == _WHOLE)
        if self._has_criterion or self._heads.before >= 0:
            return whole == _WHOLE or (self._heads.nested and end >= len(self._words) and len(self.open) <= 1)
        score = next(at for at, (kind, _) in enumerate(self._heads.tail) if kind == "score")
        return all(self._points(row.tail[score][0]) <= self._points(row.marks[-1]) for row in rows)

    def _values(self, at: int) -> list[int]:
        """The points behind the word for the total, where it stands at a token."""
        if at >= len(self._words) or not TOTAL.fullmatch(self._words[at]):
            return []
        end = at + 1
        while end < len(self._words) and _PERCENT.fullmatch(points_in(self._words[end]) or self._words[end]):
            end += 1
        return list(range(at + 1, end))

    def total(self, at: int) -> tuple[list[list[Span]], int]:
        """The row of the total, where its points are as many as their columns, and the token after it."""
        values = self._values(at)
        columns = [
            self._heads.levels[-1][1],
            *(n for kind, n in self._heads.tail if kind in {"score", "rate"}),
        ]
        if not values or len(values) != len(columns):
            return [], at
        row = [empty(self._stream.spans[at].end)] * self._heads.count
        row[self._heads.levels[0][0]] = self._stream.spans[at]
        for column, value in zip(columns, values, strict=True):
            row[column] = self._stream.spans[value]
        return [row], values[-1] + 1

    def cells(self, row: PointRow, most: int) -> list[Span]:
        """A row in its columns; names merged down are printed empty, and a level that no row has is passed over."""
        spans, heads = self._stream.spans, self._heads
        found = [empty(spans[row.names[0][0]].start)] * heads.count
        levels = list(heads.levels[-len(row.names) :])
        if len(row.names) == most < len(heads.levels):
            levels[0] = heads.levels[0] if most > 1 else levels[0]
        for (level, _), place in zip(levels, row.names, strict=True):
            found[level] = joined(spans[slice(*place)], 0)
        marked = [mark for _, mark in levels if mark >= 0]
        for column, mark in zip(marked[-len(row.marks) :], row.marks, strict=True):
            found[column] = spans[mark]
        places = [*zip((n for _, n in heads.tail), row.tail, strict=True)]
        if heads.before >= 0:
            places.append((heads.before, row.before))
        for column, place in places:
            found[column] = joined(spans[slice(*place)], spans[row.marks[-1]].end)
        return found

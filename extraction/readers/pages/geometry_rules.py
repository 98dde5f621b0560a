"""Finds the grids that drawn rules make on a page, with cells that span rows and columns.

Belongs here: joining rules that are drawn in pieces, crossing rules, cells between them.
Does not belong here: text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extraction.readers.pages.geometry import Rule

#: Rules closer than this are one rule drawn twice.
_SAME = 1.5
#: How far a rule may end from the rule that it meets.
_REACH = 3.0
#: A side that juts out further than this has a column without an outer rule.
_JUTS = 9.0
_MOST_SLOTS = 200_000


@dataclass(slots=True)
class Lattice:
    """A grid of rules: edges of columns and rows in ascending order; cells as row, column and their spans."""

    columns: list[float]
    rows: list[float]
    cells: list[tuple[int, int, int, int]]


class _Groups:
    """Which of the things numbered from 0 belong together."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, item: int) -> int:
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        one, other = self.root(one), self.root(other)
        self._parent[max(one, other)] = min(one, other)

    def all(self) -> Iterable[list[int]]:
        groups: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            groups.setdefault(self.root(item), []).append(item)
        return groups.values()


def merge(rules: list[Rule]) -> list[Rule]:
    """Join pieces of the same line."""
    rules = sorted(rules)
    merged: list[Rule] = []
    start = 0
    while start < len(rules):
        end = start + 1
        while end < len(rules) and rules[end].at - rules[start].at <= _SAME:
            end += 1
        at = sum(rule.at for rule in rules[start:end]) / (end - start)
        pieces = sorted((rule.low, rule.high) for rule in rules[start:end])
        low, high = pieces[0]
        for piece_low, piece_high in pieces[1:]:
            if piece_low > high + _REACH:
                merged.append(Rule(at, low, high))
                low, high = piece_low, piece_high
            else:
                high = max(high, piece_high)
        merged.append(Rule(at, low, high))
        start = end
    return merged


def lattices(horizontal: list[Rule], vertical: list[Rule]) -> list[Lattice]:
    """Grids of the page from top to bottom; a frame without inner rules is a grid of one cell."""
    horizontal, vertical = merge(horizontal), merge(vertical)
    found = []
    for across, down in _components(horizontal, vertical):
        lattice = _lattice(*_closed(across, down))
        if lattice is not None:
            found.append(lattice)
    return sorted(found, key=lambda lattice: (lattice.rows[0], lattice.columns[0]))


def _components(horizontal: list[Rule], vertical: list[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or touch each other, directly or through others."""
    count = len(horizontal)
    groups = _Groups(count + len(vertical))
    for number, rule in enumerate(vertical, start=count):
        for index, (at, low, high) in enumerate(horizontal):
            if at > rule.high + _REACH:
                break
            if at >= rule.low - _REACH and low - _REACH <= rule.at <= high + _REACH:
                groups.join(index, number)
    for group in groups.all():
        across = [horizontal[item] for item in group if item < count]
        down = [vertical[item - count] for item in group if item >= count]
        if across and down and len(across) + len(down) > 2:
            yield across, down


def _closed(across: list[Rule], down: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Draw the outer rules that a table open at its sides, or at its top and bottom, leaves out."""
    return across + _missing_sides(down, across), down + _missing_sides(across, down)


def _missing_sides(rules: list[Rule], crossing: list[Rule]) -> list[Rule]:
    """Outer lines across ``rules``, where at least two of them jut out over the outermost crossing rule."""
    added = []
    positions = [rule.at for rule in crossing]
    for side, outermost in (("low", min(positions)), ("high", max(positions))):
        ends = [getattr(rule, side) for rule in rules]
        far = min(ends) if side == "low" else max(ends)
        jutting = [rule for rule, end in zip(rules, ends, strict=True) if abs(end - far) <= _REACH]
        if abs(far - outermost) > _JUTS and len(jutting) >= 2:
            at = [rule.at for rule in jutting]
            added.append(Rule(far, min(at), max(at)))
    return added


def _lattice(across: list[Rule], down: list[Rule]) -> Lattice | None:
    rows = _edges([rule.at for rule in across])
    columns = _edges([rule.at for rule in down])
    height, width = len(rows) - 1, len(columns) - 1
    if height < 1 or width < 1 or height * width > _MOST_SLOTS:
        return None
    floors, walls = _drawn(across, rows, columns), _drawn(down, columns, rows)
    slots = _Groups(height * width)
    for row in range(height):
        for column in range(width):
            if column + 1 < width and (column + 1, row) not in walls:
                slots.join(row * width + column, row * width + column + 1)
            if row + 1 < height and (row + 1, column) not in floors:
                slots.join(row * width + column, (row + 1) * width + column)
    cells = []
    for group in slots.all():
        places = [divmod(slot, width) for slot in group]
        top, left = min(row for row, _ in places), min(column for _, column in places)
        bottom, right = max(row for row, _ in places), max(column for _, column in places)
        cells.append((top, left, bottom - top + 1, right - left + 1))
    return Lattice(columns, rows, sorted(cells))


def _edges(positions: list[float]) -> list[float]:
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > 2 * _SAME:
            edges.append(position)
    return edges


def _drawn(rules: list[Rule], edges: list[float], steps: list[float]) -> set[tuple[int, int]]:
    """For which edge and which step along it a rule is drawn."""
    drawn = set()
    for rule in rules:
        for edge, position in enumerate(edges):
            if abs(position - rule.at) > 2 * _SAME:
                continue
            for step in range(len(steps) - 1):
                if rule.low - _REACH <= steps[step] and rule.high + _REACH >= steps[step + 1]:
                    drawn.add((edge, step))
    return drawn

"""Which drawn paths are rules of tables.

Belongs here: thin shapes and straight sides of outlines, as rules of a page.
Does not belong here: reading paths from a file, or what rules make (``geometry_rules``).
"""

from __future__ import annotations

from itertools import pairwise

from extraction.readers.pages.geometry import Rule

#: In points: what is thinner is a rule, what is shorter is an ornament, what leans more is no straight line.
THIN = 2.5
SHORTEST = 3.0
_SLANT = 0.8
Point = tuple[float, float]


class Rules:
    """Collects the rules of a page, horizontal and vertical."""

    def __init__(self) -> None:
        self.horizontal: list[Rule] = []
        self.vertical: list[Rule] = []

    def add_box(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Add what a path within this box draws if the box is thin; whether it is."""
        if y1 - y0 < THIN and x1 - x0 > SHORTEST:
            self.horizontal.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 < THIN and y1 - y0 > SHORTEST:
            self.vertical.append(Rule((x0 + x1) / 2, y0, y1))
        else:
            return x1 - x0 < THIN and y1 - y0 < THIN
        return True

    def add_outline(self, points: list[Point], stroked: bool) -> None:
        """Add one connected stretch of a path: the whole where it is thin, else its straight sides if drawn."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if self.add_box(min(xs), min(ys), max(xs), max(ys)) or not stroked:
            return
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(y0 - y1) < _SLANT and abs(x0 - x1) > SHORTEST:
                self.horizontal.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) < _SLANT and abs(y0 - y1) > SHORTEST:
                self.vertical.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

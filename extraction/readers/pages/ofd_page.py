"""Glyphs, rules and images of one OFD page, in points.

Belongs here: text objects with their advances, path objects, blocks within blocks.
Does not belong here: finding the parts of the file (``ofd``, ``ofd_package``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple
from unicodedata import east_asian_width

from lxml import etree

from extraction.readers.pages.geometry import Glyph, PageContent
from extraction.readers.pages.geometry_paths import Point, Rules
from extraction.readers.pages.ofd_package import children, first, name, numbers

#: Points in a millimetre: OFD measures in millimetres.
POINTS = 72 / 25.4
_CONTAINERS = frozenset({"Layer", "PageBlock", "Content", "Block"})
_DEEPEST_BLOCK = 20
_LONGEST_PATH = 20_000
_MOST_REPEATS = 100_000
_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:[eE][-+]?\d+)?")
#: How many numbers follow each path command; the last two are the point it leads to.
_ARGUMENTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
_ABOVE, _BELOW = 0.8, 0.2
_DEFAULT_SIZE = 3.5
#: In sizes: up to this advance a sign fills its place; further on a gap follows it.
_SET_CLOSE = 1.2


class Image(NamedTuple):
    """An image on a page: the identifier of its file, and where it stands, in points."""

    resource: str
    left: float
    top: float
    width: float
    height: float


class PageReader:
    """Collects what the contents of a page, and of the templates below it, hold."""

    def __init__(self, content: PageContent) -> None:
        self.content = content
        self.images: list[Image] = []
        self._rules = Rules()

    def read(self, element: etree._Element, depth: int = 0) -> None:
        """Add all objects below ``element``."""
        for item in element:
            kind = name(item)
            if kind in _CONTAINERS and depth < _DEEPEST_BLOCK:
                self.read(item, depth + 1)
            elif kind == "TextObject":
                self.content.glyphs.extend(_glyphs(item))
            elif kind == "PathObject":
                self._path(item)
            elif kind == "ImageObject":
                box = numbers(item.get("Boundary"), 4)
                if box:
                    self.images.append(
                        Image(item.get("ResourceID") or "", *(value * POINTS for value in box))
                    )
        if depth == 0:
            self.content.horizontal = self._rules.horizontal
            self.content.vertical = self._rules.vertical

    def _path(self, item: etree._Element) -> None:
        data = first(item, "AbbreviatedData")
        if data is None or item.get("Visible") == "false" or len(data.text or "") > _LONGEST_PATH:
            return
        place = _Place(item)
        for points in _outlines(data.text or ""):
            self._rules.add_outline([place.point(*point) for point in points], item.get("Stroke") != "false")


class _Place:
    """From the coordinates of an object to points on the page."""

    def __init__(self, item: etree._Element) -> None:
        box = numbers(item.get("Boundary"), 4) or [0.0, 0.0, 0.0, 0.0]
        self._x, self._y = box[0], box[1]
        self.matrix = numbers(item.get("CTM"), 6) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]

    def point(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self.matrix
        return (self._x + a * x + c * y + e) * POINTS, (self._y + b * x + d * y + f) * POINTS

    @property
    def upright(self) -> bool:
        a, b, _, d, _, _ = self.matrix
        return a > 0 and d > 0 and abs(b) < 0.1 * a


def _glyphs(item: etree._Element) -> Iterator[Glyph]:
    place = _Place(item)
    if item.get("Visible") == "false" or not place.upright:  # turned text is a watermark or a seal
        return
    size = (numbers(item.get("Size"), 1) or [_DEFAULT_SIZE])[0]
    height = size * abs(place.matrix[3]) * POINTS
    x = y = 0.0
    for code in children(item, "TextCode"):
        x = (numbers(code.get("X"), 1) or [x])[0]
        y = (numbers(code.get("Y"), 1) or [y])[0]
        text = code.text or ""
        steps = list(_advances(text, size, _deltas(code.get("DeltaX")), bool(code.get("DeltaY"))))
        downs = _deltas(code.get("DeltaY"))
        xs = accumulate(steps, initial=x)
        ys = accumulate(
            (downs[min(n, len(downs) - 1)] if downs else 0.0 for n in range(len(text))), initial=y
        )
        for character, left, base, step in zip(text, xs, ys, steps, strict=False):
            if character.isspace():
                continue
            x0, line = place.point(left, base)
            width = height * (step / size if 0 < step <= _SET_CLOSE * size else _width(character))
            yield Glyph(x0, line - _ABOVE * height, x0 + width, line + _BELOW * height, character)


def _advances(text: str, size: float, deltas: list[float], downwards: bool) -> Iterator[float]:
    for index, character in enumerate(text):
        if deltas:
            yield deltas[min(index, len(deltas) - 1)]
        elif downwards:
            yield 0.0
        else:
            yield size * _width(character)


def _width(character: str) -> float:
    """Width of a character in Chinese fonts, in ems: quotation marks and signs in circles are wide there."""
    return 1.0 if east_asian_width(character) in "WFA" else 0.5


def _deltas(text: str | None) -> list[float]:
    """Advances; ``g 3 5.0`` stands for 5.0 three times."""
    deltas: list[float] = []
    parts = iter((text or "").split())
    try:
        for part in parts:
            if part == "g":
                count = min(int(next(parts)), _MOST_REPEATS)
                deltas += [float(next(parts))] * max(0, count)
            else:
                deltas.append(float(part))
    except (ValueError, StopIteration):
        pass  # what was understood so far places most of the text
    return [delta if math.isfinite(delta) else 0.0 for delta in deltas]


def _outlines(data: str) -> Iterator[list[Point]]:
    """Connected stretches of a path; of curves only where they lead."""
    points: list[Point] = []
    tokens = _TOKEN.findall(data)
    at = 0
    while at < len(tokens):
        command = tokens[at]
        count = _ARGUMENTS.get(command, 0)
        values = tokens[at + 1 : at + 1 + count]
        at += 1 + count
        if command in "MS" and len(points) > 1:
            yield points
        if command in "MS":
            points = []
        if command == "C" and points:
            points.append(points[0])
        elif count and len(values) == count and not any(value.isalpha() for value in values[-2:]):
            points.append((float(values[-2]), float(values[-1])))
    if len(points) > 1:
        yield points

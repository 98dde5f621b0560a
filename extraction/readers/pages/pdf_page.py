"""Takes glyphs, rules and the share of images from one PDF page with pdfium.

Belongs here: calls of pdfium's text and page objects, and turning a page upright.
Does not belong here: opening files (``pdf``) or what glyphs and rules mean (``geometry_*``).
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extraction.readers.pages.geometry import Glyph, PageContent, Rule
from extraction.readers.pages.geometry_paths import SHORTEST, Rules

_SIDES_OF_BOX = 5
_MOST_OBJECTS = 200_000
_MOST_SEGMENTS = 200
_DEEPEST_FORM = 6
_Matrix = tuple[float, float, float, float, float, float]
_BLANK_CODES = frozenset({0xA0, 0xAD, 0x3000, 0xFFFE, 0xFFFF})
#: Share of a glyph's height above and below its base line.
_ABOVE, _BELOW = 0.8, 0.2
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_page(page: Any, number: int) -> tuple[PageContent, float]:
    """One page and the share of it that images cover, 0 to 1."""
    box = page.get_mediabox()
    collector = _Objects()
    collector.walk_page(page)
    glyphs, place = _glyphs(page, box)
    content = PageContent(number, place.size[0], place.size[1], glyphs)
    for rule in collector.rules.horizontal:
        place.add(rule, True, content)
    for rule in collector.rules.vertical:
        place.add(rule, False, content)
    return content, min(1.0, collector.image_area / max(content.width * content.height, 1.0))


def _glyphs(page: Any, box: tuple[float, float, float, float]) -> tuple[list[Glyph], _Upright]:
    """Glyphs set upright, and how they were set: as most of them stand; the others are left out."""
    text_page = page.get_textpage()
    raw = text_page.raw
    found: dict[int, list[Glyph]] = {}
    place: _Upright | None = None
    here: list[Glyph] = []
    rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    reference, x_reference, y_reference = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    unicode_of, box_of, origin_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    base: float | None = None
    try:
        for index in range(pdfium.FPDFText_CountChars(raw)):
            code = unicode_of(raw, index)
            if code <= 32 or code in _BLANK_CODES or not box_of(raw, index, reference):
                continue
            origin_of(raw, index, x_reference, y_reference)
            if place is None or base != (x.value if place.sideways else y.value):  # another line
                turn = _quarter_turns(pdfium.FPDFText_GetCharAngle(raw, index))
                if turn is None:
                    place = None
                    continue
                if place is None or place.turn != turn:
                    place = _Upright(turn, box)
                    here = found.setdefault(turn, [])
                base = x.value if place.sideways else y.value
            here.append(place.glyph(rect.left, rect.bottom, rect.right, rect.top, base, chr(code)))
    finally:
        text_page.close()
    most = max(found, key=lambda turn: len(found[turn]), default=0)
    return found.get(most, []), _Upright(most, box)


def _quarter_turns(angle: float) -> int | None:
    """Quarter turns of a glyph; None for a slanting one, as in a watermark."""
    turns = angle / (math.pi / 2)
    return -round(turns) % 4 if abs(turns - round(turns)) < 0.06 else None


class _Upright:
    """Turns page coordinates (upwards) so that text stands upright and heights grow downwards."""

    def __init__(self, turn: int, box: tuple[float, float, float, float]) -> None:
        self.turn = turn
        self.sideways = bool(turn % 2)
        self._left, self._bottom, self._right, self._top = box
        width, height = self._right - self._left, self._top - self._bottom
        self.size = (height, width) if self.sideways else (width, height)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 0:
            return x - self._left, self._top - y
        if self.turn == 1:
            return y - self._bottom, x - self._left
        if self.turn == 2:
            return self._right - x, y - self._bottom
        return self._top - y, self._right - x

    def glyph(self, left: float, bottom: float, right: float, top: float, base: float, text: str) -> Glyph:
        """A glyph as high above its base line as others of its size, whatever its font says of itself."""
        if self.turn == 0:
            size, line = top - bottom, self._top - base
            return Glyph(
                left - self._left, line - _ABOVE * size, right - self._left, line + _BELOW * size, text
            )
        x0, y0 = self._point(left, bottom)
        x1, y1 = self._point(right, top)
        size = abs(y1 - y0)
        _, line = self._point(base, base)
        return Glyph(min(x0, x1), line - _ABOVE * size, max(x0, x1), line + _BELOW * size, text)

    def add(self, rule: Rule, horizontal: bool, content: PageContent) -> None:
        """Add a rule to the page."""
        start = (rule.low, rule.at) if horizontal else (rule.at, rule.low)
        end = (rule.high, rule.at) if horizontal else (rule.at, rule.high)
        (x0, y0), (x1, y1) = self._point(*start), self._point(*end)
        if abs(y1 - y0) < abs(x1 - x0):
            content.horizontal.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        else:
            content.vertical.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


class _Objects:
    """Rules and the area of images among the objects of a page, in page coordinates."""

    def __init__(self) -> None:
        self.rules = Rules()
        self.image_area = 0.0
        self._left = _MOST_OBJECTS
        self._values = [ctypes.c_float() for _ in range(4)]
        self._references = [ctypes.byref(value) for value in self._values]

    def walk_page(self, page: Any) -> None:
        count = pdfium.FPDFPage_CountObjects(page.raw)
        self._walk((pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count)), _UNIT, 0)

    def _walk(self, objects: Iterator[Any], matrix: _Matrix, depth: int) -> None:
        for item in objects:
            self._left -= 1
            if self._left < 0:
                return
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                x0, y0, x1, y1 = self._bounds(item, matrix)
                self.image_area += max(0.0, x1 - x0) * max(0.0, y1 - y0)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                count = pdfium.FPDFFormObj_CountObjects(item)
                inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(count))
                self._walk(inner, _times(_matrix(item), matrix), depth + 1)

    def _bounds(self, item: Any, matrix: _Matrix) -> tuple[float, float, float, float]:
        if not pdfium.FPDFPageObj_GetBounds(item, *self._references):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = (value.value for value in self._values)
        if matrix is _UNIT:
            return left, bottom, right, top
        corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _path(self, item: Any, matrix: _Matrix) -> None:
        left, bottom, right, top = self._bounds(item, matrix)
        if max(right - left, top - bottom) <= SHORTEST:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        if not (fill.value or stroke.value) or self.rules.add_box(left, bottom, right, top):
            return
        if stroke.value or pdfium.FPDFPath_CountSegments(item) > _SIDES_OF_BOX:
            for points in _subpaths(item, _times(_matrix(item), matrix)):
                self.rules.add_outline(points, bool(stroke.value))


def _subpaths(item: Any, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    count = pdfium.FPDFPath_CountSegments(item)
    if count > _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(_apply(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _matrix(item: Any) -> _Matrix:
    values = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, values):
        return _UNIT
    return values.a, values.b, values.c, values.d, values.e, values.f


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """The matrix that applies ``inner`` first and then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip

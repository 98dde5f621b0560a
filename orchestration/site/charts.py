"""Geometry of the charts: from numbers to shares of a scale, as the templates draw them.

Belongs here: scales, bars, ranges, quartiles. Does not belong here: which numbers (overview), markup
(templates/charts.html). A chart is a table whose cells hold drawings, so it reads aloud and prints; positions are
percent of the width, so it fits any screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import floor
from typing import Any

Number = Decimal | float | int


@dataclass(frozen=True, slots=True)
class Part:
    """One drawn part: a bar from ``start`` of width ``width``, or a dot at ``start``; in percent."""

    start: str
    width: str
    style: str


@dataclass(slots=True)
class Line:
    """One row of a chart."""

    label: Any
    values: list[Any]  # what the row says in numbers, in the order of the headings
    parts: list[Part] = field(default_factory=list)
    href: str | None = None
    note: Any = None


@dataclass(slots=True)
class Chart:
    """A chart: its rows, and what its scale ends at."""

    id: str
    kind: str  # stacked, paired, range or strip
    title: Any
    headings: list[Any]
    lines: list[Line]
    legend: list[tuple[str, Any]] = field(default_factory=list)
    note: Any = None
    low: Any = None
    high: Any = None


def percent(value: Number, low: Number, high: Number) -> str:
    """A place on a scale in percent, kept inside it; two decimals so that bytes are the same everywhere."""
    if high == low:
        return "50.00"
    share = (float(value) - float(low)) / (float(high) - float(low)) * 100
    return f"{min(max(share, 0.0), 100.0):.2f}"


def stacked(values: Sequence[tuple[str, Number]], most: Number) -> list[Part]:
    """Bars one after the other; ``most`` is the length of the scale."""
    parts, start = [], 0.0
    for style, value in values:
        width = float(value) / float(most) * 100 if most else 0.0
        if width:
            parts.append(Part(f"{start:.2f}", f"{width:.2f}", style))
        start += width
    return parts


def paired(values: Sequence[tuple[str, Number]], most: Number) -> list[Part]:
    """Bars one below the other, each from the beginning of the scale."""
    return [Part("0.00", percent(value, 0, most), style) for style, value in values]


def between(first: tuple[str, Number], second: tuple[str, Number], low: Number, high: Number) -> list[Part]:
    """Two dots and the line between them."""
    ends = sorted((float(first[1]), float(second[1])))
    start, end = (percent(value, low, high) for value in ends)
    parts = [Part(start, f"{float(end) - float(start):.2f}", "line")]
    return parts + [Part(percent(value, low, high), "0.00", style) for style, value in (second, first)]


def quantile(ordered: Sequence[Number], share: float) -> float:
    """A quantile by linear interpolation; values must be in order."""
    place = (len(ordered) - 1) * share
    low = floor(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low]) + (float(ordered[high]) - float(ordered[low])) * (place - low)

"""Dividing a run of digits that was printed in several cells: 3636 10 100% 10 out of 363610100%10.

Belongs here: all divisions that the arithmetic of a row allows, of which there must be one.
Does not belong here: finding such runs and making tables of them (``runon``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extraction.model import Span

Places = list[tuple[int, int]]

_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d{1,6})?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,6})?")
_PERCENT = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.\d{1,4})?%")
_POINTS = re.compile(r"(?:0|[1-9]\d?)(?:\.\d{1,2})?")
_MOST_DIGITS = 12
_MOST_WORDS = 50
_MOST_POINTS = Decimal(60)
_SCORE_ROUNDED = Decimal("0.06")
_HUNDRED = Decimal(100)

#: The name of an indicator, up to its first number or comparison.
_NAME = re.compile(r"[^\d≥≤≧≦=＝><＞＜%…。；]{2,40}")
_COMPARED = r"[≥≤≧≦=＝><＞＜]{0,2}(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?"
#: Target and what was reached: the same words twice, or two numbers of one unit; the second may lack both sign and unit.
_TWICE = re.compile(r"(?P<target>[^…。；]{1,24}?)(?P<actual>(?P=target))")
_MEASURED = re.compile(
    rf"(?P<target>{_COMPARED}(?P<unit>[%％]|[\u4e00-\u9fff]{{1,3}}(?:/[\u4e00-\u9fff]{{1,3}})?))(?P<actual>{_COMPARED}(?:(?P=unit))?)"
)
_NEXT = re.compile(r"[\u4e00-\u9fff…“\"（(\s]|$")


def of_funds(run: str, kinds: Sequence[str], out_of: Decimal | None = None) -> Places:
    """Where the cells of a row of funds stand in a run of digits; empty where no division, or several, are possible.

    Args:
        run: digits, points, commas and percent signs.
        kinds: what the headings ask for: amount, points, rate, score.
        out_of: the points that a heading states where no column holds them.
    """
    scored = len(set(kinds) & {"points", "score"}) + (out_of is not None)
    if kinds.count("rate") != 1 or kinds.count("amount") not in {2, 3} or scored not in {0, 2}:
        return []
    fitting = [places for places in _divisions(run, 0, kinds) if _follows(run, places, kinds, out_of)]
    if len(fitting) > 1:
        fitting = [places for places in fitting if _are_alike(run, places, kinds)]
    return fitting[0] if len(fitting) == 1 else []


def _are_alike(run: str, places: Places, kinds: Sequence[str]) -> bool:
    """Whether the amounts of a division are printed with as many decimals each, and with some."""
    amounts = [run[start:end] for (start, end), kind in zip(places, kinds, strict=True) if kind == "amount"]
    return len({len(amount.partition(".")[2]) for amount in amounts}) == 1 and "." in amounts[0]


def _divisions(run: str, at: int, kinds: Sequence[str]) -> Iterator[Places]:
    if not kinds:
        if at == len(run):
            yield []
        return
    pattern = {"rate": _PERCENT, "amount": _NUMBER}.get(kinds[0], _POINTS)
    for end in range(at + 1, min(len(run), at + _MOST_DIGITS) + 1):
        piece = run[at:end]
        if pattern.fullmatch(piece) or (kinds[0] == "amount" and _GROUPED.fullmatch(piece)):
            for rest in _divisions(run, end, kinds[1:]):
                yield [(at, end), *rest]


def _follows(run: str, places: Places, kinds: Sequence[str], out_of: Decimal | None) -> bool:
    """Whether the rate is that of the last two amounts, and the points reached those of the rate."""
    values = [Decimal(run[start:end].replace(",", "").rstrip("%")) for start, end in places]
    amounts = [value for value, kind in zip(values, kinds, strict=True) if kind == "amount"]
    by_kind = dict(zip(kinds, values, strict=True))
    rate = by_kind["rate"]
    exponent = rate.as_tuple().exponent
    if not amounts[-2] or not amounts[-1] or not rate or not isinstance(exponent, int):
        return False  # nothing follows from nothing
    if abs(amounts[-1] * 100 / amounts[-2] - rate) > Decimal(10) ** exponent:
        return False
    points = by_kind.get("points", out_of)
    return points is None or abs(points * min(rate, _HUNDRED) / 100 - by_kind["score"]) <= _SCORE_ROUNDED


def of_indicator(text: str, at: int, end: int, kinds: Sequence[str]) -> list[Span] | None:
    """The name of the indicator that begins at ``at`` and its cells in the order of ``kinds``; None where no division, or several, are possible."""
    name = _NAME.match(text, at, end)
    if name is None:
        return None
    points_first = kinds[0] == "points"
    if list(kinds) not in (["points", "target", "actual", "score"], ["target", "actual", "points", "score"]):
        return None
    begins = [name.end()] if points_first else range(name.start() + 2, name.end() + 1)
    for pattern in (_TWICE, _MEASURED):
        found = {
            (begin, *(cell.end for cell in cells)): [Span(at, begin), *cells]
            for begin in begins
            for cells in _cells(text, begin, end, points_first, pattern)
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _cells(
    text: str, at: int, end: int, points_first: bool, pattern: re.Pattern[str]
) -> Iterator[list[Span]]:
    for full in _points(text, at, end) if points_first else [None]:
        begin = full.end if full else at
        for target, actual in _pairs(text, begin, end, pattern):
            if full:
                yield from ([full, target, actual, score] for score in _closing(text, actual.end, end, full))
            else:
                for points in _points(text, actual.end, end):
                    for score in _closing(text, points.end, end, points):
                        yield [target, actual, points, score]


def _points(text: str, at: int, end: int) -> Iterator[Span]:
    for last in range(at + 1, min(end, at + 5) + 1):
        if _POINTS.fullmatch(text, at, last) and 0 < Decimal(text[at:last]) <= _MOST_POINTS:
            yield Span(at, last)


def _closing(text: str, at: int, end: int, full: Span) -> Iterator[Span]:
    """The points reached: no more than there are, with the next words behind them."""
    for last in range(at + 1, min(end, at + 5) + 1):
        if not _POINTS.fullmatch(text, at, last) or not (last == end or _NEXT.match(text, last)):
            continue
        if Decimal(text[at:last]) <= Decimal(text[full.start : full.end]):
            yield Span(at, last)


def _pairs(text: str, at: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    for last in range(at + 2, min(end, at + _MOST_WORDS) + 1):
        if match := pattern.fullmatch(text, at, last):
            yield Span(*match.span("target")), Span(*match.span("actual"))

"""How sure recognised figures are, and where on which page they stand.

Belongs here: carrying the certainty of recognised signs, and their places, from the document to what was read.
Does not belong here: recognition (``readers.ocr``), and doubts of words and sums (``witnesses``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal

from extraction.model import Document, Figure, Indicator, Locator, PageRegion
from extraction.notes import joined
from extraction.records import replace

#: Rules use a figure from this confidence on (``int_figures.sql``); below it a figure is shown and asserted by nobody.
USED_BY_RULES = Decimal("0.9")
#: What a figure is worth that something beside its own words decided, or that was recognised: used, behind what is printed plainly.
CONFIRMED = Decimal("0.95")
#: What a figure is worth whose reading or whose sign is in doubt: it is shown, and no rule uses it.
UNCERTAIN = Decimal("0.5")
#: Below this certainty of its least certain sign a number is doubtful; docs/formats.md says how it was measured.
SURE = 0.9


class Places:
    """Finds the regions of a document's pages behind characters of its text."""

    def __init__(self, document: Document) -> None:
        self._regions = document.regions
        self._starts = [region.span.start for region in document.regions]

    def behind(self, locator: Locator) -> list[PageRegion]:
        """The regions that a place in the text touches, in reading order."""
        first = max(0, bisect_right(self._starts, locator.char_start) - 1)
        found = []
        for region in self._regions[first:]:
            if region.span.start >= locator.char_end:
                break
            if region.span.end > locator.char_start:
                found.append(region)
        return found


def weigh_figures(figures: Iterable[Figure], document: Document) -> list[Figure]:
    """The figures with the page they stand on and, where recognised, with how sure they are."""
    if not document.regions:
        return list(figures)
    places = Places(document)
    return [_weighed(figure, places.behind(figure.locator)) for figure in figures]


def weigh_indicators(indicators: Iterable[Indicator], document: Document) -> list[Indicator]:
    """The scoring rows; points with a doubtful sign are left out, so that nobody is accused of a wrong sum."""
    if not document.regions:
        return list(indicators)
    places = Places(document)
    return [_without_doubt(row, places.behind(row.locator)) for row in indicators]


def _weighed(figure: Figure, regions: list[PageRegion]) -> Figure:
    if not regions:
        return figure
    numbers = [region for region in regions if any(sign.isdigit() for sign in region.text)] or regions
    figure = replace(figure, locator=replace(figure.locator, page=numbers[0].page))
    certainty = min((region.certainty for region in numbers if region.certainty is not None), default=None)
    if certainty is None:
        return figure
    confidence = CONFIRMED if certainty >= SURE else UNCERTAIN
    return replace(
        figure,
        confidence=min(figure.confidence, confidence),
        note=joined(figure.note, _described(numbers[0], certainty)),
    )


def _described(region: PageRegion, certainty: float) -> str:
    left, top, right, bottom = (round(side) for side in region.box)
    return f"recognised in the image of page {region.page} at {left},{top}-{right},{bottom} points, certainty {certainty:.2f}"


def _without_doubt(row: Indicator, regions: list[PageRegion]) -> Indicator:
    if not regions:
        return row
    row = replace(row, locator=replace(row.locator, page=regions[0].page))
    doubtful = [region.text for region in regions if region.certainty is not None and region.certainty < SURE]

    def sure(points: str | None) -> str | None:
        return None if points and any(points in text for text in doubtful) else points

    return replace(
        row,
        full_marks=sure(row.full_marks),
        score=sure(row.score),
        shifted_points=sure(row.shifted_points),
        shared_full_marks=sure(row.shared_full_marks),
    )

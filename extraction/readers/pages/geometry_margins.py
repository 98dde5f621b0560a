"""Running heads and page numbers: lines in the margins of pages that say nothing of the report.

Belongs here: which glyphs are theirs.
Does not belong here: the blocks between them (``geometry_blocks``).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extraction.readers.pages.geometry import PageContent
from extraction.readers.pages.geometry_lines import lines_of

#: Shares of the page height at its top and bottom where running heads and page numbers stand.
_MARGIN = 0.12
PAGE_NUMBER = re.compile(
    r"[-—–―·~\s]*第?\s*(?P<number>\d{1,4})\s*页?\s*(?:[/，,共of\s]*\d{0,4}\s*页?)?[-—–―·~\s]*"
)
_DIGITS = re.compile(r"\d+")
_FEWEST_HEADS = 3


@dataclass(slots=True)
class _Margin:
    """A line at the edge of a page: its text without digits, its page number if it is one, its glyphs."""

    page: int
    shape: str
    number: int | None
    glyphs: list[int]
    at_top: bool


def running(pages: list[PageContent]) -> dict[int, set[int]]:
    """Numbers of the glyphs of running heads and page numbers, by page."""
    margins = [margin for page in pages for margin in _margins(page)]
    shapes = Counter(
        (margin.at_top, margin.shape) for margin in {(m.page, m.at_top, m.shape): m for m in margins}.values()
    )
    dropped: dict[int, set[int]] = {}
    for margin in margins:
        often = shapes[margin.at_top, margin.shape] >= max(_FEWEST_HEADS, 0.4 * len(pages))
        if margin.number is not None or (often and margin.shape):
            dropped.setdefault(margin.page, set()).update(margin.glyphs)
    return dropped


def _margins(page: PageContent) -> list[_Margin]:
    """Lines in the margins of a page and outside of its tables."""
    top, bottom = page.height * _MARGIN, page.height * (1 - _MARGIN)
    if page.vertical:
        top = min(top, min(rule.low for rule in page.vertical))
        bottom = max(bottom, max(rule.high for rule in page.vertical))
    found = []
    for at_top in (True, False):
        numbers = [
            number
            for number, glyph in enumerate(page.glyphs)
            if (glyph.bottom <= top if at_top else glyph.top >= bottom)
        ]
        numbered = {id(page.glyphs[number]): number for number in numbers}
        for line in lines_of([page.glyphs[number] for number in numbers]):
            text = line.text
            match = PAGE_NUMBER.fullmatch(text)
            number = int(match["number"]) if match and abs(int(match["number"]) - page.number) <= 4 else None
            glyphs = [numbered[id(glyph)] for piece in line.pieces for glyph in piece.glyphs]
            found.append(_Margin(page.number, _DIGITS.sub("#", text).strip(), number, glyphs, at_top))
    return found

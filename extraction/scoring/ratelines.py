"""Rows of a rubric that a copy left as lines without headings: 预算完成率 5 100% 99.3% 5.

Belongs here: which percentage of such a line is what was done, and the total below such lines.
Does not belong here: rows below headings (``scoring``), streams of words (``forms``), names of rates (``words_of_rates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.model import Document, Figure, Locator, Paragraph
from extraction.text.normalise import Folded, fold_span
from extraction.words.words_of_rates import named

_POINTS = r"\d{1,2}(?:\.\d{1,2})?"
_RATE = r"\d{1,3}(?:\.\d{1,4})?"
#: The target has a sign or is the whole; full marks stand before it, behind it or behind the result, the score last.
_ROW = re.compile(
    rf"(?:\d{{1,2}}[.、]?)?(?P<name>[\u4e00-\u9fff\"()]{{4,24}}?)(?:\(%\))?(?:(?P<before>{_POINTS}) ?)?(?:[≥≤=<>]{{1,2}}{_RATE}%|100%)"
    rf"(?:(?P<behind>{_POINTS}) )?(?P<done>{_RATE}%) ?(?:(?P<last>{_POINTS}) )?(?P<score>{_POINTS})"
)
_TOTAL = re.compile(r"(?:自评总分|自评得分|总分|得分合计|合计得分)100 (?P<done>\d{2}(?:\.\d{1,2})?|100)")
#: A percentage with a number right behind it: cells that lost their lines.
_CELLS = re.compile(r"[%％]\s*[\d≥≤]")
_LONGEST = 80


class RateLines:
    """The lines of one document, taken in order."""

    def __init__(self, document: Document, fiscal_year: int | None) -> None:
        self._document, self._year = document, fiscal_year
        self._begun = False

    def read(self, block: Paragraph) -> Iterator[Figure]:
        """The figures of the lines of a paragraph."""
        text = self._document.reading
        start, end = block.span.start, block.span.end
        if not (self._begun or _CELLS.search(text, start, end)):
            return
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if stop - start <= _LONGEST:
                yield from self._of_line(block, fold_span(text, start, stop))
            start = stop + 1

    def _of_line(self, block: Paragraph, line: Folded) -> Iterator[Figure]:
        """The figure of a line; none where it is no such row, or where its points are not told apart."""
        row = _ROW.fullmatch(line.text)
        full = [row[name] for name in ("before", "behind", "last") if row[name]] if row else []
        if row and len(full) == 1 and Decimal(row["score"]) <= Decimal(full[0]):
            concept = named(row["name"])
            self._begun = True
            if concept:
                yield self._figure(block, line, concept, "%", row.span("done"))
        elif self._begun and (total := _TOTAL.fullmatch(line.text)):
            self._begun = False
            yield self._figure(block, line, "self_evaluation_score", "分", total.span("done"))

    def _figure(
        self, block: Paragraph, line: Folded, concept: str, unit: str, done: tuple[int, int]
    ) -> Figure:
        start, end = line.origin(*done)
        printed = self._document.text[start:end]
        digits = line.text[slice(*done)].rstrip("%")
        return Figure(
            concept=concept,
            measure="level",
            stage=None,
            fiscal_year=self._year,
            label=line.text[: done[0]],
            value=digits,
            unit=unit,
            decimals=len(digits.partition(".")[2]),
            value_base=Decimal(digits),
            base_unit="percent" if unit == "%" else "points",
            printed=printed,
            quote=printed,
            source_kind="table",
            locator=Locator(start, end, page=block.page),
        )

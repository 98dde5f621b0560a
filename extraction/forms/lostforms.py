"""What forms say that only their text still shows: asked once the tables of a document were read.

Belongs here: which of these readings a document is asked for, and that nothing is read twice.
Does not belong here: the readings themselves (``goalforms``, ``namedmoney``, ``fixedrow``, ``formtokens``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.columns import funds
from extraction.forms import fixedrow, formtokens, goalforms, goaltables, namedmoney, summaries
from extraction.identity import reportkinds
from extraction.model import Document, Figure, Identity, Indicator, Span
from extraction.records import replace


def with_lost_forms(
    document: Document, who: Identity, figures: Sequence[Figure], indicators: Sequence[Indicator]
) -> list[Figure]:
    """The figures that were read, and behind them those of forms that no table gave."""
    text, year, kind = document.reading, who.fiscal_year, who.report_kind
    of_project = kind == "project_self_evaluation"
    of_more = reportkinds.is_of_whole(kind)
    goals = goalforms.read(text, year, of_more)
    found = [*goals.figures, *goaltables.read(document, year)]
    if of_project:
        found += namedmoney.read(text, year)
    row: list[Figure] = []
    if reportkinds.is_self_evaluation(kind):
        if not any(indicator.row_kind == "total" for indicator in indicators):
            total = formtokens.total_points(text, 0, len(text))
            found += [replace(total, fiscal_year=year)] if total else []
        if not any(figure.concept == funds.LINE and figure.source_kind == "table" for figure in figures):
            row = fixedrow.read(text, year, funds.total_concept(of_project))
    places = _place_of(row)
    if of_more:
        summed = summaries.read(text, year)
        places += [*goals.places, *summed.places]
        found += summed.figures
    kept = [figure for figure in figures if not _stands_in(figure, places)]
    known = {figure.locator.char_start for figure in kept}
    return [*kept, *row, *(figure for figure in found if figure.locator.char_start not in known)]


def _place_of(row: Sequence[Figure]) -> list[Span]:
    return [Span(row[0].locator.char_start, row[-1].locator.char_end)] if row else []


def _stands_in(figure: Figure, places: Sequence[Span]) -> bool:
    """Whether a figure was read, as something else, out of a row that was recovered or a form that is of one project."""
    return any(place.start <= figure.locator.char_start < place.end for place in places)

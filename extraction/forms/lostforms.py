"""What forms say that only their text still shows: asked once the tables of a document were read.

Belongs here: which of these readings a document is asked for, and that nothing is read twice.
Does not belong here: the readings themselves (``goalforms``, ``namedmoney``, ``fixedrow``, ``formtokens``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns import funds, projectfunds
from extraction.forms.projects import goalforms, goaltables, namedmoney, summaries
from extraction.forms.recovered import fixedrow, formtokens, statedscore
from extraction.identity import reportkinds
from extraction.model import Document, Figure, Identity, Indicator, Span
from extraction.records import replace
from extraction.text.normalise import squeeze

_WHOSE_FORM = re.compile(
    r"(?P<project>项目名称|项目(?:支出|资金)?(?:预算)?(?:绩效)?(?:自评|评价)(?:报告)?表)|(?P<whole>整体(?:支出)?(?:预算)?(?:绩效)?(?:自评|评价)|(?:部门|单位)\(?（?(?:单位)?\)?）?名称)"
)
#: Before the row of its money a form prints little besides names and addresses.
_REACH = 1500


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
            if not total and not any(figure.concept == "self_evaluation_score" for figure in figures):
                found += statedscore.read(text, year)
        if not any(figure.concept == "grade" for figure in figures):
            found += statedscore.read_grade(text, year)
        if not any(figure.concept == funds.LINE and figure.source_kind == "table" for figure in figures):
            row = fixedrow.read(text, year, funds.total_concept(of_project))
            if not of_project and row and _in_form_of_project(text, row[0].locator.char_start):
                row = [projectfunds.of_one_among_others(figure) for figure in row]
    places = _place_of(row)
    if of_more:
        summed = summaries.read(text, year)
        places += [*goals.places, *summed.places]
        found += summed.figures
    kept = [figure for figure in figures if not _stands_in(figure, places)]
    known = {figure.locator.char_start for figure in kept if figure.concept != funds.LINE}
    return [*kept, *row, *(figure for figure in found if figure.locator.char_start not in known)]


def _in_form_of_project(text: str, at: int) -> bool:
    """Whether the last form whose name stands before a place is that of a single project, annexed to a report on more."""
    before = squeeze(text[max(0, at - _REACH) : at])
    names = [match.lastgroup for match in _WHOSE_FORM.finditer(before)]
    return bool(names) and names[-1] == "project"


def _place_of(row: Sequence[Figure]) -> list[Span]:
    return [Span(row[0].locator.char_start, row[-1].locator.char_end)] if row else []


def _stands_in(figure: Figure, places: Sequence[Span]) -> bool:
    """Whether a figure was read, as something else, out of a row that was recovered or a form that is of one project."""
    return any(place.start <= figure.locator.char_start < place.end for place in places)

"""Forms of single projects after each other in one document: what each says is of its project, and of nothing else.

Belongs here: telling such forms from one form for all that a report is on, and marking what they state.
Does not belong here: reading a form (``grids``, ``scoring``); projects in running text (``witness``).

What is marked is shown, with the project's amount as that of one project, and no rule sets it against another form.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from extraction.columns import funds, projectfunds
from extraction.model import Figure
from extraction.records import record

#: What a form says once, below its total.
_SAID_LAST = ("self_evaluation_score", "grade")


@record(frozen=True, slots=True)
class _Form:
    """The row of a form's total: where it begins, and its amounts by stage; of a project, or of the whole department."""

    start: int
    row: int | None
    of_project: bool
    amounts: frozenset[tuple[str | None, Decimal | None]]


def settle_project_forms(figures: Sequence[Figure], names: Sequence[int]) -> list[Figure]:
    """Mark what forms of single projects state.

    Args:
        figures: all that was read of a document.
        names: where forms of a report on a whole department name the project that they are for.

    Returns:
        the figures, those of a single project's form with less confidence; all as they are where one form speaks of everything.
    """
    forms = _forms(figures)
    totals = {form.amounts for form in forms if form.of_project}
    single = len(totals) == 1 and any(start < forms[-1].start for start in names)
    if len(totals) < 2 and not single:
        return list(figures)
    starts = [form.start for form in forms]
    first = {concept: _first(figures, concept, starts) for concept in _SAID_LAST}
    mark = projectfunds.of_one_among_others
    return [mark(figure) if _is_of_project(figure, forms, starts, first) else figure for figure in figures]


def _forms(figures: Sequence[Figure]) -> list[_Form]:
    rows: dict[int | None, list[Figure]] = {}
    for figure in figures:
        if figure.source_kind == "table":
            rows.setdefault(figure.sentence_no, []).append(figure)
    found = []
    for row in rows.values():
        totals = [f for f in row if f.concept == funds.LINE and f.fund_scope == "total"]
        if totals:
            of_project = any(figure.concept == "project_expenditure" for figure in row)
            amounts = frozenset((figure.stage, figure.value_base) for figure in totals)
            start = min(figure.locator.char_start for figure in totals)
            found.append(_Form(start, totals[0].sentence_no, of_project, amounts))
    return sorted(found, key=lambda form: form.start)


def _first(figures: Sequence[Figure], concept: str, starts: Sequence[int]) -> dict[int, int]:
    """For each form, by its number, where the first score or grade behind its total stands."""
    found: dict[int, int] = {}
    for figure in figures:
        if figure.concept == concept and figure.source_kind == "table":
            form = bisect_right(starts, figure.locator.char_start)
            found[form] = min(found.get(form, figure.locator.char_start), figure.locator.char_start)
    return found


def _is_of_project(
    figure: Figure, forms: Sequence[_Form], starts: Sequence[int], first: dict[str, dict[int, int]]
) -> bool:
    at = bisect_right(starts, figure.locator.char_start)
    if not at or not forms[at - 1].of_project:
        return False
    if figure.concept in _SAID_LAST:
        return figure.locator.char_start == first[figure.concept].get(at)
    return figure.concept == funds.LINE or figure.sentence_no == forms[at - 1].row

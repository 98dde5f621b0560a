"""Which identities the printed points and grades of a page break.

Belongs here: scores, full marks, groups and grades of a scoring table.
Does not belong here: money and heads (``identities``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.corpus.page import Mention, Rendering
from benchmarks.corpus.rubric import grade_of


def broken_points(page: Rendering) -> Iterator[str]:
    """Ids of the rules whose identity the points and the grade of a page break."""
    mentions = page.printed
    full = [m for m in mentions if m.concept == "indicator_weight"]
    scores = [m for m in mentions if m.concept == "indicator_score" and m.row is not None]
    stated = [m for m in mentions if m.concept == "self_evaluation_score"]
    if full:
        marks = {m.row: m.value for m in full}
        if any(score.value > marks[score.row] for score in scores if score.row in marks):
            yield "I04"
        if stated and any(total.value != sum(score.value for score in scores) for total in stated):
            yield "I01"
        if any(m.value != sum(marks.values()) for m in mentions if m.concept == "score_maximum"):
            yield "I02"
        yield from _groups(page, mentions, marks)
    grades = {m.word for m in mentions if m.concept == "grade"}
    if stated and grades and any(grade_of(total.value) not in grades for total in stated):
        yield "I06"


def _groups(page: Rendering, mentions: list[Mention], marks: dict[int | None, Decimal]) -> Iterator[str]:
    names = {row["number"]: row["level_1"] for row in page.rows}
    for group in (m for m in mentions if m.concept == "group_marks"):
        rows = [value for row, value in marks.items() if row is not None and names[row] == names[group.row]]
        if sum(rows) != group.value:
            yield "I03"

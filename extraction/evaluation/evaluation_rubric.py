"""Compares the scoring rows of an extraction with those of a truth.

Belongs here: which rows were missed, which are wrong.
Does not belong here: figures and identity (``evaluation``).
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from extraction.evaluation.evaluation_report import Difference, Report, Tally
from extraction.evaluation.evaluation_truth import Truth
from extraction.model import Extraction, Indicator
from extraction.text.normalise import folded


def compare_rubric(extraction: Extraction, rows: list[Truth], report: Report) -> None:
    """Add the scoring rows missed and wrong to ``report``."""
    expected = Counter(_row_of_truth(row) for row in rows)
    items = Counter(_row_of_indicator(row) for row in extraction.indicators if row.row_kind == "item")
    # A truth may list the execution row of the funds block or leave it out; sums are figures, not rows.
    execution = Counter(
        _row_of_indicator(row) for row in extraction.indicators if row.row_kind == "execution"
    )
    missed, wrong = expected - items - execution, items - expected
    report.rubric.add(Tally(expected.total() - missed.total(), missed.total(), wrong.total()))
    for row in missed:
        report.differences.append(Difference(extraction.file_name, "scoring row", _printed(row), "-"))
    for row in wrong:
        report.differences.append(Difference(extraction.file_name, "scoring row", "-", _printed(row)))


_Row = tuple[str, str, str, Decimal | None, Decimal | None]


def _row_of_truth(row: Truth) -> _Row:
    return _row(
        row.get("level_1"), row.get("level_2"), row["level_3"], row.get("full_marks"), row.get("score")
    )


def _row_of_indicator(row: Indicator) -> _Row:
    return _row(row.level_1, row.level_2, row.level_3, row.full_marks, row.score)


def _row(level_1: str | None, level_2: str | None, level_3: str | None, full: object, score: object) -> _Row:
    points = [None if value is None else Decimal(str(value)) for value in (full, score)]
    return (folded(level_1 or ""), folded(level_2 or ""), folded(level_3 or ""), points[0], points[1])


def _printed(row: _Row) -> str:
    return " / ".join("-" if part is None or part == "" else str(part) for part in row)

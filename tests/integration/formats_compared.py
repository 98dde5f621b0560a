"""What two readings of one report must agree in, whatever the format: figures, scoring rows, identity, verdicts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extraction.model import Extraction
from orchestration.checking.engine import check_extractions

_NUMBERED = re.compile(r"(?<=table)_\d+")


def figures(found: Extraction) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            f.concept,
            f.measure,
            f.stage,
            f.fiscal_year,
            f.value,
            f.unit,
            f.org_scope,
            f.function_code,
            f.fund_scope,
        )
        for f in found.figures
    )


def rows(found: Extraction) -> list[tuple[object, ...]]:
    return [
        (i.row_kind, i.level_1, i.level_2, i.level_3, i.full_marks, i.score, i.reason)
        for i in found.indicators
    ]


def assert_same(found: Extraction, text: Extraction) -> None:
    """The reading says what the text says."""
    assert figures(found) == figures(text)
    assert rows(found) == rows(text)
    assert (found.identity, found.outcome) == (text.identity, text.outcome)


def verdicts(extractions: Sequence[Extraction]) -> dict[str, Counter[tuple[object, ...]]]:
    """What the rules decide for each document: which rule on what, how, with which numbers.

    Rules on words count the characters of the whole text, which are fewer without the bars of Markdown; and a
    sheet may part a form into several tables, which numbers them otherwise.
    """
    said: dict[str, Counter[tuple[object, ...]]] = {one.document_id: Counter() for one in extractions}
    whole = {one.document_id[:16]: one for one in extractions}
    for row in check_extractions(extractions):
        one = whole[row["report_id"]]
        instance = _NUMBERED.sub("", row["instance"].replace(row["report_id"], ""))
        actual = None if row["actual"] == one.characters else row["actual"]
        what = (row["rule_id"], instance, row["outcome"], row["severity"], row["expected"], actual)
        said[one.document_id][what] += 1
    return said

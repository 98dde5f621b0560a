"""Small reports by hand for tests of the rules: figures, scoring rows, and the verdicts they get."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

from extraction.model import (
    Extraction,
    Figure,
    Identity,
    Indicator,
    Locator,
    Observation,
    Outcome,
    Statement,
)
from orchestration.checking.engine import check_extractions

_UNITS = {
    "亿元": ("yuan", 10**8),
    "万元": ("yuan", 10**4),
    "元": ("yuan", 1),
    "人": ("persons", 1),
    "%": ("percent", 1),
    "分": ("points", 1),
}
_STOCKS = re.compile(r"staff|quota|assets|liabilities|carryover|score|grade|utilisation")
_position = count(10, 10)
Part = Figure | Indicator | Observation | Statement


def figure(concept: str, printed: str, **more: Any) -> Figure:
    """A figure as printed, such as ``figure("basic_expenditure", "301.4万元")``; final account of 2022."""
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)(\D*)", printed)
    assert match, printed
    value, unit = match[1], match[2]
    base_unit, factor = _UNITS.get(unit, ("count", 1))
    start = next(_position)
    default: dict[str, Any] = {
        "concept": concept,
        "measure": "level",
        "stage": None if _STOCKS.search(concept) else "final_account",
        "fiscal_year": 2022,
        "label": concept,
        "value": value,
        "unit": unit,
        "decimals": len(value.partition(".")[2]),
        "value_base": Decimal(value) * factor,
        "base_unit": base_unit,
        "printed": printed,
        "quote": f"{concept}{printed}",
        "source_kind": "text",
        "sentence_no": 1,
        "locator": Locator(start, start + 5),
    }
    return Figure(**{**default, **more})


def cell(concept: str, printed: str, table: int = 1, row: int = 2, **more: Any) -> Figure:
    """A figure in a table."""
    start = next(_position)
    place = Locator(start, start + 5, table=table, row=row, column=2)
    return figure(concept, printed, source_kind="table", locator=place, **more)


def grade(term: str) -> Figure:
    """A printed grade."""
    start = next(_position)
    return Figure(
        concept="grade", measure="level", stage=None, fiscal_year=2022, label="等级", value=term, unit="", decimals=None,
        value_base=None, base_unit=None, printed=term, quote=f"等级为{term}", source_kind="text", locator=Locator(start, start + 3),
    )  # fmt: skip


def item(level_1: str, full_marks: str | None, score: str | None, **more: Any) -> Indicator:
    """A row of a scoring table."""
    start = next(_position)
    default: dict[str, Any] = {
        "row_kind": "item", "level_1": level_1, "level_2": "二级", "level_3": f"指标{start}",
        "full_marks": full_marks, "score": score, "locator": Locator(start, start + 5, table=5, row=start, column=6),
    }  # fmt: skip
    return Indicator(**{**default, **more})


def total(full_marks: str | None, score: str | None, **more: Any) -> Indicator:
    """The total row of a scoring table."""
    return item("总分", full_marks, score, row_kind="total", level_2=None, level_3=None, **more)


def seen(
    kind: str, code: str = "", text: str = "文字", number: int | None = None, second: int | None = None
) -> Observation:
    """Something seen in the text."""
    start = next(_position)
    return Observation(kind, code, text, Locator(start, start + 5), number, second)


def said(kind: str, text: str) -> Statement:
    """A stated problem, measure or goal."""
    start = next(_position)
    return Statement(kind, text, "other", Locator(start, start + 5))


def report(*parts: Part, digit: str = "a") -> Extraction:
    """A report with these figures and rows."""
    return Extraction(
        file_name="report.txt",
        document_id=digit * 64,
        outcome=Outcome("extracted"),
        identity=Identity(fiscal_year=2022, report_kind="department_self_evaluation"),
        characters=1000 if parts else 0,
        figures=tuple(part for part in parts if isinstance(part, Figure)),
        indicators=tuple(part for part in parts if isinstance(part, Indicator)),
        statements=tuple(part for part in parts if isinstance(part, Statement)),
        observations=tuple(part for part in parts if isinstance(part, Observation)),
    )


def verdicts_of_each(reports: Sequence[Sequence[Part]]) -> list[list[dict[str, Any]]]:
    """Verdicts of many reports, judged in one go: planning the SQL takes longer than running it."""
    made = [replace(report(*parts), document_id=f"{number:016x}" * 4) for number, parts in enumerate(reports)]
    found: dict[str, list[dict[str, Any]]] = {one.document_id[:16]: [] for one in made}
    for row in check_extractions(made):
        found[row["report_id"]].append(row)
    return [found[one.document_id[:16]] for one in made]


def verdicts(*parts: Part) -> list[dict[str, Any]]:
    """All verdicts of a report with these figures and rows."""
    return check_extractions([report(*parts)])


def outcomes(rule_id: str, *parts: Part) -> dict[str, tuple[str, str]]:
    """Outcome and reason by instance, for one rule."""
    return {
        row["instance"]: (row["outcome"], row["reason"])
        for row in verdicts(*parts)
        if row["rule_id"] == rule_id
    }


def outcome(rule_id: str, *parts: Part) -> tuple[str, str]:
    """Outcome and reason of a rule that has one instance."""
    found = outcomes(rule_id, *parts)
    assert len(found) == 1, found
    return next(iter(found.values()))


def assert_judged(rows: Sequence[dict[str, Any]], rule: str, expected: str) -> None:
    """The rule came to the outcome that was planned, to nothing worse beside it, and says so in whole sentences."""
    rows = [row for row in rows if row["rule_id"] == rule]
    found = {row["outcome"] for row in rows}
    assert expected in found
    assert found <= {expected, "pass", "not_run"}
    for row in rows:
        assert row["message_zh"] and row["message_en"] and "{" not in row["message_zh"] + row["message_en"]
        assert "，，" not in row["message_zh"] and "：。" not in row["message_zh"], row["message_zh"]
        if row["outcome"] in {"contradiction", "weakness"}:
            assert row["quotes"] or row["missing"]

"""Measures an extraction against a truth written by hand: what was matched, missed and wrong.

Belongs here: comparing figures, scoring rows and identity with a truth file, and adding the counts up.
Does not belong here: reading documents (``extract``), floors (tests set them), counts and lists and
their words (``evaluation_report``).

A figure is keyed by concept, measure, stage, year, value, unit and function class: the same amount stated
twice is one key. What a truth says besides (whose amount, compared with what) is judged apart.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extraction.evaluation_report import Difference, Item, Report, Tally
from extraction.extract import extract
from extraction.model import Extraction, Figure, Indicator
from extraction.normalise import folded

Truth = dict[str, Any]
Key = tuple[str, str, str | None, int | None, Decimal | str, str, str | None]

#: Attributes that a truth may give and that do not belong to the key.
ATTRIBUTES = ("org_scope", "base_stage", "base_concept", "expenditure_scope", "fund_scope", "economic_code")
IDENTITY = ("department_name", "region_code", "fiscal_year", "report_kind")
_UNKNOWN_FAMILY = "unknown"


def load_truth(path: Path) -> Truth:
    """Read a truth file; a list is a truth of scoring rows alone. Numbers never pass through floats."""
    content = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return {"indicators": content} if isinstance(content, list) else content


def evaluate_folder(gold_dir: Path, documents: Path | None = None) -> Report:
    """Extract every document that a truth of ``gold_dir`` names, and compare.

    Args:
        gold_dir: folder of truths ``NAME.json``; ``rubric_NAME.json`` adds scoring rows to it.
        documents: folder of the texts; without it they stand beside the truths or one folder up.

    Raises:
        FileNotFoundError: the folder holds no truth, or a truth names a file that is not there.
    """
    report = Report()
    for path in sorted(gold_dir.glob("*.json")):
        truth = load_truth(path)
        if "facts" not in truth:
            continue
        rubric = gold_dir / f"rubric_{path.name}"
        if rubric.exists():
            truth["indicators"] = load_truth(rubric)["indicators"]
        document = _find(truth["file"], [documents] if documents else [gold_dir, gold_dir.parent])
        report.add(evaluate(extract(document.read_bytes(), document.name), truth))
    if not report.files:
        raise FileNotFoundError(f"no truth files (*.json with facts) in {gold_dir}")
    return report


def evaluate(extraction: Extraction, truth: Truth) -> Report:
    """Compare one extraction with the truth of its document."""
    report = Report(files=1)
    families = truth.get("family") or [extraction.identity.form_family or _UNKNOWN_FAMILY]
    matched, found = _compare_figures(extraction, truth, report)
    for fact in truth.get("facts", []):
        tally = Tally(matched=1) if id(fact) in matched else Tally(missed=1)
        _count(report, families, fact["concept"], fact.get("stage"), tally)
    for item in report.wrong:
        _count(report, families, item.concept, item.stage, Tally(wrong=1))
    report.differences.extend(_attribute_differences(extraction.file_name, truth, matched, found))
    report.differences.extend(_identity_differences(extraction, truth))
    if truth.get("indicators") is not None:
        _compare_rubric(extraction, truth["indicators"], report)
    return report


# -- figures ------------------------------------------------------------------------------------------


def _compare_figures(
    extraction: Extraction, truth: Truth, report: Report
) -> tuple[dict[int, Key], dict[Key, list[Figure]]]:
    """Sort figures into matched, wrong and unasked; returns the key that each matched fact was found by."""
    facts: list[Truth] = truth.get("facts", [])
    year = truth.get("fiscal_year")
    found: dict[Key, list[Figure]] = {}
    for figure in extraction.figures:
        found.setdefault(_key_of_figure(figure, year is not None), []).append(figure)
    right: set[Key] = set()
    matched: dict[int, Key] = {}
    for fact in facts:
        keys = [key for key in _keys_of_fact(fact, year) if key in found]
        right.update(keys)
        if keys:
            matched[id(fact)] = keys[0]
        else:
            report.misses.append(_item_of_fact(extraction.file_name, fact))
    mentioned = _mentioned(truth)
    allowed = {(entry["concept"], _value(entry["value"])) for entry in truth.get("may_also", [])}
    for key, figures in found.items():
        if key in right or (key[0], key[4]) in allowed:
            continue
        target = report.wrong if key[0] in mentioned else report.unasked
        target.append(_item_of_figure(extraction.file_name, figures[0]))
    return matched, found


def _mentioned(truth: Truth) -> set[str]:
    asked = {concept for fact in truth.get("facts", []) for concept in _concepts(fact)}
    return asked | {entry["concept"] for entry in truth.get("may_also", [])}


def _concepts(fact: Truth) -> list[str]:
    return [fact["concept"], *fact.get("also_right", [])]


def _keys_of_fact(fact: Truth, year: int | None) -> Iterator[Key]:
    for concept in _concepts(fact):
        yield (
            concept,
            fact.get("measure", "level"),
            fact.get("stage"),
            fact.get("fiscal_year", year) if year is not None else None,
            _value(fact["value"]),
            fact.get("unit") or "",
            fact.get("function_code"),
        )


def _key_of_figure(figure: Figure, with_year: bool) -> Key:
    return (
        figure.concept,
        figure.measure,
        figure.stage,
        figure.fiscal_year if with_year else None,
        _value(figure.value),
        figure.unit,
        figure.function_code,
    )


def _value(printed: object) -> Decimal | str:
    """What is compared: 0.50 equals 0.5; a grade is compared as a word."""
    try:
        return Decimal(str(printed).replace(",", ""))
    except InvalidOperation:
        return str(printed)


def _count(report: Report, families: list[str], concept: str, stage: str | None, tally: Tally) -> None:
    report.total.add(tally)
    report.by_concept.setdefault(concept, Tally()).add(tally)
    report.by_stage.setdefault(stage or "none", Tally()).add(tally)
    for family in families:
        report.by_family.setdefault(family, Tally()).add(tally)


def _item_of_fact(file: str, fact: Truth) -> Item:
    return Item(
        file,
        fact["concept"],
        fact.get("measure", "level"),
        fact.get("stage"),
        str(fact["value"]),
        fact.get("unit") or "",
        fact.get("quote", ""),
    )


def _item_of_figure(file: str, figure: Figure) -> Item:
    return Item(file, figure.concept, figure.measure, figure.stage, figure.value, figure.unit, figure.quote)


# -- attributes, identity, scoring rows ---------------------------------------------------------------


def _attribute_differences(
    file: str, truth: Truth, matched: dict[int, Key], found: dict[Key, list[Figure]]
) -> Iterator[Difference]:
    """Attributes a truth gives for a figure that no statement of that figure carries."""
    for fact in truth.get("facts", []):
        figures = found.get(matched[id(fact)], []) if id(fact) in matched else []
        for name in ATTRIBUTES:
            if fact.get(name) is None or not figures:
                continue
            values = {getattr(figure, name) for figure in figures}
            if fact[name] not in values:
                what = f"{name} of {fact['concept']} {fact['value']}{fact.get('unit') or ''}"
                yield Difference(file, what, fact[name], ", ".join(sorted(map(str, values))))


def _identity_differences(extraction: Extraction, truth: Truth) -> Iterator[Difference]:
    for name in IDENTITY:
        expected, found = truth.get(name), getattr(extraction.identity, name)
        if expected is not None and expected != found:
            yield Difference(extraction.file_name, name, str(expected), str(found))
    status = truth.get("status")
    if status and status != extraction.outcome.status:
        yield Difference(extraction.file_name, "status", status, extraction.outcome.status)


def _compare_rubric(extraction: Extraction, rows: list[Truth], report: Report) -> None:
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


def _find(name: str, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"{name} is in none of: {', '.join(map(str, folders))}")

"""Measures an extraction against a truth written by hand: what was matched, missed and wrong.

Belongs here: comparing figures and identity with a truth file, and adding the counts up.
Does not belong here: reading documents (``extract``) and truths (``evaluation_truth``), scoring rows (``evaluation_rubric``), floors (tests
set them), counts and lists and their words (``evaluation_report``).

What a truth says besides the key of a figure (whose amount, compared with what) is judged apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extraction.doubt import USED_BY_RULES
from extraction.evaluation.evaluation_report import Difference, Item, Report, Tally
from extraction.evaluation.evaluation_rubric import compare_rubric
from extraction.evaluation.evaluation_truth import (
    Key,
    Truth,
    concepts_asked,
    key_of_figure,
    keys_of_fact,
    load_truth,
    value_of,
)
from extraction.extract import extract
from extraction.model import Extraction, Figure

#: Attributes that a truth may give and that do not belong to the key.
ATTRIBUTES = ("org_scope", "base_stage", "base_concept", "expenditure_scope", "fund_scope", "economic_code")
IDENTITY = ("department_name", "region_code", "fiscal_year", "report_kind")
_UNKNOWN_FAMILY = "unknown"


def evaluate_folder(gold_dir: Path, documents: Path | None = None) -> Report:
    """Extract every document that a truth of ``gold_dir`` names, and compare.

    Args:
        gold_dir: folder of truths ``NAME.json``; ``rubric_NAME.json`` adds scoring rows to it.
        documents: folder of the texts; without it they stand beside the truths or one folder up.

    Raises:
        FileNotFoundError: there is no such folder, it holds no truth, or a truth names a file that is not there.
    """
    if not gold_dir.is_dir():
        raise FileNotFoundError(f"no such folder: {gold_dir}")
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
    _count_by_confidence(report, matched, found)
    report.differences.extend(_attribute_differences(extraction.file_name, truth, matched, found))
    report.differences.extend(_identity_differences(extraction, truth))
    if truth.get("indicators") is not None:
        compare_rubric(extraction, truth["indicators"], report)
    return report


def _compare_figures(
    extraction: Extraction, truth: Truth, report: Report
) -> tuple[dict[int, Key], dict[Key, list[Figure]]]:
    """Sort figures into matched, wrong and unasked; returns the key that each matched fact was found by."""
    facts: list[Truth] = truth.get("facts", [])
    year = truth.get("fiscal_year")
    found: dict[Key, list[Figure]] = {}
    for figure in extraction.figures:
        found.setdefault(key_of_figure(figure, year is not None), []).append(figure)
    right: set[Key] = set()
    matched: dict[int, Key] = {}
    for fact in facts:
        keys = [key for key in keys_of_fact(fact, year) if key in found]
        right.update(keys)
        if keys:
            matched[id(fact)] = keys[0]
        else:
            report.misses.append(_item_of_fact(extraction.file_name, fact))
    mentioned = concepts_asked(truth)
    allowed = {(entry["concept"], value_of(entry["value"])) for entry in truth.get("may_also", [])}
    for key, figures in found.items():
        if key in right or (key[0], key[4]) in allowed:
            continue
        target = report.wrong if key[0] in mentioned else report.unasked
        target.append(
            _item_of_figure(extraction.file_name, max(figures, key=lambda figure: figure.confidence))
        )
    return matched, found


def _count_by_confidence(report: Report, matched: dict[int, Key], found: dict[Key, list[Figure]]) -> None:
    """A figure stated several times is as sure as its surest statement."""
    told = [(Tally(matched=1), max(f.confidence for f in found[key])) for key in matched.values()]
    told += [(Tally(wrong=1), item.confidence) for item in report.wrong]
    for tally, confidence in told:
        report.by_confidence.setdefault(f"{confidence.normalize():f}", Tally()).add(tally)
        if confidence >= USED_BY_RULES:
            report.asserted.add(tally)
    report.asserted.missed = report.total.matched + report.total.missed - report.asserted.matched


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
    return Item(
        file,
        figure.concept,
        figure.measure,
        figure.stage,
        figure.value,
        figure.unit,
        figure.quote,
        figure.confidence,
    )


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


def _find(name: str, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"{name} is in none of: {', '.join(map(str, folders))}")

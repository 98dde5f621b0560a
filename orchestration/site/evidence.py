"""The page of one report: what was read, what was found, and where each of it stands.

Belongs here: tying findings, figures and places together. Does not belong here: cutting the text (marks), layout
(templates/report.html), SQL (source).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from orchestration.commands.check_output import place_in_words
from orchestration.products.ledger_lists import with_unit
from orchestration.products.source import Row
from orchestration.products.words import WAN, trimmed
from orchestration.products.words import unit as unit_name
from orchestration.site.marks import Mark, MarkedText, document_html
from orchestration.site.source import ReportRows
from orchestration.site.words import Two, both, joined, severity, word

Labels = Mapping[str, Two]
Place = tuple[int, int]


def context(rows: ReportRows, concepts: Labels) -> dict[str, Any]:
    """Everything that the template of a report's page shows."""
    figures = [_figure(row, number) for number, row in enumerate(rows.tables["figures"], start=1)]
    by_id = {figure["id"]: figure for figure in figures}
    findings = [_finding(row, by_id) for row in rows.tables["findings"]]
    text = _marked(rows, figures, findings)
    met = text.anchors if text else set()
    for item in (*figures, *(quote for finding in findings for quote in finding["quotes"])):
        item["in_text"] = item["anchor"] in met
    verdicts = rows.tables["verdicts"]
    return {
        "report": rows.report,
        "kind": word(rows.report["report_kind"]),
        "newest": next((row for row in rows.versions if row["is_current"]), rows.report),
        "versions": rows.versions,
        "figures": figures,
        "findings": findings,
        "counts": [
            (
                code,
                severity(code),
                sum(finding["severity"] == code and not finding["accepted"] for finding in findings),
            )
            for code in ("error", "warning", "info")
        ],
        "document": document_html(text, rows.blocks) if text else None,
        "rescored": [_rescored(row) for row in rows.tables["rescored"]],
        "changes": [_change(row) for row in rows.tables["changes"]],
        "passed": [_rule(row) for row in verdicts if row["outcome"] == "pass"],
        "not_run": [
            _rule(row)
            | {"missing": joined([concepts.get(code, word(code)) for code in row["missing"] or []])}
            for row in verdicts
            if row["outcome"] == "not_run"
        ],
    }


_STATES = {
    "resolved": Two("已解决", "resolved"),
    "new": Two("新出现", "new"),
    "still_open": Two("仍存在", "still open"),
    "not_checked": Two("新版本缺数据，未能核对", "no longer checked: the later version lacks the data"),
}


def _change(row: Row) -> dict[str, Any]:
    """What became of a finding since the version before."""
    return row | {
        "state_label": _STATES.get(row["state"], word(row["state"])),
        "message": Two(row["message_zh"], row["message_en"]),
    }


def _rule(row: Row) -> dict[str, Any]:
    return {"id": row["rule_id"], "label": Two(row["label_zh"], row["label_en"]), "number": row["number"]}


def _figure(row: Row, number: int) -> dict[str, Any]:
    stage_year = [word(row["stage"])] if row["stage"] and row["stage"] != "unknown" else []
    if row["figure_year"]:
        stage_year.append(Two(f"{row['figure_year']}年", str(row["figure_year"])))
    if row["measure"] != "level":
        stage_year.append(word(row["measure"]))
    scopes = [word(row[name]) for name in ("org_scope", "fund_scope", "expenditure_scope")
              if row[name] and row[name] != "department"]  # fmt: skip
    return {
        "id": row["figure_id"],
        "anchor": f"f{number}",
        "row": f"v{number}",
        "place": (row["char_start"], row["char_end"]),
        "printed": row["printed"],
        "label": row["label"] if row["label"] != row["concept"] else "",  # a count has no label of its own
        "concept": Two(row["label_zh"] or row["concept"], row["label_en"] or row["concept"]),
        "of": joined([*stage_year, *scopes]),
        "value": amount(row["value_base"], row["base_unit"]),
        "where": places(row),
        "doubt": None if row["confidence"] == 1 else f"{(row['confidence'] or 0) * 100:.0f}%",
        "approximate": row["approximate"],
        "note": row["note"],
        "corrected": amount(row["corrected_value_base"], row["base_unit"]),
        "correction": " — ".join(filter(None, (row["reason"], row["author"]))),
        "findings": [],
    }


def places(locator: Mapping[str, Any]) -> Two:
    """A place in words."""
    return Two(place_in_words(locator, "zh"), place_in_words(locator, "en"))


def amount(value: Decimal | None, unit: str | None) -> Two:
    """A number in base units as people write it: money in 万元 or in yuan, no digit lost."""
    if value is None:
        return Two("", "")
    number = trimmed(value)
    if unit == "yuan":
        return Two(f"{trimmed(value / WAN)}万元", f"{Decimal(number):,f} yuan")
    names = both(unit_name, unit)
    return Two(number + names.zh, f"{number} {names.en}" if names.en != "%" else f"{number}%")


def _finding(row: Row, figures: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    anchor = f"finding-{row['fingerprint']}"
    quotes = [
        {"quote": quote, "place": _span(locator), "where": places(locator), "anchor": ""}
        for quote, locator in zip(row["quotes"] or [], row["locators"], strict=False)
    ]
    finding = {
        "anchor": anchor,
        "rule": row["rule_id"],
        "label": Two(row["label_zh"], row["label_en"]),
        "severity": row["severity"],
        "severity_label": severity(row["severity"]),
        "category": word(row["category"]),
        "message": Two(row["message_zh"], row["message_en"]),
        "meaning": Two(row["meaning_zh"] or "", row["meaning_en"] or ""),
        "sums": list(_sums(row)),
        "quotes": quotes,
        "seen_by": [rule for rule in row["seen_by"] or [] if rule != row["rule_id"]],
        "first_seen": row["first_seen"],
        "accepted": row["status"] == "accepted",
        "accepted_reason": row["accepted_reason"],
        "accepted_by": row["accepted_by"],
    }
    for operand in row["operands"]:
        figure = figures.get(operand.get("figure_id") or "")
        if figure is not None and finding not in figure["findings"]:
            figure["findings"].append(finding)
    return finding


def _span(locator: Mapping[str, Any] | None) -> Place | None:
    if not locator or locator.get("char_start") is None:
        return None
    return int(locator["char_start"]), int(locator["char_end"])


def _sums(row: Row) -> Iterator[tuple[Two, Two]]:
    """What the rule expected, what it found, and how far they lie apart."""
    names = (
        ("expected", Two("应为", "expected")),
        ("actual", Two("实为", "found")),
        ("difference", Two("相差", "difference")),
        ("tolerance", Two("容许舍入误差", "rounding allowed")),
    )
    if row["expected"] is None or row["actual"] is None:
        return
    unit = row["base_unit"]
    for name, label in names:
        value = row[name]
        if value is None or (name == "tolerance" and not value):
            continue
        if name == "difference":
            yield label, _difference(value, unit)
        else:
            yield label, amount(value, unit)


def _difference(value: Decimal, unit: str | None) -> Two:
    if unit == "yuan":
        return amount(abs(value), unit)
    return Two(with_unit(value, unit, "zh") or "", with_unit(value, unit, "en") or "")


def _rescored(row: Row) -> dict[str, Any]:
    return row | {"rubric": Two(row["rubric_zh"] or "", row["rubric_en"] or "")}


def _marked(
    rows: ReportRows, figures: list[dict[str, Any]], findings: list[dict[str, Any]]
) -> MarkedText | None:
    """The text with a mark for every figure and for every place that a finding quotes."""
    gravest = _gravest(figures)
    marks = [
        Mark(figure["place"], figure["anchor"], figure["row"], True, gravest[figure["anchor"]])
        for figure in figures
    ]
    known: dict[tuple[Place, str], str] = {}
    for finding in findings:
        for quote in finding["quotes"]:
            if quote["place"] is None:
                continue
            key = quote["place"], finding["anchor"]
            if key not in known:
                known[key] = f"q{len(known) + 1}"
                marks.append(Mark(quote["place"], known[key], finding["anchor"], False, finding["severity"]))
            quote["anchor"] = known[key]
    return MarkedText(rows.text, marks) if rows.text is not None else None


def _gravest(figures: list[dict[str, Any]]) -> dict[str, str]:
    """The gravest severity of the findings that use a figure, by its anchor."""
    found: dict[str, str] = defaultdict(str)
    for figure in figures:
        severities = {finding["severity"] for finding in figure["findings"]}
        found[figure["anchor"]] = next(
            (code for code in ("error", "warning", "info") if code in severities), ""
        )
    return found

"""The page of one report: what was read, what was found, and where each of it stands.

Belongs here: tying findings, figures and places together. Does not belong here: cutting the text (marks), layout
(templates/report.html), SQL (source).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from orchestration.products.source import Row
from orchestration.products.words import told
from orchestration.site.figures import amount, places, shown_figure
from orchestration.site.marks import Mark, MarkedText, document_html
from orchestration.site.peers import FAR_OUT, RATIOS
from orchestration.site.source import ReportRows
from orchestration.site.words import Two, joined, severity, word

Labels = Mapping[str, Two]
Place = tuple[int, int]


def context(rows: ReportRows, concepts: Labels) -> dict[str, Any]:
    """Everything that the template of a report's page shows."""
    figures = [shown_figure(row, number) for number, row in enumerate(rows.tables["figures"], start=1)]
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
        "ratios": [_ratio(row) for row in rows.tables["ratios"]],
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


#: Quotation marks inside others are single.
_INNER = str.maketrans("“”", "‘’")
#: What ``fct_findings`` puts between a message and those of other rules that saw the same cause.
_ALSO = Two("同一原因还见于：", " The same cause is seen by: ")


def _change(row: Row) -> dict[str, Any]:
    """What became of a finding since the version before."""
    return row | {
        "state_label": _STATES.get(row["state"], word(row["state"])),
        "message": Two(row["message_zh"], row["message_en"]),
    }


def _ratio(row: Row) -> dict[str, Any]:
    """A standard ratio beside that of its peers; one alone has none."""
    far = row["robust_z"] is not None and abs(row["robust_z"]) > FAR_OUT
    return row | {"label": RATIOS.get(row["ratio"], word(row["ratio"])), "is_far": far}


def _rule(row: Row) -> dict[str, Any]:
    return {"id": row["rule_id"], "label": Two(row["label_zh"], row["label_en"]), "number": row["number"]}


def _finding(row: Row, figures: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    anchor = f"finding-{row['fingerprint']}"
    # rules that saw the same cause name the same places
    pairs = {str(pair): pair for pair in zip(row["quotes"] or [], row["locators"], strict=False)}
    quotes = [
        {
            "quote": quote.translate(_INNER),
            "place": _span(locator),
            "where": places(locator),
            "anchor": "",
        }
        for quote, locator in pairs.values()
    ]
    # the rule stands above its message; what other rules saw of the same cause is a paragraph of its own
    zh, _, also_zh = told(row, "zh").partition(_ALSO.zh)
    en, _, also_en = told(row, "en").partition(_ALSO.en)
    finding = {
        "anchor": anchor,
        "rule": row["rule_id"],
        "label": Two(row["label_zh"], row["label_en"]),
        "severity": row["severity"],
        "severity_label": severity(row["severity"]),
        "category": word(row["category"]),
        "message": Two(zh, en),
        "also": Two(also_zh, also_en),
        "meaning": Two(row["meaning_zh"] or "", row["meaning_en"] or ""),
        "sums": list(_sums(row)),
        "quotes": quotes,
        "first_seen": row["first_seen"],
        "accepted": row["status"] == "accepted",
        "accepted_reason": row["accepted_reason"],
        "accepted_by": row["accepted_by"],
    }
    for figure_id in row["figure_ids"] or []:
        figure = figures.get(figure_id)
        if figure is not None and finding not in figure["findings"]:
            figure["findings"].append(finding)
    return finding


def _span(locator: Mapping[str, Any] | None) -> Place | None:
    if not locator or locator.get("char_start") is None:
        return None
    return int(locator["char_start"]), int(locator["char_end"])


def _sums(row: Row) -> Iterator[tuple[Two, Two]]:
    """The two sides that were compared, without a word on which is wrong, and how far they lie apart."""
    if row["expected"] is None or row["actual"] is None:
        return
    unit = row["base_unit"]
    one, other = amount(row["expected"], unit), amount(row["actual"], unit)
    if unit == "count":
        yield Two("应有", "wanted"), one
        yield Two("实有", "found"), other
    else:
        yield Two("比对", "compared"), Two(f"{one.zh} ↔ {other.zh}", f"{one.en} ↔ {other.en}")
    if row["difference"] is not None:
        yield Two("相差", "difference"), amount(abs(row["difference"]), unit)
    if row["tolerance"]:
        yield Two("容许舍入误差", "rounding allowed"), amount(row["tolerance"], unit)


def _rescored(row: Row) -> dict[str, Any]:
    return row | {"rubric": Two(row["rubric_zh"] or "", row["rubric_en"] or "")}


def _marked(
    rows: ReportRows, figures: list[dict[str, Any]], findings: list[dict[str, Any]]
) -> MarkedText | None:
    """The text with a mark for every figure and for every place that a finding quotes."""
    gravest = _gravest(figures)
    marks = [
        Mark(
            figure["place"],
            figure["anchor"],
            figure["row"],
            True,
            gravest[figure["anchor"]],
            figure["unsure"],
        )
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

"""``jihe check --format sarif``: SARIF 2.1.0, which editors and review tools show beside the text.

Belongs here: the SARIF log. Does not belong here: other layouts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as url_quote

from orchestration.commands.check_output import findings
from orchestration.commands.reading import ReadFile

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
Verdict = Mapping[str, Any]


def sarif_log(checked: Sequence[tuple[ReadFile, Sequence[Verdict]]], lang: str) -> dict[str, Any]:
    """The log of one run over some files."""
    rules: dict[str, int] = {}
    results = []
    notifications = []
    for file, verdicts in checked:
        if not file.is_report:
            notifications.append(_notification(file, lang))
        for finding in findings(verdicts):
            index = rules.setdefault(finding["rule_id"], len(rules))
            results.append(_result(file, finding, index, lang))
    invocation: dict[str, Any] = {"executionSuccessful": not notifications}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    driver = {"name": "jihe", "version": "0.1.0", "rules": [{"id": rule_id} for rule_id in rules]}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [invocation],
                "results": results,
            }
        ],
    }


def _uri(path: str) -> str:
    file = Path(path)
    return file.as_uri() if file.is_absolute() else url_quote(file.as_posix())


def _result(file: ReadFile, finding: Verdict, rule_index: int, lang: str) -> dict[str, Any]:
    locators = finding.get("locators") or [{}]
    quotes = finding.get("quotes") or []
    locations = [
        _location(file.path, locator or {}, quotes[number] if number < len(quotes) else None)
        for number, locator in enumerate(locators)
    ]
    return {
        "ruleId": finding["rule_id"],
        "ruleIndex": rule_index,
        "level": _LEVELS[finding["severity"]],
        "message": {"text": finding[f"message_{lang}"]},
        "locations": locations[:1],
        "relatedLocations": [{"id": number, **place} for number, place in enumerate(locations[1:], start=1)],
        "partialFingerprints": {"jihe/v1": f"{finding['rule_id']}/{finding['instance']}"},
    }


def _location(path: str, locator: Mapping[str, Any], quote: str | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    start, end = locator.get("char_start"), locator.get("char_end")
    if start is not None and end is not None:
        place["region"] = {"charOffset": start, "charLength": max(0, end - start)}
        if quote:
            place["region"]["snippet"] = {"text": quote}
    return {"physicalLocation": place}


def _notification(file: ReadFile, lang: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": file.problem(lang)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file.path)}}}],
    }

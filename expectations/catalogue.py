"""The rules of data/reference/rules.csv as expectations need them.

Belongs here: reading which rules are implemented and how grave they are.
Does not belong here: how a rule is decided (dbt).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from expectations.model import Severity

_SEVERITIES: dict[str, Severity] = {"error": "critical", "warning": "warning", "info": "info"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One implemented rule."""

    rule_id: str
    label_zh: str
    label_en: str
    severity: Severity


def implemented_rules(reference: Path) -> list[Rule]:
    """The rules that have a kind, in the order of the catalogue."""
    path = reference / "rules.csv"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: the catalogue of rules is missing")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            # A severity in words ("error if ...") begins with its gravest case.
            Rule(row["id"], row["label_zh"], row["label_en"], _SEVERITIES[row["severity"].split()[0]])
            for row in csv.DictReader(file)
            if row["kind"]
        ]

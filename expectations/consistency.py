"""What is expected of the departments' figures: one expectation for each implemented rule.

Belongs here: the suite made from the rule catalogue. A failure is a finding, never a stop.
Does not belong here: any amount or comparison; dbt has decided, expectations judge its verdicts.
"""

from __future__ import annotations

from pathlib import Path

from expectations.catalogue import implemented_rules
from expectations.model import Batch, Expectation, Suite

FAULTS = ("contradiction", "weakness")


def consistency_suite(reference: Path) -> Suite:
    """One expectation per rule over the verdicts."""
    expectations = tuple(
        Expectation(
            name=f"rule_{rule.rule_id}",
            kind="ExpectColumnValuesToNotBeInSet",
            arguments={"column": "outcome", "value_set": list(FAULTS)},
            description_zh=f"{rule.rule_id} {rule.label_zh}",
            description_en=rule.label_en,
            severity=rule.severity,
            only=rule.rule_id,
        )
        for rule in implemented_rules(reference)
    )
    verdicts = Batch(
        "verdicts",
        ("marts", "fct_verdicts"),
        "select rule_id, report_id, instance, outcome, message_zh from build.marts.fct_verdicts",
        ("rule_id", "report_id", "instance", "message_zh"),
        expectations,
    )
    return Suite("consistency", "报告数据一致性", "Consistency of the reports", False, (verdicts,))

"""What is expected of the departments' figures: one expectation for each implemented rule.

Belongs here: the suite made from the rule catalogue. A failure is a finding, never a stop.
Does not belong here: any amount or comparison; dbt has decided, expectations judge its verdicts.
"""

from __future__ import annotations

from pathlib import Path

from expectations.catalogue import implemented_rules
from expectations.model import Batch, Expectation, Suite

FAULTS = ("contradiction", "weakness")
#: One row for each rule and outcome, of faults with one as an example: what is judged does not grow with the reports.
_VERDICTS = """
with counted as (
    select rule_id, outcome, count(*) as verdicts,
        arg_min({report_id: report_id, instance: instance, message_zh: message_zh}, (report_id, instance))
            filter (outcome in ('contradiction', 'weakness')) as example
    from build.marts.fct_verdicts
    group by rule_id, outcome
)
select rule_id, example.report_id, example.instance, outcome, example.message_zh, verdicts from counted order by rule_id, outcome
"""
_FAULTS = """
select rule_id, report_id, instance, message_zh, outcome
from build.marts.fct_verdicts
where outcome in ('contradiction', 'weakness')
order by all
"""


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
        _VERDICTS,
        ("rule_id", "report_id", "instance", "message_zh"),
        expectations,
        stands_for="verdicts",
        behind=_FAULTS,
        group=("rule_id", "outcome"),
    )
    return Suite("consistency", "报告数据一致性", "Consistency of the reports", False, (verdicts,))

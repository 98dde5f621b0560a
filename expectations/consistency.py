"""What is expected of the departments' figures: one expectation for each implemented rule.

Belongs here: the suite made from the rule catalogue. A failure is a finding, never a stop.
Does not belong here: any amount or comparison; dbt has decided, expectations judge its verdicts.
"""

from __future__ import annotations

from pathlib import Path

from expectations.catalogue import implemented_rules
from expectations.model import Batch, Expectation, Suite

FAULTS = ("contradiction", "weakness")
#: Each fault by itself; of all other verdicts of a rule one row for each outcome: there are 119 for every report.
_VERDICTS = """
select rule_id, report_id, instance, outcome, message_zh, 1 as verdicts
from build.marts.fct_verdicts
where outcome in ('contradiction', 'weakness')
union all
select rule_id, null, null, outcome, null, count(*)
from build.marts.fct_verdicts
where outcome not in ('contradiction', 'weakness')
group by rule_id, outcome
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
    )
    return Suite("consistency", "报告数据一致性", "Consistency of the reports", False, (verdicts,))

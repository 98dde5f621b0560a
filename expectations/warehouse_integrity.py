"""The gate before publication: what must be true of our own work before anybody may read it.

Belongs here: expectations about keys, sources, completeness and vocabulary. A failure is our fault.
Does not belong here: whether the departments' figures agree with each other (consistency).
"""

from __future__ import annotations

from pathlib import Path

from expectations.building_blocks import one_of, present, unique, unique_keys, zero
from expectations.catalogue import implemented_rules
from expectations.lake_integrity import CURRENT
from expectations.model import Batch, Suite

OUTCOMES = ("pass", "contradiction", "weakness", "not_run", "not_applicable")
SEVERITIES = ("error", "warning", "info")


def warehouse_suite(reference: Path) -> Suite:
    """The warehouse up to the verdicts."""
    rules = [rule.rule_id for rule in implemented_rules(reference)]
    listed = ", ".join(f"('{rule_id}')" for rule_id in rules)
    return Suite(
        "warehouse_integrity",
        "数据仓库完整性",
        "Integrity of the warehouse",
        is_gate=True,
        batches=(
            _complete("fct_documents", "select count(*) from lake.documents"),
            _complete("fct_figures", f"select count(*) from lake.figures as f {CURRENT}"),  # noqa: S608
            _complete("fct_statements", f"select count(*) from lake.statements as s {CURRENT}"),  # noqa: S608
            _reports(),
            _warehouse_figures(),
            unique_keys("fct_figures", ("marts", "fct_figures"), "build.marts.fct_figures", "figure_id"),
            _verdicts(rules),
            unique_keys(
                "fct_verdicts",
                ("marts", "fct_verdicts"),
                "build.marts.fct_verdicts",
                *("rule_id", "report_id", "instance"),
            ),
            _coverage(listed),
        ),
    )


def _complete(table: str, lake_count: str) -> Batch:
    return Batch(
        f"{table}_complete",
        ("marts", table),
        f"""select '{table}' as table_name,
                   abs((select count(*) from build.marts.{table}) - ({lake_count})) as rows_apart""",  # noqa: S608
        ("table_name",),
        (
            zero(
                f"{table}_complete",
                "rows_apart",
                f"{table} 的行数与数据湖一致",
                f"{table} has as many rows as the lake",
            ),
        ),
    )


def _reports() -> Batch:
    return Batch(
        "dim_report",
        ("marts", "dim_report"),
        """select report_id, (fiscal_year not between 1990 and 2100)::int as odd_year
           from build.marts.dim_report""",
        ("report_id",),
        (
            unique("dim_report", "report_id"),
            zero("dim_report_year", "odd_year", "评价年度合理", "the fiscal year is a likely one"),
        ),
    )


def _warehouse_figures() -> Batch:
    return Batch(
        "fct_figures",
        ("marts", "fct_figures"),
        """select (quote is null)::int as without_quote, (r.report_id is null)::int as without_report,
                  min(figure_id) as example, count(*) as figures
           from build.marts.fct_figures as f
           left join build.marts.dim_report as r using (report_id)
           group by all order by all""",
        ("example",),
        (
            zero(
                "fct_figures_quote_present", "without_quote", "每个数字都有原文", "every figure has its quote"
            ),
            zero(
                "fct_figures_have_report",
                "without_report",
                "每个数字都属于一份报告",
                "every figure belongs to a report",
            ),
        ),
        stands_for="figures",
    )


def _verdicts(rules: list[str]) -> Batch:
    return Batch(
        "fct_verdicts",
        ("marts", "fct_verdicts"),
        """select rule_id, outcome, severity,
                  (message_zh is null or message_en is null)::int as without_message,
                  (r.report_id is null)::int as without_report,
                  min(v.report_id) as report_id, count(*) as verdicts
           from build.marts.fct_verdicts as v
           left join build.marts.dim_report as r on r.report_id = v.report_id
           group by all order by all""",
        ("rule_id", "report_id"),
        (
            present("fct_verdicts", "outcome"),
            one_of("fct_verdicts", "outcome", OUTCOMES),
            one_of("fct_verdicts", "severity", SEVERITIES),
            one_of("fct_verdicts", "rule_id", rules),
            zero(
                "fct_verdicts_explained",
                "without_message",
                "每个结论都有中英文说明",
                "every verdict is explained in both languages",
            ),
            zero(
                "fct_verdicts_have_report",
                "without_report",
                "每个结论都属于一份报告",
                "every verdict belongs to a report",
            ),
        ),
        stands_for="verdicts",
    )


def _coverage(listed_rules: str) -> Batch:
    """A rule that was silently left out would look like a report without faults."""
    return Batch(
        "fct_verdicts_coverage",
        ("marts", "fct_verdicts"),
        f"""with judged as (select distinct rule_id, report_id from build.marts.fct_verdicts)
            select rules.rule_id, count(*) as reports,
                   min(r.report_id) filter (judged.rule_id is null) as report_id,
                   count(*) filter (judged.rule_id is null) as missing
            from build.marts.dim_report as r
            cross join (values {listed_rules}) as rules (rule_id)
            left join judged on judged.report_id = r.report_id and judged.rule_id = rules.rule_id
            group by rules.rule_id order by all""",  # noqa: S608 - ids of the catalogue
        ("rule_id", "report_id"),
        (
            zero(
                "fct_verdicts_every_rule",
                "missing",
                "每份报告都有每条规则的结论",
                "every report has a verdict of every rule",
            ),
        ),
        stands_for="reports",
    )


def findings_suite() -> Suite:
    """What is published to reviewers."""
    findings = Batch(
        "fct_findings",
        ("marts", "fct_findings"),
        """select report_id, fingerprint, severity, message_zh, message_en,
                  (first_seen > last_seen)::int as seen_backwards
           from build.marts.fct_findings""",
        ("fingerprint", "report_id"),
        (
            # Two versions of a report share the fingerprint of what is still wrong.
            unique("fct_findings", "report_id", "fingerprint"),
            one_of("fct_findings", "severity", SEVERITIES),
            present("fct_findings", "message_zh"),
            present("fct_findings", "message_en"),
            zero(
                "fct_findings_dates",
                "seen_backwards",
                "首次发现不晚于最近发现",
                "first seen is not after last seen",
            ),
        ),
    )
    complete = Batch(
        "fct_findings_complete",
        ("marts", "fct_findings"),
        """select 'fct_findings' as table_name,
                  abs((select count(*) from build.marts.fct_findings)
                      - (select count(*) from build.marts.fct_verdicts
                         where outcome in ('contradiction', 'weakness') and same_cause_as is null)) as rows_apart""",
        ("table_name",),
        (
            zero(
                "fct_findings_complete",
                "rows_apart",
                "每个需要复核的原因都成为一条问题",
                "every cause that needs a reviewer is a finding",
            ),
        ),
    )
    return Suite(
        "findings_integrity", "问题清单完整性", "Integrity of the findings", True, (findings, complete)
    )

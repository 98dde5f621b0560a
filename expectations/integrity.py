"""The gate: what must be true of our own work before anybody may read it.

Belongs here: expectations about keys, sources, completeness and vocabulary. A failure is our fault.
Does not belong here: whether the departments' figures agree with each other (consistency).
"""

from __future__ import annotations

from pathlib import Path

from expectations.building_blocks import matches, one_of, present, unique, zero
from expectations.catalogue import implemented_rules
from expectations.model import Batch, Suite

STATUSES = ("extracted", "duplicate", "template_only", "not_a_report", "quarantined")
MEASURES = ("level", "change", "change_rate", "share", "completion_rate")
STAGES = ("initial_budget", "adjusted_budget", "final_account", "unknown")
OUTCOMES = ("pass", "contradiction", "weakness", "not_run", "not_applicable")
SEVERITIES = ("error", "warning", "info")

# The rows that a build must show: those of documents that are reports, read by the current extractor.
_CURRENT = "join lake.documents as d using (document_id, extractor_version) where d.status = 'extracted'"


def lake_suite() -> Suite:
    """The lake before dbt reads it."""
    documents = Batch(
        "documents",
        ("lake", "documents"),
        """select receipt_id, document_id, status, duplicate_of, submission_id,
                  (status in ('template_only', 'not_a_report', 'quarantined')
                   and (message_zh is null or message_en is null))::int as without_message,
                  ((status = 'duplicate') != (duplicate_of is not null))::int as wrong_duplicate
           from lake.documents""",
        ("receipt_id",),
        (
            unique("documents", "receipt_id"),
            matches("documents", "document_id", "^[0-9a-f]{64}$"),
            present("documents", "status"),
            one_of("documents", "status", STATUSES),
            zero(
                "documents_explained",
                "without_message",
                "未能采用的文件都有中英文说明",
                "every file that was set aside says why, in both languages",
            ),
            zero(
                "documents_duplicates_point_to_original",
                "wrong_duplicate",
                "重复文件都指向原件",
                "every duplicate points to its original",
            ),
        ),
    )
    return Suite(
        "lake_integrity",
        "数据湖完整性",
        "Integrity of the lake",
        is_gate=True,
        batches=(documents, _submissions(), _figures(), *(_rows(*names) for names in _ROW_TABLES)),
    )


_ROW_TABLES = (("indicators", "indicator_id"), ("statements", "statement_id"))


def _submissions() -> Batch:
    return Batch(
        "submissions",
        ("lake", "submissions"),
        "select submission_id, file_count from lake.submissions",
        ("submission_id",),
        (unique("submissions", "submission_id"),),
    )


def _figures() -> Batch:
    return Batch(
        "figures",
        ("lake", "figures"),
        f"""select f.figure_id, f.measure, f.stage,
                   (coalesce(trim(f.quote), '') = '')::int as without_quote,
                   (f.char_start < 0 or f.char_end <= f.char_start
                    or f.char_end > coalesce(d.characters, f.char_end))::int as outside_document
            from lake.figures as f {_CURRENT}""",  # noqa: S608 - constant text
        ("figure_id",),
        (
            unique("figures", "figure_id"),
            one_of("figures", "measure", MEASURES),
            one_of("figures", "stage", STAGES),
            zero("figures_have_quote", "without_quote", "每个数字都有原文", "every figure has its quote"),
            zero(
                "figures_have_place",
                "outside_document",
                "每个数字在文中都有位置",
                "every figure has its place in the document",
            ),
        ),
    )


def _rows(table: str, key: str) -> Batch:
    return Batch(
        table,
        ("lake", table),
        f"select r.{key} from lake.{table} as r {_CURRENT}",  # noqa: S608 - constant names
        (key,),
        (unique(table, key),),
    )


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
            _complete("fct_figures", f"select count(*) from lake.figures as f {_CURRENT}"),  # noqa: S608
            _complete("fct_statements", f"select count(*) from lake.statements as s {_CURRENT}"),  # noqa: S608
            _reports(),
            _warehouse_figures(),
            _verdicts(rules),
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
        """select figure_id, quote,
                  (report_id not in (select report_id from build.marts.dim_report))::int as without_report
           from build.marts.fct_figures""",
        ("figure_id",),
        (
            unique("fct_figures", "figure_id"),
            present("fct_figures", "quote"),
            zero(
                "fct_figures_have_report",
                "without_report",
                "每个数字都属于一份报告",
                "every figure belongs to a report",
            ),
        ),
    )


def _verdicts(rules: list[str]) -> Batch:
    return Batch(
        "fct_verdicts",
        ("marts", "fct_verdicts"),
        """select rule_id, report_id, instance, outcome, severity, message_zh, message_en,
                  (report_id not in (select report_id from build.marts.dim_report))::int as without_report
           from build.marts.fct_verdicts""",
        ("rule_id", "report_id", "instance"),
        (
            unique("fct_verdicts", "rule_id", "report_id", "instance"),
            present("fct_verdicts", "outcome"),
            one_of("fct_verdicts", "outcome", OUTCOMES),
            one_of("fct_verdicts", "severity", SEVERITIES),
            one_of("fct_verdicts", "rule_id", rules),
            present("fct_verdicts", "message_zh"),
            present("fct_verdicts", "message_en"),
            zero(
                "fct_verdicts_have_report",
                "without_report",
                "每个结论都属于一份报告",
                "every verdict belongs to a report",
            ),
        ),
    )


def _coverage(listed_rules: str) -> Batch:
    """A rule that was silently left out would look like a report without faults."""
    return Batch(
        "fct_verdicts_coverage",
        ("marts", "fct_verdicts"),
        f"""select r.report_id, rules.rule_id, (count(v.rule_id) = 0)::int as missing
            from build.marts.dim_report as r
            cross join (values {listed_rules}) as rules (rule_id)
            left join build.marts.fct_verdicts as v
              on v.report_id = r.report_id and v.rule_id = rules.rule_id
            group by all""",  # noqa: S608 - ids of the catalogue
        ("rule_id", "report_id"),
        (
            zero(
                "fct_verdicts_every_rule",
                "missing",
                "每份报告都有每条规则的结论",
                "every report has a verdict of every rule",
            ),
        ),
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
                         where outcome in ('contradiction', 'weakness'))) as rows_apart""",
        ("table_name",),
        (
            zero(
                "fct_findings_complete",
                "rows_apart",
                "每个需要复核的结论都成为一条问题",
                "every verdict that needs a reviewer is a finding",
            ),
        ),
    )
    return Suite(
        "findings_integrity", "问题清单完整性", "Integrity of the findings", True, (findings, complete)
    )

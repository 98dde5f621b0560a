"""The pages that are neither overview nor report: files received, rules, tables.

Belongs here: what these pages show. Does not belong here: their layout (templates).
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from orchestration.products.source import Published, Row
from orchestration.site.words import Two, word

#: Files named on the page; the ledger lists all.
_MOST_FILES = 2000
_FILES = """
select department_name, fiscal_year, relative_path, received_at, status, presence, message_zh, message_en
from marts.fct_documents
where (presence = 'here' or is_unresolved) and (status <> 'extracted' or message_zh is not null)
    or status = 'extracted' and report_id in (select report_id from marts.dim_report where is_withdrawn)
order by status = 'extracted', status, relative_path limit {most}
"""
_DUE = """
select department_name, region_code, fiscal_year, status, deadline, days_late, is_late, report_id, file_name, versions,
    findings_error, findings_warning, possible_files, withdrawn_files
from marts.mart_submission_status
where exists (from marts.mart_submission_status where is_expected) and (is_expected or status = 'withdrawn')
order by list_position(['late', 'not_sent', 'withdrawn', 'returned', 'received', 'clean'], status), department_name, fiscal_year, status_id
limit {most}
"""
_RULES = """
select r.rule_id, r.label_zh, r.label_en, r.category, r.severity, r.formula, r.meaning_zh, r.meaning_en,
    count(v.verdict_id) filter (v.outcome = 'pass') as passed,
    count(v.verdict_id) filter (v.outcome in ('contradiction', 'weakness')) as found,
    count(v.verdict_id) filter (v.outcome = 'not_run') as not_run,
    count(v.verdict_id) filter (v.outcome = 'not_applicable') as not_applicable
from marts.dim_rule as r
left join (select v.* from marts.fct_verdicts as v join marts.dim_report as p using (report_id) where p.is_current)
    as v using (rule_id)
where r.is_implemented group by all order by r.rule_id
"""
_COLUMNS = """
select t.table_name, t.comment as grain, t.estimated_size as number, c.column_name, c.data_type,
    c.comment as description
from duckdb_tables() as t join duckdb_columns() as c using (database_name, schema_name, table_name)
where t.schema_name = 'marts' order by t.table_name, c.column_index
"""


def files(published: Published) -> list[Row]:
    """Files that are no report or were read with a remark."""
    return [
        row | {"result": _result(row), "message": _explained(row)}
        for row in published.rows(_FILES.format(most=_MOST_FILES))
    ]


def _result(row: Row) -> Two:
    result, place = word(row["status"]), word(row["presence"])
    return (
        result
        if row["presence"] == "here"
        else Two(f"{result.zh}（{place.zh}）", f"{result.en} ({place.en})")
    )


def _explained(row: Row) -> Two:
    if row["status"] == "extracted" and row["presence"] == "removed":
        return Two(
            "文件已移出收件箱，报告视为撤下；如属误移，请放回。",
            "Its file was removed from the inbox: the report counts as withdrawn. Put it back if that was a mistake.",
        )
    return Two(row["message_zh"] or "", row["message_en"] or "")


def due(published: Published) -> list[Row]:
    """Who should send and what became of it, those to be asked first; nothing where no list says who should."""
    return [row | {"state": word(row["status"])} for row in published.rows(_DUE.format(most=_MOST_FILES))]


def rules(published: Published) -> list[dict[str, Any]]:
    """Every rule with how often it agreed, found something or lacked data."""
    return [
        row
        | {
            "label": Two(row["label_zh"], row["label_en"]),
            "meaning": Two(row["meaning_zh"] or "", row["meaning_en"] or ""),
            "kind": word(row["category"]),
        }
        for row in published.rows(_RULES)
    ]


def tables(published: Published) -> list[dict[str, Any]]:
    """The tables for users with their columns, as the database itself describes them."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in published.rows(_COLUMNS):
        found[row["table_name"]].append(row)
    return [
        {"name": name, "grain": columns[0]["grain"], "number": columns[0]["number"], "columns": columns}
        for name, columns in found.items()
    ]

"""What products read from the published warehouse.

Belongs here: all SQL of the products, rows as dictionaries, in a fixed order.
Does not belong here: words and layout. reads only ``marts``, ``meta`` and ``reference``, and in pieces, so that memory
does not grow with the number of reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import duckdb

Row = dict[str, Any]
_REPORTS_AT_ONCE = 200

# The order of a ledger: what is open first, gravest first, then by department.
_FINDINGS = """
select
    f.fingerprint, f.report_id, f.rule_id, f.outcome, f.severity, f.difference, f.base_unit, f.status,
    f.message_zh, f.message_en, f.quotes, f.locators, f.first_seen,
    p.department_name, p.region_name, p.fiscal_year, p.file_name, p.version, p.project_name,
    r.label_zh, r.label_en, r.category
from marts.fct_findings as f
join marts.dim_report as p using (report_id)
join marts.dim_rule as r using (rule_id)
{where}
order by f.status <> 'open', list_position(['error', 'warning', 'info'], f.severity),
    p.department_name nulls last, p.fiscal_year, p.report_key, p.version desc, f.rule_id, f.instance
"""

FINDINGS_OF_REPORTS = _FINDINGS.format(where="where f.report_id in (select unnest(?))")

FIGURES_OF_REPORTS = """
select
    f.report_id, f.figure_id, f.concept, c.label_zh, c.label_en, f.label, f.measure, f.stage, f.fiscal_year as figure_year,
    f.org_scope, f.fund_scope, f.function_code, f.economic_code, f.expenditure_scope, f.printed, f.value_base,
    f.base_unit, f.quote, f.source_kind, f.page, f.char_start, f.table_no, f.row_no, f.column_no,
    f.paragraph_no, f.paragraph_words,
    f.confidence, f.note_zh, f.note_en, f.approximate
from marts.fct_figures as f
left join marts.dim_concept as c using (concept)
where f.report_id in (select unnest(?))
order by f.report_id, f.char_start, f.figure_id
"""

_REPORTS = """
select report_id, report_key, department_id, department_name, region_name, fiscal_year, title, file_name,
    report_kind, form_family, version, is_current, received_at
from marts.dim_report
{where}
order by department_name nulls last, fiscal_year, report_key, version, report_id
"""


class Published:
    """One open connection to the published file."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        row = connection.execute("select build_id, created_at from meta.build").fetchone()
        if row is None:  # seal() always writes it
            raise ValueError("meta.build is empty")
        self.build_id: str = row[0]
        self.created: datetime = row[1]

    def rows(self, sql: str, *parameters: Any) -> list[Row]:
        """All rows of a query that is known to be small."""
        return list(self.stream(sql, *parameters))

    def stream(self, sql: str, *parameters: Any) -> Iterator[Row]:
        """Rows as they are asked for; each stream has a cursor of its own."""
        cursor = self._connection.cursor()
        cursor.execute(sql, list(parameters))
        names = [column[0] for column in cursor.description or []]
        while found := cursor.fetchmany(2000):
            for values in found:
                yield dict(zip(names, values, strict=True))

    def has(self, table: str) -> bool:
        """Whether this build has a mart."""
        sql = "select 1 as known from duckdb_tables() where schema_name = 'marts' and table_name = ?"
        return bool(self.rows(sql, table))

    def reports(self, where: str = "") -> list[Row]:
        """Reports in the order of departments."""
        return self.rows(_REPORTS.format(where=where))

    def findings(self, report_ids: Sequence[str] | None = None) -> Iterator[Row]:
        """Findings in the order of the ledger; locators as lists."""
        found = (
            self.stream(_FINDINGS.format(where=""))
            if report_ids is None
            else self.stream(FINDINGS_OF_REPORTS, list(report_ids))
        )
        for row in found:
            row["locators"] = json.loads(row["locators"] or "[]")
            yield row

    def figures(self, reports: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
        """Some reports with their figures, in the order of the text."""
        for start in range(0, len(reports), _REPORTS_AT_ONCE):
            chunk = reports[start : start + _REPORTS_AT_ONCE]
            found: dict[str, list[Row]] = {report["report_id"]: [] for report in chunk}
            for row in self.stream(FIGURES_OF_REPORTS, list(found)):
                found[row["report_id"]].append(row)
            yield from ((report, found[report["report_id"]]) for report in chunk)

"""What the site reads: the published warehouse, and the texts of reports that the lake keeps.

Belongs here: all SQL of the pages of reports, in pieces, so that memory does not grow with the number of reports.
Does not belong here: the overview's queries (overview), the list's (listing), layout.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from orchestration.lake.batches import batch_folders
from orchestration.products.reuse import digest, row_digests
from orchestration.products.source import Published, Row

AT_ONCE = 400  # reports read together

_FIGURES = """
select f.report_id, f.figure_id, f.concept, c.label_zh, c.label_en, f.label, f.measure, f.stage,
    f.fiscal_year as figure_year, f.org_scope, f.fund_scope, f.function_code, f.economic_code, f.expenditure_scope,
    f.printed, f.value_base, f.base_unit, f.quote, f.source_kind, f.page, f.char_start, f.char_end, f.table_no,
    f.row_no, f.column_no, f.paragraph_no, f.paragraph_words, f.confidence, f.note_zh, f.note_en, f.approximate, m.corrected_value_base, m.reason, m.author
from marts.fct_figures as f
left join marts.dim_concept as c using (concept)
left join marts.mart_corrections as m on f.correction_id = m.correction_id and f.figure_id = m.figure_id
where f.report_id in (select unnest(?))
order by f.report_id, f.char_start, f.figure_id
"""
_FINDINGS = """
select f.report_id, f.fingerprint, f.rule_id, f.outcome, f.severity, f.message_zh, f.message_en, f.quotes, f.locators,
    f.first_seen, f.status, f.accepted_reason, f.accepted_by, f.base_unit, f.figure_ids, v.expected, v.actual, v.difference, v.tolerance,
    r.label_zh, r.label_en, r.meaning_zh, r.meaning_en, r.category
from marts.fct_findings as f
join marts.fct_verdicts as v using (verdict_id)
join marts.dim_rule as r on f.rule_id = r.rule_id
where f.report_id in (select unnest(?))
order by f.report_id, f.status = 'accepted', list_position(['error', 'warning', 'info'], f.severity), f.rule_id, f.instance
"""
_VERDICTS = """
select v.report_id, v.rule_id, v.outcome, r.label_zh, r.label_en, count(*) as number,
    list_sort(list_distinct(flatten(list(v.missing)))) as missing
from marts.fct_verdicts as v join marts.dim_rule as r using (rule_id)
where v.report_id in (select unnest(?)) and v.outcome in ('pass', 'not_run')
group by all order by v.report_id, v.outcome, v.rule_id
"""
_RESCORED = """
select r.report_id, r.rescoring_id, r.level, r.item, r.ratio_pct, r.full_marks_points, r.stated_low_points, r.stated_high_points,
    r.recomputed_low_points, r.recomputed_high_points, r.gap_points, r.fits, r.inputs,
    b.label_zh as rubric_zh, b.label_en as rubric_en
from marts.mart_rescoring as r left join reference.rubrics as b using (rubric_id)
where r.report_id in (select unnest(?)) order by r.report_id, r.level desc, r.rescoring_id
"""
_CHANGES = """
select to_report_id as report_id, change_id, from_report_id, from_version, rule_id, state, severity, message_zh, message_en, fingerprint
from marts.mart_version_findings
where to_report_id in (select unnest(?)) and to_version = from_version + 1
order by report_id, list_position(['resolved', 'new', 'still_open', 'not_checked'], state), rule_id, change_id
"""
_RATIOS = """
select report_id, ratio, value_pct, median_pct, departments, robust_z, department_type, region_level
from marts.mart_peer_distance where report_id in (select unnest(?)) order by report_id, ratio
"""
_TABLES = {
    "figures": _FIGURES, "findings": _FINDINGS, "verdicts": _VERDICTS, "rescored": _RESCORED, "changes": _CHANGES, "ratios": _RATIOS,
}  # fmt: skip
_TEXTS = """
select document_id, any_value(text) as text, any_value(blocks) as blocks
from read_parquet(?) where document_id in (select unnest(?)) and extractor_version = ? group by document_id
"""
_TEXT_DIGESTS = """
select document_id, count(*) || ' ' || sum(hash(text, blocks)::hugeint)
from read_parquet(?) where document_id in (select unnest(?)) and extractor_version = ? group by document_id
"""
#: With the rows of all versions of a report, for its page names them.
_REPORTS = """
select * from marts.dim_report
where report_key in (select report_key from marts.dim_report where report_id in (select unnest(?)))
order by department_name nulls last, fiscal_year, report_key, version, report_id
"""
_ORDER = "select report_id from marts.dim_report order by department_name nulls last, fiscal_year, report_key, version, report_id"


@dataclass
class ReportRows:
    """One report with its rows; no text where the lake has none of this extractor's version."""

    report: Row
    versions: list[Row]
    text: str | None = None
    blocks: str = "[]"
    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))


class Texts:
    """The texts that the lake keeps."""

    def __init__(self, lake: Path, extractor_version: str) -> None:
        files = [folder / "texts.parquet" for folder in batch_folders(lake)]
        # Batches written by earlier versions of jihe have none.
        self._files = [str(file) for file in files if file.is_file()]
        self._version = extractor_version

    def of(self, document_ids: list[str]) -> dict[str, tuple[str, str]]:
        """Text and blocks by document."""
        return {row[0]: (row[1], row[2]) for row in self._rows(_TEXTS, document_ids)}

    def digests(self, document_ids: list[str]) -> dict[str, str]:
        """A digest of text and blocks by document; none for those that the lake does not have."""
        return dict(self._rows(_TEXT_DIGESTS, document_ids))

    def _rows(self, sql: str, document_ids: list[str]) -> list[Any]:
        if not self._files:
            return []
        with duckdb.connect() as connection:
            return connection.execute(sql, [self._files, document_ids, self._version]).fetchall()


def report_ids(published: Published) -> list[str]:
    """Every version of every report, in the order in which their pages are made."""
    return [row["report_id"] for row in published.rows(_ORDER)]


def page_digests(published: Published, texts: Texts, ids: list[str]) -> dict[str, str]:
    """Everything of the warehouse and the lake that goes into the pages of some reports, as a digest of each."""
    of_rows = row_digests(published, _TABLES.values(), ids)
    versions = _versions(published, ids)
    documents = {report["report_id"]: report["document_id"] for rows in versions.values() for report in rows}
    of_texts = texts.digests([documents[report_id] for report_id in ids])
    of_versions = {
        report["report_id"]: digest(*(sorted(row.items()) for row in rows))
        for rows in versions.values()
        for report in rows
    }
    return {
        report_id: digest(of_rows.get(report_id), of_versions[report_id], of_texts.get(documents[report_id]))
        for report_id in ids
    }


def report_rows(published: Published, texts: Texts, ids: list[str]) -> Iterator[ReportRows]:
    """The rows of some reports, in the order given."""
    for first in range(0, len(ids), AT_ONCE):
        wanted = ids[first : first + AT_ONCE]
        of_report = {
            report["report_id"]: ReportRows(report, rows)
            for rows in _versions(published, wanted).values()
            for report in rows
        }
        chunk = [of_report[report_id] for report_id in wanted]
        _fill(chunk, published, texts)
        yield from chunk


def _versions(published: Published, ids: list[str]) -> dict[str, list[Row]]:
    """All versions of some reports, oldest first, by the key that they share."""
    versions: dict[str, list[Row]] = defaultdict(list)
    for report in published.stream(_REPORTS, ids):
        versions[report["report_key"]].append(report)
    return versions


def _fill(chunk: list[ReportRows], published: Published, texts: Texts) -> None:
    of_report = {rows.report["report_id"]: rows for rows in chunk}
    for name, sql in _TABLES.items():
        for row in published.stream(sql, list(of_report)):
            if name == "findings":
                row["locators"] = json.loads(row["locators"] or "[]")
            of_report[row["report_id"]].tables[name].append(row)
    found = texts.of([rows.report["document_id"] for rows in chunk])
    for rows in chunk:
        rows.text, rows.blocks = found.get(rows.report["document_id"], (None, "[]"))


def extractor_version(published: Published) -> str:
    """The version of the extractor that read what is published."""
    return str(published.rows("select extractor_version from meta.build")[0]["extractor_version"])

"""Departments and what the warehouse says of each: the unit in which letters and score-check tables are made.

Belongs here: grouping current reports by department and year, reading their rows in pieces, names of files.
Does not belong here: sentences (letters, score_check).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orchestration.products.reuse import digest, row_digests
from orchestration.products.source import FINDINGS_OF_REPORTS, Published, Row

AT_ONCE = 200  # groups read together
_BAD_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]+')
_NAME_LENGTH = 60  # characters of three bytes each stay below the 255 bytes of a file name

_SPENDING = """
select report_id, concept, coalesce(stage, '') as stage, fiscal_year, lowest_yuan, highest_yuan, value_yuan
from marts.fct_spending
where report_id in (select unnest(?)) and org_scope = 'department' and fund_scope is null and function_code is null
    and economic_code is null and expenditure_scope is null
order by all
"""
_VERDICTS = """
select report_id, outcome, count(*) as number from marts.fct_verdicts
where report_id in (select unnest(?)) group by all order by all
"""
_SCORES = """
select report_id, score_kind, level, full_marks_points, stated_points, recomputed_points, grade, band
from marts.fct_scores where report_id in (select unnest(?)) order by report_id, score_kind, level
"""
_RESCORED = """
select r.*, b.label_zh as rubric_zh, b.label_en as rubric_en
from marts.mart_rescoring as r left join reference.rubrics as b using (rubric_id)
where r.report_id in (select unnest(?)) order by r.rescoring_id
"""
_INDICATORS = """
select * from marts.fct_indicators where report_id in (select unnest(?))
order by report_id, score_table, char_start, indicator_id
"""
_TABLES = {
    "spending": _SPENDING, "verdicts": _VERDICTS, "scores": _SCORES, "rescored": _RESCORED, "indicators": _INDICATORS,
}  # fmt: skip


@dataclass
class Group:
    """One department in one year, with the rows of all its current reports."""

    file_stem: str  # for names of files; different for every group
    department_name: str | None
    fiscal_year: int | None
    reports: list[Row]
    findings: list[Row] = field(default_factory=list)
    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in _TABLES})


def groups(published: Published) -> Iterator[Group]:
    """Every department and year in order, with all rows."""
    yield from filled(published, planned(published))


def filled(published: Published, wanted: Sequence[Group]) -> Iterator[Group]:
    """Some of those planned with their rows; read in pieces so that memory does not grow with their number."""
    for first in range(0, len(wanted), AT_ONCE):
        chunk = wanted[first : first + AT_ONCE]
        of_report = {report["report_id"]: group for group in chunk for report in group.reports}
        ids = list(of_report)
        for row in published.findings(ids):
            of_report[row["report_id"]].findings.append(row)
        for name, sql in _TABLES.items():
            for row in published.stream(sql, ids):
                of_report[row["report_id"]].tables[name].append(row)
        yield from chunk


def digests(published: Published, wanted: Sequence[Group]) -> list[str]:
    """Everything of the warehouse that goes into the papers of each group, as a digest."""
    ids = [report["report_id"] for group in wanted for report in group.reports]
    of_rows = row_digests(published, [FINDINGS_OF_REPORTS, *_TABLES.values()], ids)
    return [
        digest(
            group.file_stem,
            *(
                part
                for report in group.reports
                for part in (sorted(report.items()), of_rows.get(report["report_id"]))
            ),
        )
        for group in wanted
    ]


def planned(published: Published) -> list[Group]:
    """Every department and year in order, without their rows; a report without department stands alone."""
    together: dict[tuple[str, int | None], list[Row]] = defaultdict(list)
    for report in published.reports("where is_current"):
        key = report["department_id"] or report["report_id"]
        together[key, report["fiscal_year"]].append(report)
    stems = [_stem(reports[0]) for reports in together.values()]
    often = Counter(stem.casefold() for stem in stems)
    return [
        Group(
            file_stem=stem if often[stem.casefold()] == 1 else f"{stem}_{key[:8]}",
            department_name=reports[0]["department_name"],
            fiscal_year=year,
            reports=reports,
        )
        for ((key, year), reports), stem in zip(together.items(), stems, strict=True)
    ]


def _stem(report: Row) -> str:
    """A name that every file system takes; it begins with no dot and ends with none."""
    name = report["department_name"] or report["file_name"].rsplit(".", 1)[0]
    year = f"_{report['fiscal_year']}" if report["fiscal_year"] else ""
    return (_BAD_IN_NAMES.sub("_", name).strip(" .")[:_NAME_LENGTH] or "report") + year

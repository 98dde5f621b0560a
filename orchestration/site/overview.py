"""What the first page counts: who has sent, what was found.

Belongs here: these counts and which chart shows them. Does not belong here: geometry (charts), spending and scores
(amounts), comparison of departments (peers). Only open findings of current reports are counted.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from orchestration.products.source import Published, Row
from orchestration.products.words import SEVERITIES
from orchestration.site import charts
from orchestration.site.amounts import named
from orchestration.site.charts import Chart, Line
from orchestration.site.words import Two, severity, word

_TOP = 15  # rows of one chart; more cannot be read

_COUNTS = """
    count(*) filter (f.severity = 'error') as error, count(*) filter (f.severity = 'warning') as warning,
    count(*) filter (f.severity = 'info') as info, count(*) as total
from marts.fct_findings as f join marts.dim_rule as r using (rule_id) join marts.dim_report as p using (report_id)
where f.status = 'open' group by all
"""
_BY_CATEGORY = "select r.category as name," + _COUNTS + " order by total desc, name"
_BY_RULE = (
    "select f.rule_id as name, r.label_zh, r.label_en,"
    + _COUNTS
    + f" order by total desc, error desc, name limit {_TOP}"
)
_BY_REPORT = (
    "select p.report_id, coalesce(p.department_name, p.file_name) as name, p.fiscal_year,"
    + _COUNTS
    + f" order by error desc, warning desc, info desc, name, fiscal_year, report_id limit {_TOP}"
)
_FACTS = """
select (select count(*) from marts.fct_documents) as files,
    (select count(*) from marts.dim_report where is_current) as reports,
    (select count(distinct department_id) from marts.dim_report) as departments,
    (select count(*) from marts.fct_figures) as figures,
    (select count(*) from marts.fct_verdicts where outcome in ('pass', 'contradiction', 'weakness')) as checked,
    (select count(*) from marts.fct_verdicts where outcome = 'not_run') as not_run,
    (select count(distinct report_id) from marts.fct_findings where status = 'open' and severity = 'error') as with_errors
"""
_STATUS = (
    "select case when presence = 'here' or is_unresolved then status else 'gone' end as status, count(*) as number"
    " from marts.fct_documents group by 1 order by number desc, status"
)
_DUE = """
select status, count(*) as number from marts.mart_submission_status where is_expected group by status
order by list_position(['late', 'not_sent', 'withdrawn', 'returned', 'received', 'clean'], status)
"""


def facts(published: Published) -> list[tuple[Two, Any, str | None]]:
    """The numbers at the top of the page, with where each leads."""
    (row,) = published.rows(_FACTS)
    return [
        (Two("收到文件", "files received"), row["files"], "submissions.html"),
        (Two("部门", "departments"), row["departments"], "reports.html"),
        (Two("现行报告", "current reports"), row["reports"], "reports.html"),
        (Two("读出数字", "figures read"), row["figures"], None),
        (Two("核对事项", "checks made"), row["checked"], "rules.html"),
        (Two("缺数据未核", "not checked for lack of data"), row["not_run"], "rules.html"),
        (Two("有错误的报告", "reports with errors"), row["with_errors"], "reports.html#severity=error"),
    ]


def submissions(published: Published) -> list[Chart]:
    """Who has sent, where a list says who should, and what became of the files."""
    due = published.rows(_DUE)
    files = _files(published)
    if not due:
        return [files]
    most = sum(row["number"] for row in due)
    lines = [
        Line(
            word(row["status"]),
            [row["number"]],
            charts.stacked([(row["status"], row["number"])], most),
            "submissions.html",
        )
        for row in due
    ]
    return [
        Chart("due", "stacked", Two("应报部门", "Reports that are due"), [Two("份", "reports")], lines),
        files,
    ]


def _files(published: Published) -> Chart:
    rows = published.rows(_STATUS)
    most = sum(row["number"] for row in rows)
    lines = [
        Line(
            word(row["status"]), [row["number"]], charts.stacked([(_status_style(row), row["number"])], most)
        )
        for row in rows
    ]
    return Chart("files", "stacked", Two("报送与读取", "Files received"), [Two("文件", "files")], lines)


def _status_style(row: Row) -> str:
    return {"extracted": "good", "quarantined": "error"}.get(row["status"], "other")


def findings(published: Published) -> list[Chart]:
    """Findings by severity, kind, rule and report."""
    legend = [(code, severity(code)) for code in SEVERITIES]
    headings = [Two("合计", "total")]
    by_category = published.rows(_BY_CATEGORY)
    totals = {code: sum(row[code] for row in by_category) for code in SEVERITIES}
    most = max(totals.values(), default=0)
    return [
        Chart("severity", "stacked", Two("问题：按严重程度", "Findings by severity"), headings, [
            Line(severity(code), [totals[code]], charts.stacked([(code, totals[code])], most),
                 f"reports.html#severity={code}")
            for code in SEVERITIES
        ]),
        Chart("category", "stacked", Two("问题：按类型", "Findings by kind"), headings,
              [_counted(row, by_category, word(row["name"]), f"reports.html#kind={row['name']}") for row in by_category],
              legend),
        _top(published, "rule", _BY_RULE, Two("问题：最常见的规则", "Findings: most frequent rules"), legend),
        _top(published, "department", _BY_REPORT, Two("问题：按部门（最多的）", "Findings by department (most)"), legend),
    ]  # fmt: skip


def _top(published: Published, name: str, sql: str, title: Two, legend: list[tuple[str, Two]]) -> Chart:
    rows = published.rows(sql)
    lines = []
    for row in rows:
        if name == "rule":
            label: Any = Two(f"{row['name']} {row['label_zh']}", f"{row['name']} {row['label_en']}")
            href = f"reports.html#q={quote(row['name'])}"
        else:
            label, href = named(row), f"reports/{row['report_id']}.html"
        lines.append(_counted(row, rows, label, href))
    return Chart(name, "stacked", title, [Two("合计", "total")], lines, legend)


def _counted(row: Row, rows: list[Row], label: Any, href: str) -> Line:
    most = max(other["total"] for other in rows)
    return Line(label, [row["total"]], charts.stacked([(code, row[code]) for code in SEVERITIES], most), href)

"""What the first page shows: who has sent, what was found, spending and scores.

Belongs here: the overview's queries and which chart shows them. Does not belong here: geometry (charts), comparison of
departments (peers). Only open findings of current reports are counted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import quote

from orchestration.products.source import Published, Row
from orchestration.products.words import SEVERITIES, WAN, trimmed
from orchestration.site import charts
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
    "select status, count(*) as number from marts.fct_documents group by all order by number desc, status"
)
_DUE = """
select status, count(*) as number from marts.mart_submission_status where is_expected group by status
order by list_position(['late', 'not_sent', 'returned', 'received', 'clean'], status)
"""
_SPENDING = """
select p.report_id, p.department_name as name, p.fiscal_year,
    coalesce(max(s.value_yuan) filter (s.stage = 'adjusted_budget'), max(s.value_yuan) filter (s.stage = 'initial_budget'))
        as budget,
    max(s.value_yuan) filter (s.stage = 'final_account') as final
from marts.fct_spending as s join marts.dim_report as p using (report_id)
where p.is_current and p.department_name is not null and s.concept = 'total_expenditure' and s.org_scope = 'department'
    and s.fiscal_year = p.fiscal_year and s.fund_scope is null and s.function_code is null and s.economic_code is null
    and s.expenditure_scope is null
group by all having budget > 0 and final is not null
order by final desc, name, fiscal_year, report_id limit {top}
"""
_SCORES = """
select p.report_id, coalesce(p.department_name, p.file_name) as name, p.fiscal_year, r.stated_high_points as stated,
    r.recomputed_high_points as supported
from marts.mart_rescoring as r join marts.dim_report as p using (report_id)
where r.level = 'report' and p.is_current and r.stated_high_points is not null and r.recomputed_high_points is not null
order by r.gap_points desc, r.stated_high_points desc, name, fiscal_year, report_id limit {top}
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


def spending(published: Published) -> Chart:
    """Budget against final account of the largest departments."""
    rows = published.rows(_SPENDING.format(top=_TOP))
    most = max((max(row["budget"], row["final"]) for row in rows), default=Decimal(1))
    lines = [
        Line(
            named(row), [wan(row["budget"]), wan(row["final"]), f"{row['final'] / row['budget'] * 100:.1f}%"],
            charts.paired([("budget", row["budget"]), ("final", row["final"])], most),
            f"reports/{row['report_id']}.html",
        )
        for row in rows
    ]  # fmt: skip
    names = {"budget": Two("预算", "budget"), "final": Two("决算", "final account")}
    return Chart(
        "spending", "paired", Two("支出：预算与决算（万元）", "Budget and final account (10,000 yuan)"),
        [*names.values(), Two("完成率", "rate")], lines, list(names.items()),
        Two("预算取全年预算，没有时取年初预算。", "The adjusted budget, or the initial one where none is stated."),
    )  # fmt: skip


def scores(published: Published) -> Chart:
    """Score stated against the most that the report's own figures support."""
    rows = published.rows(_SCORES.format(top=_TOP))
    low = min((float(min(row["stated"], row["supported"])) for row in rows), default=0.0)
    low = max(0.0, low - max(2.0, (100 - low) * 0.1)) // 5 * 5
    lines = [
        Line(
            named(row), [trimmed(row["stated"]), trimmed(row["supported"])],
            charts.between(("stated", row["stated"]), ("supported", row["supported"]), low, 100),
            f"reports/{row['report_id']}.html",
        )
        for row in rows
    ]  # fmt: skip
    names = {"stated": Two("自评得分", "stated"), "supported": Two("数字最多支持", "supported")}
    return Chart(
        "scores", "range", Two("得分：自评与数字支持", "Scores: stated and supported by the figures"),
        list(names.values()), lines, list(names.items()),
        Two("数字不能判定的指标按满分计，所以右端是上限。",
            "Items that no figure decides count in full, so the supported score is an upper bound."),
        f"{low:g}", "100",
    )  # fmt: skip


def named(row: Row) -> str:
    """A department with its year."""
    return f"{row['name']}（{row['fiscal_year']}）" if row["fiscal_year"] else str(row["name"])


def wan(yuan: Decimal) -> str:
    """Yuan as 万元 with two decimals and thousands apart."""
    return f"{yuan / WAN:,.2f}"

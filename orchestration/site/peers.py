"""Departments beside each other and beside their year before.

Belongs here: the ratios of the scorecards as ranges, and yearly change. Does not belong here: geometry (charts),
counts (overview).
"""

from __future__ import annotations

from typing import Any

from orchestration.products.source import Published, Row
from orchestration.site import charts
from orchestration.site.amounts import named, wan
from orchestration.site.charts import Chart, Line, Part
from orchestration.site.words import Two

_FEWEST = 3  # departments; a range of two says nothing
_DOTS = 60  # dots of one row; beyond that only those far out are drawn
_TOP = 15

#: Robust standard deviations from the median, as mart_peer_benchmark counts them.
FAR_OUT = 3.5
RATIOS: dict[str, Two] = {
    "budget_completion_rate_pct": Two("预算完成率", "budget completion rate"),
    "basic_share_pct": Two("基本支出占比", "basic expenditure share"),
    "project_share_pct": Two("项目支出占比", "project expenditure share"),
    "key_expenditure_rate_pct": Two("重点支出安排率", "key expenditure rate"),
    "public_expenditure_control_rate_pct": Two("公用经费控制率", "public expenditure control rate"),
    "three_public_control_rate_pct": Two("“三公”经费控制率", "three public expenses control rate"),
    "carryover_rate_pct": Two("结转结余率", "carryover rate"),
    "procurement_execution_rate_pct": Two("政府采购执行率", "procurement execution rate"),
    "fixed_asset_utilisation_rate_pct": Two("固定资产利用率", "fixed asset utilisation rate"),
    "staff_control_rate_pct": Two("在职人员控制率", "staff control rate"),
}
_SCORECARDS = """
select report_id, coalesce(department_name, '') as name, fiscal_year, {columns}
from marts.mart_department_scorecard order by name, fiscal_year, report_id
"""
_YEARLY = """
select p.report_id, y.department_name as name, y.fiscal_year, y.before_yuan as before, y.now_yuan as now, y.change_pct
from marts.mart_yearly_change as y
join (select department_id, fiscal_year, min(report_id) as report_id from marts.dim_report where is_current group by all) as p
    using (department_id, fiscal_year)
where y.concept = 'total_expenditure' and y.before_yuan > 0
order by abs(y.change_pct) desc, name, fiscal_year, report_id limit {top}
"""


def ratios(published: Published) -> Chart:
    """Each ratio over all departments: the middle half, the median, and who is far out."""
    rows = published.rows(_SCORECARDS.format(columns=", ".join(RATIOS)))
    lines = [
        line for name, label in RATIOS.items() if (line := _strip(label, [row for row in rows if row[name] is not None], name))
    ]  # fmt: skip
    return Chart(
        "peers", "strip", Two("部门之间比较（%）", "Departments compared (%)"),
        [Two("部门数", "departments"), Two("下四分位", "lower quartile"), Two("中位数", "median"),
         Two("上四分位", "upper quartile")],
        lines, [("box", Two("中间一半", "middle half")), ("median", Two("中位数", "median")),
                ("dot", Two("部门", "department")), ("far", Two("偏离较大", "far out"))],
        Two("全部部门和年度一起，有三个以上部门时才比较；与同类部门的比较见各报告。",
            "All departments and years together, where three or more state the ratio; peers of one kind are on each report."),
    )  # fmt: skip


def _strip(label: Two, rows: list[Row], name: str) -> Line | None:
    if len(rows) < _FEWEST:
        return None
    ordered = sorted(row[name] for row in rows)
    lower, median, upper = (charts.quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    reach = 1.5 * (upper - lower)
    low, high = max(float(ordered[0]), lower - 2 * reach), min(float(ordered[-1]), upper + 2 * reach)
    room = (high - low) * 0.04 or 1.0
    low, high = low - room, high + room
    start, end = charts.percent(lower, low, high), charts.percent(upper, low, high)
    parts: list[Any] = [
        Part(start, f"{float(end) - float(start):.2f}", "box"),
        Part(charts.percent(median, low, high), "0.00", "median"),
    ]
    dots = [(row, not lower - reach <= float(row[name]) <= upper + reach) for row in rows]
    if len(rows) > _DOTS:
        farthest = sorted((dot for dot in dots if dot[1]), key=lambda dot: -abs(float(dot[0][name]) - median))
        dots = farthest[:_DOTS]
    line = Line(label, [len(rows), *(f"{value:.1f}" for value in (lower, median, upper))], parts)
    line.note = [
        (charts.percent(row[name], low, high), "far" if is_far else "dot", f"reports/{row['report_id']}.html",
         f"{named(row)} {row[name]:.1f}%")
        for row, is_far in dots
    ]  # fmt: skip
    return line


def yearly(published: Published) -> Chart:
    """Final expenditure beside that of the year before, largest changes first."""
    rows = published.rows(_YEARLY.format(top=_TOP))
    most = max((max(row["before"], row["now"]) for row in rows), default=1)
    lines = [
        Line(
            named(row), [wan(row["before"]), wan(row["now"]), f"{row['change_pct']:+.1f}%"],
            charts.paired([("budget", row["before"]), ("final", row["now"])], most),
            f"reports/{row['report_id']}.html",
        )
        for row in rows
    ]  # fmt: skip
    return Chart(
        "yearly", "paired", Two("决算支出：上年与本年（万元）", "Final expenditure: year before and year (10,000 yuan)"),
        [Two("上年", "year before"), Two("本年", "year"), Two("变化", "change")], lines,
        [("budget", Two("上年", "year before")), ("final", Two("本年", "year"))],
        Two("上年数取自本报告所述，或该部门上年的报告。",
            "Last year's as this report states it, or as the department's report of last year does."),
    )  # fmt: skip

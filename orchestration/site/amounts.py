"""Spending and scores of the overview: what was planned and spent, what was claimed and is supported.

Belongs here: the queries and charts of amounts and points. Does not belong here: counts (overview), comparison of
departments (peers), geometry (charts).
"""

from __future__ import annotations

from decimal import Decimal

from orchestration.products.source import Published, Row
from orchestration.products.words import WAN, trimmed
from orchestration.site import charts
from orchestration.site.charts import Chart, Line
from orchestration.site.words import Two

_TOP = 15  # rows of one chart; more cannot be read

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

"""The summary sheet of the ledger: counts, spending and scores, each as a small table and a native chart.

Belongs here: what is counted and how it is drawn. Does not belong here: the rows behind it (ledger,
ledger_lists). Only open findings are counted; those of replaced versions are named in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from orchestration.products.source import Published
from orchestration.products.words import SEVERITIES, day, pick, severity, wan_yuan, word
from orchestration.publishing.workbook import Book

_TOP = 20  # departments in one chart; more cannot be read
_COLOUR = {"error": "#C55A11", "warning": "#FFC000", "info": "#5B9BD5"}
_BLUE, _GREY = "#2F5597", "#A5A5A5"
_CHART_COLUMN = 6
_PIXELS = 20  # height of a row

_COUNTS = """
    count(*) filter (f.severity = 'error') as error, count(*) filter (f.severity = 'warning') as warning,
    count(*) filter (f.severity = 'info') as info, count(*) as total
from marts.fct_findings as f {join} where f.status = 'open'
"""
_BY_CATEGORY = "select r.category as name," + _COUNTS.format(join="join marts.dim_rule as r using (rule_id)")
_BY_DEPARTMENT = "select coalesce(p.department_name, p.file_name) as name," + _COUNTS.format(
    join="join marts.dim_report as p using (report_id)"
)
_SPENDING = """
select p.department_name as name, p.fiscal_year,
    coalesce(max(s.value_yuan) filter (s.stage = 'adjusted_budget'), max(s.value_yuan) filter (s.stage = 'initial_budget')) as budget,
    max(s.value_yuan) filter (s.stage = 'final_account') as final
from marts.fct_spending as s join marts.dim_report as p using (report_id)
where p.is_current and p.department_name is not null and s.concept = 'total_expenditure' and s.org_scope = 'department'
    and s.fiscal_year = p.fiscal_year and s.fund_scope is null and s.function_code is null and s.economic_code is null
    and s.expenditure_scope is null
group by all having budget is not null and final is not null
order by final desc, name, fiscal_year limit {top}
"""
_SCORES = """
select coalesce(p.department_name, p.file_name) as name, p.fiscal_year, r.stated_high_points as stated,
    r.recomputed_high_points as supported
from marts.mart_rescoring as r join marts.dim_report as p using (report_id)
where r.level = 'report' and p.is_current and r.stated_high_points is not null and r.recomputed_high_points is not null
order by r.gap_points desc, r.stated_high_points desc, name, fiscal_year limit {top}
"""
_FACTS = """
select (select count(*) from marts.fct_documents) as files, (select count(*) from marts.dim_report where is_current) as reports,
    (select count(*) from marts.fct_figures) as figures, (select count(*) from marts.fct_verdicts) as verdicts,
    (select count(*) from marts.fct_verdicts where outcome = 'not_run') as not_run,
    (select count(*) from marts.fct_findings where status = 'open') as open,
    (select count(*) from marts.fct_findings where status <> 'open') as superseded
"""


@dataclass(frozen=True)
class Block:
    """A table of the sheet and the chart drawn from it; no chart without rows."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]
    colours: Sequence[str]
    kind: str = "column"
    subtype: str | None = None
    series: Sequence[int] = (1,)


def write(book: Book, published: Published, lang: str) -> None:
    """Write the sheet."""
    name = pick(lang, "汇总", "Summary")
    sheet = book.sheet(name)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, _CHART_COLUMN - 1, 11)
    blocks = [*_findings(published, lang), _spending(published, lang), _scores(published, lang)]
    row = _overview(book, sheet, published, lang)
    for block in blocks:
        end = _table(book, sheet, row, block)
        if block.rows:
            _chart(book, sheet, name, row, block)
            end = max(end, row + _height(block) // _PIXELS)
        row = end + 2
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _overview(book: Book, sheet: Worksheet, published: Published, lang: str) -> int:
    (facts,) = published.rows(_FACTS)
    sheet.set_row(0, 26)
    book.write(sheet, 0, 0, pick(lang, "汇总", "Summary"), bold=True, font_size=16)
    lines = (
        (pick(lang, "数据日期", "Date of the data"), day(published.created, lang)),
        (pick(lang, "数据版本", "Build"), published.build_id),
        (pick(lang, "收到文件（个）", "Files received"), facts["files"]),
        (pick(lang, "现行报告（份）", "Current reports"), facts["reports"]),
        (pick(lang, "读出数字（个）", "Figures read"), facts["figures"]),
        (pick(lang, "核对结论（个）", "Verdicts"), facts["verdicts"]),
        (pick(lang, "其中缺数据未能核对", "of them not checked for lack of data"), facts["not_run"]),
        (pick(lang, "待处理问题（个）", "Open problems"), facts["open"]),
        (pick(lang, "已被新版本取代的问题", "Problems of replaced versions"), facts["superseded"]),
    )
    for row, (label, value) in enumerate(lines, start=1):
        book.write(sheet, row, 0, label, border=1, bg_color="#F2F2F2")
        book.write(sheet, row, 1, value, align="left")
    return len(lines) + 3


def _findings(published: Published, lang: str) -> list[Block]:
    labels = [severity(code, lang) for code in SEVERITIES]
    every = published.rows("select 'all' as name," + _COUNTS.format(join=""))[0]
    categories = published.rows(_BY_CATEGORY + " group by all order by total desc, name")
    departments = published.rows(
        _BY_DEPARTMENT + f" group by all order by error desc, warning desc, info desc, name limit {_TOP}"
    )
    by_severity = (
        [(label, every[code]) for code, label in zip(SEVERITIES, labels, strict=True)]
        if every["total"]
        else []
    )
    total = pick(lang, "合计", "total")
    stacked: dict[str, Any] = {
        "colours": [_COLOUR[code] for code in SEVERITIES],
        "kind": "bar", "subtype": "stacked", "series": (1, 2, 3),
    }  # fmt: skip
    return [
        Block(
            pick(lang, "问题：按严重程度", "Problems by severity"),
            [pick(lang, "严重程度", "Severity"), pick(lang, "个数", "Number")],
            by_severity, [_COLOUR[code] for code in SEVERITIES],
        ),
        Block(
            pick(lang, "问题：按类型", "Problems by kind"),
            [pick(lang, "类型", "Kind"), *labels, total],
            [(word(row["name"], lang), *(row[code] for code in (*SEVERITIES, "total"))) for row in categories], **stacked,
        ),
        Block(
            pick(lang, f"问题：按部门（最多的 {_TOP} 个）", f"Problems by department (first {_TOP})"),
            [pick(lang, "部门", "Department"), *labels, total],
            [tuple(row[code] for code in ("name", *SEVERITIES, "total")) for row in departments], **stacked,
        ),
    ]  # fmt: skip


def _spending(published: Published, lang: str) -> Block:
    rows = [
        (_named(row, lang), wan_yuan(row["budget"]), wan_yuan(row["final"]))
        for row in published.rows(_SPENDING.format(top=_TOP))
    ]
    return Block(
        pick(lang, f"支出：预算与决算（万元，支出最多的 {_TOP} 个）", f"Budget and final account (10,000 yuan, largest {_TOP})"),
        [pick(lang, "部门", "Department"), pick(lang, "预算", "Budget"), pick(lang, "决算", "Final account")],
        rows, [_GREY, _BLUE], "bar", None, (1, 2),
    )  # fmt: skip


def _scores(published: Published, lang: str) -> Block:
    rows = [
        (_named(row, lang), row["stated"], row["supported"])
        for row in published.rows(_SCORES.format(top=_TOP))
    ]
    return Block(
        pick(lang, f"得分：自评与报告数字支持的最高分（差距最大的 {_TOP} 个）",
             f"Score stated and most that the figures support (largest {_TOP} gaps)"),
        [pick(lang, "部门", "Department"), pick(lang, "自评得分", "Stated"), pick(lang, "支持的最高分", "Supported")],
        rows, [_BLUE, _GREY], "bar", None, (1, 2),
    )  # fmt: skip


def _named(row: dict[str, Any], lang: str) -> str:
    year = row["fiscal_year"]
    return str(row["name"]) + (pick(lang, f"（{year}年）", f" ({year})") if year else "")


def _table(book: Book, sheet: Worksheet, row: int, block: Block) -> int:
    """Title, headings and rows; the row after the last."""
    book.write(sheet, row, 0, block.title, bold=True, font_size=12)
    book.headings(sheet, row + 1, block.headings, bold=True, bg_color="#D9E1F2", border=1)
    for number, values in enumerate(block.rows, start=row + 2):
        for column, value in enumerate(values):
            style = {"num_format": "0.00"} if isinstance(value, Decimal) else {}
            book.write(sheet, number, column, value, border=1, **style)
    if not block.rows:
        book.write(sheet, row + 2, 0, "—")
    return row + 2 + max(len(block.rows), 1)


def _chart(book: Book, sheet: Worksheet, name: str, row: int, block: Block) -> None:
    """The chart beside its table. Its values are stored with it, for viewers that do not calculate."""
    first, last = row + 2, row + 1 + len(block.rows)
    chart = book.workbook.add_chart({"type": block.kind, "subtype": block.subtype})
    for number, column in enumerate(block.series):
        series: dict[str, Any] = {
            "name": [name, row + 1, column],
            "name_data": [str(block.headings[column])],
            "categories": [name, first, 0, last, 0],
            "categories_data": [str(values[0]) for values in block.rows],
            "values": [name, first, column, last, column],
            "values_data": [values[column] for values in block.rows],
            "fill": {"color": block.colours[number]},
            "data_labels": {"value": True, "font": {"size": 8}} if block.subtype is None else {},
            "gap": 60,
        }
        if len(block.series) == 1:
            series["points"] = [{"fill": {"color": colour}} for colour in block.colours]
        chart.add_series(series)
    chart.set_title({"name": block.title, "name_font": {"size": 12}, "overlay": False})
    legend: dict[str, Any] = {"none": True} if len(block.series) == 1 else {"position": "bottom"}
    chart.set_legend(legend)
    values: dict[str, Any] = {"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}}
    names: dict[str, Any] = {"num_font": {"size": 9}, "major_gridlines": {"visible": False}}
    if block.kind == "bar":  # the first row of the table stands at the top, the scale at the bottom
        chart.set_y_axis(names | {"reverse": True})
        chart.set_x_axis(values | {"label_position": "high"})
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(values)
    chart.set_size({"width": 620, "height": _height(block)})
    sheet.insert_chart(row, _CHART_COLUMN, chart, {"description": block.title})


def _height(block: Block) -> int:
    """Height of a chart in pixels: names of departments must not overlap."""
    return 130 + _PIXELS * max(9, len(block.rows) * (2 if len(block.series) == 2 else 1))

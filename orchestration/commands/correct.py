"""``jihe correct``: put another number in the place of one that a report states, with reason and author.

Belongs here: naming one figure on the command line, and recording the correction.
Does not belong here: applying it (dbt, in the next run). The number as reported stays visible.
"""

from __future__ import annotations

import argparse
from typing import Any

from orchestration.commands.common import add_home, complain, home_of, say
from orchestration.commands.season import (
    add_review,
    is_signed,
    listed,
    nothing_published,
    record,
    text_table,
    withdraw,
)
from orchestration.season.columns import CORRECTIONS
from orchestration.season.lookup import SELECTORS, NothingPublishedError, Published, Row, published
from orchestration.season.tables import table_path

_MOST_SHOWN = 20
_SHOWN = ("figure_id", "concept", "measure", "stage", "fiscal_year", "printed", "char_start", "quote")
_LISTED = ("correction_id", "report_id", "concept", "printed", "new_value", "unit", "reason", "author")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument(
        "--figure", default=None, help="数字编号（fct_figures.figure_id） / key of the figure"
    )
    parser.add_argument("--report", default=None, help="报告编号或部门名称 / report id or department")
    parser.add_argument("--year", type=int, default=None, help="评价年度 / fiscal year of the report")
    parser.add_argument("--concept", default=None, help="指标 / concept, such as basic_expenditure")
    parser.add_argument("--measure", default=None, help="计量 / measure, such as level")
    parser.add_argument("--stage", default=None, help="阶段 / stage, such as final_account")
    parser.add_argument(
        "--figure-year", dest="fiscal_year", type=int, default=None, help="数字年度 / its year"
    )
    parser.add_argument("--org-scope", default=None, help="单位范围 / department, headquarters, subordinate")
    parser.add_argument("--printed", default=None, help="原文数字 / the number as printed")
    parser.add_argument("--place", dest="char_start", type=int, default=None, help="位置 / char_start")
    parser.add_argument("--value", default=None, help="更正后数值 / the number to use")
    parser.add_argument("--unit", default=None, help="单位 / its unit (default: as printed)")
    parser.add_argument(
        "--all", action="store_true", help="更正所有符合条件的数字 / every figure that fits, not exactly one"
    )
    add_review(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record a correction: 0 done, 1 nothing published, 2 the request cannot be served."""
    home = home_of(arguments)
    if arguments.list:
        return listed(arguments, home, CORRECTIONS, _LISTED)
    if arguments.withdraw:
        return withdraw(arguments, home, CORRECTIONS)
    if not is_signed(arguments):
        return 2
    if arguments.value is None or not (arguments.figure or (arguments.report and arguments.concept)):
        complain(
            arguments,
            "请写明哪个数字（--figure，或 --report 和 --concept）以及更正后的数值（--value）",
            "Name the figure (--figure, or --report and --concept) and the number to use (--value)",
        )
        return 2
    try:
        with published(home) as warehouse:
            values = _selected(arguments, warehouse)
    except NothingPublishedError:
        return nothing_published(arguments)
    if values is None:
        return 2
    key = record(
        arguments, home, CORRECTIONS, {**values, "new_value": arguments.value, "unit": arguments.unit}
    )
    if key is None:
        return 2
    say(
        arguments,
        f"已登记更正 {key}，下次 jihe run 生效：{table_path(home, CORRECTIONS)}",
        f"Correction {key} recorded, from the next jihe run on: {table_path(home, CORRECTIONS)}",
    )
    return 0


def _selected(arguments: argparse.Namespace, warehouse: Published) -> dict[str, Any] | None:
    """The columns that name the figure; nothing after saying why it cannot be named so."""
    if arguments.figure:
        found = warehouse.figure(arguments.figure)
        if found is None and warehouse.is_scoring_row(arguments.figure):
            _say_points_stay(arguments)
            return None
        if found is None:
            complain(arguments, f"没有数字 {arguments.figure}", f"There is no figure {arguments.figure}")
            return None
        return {"report_id": found["report_id"], **{name: found[name] for name in SELECTORS}}
    report = _report(arguments, warehouse)
    if report is None:
        return None
    if not warehouse.is_concept(arguments.concept):
        complain(
            arguments,
            f"词典中没有指标“{arguments.concept}”；全部指标见 data/reference/concepts.csv 或 marts.dim_concept。",
            f"The dictionary has no concept '{arguments.concept}'; all are in data/reference/concepts.csv and marts.dim_concept.",
        )
        _say_points_stay(arguments)
        return None
    given = {name: getattr(arguments, name, None) for name in SELECTORS}
    figures = warehouse.figures(report["report_id"], given)
    if not figures or (len(figures) > 1 and not arguments.all):
        _ask_again(arguments, warehouse, report, figures)
        return None
    if arguments.all:
        return {"report_id": report["report_id"], **given, "matches": "all"}
    # The number as it was seen: if it is ever read otherwise, the correction must be looked at again.
    return {"report_id": report["report_id"], **given, "printed": figures[0]["printed"]}


def _say_points_stay(arguments: argparse.Namespace) -> None:
    """Points are a judgement that somebody signed, no fact of the accounts: nobody puts another number in their place."""
    complain(
        arguments,
        "评分表各行的分值和得分不能更正：那是部门自己的评价，不是账面数字。请退回部门重报；"
        "经核实无误的，用 jihe accept 登记说明；读错的，请告知维护人员。",
        "Points of a scoring table cannot be corrected: they are the department's own judgement, no number of the "
        "accounts. Ask for a new version; record what is explained with jihe accept; tell the makers what was misread.",
    )


def _report(arguments: argparse.Namespace, warehouse: Published) -> Row | None:
    """The one report that is meant: the current version, unless a version was named by its id."""
    found = warehouse.reports(arguments.report, arguments.year)
    exact = [row for row in found if row["report_id"] == arguments.report]
    current = exact or [row for row in found if row["is_current"]]
    if len(current) == 1:
        return current[0]
    zh = "有几份报告符合，请写明报告编号：" if current else f"没有“{arguments.report}”的报告"
    en = "Several reports fit; give the report id:" if current else f"No report of '{arguments.report}'"
    complain(arguments, zh, en)
    names = ("report_id", "department_name", "fiscal_year", "report_kind", "file_name")
    for line in text_table(names, [[row[name] for name in names] for row in current]) if current else ():
        complain(arguments, line, line)
    return None


def _ask_again(arguments: argparse.Namespace, warehouse: Published, report: Row, figures: list[Row]) -> None:
    """Say that no figure, or several, fit, and show from what to choose."""
    shown = figures or warehouse.figures(report["report_id"], {"concept": arguments.concept})
    complain(
        arguments,
        f"有 {len(figures)} 个数字符合，必须正好一个（或用 --all）。" + ("可选：" if shown else ""),
        f"{len(figures)} figures fit; it must be one (or say --all)." + (" Choose from:" if shown else ""),
    )
    rows = [[row[name] for name in _SHOWN] for row in shown[:_MOST_SHOWN]]
    for line in text_table(_SHOWN, rows) if rows else ():
        complain(arguments, line, line)

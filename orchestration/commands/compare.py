"""``jihe compare``: two versions of a report: which numbers changed, what became of the findings.

Belongs here: choosing the versions and printing. Does not belong here: comparing (dbt, mart_version_*).
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from orchestration.commands.common import add_home, complain, home_of
from orchestration.commands.season import nothing_published, text_table
from orchestration.products.words import word
from orchestration.season.lookup import NothingPublishedError, Published, Row, published

_STATES = {
    "new": ("新增", "new"),
    "still_open": ("仍未解决", "still open"),
    "resolved": ("已解决", "resolved"),
    "not_checked": ("无法再核对", "no longer checked"),
}
_ORDER = (
    "list_position(['new', 'still_open', 'not_checked', 'resolved'], state),"
    " list_position(['error', 'warning', 'info'], severity), rule_id, instance"
)
_CHANGES = {"changed": ("改动", "changed"), "added": ("新增", "added"), "removed": ("删除", "removed")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument("report", help="报告编号或部门名称 / report id or department")
    parser.add_argument("--year", type=int, default=None, help="评价年度 / fiscal year")
    parser.add_argument("--from", dest="earlier", type=int, default=None, help="较早版本 / earlier version")
    parser.add_argument("--to", dest="later", type=int, default=None, help="较晚版本 / later version")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式 / output")


def run(arguments: argparse.Namespace) -> int:
    """Compare: 0 done, 1 nothing published, 2 there are no two such versions."""
    try:
        with published(home_of(arguments)) as warehouse:
            pair = _pair(arguments, warehouse)
            if pair is None:
                return 2
            found = [
                warehouse.rows(
                    f"select * from marts.{mart} where report_key = ? and from_version = ? and to_version = ?"  # noqa: S608
                    f" order by {order}",
                    *pair,
                )
                for mart, order in (
                    ("mart_version_figures", "kind, change, concept, stage, item"),
                    ("mart_version_findings", _ORDER),
                )
            ]
    except NothingPublishedError:
        return nothing_published(arguments)
    if arguments.format == "json":
        answer = {
            "report_key": pair[0],
            "from": pair[1],
            "to": pair[2],
            "figures": found[0],
            "findings": found[1],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=str))
    else:
        _tell(arguments, pair, *found)
    return 0


def _pair(arguments: argparse.Namespace, warehouse: Published) -> tuple[str, int, int] | None:
    """Key and versions; without versions the current one and the one before it."""
    versions: dict[str, list[Row]] = {}
    for row in warehouse.reports(arguments.report, arguments.year):
        versions.setdefault(row["report_key"], []).append(row)
    keys = [key for key, rows in versions.items() if len(rows) > 1] or list(versions)
    if len(keys) != 1:
        zh = "有几份报告符合，请写明年度或报告编号：" if keys else f"没有“{arguments.report}”的报告"
        en = (
            "Several reports fit; give the year or the report id:"
            if keys
            else f"No report of '{arguments.report}'"
        )
        complain(arguments, zh, en)
        for key in keys:
            last = versions[key][-1]
            line = f"  {last['report_id']}  {last['department_name']}  {last['fiscal_year']}"
            complain(arguments, line, line)
        return None
    key = keys[0]
    numbers = [row["version"] for row in warehouse.rows(
        "select version from marts.dim_report where report_key = ? order by version", key
    )]  # fmt: skip
    if len(numbers) == 1:
        complain(arguments, "该报告只收到过一个版本", "Only one version of this report was received")
        return None
    later = arguments.later or (numbers[-1] if arguments.earlier != numbers[-1] else 0)
    earlier = arguments.earlier or later - 1
    if earlier not in numbers or later not in numbers or earlier >= later:
        complain(
            arguments,
            f"该报告有版本 {'、'.join(map(str, numbers))}，无法比较版本 {earlier} 与 {later}",
            f"The report has versions {', '.join(map(str, numbers))}; {earlier} and {later} cannot be compared",
        )
        return None
    return key, earlier, later


def _tell(
    arguments: argparse.Namespace, pair: tuple[str, int, int], figures: list[Row], findings: list[Row]
) -> None:
    zh, column = arguments.lang == "zh", 0 if arguments.lang == "zh" else 1
    print(
        f"第 {pair[1]} 版 → 第 {pair[2]} 版（{pair[0]}）"
        if zh
        else f"version {pair[1]} → {pair[2]} ({pair[0]})"
    )
    print()
    print(f"改动的数字 {len(figures)} 个" if zh else f"{len(figures)} numbers changed")
    if figures:
        names = (
            ("改动", "名称", "指标", "阶段", "原版", "新版")
            if zh
            else ("change", "label", "concept", "stage", "before", "now")
        )
        for line in text_table(names, [_figure(row, column) for row in figures]):
            print(line)
    print()
    print(f"问题 {len(findings)} 个" if zh else f"{len(findings)} findings")
    if findings:
        headings = ("情况", "规则", "级别", "内容") if zh else ("state", "rule", "severity", "what")
        message = "message_zh" if zh else "message_en"
        rows = [
            (
                _STATES[row["state"]][column],
                row["rule_id"],
                word(row["severity"], arguments.lang),
                str(row[message])[:90],
            )
            for row in findings
        ]
        for line in text_table(headings, rows):
            print(line)


def _figure(row: Row, column: int) -> tuple[Any, ...]:
    return (
        _CHANGES[row["change"]][column], row["label"], row["concept"] or row["item"], row["stage"],
        row["from_printed"], row["to_printed"],
    )  # fmt: skip

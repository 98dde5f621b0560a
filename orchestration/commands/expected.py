"""``jihe expected``: take over the list of reports that are due, and say who has not sent.

Belongs here: the command. Does not belong here: comparing list and reports (dbt, mart_submission_status).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from orchestration.commands.common import add_home, complain, home_of, say
from orchestration.commands.season import nothing_published, text_table
from orchestration.products.source import Row
from orchestration.products.words import word
from orchestration.season.columns import EXPECTED_REPORTS
from orchestration.season.lookup import NothingPublishedError, published
from orchestration.season.tables import SeasonError, replace_list

#: States of a report that is due, in the order in which an office works through them.
STATES = ("late", "not_sent", "withdrawn", "returned", "received", "clean")
_COLUMNS = {
    "zh": ("状态", "部门", "年度", "截止日期", "逾期天数", "版本", "错误", "警告", "文件", "可能的文件或已移出的文件"),
    "en": ("state", "department", "year", "deadline", "days late", "versions", "errors", "warnings", "file", "maybe, or removed"),
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument(
        "list",
        nargs="?",
        type=Path,
        help="应报送名单 CSV / list of reports that are due (default: show who has sent)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Take a list over, or show the state: 0 done, 1 nothing published, 2 the list cannot be used."""
    home = home_of(arguments)
    if arguments.list is not None:
        return _take_over(arguments)
    try:
        with published(home) as warehouse:
            rows = warehouse.rows("select * from marts.mart_submission_status")
    except NothingPublishedError:
        return nothing_published(arguments)
    rows.sort(
        key=lambda row: (STATES.index(row["status"]), row["department_name"] or "", row["fiscal_year"] or 0)
    )
    for line in text_table(_COLUMNS[arguments.lang], [_cells(row, arguments.lang) for row in rows]):
        print(line)
    if not any(row["is_expected"] for row in rows):
        say(
            arguments,
            "没有应报送名单，以上只列出收到的报告。导入名单：jihe expected 名单.csv",
            "There is no list of what is due; above is what was received. Take one over: jihe expected LIST.csv",
        )
    return 0


def _cells(row: Row, lang: str) -> tuple[object, ...]:
    """The cells of a report that is due or was received, below ``_COLUMNS``."""
    return (
        word(row["status"], lang), row["department_name"], row["fiscal_year"], row["deadline"], row["days_late"] or None,
        row["versions"], row["findings_error"], row["findings_warning"], row["file_name"],
        row["withdrawn_files"] or row["possible_files"],
    )  # fmt: skip


def _take_over(arguments: argparse.Namespace) -> int:
    try:
        rows = replace_list(home_of(arguments), EXPECTED_REPORTS, arguments.list.read_bytes(), arguments.list)
    except SeasonError as error:
        for problem in error.problems:
            complain(arguments, problem, problem)
        return 2
    except OSError as error:
        reason = error.strerror or type(error).__name__
        complain(
            arguments,
            f"名单无法打开：{arguments.list}（{reason}）",
            f"Cannot open {arguments.list} ({reason})",
        )
        return 2
    say(
        arguments,
        f"应报送 {len(rows)} 份，下次 jihe run 生效",
        f"{len(rows)} reports are due, from the next jihe run on",
    )
    return 0

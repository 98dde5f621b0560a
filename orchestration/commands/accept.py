"""``jihe accept``: accept a finding as explained, with reason and author.

Belongs here: naming one finding on the command line, and recording that it was explained.
Does not belong here: what follows (dbt, in the next run). A finding with other numbers is open again.
"""

from __future__ import annotations

import argparse

from orchestration.commands.common import add_home, complain, home_of, say
from orchestration.commands.season import add_review, is_signed, listed, nothing_published, record, withdraw
from orchestration.season.columns import ACCEPTED_FINDINGS
from orchestration.season.lookup import NothingPublishedError, Row, published
from orchestration.season.tables import table_path

_LISTED = ("acceptance_id", "fingerprint", "rule_id", "report_id", "reason", "author", "recorded_at")
_SHORTEST = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument(
        "finding", nargs="?", help="问题编号（fct_findings.fingerprint） / number of the finding"
    )
    add_review(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record an acceptance: 0 done, 1 nothing published, 2 the request cannot be served."""
    home = home_of(arguments)
    if arguments.list:
        return listed(arguments, home, ACCEPTED_FINDINGS, _LISTED)
    if arguments.withdraw:
        return withdraw(arguments, home, ACCEPTED_FINDINGS)
    if not arguments.finding or len(arguments.finding) < _SHORTEST:
        complain(
            arguments,
            "请给出问题编号（至少前 6 位，见问题台账）",
            "Name the finding: at least the first six characters of its number, as in the ledger",
        )
        return 2
    if not is_signed(arguments):
        return 2
    try:
        with published(home) as warehouse:
            found = [
                row
                for row in warehouse.findings(arguments.finding)
                if row["status"] not in ("superseded", "withdrawn")
            ]
    except NothingPublishedError:
        return nothing_published(arguments)
    if len(found) != 1 or found[0]["status"] == "accepted":
        return _refuse(arguments, found)
    names = ("fingerprint", "evidence", "report_id", "rule_id")
    key = record(arguments, home, ACCEPTED_FINDINGS, {name: found[0][name] for name in names})
    if key is None:
        return 2
    say(
        arguments,
        f"已登记 {key}：{found[0]['department_name']} {found[0]['rule_id']}，下次 jihe run 生效："
        f"{table_path(home, ACCEPTED_FINDINGS)}",
        f"{key} recorded: {found[0]['department_name']} {found[0]['rule_id']}, from the next jihe run on:"
        f" {table_path(home, ACCEPTED_FINDINGS)}",
    )
    return 0


def _refuse(arguments: argparse.Namespace, found: list[Row]) -> int:
    if not found:
        complain(
            arguments,
            f"当前报告中没有编号为 {arguments.finding} 的问题",
            f"No finding {arguments.finding} in the current reports",
        )
    elif len(found) == 1:
        complain(arguments, "该问题已登记为已说明", "This finding is accepted already")
    else:
        complain(
            arguments,
            f"有 {len(found)} 个问题以此开头，请写全编号：",
            f"{len(found)} findings begin so; write more of it:",
        )
        for row in found:
            line = f"  {row['fingerprint']}  {row['department_name']}  {row['rule_id']}  {row['instance']}"
            complain(arguments, line, line)
    return 2

"""What the commands of a season share: who writes, saying what went wrong, tables in plain text.

Belongs here: options and words of ``jihe correct``, ``accept``, ``expected`` and ``compare``.
Does not belong here: any of those commands.
"""

from __future__ import annotations

import argparse
import os
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from orchestration.commands.common import complain, say
from orchestration.paths import Home
from orchestration.season.columns import SeasonTable
from orchestration.season.tables import SeasonError, active, add_record, read_table, table_path


def add_review(parser: argparse.ArgumentParser) -> None:
    """Options of every record: why, by whom; taking one back; seeing them."""
    parser.add_argument("--reason", default=None, help="理由 / why")
    parser.add_argument(
        "--author",
        default=os.environ.get("JIHE_AUTHOR"),
        help="经办人 / who decides this (or JIHE_AUTHOR)",
    )
    parser.add_argument("--withdraw", metavar="ID", default=None, help="撤销一条 / take one back")
    parser.add_argument("--list", action="store_true", help="列出现有记录 / list what holds now")


def is_signed(arguments: argparse.Namespace) -> bool:
    """Whether reason and author were given; says what is missing."""
    if arguments.reason and arguments.author:
        return True
    complain(
        arguments,
        "请写明理由（--reason）和经办人（--author 或 JIHE_AUTHOR）",
        "Say why (--reason) and who (--author or JIHE_AUTHOR)",
    )
    return False


def nothing_published(arguments: argparse.Namespace) -> int:
    """Say that there is nothing to look into."""
    complain(
        arguments,
        "还没有发布，或发布的数据由旧版本生成；请先运行 jihe run",
        "Nothing is published, or by an older version; jihe run first",
    )
    return 1


def record(
    arguments: argparse.Namespace, home: Home, table: SeasonTable, values: Mapping[str, Any]
) -> str | None:
    """Add one record; its key, or nothing after saying what is wrong."""
    signed = {**values, "reason": arguments.reason, "author": arguments.author}
    try:
        row = add_record(home, table, signed)
    except SeasonError as error:
        for problem in error.problems:
            complain(arguments, problem, problem)
        return None
    return str(row[table.columns[0].name])


def withdraw(arguments: argparse.Namespace, home: Home, table: SeasonTable) -> int:
    """Take a record back by another one: 0 done, 2 not there or not signed."""
    if not is_signed(arguments):
        return 2
    key = table.columns[0].name
    try:
        current = [row for row in active(read_table(home, table), table) if row[key] == arguments.withdraw]
    except SeasonError as error:
        for problem in error.problems:
            complain(arguments, problem, problem)
        return 2
    if not current:
        complain(
            arguments,
            f"{table.title_zh}中没有“{arguments.withdraw}”，或已撤销",
            f"There is no {arguments.withdraw}, or it was taken back already",
        )
        return 2
    values = {name: current[0][name] for name in table.names if name not in ("recorded_at",)}
    if record(arguments, home, table, {**values, "action": "withdraw"}) is None:
        return 2
    say(
        arguments,
        f"已撤销 {arguments.withdraw}，下次 jihe run 生效；记录保留在 {table_path(home, table)}",
        f"{arguments.withdraw} taken back, from the next jihe run on; the record stays in {table_path(home, table)}",
    )
    return 0


def listed(arguments: argparse.Namespace, home: Home, table: SeasonTable, names: Sequence[str]) -> int:
    """Print what holds now."""
    try:
        rows = active(read_table(home, table), table)
    except SeasonError as error:
        for problem in error.problems:
            complain(arguments, problem, problem)
        return 2
    for line in text_table(names, [[row[name] for name in names] for row in rows]):
        print(line)
    return 0


def text_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[str]:
    """Lines of a table; Chinese characters take two places."""
    cells = [[str(name) for name in names], *([_shown(value) for value in row] for row in rows)]
    widths = [max(_width(row[number]) for row in cells) for number in range(len(names))]
    return [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    ]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(_shown(part) for part in value)
    return "" if value is None else " ".join(str(value).split())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)

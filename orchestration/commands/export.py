"""``jihe export``: the published marts as files.

Belongs here: choosing tables and format. Does not belong here: writing the files (publishing.export).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from orchestration.commands.common import add_home, complain, home_of, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument("--format", choices=("parquet", "csv", "xlsx"), default="xlsx", help="格式 / format")
    parser.add_argument(
        "--out", type=Path, default=None, help="输出文件夹 / folder (default: outbox of the home)"
    )
    parser.add_argument("tables", nargs="*", help="表名 / names of tables (default: all marts)")


def run(arguments: argparse.Namespace) -> int:
    """Export: 0 done, 1 nothing published, 2 no such table."""
    from orchestration.publishing.export import UnknownTableError, export

    home = home_of(arguments)
    if not home.published.is_file():
        complain(arguments, "还没有发布，先运行 jihe run", "Nothing published yet; jihe run first")
        return 1
    folder = (arguments.out or home.outbox / "export").expanduser().resolve()
    try:
        written = export(home.published, folder, arguments.format, arguments.tables)
    except UnknownTableError as error:
        complain(arguments, f"没有这张表：{error}", f"No such table: {error}")
        return 2
    for path in written:
        print(path)
    say(arguments, f"共导出 {len(written)} 个文件", f"{len(written)} files written")
    return 0

"""What several commands share: the option --home, and saying something in the reader's language.

Belongs here: options and words used by more than one command. Only the standard library.
"""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path

from orchestration.paths import Home


def add_home(parser: argparse.ArgumentParser) -> None:
    """Add the option --home."""
    parser.add_argument(
        "--home", type=Path, default=None, help="工作目录 / working home (default: JIHE_HOME or data/home)"
    )


def home_of(arguments: argparse.Namespace) -> Home:
    """The home that was asked for."""
    return Home.at(arguments.home)


def say(arguments: argparse.Namespace, zh: str, en: str) -> None:
    """Print a sentence in the reader's language."""
    print(zh if arguments.lang == "zh" else en)


def complain(arguments: argparse.Namespace, zh: str, en: str) -> None:
    """Print a problem to the error channel in the reader's language."""
    print(zh if arguments.lang == "zh" else en, file=sys.stderr)


#: What keeps a command from writing, and what a person can do about it.
_CANNOT_WRITE = {
    errno.ENOSPC: ("磁盘空间不足，请腾出空间", "the disk is full; make room on it"),
    errno.EDQUOT: ("磁盘配额已用完，请腾出空间", "the disk quota is used up; make room"),
    errno.EROFS: ("这个磁盘只能读，请用 --home 另选工作目录", "the disk is read-only; choose another --home"),
    errno.EACCES: (
        "没有权限，请核对权限，或用 --home 另选工作目录",
        "no permission; check the rights, or choose another --home",
    ),
    errno.EPERM: (
        "没有权限，请核对权限，或用 --home 另选工作目录",
        "no permission; check the rights, or choose another --home",
    ),
    errno.ENOTDIR: (
        "路径中有一段是文件，请核对 --home",
        "a part of the path is a file; check --home",
    ),
}


def cannot_write(error: OSError) -> tuple[str, str] | None:
    """In words why nothing could be written; None for any other error, which is a fault of ours."""
    if (told := _CANNOT_WRITE.get(error.errno or 0)) is None:
        return None
    zh, en = told
    path = f"{error.filename}" if error.filename else ""
    return (
        f"无法写入{' ' + path if path else ''}：{zh}，再运行一次；已收到的报告不会丢失。",
        f"Cannot write{' ' + path if path else ''}: {en}, and run again; no report is lost.",
    )

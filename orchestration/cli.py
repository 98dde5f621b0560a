"""The command ``jihe``: finds the command's module and hands over.

Belongs here: the list of commands. Does not belong here: what they do (orchestration.commands.*).
A command's module is imported only when it is asked for: ``jihe check`` answers in under a second
because nothing of Dagster, dbt or Great Expectations is loaded.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from orchestration.commands.common import cannot_write, complain

COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("运行整个流程：读取报告、入库、核对、发布", "the whole way: read, load, check, publish"),
    "check": ("核对单份报告，不需要数据仓库", "check single reports without a warehouse"),
    "extract": ("列出从报告中读出的全部内容", "everything read from the files"),
    "evaluate": ("用带真值的文本评测读取的准确率", "precision and recall over texts with known truth"),
    "ui": ("打开 Dagster 界面（仅本机）", "Dagster's UI on this machine only"),
    "status": ("当前发布的是哪一次构建", "what is published"),
    "publish": ("发布一个通过检查的构建", "publish an audited build"),
    "rollback": ("退回到上一次发布", "go back to the build before"),
    "export": ("导出数据表（Parquet、CSV、xlsx）", "marts as Parquet, CSV or xlsx"),
    "products": ("重新生成问题台账、复核意见、核查评分表", "ledger, letters and score-check tables again"),
    "alerts": ("发送提醒、试发渠道、查看发件箱", "tell offices what is new; try channels; the outbox"),
    "expected": ("导入应报送名单，查看谁还没有报送", "the list of what is due; who has not sent"),
    "compare": ("比较同一报告的两个版本", "two versions of a report: what changed"),
    "correct": ("登记对数字的更正（原文保留）", "correct a figure; what was reported stays visible"),
    "accept": ("登记已说明的问题", "accept a finding as explained"),
    "doctor": ("检查安装是否完整", "check the installation"),
}


class _Help(argparse.ArgumentDefaultsHelpFormatter):
    """Adds the default of an option unless its words say it already, or it has none."""

    def _get_help_string(self, action: argparse.Action) -> str | None:
        if action.default is None or "(default: " in (action.help or ""):
            return action.help
        return super()._get_help_string(action)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_overview())
        return 0 if arguments else 2
    name = arguments[0]
    if name not in COMMANDS:
        print(f"没有“{name}”这个命令 / no such command\n\n{_overview()}", file=sys.stderr)
        return 2
    command = importlib.import_module(f"orchestration.commands.{name}")
    zh, en = COMMANDS[name]
    parser = argparse.ArgumentParser(
        prog=f"jihe {name}",
        description=f"{zh} / {en}",
        formatter_class=_Help,
    )
    parser.add_argument(
        "--lang",
        choices=("zh", "en"),
        default=os.environ.get("JIHE_LANG", "zh"),
        help="语言 / language of messages",
    )
    command.add_arguments(parser)
    options = parser.parse_args(arguments[1:])
    try:
        return int(command.run(options))
    except KeyboardInterrupt:
        print("已中断 / interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output (head, less) has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141
    except OSError as error:
        told = cannot_write(error)
        if told is None:
            raise
        complain(options, *told)
        return 1


def _overview() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {zh} / {en}" for name, (zh, en) in COMMANDS.items()]
    return "jihe 稽核：部门整体支出绩效自评报告核对\n\n" + "\n".join(lines) + "\n\njihe <命令> --help"


if __name__ == "__main__":
    sys.exit(main())

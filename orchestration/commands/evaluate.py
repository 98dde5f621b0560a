"""``jihe evaluate``: precision and recall of extraction over texts with a known truth.

Belongs here: options, floors and exit codes.
Does not belong here: comparing (``extraction.evaluation.evaluation``) or its words (``extraction.evaluation.evaluation_report``).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from orchestration.commands.common import complain


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("gold", type=Path, help="真值文件夹 / folder of truths, one NAME.json a text")
    parser.add_argument(
        "--documents", type=Path, default=None, help="报告文本所在文件夹 / folder of the texts, if elsewhere"
    )
    parser.add_argument(
        "--floor-precision", type=float, default=0.0, help="低于此值则失败 / fail below this precision"
    )
    parser.add_argument(
        "--floor-recall", type=float, default=0.0, help="低于此值则失败 / fail below this recall"
    )
    parser.add_argument(
        "--floor-used",
        type=float,
        default=0.0,
        help="规则采用的数字召回率低于此值则失败 / fail below this recall of figures sure enough for rules",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the measures: 0 at or above the floors, 1 below one, 2 when there is nothing to measure."""
    from extraction.evaluation.evaluation import evaluate_folder
    from extraction.evaluation.evaluation_report import render

    try:
        report = evaluate_folder(arguments.gold, arguments.documents)
    except FileNotFoundError as error:
        complain(
            arguments,
            f"没有可以评测的文件：请核对文件夹 {arguments.gold} 是否存在、其中有没有真值（含 facts 的 .json），"
            f"真值所指的文本是否在那里（{error}）",
            f"Nothing to measure: {error}",
        )
        return 2
    print(render(report, arguments.lang))
    low = [
        name
        for name, value, floor in (
            ("precision", report.total.precision, arguments.floor_precision),
            ("recall", report.total.recall, arguments.floor_recall),
            ("recall of what rules use", report.asserted.recall, arguments.floor_used),
        )
        if value is None or value < floor
    ]
    if low:
        complain(arguments, f"低于要求：{'、'.join(low)}", f"Below the floor: {', '.join(low)}")
        return 1
    return 0

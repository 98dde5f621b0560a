"""``jihe check``: a linter for reports.

Belongs here: reading the files, running the rules, the exit code.
Does not belong here: rules (dbt, through checking.engine) and layouts of the answer (check_output, sarif).
"""

from __future__ import annotations

import argparse
from typing import Any

from orchestration.commands import check_output
from orchestration.commands.reading import ReadFile, read_files

FAULTS = ("contradiction", "weakness")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="报告文件 / report files")
    parser.add_argument(
        "--format", choices=("text", "json", "table", "sarif"), default="text", help="输出格式 / output"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check files: 0 no finding of severity error, 1 at least one, 2 a file could not be checked."""
    files = list(read_files(arguments.files))
    checked = [(file, verdicts) for file, verdicts in zip(files, _verdicts(files), strict=True)]
    if arguments.format == "sarif":
        from orchestration.commands.sarif import sarif_log

        print(check_output.as_json(sarif_log(checked, arguments.lang)))
    elif arguments.format == "json":
        objects = [check_output.file_object(file, verdicts) for file, verdicts in checked]
        print(check_output.as_json(objects[0] if len(objects) == 1 else objects))
    elif arguments.format == "table":
        print(check_output.table(checked, arguments.lang))
    else:
        print(check_output.text(checked, arguments.lang))
    return exit_code(checked)


def _verdicts(files: list[ReadFile]) -> list[list[dict[str, Any]]]:
    """The verdicts of each file, in the order of the files; files with the same bytes share them."""
    reports = {
        file.extraction.document_id: file.extraction for file in files if file.extraction and file.is_report
    }
    by_report: dict[str, list[dict[str, Any]]] = {}
    if reports:
        from orchestration.checking.engine import check_extractions

        for verdict in check_extractions(list(reports.values())):
            by_report.setdefault(verdict["report_id"], []).append(verdict)
    return [
        by_report.get(file.extraction.document_id[:16], []) if file.extraction and file.is_report else []
        for file in files
    ]


def exit_code(checked: list[tuple[ReadFile, list[dict[str, Any]]]]) -> int:
    """The gravest thing that happened."""
    if any(not file.is_report for file, _ in checked):
        return 2
    wrong = any(
        verdict["outcome"] in FAULTS and verdict["severity"] == "error"
        for _, verdicts in checked
        for verdict in verdicts
    )
    return 1 if wrong else 0

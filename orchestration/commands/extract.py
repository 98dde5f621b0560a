"""``jihe extract``: everything read from files, for programs.

Belongs here: the shape of the output (DESIGN, command line).
Does not belong here: reading (extraction).
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import asdict
from typing import Any

from extraction.model import Extraction, Figure, Indicator, Locator, Statement
from orchestration.commands.common import complain
from orchestration.commands.reading import ReadFile, read_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="报告文件 / report files")
    parser.add_argument(
        "--format", choices=("json", "jsonl", "csv"), default="json", help="输出格式 / output"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what was read: 0 when every file could be read, else 2."""
    exit_code = 0
    objects = []
    for read in read_files(arguments.files):
        if read.extraction is None or read.extraction.outcome.status == "quarantined":
            complain(
                arguments,
                f"{read.path}：{read.problem('zh')}",
                f"{read.path}: {read.problem('en')}",
            )
            exit_code = 2
        objects.append(file_object(read))
    if arguments.format == "csv":
        _print_csv(objects)
    elif arguments.format == "jsonl":
        for item in objects:
            print(json.dumps(item, ensure_ascii=False))
    else:
        shown = objects[0] if len(objects) == 1 else objects
        print(json.dumps(shown, ensure_ascii=False, indent=1))
    return exit_code


def file_object(read: ReadFile) -> dict[str, Any]:
    """One file as an object of plain values; amounts stay text, so that no digit is lost."""
    found = read.extraction
    if found is None:
        document = {
            "file_name": read.path,
            "sha256": None,
            "reader": None,
            "pages": None,
            "status": "quarantined",
        }
        return {
            "document": document | _problem(read),
            "report": None,
            "figures": [],
            "indicators": [],
            "statements": [],
        }
    return {
        "document": _document(found) | _problem(read),
        "report": asdict(found.identity),
        "figures": [_figure(figure) for figure in found.figures],
        "indicators": [_indicator(row) for row in found.indicators if row.row_kind == "item"],
        "statements": [_statement(statement) for statement in found.statements],
    }


def _document(found: Extraction) -> dict[str, Any]:
    return {
        "file_name": found.file_name,
        "sha256": found.document_id,
        "reader": found.reader,
        "pages": found.pages,
        "encoding": found.encoding,
        "characters": found.characters,
        "status": found.outcome.status,
    }


def _problem(read: ReadFile) -> dict[str, Any]:
    return {"error_code": read.code, "message_zh": read.message_zh, "message_en": read.message_en}


def locator_object(locator: Locator) -> dict[str, int | None]:
    """A place as an object."""
    return asdict(locator)


def _figure(figure: Figure) -> dict[str, Any]:
    values = {name: getattr(figure, name) for name in figure.__slots__ if name != "locator"}
    for name in ("value_base", "confidence"):
        values[name] = None if values[name] is None else format(values[name], "f")
    return values | {"locator": locator_object(figure.locator)}


def _indicator(row: Indicator) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in row.__slots__ if name not in ("locator", "row_kind")}
    return values | {"locator": locator_object(row.locator)}


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "kind": statement.kind,
        "text": statement.text,
        "topic": statement.topic,
        "locator": locator_object(statement.locator),
    }


def _print_csv(objects: list[dict[str, Any]]) -> None:
    """One row per figure; text that a spreadsheet would take for a formula is made plain."""
    writer: Any = None
    for item in objects:
        for figure in item["figures"]:
            row = {"file_name": item["document"]["file_name"], **figure, **figure["locator"]}
            del row["locator"]
            if writer is None:
                writer = csv.DictWriter(sys.stdout, list(row), lineterminator="\n")
                writer.writeheader()
            writer.writerow({name: plain(value) for name, value in row.items()})


def plain(value: Any) -> Any:
    """A cell that no spreadsheet runs as a formula; numbers, negative ones too, stay numbers."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(value):
        return "'" + value
    return value


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).isdecimal()

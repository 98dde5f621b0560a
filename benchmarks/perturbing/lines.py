"""Lines of a text: which of them are prose, and which are rows of a table.

Belongs here: telling lines apart and writing some of them otherwise.
Does not belong here: the changes themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_SENTENCE = re.compile(r"[，。；：、].*\d|[。；]|[\u4e00-\u9fff)%],.*\d")
_ROW = re.compile(r"^\s*\|.*\|\s*$|\t|\S {2,}\S.* {2,}\S|^[^。；]*(?:,[^,。；]*){4,}$")
#: 年初预算数全年预算数执行率: cells that run on.
_HEADS = re.compile(
    r"年初预算数|全年预算数|全年执行数|分值|权重|得分|执行率|级指标|指标值|完成值|决算数|预算数|控制率"
)
_HEADS_OF_ROW = 4
_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?\s*$")
_LEAST_PROSE = 12
_CELL = 8


def is_row(line: str) -> bool:
    """Whether bars, tabs, gaps or commas part the line into cells, or headings stand in it one behind the other."""
    return _ROW.search(line) is not None or len(_HEADS.findall(line)) >= _HEADS_OF_ROW


def is_prose(line: str) -> bool:
    """Whether the line holds at least a part of a sentence."""
    return len(line) >= _LEAST_PROSE and not is_row(line) and _SENTENCE.search(line) is not None


def in_prose(text: str, change: Callable[[str], str]) -> str:
    """The text with each line of prose changed."""
    return "\n".join(change(line) if is_prose(line) else line for line in text.split("\n"))


def is_all_prose(text: str) -> bool:
    """Whether nothing of the text is a table: no rows, no column of short lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    short = sum(len(line) <= _CELL for line in lines)
    return not any(map(is_row, lines)) and short <= 1


def has_bars(text: str) -> bool:
    """Whether the text holds a table whose rows stand between bars, none of its rows cut."""
    return any(True for _ in tables(text))


def tables(text: str) -> Iterator[tuple[int, int]]:
    """First line and the line behind the last one of each table between bars."""
    lines = text.split("\n")
    start = None
    for number, line in enumerate([*lines, ""]):
        of_table = line.strip().startswith("|") and line.strip().endswith("|") and line.count("|") > 2
        if of_table and start is None:
            start = number
        elif not of_table and start is not None:
            if number - start > 1:
                yield start, number
            start = None


def cells(line: str) -> list[str]:
    """The cells of a row between bars."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def is_rule(line: str) -> bool:
    """Whether the line only parts headings from rows, as Markdown has it."""
    return _RULE.match(line) is not None


def rewritten(text: str, write: Callable[[list[list[str]]], list[str] | None]) -> str | None:
    """The text with each even table between bars written by ``write``; None where no table was.

    Rows that lost their empty cells cannot be written in another way without saying where these were.
    """
    lines = text.split("\n")
    written: list[str] = []
    at = 0
    changed = False
    for start, end in tables(text):
        rows = [cells(line) for line in lines[start:end] if not is_rule(line)]
        new = write(rows) if _is_even(rows) else None
        written += lines[at:start] + (lines[start:end] if new is None else new)
        changed = changed or new is not None
        at = end
    return "\n".join(written + lines[at:]) if changed else None


def are_even(text: str) -> bool:
    """Whether the text is prose, or its tables stand between bars with rows that are all as long."""
    lines = text.split("\n")
    found = [[cells(line) for line in lines[start:end] if not is_rule(line)] for start, end in tables(text)]
    rows = sum(end - start for start, end in tables(text))
    return (
        all(map(_is_even, found)) and sum(map(is_row, lines)) == rows and (bool(found) or is_all_prose(text))
    )


def _is_even(rows: list[list[str]]) -> bool:
    return all(len(row) == len(rows[0]) for row in rows) and all(rows[0])

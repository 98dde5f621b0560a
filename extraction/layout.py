"""Finds paragraphs and tables in plain text, whatever way the tables were flattened into it.

Belongs here: where blocks begin and end and how they divide into cells.
Does not belong here: decoding bytes (``readers``) or what cells mean (``grids``, ``scoring``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from extraction.celltables import CELL_START, read_cell_lines
from extraction.model import Cell, Paragraph, Span, Table

_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$|^[^|\n]+\|[^|\n]*\|.*$")
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_TERMINAL = frozenset("。；：:!！?？;.…」”）)")
_STARTS_ITEM = re.compile(
    r"^\s*(?:#|[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]+|[-*•]\s|附件|表[一二三四五六七八九十\d])"
)
#: A line that begins with an amount goes on from the label above it.
_AMOUNT_LINE = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元|%)")
_TITLE_END = re.compile(r"(?:报告书?|自评表|评分表|评价表|情况|说明|公开|总结|方案)$")
_LONG_ENOUGH_TO_WRAP = 20


def blocks(text: str) -> tuple[Paragraph | Table, ...]:
    """Paragraphs and tables of ``text`` in reading order, with offsets into it."""
    lines = _lines(text)
    numbers = count(1)
    found: list[Paragraph | Table] = []
    at = 0
    while at < len(lines):
        span = lines[at]
        line = text[span.start : span.end]
        if CELL_START.match(line):
            tables, paragraphs, at = read_cell_lines(text, lines, at, numbers)
            found.extend(sorted([*tables, *paragraphs], key=_start))
        elif _is_grid(text, lines, at):
            table, at = _read_grid(text, lines, at, next(numbers))
            found.append(table)
        else:
            paragraph, at = _read_paragraph(text, lines, at)
            if paragraph:
                found.append(paragraph)
    return tuple(found)


def _start(block: Paragraph | Table) -> int:
    return block.span.start if isinstance(block, Paragraph) else block.rows[0][0].span.start


def _lines(text: str) -> list[Span]:
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _read_paragraph(text: str, lines: list[Span], at: int) -> tuple[Paragraph | None, int]:
    """One paragraph from line ``at``: lines broken inside a sentence are taken together."""
    span = lines[at]
    if not text[span.start : span.end].strip():
        return None, at + 1
    end = at + 1
    while end < len(lines) and _goes_on(text, lines, end):
        end += 1
        while end < len(lines) and not text[lines[end].start : lines[end].end].strip():
            end += 1
    last = end - 1
    while not text[lines[last].start : lines[last].end].strip():
        last -= 1
    return Paragraph(Span(span.start, lines[last].end)), end


def _goes_on(text: str, lines: list[Span], at: int) -> bool:
    """Whether the sentence of the line before ``at`` runs on: a page or a line ended inside it."""
    previous = text[lines[at - 1].start : lines[at - 1].end].rstrip()
    skipped = 0
    while at < len(lines) and not text[lines[at].start : lines[at].end].strip():
        at, skipped = at + 1, skipped + 1
    if (
        skipped == 0
        and _AMOUNT_LINE.match(text[lines[at].start : lines[at].end])
        and previous[-1] not in _TERMINAL
    ):
        return True
    if _TITLE_END.search(previous):
        return False
    if at >= len(lines) or skipped > 1 or len(previous.strip()) < _LONG_ENOUGH_TO_WRAP:
        return False
    following = text[lines[at].start : lines[at].end]
    if previous[-1] in _TERMINAL or _STARTS_ITEM.match(following) or _STARTS_ITEM.match(previous):
        # A heading or list item that is itself cut by a page end ends in a comma or a word.
        return (
            previous[-1] not in _TERMINAL
            and not _STARTS_ITEM.match(following)
            and len(previous) > 2 * _LONG_ENOUGH_TO_WRAP
        )
    return not CELL_START.match(following) and not _is_grid(text, lines, at)


def _is_grid(text: str, lines: list[Span], at: int) -> bool:
    """Two neighbouring lines with at least two cells each, divided by tabs or by ``|``."""
    line = text[lines[at].start : lines[at].end]
    if at + 1 >= len(lines):
        return False
    following = text[lines[at + 1].start : lines[at + 1].end]
    if "\t" in line.strip():
        return "\t" in following.strip("\n ") or line.strip().count("\t") >= 2
    return bool(_PIPE_ROW.match(line)) and (
        bool(_PIPE_ROW.match(following)) or bool(_PIPE_RULE.match(following))
    )


def _read_grid(text: str, lines: list[Span], at: int, number: int) -> tuple[Table, int]:
    """A table with one row a line."""
    separator = "\t" if "\t" in text[lines[at].start : lines[at].end].strip() else "|"
    rows: list[tuple[Cell, ...]] = []
    while at < len(lines):
        span = lines[at]
        line = text[span.start : span.end]
        if separator not in line:
            break
        if not (separator == "|" and _PIPE_RULE.match(line)):
            rows.append(tuple(_cells(text, span, separator, len(rows) + 1)))
        at += 1
    return Table(number, tuple(rows), ragged=True), at


def _cells(text: str, span: Span, separator: str, row: int) -> Iterator[Cell]:
    start, end = span.start, span.end
    if separator == "|":
        line = text[start:end]
        start += len(line) - len(line.lstrip())
        end -= len(line) - len(line.rstrip())
        start += text[start:end].startswith("|")
        end -= text[start:end].endswith("|")
    for column, content in enumerate(text[start:end].split(separator), start=1):
        stripped = content.strip()
        left = start + (len(content) - len(content.lstrip()) if stripped else 0)
        yield Cell(stripped, Span(left, left + len(stripped)), row, column)
        start += len(content) + 1

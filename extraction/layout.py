"""Finds paragraphs and tables in plain text, whatever way the tables were flattened into it.

Belongs here: where blocks begin and end and how they divide into cells.
Does not belong here: decoding bytes (``readers``) or what cells mean (``grids``, ``scoring``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from extraction import formtokens
from extraction.brokenrows import rejoin
from extraction.celltables import CELL_START, read_cell_lines
from extraction.formlines import may_start, read_form
from extraction.looselayouts import (
    cell_column,
    ends_cell,
    may_head,
    read_cell_column,
    read_ladder,
    read_plain_cells,
)
from extraction.model import Cell, Paragraph, Span, Table
from extraction.streamtables import may_hold_form, read_cells, read_line, read_lines, starts_form

_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$|^[^|\n]+\|[^|\n]*\|.*$")
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_TERMINAL = frozenset("。；：:!！?？;.…」”）)")
#: Ends of lines that say nothing about the end of a sentence where lines break at a margin.
_CLOSERS = frozenset("”）)")
_STARTS_ITEM = re.compile(
    r"^\s*(?:#|[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]+|[-*•]\s|附件|表[一二三四五六七八九十\d])"
)
#: A line that begins with an amount goes on from the label above it.
_AMOUNT_LINE = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元|%)")
_TITLE_END = re.compile(r"(?:报告书?|自评表|评分表|评价表|情况|说明|公开|总结|方案)$")
#: 2021年某某局部门决算: a title among the first lines.
_YEAR_TITLE = re.compile(
    r"[^，。；：,:;]*20\d\d\s*年?度?[^，。；：,:;]{0,40}(?:决\s*算|预\s*算)(?:公开)?(?:\s*目\s*录)?(?:\.\w{3,4})?"
)
_TITLE_LINES = 12
_UNNUMBERED = 0
_LONG_ENOUGH_TO_WRAP = 20
#: Share of the margin from which on a line is full.
_FULL_LINE = 0.85
_SHORT_LINE = 12
_ENOUGH_LINES = 12
_FEW_LINES = 20
_MOST_FORM_LINES = 400
#: Comma separated values with their quotation marks.
_CSV_ROW = re.compile(r'^"[^\n]*","[^\n]*"$')
_CSV_CELL = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^,"]+)')


def blocks(text: str) -> tuple[Paragraph | Table, ...]:
    """Paragraphs and tables of ``text`` in reading order, with offsets into it."""
    lines = _lines(text)
    margin = _margin(text, lines)
    tables = _Tables(text, lines)
    numbers = count(1)
    found: list[Paragraph | Table] = []
    at = 0
    while at < len(lines):
        line = text[lines[at].start : lines[at].end]
        pieces: list[Paragraph | Table] = []
        if CELL_START.match(line):
            whole, paragraphs, at = read_cell_lines(text, lines, at, numbers)
            found.extend(sorted([*whole, *paragraphs], key=_start))
            continue
        if ends_cell(line) and (pieces := tables.cells(at)):
            end = tables.cells_end
        elif (found_table := tables.at(at, line))[0] is not None:
            pieces, end = [found_table[0]], found_table[1]
        elif may_hold_form(line):
            pieces, end = read_line(text, lines[at]), at + 1
        if not pieces:
            paragraph, end = _read_paragraph(text, lines, at, margin)
            pieces = [paragraph] if paragraph else []
        found.extend(
            replace(piece, number=next(numbers)) if isinstance(piece, Table) else piece for piece in pieces
        )
        at = end
    return tuple(found)


class _Tables:
    """The ways in which lines of cells make a table, each tried where it may begin.

    Each remembers up to which line it was tried in vain, so that a long run of short lines is followed once.
    """

    def __init__(self, text: str, lines: list[Span]) -> None:
        self._text = text
        self._lines = lines
        self.cells_end = self._no_ladder_before = 0
        self._no_cells_before = self._no_form_before = 0

    def cells(self, at: int) -> list[Paragraph | Table]:
        """What the ``cell |`` lines from ``at`` on make up to ``cells_end``; empty where that is not known."""
        if at < self.cells_end:
            return []
        spans, self.cells_end = cell_column(self._text, self._lines, at)
        table = read_cell_column(self._text, spans)
        return [table] if table else read_cells(self._text, spans)

    def at(self, at: int, line: str) -> tuple[Table | None, int]:
        """The table that begins at line ``at``, and the line after it."""
        text, lines = self._text, self._lines
        table: Table | None = None
        end = at
        if _is_grid(text, lines, at):
            table, end = _read_grid(text, lines, at)
        elif at >= self._no_ladder_before and line.strip():
            table, end = read_ladder(text, lines, at)
            self._no_ladder_before = end
        if table is None and at >= self._no_cells_before and may_head(line):
            table, end = read_plain_cells(text, lines, at)
            self._no_cells_before = at + 1 if end - at < _FEW_LINES else end - _FEW_LINES
        if table is None and formtokens.may_head(line):
            table, taken = formtokens.read_rows(text, lines[at : at + _MOST_FORM_LINES])
            end = at + taken
        if table is None and at >= self._no_form_before and starts_form(line):
            table, taken = read_lines(text, lines[at : at + _MOST_FORM_LINES])
            end, self._no_form_before = at + taken, at + _FEW_LINES
        if table is None and may_start(line):
            table, taken = read_form(text, lines[at : at + _MOST_FORM_LINES])
            end = at + taken if table else end
        return table, end


def _width(line: str) -> int:
    """How wide a line is printed: Chinese characters are twice as wide as digits."""
    return len(line.encode("gbk", "replace"))


def _margin(text: str, lines: list[Span]) -> int:
    """The width at which lines end, where they end at a margin instead of with their sentences, as in a PDF; else 0."""
    filled = [line for span in lines if len(line := text[span.start : span.end].strip()) >= _SHORT_LINE]
    open_ended = sum(1 for line in filled if line[-1] not in _TERMINAL)
    if len(filled) < _ENOUGH_LINES or 2 * open_ended <= len(filled):
        return 0
    return sorted(map(_width, filled))[3 * len(filled) // 4]


def _start(block: Paragraph | Table) -> int:
    return block.span.start if isinstance(block, Paragraph) else block.rows[0][0].span.start


def _lines(text: str) -> list[Span]:
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _read_paragraph(text: str, lines: list[Span], at: int, margin: int) -> tuple[Paragraph | None, int]:
    """One paragraph from line ``at``: lines broken inside a sentence are taken together."""
    span = lines[at]
    if not text[span.start : span.end].strip():
        return None, at + 1
    end = at + 1
    while end < len(lines) and _goes_on(text, lines, end, margin):
        end += 1
        while end < len(lines) and not text[lines[end].start : lines[end].end].strip():
            end += 1
    last = end - 1
    while not text[lines[last].start : lines[last].end].strip():
        last -= 1
    return Paragraph(Span(span.start, lines[last].end)), end


def _goes_on(text: str, lines: list[Span], at: int, margin: int) -> bool:
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
    if _TITLE_END.search(previous) or (at <= _TITLE_LINES and _YEAR_TITLE.fullmatch(previous.strip())):
        return False
    if (
        at >= len(lines)
        or skipped > 1
        or len(previous.strip()) < (_SHORT_LINE if margin else _LONG_ENOUGH_TO_WRAP)
    ):
        return False
    following = text[lines[at].start : lines[at].end]
    if margin and previous[-1] in _CLOSERS and not _STARTS_ITEM.match(following):
        return not CELL_START.match(following) and not _is_grid(text, lines, at)
    if previous[-1] in _TERMINAL or _STARTS_ITEM.match(following) or _STARTS_ITEM.match(previous):
        # A heading or list item that is itself cut by a page end ends in a comma or a word.
        return (
            previous[-1] not in _TERMINAL
            and not _STARTS_ITEM.match(following)
            and (
                len(previous) > 2 * _LONG_ENOUGH_TO_WRAP
                or (margin > 0 and _width(previous.strip()) >= _FULL_LINE * margin)
            )
        )
    return not CELL_START.match(following) and not _is_grid(text, lines, at)


def _is_grid(text: str, lines: list[Span], at: int) -> bool:
    """Two neighbouring lines with at least two cells each, divided by tabs or by ``|``."""
    line = text[lines[at].start : lines[at].end]
    if at + 1 >= len(lines):
        return False
    if _CSV_ROW.match(line):
        return True
    following = text[lines[at + 1].start : lines[at + 1].end]
    if "\t" in line.strip():
        return "\t" in following.strip("\n ") or line.strip().count("\t") >= 2
    return bool(_PIPE_ROW.match(line)) and (
        bool(_PIPE_ROW.match(following)) or bool(_PIPE_RULE.match(following))
    )


def _read_grid(text: str, lines: list[Span], at: int) -> tuple[Table, int]:
    """A table with one row a line."""
    first = text[lines[at].start : lines[at].end]
    separator = '","' if _CSV_ROW.match(first) else "\t" if "\t" in first.strip() else "|"
    framed = first.lstrip().startswith("|")
    rows: list[tuple[Cell, ...]] = []
    while at < len(lines):
        span = lines[at]
        line = text[span.start : span.end]
        if separator not in line:
            break
        if not (separator == "|" and _PIPE_RULE.match(line)):
            rows.append(tuple(_cells(text, span, separator, len(rows) + 1, framed)))
        at += 1
    whole = rejoin(rows) if separator == "|" else tuple(rows)
    return Table(_UNNUMBERED, whole, ragged=True), at


def _cells(text: str, span: Span, separator: str, row: int, framed: bool) -> Iterator[Cell]:
    """The cells of a line; a bar in front of it frames the table, or follows an empty cell where others have none."""
    start, end = span.start, span.end
    if separator == '","':
        for column, match in enumerate(_CSV_CELL.finditer(text, start, end), start=1):
            group = "quoted" if match["quoted"] is not None else "bare"
            yield Cell(match[group], Span(*match.span(group)), row, column)
        return
    if separator == "|":
        line = text[start:end]
        start += len(line) - len(line.lstrip())
        end -= len(line) - len(line.rstrip())
        start += framed and text[start:end].startswith("|")
        end -= text[start:end].endswith("|")
    for column, content in enumerate(text[start:end].split(separator), start=1):
        stripped = content.strip()
        left = start + (len(content) - len(content.lstrip()) if stripped else 0)
        yield Cell(stripped, Span(left, left + len(stripped)), row, column)
        start += len(content) + 1

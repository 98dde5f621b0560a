"""Cells of which even the empty ones are known, below headings that were merged: the rows from the last heading row on.

Belongs here: finding that heading row and the one width in which the cells below it are labels and amounts in their columns;
rows told by their numbers; the title and the unit above both.
Does not belong here: cells of one width from the first on (``closedcells``), cells whose empty ones are gone (``runs``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.gridcolumns import NOTHING
from extraction.columns.headings import read_heading, unit_in
from extraction.flattened.bars import closedruns
from extraction.flattened.blanks.spanrows import rows_at, table_at
from extraction.flattened.cells import headtree
from extraction.flattened.cells.ladders import ladder_of
from extraction.flattened.cells.loosecells import OF_GROUPS, WIDEST, table_of
from extraction.flattened.cells.rungs import follow
from extraction.model import Cell, Span, Table
from extraction.records import replace
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_OF_LABELS = re.compile(
    r"项目(?:\(按[^()]*\))?|.{0,8}科目名称|(?:预算|支出)?科目|支出项目|收入项目|按支出性质.{0,8}"
)
_OF_NUMBERS = re.compile(r".*(?:编码|代码|行次|序号)|类|款|项")
_OF_AMOUNTS = re.compile(r"(?:决算|预算|执行)?(?:数|金额)|金额|合计|小计|总计|(?:本年|全年|年初).{0,4}数")
_MOST_ABOVE = 30
_LEVELS = ["类", "款", "项"]
_FEWEST_ROWS = 3
#: Rows without anything in them, as forms leave them above their total.
_MOST_BLANK = 12


def read_cells(text: str, spans: Sequence[Span]) -> tuple[Table | None, int]:
    """The table that such cells hold, with what its title and its unit say; and the cells behind its last row."""
    words = [folded(text[span.start : span.end]) for span in spans]
    table, first, taken = _numbered(text, spans, words)
    if table is None and any("三公" in word for word in words[:_MOST_ABOVE]):
        table, taken = headtree.three_public(text, spans)
    if table is None:
        table, first, taken = _below_codes(text, spans, words)
    if table is None:
        table, first, taken = _below_headings(text, spans, words)
    if table is None:
        table, first, taken = closedruns.read(text, spans, words)
    if table is None:
        return None, 0
    above = [at for at in range(first) if words[at].endswith("表") or unit_in(words[at])]
    rows = [(Cell(text[spans[at].start : spans[at].end], spans[at], 0, 1),) for at in above]
    numbered = (
        tuple(replace(cell, row=number) for cell in row)
        for number, row in enumerate([*rows, *table.rows], start=1)
    )
    return replace(table, rows=tuple(numbered)), taken


def _numbered(text: str, spans: Sequence[Span], words: Sequence[str]) -> tuple[Table | None, int, int]:
    """The rows of cells among which numbers of rows stand, the first of their cells and those behind the last."""
    if "行次" not in words:
        return None, 0, 0
    heads = words.index("行次")
    for first in range(heads, min(len(words), heads + _MOST_ABOVE)):
        found, taken = follow(lambda at: words[at] if at < len(words) else None, first)
        if table := ladder_of(text, spans, found):
            return table, first, taken
    return None, 0, 0


def _below_codes(text: str, spans: Sequence[Span], words: Sequence[str]) -> tuple[Table | None, int, int]:
    """The rows below 编码 | 名称 | 合计 | … over 类 | 款 | 项: the codes stand first, then what their heading is followed by."""
    at = next((at for at in range(min(_MOST_ABOVE, len(words))) if words[at] == "类"), 0)
    codes = next((n for n in (3, 2) if at and list(words[at : at + n]) == _LEVELS[:n]), 0)
    before = next((back for back in range(at - 1, -1, -1) if words[back].endswith(("编码", "代码"))), None)
    if not codes or before is None:
        return None, 0, 0
    places = [*range(at, at + codes), *range(before + 1, at)]
    heads, first, width = [words[place] for place in places], at + codes, len(places)
    rows = _rows([*heads, *words[first:]], width)
    if rows < _FEWEST_ROWS:
        return None, 0, 0
    cells = [[spans[place] for place in places]]
    cells += [list(spans[start : start + width]) for start in range(first, first + rows * width, width)]
    taken = first + rows * width
    total = spans[taken : taken + width - codes]
    if (
        len(total) == width - codes
        and words[taken] in {"合计", "总计"}
        and parse_cell(words[taken + 1])
        and all(_suits(word, "amount") for word in words[taken + 2 : taken + len(total)])
    ):
        blank = Span(total[0].end, total[0].end)
        cells.append([total[0], *[blank] * codes, *total[1:]])
        taken += len(total)
    return table_at(text, cells), before, taken


def _below_headings(text: str, spans: Sequence[Span], words: Sequence[str]) -> tuple[Table | None, int, int]:
    """The rows below the first heading row that fits some, the first of their cells and those behind the last."""
    for first in range(min(_MOST_ABOVE, len(words))):
        if not (_OF_LABELS.fullmatch(words[first]) or _OF_NUMBERS.fullmatch(words[first])):
            continue
        fitting = [
            (rows, width)
            for width in range(2, WIDEST + 1)
            if (rows := _rows(words[first:], width)) >= _FEWEST_ROWS
        ]
        if fitting:
            rows, width = max(fitting, key=lambda fit: fit[0] * fit[1])
            taken = first + (rows + 1) * width
            table = table_of(text, spans[first:taken], width)
            sums, taken = _sums(text, spans, words, taken, rows + 2)
            return replace(table, rows=(*table.rows, *sums)), first, taken
    return None, 0, 0


def _sums(
    text: str, spans: Sequence[Span], words: Sequence[str], at: int, row: int
) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """人员经费合计 | 公用经费合计 with their amounts, merged over the columns of codes: rows of two cells each."""
    pairs: list[Sequence[Span]] = []
    while at + 1 < len(words) and words[at].endswith("合计") and parse_cell(words[at + 1]):
        pairs.append(spans[at : at + 2])
        at += 2
    return rows_at(text, pairs, row), at


def _rows(words: Sequence[str], width: int) -> int:
    """How many rows of this width stand below a heading row of words, each cell of the kind that its heading asks for."""
    heads = words[:width]
    kinds = [_kind(head) for head in heads]
    if "" in kinds or OF_GROUPS & {*heads}:
        return 0
    count = filled = blank = 0
    for start in range(width, len(words) - width + 1, width):
        row = words[start : start + width]
        if not any(row) and blank < _MOST_BLANK:
            blank += 1
            continue
        if not all(_suits(cell, kind) for cell, kind in zip(row, kinds, strict=True)):
            break
        if not any(cell and kind == "label" for cell, kind in zip(row, kinds, strict=True)):
            break
        count, blank = count + blank + 1, 0
        filled += any(parse_cell(cell) for cell, kind in zip(row, kinds, strict=True) if kind == "amount")
    return count if filled >= 2 else 0


def _kind(head: str) -> str:
    """What stands below a heading: labels, numbers of rows and codes, or amounts; empty where that is not known."""
    if _OF_LABELS.fullmatch(head):
        return "label"
    if _OF_NUMBERS.fullmatch(head):
        return "number"
    read = read_heading(head)
    return "amount" if _OF_AMOUNTS.fullmatch(head) or read.says_something else ""


def _suits(cell: str, kind: str) -> bool:
    if NOTHING.fullmatch(cell):
        return True
    is_number = parse_cell(cell) is not None
    return not is_number if kind == "label" else is_number

"""Tables of final accounts and budgets with a cell a line, below their title.

Belongs here: finding the title and the lines of such a table, and making the table of what was read.
Does not belong here: rows of its cells (``accountrows``) and their sums (``accountsums``), rows on one line (``blankrows``),
ladders of row numbers (``ladders``) and rows of one width (``plaincells``); whose the amounts are (``valuecolumns``).

A PDF may give the cells of a table in any order. Rows are read only where their amounts add up: a first column to the others
in most rows, the two sides of income and expenditure to their totals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.titlelines import rows_above
from extraction.flattened import celllines
from extraction.flattened.accountrows import first_row, read_rows
from extraction.flattened.accountsums import classes_with_sums, columns, two_sided
from extraction.model import Cell, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded

_TITLE = re.compile(
    r"[^。；，,]{0,40}(?:收入支出|收支|收入|支出)(?:部门|政府)?(?:预算|决算)?(?:功能分类|经济分类)?(?:预算|决算)?(?:总|明细)?表(?:[(（][^()（）]{1,24}[)）])?"
)
_END = re.compile(
    r"注[:：]|备注|说明[:：]|.*。|第[一二三四五六七八]部分.*|.{0,30}(?:经费|采购|资产|绩效|目标).{0,12}表(?:[（(].{0,8}[）)])?$"
)
_SIDES = re.compile(r"收入支出|收支")
_LONGEST = 40
_MOST_CELLS = 700
_FEWEST_CELLS = 8
_MOST_ABOVE = 6


def may_head(words: str) -> bool:
    """Whether the words of a line are the title of such a table."""
    return "表" in words and len(words) <= _LONGEST and _TITLE.fullmatch(words) is not None


def read_table(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The table whose title is the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    region = _region(lines)
    spans, line_of = celllines.tokens(region, celllines.shows_empty_cells(region))
    words = [folded(text[span.start : span.end]) for span in spans]
    if len(words) < _FEWEST_CELLS or any("\t" in word or "|" in word for word in words):
        return None, 0
    first = first_row(words)
    if first is None:
        return None, 0
    rows, taken = read_rows(spans, words, first)
    read = two_sided if _SIDES.search(folded(lines[0].words)) else columns
    table_rows = read(spans[:first], words[:first], rows) or classes_with_sums(spans, rows)
    if not table_rows:
        return None, 0
    above = rows_above(text, lines, line_of[min(first, _MOST_ABOVE)])
    numbered = (
        tuple(
            Cell(text[span.start : span.end] if name is None else name, span, number, column)
            for column, (span, name) in enumerate(row, start=1)
        )
        for number, row in enumerate(table_rows, start=1 + len(above))
    )
    return Table(0, (*above, *numbered), columns_lost=True), line_of[taken - 1] + 1


def _region(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines below the title up to a note, a sentence, another title."""
    cells = 0
    for at, line in enumerate(lines):
        cells += bool(line.words)
        if (
            at
            and line.words
            and (len(line.words) > _LONGEST or _END.match(line.words) or may_head(line.words))
        ):
            return lines[:at]
        if cells > _MOST_CELLS:
            return lines[:at]
    return lines

"""Tables with a row a line whose cells are parted by blanks alone: 公务接待费 6.85 8.00.

Belongs here: finding such lines below a line of headings, and dividing them into labels and values.
Does not belong here: whose the values are (``valuecolumns``: rows with fewer values than headings are left out, or give their
whole alone); the funds block of the self-evaluation form (``formtokens``); the one row of the “三公” form (``headtree``).

A PDF breaks headings and labels over lines: what stands alone above or below a row is no cell of it. Where pieces of
headings are left over, the columns are not known, and rows give at most the whole that their amounts add up to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.columns.groupedcolumns import under_group
from extraction.columns.headings import Heading, read_heading
from extraction.columns.titlelines import rows_above
from extraction.columns.valuecolumns import by_values, heads_amounts
from extraction.flattened.blanks import blankplaces, firstcolumns
from extraction.flattened.blanks.blankcells import Row, cell_of, cells_of, is_value, of_classes
from extraction.flattened.blanks.blankheads import (
    LONGEST_LABEL,
    TITLE,
    WHOLE_FIRST,
    are_whole,
    below_title,
    certain,
    heads_of,
    parted_by_one,
    spans_of,
    unknown,
)
from extraction.model import Cell, Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_FIRST = re.compile(
    r"\s*(?:项\s*目(?:名\s*称)?|科\s*目(?:名\s*称)?|支出项目|收入项目|预算项目|机构名称|单位名称|内\s*容|指\s*标|采购(?:类别|项目|种类)"
    r"|(?:部门|政府)?(?:预算)?(?:支出)?(?:功能|经济)分类科目名称|(?:(?:部门|政府)?(?:预算)?(?:支出)?(?:功能|经济)分类)?科目(?:编码|代码)\s+(?:(?:支出)?(?:功能|经济)(?:分类)?)?(?:科目)?名称)\s+\S"
)
#: The sum of a table whose headings are all in pieces; its title says what it is the sum of.
_SUM_FIRST = re.compile(r"\s*合\s*计(?:\s+-?\d[\d,]*\.\d{1,6}){2,9}\s*$")
_ONE_SIDE = re.compile(r"(?P<side>收入|支出)(?:决算|预算)(?:总)?表$")
#: Heads the labels of a table, or of each of its halves.
_HALF = re.compile(r"(?:收入|支出)?(?:项目|科目)(?:名称)?(?:\([^()]*\))?")
_BOTH_SIDES = re.compile(r"收入支出|收支")
_PAGE = re.compile(r"[-—\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/共]\s*\d{1,3}\s*页?)?[-—\s]*")
_ENDS = re.compile(r"\s*(?:一级指标\s|注|备注|说明|填表|填报|附|第[一二三四五六七八]部分)")
_PROSE = re.compile(r"[。；]")
_BEFORE_AMOUNT = re.compile(r"(?<=\S)(\s{1,60})(-?\d[\d,]{2,17}(?:\.\d{1,6})?)(?!\S)")
_NEAR = 16
_MOST_HEADS = 14
_STAGES = re.compile(r"[预决]算.*(?:[预决]算|执行|实际)")
_FEWEST_STAGED = 3
_LONGEST_HEAD = 24
_LONGEST_LINE = 160
_FEWEST_ROWS = 2
_MOST_EMPTY = 3
_MOST_WORDS = 14
#: A table in which no row fits its headings by then is none.
_SOON = 40


def may_head(line: str) -> bool:
    """Whether a line can hold the headings of such a table."""
    if len(line) > _LONGEST_LINE:
        return False
    if not (_FIRST.match(line) or WHOLE_FIRST.match(line) or _SUM_FIRST.match(line) or _names_stages(line)):
        return False
    return not _PROSE.search(line)


def _names_stages(line: str) -> bool:
    """Whether any words stand before headings of which each is of a stage or a year, or of nothing that counts."""
    if not _STAGES.search(line):
        return False
    words = [folded(word) for word in line.split()]
    if len(words) < _FEWEST_STAGED or len(words[0]) > _LONGEST_HEAD or parse_cell(words[0]):
        return False
    headings = [read_heading(word) for word in words[1:]]
    staged = sum(heading.stage is not None and not heading.concepts for heading in headings)
    return staged >= _FEWEST_ROWS and all(map(heads_amounts, headings))


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table whose headings stand in line ``at``.

    Returns:
        the table or None, and the line after it.
    """
    if _SUM_FIRST.match(lines[at].text):
        return _below_pieces(text, lines, at)
    heads = heads_of(text, lines[at])
    words = [folded(cell.text) for cell in heads]
    if not 1 < len(words) <= _MOST_HEADS or any(len(w) > _LONGEST_HEAD or parse_cell(w) for w in words):
        return None, at
    if not any(
        heading.says_something or (heading.unit and heads_amounts(heading))
        for heading in map(read_heading, words[1:])
    ):
        return None, at
    printed = heads
    in_pieces = WHOLE_FIRST.match(lines[at].text) or below_title(text, lines, at)
    if in_pieces and not _names_stages(lines[at].text):
        heads = certain(heads, are_whole(lines, at))
    headings = [read_heading(folded(cell.text)) for cell in heads]
    rows, end = _rows(text, lines, at, headings)
    if heads is not printed and (first := firstcolumns.of_spending(printed, [row for row, _ in rows])):
        heads, headings = first, [read_heading(folded(cell.text)) for cell in first]
        rows = [
            (row, by_values([folded(cell.text) for cell in row], headings) is not None) for row, _ in rows
        ]
    heads, rows = _placed(text, rows, heads, headings)
    if sum(fits for _, fits in rows) < _FEWEST_ROWS:
        return None, at
    above = rows_above(text, lines, at)
    return Table(0, tuple(_numbered([*above, heads, *(row for row, _ in rows)])), columns_lost=True), end


def _placed(
    text: str, rows: list[tuple[Row, bool]], heads: Row, headings: list[Heading]
) -> tuple[Row, list[tuple[Row, bool]]]:
    """Headings and rows with their empty cells, where the places of the amounts show them; a heading that nobody knows heads amounts too."""
    if parted_by_one([cell.span for cell in heads]) or any(heading.ignored for heading in headings[1:]):
        return heads, rows
    found = blankplaces.placed(text, [row for row, _ in rows], heads[1:])
    if found is None:
        return heads, rows
    known = [at == 0 or heads_amounts(heading) for at, heading in enumerate(headings)]
    heads = [cell if is_known else unknown(cell) for cell, is_known in zip(heads, known, strict=True)]
    headings = [read_heading(folded(cell.text)) for cell in heads]
    return heads, [
        (row, by_values([folded(cell.text) for cell in row], headings) is not None) for row in found
    ]


def _below_pieces(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """Rows below headings in pieces, from the sum in line ``at`` on: the title names the whole, and no more is known."""
    above = rows_above(text, lines, at)
    title = folded(above[0][0].text) if above else ""
    side = _ONE_SIDE.search(title)
    if side is None or _BOTH_SIDES.search(title):
        return None, at
    place = Span(lines[at].start, lines[at].start)
    whole = Cell(f"本年{side['side']}合计", place, 0, 0)
    heads = [Cell("项目", place, 0, 0), whole, *[unknown(whole)] * _MOST_HEADS]
    rows, end = _rows(text, lines, at - 1, [read_heading(cell.text) for cell in heads])
    if sum(fits for _, fits in rows) < _FEWEST_ROWS:
        return None, at
    return Table(0, tuple(_numbered([*above, heads, *(row for row, _ in rows)])), columns_lost=True), end


def _rows(
    text: str, lines: Sequence[Line], at: int, headings: list[Heading]
) -> tuple[list[tuple[Row, bool]], int]:
    """The rows below line ``at``, each with whether it fits the headings, and the line after the last."""
    single = parted_by_one(spans_of(text, lines[at])) and not _is_padded(lines, at)
    halves = sum(_HALF.fullmatch(heading.text) is not None for heading in headings) > 1
    found: list[tuple[Row, bool]] = []
    end = last = at + 1
    empty = words = 0
    while end < len(lines) and empty <= _MOST_EMPTY and words <= _MOST_WORDS:
        line = lines[end]
        end += 1
        if not line.words:
            empty += 1
            continue
        if _PAGE.fullmatch(line.text) or line.words == lines[at].words:
            continue
        if _ends_table(line):
            break
        cells = list(cells_of(text, line, single, halves))
        row = of_classes(cells)
        texts = [folded(cell.text) for cell in row]
        if not row and len(cells) > 1:
            empty, words, last = 0, 0, end
            continue  # an item of a class
        if not any(map(is_value, texts)):
            words, empty = words + 1, 0
            lower = [cell_of(text, span) for span in spans_of(text, line)]
            if not found and (both := under_group(headings, [read_heading(folded(c.text)) for c in lower])):
                found.append((lower, False))  # headings of a second level
                headings = both
            continue
        empty = words = 0
        if is_value(texts[0]) or len(texts[0]) > LONGEST_LABEL:
            continue  # its label is not known
        found.append((row, by_values(texts, headings) is not None))
        last = end
        if len(found) > _SOON and not any(fits for _, fits in found):
            break
    return found, last


def _is_padded(lines: Sequence[Line], at: int) -> bool:
    """Whether blanks fill the amounts below a heading line up to one width each: then wide gaps are no empty cells."""
    found = [
        (len(gap), len(gap) + len(amount))
        for line in lines[at + 1 : at + _NEAR]
        for gap, amount in _BEFORE_AMOUNT.findall(line.text)
    ]
    gaps = {gap for gap, _ in found}
    return len(gaps) > 1 and min(gaps) > 1 and len({width for _, width in found}) == 1


def _ends_table(line: Line) -> bool:
    """Whether a line is no row: prose, a note, the title of another table."""
    if len(line.text) > _LONGEST_LINE or _PROSE.search(line.text) or _ENDS.match(line.text):
        return True
    return TITLE.fullmatch(line.words) is not None


def _numbered(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows, start=1):
        yield tuple(Cell(cell.text, cell.span, number, column) for column, cell in enumerate(row, start=1))

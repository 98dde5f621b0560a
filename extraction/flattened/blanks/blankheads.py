"""Headings of a table whose cells are parted by blanks: which of them are whole, and which are pieces on other lines.

Belongs here: reading one line of headings with the lines around it.
Does not belong here: rows (``blankrows``), what a heading says (``headings``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.columns import threepublic
from extraction.columns.groupedcolumns import under_group
from extraction.columns.headings import read_heading
from extraction.columns.titlelines import rows_above
from extraction.flattened.blanks.blankcells import NUMBERED, TOKEN, Row, is_value
from extraction.model import Cell, Span
from extraction.text.lines import Line
from extraction.text.normalise import folded

#: Headings of a table of classes whose first column has its heading on lines of its own.
WHOLE_FIRST = re.compile(r"\s*(?P<whole>合\s*计|本年(?:收入|支出)合计)(?:\s+[^\s\d。，；]{2,14}){2,9}\s*$")
#: Words below headings that name no column of amounts.
_NO_COLUMN = re.compile(
    r"(?>(?:部门预算|政府预算)?(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码|名称)?|(?:支出)?(?:功能|经济)?分类"
    r"|项目|类|款|项|编码|代码|名称|栏次|按[^ ]{2,8}分类?)++"
)
#: 项目 支出预算: one heading over all amounts.
#: 201 207.40 207.40: a row whose name is broken over the lines around it.
_CODED = re.compile(r"[1235]\d{2}(?:\d{2}){0,2}\s+-?\d[\d,]*\.\d")
_OVER_ALL = re.compile(r"项\s*目\s+[^\s]*(?:收入|支出)(?:预算|决算)?数?")
_SIDES = re.compile(r"(?:本年|财政拨款)?收\s*入\s+(?:本年|财政拨款)?支\s*出")
TITLE = re.compile(r"\S*表(?:[（(].*[）)])?$")
#: 一般公共预算政府性基金预算: headings of one level that no blank parts.
_ONE_LEVEL = (
    re.compile(r"一般公共预算(?:财政拨款)?|政府性基金预算(?:财政拨款)?|国有资本经营预算(?:财政拨款)?"),
    re.compile(r"基本支出|项目支出"),
    re.compile(r"人员经费|公用经费"),
    re.compile(r"财政拨款收入|事业收入|其他收入"),
)
_SUM_OF_LEVEL = re.compile(r"(?:合计|小计)(?=.)")
_BETWEEN_HAN = re.compile(r"[\u4e00-\u9fff]")
LONGEST_LABEL = 40


def heads_of(text: str, line: Line) -> Row:
    """The headings of a line; where the first of them is that of amounts, an empty one of labels in front of it."""
    spans = [part for span in spans_of(text, line) for part in _parted(text, span)]
    cells = [Cell(text[span.start : span.end], span, 0, 0) for span in spans]
    while len(cells) > 1 and all(_NO_COLUMN.fullmatch(folded(cell.text)) for cell in cells[:2]):
        cells = cells[1:]  # codes are left out of the rows
    if WHOLE_FIRST.match(line.text):
        place = Span(line.start, line.start)
        return [Cell("项目", place, 0, 0), *cells]
    return cells


def spans_of(text: str, line: Line) -> list[Span]:
    """Words parted by blanks; single characters that were spread out belong together: 项 目."""
    found: list[Span] = []
    spread = False
    for match in TOKEN.finditer(text, line.start, line.end):
        single = match.end() - match.start() == 1 and _BETWEEN_HAN.match(match.group()) is not None
        if single and spread:
            found[-1] = Span(found[-1].start, match.end())
        else:
            found.append(Span(match.start(), match.end()))
        spread = single
    return found


def _parted(text: str, span: Span) -> list[Span]:
    """The headings of one level that a word is made of, each in a cell; any other word is one."""
    total = _SUM_OF_LEVEL.match(text, span.start, span.end)
    start = total.end() if total else span.start
    for level in _ONE_LEVEL:
        parts = [Span(*match.span()) for match in level.finditer(text, start, span.end)]
        closed = [*(part.start for part in parts), span.end] == [start, *(part.end for part in parts)]
        if closed and len(parts) > (total is None):
            return [*([Span(*total.span())] if total else []), *parts]
    return [span]


def parted_by_one(heads: Sequence[Span]) -> bool:
    """Whether one blank parts the headings: then a gap of three is an empty cell that holds a blank itself."""
    return all(right.start - left.end == 1 for left, right in pairwise(heads))


def below_title(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the headings are those of a national table, which stands below its title."""
    return any(TITLE.fullmatch(row[0].text) for row in rows_above(text, lines, at))


def are_whole(lines: Sequence[Line], at: int) -> bool:
    """Whether no piece of a heading stands on the lines around line ``at``."""
    above = [line for line in lines[max(0, at - 3) : at] if line.words]
    below = [line for line in lines[at + 1 : at + 8] if line.words]
    for index in range(len(above) - 1, -1, -1):
        if not _is_piece(above[index]):
            above = above[index + 1 :]
            break
    if below and _is_second_level(lines[at], below[0]):
        below = below[1:]
    for index, line in enumerate(below):
        if not _is_piece(line) or (index + 1 < len(below) and _CODED.match(below[index + 1].words)):
            below = below[:index]
            break
    return all(
        _NO_COLUMN.fullmatch(folded(line.words)) or _OVER_ALL.fullmatch(line.words)
        for line in [*above, *below]
    )


def _is_second_level(upper: Line, lower: Line) -> bool:
    """Whether the words of a line stand under the one heading above them that is no column of its own: 增减额 增减幅度."""
    if len(lower.words) > LONGEST_LABEL:
        return False
    heads, below = ([read_heading(folded(word)) for word in line.words.split()] for line in (upper, lower))
    return under_group(heads, below) is not None


def _is_piece(line: Line) -> bool:
    """Whether a line can be a piece of headings: short words, no amounts, no title, no label of a row."""
    words = line.words
    if len(words) > LONGEST_LABEL or any(mark in words for mark in "。；：:，") or TITLE.fullmatch(words):
        return False
    if _SIDES.fullmatch(words):
        return False
    return not any(is_value(folded(word)) or NUMBERED.match(word) for word in words.split())


def certain(heads: Row, whole: bool) -> Row:
    """The headings as printed; where pieces of them are left over only the first of each group of amounts, the others unknown."""
    if whole:
        return heads
    found: Row = []
    amounts = 0
    for cell in heads:
        label = _NO_COLUMN.fullmatch(folded(cell.text)) is not None
        if label and amounts > 1:
            found.extend([unknown(cell)] * 3)
        amounts = 0 if label else amounts + 1
        found.append(unknown(cell) if amounts > 1 else cell)
    return [*found, *([unknown(heads[-1])] * 3 if amounts > 1 else [])]


def unknown(cell: Cell) -> Cell:
    """A heading that is read as one of no amounts."""
    return Cell(threepublic.UNKNOWN, Span(cell.span.end, cell.span.end), 0, 0)

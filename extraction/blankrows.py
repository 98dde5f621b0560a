"""Tables with a row a line whose cells are parted by blanks alone: 公务接待费 6.85 8.00.

Belongs here: finding such lines below a line of headings, and dividing them into labels and values.
Does not belong here: whose the values are (``lostcolumns``: rows with fewer values than headings are left out, or give their
whole alone); the funds block of the self-evaluation form (``formtokens``); the one row of the “三公” form (``headtree``).

A PDF breaks headings and labels over lines: what stands alone above or below a row is no cell of it. Where pieces of
headings are left over, the columns are not known, and rows give at most the whole that their amounts add up to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extraction import reference
from extraction.gridrows import NOTHING
from extraction.headings import Heading, read_heading
from extraction.lines import Line
from extraction.lostcolumns import by_values, under_group
from extraction.model import Cell, Span, Table
from extraction.normalise import folded
from extraction.numbers import parse_cell
from extraction.titlelines import rows_above

_TOKEN = re.compile(r"[^\s|]+")
_FIRST = re.compile(
    r"\s*(?:项\s*目(?:名\s*称)?|科\s*目(?:名\s*称)?|支出项目|收入项目|预算项目|机构名称|单位名称|内\s*容|指\s*标"
    r"|(?:功能|经济)分类科目名称|(?:(?:支出)?(?:功能|经济)分类)?科目(?:编码|代码)\s+(?:科目)?名称)\s+\S"
)
#: The sum of a table whose headings are all in pieces; its title says what it is the sum of.
_SUM_FIRST = re.compile(r"\s*合\s*计(?:\s+-?\d[\d,]*\.\d{1,6}){2,9}\s*$")
_ONE_SIDE = re.compile(r"(?P<side>收入|支出)(?:决算|预算)(?:总)?表$")
_BOTH_SIDES = re.compile(r"收入支出|收支")
#: Headings of a table of classes whose first column has its heading on lines of its own.
_WHOLE_FIRST = re.compile(r"\s*(?P<whole>合\s*计|本年(?:收入|支出)合计)(?:\s+[^\s\d。，；]{2,14}){2,9}\s*$")
#: Words below headings that name no column of amounts.
_NO_COLUMN = re.compile(
    r"(?:项目|科目|类|款|项|编码|代码|名称|栏次|(?:支出)?(?:功能|经济)?分类|(?:部门预算|政府预算)?(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码|名称)?|按[^ ]{2,8}分类?)+"
)
#: 项目 支出预算: one heading over all amounts.
_OVER_ALL = re.compile(r"项\s*目\s+[^\s]*(?:收入|支出)(?:预算|决算)?数?")
_SIDES = re.compile(r"(?:本年|财政拨款)?收\s*入\s+(?:本年|财政拨款)?支\s*出")
_PAGE = re.compile(r"[-—\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/共]\s*\d{1,3}\s*页?)?[-—\s]*")
_ENDS = re.compile(r"\s*(?:注|备注|说明|填表|填报|附|第[一二三四五六七八]部分)")
_TITLE = re.compile(r"\S*表(?:[（(].*[）)])?$")
_PROSE = re.compile(r"[。；]")
_BETWEEN_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]\D|[（(][一二三四五六七八九十\d]{1,3}[）)]"
)
_CODE = re.compile(r"[1235]\d{2}(?:\d{2}){0,2}")
_ROW_NUMBER = re.compile(r"\d{1,2}")
_PART_OF_CODE = re.compile(r"\d{2}")
_CLASS = 3
_MOST_HEADS = 14
_LONGEST_HEAD = 24
_LONGEST_LABEL = 40
_LONGEST_LINE = 160
_FEWEST_ROWS = 2
_MOST_EMPTY = 3
_MOST_WORDS = 14
#: A table in which no row fits its headings by then is none.
_SOON = 40

_Row = list[Cell]


def may_head(line: str) -> bool:
    """Whether a line can hold the headings of such a table."""
    if len(line) > _LONGEST_LINE:
        return False
    if not (_FIRST.match(line) or _WHOLE_FIRST.match(line) or _SUM_FIRST.match(line)):
        return False
    return not _PROSE.search(line)


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table whose headings stand in line ``at``.

    Returns:
        the table or None, and the line after it.
    """
    if _SUM_FIRST.match(lines[at].text):
        return _below_pieces(text, lines, at)
    heads = _heads(text, lines[at])
    words = [folded(cell.text) for cell in heads]
    if not 1 < len(words) <= _MOST_HEADS or any(len(w) > _LONGEST_HEAD or parse_cell(w) for w in words):
        return None, at
    if not any(read_heading(word).says_something for word in words[1:]):
        return None, at
    if _WHOLE_FIRST.match(lines[at].text) or _coded(text, lines, at):
        heads = _certain(heads, _whole_headings(lines, at))
    headings = [read_heading(folded(cell.text)) for cell in heads]
    rows, end = _rows(text, lines, at, headings)
    if sum(fits for _, fits in rows) < _FEWEST_ROWS:
        return None, at
    above = rows_above(text, lines, at)
    return Table(0, tuple(_numbered([*above, heads, *(row for row, _ in rows)])), columns_lost=True), end


def _below_pieces(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """Rows below headings in pieces, from the sum in line ``at`` on: the title names the whole, and no more is known."""
    above = rows_above(text, lines, at)
    title = folded(above[0][0].text) if above else ""
    side = _ONE_SIDE.search(title)
    if side is None or _BOTH_SIDES.search(title):
        return None, at
    place = Span(lines[at].start, lines[at].start)
    whole = Cell(f"本年{side['side']}合计", place, 0, 0)
    heads = [Cell("项目", place, 0, 0), whole, *[_unknown(whole)] * _MOST_HEADS]
    rows, end = _rows(text, lines, at - 1, [read_heading(cell.text) for cell in heads])
    if sum(fits for _, fits in rows) < _FEWEST_ROWS:
        return None, at
    return Table(0, tuple(_numbered([*above, heads, *(row for row, _ in rows)])), columns_lost=True), end


def _rows(
    text: str, lines: Sequence[Line], at: int, headings: list[Heading]
) -> tuple[list[tuple[_Row, bool]], int]:
    """The rows below line ``at``, each with whether it fits the headings, and the line after the last."""
    single = _parted_by_one(_spans(text, lines[at]))
    found: list[tuple[_Row, bool]] = []
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
        cells = list(_cells(text, line, single))
        row = _of_classes(cells)
        texts = [folded(cell.text) for cell in row]
        if not row and len(cells) > 1:
            empty, words, last = 0, 0, end
            continue  # an item of a class
        if not any(map(_is_value, texts)):
            words, empty = words + 1, 0
            lower = [_cell(text, span) for span in _spans(text, line)]
            if not found and (both := under_group(headings, [read_heading(folded(c.text)) for c in lower])):
                found.append((lower, False))  # headings of a second level
                headings = both
            continue
        empty = words = 0
        if _is_value(texts[0]) or len(texts[0]) > _LONGEST_LABEL:
            continue  # its label is not known
        found.append((row, by_values(texts, headings) is not None))
        last = end
        if len(found) > _SOON and not any(fits for _, fits in found):
            break
    return found, last


def _ends_table(line: Line) -> bool:
    """Whether a line is no row: prose, a note, the title of another table."""
    if len(line.text) > _LONGEST_LINE or _PROSE.search(line.text) or _ENDS.match(line.text):
        return True
    return _TITLE.fullmatch(line.words) is not None


# -- headings ------------------------------------------------------------------------------------------


def _heads(text: str, line: Line) -> _Row:
    """The headings of a line; where the first of them is that of amounts, an empty one of labels in front of it."""
    cells = [Cell(text[span.start : span.end], span, 0, 0) for span in _spans(text, line)]
    while len(cells) > 1 and all(_NO_COLUMN.fullmatch(folded(cell.text)) for cell in cells[:2]):
        cells = cells[1:]  # codes are left out of the rows
    if _WHOLE_FIRST.match(line.text):
        place = Span(line.start, line.start)
        return [Cell("项目", place, 0, 0), *cells]
    return cells


def _spans(text: str, line: Line) -> list[Span]:
    """Words parted by blanks; single characters that were spread out belong together: 项 目."""
    found: list[Span] = []
    spread = False
    for match in _TOKEN.finditer(text, line.start, line.end):
        single = match.end() - match.start() == 1 and _BETWEEN_HAN.match(match.group()) is not None
        if single and spread:
            found[-1] = Span(found[-1].start, match.end())
        else:
            found.append(Span(match.start(), match.end()))
        spread = single
    return found


def _parted_by_one(heads: Sequence[Span]) -> bool:
    """Whether one blank parts the headings: then a gap of three is an empty cell that holds a blank itself."""
    return all(right.start - left.end == 1 for left, right in pairwise(heads))


def _coded(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the headings are those of a national table, which stands below its title."""
    return any(_TITLE.fullmatch(row[0].text) for row in rows_above(text, lines, at))


def _whole_headings(lines: Sequence[Line], at: int) -> bool:
    """Whether no piece of a heading stands on the lines around line ``at``."""
    above = [line for line in lines[max(0, at - 3) : at] if line.words]
    below = [line for line in lines[at + 1 : at + 8] if line.words]
    for index in range(len(above) - 1, -1, -1):
        if not _is_piece(above[index]):
            above = above[index + 1 :]
            break
    for index, line in enumerate(below):
        if not _is_piece(line):
            below = below[:index]
            break
    return all(
        _NO_COLUMN.fullmatch(folded(line.words)) or _OVER_ALL.fullmatch(line.words)
        for line in [*above, *below]
    )


def _is_piece(line: Line) -> bool:
    """Whether a line can be a piece of headings: short words, no amounts, no title, no label of a row."""
    words = line.words
    if len(words) > _LONGEST_LABEL or any(mark in words for mark in "。；：:，") or _TITLE.fullmatch(words):
        return False
    if _SIDES.fullmatch(words):
        return False
    return not any(_is_value(folded(word)) or _NUMBERED.match(word) for word in words.split())


def _certain(heads: _Row, whole: bool) -> _Row:
    """The headings as printed; where pieces of them are left over only the first of each group of amounts, the others unknown."""
    if whole:
        return heads
    found: _Row = []
    amounts = 0
    for cell in heads:
        label = _NO_COLUMN.fullmatch(folded(cell.text)) is not None
        if label and amounts > 1:
            found.extend([_unknown(cell)] * 3)
        amounts = 0 if label else amounts + 1
        found.append(_unknown(cell) if amounts > 1 else cell)
    return [*found, *([_unknown(heads[-1])] * 3 if amounts > 1 else [])]


def _unknown(cell: Cell) -> Cell:
    """A heading that is read as one of no amounts."""
    return Cell("备注", Span(cell.span.end, cell.span.end), 0, 0)


# -- rows ----------------------------------------------------------------------------------------------


def _cells(text: str, line: Line, single: bool) -> Iterator[Cell]:
    """Each run of words is one label; each value is a cell, and so is a gap that shows an empty one.

    Two labels beside each other, the second one numbered, are of two halves of a table.
    """
    label: Span | None = None
    end: int | None = None
    for match in _TOKEN.finditer(text, line.start, line.end):
        if _is_value(folded(match.group())):
            if label:
                yield _cell(text, label)
                label = None
            empty = (match.start() - end - 1) // 2 if single and end is not None else 0
            yield from [Cell("", Span(match.start(), match.start()), 0, 0)] * empty
            yield _cell(text, Span(match.start(), match.end()))
        elif label and _NUMBERED.match(match.group()):
            yield _cell(text, label)
            label = Span(match.start(), match.end())
        else:
            label = Span(label.start if label else match.start(), match.end())
        end = match.end()
    if label:
        yield _cell(text, label)


def _cell(text: str, span: Span) -> Cell:
    return Cell(text[span.start : span.end], span, 0, 0)


def _of_classes(row: _Row) -> _Row:
    """The row without the codes in front of its labels, and without what stands behind codes of anything below a class.

    A class whose name is broken over other lines is known by its code.
    """
    if len(row) > 1 and _ROW_NUMBER.fullmatch(row[0].text) and not _is_value(folded(row[1].text)):
        row = row[1:]  # the number of a row whose left half has no label
    found: _Row = []
    at = 0
    skipping = coded = False
    while at < len(row):
        cell = row[at]
        if codes := _codes_at(row, at, first=at == 0):
            name = names_of_classes().get(cell.text)
            at += codes
            coded = True
            skipping = codes > 1 or len(cell.text) > _CLASS
            if not skipping and _is_value(folded(row[at].text)):
                skipping = name is None
                found.extend([Cell(name, cell.span, 0, 0)] if name else [])
            continue
        if not _is_value(folded(cell.text)):
            skipping = skipping and coded  # the other half of the row has no codes
        coded = False
        if not skipping:
            found.append(cell)
        at += 1
    return found


def _codes_at(row: _Row, at: int, first: bool) -> int:
    """How many cells from ``at`` on are a code and its parts (208 05 01) in front of a label."""
    if not _CODE.fullmatch(row[at].text):
        return 0
    end = at + 1
    while end < len(row) and end - at < _CLASS and _PART_OF_CODE.fullmatch(row[end].text):
        end += 1
    labelled = end < len(row) and row[end].text != "" and not _is_value(folded(row[end].text))
    return end - at if end < len(row) and (labelled or first) else 0


@lru_cache(maxsize=1)
def names_of_classes() -> dict[str, str]:
    """The name of each functional and economic class by its code."""
    classes = {**reference.function_classes(), **reference.economic_classes()}
    return {code: name for name, code in classes.items()}


def _is_value(word: str) -> bool:
    return (
        not word or parse_cell(word) is not None or (len(word) <= 3 and NOTHING.fullmatch(word) is not None)
    )


def _numbered(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows, start=1):
        yield tuple(Cell(cell.text, cell.span, number, column) for column, cell in enumerate(row, start=1))

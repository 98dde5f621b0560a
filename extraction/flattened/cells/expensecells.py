"""Tables on the “三公” expenses whose cells follow one another: a cell a line, or all on one line parted by blanks.

Belongs here: which cells are headings, and where the row of each expense begins.
Does not belong here: which columns the values of a row stand in (``valuecolumns``, ``threepublicrows``), the form with one row
(``headtree``), tables whose rows can be seen (``plaincells``, ``blankrows``).

Headings are taken where they ask for as many values as the rows have. A total that lost its label is known by its parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from extraction.columns.groupedcolumns import under_group
from extraction.columns.headings import Heading, read_heading
from extraction.columns.threepublicrows import PARTS, TOTAL, kind_of
from extraction.columns.titlelines import rows_above
from extraction.columns.valuecolumns import heads_amounts, is_remark
from extraction.model import Cell, Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

#: A cell with its folded text.
_Token = tuple[Span, str]

_FIRST = re.compile(r"(?:经费|支出|预算)?项目(?:名称)?")
_UNIT = re.compile(r"(?:金额)?单位:(?:人民币)?(?:亿元|万元|千元|元)")
#: 编制单位：某某局: whose table it is, between its title and its headings.
_BY_WHOM = re.compile(r"(?:编制|填报|公开)?(?:单位|部门)(?:名称)?:")
_TITLE = re.compile(r".{0,60}三公.{0,40}(?:表|情况)")
_ENDS = re.compile(r"(?:注|备注|说明)(?:[:一\d]|$)|[二三四五六]、")
#: Words whose characters are printed apart: 预 算 数.
_SPACED = re.compile(r"项目|(?:全年|年初|调整)?预算数?|决算数?|合计|总计|小计|备注|金额")
_LONGEST = 40
_MOST_CELLS = 200
_MOST_COLUMNS = 8
_FEWEST_EXPENSES = 3
_ROUNDED = Decimal("0.011")


def may_begin(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` may be the first heading, below a unit or a title, or hold a whole table."""
    words = lines[at].words
    if len(words) > _LONGEST:
        return "三公" in words and "接待" in words and "出国" in words
    before = next((line.words for line in reversed(lines[max(at - 6, 0) : at]) if line.words), "")
    asked = len(before) <= _LONGEST * 2 and ("位" in before or "三公" in before)
    short = folded(before) if asked else ""
    return bool(_UNIT.search(short) or _TITLE.fullmatch(short)) and parse_cell(folded(words)) is None


def read_table(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table that begins in line ``at``, and the line after it; None where none does."""
    if len(lines[at].words) > _LONGEST:
        return _of_line(text, lines, at), at + 1
    above = rows_above(text, lines, at)
    if not any("三公" in cell.text for row in above for cell in row):
        return None, at
    tokens: list[_Token] = []
    ends: list[int] = []
    for number in range(at, min(at + 3 * _MOST_CELLS, len(lines))):
        words = folded(lines[number].words)
        if not words:
            continue
        if len(words) > _LONGEST or "。" in words or _ENDS.match(words):
            break
        tokens.append((lines[number].bare, words))
        ends.append(number + 1)
    rows, taken = _rows(text, tokens)
    return (_table(above, rows), ends[taken - 1]) if rows else (None, at)


def _of_line(text: str, lines: Sequence[Line], at: int) -> Table | None:
    """The table on one line, with what stands before and behind it as rows of one cell."""
    line = lines[at]
    tokens = _tokens(text, line)
    title = next((n for n, (_, words) in enumerate(tokens) if _TITLE.fullmatch(words)), None)
    if title is None:
        above = rows_above(text, lines, at)
        rows, taken = _rows(text, tokens) if above else ([], 0)
        return _table(above, rows) if taken == len(tokens) else None
    first = title + 1
    spans = [tokens[title][0]]
    while first < len(tokens) and (_BY_WHOM.search(tokens[first][1]) or tokens[first][1].endswith("表")):
        spans.append(tokens[first][0])
        first += 1
    last = first
    while last < len(tokens) and len(tokens[last][1]) <= _LONGEST and not _ENDS.match(tokens[last][1]):
        last += 1
    rows, taken = _rows(text, tokens[first:last])
    if not rows:
        return None
    end = line.bare.end
    rest = [Span(line.bare.start, tokens[title][0].start), Span(tokens[first + taken - 1][0].end, end)]
    single = [[_cell(text, span)] for span in (rest[0], *spans) if text[span.start : span.end].strip()]
    behind = [[_cell(text, rest[1])]] if text[rest[1].start : rest[1].end].strip() else []
    return _table([tuple(row) for row in single], [*rows, *behind])


def _tokens(text: str, line: Line) -> list[_Token]:
    """Words parted by blanks; characters printed apart are put together to the words that they make."""
    found: list[_Token] = []
    apart: list[Span] = []
    for match in re.finditer(r"\S+", text[line.start : line.end]):
        span = Span(line.start + match.start(), line.start + match.end())
        words = folded(match[0])
        if len(words) == 1 and parse_cell(words) is None:
            apart.append(span)
            continue
        found += [*_together(text, apart), (span, words)]
        apart = []
    return [*found, *_together(text, apart)]


def _together(text: str, apart: Sequence[Span]) -> list[_Token]:
    joined = "".join(text[span.start : span.end] for span in apart)
    return [
        (Span(apart[match.start()].start, apart[match.end() - 1].end), match[0])
        for match in _SPACED.finditer(joined)
    ]


def _rows(text: str, tokens: Sequence[_Token]) -> tuple[list[list[Cell]], int]:
    """Rows of headings and of expenses, and how many tokens they are; none where they are no such table."""
    first = next((at for at in range(len(tokens)) if _begins_row(tokens, at)), 0)
    heads = list(takewhile(lambda token: parse_cell(token[1]) is None, tokens[:first]))
    orphans = list(tokens[len(heads) : first])
    rows = _divided(tokens[first:])
    known = [row for row in rows if kind_of(row[0][1])]
    width = max((len(row) - 1 for row in known), default=0)
    full = [row for row in known if len(row) - 1 == width]
    kinds = {kind_of(row[0][1]) for row in known}
    filled = [row for row in known if len(row) > 1]
    levels = _levels([words for _, words in heads], width)
    if levels is None or len(kinds) < _FEWEST_EXPENSES or 2 * len(full) < len(filled):
        return [], 0
    if TOTAL not in kinds or not heads:
        total = orphans or next((row[1:] for row in known if kind_of(row[0][1]) == TOTAL), [])
        if len(total) != width or not _adds_up(total, known, levels[1]):
            return [], 0
    if any(parse_cell(words) is None for _, words in orphans):
        return [], 0
    if TOTAL not in kinds:
        place = orphans[0][0].start
        rows.insert(0, [(Span(place, place), "合计"), *orphans])
    elif orphans:
        return [], 0
    while rows and not kind_of(rows[-1][0][1]):
        rows.pop()
    taken = first + sum(map(len, rows)) - (len(orphans) + 1 if orphans else 0)
    return [
        *_headings(text, heads, levels[0]),
        *([_named(text, *token) for token in row] for row in rows),
    ], taken


def _headings(text: str, heads: Sequence[_Token], upper: int) -> list[list[Cell]]:
    """One or two rows of headings; 项目 and 金额 where they were not printed."""
    if not heads:
        return []
    place = Span(heads[0][0].start, heads[0][0].start)
    cells = [_cell(text, span) for span, _ in heads]
    first = [] if _FIRST.fullmatch(heads[0][1]) else [Cell("项目", place, 0, 0)]
    return [row for row in ([*first, *cells[:upper]], cells[upper:]) if row]


def _divided(tokens: Sequence[_Token]) -> list[list[_Token]]:
    """Labels, each with the values behind it, up to where another table begins: its title, its headings or its total."""
    rows: list[list[_Token]] = []
    seen: set[str] = set()
    for span, words in tokens:
        if rows and parse_cell(words) is not None:
            rows[-1].append((span, words))
            continue
        name = TOTAL if kind_of(words) == TOTAL else words
        if name in seen or words.endswith("表") or _FIRST.fullmatch(words) or _BY_WHOM.search(words):
            break
        seen.add(name)
        rows.append([(span, words)])
    return rows


def _begins_row(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a token is the label of an expense; 合计 is one only in front of an amount."""
    kind = kind_of(tokens[at][1])
    valued = at + 1 < len(tokens) and parse_cell(tokens[at + 1][1]) is not None
    return kind is not None and (kind != TOTAL or valued)


def _levels(words: Sequence[str], width: int) -> tuple[int, list[Heading]] | None:
    """How many headings stand in the upper row, and the columns that all make; None where they ask for another number of values."""
    if not 0 < width <= _MOST_COLUMNS:
        return None
    if not words:
        return (0, [Heading(text="金额")]) if width == 1 else None  # the title says of what stage
    labelled = _FIRST.fullmatch(words[0]) is not None
    headings = [read_heading(word) for word in words]
    lead = [] if labelled else [Heading(text="项目")]
    for upper in range(len(words), 0, -1):
        above = [*lead, *headings[:upper]]
        columns = above if upper == len(words) else under_group(above, headings[upper:])
        values = [heading for heading in (columns or [])[1:] if not is_remark(heading)]
        known = all(map(heads_amounts, values)) and any(heading.says_something for heading in values)
        if len(values) == width and known:
            return upper, values
    return None


def _adds_up(total: Sequence[_Token], rows: Sequence[Sequence[_Token]], columns: Sequence[Heading]) -> bool:
    """Whether amounts without a label are the sum of travel abroad, vehicles and reception, in every column of levels."""
    parts = [row[1:] for row in rows if kind_of(row[0][1]) in PARTS]
    levels = [at for at, heading in enumerate(columns) if heading.measure == "level"]
    for at in levels:
        amounts = [_value(row[at]) for row in parts if at < len(row)]
        if abs(_value(total[at]) - sum(amounts)) > _ROUNDED or not any(amounts):
            return False
    return bool(levels)


def _value(token: _Token) -> Decimal:
    number = parse_cell(token[1])
    return number.value if number else Decimal(0)


def _named(text: str, span: Span, words: str) -> Cell:
    return _cell(text, span) if span.end > span.start else Cell(words, span, 0, 0)


def _cell(text: str, span: Span) -> Cell:
    content = text[span.start : span.end]
    start = span.start + len(content) - len(content.lstrip())
    return Cell(content.strip(), Span(start, start + len(content.strip())), 0, 0)


def _table(above: Sequence[tuple[Cell, ...]], rows: Sequence[Sequence[Cell]]) -> Table:
    numbered = (
        tuple(Cell(cell.text, cell.span, number, column) for column, cell in enumerate(row, start=1))
        for number, row in enumerate([*above, *rows], start=1)
    )
    return Table(0, tuple(numbered), columns_lost=True)

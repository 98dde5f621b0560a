"""Forms whose cells run on without anything between them: 年度资金总额3636 10100%10, as some pages print a table's text.

Belongs here: the row of the total of funds in such a line, where its numbers have one division alone, and what a line holds beside it.
Does not belong here: rows of indicators (``runonindicators``); lines whose cells are parted (``streamtables``); dividing a run of digits
(``runondigits``); tables with a row a line whose amounts have decimals (``flattened.gluedrows``).

A row of funds is read where its rate, and its points, follow from its amounts in one division only; rows of indicators where
each has one division and their points add up to the printed total. Otherwise nothing is read, from the rows as prose neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from extraction.flattened.blanks.spanrows import table_at
from extraction.forms.glued import runondigits, runonindicators
from extraction.forms.glued.runonindicators import Region
from extraction.forms.streams.stream import empty
from extraction.model import Cell, Paragraph, Span, Table
from extraction.text.headnames import printed_as
from extraction.text.lines import Line

_RATE = r"(?:预算)?执行率(?:[(（](?:B/A[1l]|[^()（）]{1,8}[)）]))?"
_POINTS = rf"(?:{printed_as('分值')})(?:[(（][^()（）]{{1,6}}[)）])?"
_SCORE = rf"(?:{printed_as('得分')})(?:[(（][^()（）]{{1,14}}[)）])?"
_AMOUNT = r"(?:年初|全年|调整后?|当年)?(?:预算|执行|决算)数(?:[(（][A-Za-z][)）])?"
_REMARK = r"得分计算方法|(?:偏差|未完成)原因(?:分析)?(?:[及和](?:改进|整改)措施)?|备注"
_FUND_HEAD = re.compile(
    rf"(?P<remark>{_REMARK})|(?P<rate>{_RATE})|(?P<points>{_POINTS})|(?P<score>{_SCORE})|(?P<amount>{_AMOUNT})"
)
_FIRST_FUND_HEAD = re.compile(r"(?:年初|全年|调整后?)预算数|预算数(?=[(（]A[)）])")
#: 得分(20分*执行率): the points stand in the heading.
_OUT_OF = re.compile(r"[(（](\d{1,2})分?[*×]?执行率[)）]")
_TITLE = re.compile(
    r"(?:资金(?:情况|投入)?|(?:支出|预算)(?:预算)?(?:执行)?(?:情况|申请))[(（](?:万元|元)[)）]\s*$"
)
#: The headings of funds at the end of a line whose row stands in the next one.
_ENDS_IN_HEADS = re.compile(rf"(?:{_AMOUNT}){{1,3}}(?:{_POINTS}|{_RATE}|{_SCORE}){{1,3}}$")
_LONGEST_HEADS = 120
_TOTAL_OF_FUNDS = re.compile(
    r"(?:年度|项目)?(?:财政)?\s?资金总[额量][:：]?(?P<run>\d[\d.,%]{4,47})(?![\d.,%])"
)
_FEWEST_HEADS = 3
_MOST_HEADS = 7
_MOST_BLOCKS = 4
_BEFORE = 24


def read_line(text: str, start: int, end: int) -> list[Paragraph | Table]:
    """The tables in a line, and the words around them as paragraphs; empty where it holds no such form."""
    funds, points = _funds(text, start, end)
    regions = [region for region in (funds, runonindicators.of_line(text, start, end, points)) if region]
    found: list[Paragraph | Table] = []
    at = start
    for region in sorted(regions, key=lambda region: region.span.start):
        if region.span.start < at:
            return []
        found.extend(_paragraph(text, at, region.span.start))
        if region.rows:
            found.append(_table(text, region.rows))
        at = region.span.end
    return [*found, *_paragraph(text, at, end)] if regions else []


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The block of funds whose headings end line ``at`` and whose rows are the next ones, each run together, and the line after it.

    Amounts of the rows below the total are divided where all have as many decimals as those of the total.
    """
    region = _funds(text, lines[at].start, lines[at + 1].end)[0] if at + 1 < len(lines) else None
    if region is None:
        return None, at
    rows, end = list(region.rows), at + 2
    count = sum(_heads_amount(text, head) for head in rows[0][1:])
    amounts = [text[span.start : span.end] for span in rows[1][1 : 1 + count]]
    decimals = {len(word.partition(".")[2]) for word in amounts}
    in_front = all(_heads_amount(text, head) for head in rows[0][1 : 1 + count])
    if len(decimals) > 1 or 0 in decimals or not in_front:
        return _table(text, rows), end
    amount = rf"(-?[\d,]+\.\d{{{decimals.pop()}}})"
    part = re.compile(r"([^\d]{2,14})" + amount * count)
    while end < len(lines) and (match := part.match(text, lines[end].start, lines[end].end)):
        nothing = [empty(match.end())] * (len(rows[0]) - 1 - count)
        rows.append([*(Span(*match.span(n)) for n in range(1, count + 2)), *nothing])
        end += 1
    return _table(text, rows), end


def _heads_amount(text: str, head: Span) -> bool:
    match = _FUND_HEAD.match(text, head.start)
    return match is not None and match.lastgroup == "amount"


def ends_in_heads(words: str) -> bool:
    """Whether a line ends in the headings of the funds block, run together."""
    return (
        words.endswith("得分") and len(words) <= _LONGEST_HEADS and _ENDS_IN_HEADS.search(words) is not None
    )


def _paragraph(text: str, start: int, end: int) -> Iterator[Paragraph]:
    if text[start:end].strip():
        yield Paragraph(Span(start, end))


def _table(text: str, rows: list[list[Span]]) -> Table:
    table = table_at(text, rows)
    return Table(table.number, tuple(tuple(_closed(cell) for cell in row) for row in table.rows))


def _closed(cell: Cell) -> Cell:
    """A heading broken by blanks without them."""
    return Cell("".join(cell.text.split()), cell.span, cell.row, cell.column)


# -- funds ---------------------------------------------------------------------------------------------


def _funds(text: str, start: int, end: int) -> tuple[Region | None, Decimal]:
    """The headings of the funds block with the row of its total, and the points that it is worth."""
    for first in islice(_FIRST_FUND_HEAD.finditer(text, start, end), _MOST_BLOCKS):
        kinds, heads, at = _headings(text, first.start(), end)
        while at < end and text[at].isspace():
            at += 1
        total = _TOTAL_OF_FUNDS.match(text, at, end)
        if total is None or len(heads) < _FEWEST_HEADS:
            continue
        stated = next((out for head in heads if (out := _OUT_OF.search(text, head.start, head.end))), None)
        places = runondigits.of_funds(total["run"], kinds, Decimal(stated[1]) if stated else None)
        if not places:
            continue
        offset = total.start("run")
        values = [Span(offset + left, offset + right) for left, right in places]
        title = _TITLE.search(text, max(start, first.start() - _BEFORE), first.start())
        place = Span(*title.span()) if title else empty(first.start())
        label = Span(total.start(), offset)
        worth = values[kinds.index("points")] if "points" in kinds else None
        points = Decimal(text[worth.start : worth.end]) if worth else Decimal(0)
        return Region(Span(place.start, total.end()), [[place, *heads], [label, *values]]), points
    return None, Decimal(0)


def _headings(text: str, at: int, end: int) -> tuple[list[str], list[Span], int]:
    kinds: list[str] = []
    heads: list[Span] = []
    while len(heads) < _MOST_HEADS and (match := _FUND_HEAD.match(text, at, end)):
        at = match.end()
        if match.lastgroup != "remark":
            kinds.append(match.lastgroup or "")
            heads.append(Span(*match.span()))
    return kinds, heads, at

"""Forms whose cells run on without anything between them: 年度资金总额3636 10100%10, as some pages print a table's text.

Belongs here: the row of the total of funds and the rows of indicators in such a line, where the numbers have one division alone.
Does not belong here: lines whose cells are parted (``streamtables``); dividing a run of digits (``runondigits``).

A row of funds is read where its rate, and its points, follow from its amounts in one division only; rows of indicators where
each has one division and their points add up to the printed total. Otherwise nothing is read, from the rows as prose neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from extraction.flattened.spanrows import table_at
from extraction.forms import runondigits
from extraction.forms.stream import empty
from extraction.model import Cell, Paragraph, Span, Table
from extraction.text.lines import Line

_RATE = r"(?:预算)?执行率(?:[(（](?:B/A[1l]|[^()（）]{1,8}[)）]))?"
_POINTS = r"(?:分值|权重)(?:[(（][^()（）]{1,6}[)）])?"
_SCORE = r"(?:自评)?得分(?:[(（][^()（）]{1,14}[)）])?"
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
_LEVELS = re.compile(r"一级\s*指标\s*二级\s*指标\s*三级\s*指标\s*")
_LETTER = r"(?:[(（][A-Z][)）])?"
_COLUMN = re.compile(
    rf"(?P<points>分值|权重)|(?P<target>(?:年度|预期)?\s*(?:指标|目标)\s*值{_LETTER})|(?P<actual>(?:(?:全年|实际)\s*(?:实际|完成)\s*(?:完成)?|实际|完成)值{_LETTER})|(?P<score>(?:自评)?得分)"
    r"|(?P<reason>(?:偏差|未完成)原因(?:分析)?(?:[及和]\s*(?:拟采取的)?\s*(?:改进|整改)措施)?)"
)
_LEVEL = re.compile(
    r"(?P<first>(?:产出|效益|满意度|投入|过程|效果|决策|管理|成本(?=指标(?:[(（]\d{1,3}分?[)）])?(?:经济|社会|生态)))指标(?:[(（]\d{1,3}分?[)）])?)"
    r"|(?P<second>(?:[\u4e00-\u9fff]{2,6}(?:成本|效益|影响|满意度)|数量|质量|时效|成本)指标(?:[(（]\d{1,3}分?[)）])?)"
)
_END = re.compile(
    r"[…\s]{0,8}(?P<label>总\s*分|合\s*计|总\s*计)(?P<run>100(?:\.0{1,2})?\d{1,3}(?:\.\d{1,2})?)(?!\d)"
)
_FEWEST_HEADS = 3
_MOST_HEADS = 7
_MOST_BLOCKS = 4
_FEWEST_ROWS = 3
_MOST_ROWS = 60
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class _Region:
    """A part of the text that is a table, or that cannot be read as anything."""

    span: Span
    rows: list[list[Span]]


def read_line(text: str, start: int, end: int) -> list[Paragraph | Table]:
    """The tables in a line, and the words around them as paragraphs; empty where it holds no such form."""
    funds, points = _funds(text, start, end)
    regions = [region for region in (funds, _indicators(text, start, end, points)) if region]
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


def _funds(text: str, start: int, end: int) -> tuple[_Region | None, Decimal]:
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
        return _Region(Span(place.start, total.end()), [[place, *heads], [label, *values]]), points
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


# -- indicators ----------------------------------------------------------------------------------------


def _indicators(text: str, start: int, end: int, points: Decimal) -> _Region | None:
    """The rows of indicators from their headings to their total; without rows where they cannot be divided."""
    levels = _LEVELS.search(text, start, end)
    if levels is None:
        return None
    kinds: list[str] = []
    heads: list[Span] = []
    at = levels.end()
    while match := _COLUMN.match(text, at, end):
        kinds.append(match.lastgroup or "")
        heads.append(Span(*match.span()))
        at = match.end()
        while at < end and text[at].isspace():
            at += 1
    kinds = [kind for kind in kinds if kind != "reason"]
    total = _END.search(text, at, end)
    if (
        total is None
        or set(kinds) != {"points", "target", "actual", "score"}
        or len(kinds) != len(set(kinds))
    ):
        return None
    rows = _rows(text, at, total.start(), kinds)
    region = Span(levels.start(), total.end())
    worth = [
        Decimal(text[row[3 + kinds.index("points")].start : row[3 + kinds.index("points")].end])
        for row in rows
    ]
    full = total["run"][:3]
    if len(rows) < _FEWEST_ROWS or Decimal(full) not in {sum(worth), sum(worth) + points}:
        return _Region(region, [])
    names = [Span(*match.span()) for match in re.finditer(r"[一二三]级\s*指标", levels.group())]
    named = [Span(levels.start() + span.start, levels.start() + span.end) for span in names]
    nothing = empty(total.start())
    last = [Span(*total.span("label")), nothing, nothing, *[empty(total.end())] * len(kinds)]
    split = total.end() - len(total["run"]) + len(total["run"].partition("100")[1])
    split += len(re.match(r"\.0{1,2}", text[split : total.end()]).group()) if text[split] == "." else 0  # type: ignore[union-attr]
    last[3 + kinds.index("points")] = Span(total.start("run"), split)
    last[3 + kinds.index("score")] = Span(split, total.end("run"))
    return _Region(region, [[*named, *heads[: len(kinds)]], *rows, last])


def _rows(text: str, at: int, end: int, kinds: list[str]) -> list[list[Span]]:
    """A row for each indicator: its levels where they change, its name, its cells; empty where one has no single division."""
    found: list[list[Span]] = []
    first = second = empty(at)
    while at < end and len(found) < _MOST_ROWS:
        if text[at].isspace() or text[at] == "…":
            at += 1
        elif level := _LEVEL.match(text, at, end):
            if level["first"]:
                first, second = Span(*level.span()), empty(level.end())
            else:
                second = Span(*level.span())
            at = level.end()
        else:
            row = runondigits.of_indicator(text, at, end, kinds)
            if row is None:
                return []
            found.append([first, second, *row])
            at = row[-1].end
    return found

"""Tables with a row a line whose cells run on: 基本支出720.50718.00718.00-100.00%- below 年初预算数全年预算数全年执行数分值执行率得分.

Belongs here: headings that run on, and dividing the run behind a label, where all amounts of the table have the same decimals.
Does not belong here: a run whose amounts have none (``forms.runon``: its rate tells), rows of indicators (``forms.gluedindicators``).

A row is read where its run makes as many cells as there are headings in one way alone. That decimals are printed alike shows in a last nought:
where none is left out, 12.5 is printed 12.50; where noughts are left out, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extraction.flattened.blanks.spanrows import table_at
from extraction.model import Span, Table
from extraction.records import replace
from extraction.text.headnames import printed_as
from extraction.text.lines import Line

_AMOUNT = (
    r"(?:(?:(?:19|20)\d\d年度?|年初|全年|调整后?|当年|本年|上年度?)?(?:预算|执行|决算)(?:金额|数)|(?:年初|调整后?)预算|(?:实际)?支出数|(?:本年)?(?:收入|支出)?合计|小计|总计"
    r"|基本支出|项目支出|人员经费|公用经费|(?:上缴上级|经营|对附属单位补助)支出|(?:财政拨款|上级补助|事业|经营|附属单位上缴|其他)收入|增减额|(?:19|20)\d\d年度?)"
)
_HEAD = re.compile(
    r"(?:(?P<change>增减(?:率|%|幅度)|(?:增减|变动)比例)|(?P<rate>(?:预算)?(?:执行率|完成率))|"
    rf"(?P<points>{printed_as('分值')})|(?P<score>{printed_as('得分')})"
    rf"|(?P<amount>{_AMOUNT}))(?:[(（](?:[A-Z]|[A-Z]/[A-Z]|万元|元|%)[)）])?"
)
_LEAD = re.compile(r"[^\d\s|（(]{0,16}(?:[(（][^()（）\s]{1,6}[)）])?")
_ROW = re.compile(
    r"(?P<code>[1235]\d{2}(?:\d{2}){0,2})?(?P<label>(?:\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）])?[^\d\s|。；]{1,40}?)(?P<run>(?:-(?=\d))?\d[\d,]*\.\d[\d.,%/\-—]*)"
)
_DASH = re.compile(r"[-—/]")
_PERCENT = re.compile(r"\d{1,3}(?:\.\d{1,4})?%")
_CHANGE = re.compile(r"-?\d{1,4}(?:\.\d{1,4})?%?")
_POINTS = re.compile(r"(?:0|[1-9]\d?|100)(?:\.\d{1,2})?")
_DECIMALS = (2, 4, 6)
_LONGEST = 140
_FEWEST_HEADS, _MOST_HEADS = 2, 9
_FEWEST_ROWS = 2
_MOST_ROWS = 200
_LONGEST_RUN = 160
_MOST_WAYS = 8
_ROUNDED = Decimal("0.06")

_Cells = list[Span]


def may_begin(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` may hold headings that run on: below it stands a row whose amounts do."""
    words = lines[at].words
    if (
        len(words) > _LONGEST
        or not ("算" in words or "支出" in words or "收入" in words)
        or at + 1 >= len(lines)
    ):
        return False
    row = _row_in(lines[at + 1])
    return row is not None and row["run"].count(".") > 1


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table whose headings stand in line ``at``, and the line after it."""
    lead, heads, kinds = _heads(text, lines[at])
    if not _FEWEST_HEADS <= len(heads) <= _MOST_HEADS:
        return None, at
    end = at + 1
    found: list[re.Match[str]] = []
    while end < len(lines) and len(found) < _MOST_ROWS and (row := _row_in(lines[end])):
        found.append(row)
        end += 1
    for decimals in _DECIMALS:
        rows = [
            list(_cells(lines[at + 1 + number], row, kinds, decimals)) for number, row in enumerate(found)
        ]
        read = [row for row in rows if row]
        if len(read) >= _FEWEST_ROWS and 2 * len(read) > len(rows) and _are_alike(text, read, kinds):
            return replace(table_at(text, [[lead, *heads], *read]), columns_lost=True), end
    return None, at


def _row_in(line: Line) -> re.Match[str] | None:
    return _ROW.fullmatch(line.words) if len(line.words) <= _LONGEST_RUN else None


def _heads(text: str, line: Line) -> tuple[Span, _Cells, list[str]]:
    """The heading of the labels, those of amounts and what these ask for; none where the line holds anything else."""
    start = line.bare.start
    lead = _LEAD.match(text, start, line.bare.end)
    for begin in range(start, (lead.end() if lead else start) + 1):
        at, heads, kinds = begin, [], []
        while match := _HEAD.match(text, _behind_blanks(text, at), line.bare.end):
            heads.append(Span(*match.span()))
            kinds.append(match.lastgroup or "")
            at = match.end()
        if at == line.bare.end and heads:
            return Span(start, begin), heads, kinds
    return Span(start, start), [], []


def _behind_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\u3000":
        at += 1
    return at


def _cells(line: Line, row: re.Match[str], kinds: Sequence[str], decimals: int) -> Iterator[Span]:
    """Code, label and amounts of a row; nothing where its run can be divided in no way, or in several."""
    amount = re.compile(rf"(?:-(?=\d))?(?:[1-9]\d{{0,2}}(?:,\d{{3}})+|0|[1-9]\d*)\.\d{{{decimals}}}")
    ways = list(zip(_divisions(row["run"], 0, kinds, amount), range(_MOST_WAYS), strict=False))
    fitting = [way for way, _ in ways if _follows(row["run"], way, kinds)]
    if len(fitting) != 1:
        return
    start = line.bare.start
    if row["code"]:
        yield Span(start + row.start("code"), start + row.end("code"))
    yield Span(start + row.start("label"), start + row.end("label"))
    for left, right in fitting[0]:
        yield Span(start + row.start("run") + left, start + row.start("run") + right)


def _divisions(
    run: str, at: int, kinds: Sequence[str], amount: re.Pattern[str]
) -> Iterator[list[tuple[int, int]]]:
    """All ways in which a run makes a cell of each kind."""
    if not kinds:
        if at == len(run):
            yield []
        return
    for end in _ends(run, at, kinds[0], amount):
        for rest in _divisions(run, end, kinds[1:], amount):
            yield [(at, end), *rest]


def _ends(run: str, at: int, kind: str, amount: re.Pattern[str]) -> Iterator[int]:
    """Where a cell that begins at a place may end."""
    if _DASH.match(run, at):
        yield at + 1
    if kind == "amount":
        if match := amount.match(run, at):
            yield match.end()
        return
    pattern = {"rate": _PERCENT, "change": _CHANGE}.get(kind, _POINTS)
    for end in range(at + 1, min(len(run), at + 8) + 1):
        if pattern.fullmatch(run, at, end):
            yield end


def _follows(run: str, way: Sequence[tuple[int, int]], kinds: Sequence[str]) -> bool:
    """Whether rate and points, where they are printed, are those of the amounts before them."""
    values: dict[str, list[Decimal]] = {}
    for (start, end), kind in zip(way, kinds, strict=True):
        printed = run[start:end].replace(",", "").rstrip("%")
        if not _DASH.fullmatch(printed):
            values.setdefault(kind, []).append(Decimal(printed))
    rate, amounts = values.get("rate", []), values.get("amount", [])
    if len(rate) != 1 or len(amounts) < 2 or not amounts[-2]:
        return True
    if abs(amounts[-1] * 100 / amounts[-2] - rate[0]) > Decimal("0.6"):
        return False
    points, score = values.get("points", []), values.get("score", [])
    return not (points and score) or abs(points[0] * min(rate[0], Decimal(100)) / 100 - score[0]) <= _ROUNDED


def _are_alike(text: str, rows: Sequence[Sequence[Span]], kinds: Sequence[str]) -> bool:
    """Whether amounts show that noughts at their ends are printed."""
    columns = [at - len(kinds) for at, kind in enumerate(kinds) if kind == "amount"]
    amounts = [text[row[at].start : row[at].end] for row in rows for at in columns]
    return any(amount.endswith("0") for amount in amounts)

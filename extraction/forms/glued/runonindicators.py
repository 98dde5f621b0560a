"""Rows of indicators whose cells run on, on one line with their form or a line each: 质量指标签约项目落地率≥60%52%2017.3.

Belongs here: their headings, their levels, and where the rows end.
Does not belong here: dividing what stands behind a name (``runondigits``), the funds block before them (``runon``).

Rows on one line are read where their points add up to the printed total; lines where each is a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extraction.flattened.blanks.spanrows import table_at
from extraction.forms.glued import runondigits
from extraction.forms.streams.stream import empty
from extraction.model import Span, Table
from extraction.text.headnames import printed_as
from extraction.text.lines import Line

_LEVELS = re.compile(r"一级\s*指标\s*二级\s*指标\s*三级\s*指标\s*")
_LETTER = r"(?:[(（][A-Z][)）])?"
_COLUMN = re.compile(
    rf"(?P<points>{printed_as('分值')})|(?P<target>(?:(?:年度|预期)?\s*(?:指标|目标)\s*值|{printed_as('指标值')}){_LETTER})|(?P<actual>(?:(?:(?:全年|实际)\s*(?:实际|完成)\s*(?:完成)?|实际|完成)值|{printed_as('完成值')}){_LETTER})|(?P<score>{printed_as('得分')})"
    r"|(?P<reason>(?:偏差|未完成)原因(?:分析)?(?:[及和]\s*(?:拟采取的)?\s*(?:改进|整改)措施)?)"
)
_LEVEL = re.compile(
    r"(?P<first>(?:产出|效益|满意度|投入|过程|效果|决策|管理|成本(?=指标(?:[(（]\d{1,3}分?[)）])?(?:经济|社会|生态)))指标(?:[(（]\d{1,3}分?[)）])?)"
    r"|(?P<second>(?:[\u4e00-\u9fff]{2,6}(?:成本|效益|影响|满意度)|数量|质量|时效|成本)指标(?:[(（]\d{1,3}分?[)）])?)"
)
_END = re.compile(
    r"[…\s]{0,8}(?P<label>总\s*分|合\s*计|总\s*计)(?P<run>(?P<full>100(?:\.0{1,2})?)\d{1,3}(?:\.\d{1,2})?)(?!\d)"
)
_FEWEST_ROWS = 3
_MOST_ROWS = 60
_KINDS = {"points", "target", "actual", "score"}
_LONGEST_HEADS = 80
_ROW = re.compile(r"\S{4,80}\d")


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the text that is a table, or that cannot be read as anything."""

    span: Span
    rows: list[list[Span]]


def may_head(words: str) -> bool:
    """Whether a line is nothing but the headings of such rows, run together."""
    return (
        "级指标" in words[:12]
        and len(words) <= _LONGEST_HEADS
        and " " not in words
        and _LEVELS.match(words) is not None
    )


def read_rows(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The table whose headings are line ``at``, each row a line, and the line after it."""
    levels = _LEVELS.search(text, lines[at].start, lines[at].end)
    if levels is None:
        return None, at
    kinds, heads, behind = _columns(text, levels.end(), lines[at].end)
    end = at + 1
    while end < len(lines) and _ROW.fullmatch(lines[end].words) and not _END.match(lines[end].words):
        end += 1
    if not kinds or text[behind : lines[at].end].strip() or end - at <= _FEWEST_ROWS:
        return None, at
    rows = _rows(text, lines[at + 1].start, lines[end - 1].end, kinds)
    if len(rows) != end - at - 1:
        return None, at
    total = _END.match(text, lines[end].start, lines[end].end) if end < len(lines) else None
    last = [_total(total, kinds)] if total else []
    return table_at(text, [[*_names(levels), *heads[: len(kinds)]], *rows, *last]), end + len(last)


def _names(levels: re.Match[str]) -> list[Span]:
    names = re.finditer(r"[一二三]级\s*指标", levels.group())
    return [Span(levels.start() + match.start(), levels.start() + match.end()) for match in names]


def _columns(text: str, at: int, end: int) -> tuple[list[str], list[Span], int]:
    """What the headings behind those of levels ask for, none where they lack any or have one twice; and where they end."""
    kinds: list[str] = []
    heads: list[Span] = []
    while match := _COLUMN.match(text, at, end):
        kinds.append(match.lastgroup or "")
        heads.append(Span(*match.span()))
        at = match.end()
        while at < end and text[at].isspace():
            at += 1
    kinds = [kind for kind in kinds if kind != "reason"]
    return (kinds if set(kinds) == _KINDS and len(kinds) == len(_KINDS) else []), heads, at


def of_line(text: str, start: int, end: int, points: Decimal) -> Region | None:
    """The rows of indicators from their headings to their total; without rows where they cannot be divided."""
    levels = _LEVELS.search(text, start, end)
    if levels is None:
        return None
    kinds, heads, at = _columns(text, levels.end(), end)
    total = _END.search(text, at, end)
    if total is None or not kinds:
        return None
    rows = _rows(text, at, total.start(), kinds)
    region = Span(levels.start(), total.end())
    worth = [
        Decimal(text[row[3 + kinds.index("points")].start : row[3 + kinds.index("points")].end])
        for row in rows
    ]
    full = total["run"][:3]
    if len(rows) < _FEWEST_ROWS or Decimal(full) not in {sum(worth), sum(worth) + points}:
        return Region(region, [])
    named = _names(levels)
    return Region(region, [[*named, *heads[: len(kinds)]], *rows, _total(total, kinds)])


def _total(total: re.Match[str], kinds: Sequence[str]) -> list[Span]:
    """The row of the total, its run divided behind the 100."""
    nothing = empty(total.start())
    last = [Span(*total.span("label")), nothing, nothing, *[empty(total.end())] * len(kinds)]
    split = total.end("full")
    last[3 + kinds.index("points")] = Span(total.start("run"), split)
    last[3 + kinds.index("score")] = Span(split, total.end("run"))
    return last


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

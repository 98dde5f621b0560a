"""Tables whose headings are years and stages, as a run of words: 2022年决算数 2023年预算数 2023年决算数 三公经费 4.85 6.00 3.92.

Belongs here: rows of the basic data of an evaluated department, and its numbers of staff beside their headings.
Does not belong here: the self-evaluation form (``streamfunds``, ``streamindicators``).

A row is taken only where it has exactly as many values as there are headings.
"""

from __future__ import annotations

import re

from extraction.columns.headings import read_heading
from extraction.forms.stream import Stream, is_value, table_of
from extraction.model import Span, Table
from extraction.text.numbers import parse_cell

HEAD = re.compile(r"(?:19|20)\d\d年度?(?:年初|全年)?(?:决算|预算|执行)数(?:\([^()]*\))?")
STAFF = re.compile(r"编制(?:人?数|人员)(?:\(人\))?")
_IN_SERVICE = re.compile(r"(?:(?:19|20)\d\d年度?)?(?:年末)?实际?在职人员?数?(?:\(人\))?")
_RATE = re.compile(r"(?:在职人员)?控制率(?:\(?%\)?)?")
_UNIT = re.compile(r"(?:金额)?单位:(?:人民币)?(?:亿元|万元|千元|元)")
_UNIT_REACH = 40
_FEWEST_HEADS = 2
_MOST_LABELS = 6
_LONGEST = 24


def read_years(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The rows whose headings begin at a token, or None, and the token after them."""
    words = stream.words
    end = at
    while end < len(words) and HEAD.fullmatch(words[end]):
        end += 1
    width = end - at
    if width < _FEWEST_HEADS:
        return None, at
    rows: list[list[Span]] = [[Span(stream.spans[at].start, stream.spans[at].start), *stream.spans[at:end]]]
    taken, labels = at, 0
    while end < len(words) and labels <= _MOST_LABELS and len(words[end]) <= _LONGEST:
        if is_value(words[end]) or HEAD.fullmatch(words[end]):
            break
        values = end + 1
        while values < len(words) and is_value(words[values]):
            values += 1
        labels = labels + 1 if values == end + 1 else 0
        if values - end - 1 == width:
            rows.append([_label(stream, end), *stream.spans[end + 1 : values]])
            taken = values
        end = values
    if len(rows) <= _FEWEST_HEADS:
        return None, at
    return table_of(stream.text, [*_unit_above(stream, at), *rows]), taken


def _unit_above(stream: Stream, at: int) -> list[list[Span]]:
    """单位：万元 in front of the table, as a row of its own."""
    for before in range(at - 1, max(-1, at - _UNIT_REACH), -1):
        if _UNIT.fullmatch(stream.words[before]):
            return [[stream.spans[before]]]
    return []


def _label(stream: Stream, at: int) -> Span:
    """The words in front of the values: one token, or two that name something together alone."""
    alone, words = stream.spans[at], stream.words
    if at == 0 or is_value(words[at - 1]) or read_heading(words[at]).concepts:
        return alone
    both = read_heading(words[at - 1] + words[at])
    return Span(stream.spans[at - 1].start, alone.end) if both.concepts else alone


def read_staff(stream: Stream, at: int) -> tuple[Table | None, int]:
    """编制数 2023年实际在职人数 控制率 18 16 88.89%: three headings and their three values."""
    patterns = (STAFF, _IN_SERVICE, _RATE)
    heads, values = stream.words[at : at + 3], stream.words[at + 3 : at + 6]
    if len(values) < len(patterns) or not all(
        p.fullmatch(word) for p, word in zip(patterns, heads, strict=True)
    ):
        return None, at
    if not all(map(parse_cell, values)) or (at + 6 < len(stream.words) and parse_cell(stream.words[at + 6])):
        return None, at
    return table_of(stream.text, [stream.spans[at : at + 3], stream.spans[at + 3 : at + 6]]), at + 6

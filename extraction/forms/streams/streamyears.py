"""Tables whose headings are years and stages, as a run of words: 2022年决算数 2023年预算数 2023年决算数 三公经费 4.85 6.00 3.92.

Belongs here: rows of the basic data of an evaluated department or of its budget and accounts, and its numbers of staff beside their headings.
Does not belong here: the self-evaluation form (``streamfunds``, ``streamindicators``).

A row is taken only where it has exactly as many values as there are headings.
"""

from __future__ import annotations

import re

from extraction.columns.headings import read_heading
from extraction.flattened.blanks.spanrows import table_at
from extraction.forms.streams.stream import Stream, is_value
from extraction.model import Span, Table
from extraction.text.numbers import parse_cell

HEAD = re.compile(r"(?:19|20)\d\d年度?(?:年初|全年)?(?:决算|预算|执行)数(?:\([^()]*\))?")
STAFF = re.compile(
    r"(?:人员|核定|部门|单位)?编制(?:人?数|人员数?|总数|总人数)(?:\(人\))?|(?:人员|核定)编制(?:\(人\))?"
)
_IN_SERVICE = re.compile(r"(?:(?:19|20)\d\d年度?)?(?:年末)?实际?在职人员?数?(?:\(人\))?")
_RATE = re.compile(r"(?:在职人员)?控制率(?:\(?%\)?)?")
_OF_STAFF = re.compile(r"staff_")
_UNIT = re.compile(r"(?:金额)?单位:(?:人民币)?(?:亿元|万元|千元|元)")
_UNIT_REACH = 40
_FEWEST_HEADS = 2
_MOST_HEADS = 8
_LONGEST_HEAD = 16
_MAY_HEAD = re.compile(r"[预决]算|执行|支出数|实际支出|追加|调整|完成率|增减")
_MOST_LABELS = 6
#: 其中： and the like before a label.
_MOST_TITLES = 3
_LONGEST = 24


def is_head(word: str) -> bool:
    """Whether a word heads a column of one stage or year, of changes, or of nothing that counts: 调整后预算数, 执行率."""
    if HEAD.fullmatch(word):
        return True
    if not _MAY_HEAD.search(word) or len(word) > _LONGEST_HEAD:
        return False
    heading = read_heading(word)
    return heading.ignored or (
        not heading.concepts and (heading.stage is not None or heading.measure != "level")
    )


def _has_stage(word: str) -> bool:
    return read_heading(word).stage is not None


def read_years(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The rows whose headings begin at a token, or None, and the token after them."""
    words = stream.words
    end = at
    while end < len(words) and end - at <= _MOST_HEADS and is_head(words[end]):
        end += 1
    width = end - at
    if width < _FEWEST_HEADS or sum(map(_has_stage, words[at:end])) < _FEWEST_HEADS:
        return None, at
    if not any(map(is_value, words[end + 1 : end + 1 + _MOST_TITLES])):
        return None, at  # headings of a second level
    rows: list[list[Span]] = [[Span(stream.spans[at].start, stream.spans[at].start), *stream.spans[at:end]]]
    taken, labels, others = at, 0, 0
    while end < len(words) and labels <= _MOST_LABELS and len(words[end]) <= _LONGEST:
        if is_value(words[end]) or is_head(words[end]):
            break
        values = end + 1
        while values < len(words) and is_value(words[values]):
            values += 1
        labels = labels + 1 if values == end + 1 else 0
        if values - end - 1 == width:
            rows.append([_label(stream, end), *stream.spans[end + 1 : values]])
            taken = values
        others += values - end - 1 > width
        end = values
    if len(rows) <= _FEWEST_HEADS or others >= len(rows):
        return None, at
    return table_at(stream.text, [*_unit_above(stream, at), *rows]), taken


def _unit_above(stream: Stream, at: int) -> list[list[Span]]:
    """单位：万元 in front of the table, as a row of its own."""
    for before in range(at - 1, max(-1, at - _UNIT_REACH), -1):
        if _UNIT.fullmatch(stream.words[before]):
            return [[stream.spans[before]]]
    return []


def _label(stream: Stream, at: int) -> Span:
    """The words in front of the values: one token, or two that name something together alone."""
    alone, words = stream.spans[at], stream.words
    if at == 0 or is_value(words[at - 1]) or is_head(words[at - 1]) or read_heading(words[at]).concepts:
        return alone
    both = read_heading(words[at - 1] + words[at])
    return Span(stream.spans[at - 1].start, alone.end) if both.concepts else alone


def read_staff(stream: Stream, at: int) -> tuple[Table | None, int]:
    """编制数 2023年实际在职人数 控制率 18 16 88.89%: headings of numbers of staff, and as many values."""
    end = at
    while end < len(stream.words) and end - at <= _MOST_HEADS and _heads_staff(stream.words[end]):
        end += 1
    behind = 2 * end - at
    values = stream.words[end:behind]
    if end - at < _FEWEST_HEADS or len(values) < end - at or not all(map(parse_cell, values)):
        return None, at
    if behind < len(stream.words) and parse_cell(stream.words[behind]):
        return None, at
    return table_at(stream.text, [stream.spans[at:end], stream.spans[end:behind]]), behind


def _heads_staff(word: str) -> bool:
    if STAFF.fullmatch(word) or _IN_SERVICE.fullmatch(word) or _RATE.fullmatch(word):
        return True
    return (
        len(word) <= _LONGEST_HEAD and "人" in word and any(map(_OF_STAFF.match, read_heading(word).concepts))
    )

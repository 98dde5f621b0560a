"""Cells of which even the empty ones are known, with as many cells of values behind every label: where rows begin tells itself.

Belongs here: such rows, with or without a code in front of each label, and the headings above them, of one level or of two.
Does not belong here: rows told by the kinds that their headings ask for, or by their numbers (``closedgrid``); which of two rows of
headings stands below which (``columns.groupedcolumns``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.columns.gridcolumns import NOTHING
from extraction.columns.groupedcolumns import LABEL, of_width
from extraction.columns.headings import read_heading
from extraction.columns.valuecolumns import heads_amounts
from extraction.flattened.blanks.spanrows import table_at
from extraction.flattened.cells.loosecells import OF_GROUPS
from extraction.model import Span, Table
from extraction.records import replace
from extraction.text.numbers import parse_cell
from extraction.words.words_of_classes import CODE

_FEWEST_ROWS = 3
_FEWEST_VALUES, _MOST_VALUES = 2, 12
_MOST_ABOVE = 40
_LONGEST = 40
#: 栏次 | 1 | 2, 类 | 款 | 项: below the headings and in none of their columns.
_BELOW = re.compile(r"栏次|类|款|项|次|[1-9]\d?")
_OF_LABELS = re.compile(r"项目(?:\(按[^()]*\))?|.{0,8}名称|.{0,4}科目|.{0,4}项目")


def read(text: str, spans: Sequence[Span], words: Sequence[str]) -> tuple[Table | None, int, int]:
    """The table of such rows, the first of its cells and the one behind the last."""
    count, labels = _labels(words)
    if not labels:
        return None, 0, 0
    coded = len(labels) > 1 and CODE.fullmatch(words[labels[1] - 1]) is not None
    width = count + 1 - coded
    first = labels[0] - (coded and CODE.fullmatch(words[labels[0] - 1]) is not None)
    heads = _headings(words[:first], width)
    if not heads:
        return None, 0, 0
    rows = [[spans[at] for at in head] for head in heads]
    for at in labels:
        has_code = coded and CODE.fullmatch(words[at - 1])
        rows.append([*([spans[at - 1]] if has_code else []), *spans[at : at + width]])
    return replace(table_at(text, rows), ragged=coded), first, min(labels[-1] + width, len(spans))


def _labels(words: Sequence[str]) -> tuple[int, list[int]]:
    """How many cells stand between two labels, and where these stand; none where too few are as far from each other."""
    found = [at for at, word in enumerate(words) if _is_label(word)]
    for at, (label, following) in enumerate(pairwise(found)):
        count = following - label - 1
        if label > _MOST_ABOVE:
            break
        if not _FEWEST_VALUES <= count <= _MOST_VALUES:
            continue
        rows = [label]
        for other in found[at + 1 :]:
            between = words[rows[-1] + count + 1 : other]
            if (other - rows[-1]) % (count + 1) or any(between):
                break
            rows.append(other)
        filled = sum(any(map(_is_amount, words[row + 1 : row + count + 1])) for row in rows)
        if filled >= _FEWEST_ROWS:
            return count, rows
    return 0, []


def _headings(words: Sequence[str], width: int) -> list[list[int]]:
    """The cells of the rows of headings above: one as wide as the rows, or two that are so together; none where neither is known."""
    last = len(words)
    while last and (_BELOW.fullmatch(words[last - 1]) or not words[last - 1]):
        last -= 1
    label = last - 1
    while last and LABEL.fullmatch(words[last - 1]):
        last -= 1  # 功能分类科目编码 | 科目名称 below 项目
    heads = list(map(read_heading, words[:last]))
    first = last - width + 1
    label = label if label >= last else first - 1
    if label >= 0 and _OF_LABELS.fullmatch(words[label]) and all(map(heads_amounts, heads[first:])):
        of_group = OF_GROUPS & {*words[first:last]} and any(head.stage for head in heads[first:])
        return [] if of_group else [[label, *range(first, last)]]
    ways = [
        [list(range(start, between)), list(range(between, last))]
        for between in range(max(0, last - width), last)
        for start in range(max(0, between - width), between)
        if of_width(heads[start:between], heads[between:], width)
    ]
    return ways[0] if len(ways) == 1 else []


def _is_amount(word: str) -> bool:
    return parse_cell(word) is not None and not CODE.fullmatch(word)


def _is_label(word: str) -> bool:
    if not word or len(word) > _LONGEST or "。" in word:
        return False
    return not parse_cell(word) and not NOTHING.fullmatch(word)

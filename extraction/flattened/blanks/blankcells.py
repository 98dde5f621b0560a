"""Cells of a line that are parted by blanks alone, and the codes of classes in front of labels.

Belongs here: dividing a line into labels and values; leaving out codes and what stands behind codes below a class.
Does not belong here: where a table begins and ends (``blankrows``), headings (``blankheads``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extraction import reference
from extraction.columns.gridcolumns import NOTHING
from extraction.model import Cell, Span
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell
from extraction.words.words_of_classes import CELLS_OF_CODE, CODE, DIGITS_OF_CLASS, PART_OF_CODE

#: A word; an amount that the numbered label of the other half follows at once is one: 47,483二、教育支出.
TOKEN = re.compile(r"-?\d[\d,]*+(?:\.\d+)?(?=[一二三四五六七八九十]{1,3}、)|[^\s|]+")
NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]\D|[（(][一二三四五六七八九十\d]{1,3}[）)]"
)
_ROW_NUMBER = re.compile(r"\d{1,2}")
_FAR = 4

Row = list[Cell]


def cells_of(text: str, line: Line, single: bool, halves: bool = False) -> Iterator[Cell]:
    """Each run of words is one label; each value is a cell, and so is a gap that shows an empty one.

    Two labels beside each other, the second one numbered or far from the first, are of two halves of a table.
    """
    label: Span | None = None
    end: int | None = None
    for match in TOKEN.finditer(text, line.start, line.end):
        if is_value(folded(match.group())):
            if label:
                yield cell_of(text, label)
                label = None
            empty = (match.start() - end - 1) // 2 if single and end is not None else 0
            yield from [Cell("", Span(match.start(), match.start()), 0, 0)] * empty
            yield cell_of(text, Span(match.start(), match.end()))
        elif label and NUMBERED.match(match.group()):
            yield cell_of(text, label)
            label = Span(match.start(), match.end())
        elif halves and label and _far(label, match):
            yield cell_of(text, label)
            yield cell_of(text, Span(label.end, label.end))
            label = Span(match.start(), match.end())
        else:
            label = Span(label.start if label else match.start(), match.end())
        end = match.end()
    if label:
        yield cell_of(text, label)


def _far(label: Span, word: re.Match[str]) -> bool:
    """Whether a word stands too far behind a label to be of it; single characters are spread out: 合    计."""
    long = min(label.end - label.start, word.end() - word.start()) > 2
    return long and word.start() - label.end >= _FAR


def cell_of(text: str, span: Span) -> Cell:
    """One cell; its row and column are numbered by whoever keeps it."""
    return Cell(text[span.start : span.end], span, 0, 0)


def of_classes(row: Row) -> Row:
    """The row without the codes in front of its labels, and without what stands behind codes of anything below a class.

    A class whose name is broken over other lines is known by its code.
    """
    if len(row) > 1 and _ROW_NUMBER.fullmatch(row[0].text) and not is_value(folded(row[1].text)):
        row = row[1:]  # the number of a row whose left half has no label
    found: Row = []
    at = 0
    skipping = coded = False
    while at < len(row):
        cell = row[at]
        if codes := _codes_at(row, at, first=at == 0):
            name = names_of_classes().get(cell.text)
            at += codes
            coded = True
            skipping = codes > 1 or len(cell.text) > DIGITS_OF_CLASS
            if not skipping and is_value(folded(row[at].text)):
                skipping = name is None
                found.extend([Cell(name, cell.span, 0, 0)] if name else [])
            continue
        if not is_value(folded(cell.text)):
            skipping = skipping and coded  # the other half of the row has no codes
        coded = False
        if not skipping:
            found.append(cell)
        at += 1
    return found


def _codes_at(row: Row, at: int, first: bool) -> int:
    """How many cells from ``at`` on are a code and its parts (208 05 01) in front of a label."""
    if not CODE.fullmatch(row[at].text):
        return 0
    end = at + 1
    while end < len(row) and end - at < CELLS_OF_CODE and PART_OF_CODE.fullmatch(row[end].text):
        end += 1
    labelled = end < len(row) and row[end].text != "" and not is_value(folded(row[end].text))
    return end - at if end < len(row) and (labelled or first) else 0


@lru_cache(maxsize=1)
def names_of_classes() -> dict[str, str]:
    """The name of each functional and economic class by its code."""
    classes = {**reference.function_classes(), **reference.economic_classes()}
    return {code: name for name, code in classes.items()}


def is_value(word: str) -> bool:
    """Whether a folded word is an amount, says that there is none, or is empty."""
    return (
        not word or parse_cell(word) is not None or (len(word) <= 3 and NOTHING.fullmatch(word) is not None)
    )

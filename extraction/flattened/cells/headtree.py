"""Headings of several levels printed one a line: which order the columns below them have.

Belongs here: the form of the “三公” expenses whose heading cells and empty cells lost their places.
Does not belong here: tables of bodies (``bodytree``), tables whose rows can still be seen (``layout``, ``plaincells``).

Parts stand behind their whole, wholes in the order in which they are printed. An order is taken only where the amounts
add up in it: otherwise whose they are cannot be known, and nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.columns.gridcolumns import NOTHING
from extraction.columns.headings import Heading, read_heading
from extraction.columns.threepublic import columns_left, columns_of
from extraction.columns.titlelines import rows_above
from extraction.flattened.blanks import blankplaces
from extraction.flattened.cells import stagedrows, yearrows
from extraction.model import Cell, Span, Table
from extraction.records import replace
from extraction.text.lines import Line
from extraction.text.normalise import DROPPED, folded
from extraction.text.numbers import parse_cell

_TOTALS = {"合计", "总计"}
_STAGES = ("预算数", "决算数", "执行数")
_COLUMNS = 6
#: Fewer amounts of a row whose empty cells are gone add up by chance.
_FEWEST_LEFT = 4
_NOT_NUMBERING = re.compile(r"\.|\d{3}")
#: Amounts of the form, of one stage or two, without and with the cost of running the agencies behind them.
_WIDTHS = (13, 12, 7, 6)
#: The same of two stages where vehicles are not parted into their purchase and operation.
_OF_WHOLES = 8
_MOST_BLOCKS = 2
_MOST_HEADS = 36
_LONGEST = 24
_MOST_HEAD_LINES = 14
_LONGEST_ROW = 200
_TOKEN = re.compile(r"\S+")
_ROW = re.compile(r"(?:-?\d[\d,.]*|[-—])(?:\s+(?:-?\d[\d,.]*|[-—])){5,18}")
#: Fewer amounts, of a row whose empty cells are gone: those of a year have decimals, numbers of columns have none.
_ROW_LEFT = re.compile(r"\d[\d,]*\.\d{1,6}(?:\s+\d[\d,]*\.\d{1,6}){1,4}")


def may_head(line: str) -> bool:
    """Whether a line can be the first heading of the “三公” form: a stage or its total, alone."""
    if not line.rstrip(DROPPED).endswith(("计", "数")):
        return False  # asked of every line, so it is asked cheaply
    words = folded(line)
    if not 2 <= len(words) <= _LONGEST:
        return False
    if words in _TOTALS or words.endswith(_STAGES):
        return True
    return "三公" in words and words.endswith("合计")


def read_three_public(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The form whose first heading is the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    filled = [(at, line.bare) for at, line in enumerate(lines) if line.words]
    table, taken = three_public(text, [span for _, span in filled])
    return table, filled[taken - 1][0] + 1 if taken else 0


def three_public(text: str, spans: Sequence[Span]) -> tuple[Table | None, int]:
    """The same for cells: the table or None, and how many of the cells it takes."""
    words = [folded(text[span.start : span.end]) for span in spans]
    first = next((at for at, word in enumerate(words[:_MOST_HEADS]) if parse_cell(word)), 0)
    if not first or any(len(word) > _LONGEST for word in words[:first]):
        return None, 0
    if yearrows.are_of_years(words, first):
        return yearrows.read(text, spans, words, first, row_of)
    end = first
    while end < len(words) and end - first < 3 * _COLUMNS and parse_cell(words[end]):
        end += 1
    heads, of_stages = stagedrows.of_cells(words, first, end)
    if of_stages and (row := row_of(text, heads, [spans[at] for at in of_stages], left=True)):
        return Table(0, row), of_stages[-1] + 1
    for width in (*_WIDTHS, _OF_WHOLES):
        at = first + _numbering(words[first:end], width)
        if at + width <= len(spans) and (row := row_of(text, words[:first], spans[at : at + width])):
            return Table(0, row), at + width
    stages = {word for word in words[:first] if word.endswith(_STAGES)}
    most = _COLUMNS * max(len(stages), 1)
    if _FEWEST_LEFT <= end - first < most and any(map(_NOT_NUMBERING.search, words[first:end])):
        row = row_of(text, words[:first], spans[first:end], left=True)  # an empty cell is gone
        return (Table(0, row), end) if row else (None, 0)
    return None, 0


def may_be_row(words: str) -> bool:
    """Whether a line holds nothing but amounts, as many as the form has or fewer."""
    if words[0] not in "-0123456789" or len(words) > _LONGEST_ROW:
        return stagedrows.may_be(words)
    return _ROW.fullmatch(words) is not None or _ROW_LEFT.fullmatch(words) is not None


def read_row(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The amounts in line ``at`` below headings that a PDF left in any order on the lines above it; and the line after it.

    Belongs to a table of the “三公” expenses alone: its title, or a heading, must say so.
    """
    words, values = stagedrows.of_lines(lines, at)
    end = at + 2 if words else at + 1
    values = values or _tokens(text, lines[at])
    for line in reversed(lines[max(0, at - _MOST_HEAD_LINES) : at]):
        if _numbers_columns(line.words):
            values = _in_places(text, values, _tokens(text, line))
            continue
        if "。" in line.words or _ROW.fullmatch(line.words):
            break
        words[:0] = [folded(word) for word in line.words.split()]
        if "三公" in line.words and line.words.endswith("表"):
            break
    if not any("三公" in word for word in words):
        return None, at
    row = row_of(text, [word for word in words if not word.endswith("表")], values, left=True)
    if row is None:
        return None, at
    rows = [*rows_above(text, lines, at), *row]
    numbered = (
        tuple(replace(cell, row=number) for cell in cells) for number, cells in enumerate(rows, start=1)
    )
    return Table(0, tuple(numbered)), end


def _tokens(text: str, line: Line) -> list[Span]:
    return [Span(*match.span()) for match in _TOKEN.finditer(text, line.start, line.end)]


def _in_places(text: str, values: list[Span], numbers: list[Span]) -> list[Span]:
    """The amounts with an empty cell for each column of the form in which none stands, where their places show that."""
    if len(numbers) not in _WIDTHS or len(values) >= len(numbers):
        return values
    columns = blankplaces.below(text, values, numbers)
    if columns is None:
        return values
    printed = dict(zip(columns, values, strict=True))
    return [printed.get(column, Span(values[-1].end, values[-1].end)) for column in range(len(numbers))]


def _numbers_columns(words: str) -> bool:
    """1 2 3 …: what stands between headings and amounts."""
    numbers = words.split()
    return numbers == [str(number) for number in range(1, len(numbers) + 1)]


def row_of(
    text: str, words: Sequence[str], spans: Sequence[Span], *, left: bool = False
) -> tuple[tuple[Cell, ...], ...] | None:
    """The amounts of the “三公” form below the words of its headings, with headings in their order; None where their sums tell none.

    Args:
        text: the whole text.
        words: the headings, folded.
        spans: the amounts.
        left: whether these are all amounts of the row, though empty cells among them may be gone.
    """
    amounts = [folded(text[span.start : span.end]) for span in spans]
    numbers = [parse_cell(word) for word in amounts]
    values = [number.value if number else Decimal(0) for number in numbers]
    if not any(values) or not all(
        number or NOTHING.fullmatch(word) for number, word in zip(numbers, amounts, strict=True)
    ):
        return None
    read = [(word, read_heading(word)) for word in words]
    columns = _columns(read, values, left)
    if columns is None:
        return None
    blocks = _blocks(read)
    printed = {heading.concepts: word for word, heading in read if heading.concepts and word not in blocks}
    rows = _heading_rows(columns, printed, spans[0].start)
    row = (
        Cell(text[span.start : span.end], span, len(rows) + 1, at) for at, span in enumerate(spans, start=1)
    )
    return (*rows, tuple(row))


def _columns(
    read: Sequence[tuple[str, Heading]], values: list[Decimal], left: bool
) -> list[tuple[str, str]] | None:
    """Stage and name of each column of the form, where the amounts add up in one order alone."""
    heads = "".join(word for word, _ in read)
    # it is asked only where a heading of that form stands
    heads = heads if "三公" in heads else f"三公{heads}"
    stages = _blocks(read) or [word for word, heading in read if heading.stage and not heading.concepts]
    columns = columns_of(heads, stages, values)
    return columns_left(heads, stages, values) if columns is None and left else columns


def _blocks(read: Sequence[tuple[str, Heading]]) -> list[str]:
    """Headings of two blocks that say beside their stage that all is on the “三公” expenses: 2010年“三公”经费决算数."""
    words = [word for word, heading in read if heading.stage and heading.concepts == ("three_public_total",)]
    return words if len(words) == len(set(words)) == _MOST_BLOCKS else []


def _heading_rows(
    columns: Sequence[tuple[str, str]], printed: dict[tuple[str, ...], str], place: int
) -> list[tuple[Cell, ...]]:
    """The headings as rows of cells that stand nowhere, in their printed words: stages where there are any, then names."""
    cells = [
        [stage for stage, _ in columns],
        [printed.get(read_heading(name).concepts, name) for _, name in columns],
    ]
    return [
        tuple(Cell(word, Span(place, place), number, at) for at, word in enumerate(row, start=1))
        for number, row in enumerate(cells if any(cells[0]) else cells[1:], start=1)
    ]


def _numbering(words: Sequence[str], width: int) -> int:
    """How many cells only number the columns: 1, 2, 3 and so on."""
    numbers = [str(number) for number in range(1, width + 1)]
    return width if list(words[:width]) == numbers else 0

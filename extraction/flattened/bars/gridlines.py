"""Tables with a row a line, their cells divided by tabs, by ``|`` or by commas between quotation marks.

Belongs here: whether such a table begins in a line, and dividing its rows into cells.
Does not belong here: paragraphs and other ways of writing tables (``layout``); cells that are gone (``lostcolumns``); commas without quotation marks (``commarows``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.flattened.bars import quotedcells
from extraction.model import Cell, Span
from extraction.records import replace
from extraction.text.lines import Line

_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$|^[^|\n]+\|[^|\n]*\|.*$")
#: 编制人数 | 312: a name and its number, below each other with or without headings.
_PAIR_ROW = re.compile(
    r"^[^|\n。；]{1,40}\|\s*-?\d[\d,]{0,17}(?:\.\d{1,6})?\s*(?:万元|元|人|名|个|辆|%|％)?\s*$"
)
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
#: Comma separated values with their quotation marks.
_CSV_ROW = re.compile(r'^"[^\n]*","[^\n]*"$')
_CSV_CELL = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^,"]+)')
_TWO_BARS = re.compile(r"\|\s*\|")
#: 基本支出 | 项目支出 | ||||: a row of which merged cells are printed once is filled up with bars behind its last cell.
_FILLED_UP = re.compile(r"(?<=\|)\s+\|{2,}\s*$")
_TABS_OF_ROW = 2
_FEWEST_PAIRS = 2
#: 其中：公车购置, 2、出国经费: labels of rows.
LEFT_BLANK = re.compile(r"(?:其中[:：]|\d{1,2}[、.．]|[（(]\d{1,2}[)）])[^\s。；，,]{2,20}$")


def begins(lines: list[Line], at: int) -> bool:
    """Two neighbouring lines with at least two cells each, divided by tabs or by ``|``."""
    if at + 1 >= len(lines):
        return False
    line, following = lines[at], lines[at + 1]
    if line.text[:1] == '"' and (_CSV_ROW.match(line.text) or quotedcells.begins_row(lines, at)):
        return True
    if "\t" in line.words:
        return "\t" in following.text.strip("\n ") or line.words.count("\t") >= 2
    if line.starts_cell:
        return is_pasted(lines, at)
    return (
        "|" in line.words
        and bool(_PIPE_ROW.match(line.text))
        and (
            bool(_PIPE_ROW.match(following.text))
            or bool(_PIPE_RULE.match(following.text))
            or following.words == "|"  # a cell that holds a line break begins there
        )
    ) or _begins_pairs(lines, at)


def _begins_pairs(lines: list[Line], at: int) -> bool:
    """Whether a row of two cells begins rows of a name and a number each."""
    below = lines[at + 1 : at + 1 + _FEWEST_PAIRS]
    if lines[at].words.count("|") != 1 or len(below) < _FEWEST_PAIRS:
        return False
    return all(_PAIR_ROW.match(line.text) for line in below)


def is_pasted(lines: list[Line], at: int) -> bool:
    """Whether a row that begins with empty cells is one of a spreadsheet: several tabs in it and in a row beside it.

    A word processor's cell has one tab, which leads it.
    """
    if lines[at].text.count("\t") < _TABS_OF_ROW or not lines[at].words:
        return False
    beside = [lines[n].text for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    return any(text.count("\t") >= _TABS_OF_ROW for text in beside)


def rows_of(text: str, lines: list[Line], at: int) -> tuple[tuple[tuple[Cell, ...], ...], bool, int]:
    """The rows of a table with one row a line, whether bars divide its cells, and the line behind it."""
    first, _ = quotedcells.row_of(lines, at)
    separator = '","' if _CSV_ROW.match(first.text) else "\t" if "\t" in first.text.strip(" ") else "|"
    of_table: list[Line] = []
    while at < len(lines):
        line, following = quotedcells.row_of(lines, at) if separator == "\t" else (lines[at], at + 1)
        if separator not in line.text and not (separator == "\t" and _is_row_left_blank(lines, at, of_table)):
            break
        of_table.append(line)
        at = following
    if separator == "|" and _goes_on(of_table):
        return tuple(_rows_going_on(text, of_table)), True, at
    framed = _is_framed(of_table) if separator == "|" else first.words.startswith("|")
    filled_up = separator == "|" and sum(_FILLED_UP.search(line.text) is not None for line in of_table) > 1
    rows: list[tuple[Cell, ...]] = []
    for line in of_table:
        if not (separator == "|" and _PIPE_RULE.match(line.text)):
            whole = _without_filling(line) if filled_up else line
            rows.append(tuple(_cells(text, whole, separator, len(rows) + 1, framed)))
    return tuple(rows), separator == "|", at


def _is_row_left_blank(lines: list[Line], at: int, above: list[Line]) -> bool:
    """Whether a line is the label of a row whose empty cells left no tab: 2、出国经费 between rows that are as wide as each other."""
    if not above or at + 1 >= len(lines) or not LEFT_BLANK.match(lines[at].words):
        return False
    return above[-1].text.count("\t") == lines[at + 1].text.count("\t") > 1


def _is_framed(lines: list[Line]) -> bool:
    """Whether the bar at the beginning of the first line frames the table: where most lines begin without one its corner is empty."""
    begin = sum(line.words.startswith("|") for line in lines)
    return lines[0].words.startswith("|") and 2 * begin > len(lines)


def _without_filling(line: Line) -> Line:
    found = _FILLED_UP.search(line.text)
    if found is None:
        return line
    text = line.text[: found.start()]
    return replace(line, end=line.start + len(text), text=text, words=text.strip())


def _goes_on(lines: list[Line]) -> bool:
    """Whether a line begins with a bar where the row above it goes on behind an empty cell.

    年度资金总额 | above | 32.4 | 31.69 | 10 |: of a table with a frame nearly every line begins with one, and of one that lost its cells
    bars follow each other.
    """
    behind = [line for line in lines[1:] if line.words.startswith("|") and line.words != "|"]
    return (
        bool(behind)
        and 2 * len(behind) < len(lines)
        and not any(_TWO_BARS.search(line.text) for line in lines)
        and all(line.words.endswith("|") for line in lines[:-1])
    )


def _rows_going_on(text: str, lines: list[Line]) -> Iterator[tuple[Cell, ...]]:
    """The rows of such a table: a label alone goes on, other rows whose first cell is merged begin with an empty one.

    What lines of one bar alone leave at the end of a row is no cell.
    """
    row: list[Cell] = []
    number = 1
    for line in lines:
        goes_on = line.words.startswith("|") and (line.words == "|" or sum(map(_is_filled, row)) == 1)
        if row and not goes_on:
            yield _trimmed(row)
            row, number = [], number + 1
        inner = _cells(text, line, "|", number, framed=False)
        row += [replace(cell, column=column) for column, cell in enumerate(inner, start=len(row) + 1)]
    yield _trimmed(row)


def _is_filled(cell: Cell) -> bool:
    return bool(cell.text)


def _trimmed(row: list[Cell]) -> tuple[Cell, ...]:
    last = max((index for index, cell in enumerate(row) if cell.text), default=0)
    return tuple(row[: last + 1])


def _cells(text: str, line: Line, separator: str, row: int, framed: bool) -> Iterator[Cell]:
    """The cells of a line; a bar in front of it frames the table, or follows an empty cell where others have none."""
    start, end = line.start, line.end
    if separator == '","':
        for column, match in enumerate(_CSV_CELL.finditer(text, start, end), start=1):
            group = "quoted" if match["quoted"] is not None else "bare"
            yield Cell(match[group], Span(*match.span(group)), row, column)
        return
    if separator == "|":
        start += len(line.text) - len(line.text.lstrip())
        end -= len(line.text) - len(line.text.rstrip())
        start += framed and text[start:end].startswith("|")
        end -= text[start:end].endswith("|")
    for column, content in enumerate(text[start:end].split(separator), start=1):
        stripped = content.strip()
        left = start + (len(content) - len(content.lstrip()) if stripped else 0)
        inner = quotedcells.unquoted(stripped)
        left += stripped.find(inner)
        yield Cell(inner, Span(left, left + len(inner)), row, column)
        start += len(content) + 1

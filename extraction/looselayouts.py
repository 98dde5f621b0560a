"""Tables whose cells stand on lines of their own: ``cell |`` lines and ladders of row numbers.

Belongs here: recovering rows where their width is certain from the cells themselves.
Does not belong here: tables with a row a line (``layout``) or with tabs (``celltables``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.lines import Line
from extraction.model import Cell, Span, Table
from extraction.normalise import folded
from extraction.numbers import parse_cell

_CELL_LINE = re.compile(r"^(?P<cell>[^|\n]*)\|\s*$")
#: || on a line of its own: what is left of the empty cells at the end of a row.
_ROW_END = re.compile(r"\|{2,}")
_BLANK = re.compile(r"^[-—–/\\\s]*$")
_AMOUNT = re.compile(r"^-?\d[\d,]*\.\d{1,6}$|^-?\d{1,3}(?:,\d{3})+$|^0$")
_ROW_NUMBER = re.compile(r"^\d{1,3}$")
_OF_WHICH = re.compile(r"其中：[^：]+$")
_OF_GROUPS = {"小计", "其中", "其中:"}
_CODE = re.compile(r"[12]\d{2}(?:\d{2}){0,2}")
_WIDEST = 14
_FEWEST_CELLS = 6
_FEWEST_RUNGS = 3
_LONGEST_LABEL = 40
_LONGEST_CELL = 24
_MOST_CELLS = 600
_FIRST_HEADINGS = frozenset(
    {
        "项目",
        "项 目",
        "类别",
        "人员类别",
        "资产类别",
        "科目名称",
        "机构名称",
        "单位名称",
        "指标",
        "支出项目",
        "收入项目",
        "预算项目",
        "内容",
    }
)


def may_head(words: str) -> bool:
    """Whether words can be the first heading of a table with a cell a line, or with cells parted by blanks."""
    return words.strip() in _FIRST_HEADINGS


def ends_cell(line: str) -> bool:
    """Whether a line is one cell closed by ``|``."""
    return "|" in line and bool(_CELL_LINE.match(line))


def cell_column(text: str, lines: Sequence[Line], at: int) -> tuple[list[Span], int]:
    """The contents of consecutive ``cell |`` lines, empty ones too, and the line after them."""
    end = at
    spans: list[Span] = []
    while (next_at := _next_filled(lines, end)) is not None:
        line = lines[next_at]
        if spans and _ROW_END.fullmatch(line.words):
            end = next_at + 1
            continue
        if not ends_cell(line.text):
            break
        spans.append(_stripped(text, line.start, line.start + line.text.rindex("|")))
        end = next_at + 1
    return spans, end


def read_cell_column(text: str, spans: Sequence[Span]) -> Table | None:
    """Such cells as rows; None where no single width makes a table of them."""
    cells = [folded(text[span.start : span.end]) for span in spans]
    if len(cells) < _FEWEST_CELLS:
        return None
    for kept in (spans, _without_empty_column(spans, cells)):
        words = [folded(text[span.start : span.end]) for span in kept]
        widths = [width for width in range(2, _WIDEST + 1) if _fits(words, width)]
        if len(widths) == 1:
            return _table(text, kept, widths[0])
    return None


def _without_empty_column(spans: Sequence[Span], cells: list[str]) -> Sequence[Span]:
    """The cells without a first column that is empty in every row; all of them where there is none."""
    for width in range(3, _WIDEST + 2):
        if len(cells) >= 2 * width and not any(cells[::width]) and all(cells[1:width]):
            return [span for index, span in enumerate(spans) if index % width]
    return spans


def _fits(cells: list[str], width: int) -> bool:
    """Whether rows of this width have words first, a heading row of words, and amounts below it."""
    if len(cells) < 2 * width or len(cells) % width > 1:
        return False
    cells = cells[: len(cells) - len(cells) % width]  # a last label whose empty cells are not printed
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    headed = all(cell and not parse_cell(cell) and cell not in _OF_GROUPS for cell in rows[0])
    labelled = all(row[0] and not parse_cell(row[0]) and not _BLANK.match(row[0]) for row in rows)
    numeric = sum(1 for row in rows[1:] if any(parse_cell(cell) for cell in row[1:]))
    columns = all(_same_kind([row[column] for row in rows[1:]]) for column in range(1, width))
    return headed and labelled and columns and 2 * numeric >= len(rows) - 1


def _same_kind(column: list[str]) -> bool:
    """A column holds amounts or words, not both; blanks and dashes are neither."""
    said = [cell for cell in column if not _BLANK.match(cell)]
    amounts = sum(parse_cell(cell) is not None for cell in said)
    return amounts in {0, len(said)}


def read_ladder(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """Label, row number, amount, each on a line of its own (行次), as rows of three cells.

    A label without an amount is followed by its row number alone; that number is never an amount.
    Row numbers must rise through the table, which no run of amounts does by chance.

    Returns:
        the table or None, and the line up to which the ladder was followed.
    """
    if not _may_begin_ladder(lines, at):
        return None, at + 1
    rungs: list[tuple[Span, Span, Span | None]] = []
    last = 0
    end = at
    while (label_at := _next_filled(lines, end)) is not None:
        ordinal_at = _next_filled(lines, label_at + 1)
        if ordinal_at is None:
            break
        label, ordinal = lines[label_at].bare, lines[ordinal_at].bare
        words, digits = folded(text[label.start : label.end]), text[ordinal.start : ordinal.end]
        if not (_is_label(words) and _ROW_NUMBER.match(digits) and int(digits) > last):
            break
        last = int(digits)
        amount_at = _next_filled(lines, ordinal_at + 1)
        amount = lines[amount_at].bare if amount_at is not None else None
        if amount is not None and not _AMOUNT.match(text[amount.start : amount.end]):
            amount = None
        rungs.append((label, ordinal, amount))
        end = (amount_at if amount is not None and amount_at is not None else ordinal_at) + 1
    if len(rungs) < _FEWEST_RUNGS or not any(amount for _, _, amount in rungs):
        return None, end
    spans = [
        span or Span(ordinal.end, ordinal.end)
        for label, ordinal, amount in rungs
        for span in (label, ordinal, amount)
    ]
    return _table(text, spans, 3, headings=("项目", "行次", "金额")), end


def _may_begin_ladder(lines: Sequence[Line], at: int) -> bool:
    """Whether the next filled line is a number of a row: asked of every line, so it is asked cheaply."""
    for line in lines[at + 1 : at + 5]:
        if line.words:
            return len(line.words) <= 3 and line.words.isdigit()
    return False


def _next_filled(lines: Sequence[Line], at: int) -> int | None:
    """The next line that is not empty, at most three lines on: cells of one table stand close together."""
    for index in range(at, min(at + 4, len(lines))):
        if lines[index].words:
            return index
    return None


def _is_label(words: str) -> bool:
    return bool(words) and len(words) <= _LONGEST_LABEL and not parse_cell(words) and "。" not in words


def _stripped(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    first = start + len(content) - len(content.lstrip())
    return Span(first, max(first, start + len(content.rstrip())))


def _table(text: str, spans: Sequence[Span], width: int, headings: tuple[str, ...] = ()) -> Table:
    rows: list[tuple[Cell, ...]] = []
    if headings:  # printed once above the ladder, or not at all
        place = Span(spans[0].start, spans[0].start)
        rows.append(tuple(Cell(word, place, 1, column) for column, word in enumerate(headings, start=1)))
    for start in range(0, len(spans), width):
        row = len(rows) + 1
        rows.append(
            tuple(
                Cell(text[span.start : span.end], span, row, column)
                for column, span in enumerate(spans[start : start + width], start=1)
            )
        )
    return Table(0, tuple(rows))  # numbered by whoever keeps it


def read_plain_cells(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """A table with one cell a line and nothing between them but empty lines.

    Only where the lines divide into rows in a single way: a heading row of words that begins at ``at``, then
    rows of a label and amounts alone. Prose and lists never do.

    Returns:
        the table or None, and the line up to which short lines were followed.
    """
    spans: list[Span] = []
    end = at
    while (next_at := _next_filled(lines, end)) is not None and len(spans) < _MOST_CELLS:
        span = lines[next_at].bare
        if not _is_cell(text[span.start : span.end]):
            break
        spans.append(span)
        end = next_at + 1
    width, count = plain_rows([folded(text[span.start : span.end]) for span in spans])
    if not count:
        return None, end
    return _table(text, spans[:count], width), _line_after(lines, spans[count - 1], at)


def plain_rows(cells: Sequence[str]) -> tuple[int, int]:
    """The width of the rows that ``cells`` begin with, and how many cells they are; zeros where no width fits."""
    for width in range(2, _WIDEST + 1):
        count = _rows_of(cells, width) * width
        if count >= 3 * width:
            return width, count
    return 0, 0


def _rows_of(cells: Sequence[str], width: int) -> int:
    """How many rows from the first cell on are a heading row or a label with amounts in every other cell."""
    heading = cells[:width]
    if len(heading) < width or any(parse_cell(cell) for cell in heading):
        return 0
    if any(cell in _OF_GROUPS for cell in heading[1:]) or _ends_with_codes(cells, width):
        return 0  # headings of two levels: in which order the columns are cannot be seen
    rows = 1
    for start in range(width, len(cells) - width + 1, width):
        label, *amounts = cells[start : start + width]
        if parse_cell(label) or not all(parse_cell(cell) or _BLANK.match(cell) for cell in amounts):
            break
        if not any(parse_cell(cell) for cell in amounts):
            break
        rows += 1
    return rows


def _ends_with_codes(cells: Sequence[str], width: int) -> bool:
    """Whether the last cells of the first rows are codes of the rows that follow them."""
    return all(_CODE.fullmatch(cell) for cell in cells[2 * width - 1 : 4 * width : width])


def _is_cell(content: str) -> bool:
    """Whether a line may be a cell: short, and no sentence; 其中：流动资产 is a label, 单位：万元 is none."""
    if len(content) > _LONGEST_CELL or any(mark in content for mark in "。；，|\t"):
        return False
    return "：" not in content or _OF_WHICH.match(content) is not None


def _line_after(lines: Sequence[Line], span: Span, at: int) -> int:
    index = at
    while index < len(lines) and lines[index].start < span.end:
        index += 1
    return index

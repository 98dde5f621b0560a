"""Lays the text of a report out on A4 sheets: lines broken at the margin, tables with rules that run over pages.

Belongs here: where each line and cell of a text stands on paper.
Does not belong here: the formats in which sheets are written (``pages``).
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.pages import Sheet, advance
from benchmarks.render import blocks_of
from extraction.model import Cell

#: Points.
_LEFT, _RIGHT, _TOP, _BOTTOM = 72.0, 523.0, 72.0, 770.0
_SIZE, _SMALL = 12.0, 9.0
_LEADING = 1.5
_PADDING = 5.4
#: Marks that may not begin a line; they stay with the sign before them.
_CLOSING = "，。；：、！？）》”%％"


def sheets_of(data: bytes) -> list[Sheet]:
    """The report on paper, with page numbers."""
    writer = _Writer()
    for block in blocks_of(data):
        if isinstance(block, str):
            for line in block.split("\n"):
                writer.paragraph(line.strip())
        else:
            writer.table(block)
    for number, sheet in enumerate(writer.sheets, 1):
        sheet.text(290, 800, f"- {number} -", 9.0)
    return writer.sheets


class _Writer:
    def __init__(self) -> None:
        self.sheets = [Sheet()]
        self._y = _TOP

    def paragraph(self, text: str) -> None:
        """A paragraph, its first line indented."""
        indent = 2 * _SIZE
        for number, line in enumerate(broken(text, _SIZE, _RIGHT - _LEFT, indent)):
            self._room(_SIZE * _LEADING)
            self.sheets[-1].text(_LEFT + (indent if number == 0 else 0), self._y, line, _SIZE)
            self._y += _SIZE * _LEADING

    def table(self, rows: list[tuple[Cell, ...]]) -> None:
        """A table with rules; a row that does not fit begins on the next sheet."""
        columns = max(len(row) for row in rows)
        width = (_RIGHT - _LEFT) / columns
        for row in rows:
            spans = [1] * (len(row) - 1) + [columns - len(row) + 1]
            cells = [
                (list(_cell_lines(cell.text, span * width)), span)
                for cell, span in zip(row, spans, strict=True)
            ]
            height = max(len(lines) for lines, _ in cells) * _SMALL * 1.3 + 6
            self._room(height)
            x = _LEFT
            for lines, span in cells:
                text = "\n".join(lines)
                self.sheets[-1].grid(x, self._y, [span * width], height, [(0, 0, 1, 1, text)], _SMALL)
                x += span * width
            self._y += height
        self._y += _SIZE

    def _room(self, height: float) -> None:
        if self._y + height > _BOTTOM:
            self.sheets.append(Sheet())
            self._y = _TOP


def _cell_lines(text: str, width: float) -> Iterator[str]:
    for line in text.split("\n"):
        yield from broken(line, _SMALL, width - 2 * _PADDING)


def broken(text: str, size: float, width: float, indent: float = 0.0) -> Iterator[str]:
    """Lines of a paragraph: words of letters and digits, and closing marks, are not torn apart."""
    line, used = "", indent
    for word in _words(text):
        length = size * sum(advance(sign) for sign in word)
        if line and used + length > width:
            yield line.strip()
            line, used = "", 0.0
        line += word
        used += length
    yield line.strip()


def _words(text: str) -> Iterator[str]:
    word = ""
    for sign in text:
        sticks = sign in _CLOSING or (
            sign.isascii() and not sign.isspace() and word[-1:].isascii() and not word[-1:].isspace()
        )
        if word and not sticks:
            yield word
            word = ""
        word += sign
    if word:
        yield word

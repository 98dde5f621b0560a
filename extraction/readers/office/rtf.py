"""Reads RTF files, which often come under the name .doc: paragraphs and tables with merged cells, changes accepted.

Belongs here: control words that print something, and where rows and cells end.
Does not belong here: splitting a file into words and groups (``rtf_words``), grids (``doc_tables``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.builder import build
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Piece
from extraction.readers.office.doc_tables import DOWNWARDS, MAY_GO_ON, SIDEWAYS, PlacedRow, grid_between
from extraction.readers.office.rtf_words import Control, printed

_SIGNS = {"tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"}
#: A table within a cell: its words belong to the outer cell.
_SIGNS |= {"nestcell": "\t", "nestrow": "\n"}
_SIGNS |= {"emdash": "—", "endash": "–", "bullet": "•", "emspace": " ", "enspace": " ", "~": "\xa0", "_": "-"}
_MERGES = {"clmrg": SIDEWAYS, "clvmgf": MAY_GO_ON, "clvmrg": DOWNWARDS}
_ENDS = frozenset({"par", "sect", "page", "cell", "row", "pard", "intbl"})
_ROWS = frozenset({"trowd", "trleft", "cellx"})
_WANTED = _ENDS | _ROWS | frozenset(_SIGNS) | frozenset(_MERGES)


@dataclass(slots=True)
class _Found:
    """What was read, and the table, row and cell that are open."""

    limits: Limits
    pieces: list[Piece] = field(default_factory=list)
    rows: list[PlacedRow] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    flag: int = 0
    left: int = 0
    in_table: bool = False
    cells: int = 0

    def end_paragraph(self) -> None:
        """A line of the open cell, or a paragraph."""
        if self.in_table:
            self.words.append("\n")
            return
        self.end_table()
        self._say("".join(self.words))
        self.words = []

    def end_cell(self) -> None:
        """Close the cell."""
        self.row.append("".join(self.words).strip())
        self.words = []
        self.cells += 1
        if self.cells > self.limits.cells:
            raise UnreadableError("too_large")

    def end_row(self) -> None:
        """Close the row: where it is not defined as it is filled, its cells stand side by side."""
        if not self.row:
            return
        count = len(self.row)
        if len(self.edges) >= count:
            edges = [min(self.left, self.edges[0] - 1), *self.edges[:count]]
            self.rows.append(PlacedRow(self.row, edges, self.flags[:count]))
        else:
            self.rows.append(PlacedRow(self.row, [1000 * n for n in range(count + 1)], [0] * count))
        self.row = []

    def end_table(self) -> None:
        """Close the table; cells of a row without an end are kept as words."""
        if self.rows:
            self.pieces.append(grid_between(self.rows))
            self.rows = []
        for text in self.row:
            self._say(text)
        self.row = []

    def _say(self, text: str) -> None:
        self.pieces.extend(line for line in text.split("\n") if line.strip())


def read_rtf(data: bytes, limits: Limits) -> Document:
    """An RTF file as a document.

    Raises:
        UnreadableError: ``too_large``, ``empty``.
    """
    found = _Found(limits)
    length = 0
    for item in printed(data, _WANTED):
        if isinstance(item, Control):
            _obey(item, found)
        else:
            found.words.append(item)
            length += len(item)
            if length > limits.characters:
                raise UnreadableError("too_large")
    found.in_table = False
    found.end_paragraph()
    found.end_table()
    return build(found.pieces, "rtf", limits)


def _obey(control: Control, found: _Found) -> None:
    word = control.word
    if word in {"par", "sect", "page"}:
        found.end_paragraph()
    elif word == "cell":
        found.end_cell()
    elif word == "row":
        found.end_row()
    elif word in _SIGNS:
        found.words.append(_SIGNS[word])
    elif word == "pard":
        found.in_table = False
    elif word == "intbl":
        found.in_table = True
    else:
        _define(control, found)


def _define(control: Control, found: _Found) -> None:
    """Where the cells of a row stand, and which of them go on with others."""
    if control.word == "trowd":
        found.edges, found.flags, found.flag, found.left = [], [], 0, 0
    elif control.word == "trleft":
        found.left = control.number
    elif control.word in _MERGES:
        found.flag |= _MERGES[control.word]
    elif control.word == "cellx":
        found.edges.append(control.number)
        found.flags.append(found.flag)
        found.flag = 0

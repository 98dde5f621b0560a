"""What a page of a fixed layout holds: glyphs, drawn rules and images, in points from its upper left corner.

Belongs here: plain data that the readers of PDF, OFD and scans fill and the ``geometry_*`` modules read.
Does not belong here: any file format, and how lines, tables and paragraphs come out of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """Text at a place: one character, or, where a recogniser gave no more, a whole line of them.

    ``top`` and ``bottom`` grow downwards. ``scores`` says for each character how sure a recogniser is of it, from
    0 to 1; nothing where the text was not recognised.
    """

    left: float
    top: float
    right: float
    bottom: float
    text: str
    scores: tuple[float, ...] = ()


class Rule(NamedTuple):
    """A straight line: horizontal at height ``at`` from ``low`` to ``high``, or vertical likewise."""

    at: float
    low: float
    high: float


@dataclass(slots=True)
class PageContent:
    """One page, upright. ``number`` counts from 1."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    #: whether the text was recognised in an image and not written by a program
    recognised: bool = False


@dataclass(slots=True)
class Line:
    """Text side by side; ``pieces`` are its parts with wide gaps between them."""

    left: float
    top: float
    right: float
    bottom: float
    pieces: list[Piece]

    @property
    def height(self) -> float:
        """Height of the line in points."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """The parts with two blanks between them."""
        return "  ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Piece:
    """Text without wide gaps, with the glyphs it came from."""

    left: float
    right: float
    text: str
    glyphs: list[Glyph]


@dataclass(slots=True)
class Region:
    """Text as it stands on one page, in the order in which it was taken into the document.

    ``box`` is left, top, right, bottom in points; ``score`` is that of its least certain character.
    """

    text: str
    page: int
    box: tuple[float, float, float, float]
    score: float


@dataclass(slots=True)
class TextBlock:
    """A paragraph, or a line that is none."""

    text: str
    page: int
    regions: list[Region]
    #: geometry of its last line, so that the page after it may go on with it
    open_end: bool = False
    indented: bool = False


@dataclass(slots=True)
class GridCell:
    """One cell of a grid; rows and columns count from 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    regions: list[Region] = field(default_factory=list)


@dataclass(slots=True)
class GridBlock:
    """A table: its cells, the edges of its columns in points, how many rows it has."""

    cells: list[GridCell]
    edges: list[float]
    rows: int
    page: int
    #: lower end on its last page, in points
    bottom: float = 0.0
    ruled: bool = True

"""Reads Word documents (.docx, .docm): what a person would see, with all changes accepted.

Belongs here: the parts of the package, running text, tables with merged cells, text boxes, notes, heads and feet.
Does not belong here: words of a paragraph (``docx_words``), numbers before headings (``docx_numbering``); macros, which
are never looked at.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.builder import build
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Grid, GridCell, Piece
from extraction.readers.office.docx_numbering import Numbering
from extraction.readers.office.docx_words import AROUND, UNSEEN, W, child_of, collect
from extraction.readers.packages.package import part, root_of

_CELL_PROPERTIES, _ROW_PROPERTIES, _SPAN, _MERGE = (
    W + name for name in ("tcPr", "trPr", "gridSpan", "vMerge")
)
#: Parts that are printed beside the text, in this order after it.
_BESIDE = ("word/footnotes.xml", "word/endnotes.xml")
_WIDEST_SPAN = 200


@dataclass(slots=True)
class _Found:
    """What one stretch of the body holds, and how many cells were seen so far."""

    numbering: Numbering
    limits: Limits
    pieces: list[Piece] = field(default_factory=list)
    cells: int = 0


def read_docx(data: bytes, limits: Limits) -> Document:
    """A Word document as a document.

    Raises:
        UnreadableError: ``damaged``, ``too_large`` (unpacked, or a table), ``empty``.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            body = root_of(part(package, "word/document.xml", limits))
            found = _Found(
                Numbering.of(
                    _optional(package, "word/numbering.xml", limits),
                    lambda: _numbered_styles(package, limits),
                ),
                limits,
            )
            _read_flow(body.find(W + "body"), found)
            for name in [*_heads_and_feet(package), *_BESIDE]:
                beside = _optional(package, name, limits)
                if beside is not None:
                    _read_beside(beside, found)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("damaged") from error
    return build(found.pieces, "docx", limits)


# -- the package -----------------------------------------------------------------------------------


def _optional(package: zipfile.ZipFile, name: str, limits: Limits) -> etree._Element | None:
    return root_of(part(package, name, limits)) if name in package.namelist() else None


def _numbered_styles(package: zipfile.ZipFile, limits: Limits) -> etree._Element | None:
    """The styles that number paragraphs: a few of hundreds, cut out before they are parsed."""
    if "word/styles.xml" not in package.namelist():
        return None
    content = part(package, "word/styles.xml", limits)
    pieces: list[bytes] = []
    root, at = content.find(b"<w:styles"), 0
    while (at := content.find(b"numPr", at)) >= 0:
        first, last = content.rfind(b"<w:style ", 0, at), content.find(b"</w:style>", at)
        if min(root, first, last) < 0:
            return root_of(content)  # other prefixes than those that all programs write
        at = last + len(b"</w:style>")
        pieces.append(content[first:at])
    if not pieces:
        return None
    return root_of(content[root : content.find(b">", root) + 1] + b"".join(pieces) + b"</w:styles>")


def _heads_and_feet(package: zipfile.ZipFile) -> list[str]:
    return sorted(name for name in package.namelist() if name.startswith(("word/header", "word/footer")))


def _read_beside(root: etree._Element, found: _Found) -> None:
    """Notes, heads and feet, each once; bare page numbers say nothing."""
    beside = _Found(found.numbering, found.limits)
    _read_flow(root, beside)
    known = {piece for piece in found.pieces if isinstance(piece, str)}
    for piece in beside.pieces:
        if not isinstance(piece, str) or (piece.strip(" -—\t0123456789") and piece not in known):
            found.pieces.append(piece)


# -- running text ----------------------------------------------------------------------------------


def _read_flow(container: etree._Element | None, found: _Found) -> None:
    """Paragraphs and tables of a body, a cell, a note or a text box, in reading order."""
    if container is None:
        raise UnreadableError("damaged")
    for element in container:
        if element.tag == W + "p":
            _read_paragraph(element, found)
        elif element.tag == W + "tbl":
            _read_table(element, found)
        elif isinstance(element.tag, str) and element.tag not in UNSEEN:
            _read_flow(element, found)  # content controls, insertions, single notes


def _read_paragraph(paragraph: etree._Element, found: _Found) -> None:
    words: list[str] = []
    boxes: list[etree._Element] = []
    collect(paragraph, words, boxes)
    text = found.numbering.before(paragraph) + "".join(words)
    found.pieces.extend(line for line in text.split("\n") if line.strip())
    for box in boxes:
        _read_flow(box, found)


# -- tables ----------------------------------------------------------------------------------------


def _read_table(table: etree._Element, found: _Found) -> None:
    """One table; tables inside its cells follow it as tables of their own."""
    grid = Grid()
    nested = _Found(found.numbering, found.limits)
    open_cells: dict[int, tuple[GridCell, int]] = {}
    for row in _children(table, "tr"):
        properties = child_of(row, _ROW_PROPERTIES)
        if properties is not None and child_of(properties, W + "del") is not None:
            continue
        column = _number(child_of(properties, W + "gridBefore"), 0) if properties is not None else 0
        still_open: dict[int, tuple[GridCell, int]] = {}
        for cell in _children(row, "tc"):
            properties = child_of(cell, _CELL_PROPERTIES)
            span = child_of(properties, _SPAN) if properties is not None else None
            merge = child_of(properties, _MERGE) if properties is not None else None
            width = max(1, _number(span, 1)) if span is not None else 1
            above = open_cells.get(column)
            if merge is not None and merge.get(W + "val", "continue") == "continue" and above:
                still_open[column] = (above[0], above[1] + 1)
            else:
                one = GridCell(grid.rows, column, _cell_text(cell, nested), 1, width)
                grid.cells.append(one)
                if merge is not None:
                    still_open[column] = (one, 1)
            found.cells += 1
            column += width
        ended = (
            (at, cell)
            for at, cell in open_cells.items()
            if at not in still_open or still_open[at][0] is not cell[0]
        )
        _close(grid, dict(ended))
        open_cells = still_open
        grid.rows += 1
        if found.cells > found.limits.cells:
            raise UnreadableError("too_large")
    _close(grid, open_cells)
    found.pieces.append(grid)
    found.pieces.extend(nested.pieces)
    found.cells += nested.cells


def _close(grid: Grid, ended: dict[int, tuple[GridCell, int]]) -> None:
    """Note how many rows a merged cell reaches down, now that it has ended."""
    for cell, rows in ended.values():
        at = next(index for index in range(len(grid.cells) - 1, -1, -1) if grid.cells[index] is cell)
        grid.cells[at] = GridCell(cell.row, cell.column, cell.text, rows, cell.column_span)


def _cell_text(cell: etree._Element, nested: _Found) -> str:
    inside = _Found(nested.numbering, nested.limits)
    _read_flow(cell, inside)
    nested.pieces.extend(piece for piece in inside.pieces if isinstance(piece, Grid))
    nested.cells += inside.cells
    return "\n".join(piece for piece in inside.pieces if isinstance(piece, str)).strip()


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == W + name:
            yield child
        elif child.tag in AROUND:
            yield from _children(child, name)


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(W + "val", "") if element is not None else ""
    return min(int(value), _WIDEST_SPAN) if value.isascii() and value.isdigit() else otherwise

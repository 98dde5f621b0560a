"""Reads workbooks (.xlsx, .xlsm): each visible sheet as a table, its numbers as they are shown.

Belongs here: the parts of the package, cells, merged cells.
Does not belong here: how a stored number is shown (``cell_numbers``); formulas, whose last result is read.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.builder import build
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Grid, GridCell, Piece
from extraction.readers.office.cell_numbers import M, Styles, shown
from extraction.readers.office.sheets import pieces_of
from extraction.readers.packages.package import part, root_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DATE_1904 = "date1904"


def read_xlsx(data: bytes, limits: Limits) -> Document:
    """A workbook as a document; hidden sheets, rows and columns are read too, for they belong to what was sent.

    Raises:
        UnreadableError: ``damaged``, ``too_large`` (unpacked, or more cells than allowed), ``empty``.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            pieces = list(_sheets(package, limits))
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("damaged") from error
    return build(pieces, "xlsx", limits)


def _sheets(package: zipfile.ZipFile, limits: Limits) -> Iterator[Piece]:
    names = set(package.namelist())
    workbook = root_of(part(package, "xl/workbook.xml", limits))
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in root_of(part(package, "xl/_rels/workbook.xml.rels", limits))
    }
    words = _shared_words(package, limits) if "xl/sharedStrings.xml" in names else []
    styles = Styles.of(root_of(part(package, "xl/styles.xml", limits)) if "xl/styles.xml" in names else None)
    properties = workbook.find(M + "workbookPr")
    styles.from_1904 = properties is not None and properties.get(_DATE_1904) in {"1", "true"}
    left = limits.cells
    for sheet in workbook.iter(M + "sheet"):
        target = targets.get(sheet.get(_R + "id"), "")
        name = posixpath.normpath(posixpath.join("xl", target)) if not target.startswith("/") else target[1:]
        if name not in names:
            continue
        grid = _grid(root_of(part(package, name, limits)), words, styles, left)
        left -= len(grid.cells)
        if grid.cells:
            yield sheet.get("name", "")
            yield from pieces_of(grid)


def _shared_words(package: zipfile.ZipFile, limits: Limits) -> list[str]:
    table = root_of(part(package, "xl/sharedStrings.xml", limits))
    return [_text(entry) for entry in table.iter(M + "si")]


def _text(entry: etree._Element) -> str:
    """The words of an entry without the reading aids above them."""
    return "".join(run.text or "" for run in entry.iterfind(M + "t")) + "".join(
        run.text or "" for run in entry.iterfind(f"{M}r/{M}t")
    )


def _grid(sheet: etree._Element, words: list[str], styles: Styles, left: int) -> Grid:
    """Cells by row; rows and columns without any content at the outer edges are not part of the table."""
    content: dict[tuple[int, int], str] = {}
    for at, row in enumerate(sheet.iter(M + "row")):
        for number, cell in enumerate(row.iter(M + "c")):
            place = _place(cell.get("r"), at, number)
            text = _shown_in(cell, words, styles)
            if text:
                content[place] = text
            if len(content) > left:
                raise UnreadableError("too_large")
    if not content:
        return Grid()
    spans = _merged(sheet, max(row for row, _ in content), max(column for _, column in content))
    return _filled(content, spans, left)


def _filled(
    content: dict[tuple[int, int], str], spans: dict[tuple[int, int], tuple[int, int]], left: int
) -> Grid:
    top, first = min(row for row, _ in content), min(column for _, column in content)
    height = max(row for row, _ in content) - top + 1
    width = max(column for _, column in content) - first + 1
    if height * width > max(left, 1) * 4:
        raise UnreadableError("too_large")  # a cell here and one at the far end are no table
    covered = {
        (row + down, column + right)
        for (row, column), (rows, columns) in spans.items()
        for down in range(rows)
        for right in range(columns)
        if down or right
    }
    cells = [
        GridCell(row - top, column - first, content.get((row, column), ""), *spans.get((row, column), (1, 1)))
        for row in range(top, top + height)
        for column in range(first, first + width)
        if (row, column) not in covered
    ]
    return Grid(cells, height)


def _merged(sheet: etree._Element, last_row: int, last_column: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Row and column spans of merged cells, no further than the last cell with content."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in sheet.iter(M + "mergeCell"):
        start, _, end = (merge.get("ref") or "").partition(":")
        first, last = _place(start, -1, -1), _place(end or start, -1, -1)
        if first[0] < 0 or first[0] > last_row or first[1] > last_column:
            continue
        rows = min(last[0], last_row) - first[0] + 1
        columns = min(last[1], last_column) - first[1] + 1
        if rows > 0 and columns > 0:
            spans[first] = (rows, columns)
    return spans


def _shown_in(cell: etree._Element, words: list[str], styles: Styles) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(M + "is")
        return _text(inline).strip() if inline is not None else ""
    value = cell.findtext(M + "v") or ""
    if kind == "s":
        return words[int(value)].strip() if value.isdigit() and int(value) < len(words) else ""
    if kind in {"str", "e"}:
        return value.strip()
    if kind == "b":
        return "是" if value == "1" else "否"
    return shown(value, cell.get("s"), styles)


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Row and column from 0 of a reference such as C7; where it is missing, the ones counted."""
    match = _PLACE.fullmatch(reference or "")
    if not match:
        return row, column
    at = 0
    for letter in match[1]:
        at = at * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, at - 1

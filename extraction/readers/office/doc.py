"""Reads Word files of before 2007 (.doc, and .wps as WPS writes it): paragraphs and tables with merged cells.

Belongs here: the streams of the file, paragraphs, fields, which paragraphs are cells and rows.
Does not belong here: the piece table (``doc_text``), properties (``doc_properties``), grids (``doc_tables``).

Offsets and codes are those of the published specification [MS-DOC].
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from io import BytesIO

import olefile  # type: ignore[import-untyped]

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.builder import build
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Piece
from extraction.readers.office.doc_properties import PropertyMap, modifiers_of, pages
from extraction.readers.office.doc_tables import Row, grid_of
from extraction.readers.office.doc_text import Text, read_text

_MAGIC = 0xA5EC
#: Word 6 and 95, and Word 2.
_BEFORE_97 = (0xA5DC, 0xA5DB)
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_MAIN_LENGTH, _RUN_PAGES, _PARAGRAPH_PAGES = 0x4C, 0xFA, 0x102
_SMALLEST_HEADER = 0x200
#: Properties of a paragraph: in a table, end of a row, depth of nesting, definition of the row, a change of merging.
_IN_TABLE, _ROW_END, _DEPTH, _DEFINITION, _MERGE, _ELSEWHERE = 0x2416, 0x2417, 0x6649, 0xD608, 0xD62B, 0x6646
_PARAGRAPH = re.compile("[\r\x07\x0c]")
_SIGNS = {"\x0b": "\n", "\x1e": "-", "\xa0": " ", "\x0c": "\n"}
_UNPRINTED = "\x00\x01\x02\x03\x04\x05\x08\x1f\x07\r"


@dataclass(slots=True)
class _Streams:
    main: bytes
    table: bytes
    data: bytes


@dataclass(slots=True)
class _Facts:
    """What the properties of one paragraph say."""

    in_table: bool = False
    row_end: bool = False
    depth: int = 1
    definition: bytes = b""
    merges: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Found:
    """What was read, and the table, row and cell that are open."""

    limits: Limits
    pieces: list[Piece] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    cells: int = 0

    def end_table(self) -> None:
        """Close the table; cells of a row without an end are kept as words."""
        if self.rows:
            self.pieces.append(grid_of(self.rows))
            self.rows = []
        self.pieces.extend(text for text in (*self.row, *self.cell) if text.strip())
        self.row, self.cell = [], []

    def end_cell(self) -> None:
        """Close the cell."""
        self.row.append("\n".join(self.cell).strip("\n"))
        self.cell = []
        self.cells += 1
        if self.cells > self.limits.cells:
            raise UnreadableError("too_large")


def read_doc(data: bytes, limits: Limits) -> Document:
    """An old Word file as a document.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``legacy_format``, ``too_large``, ``empty``.
    """
    try:
        streams = _open(data, limits)
        run_pages, run_bytes = struct.unpack_from("<II", streams.main, _RUN_PAGES)
        runs = pages(streams.main, streams.table, run_pages, run_bytes, paragraphs=False)
        length = struct.unpack_from("<I", streams.main, _MAIN_LENGTH)[0]
        text = read_text(streams.main, streams.table, length, runs)
        first, size = struct.unpack_from("<II", streams.main, _PARAGRAPH_PAGES)
        properties = PropertyMap(pages(streams.main, streams.table, first, size, paragraphs=True))
        pieces = _pieces(text, properties, streams.data, limits)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise UnreadableError("damaged") from error
    return build(pieces, "doc", limits)


def _open(data: bytes, limits: Limits) -> _Streams:
    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            if container.get_size("WordDocument") > limits.decompressed_bytes:
                raise UnreadableError("too_large")
            main = container.openstream("WordDocument").read()
            if len(main) >= 2 and struct.unpack_from("<H", main)[0] in _BEFORE_97:
                raise UnreadableError("legacy_format")
            if len(main) < _SMALLEST_HEADER or struct.unpack_from("<H", main)[0] != _MAGIC:
                raise UnreadableError("damaged")
            flags = struct.unpack_from("<H", main, 0x0A)[0]
            if flags & _ENCRYPTED:
                raise UnreadableError("encrypted")
            table = container.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
            beside = container.openstream("Data").read() if container.exists("Data") else b""
    except UnreadableError:
        raise
    except Exception as error:  # olefile raises whatever a broken directory leads it to
        raise UnreadableError("damaged") from error
    return _Streams(main, table, beside)


def _pieces(text: Text, properties: PropertyMap, beside: bytes, limits: Limits) -> list[Piece]:
    found = _Found(limits)
    start = 0
    for mark in _PARAGRAPH.finditer(text.characters):
        words = _printed(text.characters[start : mark.start()])
        start = mark.end()
        facts = _facts(properties.at(text.offset(mark.start())), beside)
        if not facts.in_table:
            found.end_table()
            found.pieces.extend(line for line in words.split("\n") if line.strip())
        elif facts.depth > 1 or mark.group() != "\x07":
            found.cell.append(words)  # a table within a cell: its words belong to the outer cell
        elif facts.row_end:
            found.rows.append(Row(found.row, facts.definition, facts.merges))
            found.row, found.cell = [], []
        else:
            found.cell.append(words)
            found.end_cell()
    found.end_table()
    rest = _printed(text.characters[start:])
    return [*found.pieces, *([rest] if rest.strip() else [])]


def _facts(modifiers: bytes, beside: bytes) -> _Facts:
    facts = _Facts()
    waiting = list(modifiers_of(modifiers))
    for code, value in waiting:
        if code == _ELSEWHERE and len(value) == 4:  # too many for the page: they lie in the Data stream
            at = struct.unpack("<I", value)[0]
            if at + 2 <= len(beside):
                size = struct.unpack_from("<H", beside, at)[0]
                waiting = [*waiting, *modifiers_of(beside[at + 2 : at + 2 + size])]
    for code, value in waiting:
        if code == _IN_TABLE:
            facts.in_table = bool(value and value[0])
        elif code == _ROW_END:
            facts.row_end = bool(value and value[0])
        elif code == _DEPTH and len(value) == 4:
            facts.depth = struct.unpack("<I", value)[0]
        elif code == _DEFINITION and value:
            facts.definition = value
        elif code == _MERGE and len(value) >= 2:
            facts.merges[value[0]] = value[1]
    return facts


def _printed(text: str) -> str:
    """The text without field codes; of a field only its result is printed."""
    shown: list[str] = []
    fields: list[bool] = []
    for sign in text:
        if sign == "\x13":
            fields.append(False)
        elif sign == "\x14" and fields:
            fields[-1] = True
        elif sign == "\x15" and fields:
            fields.pop()
        elif all(fields) and sign not in _UNPRINTED:
            shown.append(_SIGNS.get(sign, sign))
    return "".join(shown)

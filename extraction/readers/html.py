"""Reads web pages: the words that are shown, and tables with their merged cells.

Belongs here: encodings of pages, blocks of text, which tables hold data and which only arrange the page.
Does not belong here: scripts and styles, which are dropped unread; links and images, which are never followed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.builder import build
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Grid, GridCell, Piece

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_CHARSET_WITHIN = 4096
#: The national standard contains the older ones, and pages that say gb2312 use signs beyond it.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}
#: Browsers show pages with stray bytes; with more than this share of them the encoding is another one.
_REPLACED = "\ufffd"
_MOST_REPLACED = 0.001
_UNSEEN = frozenset(
    {"script", "style", "head", "noscript", "template", "iframe", "object", "svg", "select", "button"}
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "center",
        "form",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "hr",
        "title",
        "body",
        "html",
        "fieldset",
    ]
)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_TAGS = re.compile(r"<[^<>]*>")
_WIDEST_SPAN = 1000
#: A page that shows more words than this cannot come out empty, unless it was too deep to be read.
_SHOWS_WORDS = 40


@dataclass(slots=True)
class _Flow:
    """Words of the open paragraph, and what was closed before it."""

    limits: Limits
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    cells: int = 0

    def close(self) -> None:
        """End the open paragraph; each printed line of it is one."""
        for line in "".join(self.words).split("\n"):
            shown = _BLANKS.sub(" ", line).strip()
            if shown:
                self.pieces.append(shown)
        self.words = []


def read_html(data: bytes, limits: Limits) -> Document:
    """A web page as a document.

    Raises:
        UnreadableError: ``encoding``, ``damaged`` (also a page nested too deeply to be read), ``too_large``, ``empty``.
    """
    if len(data) > limits.decompressed_bytes:
        raise UnreadableError("too_large")
    text, encoding = _decode(data)
    try:
        root = lxml.html.document_fromstring(
            text, parser=lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("empty" if not _TAGS.sub("", text).strip() else "damaged") from error
    flow = _Flow(limits)
    try:
        _read(root, flow)
    except RecursionError as error:
        raise UnreadableError("damaged") from error
    flow.close()
    if not flow.pieces and len(_TAGS.sub("", text).strip()) > _SHOWS_WORDS:
        raise UnreadableError("damaged")
    return build(flow.pieces, "html", limits, encoding=encoding)


def _decode(data: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(data[:_CHARSET_WITHIN])
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    declared_as = _WIDER.get(name, name)
    # GB18030 reads nearly anything, and wrongly: it comes after UTF-8 with a stray byte.
    for encoding, strays in ((declared_as, False), ("utf-8-sig", True), ("gb18030", True)):
        try:
            text = data.decode(encoding, "replace" if strays else "strict")
        except (LookupError, UnicodeDecodeError):
            continue
        if text.count(_REPLACED) <= 1 + _MOST_REPLACED * len(text):
            return text.removeprefix("\ufeff").replace("\0", ""), encoding
    raise UnreadableError("encoding")


def _read(element: lxml.html.HtmlElement, flow: _Flow) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN:
        return
    if tag == "br":
        flow.words.append("\n")
    elif tag == "table" and _holds_data(element):
        flow.close()
        flow.pieces.append(_grid(element, flow))
    else:
        block = tag in _BLOCKS
        if block:
            flow.close()
        flow.words.append(_shown(element.text))
        for child in element:
            _read(child, flow)
            flow.words.append(_shown(child.tail))
        if block:
            flow.close()


def _shown(text: str | None) -> str:
    """Line ends of the source are blanks on the page."""
    return _BLANKS.sub(" ", text) if text else ""


def _holds_data(table: lxml.html.HtmlElement) -> bool:
    """Whether it is a table to a reader: no table within, and somewhere two cells side by side."""
    if table.find(".//table") is not None:
        return False
    return any(len(_cells_of(row)) > 1 for row in table.iter("tr"))


def _grid(table: lxml.html.HtmlElement, flow: _Flow) -> Grid:
    grid = Grid()
    taken: dict[int, int] = {}  # column -> first row below a cell that reaches down
    for row in table.iter("tr"):
        column = 0
        for cell in _cells_of(row):
            while taken.get(column, 0) > grid.rows:
                column += 1
            rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
            grid.cells.append(GridCell(grid.rows, column, _cell_text(cell, flow.limits), rows, columns))
            taken.update(dict.fromkeys(range(column, column + columns), grid.rows + rows))
            column += columns
            flow.cells += 1
            if flow.cells > flow.limits.cells:
                raise UnreadableError("too_large")
        grid.rows += 1
    return grid


def _cells_of(row: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    return [child for child in row if child.tag in {"td", "th"}]


def _cell_text(cell: lxml.html.HtmlElement, limits: Limits) -> str:
    inside = _Flow(limits)
    inside.words.append(_shown(cell.text))
    for child in cell:
        _read(child, inside)
        inside.words.append(_shown(child.tail))
    inside.close()
    return "\n".join(piece for piece in inside.pieces if isinstance(piece, str))


def _span(cell: lxml.html.HtmlElement, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), _WIDEST_SPAN)) if value.isascii() and value.isdigit() else 1

"""Makes a ``Document`` of the blocks that pages gave, and says where on a page each piece of its text stands.

Belongs here: the hand-over to ``DocumentBuilder``, and finding the pieces again in the text that it made.
Does not belong here: finding blocks (``geometry_blocks``, ``geometry_pages``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extraction.model import Document, PageRegion, Span
from extraction.readers.documents.builder import DocumentBuilder
from extraction.readers.documents.limits import Limits
from extraction.readers.documents.pieces import Grid, GridCell
from extraction.readers.pages.geometry import GridBlock, PageContent, Region, TextBlock
from extraction.readers.pages.geometry_pages import document_blocks


def build(pages: list[PageContent], reader: str, limits: Limits) -> Document:
    """The document of all pages.

    Raises:
        UnreadableError: ``empty``, when no page holds any text, or ``too_large``.
    """
    builder = DocumentBuilder(limits)
    regions: list[Region] = []
    for block in document_blocks(pages):
        if isinstance(block, TextBlock):
            builder.paragraph(block.text)
            regions += block.regions
        else:
            builder.table(_grid(block), block.page)
            regions += [region for cell in block.cells for region in cell.regions]
    document = builder.finish(reader, pages=len(pages))
    recognised = {page.number for page in pages if page.recognised}
    return replace(document, regions=tuple(_placed(regions, document.text, recognised)))


def _grid(block: GridBlock) -> Grid:
    block.cells.sort(key=lambda cell: (cell.row, cell.column))
    cells = [
        GridCell(cell.row, cell.column, cell.text, cell.row_span, cell.column_span) for cell in block.cells
    ]
    return Grid(cells, block.rows)


def _placed(regions: Iterable[Region], text: str, recognised: set[int]) -> Iterator[PageRegion]:
    """The regions with their place in the text: it holds them in this order, with nothing but blanks between."""
    end = 0
    for region in regions:
        start = text.find(region.text, end)
        if start < 0 or text[end:start].strip():
            continue
        end = start + len(region.text)
        certainty = region.score if region.page in recognised else None
        yield PageRegion(region.text, Span(start, end), region.page, region.box, certainty)

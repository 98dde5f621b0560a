"""Pages together: running heads and page numbers go, tables and paragraphs run on over page breaks.

Belongs here: the order of the steps, and frames around text, which are no tables.
Does not belong here: blocks of a single page (``geometry_blocks``), margins (``geometry_margins``), page breaks
(``geometry_breaks``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.readers.pages.geometry import GridBlock, PageContent, Region, TextBlock
from extraction.readers.pages.geometry_blocks import PageLayout
from extraction.readers.pages.geometry_breaks import go_on
from extraction.readers.pages.geometry_margins import running

_FEWEST_FILLED = 2


def document_blocks(pages: list[PageContent]) -> list[TextBlock | GridBlock]:
    """All blocks in reading order."""
    dropped = running(pages)
    layouts = [PageLayout(page, frozenset(dropped.get(page.number, ()))) for page in pages]
    ends: dict[int, float] = {}
    for layout in layouts:
        ends[round(layout.width)] = max(layout.right, ends.get(round(layout.width), 0.0))
    whole: list[TextBlock | GridBlock] = []
    for layout in layouts:
        blocks = layout.blocks(ends[round(layout.width)])
        if whole and blocks:
            go_on(whole, blocks)
        whole.extend(blocks)
    return [part for block in whole for part in _without_frames(block)]


def _without_frames(block: TextBlock | GridBlock) -> Iterator[TextBlock | GridBlock]:
    """The block; a frame around text as that text."""
    filled = [cell for cell in block.cells if cell.text] if isinstance(block, GridBlock) else []
    if isinstance(block, GridBlock) and len(filled) < _FEWEST_FILLED:
        for cell in filled:
            regions = iter(cell.regions)
            for line in cell.text.split("\n"):
                yield TextBlock(line, block.page, list(_covering(line, regions)))
    else:
        yield block


def _covering(line: str, regions: Iterator[Region]) -> Iterator[Region]:
    """The next regions, up to the length of the line."""
    left = len("".join(line.split()))
    while left > 0 and (region := next(regions, None)) is not None:
        left -= len("".join(region.text.split()))
        yield region

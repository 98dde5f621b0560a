"""Reads PDF files: text with its tables; pages that are images go through a recogniser.

Belongs here: opening the file, its limits, and which pages hold no text.
Does not belong here: one page (``pdf_page``), tables and paragraphs (``geometry_*``), recognition (``ocr``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.limits import Limits
from extraction.readers.pages.geometry import PageContent
from extraction.readers.pages.geometry_build import build
from extraction.readers.pages.pdf_page import read_page
from extraction.readers.pages.pdf_streams import unpacks_within

#: A page with fewer glyphs, covered by images to at least this share, is a scan.
_FEW_GLYPHS = 16
_SCANNED = 0.5
#: Dots an inch at which a scanned page is recognised, and the longest side of its image.
_RESOLUTION = 200
_LONGEST_SIDE = 4000
_POINTS_PER_INCH = 72


def read_pdf(data: bytes, limits: Limits) -> Document:
    """A PDF file as a document.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``too_many_pages``, ``too_large``, ``empty``, and for scans
            ``ocr_missing``.
    """
    if not unpacks_within(data, limits.decompressed_bytes):
        raise UnreadableError("too_large")
    with _opened(data) as file:
        if len(file) > limits.pages:
            raise UnreadableError("too_many_pages")
        pages: list[PageContent] = []
        characters = 0
        for index in range(len(file)):
            page = _page(file, index)
            if page is None:
                if sum(known.recognised for known in pages) == limits.scanned_pages:
                    raise UnreadableError("too_many_pages")
                page = _recognised(file, index)
            pages.append(page)
            characters += sum(len(glyph.text) for glyph in page.glyphs)
            if characters > limits.characters:
                raise UnreadableError("too_large")
    return build(pages, "pdf_ocr" if any(page.recognised for page in pages) else "pdf", limits)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableError("encrypted" if locked else "damaged") from None
    with closing(file):
        yield file


def _page(file: pypdfium2.PdfDocument, index: int) -> PageContent | None:
    """What the page holds; None where it is the image of a page."""
    with _on_page(file, index) as page:
        content, images = read_page(page, index + 1)
    return None if len(content.glyphs) < _FEW_GLYPHS and images >= _SCANNED else content


def _recognised(file: pypdfium2.PdfDocument, index: int) -> PageContent:
    from extraction.readers.pages.ocr import recognise, require_engine  # heavy, and only scans need it

    require_engine()
    with _on_page(file, index) as page:
        width, height = page.get_size()
        scale = min(_RESOLUTION / _POINTS_PER_INCH, _LONGEST_SIDE / max(width, height, 1.0))
        image = page.render(scale=scale, grayscale=True).to_numpy()
    return recognise(image, index + 1, width)


@contextmanager
def _on_page(file: pypdfium2.PdfDocument, index: int) -> Iterator[Any]:
    try:
        with closing(file[index]) as page:
            yield page
    except pypdfium2.PdfiumError:
        raise UnreadableError("damaged") from None

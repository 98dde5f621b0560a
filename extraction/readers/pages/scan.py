"""Reads photographs and scans that come as image files: PNG, JPEG, BMP, TIFF.

Belongs here: pages of an image file and their limits.
Does not belong here: recognition (``ocr``), pixels (``scan_image``).
"""

from __future__ import annotations

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.limits import Limits
from extraction.readers.pages.geometry_build import build
from extraction.readers.pages.ocr import recognise, require_engine

#: Points: an image file says nothing of the paper, which is taken for A4, upright or lying.
_SHORT_SIDE, _LONG_SIDE = 595.0, 842.0


def read_image(data: bytes, limits: Limits) -> Document:
    """An image file as a document.

    Raises:
        UnreadableError: ``ocr_missing``, ``damaged``, ``too_many_pages``, ``too_large``, ``empty``.
    """
    require_engine()
    from extraction.readers.pages import scan_image

    images = scan_image.decode(data)
    if len(images) > min(limits.pages, limits.scanned_pages):
        raise UnreadableError("too_many_pages")
    pages = []
    for number, image in enumerate(images, start=1):
        if scan_image.too_large(image):
            raise UnreadableError("too_large")
        width = _LONG_SIDE if image.shape[1] > image.shape[0] else _SHORT_SIDE
        pages.append(recognise(image, number, width))
    return build(pages, "image_ocr", limits)

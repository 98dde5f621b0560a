"""Reads OFD files (GB/T 33190), the fixed-layout format of Chinese administrations.

Belongs here: documents, templates and pages of the file, and which pages are images.
Does not belong here: one page (``ofd_page``), tables and paragraphs (``geometry_*``), recognition (``ocr``).
"""

from __future__ import annotations

import posixpath

from lxml import etree

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.limits import Limits
from extraction.readers.pages.geometry import PageContent
from extraction.readers.pages.geometry_build import build
from extraction.readers.pages.ofd_package import Package, children, first, join, name, numbers
from extraction.readers.pages.ofd_page import POINTS, Image, PageReader

_PAPER = [0.0, 0.0, 210.0, 297.0]
_FEW_GLYPHS = 16
_SCANNED = 0.5


def read_ofd(data: bytes, limits: Limits) -> Document:
    """An OFD file as a document.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``too_many_pages``, ``too_large``, ``empty``, and for scans
            ``ocr_missing``.
    """
    package = Package(data, limits.decompressed_bytes)
    root = package.xml("OFD.xml")
    if root is None:
        raise UnreadableError("damaged")
    pages: list[PageContent] = []
    characters = 0
    for body in children(root, "DocBody"):
        reference = first(body, "DocRoot")
        if reference is None:
            continue
        document = _Document(package, join("", reference.text))
        if len(pages) + len(document.pages) > limits.pages:
            raise UnreadableError("too_many_pages")
        for element in document.pages:
            scans_left = limits.scanned_pages - sum(page.recognised for page in pages)
            page = document.page(element, len(pages) + 1, scans_left)
            pages.append(page)
            characters += len(page.glyphs)
            if characters > limits.characters:
                raise UnreadableError("too_large")
    return build(pages, "ofd_ocr" if any(page.recognised for page in pages) else "ofd", limits)


class _Document:
    """One document of the file: its pages, templates and images."""

    def __init__(self, package: Package, path: str) -> None:
        root = package.xml(path)
        if root is None:
            raise UnreadableError("damaged")
        self._package, self._root = package, root
        self._folder = posixpath.dirname(path)
        listed = first(root, "Pages")
        self.pages = list(children(listed, "Page")) if listed is not None else []
        self._templates = {
            item.get("ID"): join(self._folder, item.get("BaseLoc"))
            for item in root.iter()
            if name(item) == "TemplatePage"
        }
        box = first(root, "PhysicalBox")
        self._paper = numbers(box.text, 4) if box is not None else None

    def page(self, element: etree._Element, number: int, scans_left: int) -> PageContent:
        """What stands on one page, its templates included; of images, so many may still be recognised."""
        root = self._package.xml(join(self._folder, element.get("BaseLoc")))
        box = first(root, "PhysicalBox") if root is not None else None
        paper = (numbers(box.text, 4) if box is not None else None) or self._paper or _PAPER
        content = PageContent(number, paper[2] * POINTS, paper[3] * POINTS)
        if root is None:
            return content
        reader = PageReader(content)
        parts = etree.Element("all")
        for template in children(root, "Template"):
            path = self._templates.get(template.get("TemplateID"))
            below = self._package.xml(path) if path else None
            if below is not None:
                parts.extend(list(children(below, "Content")))
        parts.extend(list(children(root, "Content")))
        reader.read(parts)
        if len(content.glyphs) < _FEW_GLYPHS:
            return self._recognised(reader.images, content, scans_left)
        return content

    def _recognised(self, images: list[Image], content: PageContent, scans_left: int) -> PageContent:
        """The page read from the image that fills it, if one does."""
        area = content.width * content.height
        large = [image for image in images if image.width * image.height >= _SCANNED * area]
        data = self._image(large[0].resource) if large else None
        if data is None:
            return content
        if scans_left <= 0:
            raise UnreadableError("too_many_pages")
        from extraction.readers.pages.ocr import recognise_file  # heavy, and only scans need it

        return recognise_file(data, content.number, large[0].width)

    def _image(self, resource: str) -> bytes | None:
        for kind in ("PublicRes", "DocumentRes"):
            for reference in (item for item in self._root.iter() if name(item) == kind):
                path = join(self._folder, reference.text)
                listed = self._package.xml(path)
                if listed is None:
                    continue
                base = join(posixpath.dirname(path), listed.get("BaseLoc"))
                for media in (item for item in listed.iter() if name(item) == "MultiMedia"):
                    file = first(media, "MediaFile")
                    if media.get("ID") == resource and file is not None:
                        return self._package.read(join(base, file.text))
        return None

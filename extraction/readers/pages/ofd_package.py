"""The parts of an OFD file (GB/T 33190): a zip of XML, read member by member with limits.

Belongs here: members by their path, XML without entities, references between parts.
Does not belong here: what stands on a page (``ofd_page``).
"""

from __future__ import annotations

import io
import math
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from extraction.errors import UnreadableError
from extraction.readers.packages.zip_errors import ZIP_ERRORS


class Package:
    """Members of an OFD file.

    Args:
        data: the bytes of the file.
        most_bytes: how many bytes may come out of it altogether.

    Raises:
        UnreadableError: ``damaged``, ``encrypted``.
    """

    def __init__(self, data: bytes, most_bytes: int) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_ERRORS:
            raise UnreadableError("damaged") from None
        self._left = most_bytes
        self._members = {_normal(info.filename): info for info in self._zip.infolist()}
        if any(name.endswith("encryptions.xml") for name in self._members):
            raise UnreadableError("encrypted")

    def read(self, path: str) -> bytes | None:
        """The bytes of a member, None where there is none.

        Raises:
            UnreadableError: ``damaged``, ``encrypted``, or ``too_large`` when the limit is passed.
        """
        info = self._members.get(_normal(path))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise UnreadableError("encrypted")
        try:
            with self._zip.open(info) as member:
                data = member.read(self._left + 1)
        except ZIP_ERRORS:
            raise UnreadableError("damaged") from None
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError("too_large")
        return data

    def xml(self, path: str) -> etree._Element | None:
        """A member as XML, None where there is none.

        Raises:
            UnreadableError: as ``read``, or ``damaged`` when it is no XML.
        """
        data = self.read(path)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise UnreadableError("damaged") from None


def _normal(path: str) -> str:
    return posixpath.normpath("/" + path.strip().replace("\\", "/").lstrip("/")).lower()


def join(folder: str, path: str | None) -> str:
    """A reference from a part in ``folder``: relative to it, or absolute."""
    path = (path or "").strip().replace("\\", "/")
    return path if path.startswith("/") else posixpath.join(folder, path)


def name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Children with this name."""
    return (child for child in element if name(child) == wanted)


def first(element: etree._Element, wanted: str) -> etree._Element | None:
    """The first descendant with this name."""
    return next((child for child in element.iter() if name(child) == wanted), None)


def numbers(text: str | None, count: int) -> list[float] | None:
    """``count`` numbers of an attribute; None where they are not there."""
    try:
        values = [float(part) for part in (text or "").split()]
    except ValueError:
        return None
    return values[:count] if len(values) >= count and all(map(math.isfinite, values)) else None

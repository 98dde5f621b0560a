"""Parts of zipped office files: how much may be unpacked, and XML that reaches nothing outside itself.

Belongs here: reading one part safely.
Does not belong here: what a part means (``docx``, ``xlsx``).
"""

from __future__ import annotations

import zipfile

from lxml import etree

from extraction.errors import UnreadableError
from extraction.readers.documents.limits import Limits
from extraction.readers.packages.zip_errors import ZIP_ERRORS


def part(package: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """The content of a part.

    Raises:
        KeyError: the package has no such part.
        UnreadableError: ``too_large`` unpacked, or ``damaged``.
    """
    if package.getinfo(name).file_size > limits.decompressed_bytes:
        raise UnreadableError("too_large")
    try:
        with package.open(name) as opened:
            content = opened.read(limits.decompressed_bytes + 1)
    except ZIP_ERRORS as error:
        raise UnreadableError("encrypted" if "password" in str(error) else "damaged") from error
    if len(content) > limits.decompressed_bytes:
        raise UnreadableError("too_large")
    return content


def root_of(content: bytes) -> etree._Element:
    """The root of an XML part; entities are not expanded, nothing is fetched.

    Raises:
        UnreadableError: ``damaged``, also where it is nested more deeply than any document.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("damaged") from error
    if root is None:
        raise UnreadableError("damaged")
    return root

"""What format a file has, told by its content and never by its name.

Belongs here: signatures of formats and what lies in containers.
Does not belong here: reading any of them, or which reader does (``read``).
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import olefile  # type: ignore[import-untyped]

from extraction.errors import UnreadableError
from extraction.readers.packages.zip_errors import ZIP_ERRORS

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_ARCHIVES = ((b"Rar!\x1a\x07", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"))
_PDF_WITHIN = 1024
_HTML_WITHIN = 4096
_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s)", re.IGNORECASE)
_MARKUP = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:table|div|p|style|!--)[\s>-]", re.IGNORECASE)


def format_of(data: bytes) -> str:
    """The format: text, html, docx, doc, xlsx, xls, pdf, ofd, rtf, image, zip, rar or 7z.

    Raises:
        UnreadableError: ``encrypted`` for a locked office file, ``damaged`` for a container that cannot be opened,
            ``unknown_format`` for a container that holds none of these.
    """
    if data.startswith(_OLE):
        return _in_ole(data)
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_IMAGES) or (data[:2] == b"BM" and data[6:10] == b"\0\0\0\0"):
        return "image"
    for mark, name in _ARCHIVES:
        if data.startswith(mark):
            return name
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if _HTML.search(data[:_HTML_WITHIN]) or _MARKUP.match(data[:_HTML_WITHIN]):
        return "html"
    return "text"


def _in_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except ZIP_ERRORS as error:
        raise UnreadableError("damaged") from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "OFD.xml" in names:
        return "ofd"
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise UnreadableError("unknown_format")
    return "zip"


def _in_ole(data: bytes) -> str:
    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            names = {entry[0] for entry in container.listdir()}
    except Exception as error:
        raise UnreadableError("damaged") from error
    if "EncryptedPackage" in names:
        raise UnreadableError("encrypted")
    if "WordDocument" in names:
        return "doc"
    if names & {"Workbook", "Book"}:
        return "xls"
    raise UnreadableError("unknown_format")

"""Chooses the reader of a file by what the file is; nothing else belongs here.

Readers are imported when they are needed: most files are of one format, and text needs none of their libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.limits import Limits
from extraction.readers.sniff import format_of

#: format -> (module, function)
_READERS: dict[str, tuple[str, str]] = {
    "docx": ("docx", "read_docx"),
    "xlsx": ("xlsx", "read_xlsx"),
    "html": ("html", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "ofd": ("ofd", "read_ofd"),
    "image": ("scan", "read_image"),
    "doc": ("doc", "read_doc"),
    "xls": ("xls", "read_xls"),
    "text": ("text", "read_text"),
}
#: Formats that are known and not read here -> error code.
_NOT_READ = {"rar": "archive", "7z": "archive", "rtf": "legacy_format"}


def read(data: bytes, limits: Limits, depth: int = 0) -> Document:
    """A file as a document; an archive as one document of its files.

    Raises:
        UnreadableError: what was sent cannot be read; the code says why, and its message what to do.
    """
    if not data.strip():
        raise UnreadableError("empty")
    form = format_of(data)
    if form == "zip":
        from extraction.readers.archive import read_archive

        return read_archive(data, limits, lambda content, within: read(content, within, depth + 1), depth)
    if form not in _READERS:
        raise UnreadableError(_NOT_READ[form])
    module, function = _READERS[form]
    reader: Callable[[bytes, Limits], Document] = getattr(
        import_module(f"extraction.readers.{module}"), function
    )
    return reader(data, limits)

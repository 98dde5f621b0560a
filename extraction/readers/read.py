"""Chooses the reader of a file by what the file is; nothing else belongs here.

Readers are imported when they are needed: most files are of one format, and text needs none of their libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from extraction.errors import UnreadableError
from extraction.model import Document
from extraction.readers.documents.limits import Limits
from extraction.readers.sniff import format_of

#: format -> (module, function)
_READERS: dict[str, tuple[str, str]] = {
    "docx": ("office.docx", "read_docx"),
    "xlsx": ("office.xlsx", "read_xlsx"),
    "html": ("html", "read_html"),
    "pdf": ("pages.pdf", "read_pdf"),
    "ofd": ("pages.ofd", "read_ofd"),
    "image": ("pages.scan", "read_image"),
    "doc": ("office.doc", "read_doc"),
    "xls": ("office.xls", "read_xls"),
    "text": ("text", "read_text"),
    "rtf": ("office.rtf", "read_rtf"),
}
#: Archives that a program turns into zip.
_REPACKED = frozenset({"rar", "7z"})


def read(data: bytes, limits: Limits, depth: int = 0) -> Document:
    """A file as a document; an archive as one document of its files.

    Raises:
        UnreadableError: what was sent cannot be read; the code says why, and its message what to do.
    """
    if not data.strip():
        raise UnreadableError("empty")
    form = format_of(data)
    if form == "zip" or form in _REPACKED:
        from extraction.readers.packages import archive, repack

        packed = repack.as_zip(data, limits) if form in _REPACKED else data
        return archive.read_archive(packed, limits, lambda one, within: read(one, within, depth + 1), depth)
    module, function = _READERS[form]
    reader: Callable[[bytes, Limits], Document] = getattr(
        import_module(f"extraction.readers.{module}"), function
    )
    return reader(data, limits)

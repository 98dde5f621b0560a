"""Inboxes of many full-length reports, text and Word files mixed.

Belongs here: writing files, quickly and always the same. Does not belong here: what they say (``full_length``).
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import docx

from benchmarks.render import blocks_of
from benchmarks.scale.full_length import full_length

#: A folder of an inbox holds so many files: no office has one with fifty thousand.
_IN_FOLDER = 1000
_DATE = (2023, 3, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_inbox(folder: Path, reports: int, word_share: float) -> int:
    """Write reports number 0 to ``reports``; the number of bytes.

    Args:
        folder: made when it is not there; files that are there are kept.
        reports: how many.
        word_share: share of Word files, spread evenly.
    """
    size = 0
    for number in range(reports):
        is_word = int((number + 1) * word_share) > int(number * word_share)
        path = folder / f"{2020 + number // _IN_FOLDER % 5}-{number // _IN_FOLDER:03d}" / f"{number:06d}"
        path = path.with_suffix(".docx" if is_word else ".txt")
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            text = full_length(number).text.encode()
            path.write_bytes(as_word(text) if is_word else text)
        size += path.stat().st_size
    return size


def as_word(text: bytes) -> bytes:
    """A Word file with the paragraphs and tables of a text; two milliseconds, python-docx takes a hundred."""
    body = "".join(
        _paragraphs(block) if isinstance(block, str) else _table(block) for block in blocks_of(text)
    )
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>'
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _empty().items():
            content = document.encode() if name == "word/document.xml" else content
            archive.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


@lru_cache(maxsize=1)
def _empty() -> dict[str, bytes]:
    """The entries of an empty Word file."""
    whole = BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _paragraphs(text: str) -> str:
    return "".join(_paragraph(line) for line in text.split("\n"))


def _paragraph(line: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'


def _table(rows: list[tuple]) -> str:  # type: ignore[type-arg]
    cells = ("".join(f"<w:tc>{_paragraph(cell.text)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

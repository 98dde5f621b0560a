"""Reads a zip archive as one submission: its files one after the other, the narrative first.

Belongs here: which members are read, how much may be unpacked, names in old encodings.
Does not belong here: reading any member (``read``). Nothing is ever unpacked to a path.
"""

from __future__ import annotations

import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from extraction.errors import UnreadableError
from extraction.model import Cell, Document, PageRegion, Paragraph, Span, Table
from extraction.readers.documents.limits import Limits
from extraction.readers.packages.submission import several_reports
from extraction.readers.packages.zip_errors import ZIP_ERRORS
from extraction.text.simplify import simplify

#: Files that systems leave in archives.
_LEFTOVERS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
#: How many times larger than the archive its content may be together.
_MOST_RATIO = 200
_DEEPEST = 1

Read = Callable[[bytes, Limits], Document]


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    document: Document


def read_archive(data: bytes, limits: Limits, read: Read, depth: int = 0) -> Document:
    """All files of an archive as one document; those that cannot be read are listed in ``unread``.

    Raises:
        UnreadableError: ``damaged``; ``too_large``: too many files, too much inside or archives in archives in
            archives; the problem of its only file, or ``archive_unread`` where none of several can be read;
            ``several_reports``, with their names, where they are of different departments or years.
    """
    if depth > _DEEPEST:
        raise UnreadableError("too_large")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members, unread = _read_members(archive, len(data), limits, read)
    except ZIP_ERRORS as error:
        raise UnreadableError("damaged") from error
    if not members:
        raise UnreadableError(unread[0][1] if len(unread) == 1 else "archive_unread" if unread else "empty")
    if len(members) > 1 and (names := several_reports((one.name, one.document) for one in members)):
        raise UnreadableError("several_reports", names)
    return _joined(sorted(members, key=_running_text, reverse=True), tuple(unread), limits)


def _read_members(
    archive: zipfile.ZipFile, size: int, limits: Limits, read: Read
) -> tuple[list[_Member], list[tuple[str, str]]]:
    infos = [
        info
        for info in archive.infolist()
        if info.filename and not info.is_dir() and not _is_leftover(info.filename)
    ]
    if len(infos) > limits.members:
        raise UnreadableError("too_large")
    left = min(limits.decompressed_bytes * 2, max(size, 1) * _MOST_RATIO)
    members: list[_Member] = []
    unread: list[tuple[str, str]] = []
    seen: set[bytes] = set()
    for info in infos:
        name = name_of(info)
        try:
            content = _content(archive, info, min(left, limits.decompressed_bytes))
            left -= len(content)
            if content in seen:  # a copy under another name says nothing more
                continue
            seen.add(content)
            members.append(_Member(name, read(content, limits)))
        except UnreadableError as error:
            if error.files:
                raise
            unread.append((name, error.code))
    return members, unread


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if stat.S_ISLNK(info.external_attr >> 16):
        raise UnreadableError("link")
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError("encrypted")
    if info.file_size > most:
        raise UnreadableError("too_large")
    try:
        with archive.open(info) as opened:
            content = opened.read(most + 1)
    except ZIP_ERRORS as error:
        raise UnreadableError("damaged") from error
    if len(content) > most:
        raise UnreadableError("too_large")
    return content


def name_of(info: zipfile.ZipInfo) -> str:
    """The file's name without its folders; names from old Chinese programs are in GB18030."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = info.filename
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if unicodedata.category(sign)[0] != "C") or "?"


def _is_leftover(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return name.startswith(_LEFTOVERS) or last in _LEFTOVERS or last.startswith(("~$", "._"))


def _running_text(member: _Member) -> int:
    """Characters outside tables: the narrative has most of them."""
    return sum(
        block.span.end - block.span.start
        for block in member.document.blocks
        if isinstance(block, Paragraph) and not block.in_table
    )


def _joined(members: list[_Member], unread: tuple[tuple[str, str], ...], limits: Limits) -> Document:
    """One document of several, each below a line with its file's name."""
    parts: list[str] = []
    blocks: list[Paragraph | Table] = []
    regions: list[PageRegion] = []
    length = tables = 0
    for member in members:
        heading = f"〔文件：{member.name}〕\n"
        if blocks:  # the first document begins with its own title
            blocks.append(Paragraph(Span(length, length + len(heading) - 1)))
            parts.append(heading)
            length += len(heading)
        blocks.extend(_shifted(member.document, length, tables))
        regions.extend(replace(item, span=_moved(item.span, length)) for item in member.document.regions)
        tables += sum(isinstance(block, Table) for block in member.document.blocks)
        text = member.document.text if member.document.text.endswith("\n") else member.document.text + "\n"
        parts.append(text)
        length += len(text)
        if length > limits.characters:
            raise UnreadableError("too_large")
    names = "".join(f"〔文件：{member.name}〕\n" for member in members[:1])
    blocks.append(Paragraph(Span(length, length + len(names) - 1)))
    text = "".join([*parts, names])
    readers = "+".join(dict.fromkeys(member.document.reader for member in members))
    return Document(
        text, simplify(text), tuple(blocks), f"zip({readers})", regions=tuple(regions), unread=unread
    )


def _shifted(document: Document, by: int, tables: int) -> Iterator[Paragraph | Table]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield replace(block, span=_moved(block.span, by))
        else:
            rows = tuple(tuple(_cell(cell, by) for cell in row) for row in block.rows)
            yield replace(block, number=block.number + tables, rows=rows)


def _cell(cell: Cell, by: int) -> Cell:
    return replace(cell, span=_moved(cell.span, by))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

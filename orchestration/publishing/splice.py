"""Rows that are packed by themselves, and a workbook in which a sheet is made of them.

Belongs here: packing rows, and putting them into the sheet of a finished workbook without unpacking any of it.
Does not belong here: which rows (products.ledger_figures), how rows are written (rows). Rows that are packed by themselves say what
they say wherever they stand, so those of yesterday's workbook go into today's as they are.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

#: Stands in a sheet where rows go.
_MARK = "<!--rows-->"
#: Bytes of a sheet's rows; beyond four gigabytes an archive has another layout, which not every program reads.
SIZE_LIMIT = 4_000_000_000
_POLYNOMIAL = 0xEDB88320  # of the checksum that archives use
_HEADER = struct.Struct("<4sHHHHHIIIHH")
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Packed:
    """A piece of an entry as it stands in an archive: compressed so that it needs nothing of what stands before it."""

    data: bytes
    size: int  # of the piece itself
    checksum: int


def packed(text: str, *, last: bool = False) -> Packed:
    """Pack a text; the last piece of an entry ends it."""
    content = text.encode()
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
    return Packed(data, len(content), zlib.crc32(content))


def leave_room(sheet: Worksheet, first: int, last: int, columns: int) -> None:
    """Leave the place of rows in a sheet that is being written; nothing may be written below.

    Args:
        sheet: its rows above are written.
        first: counted from 0.
        last: so that programs know how large the sheet is.
        columns: how many cells they have.
    """
    sheet._write_single_row(first)
    sheet.table.clear()
    sheet._check_dimensions(last, columns - 1)
    sheet.row_data_fh.write(_MARK)


def fill_sheet(path: Path, sheet: int, pieces: Iterable[Packed]) -> None:
    """Put rows in place of the mark in a sheet of a workbook; the same pieces give the same bytes.

    Args:
        path: the workbook.
        sheet: number of the sheet, from 1.
        pieces: its rows.
    """
    filled = path.with_name(f"{path.name}.filled")
    name = f"xl/worksheets/sheet{sheet}.xml"
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as raw, filled.open("wb") as target:
            entries = []
            for info in archive.infolist():
                info.header_offset, start = target.tell(), info.header_offset
                if info.filename == name:
                    before, _, after = archive.read(name).decode().partition(_MARK)
                    _write_pieces(target, info, [packed(before)], pieces, [packed(after, last=True)])
                else:
                    _copy(raw, start, target, info)
                entries.append(info)
            _write_directory(target, entries)
        os.replace(filled, path)  # noqa: PTH105
    finally:
        filled.unlink(missing_ok=True)


def _write_pieces(target: BinaryIO, info: zipfile.ZipInfo, *pieces: Iterable[Packed]) -> None:
    """An entry made of pieces; its sizes are known at its end."""
    info.CRC = info.file_size = info.compress_size = 0
    target.write(_header(info))
    for piece in (piece for some in pieces for piece in some):
        target.write(piece.data)
        info.CRC = joined(info.CRC, piece.checksum, piece.size)
        info.file_size += piece.size
        info.compress_size += len(piece.data)
    target.seek(info.header_offset)
    target.write(_header(info))
    target.seek(0, io.SEEK_END)


def _copy(source: BinaryIO, start: int, target: BinaryIO, info: zipfile.ZipInfo) -> None:
    """An entry as it is."""
    source.seek(start)
    header = _HEADER.unpack(source.read(_HEADER.size))
    source.seek(header[-2] + header[-1], io.SEEK_CUR)
    target.write(_header(info))
    left = info.compress_size
    while left:
        piece = source.read(min(left, _PIECE))
        target.write(piece)
        left -= len(piece)


def _facts(info: zipfile.ZipInfo) -> tuple[int, ...]:
    """What both directories say of an entry. Its date is that of all entries of xlsxwriter."""
    year, month, day = info.date_time[:3]
    date = (year - 1980) << 9 | month << 5 | day
    sizes = (info.CRC, info.compress_size, info.file_size)
    return (20, info.flag_bits & 0x800, info.compress_type, 0, date, *sizes, len(info.filename.encode()), 0)


def _header(info: zipfile.ZipInfo) -> bytes:
    return _HEADER.pack(b"PK\x03\x04", *_facts(info)) + info.filename.encode()


def _write_directory(target: BinaryIO, entries: list[zipfile.ZipInfo]) -> None:
    start = target.tell()
    for info in entries:
        entry = _ENTRY.pack(b"PK\x01\x02", 20, *_facts(info), 0, 0, 0, 0, info.header_offset)
        target.write(entry + info.filename.encode())
    size, number = target.tell() - start, len(entries)
    target.write(struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, number, number, size, start, 0))


def joined(first: int, second: int, size: int) -> int:
    """The checksum of two pieces one after the other, of the checksums of both.

    A checksum is what is left of a piece, as a polynomial over bits, when it is divided by another one; bytes that follow multiply it.

    Args:
        first: the checksum of the first piece.
        second: that of the second.
        size: bytes of the second.
    """
    return _product(_behind(size), first) ^ second


def _product(left: int, right: int) -> int:
    """Of two polynomials, bits in the order of the checksum: the highest power is the lowest bit."""
    found = 0
    while left:
        if left & 0x80000000:
            found ^= right
        right = right >> 1 ^ _POLYNOMIAL if right & 1 else right >> 1
        left = left << 1 & 0xFFFFFFFF
    return found


def _powers() -> Iterator[int]:
    power = 1 << 23  # one byte
    for _ in range(32):
        yield power
        power = _product(power, power)


#: By what 1, 2, 4, 8 … bytes behind it multiply a checksum.
_POWERS = tuple(_powers())


def _behind(size: int) -> int:
    """By what so many bytes behind it multiply a checksum."""
    found = 1 << 31  # one
    for number, power in enumerate(_POWERS):
        if size >> number & 1:
            found = _product(power, found)
    return found

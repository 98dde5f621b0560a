"""How much the packed streams of a PDF file unpack to, found without handing them to pdfium.

Belongs here: streams packed with Flate, once or several times; they alone grow a thousandfold.
Does not belong here: what they hold (``pdf_page``). pdfium unpacks without a bound, and its process dies of it.
"""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image")
#: The dictionary of a stream stands before it; those of contents are far shorter.
_DICTIONARY = 1024
#: Pictures are not read as text, and a page scanned in colour is large.
_IMAGES_TIMES = 4
#: All streams together, in bounds of one.
_ALL_TIMES = 16
_MOST_LAYERS = 4
_CHUNK = 1 << 16


def unpacks_within(data: bytes, most_bytes: int) -> bool:
    """Whether no stream of the file unpacks to more than ``most_bytes``; images may to four times as much."""
    left = _ALL_TIMES * most_bytes
    for mark in _STREAM.finditer(data):
        head = data[max(mark.start() - _DICTIONARY, 0) : mark.start()]
        head = head[head.rfind(b" obj") + 1 :]
        layers = len(_PACKED.findall(head))
        if layers > _MOST_LAYERS:
            return False
        if layers:
            bound = min(most_bytes * (_IMAGES_TIMES if _IMAGE.search(head) else 1), left)
            size = _unpacked(data, mark.end(), layers, bound)
            if size > bound:
                return False
            left -= size
    return True


def _unpacked(data: bytes, start: int, layers: int, bound: int) -> int:
    """Bytes to which the stream unpacks, counted no further than just past ``bound``; the largest of its layers."""
    content = data
    size = 0
    for _ in range(layers):
        unpacker = zlib.decompressobj()
        pieces: list[bytes] = []
        length = 0
        try:
            for at in range(start, len(content), _CHUNK):
                piece = unpacker.decompress(content[at : at + _CHUNK], bound + 1 - length)
                length += len(piece)
                if layers > 1:
                    pieces.append(piece)
                if unpacker.eof or length > bound:
                    break
        except zlib.error:
            pass  # pdfium shows what came before it, or nothing
        size = max(size, length)
        if length > bound:
            break
        content, start = b"".join(pieces), 0
    return size

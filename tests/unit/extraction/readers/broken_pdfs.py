"""PDF files that lie, for tests: locked, looping, packed to burst."""

from __future__ import annotations

import re
import zlib

from benchmarks.pages import Sheet, pdf

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告"
SOUND = pdf([Sheet().text(72, 60, TITLE)])


def locked() -> bytes:
    """The file with a lock whose password nobody has."""
    lock = b"9 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>\nendobj\n" % (
        b"41" * 32,
        b"42" * 32,
    )
    start = SOUND.index(b"xref\n")
    return (
        SOUND[:start]
        + lock
        + SOUND[start:]
        .replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 9 0 R /ID [<00><00>]")
        .replace(b"startxref", b"startxrex")
    )


def looped() -> bytes:
    """Pages that are their own parents."""
    return SOUND.replace(b"/Kids [7 0 R]", b"/Kids [2 0 R]").replace(b"/Count 1", b"/Count 9")


def deflated(content: bytes, layers: int = 1) -> bytes:
    """The file with another content of its page, packed."""
    packed = content
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    body = b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (
        len(packed),
        b"/FlateDecode " * layers,
        packed,
    )
    return re.sub(
        rb"<< /Length \d+ >>\nstream\n.*?\nendstream", lambda _: body, SOUND, count=1, flags=re.DOTALL
    )

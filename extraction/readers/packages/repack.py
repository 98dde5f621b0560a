"""Turns rar and 7z archives into zip with bsdtar (libarchive), so that one reader and its limits serve them all.

Belongs here: running the program, and how much of its output is taken.
Does not belong here: which members are read (``archive``). Nothing is ever unpacked to a path.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import subprocess
import tarfile
import tempfile
import threading
import zipfile
from io import BytesIO
from pathlib import Path
from typing import IO

from extraction.errors import UnreadableError
from extraction.readers.documents.limits import Limits

_PROGRAM = "bsdtar"
#: A tar archive on the way: it keeps the bytes of names, which old programs wrote in GB18030.
_COMMAND = ("-c", "-f", "-", "--format=gnutar", "@-")
_SECONDS = 60.0
#: Read from a pipe, for in a file that ends with a zip archive, as .docx is one, libarchive sees that one alone.
_RAR = b"Rar!"
_LONGEST_COMPLAINT = 1 << 16
#: Folders count as members here: so many times more members than files are looked at.
_MOST_FOLDERS = 10
_LOCKED = (b"ncrypt", b"assphrase", b"assword")


def as_zip(data: bytes, limits: Limits) -> bytes:
    """The archive as a zip archive that packs nothing.

    Raises:
        UnreadableError: ``archive_tool`` without the program, ``encrypted``, ``too_large``, or ``archive`` when not
            all of it can be read.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise UnreadableError("archive_tool")
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as said:
        streamed = data.startswith(_RAR)
        source.write(b"" if streamed else data)
        source.seek(0)
        with subprocess.Popen(  # noqa: S603 - a fixed program on bytes that it gets through a pipe
            [program, *_COMMAND],
            stdin=subprocess.PIPE if streamed else source,
            stdout=subprocess.PIPE,
            stderr=said,
            env=environment,
            cwd=Path("/"),
        ) as process:
            timer = threading.Timer(_SECONDS, process.kill)
            timer.start()
            if streamed:
                threading.Thread(target=_feed, args=(process, data), daemon=True).start()
            try:
                packed = _packed(process.stdout, limits)  # type: ignore[arg-type]  # it is a pipe
                process.wait()
            except tarfile.TarError:
                packed = None
            finally:
                timer.cancel()
                process.kill()
        said.seek(0)
        complaint = said.read(_LONGEST_COMPLAINT)
    if process.returncode != 0 or packed is None:
        raise UnreadableError("encrypted" if any(word in complaint for word in _LOCKED) else "archive")
    return packed


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError, ValueError), process.stdin as pipe:  # type: ignore[union-attr]
        pipe.write(data)


def _packed(stream: IO[bytes], limits: Limits) -> bytes | None:
    """The members of a tar stream as a zip archive, of links only that they are links; None without any.

    Raises:
        UnreadableError: ``too_large``.
    """
    target = BytesIO()
    left = limits.decompressed_bytes * 2
    number = -1
    with (
        tarfile.open(fileobj=stream, mode="r|", encoding="utf-8", errors="surrogateescape") as members,
        zipfile.ZipFile(target, "w") as archive,
    ):
        for number, member in enumerate(members):
            left -= member.size
            if left < 0 or number > _MOST_FOLDERS * limits.members:
                raise UnreadableError("too_large")
            info = zipfile.ZipInfo(_name(member.name) + ("/" if member.isdir() else ""))
            content = members.extractfile(member) if member.isfile() else None
            if content is None and not member.isdir():
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, content.read() if content is not None else b"")
    return target.getvalue() if number >= 0 else None


def _name(name: str) -> str:
    given = name.encode("utf-8", "surrogateescape")
    try:
        return given.decode("utf-8")
    except UnicodeDecodeError:
        return given.decode("gb18030", "replace")
